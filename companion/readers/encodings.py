"""The encodings that a reader can choose for a plain text, the likelier ones for hers first."""

from __future__ import annotations

from companion.readers.guessing import plausibility

OFFERED: dict[str, str] = {
    "utf-8": "Unicode",
    "utf-16-le": "Unicode",
    "utf-16-be": "Unicode",
    "cp1252": "Western",
    "iso8859-15": "Western",
    "mac-roman": "Western",
    "cp850": "Western",
    "cp437": "Western",
    "cp1250": "Central European",
    "iso8859-2": "Central European",
    "cp852": "Central European",
    "cp1257": "Baltic",
    "cp1251": "Cyrillic",
    "koi8-u": "Cyrillic",
    "cp866": "Cyrillic",
    "iso8859-5": "Cyrillic",
    "mac-cyrillic": "Cyrillic",
    "cp1253": "Greek",
    "iso8859-7": "Greek",
    "cp1254": "Turkish",
    "cp1255": "Hebrew",
    "cp1256": "Arabic",
    "cp874": "Thai",
    "cp1258": "Vietnamese",
    "shift_jis_2004": "Japanese",
    "euc_jis_2004": "Japanese",
    "iso2022_jp_2": "Japanese",
    "gb18030": "Chinese",
    "big5hkscs": "Chinese",
    "cp949": "Korean",
}
"""The names that Python has for them, each with the writing it is for."""


def likely_first(sample: bytes) -> list[str]:
    """All encodings that are offered: first those in which the sample is whole and looks like writing."""
    looks = {name: _look(sample, name) for name in OFFERED}
    return sorted(OFFERED, key=looks.__getitem__, reverse=True)


def _look(sample: bytes, encoding: str) -> float:
    """How much like writing the sample looks; what cannot be decoded speaks against an encoding."""
    text = sample.decode(encoding, "replace")
    lost = text.count("\ufffd")
    if lost > 1 + len(text) // 1_000:  # one may be cut off at the end of the sample
        return -10.0 * lost
    return plausibility(text)

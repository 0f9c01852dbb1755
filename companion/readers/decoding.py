"""Bytes become text: the encoding is found, line ends become one, what cannot be shown is replaced."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from companion.core.message import Message
from companion.readers.file_kinds import not_a_text
from companion.readers.limits import SAMPLE
from companion.readers.unreadable import UnreadableError


class Decoded(NamedTuple):
    """The text of a file, the name of its encoding, and sentences for the reader about doubts."""

    text: str
    encoding: str
    warnings: tuple[Message, ...] = ()


_BYTE_ORDER_MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_SEQUENCE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")

_FEWEST_ZEROS = 0.05

_LINE_ENDS = re.compile("\r\n|[\r\x0b\x85\u2028\u2029]")
_PAGE_BREAK = re.compile("\f")
_UNSHOWABLE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_ODD = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufdd0-\ufdef\ufff9-\ufffc\ufffe\uffff]"
)
_OF_WINDOWS = re.compile(r"cp(?:125\d|874|932|936|949|950)")
_SHORT = 2_000
_CONTROLS = bytes(int((sign < 32 and sign not in b"\t\n") or sign == 127) for sign in range(256))
_ODD_SEQUENCES = (
    (b"\xc2", re.compile(rb"\xc2[\x80-\x9f]")),
    (b"\xed", re.compile(rb"\xed[\xa0-\xbf]")),
    (b"\xef", re.compile(rb"\xef(?:\xb7[\x90-\xaf]|\xbf[\xb9-\xbc\xbe\xbf])")),
)
_NOT_WRITTEN = re.compile("[\x00-\x08\x0e-\x1a\x7f-\x84\x86-\x9f\ue000-\uf8ff\ufffd]")
_NOT_CHARACTERS = re.compile("[\ud800-\udfff\ufdd0-\ufdef\ufff9-\ufffc\ufffe\uffff]")


_STATED = re.compile(rb"^character set encoding:[ \t]*([\w.-]{2,20})[ \t]*\r?$", re.I | re.M)
_LONGEST_FRONT = 10_000
_OF_LIBRARY = {
    "iso-8859-1": "cp1252",
    "iso-latin-1": "cp1252",
    "latin-1": "cp1252",
    "latin1": "cp1252",
    "windows-1252": "cp1252",
    "windows-1250": "cp1250",
    "windows-1251": "cp1251",
    "iso-8859-2": "iso8859-2",
    "iso-8859-7": "iso8859-7",
    "iso-8859-15": "iso8859-15",
    "big5": "big5hkscs",
}
"""What Project Gutenberg calls encodings, and the ones that are meant."""


def decode(data: bytes, name: str, wished: str = "") -> Decoded:
    """The text of `data` with ``\\n`` line ends, without a byte order mark.

    Read in the encoding that is `wished` for, if any. Otherwise a mark at the start decides; else strict
    UTF-8; else UTF-16 or UTF-32 by where the zero bytes are; else UTF-8 with the few bytes that spoil it
    marked; else what the text says of itself; else a guess, with a warning. `name` is the file's, for the
    sentences. Raises UnreadableError when the bytes make no text in any encoding, or not in the one that is
    wished for.
    """
    text, encoding, warnings = _wished(data, wished, name) if wished else _characters(data, name)
    _check_readable(text, name)
    return Decoded(clean(text.replace("\r\n", "\n")), encoding, warnings)


def is_odd(text: str) -> bool:
    """Whether there is anything in a text that ``clean`` has to change; line ends and tabs are not.

    In a long text the bytes tell it much sooner: nearly all that is odd begins with one of five.
    """
    if len(text) < _SHORT:
        return _ODD.search(text) is not None
    data = text.encode("utf-8", "surrogatepass")
    return 1 in data.translate(_CONTROLS) or parts_lines(text) or is_odd_xml(data)


def parts_lines(text: str) -> bool:
    """Whether a text holds one of the two signs that part lines and paragraphs in Unicode."""
    return "\u2028" in text or "\u2029" in text


def is_odd_xml(data: bytes) -> bool:
    """Whether a part of XML in UTF-8, which holds no characters by number, may be odd but for its lines."""
    if b"\x7f" in data:
        return True
    return any(sign in data and signs.search(data) is not None for sign, signs in _ODD_SEQUENCES)


def clean(text: str) -> str:
    """`text` at the same length with ``\\n`` for every line end and nothing in it that cannot be shown.

    Control characters become blanks; halves of surrogate pairs and noncharacters become U+FFFD. The
    ``\\r`` of a ``\\r\\n`` becomes a blank at the end of its line. A page break is a line break, and a
    blank where it stands in the middle of a sentence.
    """
    if not is_odd(text):
        return text
    text = _PAGE_BREAK.sub(_without_page_break, text)
    text = _LINE_ENDS.sub(lambda end: " \n" if len(end[0]) == 2 else "\n", text)
    text = _UNSHOWABLE.sub(" ", text)
    return _NOT_CHARACTERS.sub("\ufffd", text)


def _without_page_break(found: re.Match[str]) -> str:
    text, (start, end) = found.string, found.span()
    in_sentence = text[start - 1 : start] == "\n" and text[end : end + 1].islower()
    return " " if in_sentence else "\n"


def _characters(data: bytes, name: str) -> Decoded:
    for mark, encoding in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _marked(data[len(mark) :], encoding, name)
    quiet = _wide_encoding(data) or _shifting_encoding(data)
    if quiet:
        return _marked(data, quiet, name)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return _mostly_utf8(data, name) or _said(data) or _guessed(data, name)


def _said(data: bytes) -> Decoded | None:
    """The text in the encoding that Project Gutenberg states above it; None when it does not, or is wrong."""
    found = _STATED.search(data, 0, _LONGEST_FRONT)
    encoding = _OF_LIBRARY.get(found[1].decode("ascii").lower()) if found else None
    try:
        return Decoded(data.decode(encoding), encoding) if encoding else None
    except UnicodeDecodeError:
        return None


def _wished(data: bytes, encoding: str, name: str) -> Decoded:
    """The text in an encoding that the reader has chosen; raises UnreadableError when it makes no sense."""
    for mark, own in _BYTE_ORDER_MARKS:
        if own == encoding and data.startswith(mark):
            data = data[len(mark) :]
    decoded = _marked(data, encoding, name)
    sample = decoded.text[:SAMPLE]
    if sum(1 for _ in _NOT_WRITTEN.finditer(sample)) > len(sample) // 10:
        raise UnreadableError(
            Message(
                "“{name}” makes no sense as {encoding}; choose another encoding.",
                name=name,
                encoding=shown_name(encoding),
            )
        )
    return decoded


def _marked(data: bytes, encoding: str, name: str) -> Decoded:
    try:
        return Decoded(data.decode(encoding), encoding)
    except UnicodeDecodeError:
        text = _salvaged(data, encoding)
        return Decoded(text, encoding, (_spoilt(name, text.count("\ufffd"), encoding),))


def _salvaged(data: bytes, encoding: str) -> str:
    """The text with U+FFFD for what is no character. Two halves of a pair that were written as two
    characters, as some programs do, become the one that they mean; a single half becomes U+FFFD."""
    try:
        text = data.decode(encoding, "surrogatepass")
    except UnicodeDecodeError:
        return data.decode(encoding, "replace")
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _wide_encoding(data: bytes) -> str:
    """UTF-16 or UTF-32 without a mark, told by the places of the zero bytes; empty when it is neither.

    In UTF-16 text of any alphabet the blanks and digits have a zero byte, all on the same side.
    """
    sample = data[: min(SAMPLE, len(data)) // 4 * 4]
    if b"\x00" not in sample:
        return ""
    zeros = [sample[place::4].count(0) / (len(sample) / 4) for place in range(4)]
    if min(zeros[2:]) > 0.9 and zeros[0] < 0.5 and _decodes(sample, "utf-32-le"):
        return "utf-32-le"
    if min(zeros[:2]) > 0.9 and zeros[3] < 0.5 and _decodes(sample, "utf-32-be"):
        return "utf-32-be"
    even, odd = zeros[0] + zeros[2], zeros[1] + zeros[3]
    if odd > _FEWEST_ZEROS and odd > 20 * even:
        return "utf-16-le"
    if even > _FEWEST_ZEROS and even > 20 * odd:
        return "utf-16-be"
    return ""


def _shifting_encoding(data: bytes) -> str:
    """An encoding of the ISO 2022 family, which is ASCII but for escapes that shift to another alphabet."""
    sample = data[:SAMPLE]
    if b"\x1b$B" in sample or b"\x1b$@" in sample:
        return "iso2022_jp_2"
    return "iso2022_kr" if b"\x1b$)C" in sample else ""


def _decodes(sample: bytes, encoding: str) -> bool:
    try:
        sample.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _mostly_utf8(data: bytes, name: str) -> Decoded | None:
    """The text as UTF-8 when its sound sequences far outnumber the bytes that spoil it."""
    text = _salvaged(data, "utf-8")
    spoilt = text.count("\ufffd")
    sound = sum(1 for _ in _SEQUENCE.finditer(data))
    is_cut_off = sound > 0 and spoilt == 1 and text.endswith("\ufffd")
    if not (is_cut_off or _has_only_halves(data)) and sound < max(2, 3 * spoilt):
        return None
    return Decoded(text, "utf-8", (_spoilt(name, spoilt, "utf-8"),))


def _has_only_halves(data: bytes) -> bool:
    """Whether nothing spoils the UTF-8 but halves of surrogate pairs."""
    try:
        data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return False
    return True


def _guessed(data: bytes, name: str) -> Decoded:
    from companion.readers.guessing import guessed

    text, encoding = guessed(data)
    return Decoded(text, encoding, (_guess_made(name, encoding),))


def shown_name(encoding: str) -> str:
    """An encoding as readers know it: ``cp1251`` is Windows-1251."""
    if _OF_WINDOWS.fullmatch(encoding):
        return f"Windows-{encoding[2:]}"
    if encoding.startswith("cp"):
        return f"DOS {encoding[2:]}"
    if encoding.startswith("mac"):
        return f"Mac {encoding[4:].title()}"
    return encoding.upper().replace("ISO8859", "ISO 8859").replace("_", "-")


def _check_readable(text: str, name: str) -> None:
    """Raises UnreadableError when control characters are so frequent that this cannot be a text."""
    sample = text[:SAMPLE]
    if len(sample) < 512:
        return
    strange = sum(1 for _ in _UNSHOWABLE.finditer(sample)) + sum(1 for _ in _NOT_CHARACTERS.finditer(sample))
    if strange > len(sample) // 30:
        raise not_a_text(name)


def _spoilt(name: str, count: int, encoding: str) -> Message:
    if count == 1:
        return Message(
            "“{name}” is spoilt: one character could not be read as {encoding}; it is shown as “{sign}”.",
            name=name,
            encoding=shown_name(encoding),
            sign="\ufffd",
        )
    return Message(
        "“{name}” is spoilt: %Ln characters could not be read as {encoding}; each is shown as “{sign}”.",
        "",
        count,
        name=name,
        encoding=shown_name(encoding),
        sign="\ufffd",
    )


def _guess_made(name: str, encoding: str) -> Message:
    return Message(
        "“{name}” does not say how it is encoded; it was read as {encoding}. If letters look wrong, choose "
        "another encoding.",
        name=name,
        encoding=shown_name(encoding),
    )

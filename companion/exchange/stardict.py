"""StarDict: the glossary and the people as a dictionary for GoldenDict, KOReader and others."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

from companion.core.entries import Event, Person
from companion.exchange.bundle import file_name, on_one_line
from companion.exchange.spreadsheets import aliases

if TYPE_CHECKING:
    from companion.core.entries import Entry
    from companion.exchange.bundle import Bundle

_LONGEST_WORD = 255
"""Bytes of a headword, its final zero not counted."""


def stardict(bundle: Bundle) -> dict[str, bytes]:
    """The files of a dictionary, by name: ``.ifo``, ``.idx``, ``.dict``, and ``.syn`` for the other names.

    After https://github.com/huzheng001/stardict-3/blob/master/dict/doc/StarDictFileFormat: plain text
    (``sametypesequence=m``), offsets and sizes as 32 bits with the high byte first.
    """
    articles: dict[bytes, list[str]] = {}
    others: list[tuple[bytes, bytes]] = []
    for entry in bundle.companion.entries:
        if isinstance(entry, Event):
            continue
        word = _word(entry.heading)
        if word:
            articles.setdefault(word, []).append(_article(bundle, entry))
            others += [(other, word) for other in map(_word, aliases(entry)) if other and other != word]
    words = sorted(articles, key=_order)
    index, text = bytearray(), bytearray()
    for word in words:
        article = "\n\n".join(articles[word]).encode("utf-8", "replace")
        index += word + b"\0" + struct.pack(">II", len(text), len(article))
        text += article
    number = {word: place for place, word in enumerate(words)}
    names = sorted(
        {(name, word) for name, word in others if name not in articles}, key=lambda pair: _order(pair[0])
    )
    synonyms = b"".join(name + b"\0" + struct.pack(">I", number[word]) for name, word in names)
    title = on_one_line(bundle.title) or "Reading"
    info = [
        "StarDict's dict ifo file",
        "version=2.4.2",
        f"bookname={title}",
        f"wordcount={len(words)}",
        *([f"synwordcount={len(names)}"] if names else []),
        f"idxfilesize={len(index)}",
        *([f"author={on_one_line(bundle.author)}"] if bundle.author.strip() else []),
        "sametypesequence=m",
    ]
    stem = file_name(title)
    files = {
        f"{stem}.ifo": ("\n".join(info) + "\n").encode("utf-8", "replace"),
        f"{stem}.idx": bytes(index),
        f"{stem}.dict": bytes(text),
    }
    return files | ({f"{stem}.syn": synonyms} if names else {})


def _word(heading: str) -> bytes:
    """A headword in UTF-8, short enough, cut between signs."""
    data = on_one_line(heading).replace("\0", "").encode("utf-8", "replace")
    return data[:_LONGEST_WORD].decode("utf-8", "ignore").encode()


def _order(word: bytes) -> tuple[bytes, bytes]:
    """StarDict's order: first without regard to the capitals of ASCII, then by bytes."""
    return word.lower(), word


def _article(bundle: Bundle, entry: Entry) -> str:
    lines = [entry.role if isinstance(entry, Person) else "", ", ".join(aliases(entry)), entry.text]
    if not entry.text.strip():
        lines.append(bundle.first_passage(entry))
    return "\n".join(on_one_line(line) for line in lines if line.strip())

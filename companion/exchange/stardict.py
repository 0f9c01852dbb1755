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

_UNTITLED = "Reading"
_LONGEST_WORD = 255
"""Bytes of a headword, its final zero not counted."""


def stardict(bundle: Bundle) -> dict[str, bytes]:
    """The files of a dictionary, by name: ``.ifo``, ``.idx``, ``.dict``, and ``.syn`` for the other names.

    After https://github.com/huzheng001/stardict-3/blob/master/dict/doc/StarDictFileFormat: plain text
    (``sametypesequence=m``), offsets and sizes as 32 bits with the high byte first.
    """
    articles, others = _articles(bundle)
    index, text = _index_and_text(articles)
    names = sorted(
        {pair for pair in others if pair[0] not in articles}, key=lambda pair: (_order(pair[0]), pair[1])
    )
    stem = file_name(on_one_line(bundle.title) or _UNTITLED)
    files = {
        f"{stem}.ifo": _info(bundle, len(articles), len(names), len(index)),
        f"{stem}.idx": index,
        f"{stem}.dict": text,
    }
    return files | ({f"{stem}.syn": _synonyms(names, sorted(articles, key=_order))} if names else {})


def _articles(bundle: Bundle) -> tuple[dict[bytes, str], set[tuple[bytes, bytes]]]:
    """What is said of each headword, and the other names with the headwords that they stand for."""
    articles: dict[bytes, str] = {}
    others: set[tuple[bytes, bytes]] = set()
    for entry in bundle.companion.entries:
        word = b"" if isinstance(entry, Event) else _word(entry.heading)
        if word:
            said = _article(bundle, entry)
            articles[word] = f"{articles[word]}\n\n{said}" if word in articles else said
            others.update((other, word) for other in map(_word, aliases(entry)) if other and other != word)
    return articles, others


def _index_and_text(articles: dict[bytes, str]) -> tuple[bytes, bytes]:
    """Where each article stands, in the order of the headwords, and the articles."""
    index, text = bytearray(), bytearray()
    for word in sorted(articles, key=_order):
        article = articles[word].encode("utf-8", "replace")
        index += word + b"\0" + struct.pack(">II", len(text), len(article))
        text += article
    return bytes(index), bytes(text)


def _synonyms(names: list[tuple[bytes, bytes]], words: list[bytes]) -> bytes:
    """The other names with the number of the headword that each stands for."""
    number = {word: place for place, word in enumerate(words)}
    return b"".join(name + b"\0" + struct.pack(">I", number[word]) for name, word in names)


def _info(bundle: Bundle, words: int, names: int, index_size: int) -> bytes:
    """What tells a program of the other files: how many headwords and other names, and bytes of the index."""
    author = on_one_line(bundle.author)
    lines = [
        "StarDict's dict ifo file",
        "version=2.4.2",
        f"bookname={on_one_line(bundle.title) or _UNTITLED}",
        f"wordcount={words}",
        *([f"synwordcount={names}"] if names else []),
        f"idxfilesize={index_size}",
        *([f"author={author}"] if author else []),
        "sametypesequence=m",
    ]
    return ("\n".join(lines) + "\n").encode("utf-8", "replace")


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

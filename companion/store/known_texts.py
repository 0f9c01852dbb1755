"""Known texts: the texts of which notes are kept, and which of them are other editions of an open one."""

from __future__ import annotations

import json
import re
import unicodedata
from contextlib import suppress
from enum import StrEnum
from typing import TYPE_CHECKING, Any, NamedTuple

from companion.store.identity import identity
from companion.store.notes_names import ENDING
from companion.store.works import Work, have_the_same_words, work_of, work_of_json

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from companion.core.document import Document

_HEAD = 16_000
"""Bytes of a notes file that hold what is told of its text."""

_NAME = re.compile(rf".*-[0-9a-f]{{8,16}}{re.escape(ENDING)}")
_DIGITS = re.compile(r"\D+")
_WORDS = re.compile(r"[^\W\d_]+")
_SUBTITLE = re.compile(r"\s*[:;(\[—–|].*")


class Why(StrEnum):
    """By what a text is taken for another edition of a work."""

    IDENTIFIER = "identifier"
    TITLE = "title"
    WORDS = "words"


class KnownText(NamedTuple):
    """A text of which notes are kept: its title and author, its notes file, how many marks and corrections.

    `marks` are those of the main file; what is still in journals is not counted. `why` says by what it is
    the same work as the text that was asked about, and is None where nothing was asked.
    """

    title: str
    author: str
    identity: str
    path: Path
    marks: int
    work: Work | None = None
    why: Why | None = None


def known_texts(folder: Path) -> list[KnownText]:
    """All texts of which notes are kept in a folder, by title. Reads the head of each file only."""
    with suppress(OSError):
        found = (_read_head(path) for path in folder.iterdir() if _NAME.fullmatch(path.name))
        return sorted(
            (text for text in found if text is not None), key=lambda text: (text.title, text.identity)
        )
    return []


def kin_of(document: Document, folders: Sequence[Path], known: str = "") -> list[KnownText]:
    """The texts with marks or corrections that are other editions of the same work, the surest first.

    They bear its identifier, or its title and author, or most of its words. `known` is the document's
    identity, where the caller has it. Takes a fifth of a second for a long novel, and some milliseconds for
    a hundred texts: work for a thread.
    """
    own = known or identity(document)
    asked = None
    found: dict[str, KnownText] = {}
    for text in (text for folder in folders for text in known_texts(folder)):
        if text.identity == own or text.work is None or not text.marks:
            continue
        asked = asked or work_of(document)
        why = _why(document, asked, text, text.work)
        if why is not None and text.marks >= found.get(text.identity, text).marks:
            found[text.identity] = text._replace(why=why)
    return sorted(found.values(), key=_by_sureness)


def _why(document: Document, asked: Work, text: KnownText, work: Work) -> Why | None:
    if is_identifier(asked.identifier) and _plain(asked.identifier) == _plain(work.identifier):
        return Why.IDENTIFIER
    if have_the_same_words(asked, work):
        return Why.WORDS
    title = _title(document.title)
    is_same = title and title == _title(text.title) and _is_same_author(asked.author, work.author)
    return Why.TITLE if is_same else None


def _by_sureness(text: KnownText) -> tuple[int, int, str]:
    return list(Why).index(text.why or Why.WORDS), -text.marks, text.identity


def is_identifier(words: str) -> bool:
    """Whether something is likely to name one work only, as an ISBN, a URN or an address does."""
    return len(_plain(words)) >= 6 and bool(_DIGITS.sub("", words))


def _plain(words: str) -> str:
    """An identifier without how it is written: of ``urn:isbn:978-0-14`` only the digits."""
    bare = re.sub(r"^(?:urn:)?(?:isbn|uuid|doi|https?)[:/ ]*", "", words.strip().casefold())
    return re.sub(r"[\W_]+", "", bare)


def _title(words: str) -> str:
    main = _SUBTITLE.sub("", words) or words
    return " ".join(_folded(main))


def _folded(words: str) -> list[str]:
    """The words in small letters without accents."""
    bare = unicodedata.normalize("NFKD", words).casefold()
    return _WORDS.findall("".join(sign for sign in bare if not unicodedata.combining(sign)))


def _is_same_author(one: str, other: str) -> bool:
    """Whether two names may be one author's: "Leo Tolstoy" and "Tolstoy, Leo, graf" share two words."""
    mine, theirs = set(_folded(one)), set(_folded(other))
    return bool(mine and theirs) and len(mine & theirs) >= min(2, len(mine), len(theirs))


def _read_head(path: Path) -> KnownText | None:
    """What a notes file tells of its text; None for what is none. Its checksum is not looked at."""
    try:
        with open(path, "rb") as file:
            head = dict(_fields(file.read(_HEAD)))
        title, known, marks = head["label"], head["reading:text"], head.get("total", 0)
    except (OSError, KeyError):
        return None
    if not (isinstance(title, str) and isinstance(known, str) and isinstance(marks, int)):
        return None
    work = work_of_json(head.get("reading:work"))
    return KnownText(title, work.author if work else "", known, path, marks, work)


def _fields(data: bytes) -> Iterator[tuple[str, Any]]:
    """The fields that stand on a line of their own, as far as they are whole."""
    for line in data.decode("utf-8", "replace").split("\n")[1:]:  # a title may hold other ends of lines
        with suppress(ValueError, RecursionError):
            told = json.loads(f"{{{line.rstrip().rstrip(',')}}}")
            yield from told.items()

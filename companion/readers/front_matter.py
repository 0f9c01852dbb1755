"""Title, author and language that a text states about itself, and where its own text begins and ends."""

from __future__ import annotations

import re
from typing import NamedTuple

from companion.core.language import two_letters

_STATED = re.compile(r"^[ \t]*(title|author|authors|language)[ \t]*:[ \t]*(\S[^\n]{0,200})$", re.I | re.M)
_START = re.compile(r"^[ \t]*\*{3} ?START OF (?:THE|THIS) PROJECT GUTENBERG[^\n]*$", re.I | re.M)
_END = re.compile(
    r"^[ \t]*(?:\*{3} ?END OF (?:THE|THIS) PROJECT GUTENBERG|End of (?:the |this )?Project Gutenberg)",
    re.I | re.M,
)
_NAMED = re.compile(
    r"(?:the )?project gutenberg(?:['’]s)? (?:e-?book|e-?text)(?: of)?[,:]?\s+"
    r"(?:(?P<title>\S.*) by (?P<author>\S.*?)|(?P<only>\S.*?))\.?",
    re.I,
)
"""What Project Gutenberg has its pages be called."""
_LIBRARY = "PROJECT GUTENBERG"
_FRONT, _BACK = 20_000, 60_000
"""Code points at the beginning and the end of a text in which a library's notes are looked for."""

_LANGUAGES = {
    "english": "en",
    "german": "de",
    "deutsch": "de",
    "french": "fr",
    "français": "fr",
    "italian": "it",
    "italiano": "it",
    "spanish": "es",
    "español": "es",
    "portuguese": "pt",
    "português": "pt",
    "dutch": "nl",
    "nederlands": "nl",
    "russian": "ru",
    "русский": "ru",
    "polish": "pl",
    "polski": "pl",
    "swedish": "sv",
    "danish": "da",
    "norwegian": "no",
    "finnish": "fi",
    "greek": "el",
    "latin": "la",
    "hungarian": "hu",
    "czech": "cs",
    "albanian": "sq",
    "turkish": "tr",
    "chinese": "zh",
    "japanese": "ja",
}


class Front(NamedTuple):
    """What a text states about itself; ``[start, end)`` is the text without a library's notes round it."""

    title: str
    author: str
    language: str
    start: int
    end: int


def front_of(text: str) -> Front:
    """What `text` states about itself in lines such as ``Title: War and Peace``.

    They are looked for before the mark where a book of Project Gutenberg begins, else above the first
    blank line. A book ends where Project Gutenberg's licence begins.
    """
    begins = _START.search(text, 0, min(len(text), _FRONT))
    ends = _END.search(text, max(0, len(text) - _BACK))
    first_blank_line = text.find("\n\n", len(text) - len(text.lstrip()))
    head_end = begins.start() if begins else max(0, first_blank_line)
    stated: dict[str, str] = {}
    for found in _STATED.finditer(text, 0, min(head_end, _FRONT)):
        stated.setdefault(found[1].lower().rstrip("s"), found[2].strip())
    return Front(
        title=stated.get("title", ""),
        author=stated.get("author", ""),
        language=language_code(stated.get("language", "")),
        start=begins.end() if begins else 0,
        end=ends.start() if begins and ends else len(text),
    )


def is_of_library(text: str) -> bool:
    """Whether a text may have the notes of Project Gutenberg before it."""
    return _LIBRARY in text[:_FRONT].upper()


def named_by_library(title: str) -> tuple[str, str]:
    """Title and author of a book in the title of a page of Project Gutenberg; any other title stays."""
    found = _NAMED.fullmatch(title[:500])
    if found is None:
        return title, ""
    return (found["only"], "") if found["only"] else (found["title"].rstrip(" ,"), found["author"])


def language_code(name: str) -> str:
    """The code of a language that is named in English, by itself or by a code; empty when unknown.

    A code has two letters where there is one of two: ``de-at`` for ``ger-AT``.
    """
    word = name.strip().lower().replace("_", "-")
    if re.fullmatch(r"[a-z]{2,3}(?:-[a-z0-9]{2,8})*", word):
        primary, *rest = word.split("-")
        return "-".join((two_letters(primary), *rest)) if two_letters(primary) else ""
    return _LANGUAGES.get(re.split(r"[^\w]", word)[0], "")

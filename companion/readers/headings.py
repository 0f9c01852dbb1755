"""Which pieces of a plain text are headings, of which rank, and which are only a table of contents."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from companion.core.document import BlockKind
from companion.readers.sections import Heading

if TYPE_CHECKING:
    from companion.readers.front_matter import Front
    from companion.readers.pieces import Piece

_WORDS = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|"
    "eighteen|nineteen|twenty|thirty|forty|fifty|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|"
    "eleventh|twelfth|thirteenth|fourteenth|fifteenth|last"
)
_NUMBER = rf"(?:\d{{1,4}}|[ivxlcdm]{{1,9}}|(?:{_WORDS})(?:[- ](?:{_WORDS}))?)"
_KEYWORDS = {
    "volume": 0, "vol": 0, "tome": 0, "band": 0, "tom": 0, "том": 0,
    "part": 1, "partie": 1, "teil": 1, "parte": 1, "deel": 1, "część": 1, "часть": 1,
    "book": 2, "livre": 2, "buch": 2, "libro": 2, "boek": 2, "księga": 2, "книга": 2,
    "act": 3, "acte": 3, "akt": 3, "atto": 3, "acto": 3, "canto": 3,
    "chapter": 4, "chap": 4, "chapitre": 4, "kapitel": 4, "capítulo": 4, "capitulo": 4, "capitolo": 4,
    "hoofdstuk": 4, "rozdział": 4, "глава": 4, "kapitola": 4, "stave": 4, "letter": 4, "adventure": 4,
    "scene": 5, "scène": 5, "szene": 5, "section": 5,
}  # fmt: skip
_NAMED = "|".join(_KEYWORDS)
_DIVISION = re.compile(
    rf"(?:the )?(?:(?P<word>{_NAMED})\.? (?:the )?(?P<number>{_NUMBER})|(?P<ordinal>{_NUMBER})\.? (?P<after>{_NAMED}|epilogue))"
    r"\b(?P<rest>.*)",
    re.I | re.S,
)
_PLACED = re.compile(
    r"(?:preface|foreword|prologue|epilogue|introduction|introductory|afterword|appendix(?: [a-z\d]+)?|conclusion|"
    r"contents|table of contents|bibliography|notes|glossary|index|acknowledge?ments|dedication|postscript|"
    r"author['’]s note|translator['’]s (?:note|preface)|vorwort|einleitung|nachwort|inhalt|préface|prologue|"
    r"avant-propos|épilogue|introduzione|prefazione|prólogo|epílogo|предисловие|эпилог|пролог)"
    r"(?:\.|: .{1,80}| to (?:the|this) .{1,60})?",
    re.I | re.S,
)
_CONTENTS = re.compile(
    r"(?:table of )?contents\.?|inhalt(?:sverzeichnis)?|table des matières|indice|оглавление|содержание", re.I
)
_NUMERAL = re.compile(r"(?:§ ?)?(?:[IVXLC]{1,8}|\d{1,3})\.?")
_NUMBERED = re.compile(
    r"(?:§ ?)?(?P<number>[IVXLC]{1,8}[.:]|\d{1,3}(?:\.\d{1,3}){0,4}[.:)]?) +(?P<title>\S.*)"
)
_FINIS = re.compile(r"(?:the end|finis|fin|end|ende|конец)(?: of .*)?[.!]?", re.I | re.S)
_LONGEST = 120

_TOP, _EQUALS, _HYPHENS, _CAPITALS, _NUMBERED_RANK, _TITLE, _NUMERAL_RANK = -1.0, 3.2, 3.6, 5.5, 5.2, 7.0, 6.5


class Found(NamedTuple):
    """A piece that may be a heading: its number in the list, rank (the lowest is the highest part), title,
    and whether it needs a title of its own after it (``CHAPTER I``)."""

    index: int
    rank: float
    title: str
    bare: bool = False
    weak: bool = False


def find_headings(text: str, pieces: list[Piece], front: Front) -> tuple[str, str, list[Heading]]:
    """The title, the author and the headings; pieces that are headings or contents are told so."""
    candidates = [
        found for index, piece in enumerate(pieces) if (found := _candidate(text, index, piece, front))
    ]
    title, author, candidates = _title_page(text, pieces, candidates, front)
    found = _without_contents(text, pieces, [c for c in candidates if _stands(text, pieces, candidates, c)])
    found = _with_subtitles(pieces, found)
    ranks = sorted({f.rank for f in found if f.rank != _TOP})
    levels = {rank: number for number, rank in enumerate(ranks, 1)}
    levels[_TOP] = 1
    headings = []
    for f in found:
        piece = pieces[f.index]
        piece.kind, piece.level, piece.marker = BlockKind.HEADING, min(6, levels[f.rank]), ""
        headings.append(Heading(f.title, levels[f.rank], piece.start))
    return title, author, headings


def _candidate(text: str, index: int, piece: Piece, front: Front) -> Found | None:
    if not front.start <= piece.start < front.end:
        return None
    if piece.kind is BlockKind.HEADING:
        return Found(index, _EQUALS if piece.level == 1 else _HYPHENS, text[piece.start : piece.end])
    if (
        piece.end - piece.start > _LONGEST * 2
        or not piece.alone
        or piece.kind in (BlockKind.RULE, BlockKind.CAPTION)
    ):
        return None
    words = " ".join(text[piece.start : piece.end].split())
    if piece.marker:
        words = f"{piece.marker} {words}"
    return _strong(index, words) or (_weak(index, words) if piece.lines == 1 else None)


def _strong(index: int, words: str) -> Found | None:
    division = _DIVISION.fullmatch(words)
    if division and words[0].isupper() and _is_title(division["rest"]):
        word = (division["word"] or division["after"]).lower()
        rest = division["rest"].strip(" .:—–-")
        return Found(
            index, float(_KEYWORDS.get(word, 2)), words.rstrip(" .:") if not rest else words, bare=not rest
        )
    if _PLACED.fullmatch(words) and words[0].isupper():
        return Found(index, _TOP, words.rstrip("."))
    return None


def _is_title(rest: str) -> bool:
    """What follows "Chapter IV" is nothing, or a title after a mark, never the rest of a sentence."""
    rest = rest.strip()
    return not rest or rest[0] in ".:—–-,([" or rest[0].isupper() or rest[0].isdigit()


def _weak(index: int, words: str) -> Found | None:
    if len(words) > _LONGEST or _FINIS.fullmatch(words):
        return None
    if _NUMERAL.fullmatch(words):
        return Found(index, _NUMERAL_RANK, words.rstrip("."), bare=True, weak=True)
    numbered = _NUMBERED.fullmatch(words)
    if numbered and len(words) <= 80 and numbered["title"][0].isupper() and words[-1] not in ".,;:!":
        return Found(index, _NUMBERED_RANK + numbered["number"].strip(".").count(".") / 100, words, weak=True)
    if words[0] in "“\"'‘«—–-([" or words[-1] in ",;:.":
        return None
    letters = [sign for sign in words if sign.isalpha()]
    if len(letters) >= 3 and all(sign.isupper() for sign in letters):
        return Found(index, _CAPITALS, words, weak=True)
    if len(words) <= 60 and words[-1] not in '!?…”"’' and words[0].isupper() and len(words.split()) <= 9:
        return Found(index, _TITLE, words, weak=True)
    return None


def _stands(text: str, pieces: list[Piece], candidates: list[Found], found: Found) -> bool:
    """A strong heading stands by itself; a weak one needs a body of text after it."""
    if not found.weak:
        return True
    if found.index + 1 >= len(pieces):
        return False
    following = pieces[found.index + 1]
    if following.kind in (BlockKind.RULE, BlockKind.CAPTION) and found.index + 2 < len(pieces):
        following = pieces[found.index + 2]
    length = following.end - following.start
    return length > 80 or (following.lines == 1 and text[following.end - 1] in '.!?”"' and length > 30)


def _title_page(
    text: str, pieces: list[Piece], candidates: list[Found], front: Front
) -> tuple[str, str, list[Found]]:
    """The title and author, and the candidates without those that only repeat the title."""
    title, author = front.title, front.author
    if not title and candidates and candidates[0].index == 0:
        first = candidates[0]
        if first.rank in (_CAPITALS, _TITLE, _EQUALS):
            title = first.title
            if len(pieces) > 1:
                by = re.fullmatch(r"by (\S.{1,80})", text[pieces[1].start : pieces[1].end], re.I)
                author = author or (by[1] if by else "")
    if not title:
        return title, author, candidates
    plain = _letters(title)
    kept = []
    for found in candidates:
        if found.rank in (_CAPITALS, _TITLE, _EQUALS) and _letters(found.title) == plain:
            pieces[found.index].kind, pieces[found.index].level = BlockKind.HEADING, 1
        else:
            kept.append(found)
    return title, author, kept


def _letters(words: str) -> str:
    return "".join(sign for sign in words.casefold() if sign.isalnum())


def _without_contents(text: str, pieces: list[Piece], found: list[Found]) -> list[Found]:
    """The headings without those that only list what comes later: no text stands under them."""
    kept: list[Found] = []
    listed: list[Found] = []
    for number, heading in enumerate(found):
        (listed if _is_listed(pieces, found, number) else kept).append(heading)
    if len(listed) < 3:
        return sorted(kept + listed)
    for heading in listed:
        piece = pieces[heading.index]
        if _CONTENTS.fullmatch(heading.title):
            piece.kind, piece.level = BlockKind.HEADING, 1
        else:
            piece.kind, piece.level = BlockKind.ITEM, 0
    return kept


def _is_listed(pieces: list[Piece], found: list[Found], number: int) -> bool:
    heading = found[number]
    expected = heading.index + 1
    for other in found[number + 1 :]:
        if other.index != expected:
            return False
        if other.rank <= heading.rank:
            return True
        expected += 1
    return expected >= len(pieces)


def _with_subtitles(pieces: list[Piece], found: list[Found]) -> list[Found]:
    """A title that stands right under a bare "CHAPTER I" belongs to it."""
    joined: list[Found] = []
    for heading in found:
        before = joined[-1] if joined else None
        if before and before.bare and heading.weak and not heading.bare and before.index == heading.index - 1:
            joined[-1] = before._replace(title=f"{before.title}: {heading.title}", bare=False)
            pieces[heading.index].kind, pieces[heading.index].level = BlockKind.HEADING, 6
        else:
            joined.append(heading)
    return joined

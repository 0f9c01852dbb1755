"""Finding: the places of a text where a name stands, whatever it names."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from companion.extraction import lexicon
from companion.extraction.names.elision import with_elided
from companion.extraction.names.listing import put_right
from companion.extraction.names.parting import Capitals, Part, parts_of
from companion.extraction.names.writing import BEHIND, ROW

if TYPE_CHECKING:
    from companion.extraction.source import Source

_OPENING = " \xa0\"“„‘'«([_*"
_ENDING = ".!?:;—–-…\n\r\t\u2028•|>"

_OATHS = frozenset({"George", "Jove", "Lord Harry", "Harry", "Gad", "Jingo", "Jupiter"})
_BY = re.compile(r"\b[Bb]y the $|\bBy $|[“\"‘',—-]\s?by $")
"""Names that one swears by, and what stands before them then."""

_HYPHENS = ("- ", "-\n")
_BREAK = 2
_TAIL = re.compile(r"-[ \n]([^\W\d_]+)")
"""What the end of a line leaves inside a word that it breaks, and the rest of the word."""


class Name(NamedTuple):
    """A place where the text names something with a capital, a person or anything else.

    The name is the span ``[start, end)`` without a possessive; `form` is its words parted by single blanks.
    `before` is the word that stands before it in the sentence, in small letters, or else one sign ("," or
    "“"), `after` the word behind it ("#" for a number, "##" for the year of a work that is cited), with a
    sign (",", ";", "(") before that if one comes between; both may be empty.
    `is_initial` says that any word would have a capital there, `is_possessive` that "'s" follows.
    """

    start: int
    end: int
    form: str
    before: str
    after: str
    is_initial: bool
    is_possessive: bool


def find_names(source: Source) -> list[Name]:
    """Every name in the text of `source`, in its order: rows of words with a capital, small words cut off."""
    text = source.text
    rows, dates = _rows(text)
    broken = _mend_broken(text, rows)
    named = _named_like_dates(dates)
    if named:
        kept = {date.start: (date.form, False) for date in dates if date.form in named and not _is_date(date)}
        rows = dict(sorted((rows | kept).items()))
    capitals = Capitals.of(rows.values(), source.small_words, {form.lower() for form in named})
    parts: dict[tuple[str, bool], tuple[Part, ...]] = {}
    found: list[Name] = []
    for start, row in rows.items():
        if row not in parts:
            parts[row] = parts_of(*row, capitals)
        for part in parts[row]:
            place = _across_break(part, broken[start]) if start in broken else part
            if not _names_nobody(text, start + place.start, start + place.end):
                found.append(_name(text, start, row[1], place))
    return with_elided(text, put_right(text, found))


def _names_nobody(text: str, start: int, end: int) -> bool:
    """Whether a name stands in a word as "Bull's-eye", or in an oath as "By George!"."""
    if text.startswith(("'s-", "’s-"), end):
        return True
    is_oath = text[start:end] in _OATHS and text.startswith(("!", ",", "."), end)
    return is_oath and _BY.search(text, max(0, start - 12), start) is not None


def _mend_broken(text: str, rows: dict[int, tuple[str, bool]]) -> dict[int, int]:
    """Join in `rows` the words that the end of a line has broken ("Thorn- ton"), if such a name is known.

    For each row that was mended the place in it where the text has a hyphen and a blank more.
    """
    ends = ((start, start + len(row)) for start, (row, _) in rows.items())
    broken = [(start, end) for start, end in ends if text.startswith(_HYPHENS, end)]
    words = {word for row, _ in rows.values() for word in row.split()} if broken else set()
    breaks: dict[int, int] = {}
    for start, end in broken:
        tail = _TAIL.match(text, end)
        if tail is None or start not in rows:
            continue
        row, initial = rows[start]
        whole = row.rsplit(" ", 1)[-1] + tail[1]
        if (whole in words or _is_known(whole.lower())) and whole not in _capitalised("calendar"):
            breaks[start] = len(row)
            more, _ = (
                rows.pop(tail.end() + 1, ("", False)) if text.startswith(" ", tail.end()) else ("", False)
            )
            rows[start] = f"{row}{tail[1]} {more}".rstrip(), initial
    return breaks


def _is_known(key: str) -> bool:
    return key in lexicon.first_names() or key in lexicon.surnames()


def _across_break(part: Part, place: int) -> Part:
    """A part of a row that was mended, with its span in the text, which has more signs at `place`."""
    start, end = (at + _BREAK * (at > place) for at in (part.start, part.end))
    return part._replace(start=start, end=end)


def _rows(text: str) -> tuple[dict[int, tuple[str, bool]], list[Name]]:
    """Where a row of words with a capital begins: the row, and whether it stands where a sentence begins.

    Months and days, which are mostly no names, are told apart.
    """
    small, calendar = _capitalised("small"), _capitalised("calendar")
    rows: dict[int, tuple[str, bool]] = {}
    dates: list[Name] = []
    for match in ROW.finditer(text):
        row = match[0]
        if row in calendar and not text.startswith(_HYPHENS, match.end()):
            start = match.start()
            dates.append(_name(text, start, is_initial(text, start), Part(0, len(row), row, "")))
        elif row not in small:
            start = match.start()
            rows[start] = (row, is_initial(text, start))
    return rows, dates


def _named_like_dates(dates: list[Name]) -> set[str]:
    """The months and days that are somebody's name here, for they speak more than once ("May", "Sunday")."""
    saying = lexicon.group("saying")
    spoken = Counter(date.form for date in dates if date.before in saying or date.after in saying)
    return {form for form, times in spoken.items() if times > 1}


def _is_date(date: Name) -> bool:
    return date.before in lexicon.group("when") or date.before.isdigit() or date.after.endswith("#")


@cache
def _capitalised(group: str) -> frozenset[str]:
    """The words of a group as they are written at the beginning of a sentence, or in capitals."""
    words = lexicon.group(group)
    return frozenset(spelling for word in words for spelling in (word.capitalize(), word.upper()))


def is_initial(text: str, start: int) -> bool:
    """Whether a word at `start` of `text` would have a capital whatever it is."""
    if start > 1 and text[start - 1] == " ":
        last = text[start - 2]
        if last.isalnum() or last == ",":
            return False
    head = text[max(0, start - 12) : start]
    stripped = head.rstrip(_OPENING)
    return not stripped or stripped[-1] in _ENDING or head[len(stripped) :].strip(" \t\xa0([_*") != ""


def _name(text: str, row_start: int, initial: bool, part: Part) -> Name:
    start, end = row_start + part.start, row_start + part.end
    before = part.before if part.start else word_before(text, start)
    possessive = text[end : end + 2] in ("'s", "’s")
    return Name(start, end, part.form, before, word_after(text, end), initial and not part.start, possessive)


def word_after(text: str, end: int) -> str:
    """The word behind `end`, in small letters, with a sign before it if one comes between.

    It is "##" for the year of a work that is cited, "#" for any other number.
    """
    behind = BEHIND.match(text, end, end + 24)
    sign, word, digit = behind.groups() if behind else ("", "", "")
    return sign + (word.lower() if word else "#" * min(2, len(digit or "")))


def word_before(text: str, start: int) -> str:
    """The word before `start`, in small letters, or else the sign there."""
    last = text[start - 1 : start]
    if last != " ":
        return "" if last in "\n\t" else last
    begin = max(0, start - 24)
    blank = max(text.rfind(" ", begin, start - 1), text.rfind("\n", begin, start - 1))
    if blank < 0 and begin:
        return text[start - 2 : start - 1]
    word = text[blank + 1 : start - 1]
    return word.lower() if word.isalpha() else word[-1:]

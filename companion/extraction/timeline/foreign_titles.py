"""Foreign titles: the clause round a date in a language other than English, without the date if it can be."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from companion.core.document import Span
from companion.extraction.timeline.cutting import ROOMY
from companion.extraction.timeline.dating import date_of
from companion.extraction.timeline.foreign_cutting import HERE, finished, shortened
from companion.extraction.timeline.german_order import in_order
from companion.extraction.timeline.tongues import TONGUES, Tongue

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from companion.core.dates import Date
    from companion.core.found import Time
    from companion.extraction.source import Source

_STRONG = re.compile(r"[;:!?…]\s|\s[–—-]{1,2}\s|—|·\s|[.!?][»”“\"]\s")
_WORD = re.compile(r"[^\W\d_]{2,}")
_FEWEST = 3
"""Words that a title has besides the date."""
_ASKED = re.compile(r"\?[\s»”“\"]*$")
_JOINED_ON = re.compile(r"\s?[-–/)\]]|['’]")
"""What stands behind a date that is part of something: "1848-49"."""
_LEAD = 70
"""Characters before a date in which the words are looked for that go with it."""
_RANGE = re.compile(r"\d\s(?:und|bis|et|à|au|y|a|al|e)\s.*\d")
_BETWEEN = re.compile(
    r"\b(?:zwischen|von|vom|entre|de|du|desde|del|tra|fra|dal)\s(?:(?:den Jahren|los años"
    r"|les années|il|le|el|l['’])\s?)?$",
    re.IGNORECASE,
)
"""What stands before the first of two dates that are the ends of one time."""
_LISTED = re.compile(r",?\s(?:et|y|e|und|bis|oder|ou|o|a|à|al)\s[^,;.]{0,12}|,\s[^,;.]{0,8}|\s?[-–/]\s?")
"""What stands between dates that are told of together."""
_LONGEST_SUBJECT = 60
_FAR_PARTICIPLE = 24
"""Characters between a verb and a participle that is part of it: "fue solemnemente inaugurada"."""
_SAME_YEAR = re.compile(
    r"\s(?:de (?:ese|este|dicho|aquel)(?: mismo)? año|del mismo año|de la même année"
    r"|de cette année|dieses Jahres|desselben Jahres|(?:vergangenen|letzten|vorigen|nächsten"
    r"|laufenden) Jahres|"
    r"dello stesso anno|di quell[’']anno)\b"
)
_FOREIGN_TO = re.compile(
    r"\s?[–—-]\s?|\s(?:bis|à|au|jusqu[’']en|al?|hasta|fino\sal|até|tot|till|til|do|до)\s(?:(?:zum"
    r"|den|le)\s)?"
)
_FOREIGN_AND = re.compile(r"\s(?:und|et|y|e|en|och|og|i|и)\s(?:(?:le|el|il)\s)?")
_FOREIGN_BETWEEN = re.compile(
    r"\b(?:zwischen|entre|tra|fra|tussen|mellan|mellem|mellom|między|между)\s[^.;]{0,24}$", re.I
)
_LONGEST_JOIN = 16
"""Characters between the two ends of a range."""
_MARK = " …"
_FAR = 600
"""Characters on either side of a date that are looked at."""


class DatedTitle(NamedTuple):
    """The date of a clause, a title made of its words, the words that say when, and whether it is whole."""

    date: Date
    title: str
    words: Span
    is_whole: bool = True


def dated_titles(source: Source, sentence: Span, dates: Sequence[Time]) -> Iterator[DatedTitle]:
    """What a sentence tells at the first of its `dates`, and at others that have a clause of their own.

    Of languages without a `Tongue` only the dates are known.
    """
    text, tongue = source.text, TONGUES.get(source.language)
    if _ASKED.search(text, max(sentence.start, sentence.end - 8), sentence.end):
        return
    spread = _foreign_range(text, sentence, dates) if len(dates) > 1 else None
    said = [Span(dates[0].start, dates[1 if spread else 0].end)]
    values = [spread or date_of(dates[0].value)]
    for time in dates[2 if spread else 1 :]:
        said.append(Span(time.start, time.end))
        values.append(date_of(time.value))
    for number, (clause, subject) in _clauses(text, sentence, said, tongue):
        date, words = values[number], said[number]
        is_listed = number + 1 < len(said) and _LISTED.fullmatch(text, words.end, said[number + 1].start)
        title = title_round(text, clause, words, None if is_listed else tongue, subject)
        if date is None or len(title.split()) < _FEWEST:
            continue
        hangs = title.startswith(_MARK.strip()) or (tongue is not None and tongue.subordinate.match(title))
        yield DatedTitle(
            date, title, Span(words.start, dates[0].end if number == 0 else words.end), not hangs
        )


def _clauses(
    text: str, sentence: Span, dates: Sequence[Span], tongue: Tongue | None
) -> Iterator[tuple[int, tuple[Span, str]]]:
    """The clauses of a sentence that have dates of their own: the number of the date, a subject to add."""
    if tongue is None:
        yield 0, (sentence, "")
        return
    start, subject, number = sentence.start, "", 0
    for place, (one, other) in enumerate(pairwise(dates), 1):
        cut = _cut_between(text, one, other, sentence, tongue)
        if cut is None:
            continue
        yield number, (Span(start, cut[0]), subject)
        subject = subject or _subject_of(text, start, cut[0], tongue)
        if not subject:
            return
        start, number = cut[1], place
    yield number, (Span(start, sentence.end), subject)


def _cut_between(text: str, one: Span, other: Span, sentence: Span, tongue: Tongue) -> tuple[int, int] | None:
    """Where a clause ends and another begins that shares its subject, between two dates: "y murió"."""
    for join in tongue.joining.finditer(text, one.end, other.start):
        if tongue.verb.match(text, join.end(), sentence.end):
            return join.span()
    return None


def _subject_of(text: str, start: int, end: int, tongue: Tongue) -> str:
    """The words of a clause before its verb, if these are few and no phrase stands among them."""
    verb = tongue.verb.search(text, start, min(end, start + 2 * _LONGEST_SUBJECT))
    subject = text[start : verb.start()].rpartition(",")[2].strip() if verb else ""
    return "" if len(subject) > _LONGEST_SUBJECT or any(map(str.isdigit, subject)) else subject


def title_round(text: str, sentence: Span, date: Span, tongue: Tongue | None, subject: str = "") -> str:
    """A title made of the part of a sentence between strong marks that has the date in it.

    The date is left out where the language is known and the clause stays whole without it. A long part is cut
    at commas, or between words and then ends with " …". It is empty where hardly a word but the date is.
    """
    start, end = _between(text, date, sentence)
    if len(_WORD.findall(text, start, date.start)) + len(_WORD.findall(text, date.end, end)) < _FEWEST:
        return ""
    words = (_undated(text, Span(start, end), date, tongue) if tongue else "") or (
        f"{text[start : date.start]}{HERE}{text[date.start : end]}"
    )
    words = " ".join(f"{subject} {words}".split())
    if len(words) > ROOMY:
        return shortened(words, tongue)
    return finished(" ".join(words.replace(HERE, "").split()))


def _undated(text: str, part: Span, date: Span, tongue: Tongue) -> str:
    """A part without its date, marked; empty if the date belongs to what is told, or no clause is left."""
    first = max(part.start, date.start - _LEAD)
    lead = tongue.lead.search(text, first, date.start)
    begin = max(lead.start() if lead else date.start, part.start)
    is_range = _RANGE.search(text, date.start, date.end) is not None
    between = _BETWEEN.search(text, part.start, begin) if is_range else None
    begin = between.start() if between else begin
    if tongue.kept.search(text, max(part.start, begin - 24), begin) or _JOINED_ON.match(text, date.end):
        return ""
    is_bare = begin == date.start and tongue is not TONGUES["de"]  # "the Coupe Intertoto 2008"
    if lead is None or (is_bare and begin > part.start) or text.endswith("(", 0, begin):
        return ""
    same = _SAME_YEAR.match(text, date.end, part.end)
    left, right = text[part.start : begin].strip(), text[same.end() if same else date.end : part.end].strip()
    if _is_said_of_noun(left, tongue):
        return ""
    if left.endswith(",") and (right.startswith(",") or not right):
        left = left.rstrip(" ,")
    if left:
        return (
            f"{left}{HERE}{'' if right[:1] in ',.;:' else ' '}{right}"
            if _is_clause(f"{left} {right}", tongue)
            else ""
        )
    right = right.lstrip(" ,")
    if tongue.hanging.match(right) or not right[:1].isalpha() or len(_WORD.findall(right)) < _FEWEST:
        return ""
    if tongue is TONGUES["de"] and right[:1].islower():
        right = in_order(right)
    return f"{HERE}{right}" if right else ""


def _is_clause(words: str, tongue: Tongue) -> bool:
    """Whether words from which the date was taken have a verb, and are more than it."""
    return tongue.verb.search(words[:1].lower() + words[1:]) is not None and len(_WORD.findall(words)) > 1


def _is_said_of_noun(left: str, tongue: Tongue) -> bool:
    """Whether a participle without a verb stands before a date: "trouvée en 1980"."""
    phrase = left.rpartition(", ")[2].split()
    if not phrase:
        return False
    if phrase[0].islower() and tongue.participle.fullmatch(phrase[0]):
        return True
    if tongue.participle.fullmatch(phrase[-1]) is None:
        return False
    before = left[: -len(phrase[-1])]
    verbs = list(tongue.verb.finditer(before))
    return not verbs or len(before) - verbs[-1].end() > _FAR_PARTICIPLE


def _between(text: str, date: Span, sentence: Span) -> tuple[int, int]:
    """The part of the sentence round the date from one strong mark to the next."""
    begin, far = max(sentence.start, date.start - _FAR), min(sentence.end, date.end + _FAR)
    before = [found.end() for found in _STRONG.finditer(text, begin, date.start)]
    behind = _STRONG.search(text, date.end, far)
    return before[-1] if before else begin, behind.start() if behind else far


def _foreign_range(text: str, sentence: Span, dates: Sequence[Time]) -> Date | None:
    """From the first to the second date of a sentence where its words say so: “von 1914 bis 1918”."""
    if len(dates) == 1 or "/" in dates[0].value + dates[1].value:
        return None
    between = text[dates[0].end : dates[1].start]
    is_pair = _FOREIGN_AND.fullmatch(between) and _FOREIGN_BETWEEN.search(
        text, sentence.start, dates[0].start
    )
    if len(between) > _LONGEST_JOIN or not (is_pair or _FOREIGN_TO.fullmatch(between)):
        return None
    date = date_of(f"{dates[0].value}/{dates[1].value}")
    return date if date is not None and date.earliest < date.latest else None

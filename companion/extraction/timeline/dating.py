"""Dating: the dates of one sentence, each with the phrase in which it stands."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from companion.core.dates import Date, DateError, parse_date
from companion.core.document import Span
from companion.extraction.grammar import PREPOSITIONS, VERB_WORD, either, words_of
from companion.extraction.timeline.occurring import is_of_happening
from companion.extraction.timeline.phrases import date_phrase

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from companion.core.found import Time

_RANGE = re.compile(r"\s*(?:to|until|till|through|and|[–—-])\s*(?:the\s+)?")
_AND = re.compile(
    r",?\s(?:and|or)(?:\s(?:again\s)?(?:in|on)(?=\s\d))?\s(?:the\s)?|,\s(?:(?:and|or)\s)?(?:in\s)?(?=\d)"
)
"""What stands between dates that are told of together."""
_OR = re.compile(r"\bor\b")
_PUT_BEHIND = re.compile(r", (?:(?:on|in) )?(?:the )?")
"""What stands between a year and a day in it."""
_BETWEEN = re.compile(r"\bbetween\b", re.IGNORECASE)
_ASKING_FOR = re.compile(
    r"\b(?:spen[dt]|spending|spends|await(?:ed)?|celebrat(?:ed?|ing)|fix(?:ed)?|cho(?:os|s)e|"
    r"pass(?:ed|ing)?|mark(?:ed|ing)?|enter(?:ed)?|surviv(?:ed|e|ing)|"
    r"last(?:ed|s)?|reign(?:ed|s)?|date[ds]?(?: back)?|dating(?: back)?)\s+$"
)
"""Verbs of which a date behind them is the object."""
_LIMIT = re.compile(r"(?:(?:ever|only) )?(?:until|till|before|since|prior to|previous to)\b", re.IGNORECASE)
"""Words without which a date would say the opposite: it lasted until then."""
_FIXED_FOR = re.compile(r"\b(?:set|sets|scheduled|planned|fixed|booked|due|arranged|called)\b[^,;.]*$")
_NOUN = re.compile(r"\b(?:the|an?|[Tt]he)\s[a-z]+\s$")
"""A noun that tells little without what it is of: "the coming of Christmas"."""
_THIS = re.compile(r"^(?:this|the|that|his|her|their|our|my)\b", re.IGNORECASE)
_VISIT = re.compile(
    rf"\s(?!(?:{either(PREPOSITIONS | words_of('after_dates'))})\b)(?!{VERB_WORD})[a-z]{{3,}}"
)
"""What is named after a day: "this Christmas visit"."""
_OF_WHAT = re.compile(r"\sof\s(?!\d)")
"""What a date belongs to: "in September of the president's first year"."""
_NAMED_BY_YEAR = re.compile(r"\bthe \d{4}$", re.IGNORECASE)
_NAME_BEFORE = re.compile(r"\b[A-Z][\w-]*\s$")
_GOVERNING = re.compile(
    r"[’']s\b|\s(?:was|were|is|had|would|will|marked|brought|witnessed|proved|became|began|ended|saw)\b"
)


class Dating(NamedTuple):
    """A date of a sentence: the `words` that say it, and the `phrase` with the preposition before them."""

    date: Date
    words: Span
    phrase: Span
    again: tuple[Date, ...] = ()
    """The other dates at which it happened, too: "in 1592 and 1597"."""

    @property
    def is_led_in(self) -> bool:
        """Whether a preposition or the like stands before the date."""
        return self.phrase.start < self.words.start

    def is_of_name(self, text: str) -> bool:
        """Whether it is a bare year behind a name, of which it may be part: "the HP 1980"."""
        if self.is_led_in or not text[self.words.start : self.words.end].isdigit():
            return False
        return _NAME_BEFORE.search(text, max(0, self.words.start - 24), self.words.start) is not None

    def is_needed(self, text: str) -> bool:
        """Whether the clause needs its date: "1914 saw the outbreak", "the 2004 Olympics"."""
        words, end = text[slice(*self.phrase)], self.phrase.end
        if words.startswith("for ") and _FIXED_FOR.search(
            text, max(0, self.phrase.start - 80), self.phrase.start
        ):
            return True
        if _LIMIT.match(words) or (
            words.startswith("of ") and _NOUN.search(text, max(0, self.phrase.start - 40), self.phrase.start)
        ):
            return True
        is_feast = text[self.words.start : self.words.end].istitle() and not any(map(str.isdigit, words))
        if is_feast and _VISIT.match(text, end) and _THIS.search(words):
            return True
        if text.startswith(("’s", "'s", " being "), end) or _OF_WHAT.match(text, end):
            return True
        if _ASKING_FOR.search(text, max(0, self.phrase.start - 16), self.phrase.start):
            return True
        if is_of_happening(text, self.words.start, self.words.end):
            return True
        following = text[end + 1 : end + 2]
        if _NAMED_BY_YEAR.search(words) and (following.isupper() or following in ("“", '"', "‘")):
            return True
        return words.split(None, 1)[0].lower() not in PREPOSITIONS and _GOVERNING.match(text, end) is not None


def datings(text: str, sentence: Span, times: Sequence[Time]) -> Iterator[Dating]:
    """What `times`, in the order of the text, say in `sentence`; the two ends of one range are one date."""
    number = 0
    while number < len(times):
        first = last = times[number]
        phrase = date_phrase(text, first, sentence.start, sentence.end)
        date = None
        again: tuple[Date, ...] = ()
        if number + 1 < len(times):
            date = _range(text, phrase, first, times[number + 1]) or _day_of(text, first, times[number + 1])
        if date is not None:
            number += 1
            last = times[number]
            phrase = Span(phrase.start, last.end)
        else:
            listed = _listed(text, times, number)
            if listed > number:
                date = _adjoining(first, times[listed]) if listed == number + 1 else None
                if date is None:
                    again = _others(text, times[number : listed + 1])
                last, number = times[listed], listed
                phrase = Span(phrase.start, last.end)
        number += 1
        date = date or date_of(first.value)
        if date is not None:
            yield Dating(date, Span(first.start, last.end), phrase, again)


def _listed(text: str, times: Sequence[Time], number: int) -> int:
    """The number of the last of several dates that are told of together: "in 1592 and 1597"."""
    while number + 1 < len(times) and _AND.fullmatch(text[times[number].end : times[number + 1].start]):
        number += 1
    return number


def _others(text: str, listed: Sequence[Time]) -> tuple[Date, ...]:
    """The second and further dates of a list of years or days; none where it is one or the other."""
    if _OR.search(text, listed[0].end, listed[-1].start) or len({len(time.value) for time in listed}) > 1:
        return ()
    return tuple(filter(None, (date_of(time.value) for time in listed[1:])))


def _day_of(text: str, year: Time, day: Time) -> Date | None:
    """The day in a year that stands before it: "in 1702, January 6"."""
    if not day.value.startswith(f"{year.value}-") or not _PUT_BEHIND.fullmatch(text, year.end, day.start):
        return None
    return date_of(day.value) if text[year.start : year.end].isdigit() else None


def _adjoining(first: Time, second: Time) -> Date | None:
    """From the first of two dates to the second, if this is the very next: "in June and July 1776"."""
    one, other = date_of(first.value), date_of(second.value)
    if one is None or other is None or one.precision != other.precision or "/" in first.value + second.value:
        return None
    follows = 0 <= other.earliest - one.latest <= 1
    return date_of(f"{first.value}/{second.value}") if follows else None


def date_of(value: str) -> Date | None:
    """The date that is written so in EDTF; None where it is none."""
    try:
        return parse_date(value)
    except DateError:
        return None


def _are_years(text: str, first: Time, second: Time) -> bool:
    """Whether two dates are two years with a stroke between them: 1943/44."""
    return text[first.start : first.end].isdigit() and text[second.start : second.end].isdigit()


def _range(text: str, phrase: Span, first: Time, second: Time) -> Date | None:
    """From the first date to the second where the text puts them together so: "from May to July"."""
    between = text[first.end : second.start]
    if len(between) > 14 or "/" in first.value + second.value:
        return None
    if not (_RANGE.fullmatch(between) or (between == "/" and _are_years(text, first, second))):
        return None
    if between.split()[:1] == ["and"] and not _BETWEEN.search(text, phrase.start, first.start):
        return None
    one, other = date_of(first.value), date_of(second.value)
    if one is None or other is None or other.latest <= one.latest or other.earliest < one.earliest:
        return None  # "February 6 - this year" is one day
    return date_of(f"{first.value}/{second.value}")

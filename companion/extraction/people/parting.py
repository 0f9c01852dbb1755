"""Parting: names of two persons that only stand side by side are taken for two names."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from companion.extraction import lexicon
from companion.extraction.grammar import PREPOSITIONS
from companion.extraction.people.forms import is_title, parse_form
from companion.extraction.people.gathering import LIKELY
from companion.extraction.people.given_names import gender_of, is_first_name
from companion.extraction.people.handles import folded

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence, Set

    from companion.extraction.names import Name

_OFTENER = 8
"""Two words that stand alone so many times as often as side by side, are two names."""

_COMMON, _RARE = 4, 10_000
"""The Zipf value from which a word is common, and the rank from which on a surname is rare."""

_LARGE = 250
"""The rank in the list of places up to which they are countries and regions."""

_AND = " & "
"""What stands between two authors; between the names of a firm it does not make one person of them."""

_OF = " of "
"""What stands between a name and a place, or between two persons that only stand side by side."""

_POSSESSIVES = ("'S", "’S")
"""What a possessive is in a heading in capitals."""

_BEFORE = PREPOSITIONS | {"the"}
_DATE = re.compile(
    r"(?:\b[Ii]n|\b\d{1,2}|(?:\d|st|nd|rd|th|beginning|end|middle|month|day|morning|evening|night)\s+of)\s+"
)
"""What stands before a month that may be a first name as well, where it is the month."""


def part_names(
    text: str, names: Sequence[Name], scores: Mapping[str, float]
) -> tuple[list[Name], dict[str, float]]:
    """`names` of `text`, with each that is two names glued together replaced by the two; and the `scores`.

    An author of whom nothing else is known has the score of both together. A name in capitals has no
    possessive any more.
    """
    names, scores = _without_possessives(names, scores)
    counts = Counter(name.form for name in names)
    families = _families({form: count for form, count in counts.items() if scores.get(form, 0.0) >= LIKELY})
    others = {form for form in counts if scores.get(form, 0.0) < LIKELY}
    found = ((form, _cut(form, counts, families, others)) for form in counts)
    cuts = {form: cut for form, cut in found if cut}
    places = _behind_prepositions(text, names)
    cuts |= {form: cut for form in places if (cut := _cut_behind_place(form, counts, others))}
    cuts |= {form: cut for form in counts if (cut := _cut_before_verb(form, counts, others))}
    cuts |= {form: form.index(_AND) for form in counts if _AND in form and form not in others}
    cuts |= {form: form.index(_OF) for form in counts if _OF in form and _is_cut_at_of(form, counts, others)}
    known = dict(scores)
    parted: list[Name] = []
    for name in names:
        cut = cuts.get(name.form, 0)
        if cut and name.end - name.start == len(name.form):
            gap = next((len(word) for word in (_AND, _OF) if name.form.startswith(word, cut)), 1)
            left, right = name.form[:cut], name.form[cut + gap :]
            parted.append(name._replace(end=name.start + cut, form=left, after="", is_possessive=False))
            start = name.start + cut + gap
            parted.append(name._replace(start=start, form=right, before="", is_initial=False))
            for part in (left, right) if gap == len(_AND) else ():
                known.setdefault(part, scores.get(name.form, 0.0))
        else:
            parted.append(name)
    return parted, known


def _without_possessives(
    names: Sequence[Name], scores: Mapping[str, float]
) -> tuple[Sequence[Name], Mapping[str, float]]:
    """The names of headings, as "MR. ORME'S", without what is no part of them, and the scores of these."""
    if not any(form.endswith(_POSSESSIVES) for form in scores):
        return names, scores
    known = dict(scores)
    bare: list[Name] = []
    for name in names:
        if name.form.endswith(_POSSESSIVES):
            form = name.form[: -len(_POSSESSIVES[0])]
            known[form] = max(known.get(form, 0.0), known.get(name.form, 0.0))
            name = name._replace(end=name.end - len(_POSSESSIVES[0]), form=form, is_possessive=True)
        bare.append(name)
    return bare, known


def _families(counts: Mapping[str, int]) -> Counter[str]:
    """How often each word is a surname: behind a title or another name."""
    found: Counter[str] = Counter()
    for form, count in counts.items():
        parsed = parse_form(form)
        if parsed.surname or (parsed.titles and parsed.lone):
            found[(parsed.surname or parsed.lone).rsplit(" ", 1)[-1]] += count
    return found


def _cut(form: str, counts: Mapping[str, int], families: Mapping[str, int], others: Set[str]) -> int:
    """Where `form` falls into two names, 0 if nowhere; `others` are names of what is no person."""
    words = form.split(" ")
    count = counts[form]
    for place in range(1, len(words)):
        left, right = " ".join(words[:place]), " ".join(words[place:])
        if len(words) == 2 and _is_turned(left, right, counts, families):
            return len(left)
        if counts.get(left, 0) < _OFTENER * count or not counts.get(right):
            continue
        titled = is_title(words[0])
        if titled and place > 1 and (len(words) - place > 1 or _is_nothing_but_land(right)):
            return len(left)
        if titled or counts[right] < _OFTENER * count:
            continue
        if len(words) > 2:
            begins = is_first_name(words[place].lower()) or families.get(left)
            if place < len(words) - 1 and begins and left not in others and right not in others:
                return len(left)
            continue
        if left in others and right not in others and left.lower() in lexicon.places():
            return len(left)
        if families.get(right, 0) <= count and not families.get(left):
            return len(left)
    return 0


def _is_turned(left: str, right: str, counts: Mapping[str, int], families: Mapping[str, int]) -> bool:
    """Whether a first name that mostly stands alone is behind a surname of the text, not its bearer's."""
    times = counts[f"{left} {right}"]
    if (
        families.get(left, 0) < times
        or counts.get(right, 0) < _OFTENER * times
        or f"{right} {left}" in counts
    ):
        return False
    return bool(gender_of(folded(right))) and not is_first_name(folded(left))


def _behind_prepositions(text: str, names: Sequence[Name]) -> set[str]:
    """The forms of several words that always stand behind a preposition, as "Smolénsk Napoleon" does."""
    behind: defaultdict[str, bool] = defaultdict(lambda: True)
    for name in names:
        if " " in name.form and behind[name.form]:
            begins = name.before in _BEFORE or (name.before.isdigit() and _is_calendar(name))
            behind[name.form] = begins and _may_end_there(text, name)
    return {form for form, always in behind.items() if always}


def _is_calendar(name: Name) -> bool:
    return name.form.partition(" ")[0].lower() in lexicon.group("calendar")


def _may_end_there(text: str, name: Name) -> bool:
    """Whether the first word of a name may be of another phrase; a month that is one too, in a date."""
    first = name.form.partition(" ")[0].lower()
    if first not in lexicon.group("calendar") or first not in lexicon.english_first_names():
        return True
    found = list(_DATE.finditer(text, max(0, name.start - 24), name.start))
    return bool(found) and found[-1].end() == name.start


def _cut_before_verb(form: str, counts: Mapping[str, int], others: Set[str]) -> int:
    """Where a heading goes on behind a name, as in "Father Barham Visits London"; 0 if nowhere."""
    words = form.split(" ")
    for place in range(1, len(words)):
        if _is_verb(words[place]):
            left = " ".join(words[:place])
            return len(left) if counts.get(left, 0) >= _OFTENER * counts[form] and left not in others else 0
    return 0


def _is_verb(word: str) -> bool:
    """Whether a word with a capital is a common one that ends as verbs do, and hardly anybody's name."""
    key = word.lower()
    if not key.endswith("s") or not key[:-1].isalpha() or lexicon.frequencies().get(key, 0) < _COMMON:
        return False
    return lexicon.surnames().get(key, _RARE) >= _RARE and not is_first_name(key) and not is_title(word)


def _is_cut_at_of(form: str, counts: Mapping[str, int], others: Set[str]) -> bool:
    """Whether "Josiah Bounderby of Coketown" is Josiah Bounderby, and "Mary of Ralph" are two.

    A full name needs no place behind it that stands oftener without; a bare name does, unless it is a person.
    """
    left, right = form.split(_OF, 1)
    if form in others or left in others or counts.get(left, 0) <= counts[form]:
        return False
    if len(parse_form(left).names) > 1 or _is_other(left, right, counts, counts[form] * _OFTENER):
        return True
    return counts.get(right, 0) > counts[form] and right not in others and bool(gender_of(right.lower()))


def _is_other(left: str, right: str, counts: Mapping[str, int], least: int) -> bool:
    """Whether both halves stand alone so many times at least that each is a name of its own."""
    return counts[left] >= least and counts.get(right, 0) >= least and right.lower() not in lexicon.places()


def _is_large_place(words: str) -> bool:
    """Whether a country or a region is so called, and hardly anybody."""
    key = words.lower()
    return lexicon.places().get(key, _LARGE) < _LARGE and key not in lexicon.first_names()


def _is_nothing_but_land(words: str) -> bool:
    """The same, where nobody at all is so called: the emperor was given "Moldavia"."""
    return _is_large_place(words) and words.lower() not in lexicon.surnames()


def _cut_behind_place(form: str, counts: Mapping[str, int], others: Set[str]) -> int:
    """Where "Smolénsk Napoleon" or "January Pierre" falls in two, 0 if nowhere: no person, then one."""
    words = form.split(" ")
    if is_title(words[0]):
        return 0
    for place in range(1, len(words)):
        left, right = " ".join(words[:place]), " ".join(words[place:])
        is_time = place == 1 and left.lower() in lexicon.group("calendar")
        if right in counts and right not in others and (is_time or left in others or _is_large_place(left)):
            is_known = counts[right] >= (1 if is_time else _OFTENER) * counts[form]
            return len(left) if is_known and left.lower() not in lexicon.titles() else 0
    return 0

"""Drafts: what becomes a term, while it is still gathered from candidates, names and abbreviations."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from itertools import islice
from math import exp
from typing import TYPE_CHECKING

from companion.core.document import Span
from companion.core.entries import DOUBTFUL
from companion.extraction import lexicon
from companion.extraction.glossary.unfit import is_never_in_prose, is_no_term, stands_apart
from companion.extraction.glossary.words import rareness, split

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from companion.extraction.glossary.abbreviations import Abbreviation
    from companion.extraction.glossary.ranking import Ranked
    from companion.extraction.glossary.words import Words
    from companion.extraction.source import Source

_LEAST_SHOWN, _SHOWN, _HIDDEN = 0.03, 0.58, 0.3
"""The chance from which a candidate is not doubtful, the confidence it has then, and the least of all."""

_LEAST_CHANCE, _LEAST_OF_QUALITY = 0.006, 0.1
"""The chance from which a candidate is kept, and that from which a single adjective is."""

_SHORT_FORM, _FAR_FORM, _FREQUENT = 0.56, 0.29, 0.51
SHORT_TEXT = 20_000
"""Characters of a text in which it is enough that something comes twice."""

_TELLING, _TELLING_MUCH = 0.025, 0.05
"""The shares of words like "he" and "you" from which a text tells a story: first a little, then wholly."""

_TOLD_SMALL, _TOLD_NAME = 4.0, 2.0
"""The log-odds that words in small letters, and names, lose in a story."""

_OFTENER = 500
"""A word that is so many times as frequent as in English at large belongs to what the text is about."""

_STORY = 0.3
_NEVER_IN_ENGLISH = 5
"""How rare a word is that is in no list of English words."""

_NO_NOUN = re.compile(r"(?:ly|ing|ed|ness|less|ful|able|ible|est|self|like|ward|wards|n’t|n't)\Z")
_SELVES = frozenset({"I", "me", "my", "you", "your", "he", "him", "she", "her"})

_NO_WORDS = frozenset("\n.,:-()")
_FORMS_COUNTED = 200

_BEST_PLACES, _LOOKED_AT = 2, 6
"""Places at which a definition of a candidate is looked for, as it seldom stands at others; and those among
which they are chosen."""

_ALIKE = 1.0
"""The log-odds by which one place may be likelier to explain a candidate than another that counts as much."""


@dataclass(slots=True)
class Draft:
    """A term in the making: its key, its spellings, its best places as spans and how sure it is."""

    key: str
    spellings: Counter[str]
    places: list[Span]
    confidence: float
    count: int = 0
    others: list[str] = field(default_factory=list)
    expansion: Abbreviation | None = None

    @property
    def heading(self) -> str:
        """The commonest spelling; of several as common one in small letters."""
        return max(self.spellings, key=lambda form: (self.spellings[form], form.islower(), form))


def plain_key(form: str) -> str:
    """The words of `form` in plain form, a hyphen as good as a blank, without the article."""
    key = " ".join(split(form)[1]).replace("-", " ")
    return key.removeprefix("the ")


def storytelling(words: Words) -> float:
    """How much the text tells a story, from 0 to 1, by its share of words like "he" and "you"."""
    total = sum(map(words.signs.count, set(words.signs) - _NO_WORDS)) or 1
    share = sum(map(_SELVES.__contains__, words.words)) / total
    return max(0.0, min(1.0, (share - _TELLING) / (_TELLING_MUCH - _TELLING)))


def drafts_of(source: Source, words: Words, ranked: Iterable[Ranked]) -> dict[str, Draft]:
    """A draft for each candidate that has a chance, by its key; spellings with and without hyphen are one."""
    found: dict[str, Draft] = {}
    telling = storytelling(words)
    for one in ranked:
        if one.chance < _LEAST_CHANCE:
            break
        spans = [Span(words.starts[start], words.end(end - 1)) for start, end in one.places[:_FORMS_COUNTED]]
        spellings = Counter(" ".join(source.text[start:end].split()) for start, end in spans)
        is_name = "C" in words.signs[slice(*one.best_place)]
        chance = _less_likely(one.chance, telling * (_TOLD_NAME if is_name else _TOLD_SMALL))
        if chance < _LEAST_CHANCE or is_no_term(one.key) or is_never_in_prose(source, spans):
            continue
        if chance < _LEAST_OF_QUALITY and words.signs[slice(*one.best_place)] == "j":
            continue
        if telling > _STORY and _is_plain(one.key, spellings):
            continue
        key = one.key.replace("-", " ")
        known = found.get(key)
        if known is not None:
            known.spellings += spellings
            known.count += len(one.places)
            continue
        best = _best_places(source, spans, one.scores)
        found[key] = Draft(key, _quieter(spellings), best, _confidence(chance), len(one.places))
    return found


def _best_places(source: Source, places: list[Span], scores: Sequence[float]) -> list[Span]:
    """Where a candidate is most likely explained: not in a heading, and of two like places at the first."""
    order = sorted(range(min(len(places), len(scores))), key=lambda at: -scores[at])
    told = (at for at in order if not stands_apart(source, places[at].start))
    order = list(islice(told, _LOOKED_AT)) or order
    like = min(at for at in order if scores[at] >= scores[order[0]] - _ALIKE)
    return [places[at] for at in dict.fromkeys((like, *order))][:_BEST_PLACES]


def _is_plain(key: str, spellings: Counter[str]) -> bool:
    """Whether words mean, in a story, no more than they say: "good friend", "first-rate", "Anna's letter"."""
    small = sum(count for form, count in spellings.items() if form.rsplit(" ", 1)[-1].islower())
    if small * 2 >= spellings.total() and " 's " in key:
        return True
    if sum(count for form, count in spellings.items() if form[1:].islower()) * 2 < spellings.total():
        return False
    if all(form[0].isupper() for form in spellings):
        return False
    if " " in key:
        return all(rareness(word) < _NEVER_IN_ENGLISH for word in key.split(" "))
    return any(mark in key for mark in "-’'") or rareness(key) < _NEVER_IN_ENGLISH - 1


def _confidence(chance: float) -> float:
    """The confidence of a candidate by its chance: a term is rare, so a small chance is not doubtful yet."""
    if chance >= _LEAST_SHOWN:
        return _SHOWN + (1 - _SHOWN) * (chance - _LEAST_SHOWN) / (1 - _LEAST_SHOWN)
    return _HIDDEN + (DOUBTFUL - 0.01 - _HIDDEN) * chance / _LEAST_SHOWN


def _less_likely(chance: float, loss: float) -> float:
    """The chance with log-odds less by `loss`."""
    return chance / (chance + (1 - chance) * exp(loss))


def add_frequent(drafts: dict[str, Draft], source: Source, words: Words) -> None:
    """Adds the rare nouns that the text uses so often that it must be about them."""
    counts, total = Counter(words.plain), max(1, len(words.plain))
    oftener = _OFTENER * (1 + 3 * storytelling(words))
    least = 2 if len(source.text) < SHORT_TEXT else 3
    small = source.small_words
    for word, count in counts.items():
        if count < least or len(word) < 5 or _NO_NOUN.search(word):
            continue
        if not small[word] and word not in lexicon.frequencies():
            continue
        several = small[f"{word}s"]
        rare = min(rareness(word), rareness(f"{word}s"))
        if rare < 4 or not several or several * 12 < count or count / total < oftener * 10.0 ** (-2.5 - rare):
            continue
        draft = drafts.get(word)
        if draft is not None:
            draft.confidence = max(draft.confidence, _FREQUENT)
            continue
        spelled = re.compile(rf"\b{re.escape(word)}s?\b", re.IGNORECASE)
        places = [Span(*found.span()) for found in islice(spelled.finditer(source.text), 6)]
        spellings = Counter(source.text[start:end] for start, end in places)
        if places and not is_never_in_prose(source, places):
            drafts[word] = Draft(word, _quieter(spellings), places, _FREQUENT, count)


def _quieter(spellings: Counter[str]) -> Counter[str]:
    """The spellings without those in capitals, as headings are, where there are others."""
    others = {form: count for form, count in spellings.items() if not form.isupper()}
    return Counter(others) if others else spellings


def add_abbreviations(
    drafts: dict[str, Draft], source: Source, pairs: Iterable[Abbreviation], persons: Collection[str]
) -> None:
    """Puts an abbreviation and what it stands for into one draft."""
    taken: set[str] = set()
    for pair in pairs:
        long, short = plain_key(pair.long), plain_key(pair.short)
        if long in persons or short in persons or not long or not short or short in taken:
            continue
        taken.add(short)
        counts = Counter(
            {pair.long: source.text.count(pair.long) or 1, pair.short: _alone(source.text, pair.short)}
        )
        known = [draft for draft in (drafts.pop(long, None), drafts.pop(short, None)) if draft]
        is_known = not {long, pair.long.lower(), f"the {pair.long.lower()}"}.isdisjoint(lexicon.places())
        confidence = _FAR_FORM if pair.is_far or is_known else _SHORT_FORM
        places = [pair.long_span if not pair.is_far else pair.short_span]
        drafts[long] = Draft(
            long,
            counts,
            [*dict.fromkeys([*(draft.places[0] for draft in known), *places])],
            max([confidence, *(draft.confidence for draft in known)]),
            sum(counts.values()),
            [pair.long, pair.short],
            pair,
        )


def _alone(text: str, short: str) -> int:
    """How often an abbreviation stands in the text, not counting parts of longer words too finely."""
    return (
        text.count(f"{short} ") + text.count(f"{short},") + text.count(f"{short}.") + text.count(f"{short}’")
    )

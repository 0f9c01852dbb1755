"""Drafts: what becomes a term, while it is still gathered from candidates, names and abbreviations."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from companion.extraction import lexicon
from companion.extraction.glossary.words import rareness, split

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from companion.core.document import Span
    from companion.extraction.glossary.abbreviations import Abbreviation
    from companion.extraction.glossary.ranking import Ranked
    from companion.extraction.glossary.words import Words
    from companion.extraction.names import Name
    from companion.extraction.source import Source

_SOFTENED = 0.43
"""The power to which a chance is raised: one of 0.2 is no longer doubtful."""

_LEAST_CHANCE = 0.015
_SURE_NAME, _DOUBTFUL_NAME, _SHORT_FORM, _FAR_FORM = 0.52, 0.42, 0.62, 0.45
_SHORT_TEXT = 20_000
"""Characters of a text in which a name need not come twice."""

_FORMS_COUNTED = 200


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


def drafts_of(source: Source, words: Words, ranked: Iterable[Ranked]) -> dict[str, Draft]:
    """A draft for each candidate that has a chance, by its key; spellings with and without hyphen are one."""
    from companion.core.document import Span

    found: dict[str, Draft] = {}
    for one in ranked:
        if one.chance < _LEAST_CHANCE:
            break
        spans = [Span(words.starts[start], words.end(end - 1)) for start, end in one.places[:_FORMS_COUNTED]]
        order = sorted(range(len(spans)), key=lambda at: -one.scores[at])[:6]
        spellings = Counter(" ".join(source.text[start:end].split()) for start, end in spans)
        key = one.key.replace("-", " ")
        known = found.get(key)
        if known is not None:
            known.spellings += spellings
            known.count += len(one.places)
            continue
        best = [spans[at] for at in order]
        found[key] = Draft(key, _quieter(spellings), best, one.chance**_SOFTENED, len(one.places))
    return found


def _quieter(spellings: Counter[str]) -> Counter[str]:
    """The spellings without those in capitals, as headings are, where there are others."""
    others = {form: count for form, count in spellings.items() if not form.isupper()}
    return Counter(others) if others else spellings


def add_names(
    drafts: dict[str, Draft], source: Source, names: Sequence[Name], persons: Collection[str]
) -> None:
    """Adds the names that name no person: places, peoples, organisations and works."""
    by_form: dict[str, list[Name]] = {}
    for name in names:
        if not name.form.isupper() or len(name.form) < 6:
            by_form.setdefault(name.form, []).append(name)
    by_key: dict[str, list[Name]] = {}
    for form, its in by_form.items():
        by_key.setdefault(plain_key(form), []).extend(its)
    for key, its in by_key.items():
        confidence = 0.0 if key in persons or not key else _of_name(key, its, source)
        if not confidence:
            continue
        if key in drafts:
            drafts[key].confidence = max(drafts[key].confidence, confidence)
        else:
            drafts[key] = _draft_of_name(key, its, confidence)


def _draft_of_name(key: str, names: list[Name], confidence: float) -> Draft:
    from companion.core.document import Span

    its = sorted(names, key=lambda name: name.start)
    places = [Span(name.start, name.end) for name in its[:6]]
    return Draft(key, Counter(name.form for name in names), places, confidence, len(names))


def _of_name(key: str, names: list[Name], source: Source) -> float:
    """How sure it is that a name wants explaining; 0 where it is none."""
    inside = sum(not name.is_initial for name in names)
    forms = key.split(" ")
    if not inside or any(form in lexicon.group("calendar") for form in forms):
        return 0.0
    if len(forms) == 1 and (source.small_words[key] >= inside or key in lexicon.group("small")):
        return 0.0
    is_short = len(source.text) < _SHORT_TEXT
    is_kind = len(forms) > 1 and forms[-1] in lexicon.group("kind")
    is_known = max(map(rareness, forms)) <= 3 and not is_kind
    enough = 1 if is_kind and is_short else 2 if is_kind or is_short else 3
    if len(names) < enough:
        return _DOUBTFUL_NAME * 0.6
    return _DOUBTFUL_NAME if is_known else _SURE_NAME


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
        confidence = _FAR_FORM if pair.is_far else _SHORT_FORM
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

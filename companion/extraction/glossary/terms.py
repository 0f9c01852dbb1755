"""Terms: the names and words of a text that need explaining, each with what the text says of it."""

from __future__ import annotations

import re
from dataclasses import replace
from math import sqrt
from typing import TYPE_CHECKING, NamedTuple

from companion.core.claims import with_claims
from companion.core.entries import DOUBTFUL, Alias, Claim, ClaimKind, Origin, Term
from companion.extraction.glossary.defining import definition_at, shortened
from companion.extraction.glossary.drafts import (
    add_abbreviations,
    add_frequent,
    drafts_of,
    plain_key,
    storytelling,
)
from companion.extraction.glossary.mentions import mentions_of
from companion.extraction.glossary.named import add_names
from companion.extraction.glossary.noted import noted_terms
from companion.extraction.glossary.own import own_terms
from companion.extraction.glossary.ranking import ranked
from companion.extraction.glossary.storied import KINDS_OF_PLACE, definition_in_story, kind_in_story
from companion.extraction.glossary.unfit import is_no_term, stands_apart
from companion.extraction.glossary.words import part_of_speech, rareness, split, words_of
from companion.extraction.people.forms import is_title

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from companion.core.document import Span
    from companion.extraction.glossary.abbreviations import Abbreviation
    from companion.extraction.glossary.drafts import Draft
    from companion.extraction.glossary.own import OwnTerm
    from companion.extraction.names import Name
    from companion.extraction.people.finding import FoundPerson
    from companion.extraction.source import Source

_FEWEST, _WORDS_A_TERM = 30, 120
"""So many terms are kept at most, and one more for each so many words of the text."""

_FEWEST_SHOWN, _SHOWN_FOR_ROOT = 9, 0.12
"""So many are not doubtful, names and frequent words filling up what explained terms leave: a few, and more
by the square root of the number of words."""

_FILLING, _LEFT_OUT = 0.57, 0.29
"""The confidence of what fills up is below the first number, and what is left out has the second."""

_MORE_THAN_NAME = 0.6
"""The confidence from which a name with a word behind is rather explained than the name."""

_TIMES_SHOWN, _NOT_SHOWN = 2.5, DOUBTFUL - 0.005
"""So many times as many are shown where more are likely terms, and the confidence of those left then."""

_STORY = 0.3
"""How much a text must tell a story, from 0 to 1, for hardly anything in it to be a definition."""

_MENTIONS_READ = 60
"""Mentions of a name in a story that are read for what it names."""

_WHOLE = re.compile(r"[“‘\"']?[A-Z0-9][^\t?!]{25,500}[.!;:][’”\"')\]]*\s*")
"""A sentence that may stand alone, and asks nothing."""

_EVERYDAY, _LONG, _UNLIKELY, _UNLIKELIER = 3, 3, 0.62, 0.6
"""A single word that is no rarer than the first number, and a phrase of so many words, both in small letters,
are not shown below the third unless the text explains them; nor below the last two such words together:
"contest", "small urban household", "healthy ants"."""

_NO_NOUNS, _IN_ING = "jVvf", "G"
"""The signs of words that are hardly terms alone, and of those in "-ing" that may be: "sharecropping"."""

_LEADING = (
    "term word phrase expression notion two three four five six seven eight nine ten several various other"
)
_BEFORE_TERMS = frozenset(_LEADING.split())
"""Words that stand before a term and do not belong to it."""

_FULL_NAME = 2
"""Words of a full name."""

_OWN = 0.97
_PERSON = 0.5
_LEAST_OUTSIDE = 1.34


class FoundTerm(NamedTuple):
    """A term and every place that names it, in the order of the text."""

    term: Term
    mentions: tuple[Span, ...]


def find_terms(
    source: Source,
    names: Sequence[Name],
    people: Sequence[FoundPerson],
    abbreviations: Iterable[Abbreviation],
) -> list[FoundTerm]:
    """The terms of the text, the surest first; `confidence` is how sure it is that each needs explaining.

    An abbreviation and its long form are one term, and no person is one. The definition is in the words of
    the text, and where the text gives none, the sentence that tells most is a claim of the kind TOLD.
    """
    words = words_of(source)
    persons = persons_of(people)
    drafts: dict[str, Draft] = {}
    if source.is_english:  # how common a word is, and what explains it, is known of no other language
        drafts = drafts_of(source, words, ranked(source, words, persons))
        add_frequent(drafts, source, words)
    add_names(drafts, source, names, persons)
    add_abbreviations(drafts, source, abbreviations, persons)
    size, is_story = len(words.words), storytelling(words) > _STORY
    chosen = list(_without_parts(drafts.values(), persons, _FEWEST + size // _WORDS_A_TERM))
    _hide_the_plain(source, chosen, is_story=is_story)
    _hide_the_rest(chosen, _FEWEST_SHOWN + round(_SHOWN_FOR_ROOT * sqrt(size)))
    noted = {plain_key(item.term): item for item in noted_terms(source)}
    own = {key: item for key, item in noted.items() if key not in persons and not is_no_term(key)}
    own.update((plain_key(item.term), item) for item in own_terms(source))
    made = [_own_term(item) for item in own.values()]
    drafted = (_term(source, draft, is_story) for draft in chosen if draft.key not in own)
    made += sorted(drafted, key=lambda term: -term.confidence)
    mentions = mentions_of({term.id: _forms(term) for term in made}, words)
    found = [FoundTerm(term, tuple(mentions[term.id])) for term in made]
    if is_story and source.is_english:
        found = [_with_kind(source, one) for one in found]
    return [_with_first_sentence(source, one) for one in found if one.mentions and not _only_names(one)]


def _only_names(found: FoundTerm) -> bool:
    """Whether all that is told of a term is its name: the text is a list, or nothing but this word."""
    claims = found.term.claims
    return all(claim.kind is ClaimKind.TOLD and claim.text == found.term.term for claim in claims)


def persons_of(people: Iterable[FoundPerson]) -> set[str]:
    """The forms of the persons that are not doubtful, in plain form, those with titles also without."""
    sure = [form for person in people if person.confidence >= _PERSON for form in person.forms]
    return {plain_key(spelled) for form in sure for spelled in (form, _untitled(form))}


def _untitled(form: str) -> str:
    """The full name in a form, or the form as it is where a surname alone would be left."""
    words = form.split(" ")
    while len(words) > _FULL_NAME and is_title(words[0]):
        del words[0]
    return " ".join(words)


def _without_parts(drafts: Collection[Draft], persons: Collection[str], most: int) -> Iterator[Draft]:
    """The surest of `drafts`, without those that stand almost only within a surer one, or hold one."""
    full_names = {person for person in persons if " " in person}
    names = {draft.key for draft in drafts if DOUBTFUL <= draft.confidence < _FILLING and _is_name(draft)}
    keys = {draft.key for draft in drafts}
    kept: dict[str, Draft] = {}
    holding: dict[str, list[Draft]] = {}
    for draft in sorted(drafts, key=lambda draft: (-draft.confidence, -draft.count, draft.key)):
        parts = set(_parts(draft.key))
        inner = [kept[part] for part in parts if part in kept and part != draft.key]
        if parts & full_names or (inner and not _is_more_than(draft, inner)):
            continue
        begin, _, rest = draft.key.partition(" ")
        if (begin in _BEFORE_TERMS and rest in kept) or _names_only_a_kind(draft, keys):
            continue
        if any(draft.count <= other.count * _LEAST_OUTSIDE for other in holding.get(draft.key, ())):
            continue
        if draft.confidence < _MORE_THAN_NAME and _is_about_name(draft, names & parts):
            continue
        kept[draft.key] = draft
        if draft.expansion is not None:
            kept.setdefault(plain_key(draft.expansion.short), draft)
        for part in parts:
            holding.setdefault(part, []).append(draft)
        yield draft
        if len(kept) >= most:
            return


def _names_only_a_kind(draft: Draft, keys: Collection[str]) -> bool:
    """Whether words only say before a name what kind of place it is: "village of Banjal"."""
    kind, _, name = draft.key.partition(" of ")
    return kind in KINDS_OF_PLACE and name in keys and draft.heading[0].islower()


def _is_name(draft: Draft) -> bool:
    return not draft.heading.islower()


def _is_about_name(draft: Draft, names: set[str]) -> bool:
    """Whether words say no more than one of `names` in them does: "Axis soldiers"."""
    return bool(names - {draft.key}) and draft.heading.rpartition(" ")[2].islower()


def _is_more_than(draft: Draft, parts: Iterable[Draft]) -> bool:
    """Whether a draft that holds surer ones is explained by itself: "new federalism" beside "federalism"."""
    is_apart = all(draft.count * _LEAST_OUTSIDE < part.count for part in parts)
    return is_apart and draft.confidence > _FILLING


def _hide_the_rest(drafts: list[Draft], shown: int) -> None:
    """Makes doubtful what is above the number that should be shown; of likely terms there may be more."""
    for place, draft in enumerate(drafts):
        if DOUBTFUL <= draft.confidence < _FILLING and place >= shown:
            draft.confidence = _LEFT_OUT
        elif draft.confidence >= DOUBTFUL and place >= shown * _TIMES_SHOWN and draft.expansion is None:
            draft.confidence = _NOT_SHOWN
    drafts.sort(key=lambda draft: -draft.confidence)


def _parts(key: str) -> Iterator[str]:
    """All runs of the words of a key, itself among them."""
    words = key.split(" ")
    for start in range(len(words)):
        for end in range(start + 1, len(words) + 1):
            yield " ".join(words[start:end])


def _own_term(item: OwnTerm) -> Term:
    term = Term(id=f"term:{plain_key(item.term)}", term=item.term, origin=Origin.FOUND, confidence=_OWN)
    return with_claims(term, [Claim(ClaimKind.DEFINITION, item.definition, item.span)])


def _term(source: Source, draft: Draft, is_story: bool) -> Term:
    heading = draft.heading
    known = {" ".join(split(heading)[1])}
    aliases = []
    for form in (*draft.others, *draft.spellings):
        plain = " ".join(split(form)[1])
        if plain not in known:
            known.add(plain)
            aliases.append(Alias(form))
    claims = list(_claims(source, draft, heading, is_story))
    is_cry = is_story and heading.islower() and not _says_something(source, claims[0])
    term = Term(
        id=f"term:{draft.key}",
        term=heading,
        aliases=tuple(aliases),
        origin=Origin.FOUND,
        confidence=min(_NOT_SHOWN if is_cry else 1.0, draft.confidence),
    )
    return with_claims(term, claims)


def _hide_the_plain(source: Source, drafts: list[Draft], *, is_story: bool) -> None:
    """Makes words that need no explaining doubtful, before it is decided what fills up the places left."""
    for draft in drafts:
        if _is_plain(draft) and not _is_defined(source, draft, is_story):
            draft.confidence = _NOT_SHOWN
    drafts.sort(key=lambda draft: -draft.confidence)


def _is_defined(source: Source, draft: Draft, is_story: bool) -> bool:
    return next(_claims(source, draft, draft.heading, is_story)).kind is ClaimKind.DEFINITION


def _is_plain(draft: Draft) -> bool:
    """Whether words that nothing explains are hardly a term: everybody knows them, or puts them together."""
    heading = draft.heading
    if draft.expansion is not None:
        return False
    if heading != heading.lower():
        return " " in heading and heading.isupper()  # the words of a heading
    words = draft.key.split(" ")
    sign = part_of_speech(words[-1])
    if len(words) == 1 and (sign in _NO_NOUNS or (sign == _IN_ING and draft.count == 1)):
        return True
    if not _FILLING < draft.confidence < _UNLIKELY:
        return False
    spelled = heading.replace("-", " ").split(" ")
    is_known = max(map(rareness, words)) <= _EVERYDAY or max(map(rareness, spelled)) <= _EVERYDAY
    if len(words) == 1:
        return is_known or part_of_speech(words[0]) != "l"
    return len(words) >= _LONG or (is_known and draft.confidence < _UNLIKELIER)


def _says_something(source: Source, claim: Claim) -> bool:
    """Whether a claim is a definition, or at least a whole sentence: "Humbug!" is neither."""
    if claim.kind is ClaimKind.DEFINITION:
        return True
    return _WHOLE.fullmatch(source.text, claim.evidence.start, claim.evidence.end) is not None


def _claims(source: Source, draft: Draft, heading: str, is_story: bool) -> Iterator[Claim]:
    """What the text says of a term: the definition at the best place that has one, or the best sentence."""
    is_sure = draft.confidence >= DOUBTFUL
    for place in draft.places if source.is_english else ():
        sentence = source.sentences.at(place.start)
        if is_story:
            words = definition_in_story(source.text, sentence, place.start, place.end)
        else:
            words = definition_at(source.text, sentence, place.start, place.end, is_sure=is_sure)
        if words:
            yield Claim(ClaimKind.DEFINITION, words, sentence)
            return
    pair = draft.expansion
    if pair is not None and heading == pair.short:
        yield Claim(ClaimKind.DEFINITION, pair.long, source.sentences.at(pair.long_span.start))
        return
    best = _telling(source, draft.places)
    yield Claim(ClaimKind.TOLD, shortened(source.text[best.start : best.end]), best)


def _telling(source: Source, places: Sequence[Span]) -> Span:
    """The first whole sentence at one of `places`, or else what stands at the first."""
    found = [source.sentences.at(place.start) for place in places if not stands_apart(source, place.start)]
    whole = (one for one in found if _WHOLE.fullmatch(source.text, one.start, one.end))
    return next(whole, None) or source.sentences.at(places[0].start)


def _forms(term: Term) -> list[str]:
    return [term.term, *(alias.text for alias in term.aliases)]


def _with_kind(source: Source, found: FoundTerm) -> FoundTerm:
    """The term, if nothing explains it, with the first mention that says what kind of thing it names."""
    if found.term.definition or found.term.term[:1].islower():
        return found
    for mention in found.mentions[:_MENTIONS_READ]:
        sentence = source.sentences.at(mention.start)
        words = kind_in_story(source.text, sentence, mention.start, mention.end)
        if words:
            claim = Claim(ClaimKind.DEFINITION, words, sentence)
            return found._replace(term=with_claims(found.term, [claim, *found.term.claims]))
    return found


def _with_first_sentence(source: Source, found: FoundTerm) -> FoundTerm:
    """The term with the sentence that first names it, for a reader who is not yet where it is explained."""
    first = source.sentences.at(found.mentions[0].start)
    if any(claim.evidence.start <= first.start for claim in found.term.claims):
        return found
    told = Claim(ClaimKind.TOLD, shortened(source.text[first.start : first.end]), first)
    return found._replace(term=replace(with_claims(found.term, [*found.term.claims, told])))

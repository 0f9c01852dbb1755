"""Named: the names that name no person, as drafts of terms: places, peoples, organisations and works."""

from __future__ import annotations

import re
from collections import Counter
from math import log2
from typing import TYPE_CHECKING

from companion.core.document import Span
from companion.extraction import lexicon
from companion.extraction.glossary.drafts import SHORT_TEXT, Draft, plain_key
from companion.extraction.glossary.unarticled import places_without_article
from companion.extraction.glossary.unfit import is_no_term, stands_apart
from companion.extraction.glossary.words import part_of_speech, rareness

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from companion.extraction.names import Name
    from companion.extraction.source import Source

_SURE_NAME, _DOUBTFUL_NAME = 0.52, 0.28
_COMMON, _NO_NOUN = 3, "jVv"
"""How rare a word may be, at most, that is known to everybody, and the signs of adjectives and verbs."""

_KNOWN_TO_ALL, _KNOWN_TO_MANY, _PEOPLE = 2, 4, ("man", "men", "woman", "women")
"""How rare words of a name are that everybody knows, and those of well-known places and peoples."""

_SHORTEST, _CRIED = 3, 0.6
"""The letters of a name at least, and the share of its places before a "!" from which it is rather a cry."""

_SHORTEST_TEXT = 6_000
"""Characters of a text in which a name need come only once; in one of SHORT_TEXT twice."""

_ELIDED = ("l'", "c'", "qu'")
"""Beginnings of what is said in French amid another language."""

_KIND_BEHIND = re.compile(r" (?P<kind>[A-Z][a-z]+)\b(?!’s|'s)")

_ADDRESSES = "majesty highness excellency lordship ladyship honour honor grace holiness"
_ADDRESSED = frozenset(_ADDRESSES.split())


def add_names(
    drafts: dict[str, Draft], source: Source, names: Sequence[Name], persons: Collection[str]
) -> None:
    """Adds the names that name no person: places, peoples, organisations and works."""
    by_form: dict[str, list[Name]] = {}
    for name in _joined(source.text, names):
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
            drafts[key] = _draft_of_name(key, its, confidence, source)
    if source.language == "de":
        _add_german_places(drafts, source, persons)


def _add_german_places(drafts: dict[str, Draft], source: Source, persons: Collection[str]) -> None:
    """Adds places that no list knows: in German, where all nouns have capitals, names are known by lists."""
    for name, places in places_without_article(source).items():
        key = plain_key(name)
        if key in persons or is_no_term(key) or not lexicon.group("calendar").isdisjoint({key}):
            continue
        is_shown = len(places) >= _enough(len(source.text), is_kind=False) and not _is_everyday(name, [key])
        confidence = _SURE_NAME if is_shown else _DOUBTFUL_NAME
        if key in drafts:
            drafts[key].confidence = max(drafts[key].confidence, confidence)
        else:
            drafts[key] = Draft(key, Counter({name: len(places)}), places[:6], confidence, len(places))


def _draft_of_name(key: str, names: list[Name], confidence: float, source: Source) -> Draft:
    its = sorted(names, key=lambda name: (stands_apart(source, name.start), name.start))
    places = [Span(name.start, name.end) for name in its[:6]]
    return Draft(key, Counter(name.form for name in names), places, confidence, len(names))


def _of_name(key: str, names: list[Name], source: Source) -> float:
    """How sure it is that a name wants explaining; 0 where it is none."""
    forms = key.split(" ")
    if _is_no_name(key, forms, names, source):
        return 0.0
    is_kind = len(forms) > 1 and forms[-1] in lexicon.group("kind")
    if len(names) < _enough(len(source.text), is_kind=is_kind):
        return _DOUBTFUL_NAME * 0.8
    is_everyday = _is_everyday(names[0].form, forms) and not is_kind
    return _DOUBTFUL_NAME if is_everyday or _is_left_over(names[0].form, forms) else _SURE_NAME


def _is_no_name(key: str, forms: list[str], names: list[Name], source: Source) -> bool:
    """Whether what is written as a name is none: a date, an address, a cry, a word that begins a sentence."""
    inside = sum(not name.is_initial and not stands_apart(source, name.start) for name in names)
    if not inside or len(key) < _SHORTEST or key.startswith(_ELIDED) or is_no_term(key):
        return True
    if not lexicon.group("calendar").isdisjoint(forms):
        return True
    if len(forms) == 1 and (source.small_words[key] >= inside or key in lexicon.group("small")):
        return True
    if all(form in lexicon.titles() for form in forms) or forms[-1] in _ADDRESSED:
        return True
    return sum(source.text.startswith("!", name.end) for name in names) > len(names) * _CRIED


def _is_everyday(spelling: str, forms: list[str]) -> bool:
    """Whether everybody knows a name by its words, or as that of a place or people."""
    spelled = spelling.lower().replace(".", "")
    rare = max(map(rareness, spelled.split(" ")))
    if rare <= _KNOWN_TO_ALL:
        return True
    is_place = _is_known_place(spelling)
    if forms[-1].endswith(_PEOPLE) and forms[-1] in lexicon.demonyms():
        return is_place or len(forms) == 1
    if rare > _KNOWN_TO_MANY:
        return False
    return is_place or (len(forms) == 1 and forms[-1] in lexicon.demonyms())


def _is_known_place(spelling: str) -> bool:
    low = spelling.lower()
    spelled = low.replace(".", "")
    return not {spelled, f"the {spelled}", low}.isdisjoint(lexicon.places())


def _is_left_over(spelling: str, forms: list[str]) -> bool:
    """Whether a name is what is left of a longer one: "Global", "Middle Eastern", or only a first name."""
    if max(map(rareness, forms)) <= _COMMON and part_of_speech(forms[-1]) in _NO_NOUN:
        return True
    return len(forms) == 1 and forms[0] in lexicon.first_names() and not _is_known_place(spelling)


def _enough(length: int, *, is_kind: bool) -> int:
    """How often a name must stand in a text of so many characters; `is_kind`: it says itself what it is."""
    if length < _SHORTEST_TEXT:
        return 1
    if length < SHORT_TEXT:
        return 1 if is_kind else 2
    return (1 if is_kind else 2) + int(log2(length / SHORT_TEXT) + 0.5)


def _with_kind(text: str, name: Name) -> Name:
    """The name with the word behind it that says what it names and was cut off: "Special Marriage Act"."""
    behind = _KIND_BEHIND.match(text, name.end)
    if behind is None or name.is_possessive or behind["kind"].lower() not in lexicon.group("kind"):
        return name
    return name._replace(end=behind.end(), form=f"{name.form} {behind['kind']}")


def _joined(text: str, names: Sequence[Name]) -> Iterator[Name]:
    """The names; one that says what it is ("Party") with the possessive before it ("Worker's") as one."""
    last: Name | None = None
    for cut in names:
        name = _with_kind(text, cut)
        if last is None:
            last = name
            continue
        head = name.form.rsplit(" ", 1)[-1].lower()
        if last.is_possessive and name.start == last.end + 3 and head in lexicon.group("kind"):
            whole = " ".join(text[last.start : name.end].split())
            last = last._replace(end=name.end, form=whole, is_possessive=False)
            continue
        yield last
        last = name
    if last is not None:
        yield last

"""Named: the names that name no person, as drafts of terms: places, peoples, organisations and works."""

from __future__ import annotations

import re
from collections import Counter
from math import log2
from typing import TYPE_CHECKING

from companion.core.document import Span
from companion.extraction import lexicon
from companion.extraction.glossary.drafts import SHORT_TEXT, Draft, plain_key
from companion.extraction.glossary.unfit import is_no_term, stands_apart
from companion.extraction.glossary.words import part_of_speech, rareness

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from companion.extraction.names import Name
    from companion.extraction.source import Source

_SURE_NAME, _DOUBTFUL_NAME = 0.52, 0.28
_COMMON = 3
"""How rare an adjective may be, at most, that is known to everybody: "Global" is left of a longer name."""

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


def _draft_of_name(key: str, names: list[Name], confidence: float, source: Source) -> Draft:
    its = sorted(names, key=lambda name: (stands_apart(source, name.start), name.start))
    places = [Span(name.start, name.end) for name in its[:6]]
    return Draft(key, Counter(name.form for name in names), places, confidence, len(names))


def _of_name(key: str, names: list[Name], source: Source) -> float:
    """How sure it is that a name wants explaining; 0 where it is none."""
    inside = sum(not name.is_initial and not stands_apart(source, name.start) for name in names)
    forms = key.split(" ")
    if (
        not inside
        or len(key) < 3
        or is_no_term(key)
        or any(form in lexicon.group("calendar") for form in forms)
    ):
        return 0.0
    if len(forms) == 1 and (source.small_words[key] >= inside or key in lexicon.group("small")):
        return 0.0
    if key.startswith(_ELIDED):
        return 0.0
    if all(form in lexicon.titles() for form in forms) or forms[-1] in _ADDRESSED:
        return 0.0
    is_kind = len(forms) > 1 and forms[-1] in lexicon.group("kind")
    if len(names) < _enough(len(source.text), is_kind=is_kind):
        return _DOUBTFUL_NAME * 0.8
    spelled = names[0].form.lower().replace(".", "")
    rare = max(map(rareness, spelled.split(" ")))
    is_people = forms[-1].endswith(("man", "men", "woman", "women")) and forms[-1] in lexicon.demonyms()
    is_place = bool({spelled, f"the {spelled}", names[0].form.lower()} & lexicon.places().keys())
    is_known = is_people or (rare <= 4 and (is_place or forms[-1] in lexicon.demonyms()))
    is_everyday = not is_kind and (rare <= 2 or (is_known and (is_place or len(forms) == 1)))
    is_quality = len(forms) == 1 and rare <= _COMMON and part_of_speech(key) == "j"
    is_first_name = len(forms) == 1 and not is_place and key in lexicon.first_names()
    return _DOUBTFUL_NAME if is_everyday or is_quality or is_first_name else _SURE_NAME


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

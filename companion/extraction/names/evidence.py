"""Evidence: what a whole text tells of each form in it, counted over all the places where it stands."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from companion.extraction import lexicon
from companion.extraction.people.forms import Form, parse_form
from companion.extraction.people.roles import person_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from companion.extraction.names.finding import Name

_ARTICLES = frozenset({"the", "a", "an"})
_JOINING = frozenset({"and", "or", ",", "&", "und", "et", "y", "e"})
_QUOTES = frozenset('"“‘«')
_WHERE = frozenset({"at", "in", "into", "near", "within", "outside", "reached", "through", "via"})
BEGINNINGS = frozenset({
    "operation", "project", "treaty", "battle", "hurricane", "typhoon", "cyclone", "radio", "team", "fort",
    "port", "mount", "lake", "cape", "camp", "hotel", "villa", "château", "chateau", "café",
})  # fmt: skip
"""Words before a person's name that make it the name of something else."""

_BETWEEN = 6
"""So many letters at most stand between two names that are joined: ", and "."""


class Context(NamedTuple):
    """How much each thing next to a name tells that it is a person: logarithms of odds, to be added up."""

    before: Mapping[str, float]
    after: Mapping[str, float]
    place: Mapping[str, float]

    def of(self, name: Name) -> float:
        """What stands next to this one `name`, weighed."""
        before, after = name.before, name.after
        weight = self.before.get(before, 0.0) + self.after.get(after, 0.0)
        weight += self.before.get(ending(before), 0.0) + self.after.get(ending(after), 0.0)
        if name.is_initial:
            weight += self.place.get("initial", 0.0)
        if name.is_possessive:
            weight += self.place.get("possessive", 0.0)
        return weight


def ending(word: str) -> str:
    """What stands for all words that end like `word`, so that a rare one ("bellowed") tells something too."""
    return f"~{word[-2:]}" if len(word) > 3 else ""


@dataclass(slots=True)
class Tally:
    """How often a form stands at all, and how often in each kind of place; `context` sums up all contexts.

    `where` counts the places behind a word that asks for a place or a house. `joined` are the forms that are
    named in one breath with it ("Smith, Jones and Brown").
    """

    times: int = 0
    where: int = 0
    initial: int = 0
    possessive: int = 0
    the: int = 0
    place: int = 0
    comma: int = 0
    number: int = 0
    said: int = 0
    called: int = 0
    role: int = 0
    context: float = 0.0
    best: float = -9.0
    cited: int = 0
    joined: list[str] = field(default_factory=list)


@dataclass(slots=True)
class WordTally:
    """How often a word stands in any form, in one with a title, and alone; what is told of these forms.

    `kinds` counts the forms that it makes with words for what is no person ("Cleveland Museum"), `housed` the
    places of those and of the ones with such a word before it ("Project Gutenberg").
    """

    times: int = 0
    titled: int = 0
    alone: int = 0
    context: float = 0.0
    after_first_name: int = 0
    before_surname: int = 0
    place: int = 0
    the: int = 0
    kinds: int = 0
    housed: int = 0


@dataclass(slots=True)
class Evidence:
    """All forms of a text with what was counted of them and of their words."""

    small: Mapping[str, int]
    forms: dict[str, Tally] = field(default_factory=dict)
    words: defaultdict[str, WordTally] = field(default_factory=lambda: defaultdict(WordTally))


def keys_of(form: Form) -> list[str]:
    """The words that name in `form`, as lists have them: in small letters."""
    return [key for name in form.names for key in name.lower().replace("’", "'").split(" ")]


def gather(names: Sequence[Name], small: Mapping[str, int], context: Context) -> Evidence:
    """Count every form of `names`, in the order of their text; `small` are its words in small letters."""
    evidence = Evidence(small)
    forms = evidence.forms
    for name in names:
        tally = forms.get(name.form)
        if tally is None:
            tally = forms[name.form] = Tally()
        _count(tally, name, context.of(name))
    cited = False
    for name, last in pairwise(reversed(names)):
        cited = cited or _is_cited(name.after)
        if name.before in _JOINING and name.start - last.end <= _BETWEEN:
            forms[name.form].joined.append(last.form)
            forms[last.form].joined.append(name.form)
            forms[last.form].cited += cited and not _is_cited(last.after)
        else:
            cited = False
    for form, tally in forms.items():
        _add_words(evidence.words, parse_form(form), tally)
    return evidence


def _count(tally: Tally, name: Name, weight: float) -> None:
    before, after = name.before, name.after
    tally.times += 1
    tally.context += weight
    tally.best = max(tally.best, weight)
    tally.initial += name.is_initial
    tally.possessive += name.is_possessive
    tally.the += before in _ARTICLES
    tally.place += before in lexicon.group("place")
    tally.where += before in _WHERE
    tally.comma += after[:1] == ","
    tally.cited += _is_cited(after)
    tally.number += after[-1:] == "#"
    saying = lexicon.group("saying")
    tally.said += after in saying or before in saying
    tally.called += (before in _QUOTES and after[:1] == ",") or (before == "," and not after)
    tally.role += before in person_words()


def _is_cited(after: str) -> bool:
    """Whether the year of a work follows a name, or "et al."."""
    return after == "et" or after[-2:] == "##"


def _add_words(words: defaultdict[str, WordTally], form: Form, tally: Tally) -> None:
    keys = keys_of(form)
    if len(keys) > 1 and keys[-1] in lexicon.group("kind"):
        words[keys[0]].kinds += 1
        words[keys[0]].housed += tally.times
    elif len(keys) > 1 and keys[0] in BEGINNINGS:
        words[keys[-1]].housed += tally.times
    known = len(keys) > 1 and keys[0] in lexicon.first_names()
    for place, key in enumerate(keys):
        word = words[key]
        word.times += tally.times
        word.context += tally.context
        if form.titles:
            word.titled += tally.times
        elif len(keys) == 1:
            word.alone += tally.times
            word.place += tally.place
            word.the += tally.the
        if known and place == len(keys) - 1:
            word.after_first_name += 1
        if place == 0 and len(keys) > 1 and keys[-1] in lexicon.surnames():
            word.before_surname += 1


def best_of_words(scores: Mapping[str, float]) -> dict[str, float]:
    """For a word the best of `scores` of longer forms that it begins or ends, or that put a title before it.

    The keys are "first X", "last X" and "titled X".
    """
    best: dict[str, float] = {}
    for form, score in scores.items():
        parsed = parse_form(form)
        keys = keys_of(parsed)
        if len(keys) > 1:
            for word in (f"first {keys[0]}", f"last {keys[-1]}"):
                best[word] = max(best.get(word, 0.0), score)
        elif parsed.titles:
            best[f"titled {keys[0]}"] = max(best.get(f"titled {keys[0]}", 0.0), score)
    return best

"""Evidence: what a whole text tells of each name in it, as features that a linear model can weigh."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from companion.extraction import lexicon
from companion.extraction.people.forms import PARTICLES, Form, is_initial, parse_form, title_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from companion.extraction.names.finding import Name


class Context(NamedTuple):
    """How much each thing next to a name tells that it is a person: logarithms of odds, to be added up."""

    before: Mapping[str, float]
    after: Mapping[str, float]
    both: Mapping[str, float]

    def of(self, name: Name) -> float:
        """What stands next to this one `name`, weighed."""
        return (
            self.before.get(name.before, 0.0)
            + self.after.get(name.after, 0.0)
            + (self.both.get("initial", 0.0) if name.is_initial else 0.0)
            + (self.both.get("possessive", 0.0) if name.is_possessive else 0.0)
        )


@dataclass(slots=True)
class Tally:
    """What is counted of a form: its places, those at the beginning of a sentence and so on, and its context."""

    times: int = 0
    initial: int = 0
    possessive: int = 0
    the: int = 0
    place: int = 0
    comma: int = 0
    number: int = 0
    said: int = 0
    context: float = 0.0
    best: float = -9.0


@dataclass(slots=True)
class WordTally:
    """What is counted of a word in all forms that it stands in."""

    times: int = 0
    titled: int = 0
    alone: int = 0
    context: float = 0.0
    after_first_name: int = 0
    before_surname: int = 0
    place: int = 0
    the: int = 0


@dataclass(slots=True)
class Evidence:
    """All forms of a text with what was counted of them and of their words."""

    small: Mapping[str, int]
    forms: dict[str, Tally] = field(default_factory=dict)
    words: defaultdict[str, WordTally] = field(default_factory=lambda: defaultdict(WordTally))


def gather(names: Iterable[Name], small: Mapping[str, int], context: Context) -> Evidence:
    """Count every form of `names`, of which the text has `small` words in small letters."""
    evidence = Evidence(small)
    forms = evidence.forms
    places, saying = lexicon.group("place"), lexicon.group("saying")
    for name in names:
        tally = forms.get(name.form)
        if tally is None:
            tally = forms[name.form] = Tally()
        before, after = name.before, name.after
        weight = context.of(name)
        tally.times += 1
        tally.context += weight
        tally.best = max(tally.best, weight)
        tally.initial += name.is_initial
        tally.possessive += name.is_possessive
        tally.the += before in _ARTICLES
        tally.place += before in places
        tally.comma += after[:1] == ","
        tally.number += after[-1:] == "#"
        tally.said += after in saying or before in saying
    for form, tally in forms.items():
        _add_words(evidence.words, parse_form(form), tally)
    return evidence


_ARTICLES = frozenset({"the", "a", "an"})


def _add_words(words: defaultdict[str, WordTally], form: Form, tally: Tally) -> None:
    keys = [key for name in form.names for key in name.lower().split()]
    known = len(keys) > 1 and keys[0] in lexicon.first_names()
    for place, key in enumerate(keys):
        word = words[key]
        word.times += tally.times
        word.context += tally.context
        if form.titles:
            word.titled += tally.times
        if len(keys) == 1 and not form.titles:
            word.alone += tally.times
            word.place += tally.place
            word.the += tally.the
        if known and place == len(keys) - 1:
            word.after_first_name += 1
        if place == 0 and len(keys) > 1 and keys[-1] in lexicon.surnames():
            word.before_surname += 1


def features(form: str, evidence: Evidence) -> list[str]:
    """What tells of `form` whether it is a person: names of features that are there."""
    parsed = parse_form(form)
    tally = evidence.forms[form]
    words = [word for name in parsed.names for word in name.split(" ")]
    keys = [word.rstrip(".").lower() for word in words]
    alone = len(keys) == 1 and not parsed.titles
    found = [f"length {min(4, len(keys))}", f"times {_size(tally.times)}", f"shape {_shapes(words)}"]
    found += _of_titles(parsed)
    found += _of_places(tally, "1" if alone else "t" if parsed.titles else "")
    found += _of_words(keys, alone, evidence)
    found += _of_lists(form, parsed, keys, alone)
    found += _of_letters(words[-1], alone)
    return found


def _of_titles(parsed: Form) -> list[str]:
    if not parsed.titles:
        return []
    key = title_key(parsed.titles[-1])
    return ["titled", f"title {key}", f"gender {parsed.title_gender}"]


def _of_places(tally: Tally, kind: str) -> list[str]:
    """How the places of a form look, all together."""
    times = tally.times
    mean = tally.context / (times + 1)
    found = [
        f"context {_level(mean)}",
        f"context{kind} {_level(mean)}",
        f"total {_level(tally.context / 3)}",
        f"best {_level(tally.best)}",
    ]
    for name, count in (
        ("initial", tally.initial),
        ("possessive", tally.possessive),
        ("the", tally.the),
        ("place", tally.place),
        ("comma", tally.comma),
        ("number", tally.number),
        ("said", tally.said),
    ):
        share = _share(count, times)
        found.append(f"{name} {share}")
        if kind:
            found.append(f"{name}{kind} {share}")
    return found


def _of_words(keys: list[str], alone: bool, evidence: Evidence) -> list[str]:
    """What the first and the last word of a form tell, by all forms that they stand in."""
    found = []
    for which, key in (("first", keys[0]), ("last", keys[-1])):
        if which == "first" and len(keys) == 1:
            continue
        word = evidence.words.get(key) or WordTally()
        times = word.times or 1
        small = evidence.small.get(key, 0)
        found += [
            f"{which} small {_share(small, small + times)}",
            f"{which} titled {_share(word.titled, times)}",
            f"{which} context {_level(word.context / (times + 1))}",
            f"{which} place {_share(word.place, times)}",
            f"{which} the {_share(word.the, times)}",
            f"{which} alone {_share(word.alone, times)}",
        ]
        if word.after_first_name:
            found.append(f"{which} after first name" + (" 1" if alone else ""))
        if word.before_surname:
            found.append(f"{which} before surname" + (" 1" if alone else ""))
    return found


def _of_lists(form: str, parsed: Form, keys: list[str], alone: bool) -> list[str]:
    """What the word lists tell."""
    first_names, surnames, places = lexicon.first_names(), lexicon.surnames(), lexicon.places()
    kinds, demonyms, frequencies = lexicon.group("kind"), lexicon.demonyms(), lexicon.frequencies()
    count = "1" if alone else "t" if len(keys) == 1 else "2"
    given, surname = keys[0] in first_names, keys[-1] in surnames
    gender = first_names.get(keys[0], "none") or "either"
    found = [
        f"{count} given {gender}",
        f"{count} surname {surname}",
        f"{count} given {given} surname {surname}",
        f"{count} zipf {frequencies.get(keys[-1], 0)}",
        f"{count} zipf first {frequencies.get(keys[0], 0)}",
    ]
    whole = form.lower() in places
    if whole:
        found += [f"{count} a place", f"{count} a place {given}"]
    if any(key in places for key in keys):
        found.append(f"{count} has place")
    if keys[-1] in kinds:
        found.append(f"{count} last kind")
    if any(key in kinds for key in keys):
        found.append(f"{count} has kind")
    if any(key in demonyms or key.removesuffix("s") in demonyms for key in keys):
        found.append(f"{count} demonym")
    if any(key in lexicon.group("holy") for key in keys):
        found.append(f"{count} holy {keys[-1]}")
    if any(key in lexicon.group("heading") for key in keys):
        found.append(f"{count} heading")
    if any(key in lexicon.titles() for key in keys):
        found.append(f"{count} title as name")
    if parsed.of:
        found += [f"of {bool(parsed.titles)}", f"of {parsed.of.lower() in places}", f"{count} of"]
    if parsed.suffix:
        found.append("suffix")
    if any(key in PARTICLES for key in keys[1:]):
        found.append("particle")
    return found


def _of_letters(word: str, alone: bool) -> list[str]:
    key = word.lower()
    count = "1" if alone else "2"
    found = [f"{count} ends {key[-3:]}", f"ends {key[-2:]}", f"{count} ends {key[-4:]}"]
    if "-" in key:
        found.append(f"{count} hyphen")
    if any(letter.isdigit() for letter in key):
        found.append("digit")
    if len(key) <= 3:
        found.append(f"{count} short")
    if not key.isascii():
        found.append("foreign letters")
    if key.startswith(("mc", "mac", "o'", "o’", "fitz", "d'", "d’")):
        found.append(f"begins {key[:2]}")
    return found


def _shapes(words: list[str]) -> str:
    return "-".join(_shape(word) for word in words[:4])


def _shape(word: str) -> str:
    if is_initial(word):
        return "X."
    if word.isupper():
        return "XX"
    return "x" if word[:1].islower() else "Xx" if word[1:].islower() else "XxX"


def _size(count: int) -> int:
    return min(6, count.bit_length())


def _share(count: int, times: int) -> int:
    """A share in five steps."""
    if not count:
        return 0
    share = count / times
    return 1 if share < 0.1 else 2 if share < 0.3 else 3 if share < 0.7 else 4


def _level(weight: float) -> int:
    """A weight in steps of a half, from -6 to 6."""
    return max(-6, min(6, round(weight * 2)))


def likeness(probability: float) -> int:
    """A probability in seven steps."""
    bounds = (0.05, 0.15, 0.35, 0.6, 0.8, 0.95)
    return sum(probability >= bound for bound in bounds)


def features_again(
    form: str, evidence: Evidence, scores: Mapping[str, float], best: Mapping[str, float]
) -> list[str]:
    """The features of `form` once more, with what the first `scores` tell of it and of forms that share its words.

    `best` is, for the first and the last word of longer forms, the best score of these (see `best_of_words`).
    """
    parsed = parse_form(form)
    keys = [key for name in parsed.names for key in name.lower().split()]
    found = features(form, evidence)
    found.append(f"own {likeness(scores[form])}")
    if len(keys) == 1 and not parsed.titles:
        for place in ("first", "last", "titled"):
            value = best.get(f"{place} {keys[0]}")
            found.append(f"{place} of longer {'none' if value is None else likeness(value)}")
    else:
        names = [word for name in parsed.names for word in name.split(" ")]
        for place, word in (("first", names[0]), ("last", names[-1])):
            value = scores.get(word)
            found.append(f"{place} alone {'none' if value is None else likeness(value)}")
        if parsed.titles:
            value = best.get(f"last {keys[-1]}")
            found.append(f"last of longer {'none' if value is None else likeness(value)}")
    if form.isupper():
        value = scores.get(form.title())
        found.append(f"with small letters {'none' if value is None else likeness(value)}")
    return found


def best_of_words(scores: Mapping[str, float]) -> dict[str, float]:
    """For words the best of `scores` of the longer forms that they begin or end, or that put a title before them."""
    best: dict[str, float] = {}
    for form, score in scores.items():
        parsed = parse_form(form)
        keys = [key for name in parsed.names for key in name.lower().split()]
        if len(keys) > 1:
            for word in (f"first {keys[0]}", f"last {keys[-1]}"):
                best[word] = max(best.get(word, 0.0), score)
        elif parsed.titles:
            best[f"titled {keys[0]}"] = max(best.get(f"titled {keys[0]}", 0.0), score)
    return best

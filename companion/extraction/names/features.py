"""Features: what is known of a form, named so that a linear model can weigh it."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from companion.extraction import lexicon
from companion.extraction.names.evidence import WordTally, keys_of
from companion.extraction.people.forms import PARTICLES, Form, is_initial, parse_form, title_key

if TYPE_CHECKING:
    from collections.abc import Mapping

    from companion.extraction.names.evidence import Evidence, Tally

_RANKS = (300, 2000, 10_000, 30_000, 80_000)
_FEW = 3
"""So many places of a form, or fewer, tell nothing by what is not there."""

_SMALL_TOWNS = 2000
"""The rank in the list of places behind which a town is small."""

_LIKELY = (0.05, 0.15, 0.35, 0.6, 0.8, 0.95)


def features(form: str, evidence: Evidence) -> list[str]:
    """What tells of `form` whether it is a person: names of features that are there."""
    parsed = parse_form(form)
    tally = evidence.forms[form]
    words = [word for name in parsed.names for word in name.split(" ")]
    keys = [word.rstrip(".").lower().replace("’", "'") for word in words]
    kind = _kind(parsed, keys)
    found = [
        f"length {min(4, len(keys))}",
        f"times {min(6, tally.times.bit_length())}",
        f"shape {_shapes(words)}",
    ]
    if parsed.titles:
        found += ["titled", f"title {title_key(parsed.titles[-1])}", f"gender {parsed.title_gender}"]
    found += _of_places(tally, kind)
    found += _of_both(form, keys, kind, evidence)
    found += _of_words(keys, evidence)
    found += _of_lists(form, keys, kind)
    found += _of_make(parsed, keys, kind)
    found += _of_letters(words[-1], kind)
    return found


def features_again(
    form: str, first: list[str], evidence: Evidence, scores: Mapping[str, float], best: Mapping[str, float]
) -> list[str]:
    """The `first` features of `form`, with what the first `scores` tell of it and of forms with words of it.

    `best` is what `best_of_words` makes of them.
    """
    parsed = parse_form(form)
    keys = keys_of(parsed)
    kind = _kind(parsed, keys)
    given = _of_first_name(keys[0])
    found = list(first)
    found.append(f"own {_likeness(scores[form])}")
    if kind == "1":
        for place in ("first", "last", "titled"):
            level = _likeness(best.get(f"{place} {keys[0]}"))
            found += [f"{place} of longer {level}", f"{place} of longer {level} {given}"]
    else:
        names = [word for name in parsed.names for word in name.split(" ")]
        for place, word in (("first", names[0]), ("last", names[-1])):
            level = _likeness(scores.get(word))
            found += [f"{place} alone {level}", f"{place} alone {level} {given}"]
        if kind == "t":
            found.append(f"titled, last of longer {_likeness(best.get(f'last {keys[-1]}'))}")
    joined = [scores[other] for other in evidence.forms[form].joined]
    if joined:
        found.append(f"joined {_likeness(sum(joined) / len(joined))}")
    if form.isupper():
        found.append(f"with small letters {_likeness(scores.get(form.title()))}")
    return found


def _kind(parsed: Form, keys: list[str]) -> str:
    """Whether a form is one word ("1"), one word with a title ("t"), or longer ("2")."""
    return "2" if len(keys) > 1 else "t" if parsed.titles else "1"


def _of_places(tally: Tally, kind: str) -> list[str]:
    """How the places of a form look, all together."""
    times = tally.times
    mean = _level(tally.context / (times + 1))
    found = [f"context {mean}", f"context{kind} {mean}", f"total {_level(_slow(tally.context))}"]
    if times <= _FEW:
        found.append(f"best {_level(tally.best)}")
    for name, count in (
        ("initial", tally.initial),
        ("possessive", tally.possessive),
        ("the", tally.the),
        ("place", tally.place),
        ("comma", tally.comma),
        ("number", tally.number),
        ("said", tally.said),
        ("role", tally.role),
        ("cited", tally.cited),
    ):
        share = _share(count, times)
        found += [f"{name} {share}", f"{name}{kind} {share}"]
    return found


def _of_words(keys: list[str], evidence: Evidence) -> list[str]:
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
        one = " 1" if len(keys) == 1 else ""
        if len(keys) == 1 or keys[-1] not in lexicon.group("kind"):
            found.append(f"{which} of kinds {min(3, word.kinds)}{one}")
        if word.after_first_name:
            found.append(f"{which} after first name{one}")
        if word.before_surname:
            found.append(f"{which} before surname{one}")
    return found


def _of_both(form: str, keys: list[str], kind: str, evidence: Evidence) -> list[str]:
    """What the places of a form and the lists tell together."""
    tally = evidence.forms[form]
    mean = _level(tally.context / (tally.times + 1))
    given = _of_first_name(keys[0])
    small = evidence.small.get(keys[-1], 0)
    return [
        f"{kind} total {_level(_slow(tally.context))}",
        f"{kind} context {mean} given {given}",
        f"{kind} context {mean} place {_rank(_place_rank(form.lower()))}",
        f"{kind} small {_share(small, small + tally.times)} given {given}",
    ]


def _of_lists(form: str, keys: list[str], kind: str) -> list[str]:
    """What the lists of names, places and common words tell."""
    frequencies = lexicon.frequencies()
    given, surname = _of_first_name(keys[0]), _rank(lexicon.surnames().get(keys[-1]))
    gender = lexicon.first_names().get(keys[0].partition("-")[0], "none") or "either"
    found = [
        f"{kind} gender {gender}",
        f"{kind} given {given}",
        f"{kind} surname {surname}",
        f"{kind} given {given} surname {surname}",
        f"{kind} zipf {frequencies.get(keys[-1], 0)}",
        f"{kind} zipf first {frequencies.get(keys[0], 0)}",
    ]
    rank = _place_rank(form.lower())
    if rank is not None:
        found += [f"{kind} a place", f"{kind} a place {_rank(rank)}", f"{kind} a place {given}"]
    elif form.lower() in lexicon.places():
        found.append(f"{kind} a town like a name")
    if any(_place_rank(key) is not None for key in keys):
        found.append(f"{kind} has place")
    if keys[-1] in lexicon.well_known():
        found += [f"{kind} well known", f"{kind} well known {surname}"]
    return found


def _of_make(parsed: Form, keys: list[str], kind: str) -> list[str]:
    """What the words of a form are, if they are no names."""
    kinds, demonyms = lexicon.group("kind"), lexicon.demonyms()
    found = []
    if keys[-1] in kinds:
        found.append(f"{kind} last kind")
    if any(key in kinds for key in keys):
        found.append(f"{kind} has kind")
    if any(key in demonyms or key.removesuffix("s") in demonyms for key in keys):
        found.append(f"{kind} demonym")
    if any(key in lexicon.group("holy") for key in keys):
        found.append(f"{kind} holy {keys[-1]}")
    if any(key in lexicon.group("heading") for key in keys):
        found.append(f"{kind} heading")
    if any(key in lexicon.titles() for key in keys):
        found.append(f"{kind} title as name")
    if parsed.of:
        place = parsed.of.lower() in lexicon.places()
        found += [f"of, titled {bool(parsed.titles)}", f"of, place {place}", f"{kind} of"]
    if parsed.suffix:
        found.append("suffix")
    if any(key in PARTICLES for key in keys[1:]):
        found.append("particle")
    return found


def _of_letters(word: str, kind: str) -> list[str]:
    key = word.lower().replace("’", "'")
    found = [f"ends {key[-2:]}", f"{kind} ends {key[-3:]}", f"{kind} ends {key[-4:]}"]
    if "-" in key:
        found.append(f"{kind} hyphen")
    if any(letter.isdigit() for letter in key):
        found.append("digit")
    if len(key) <= 3:
        found.append(f"{kind} short")
    if not key.isascii():
        found.append("foreign letters")
    if key.startswith(("mc", "mac", "o'", "fitz", "d'")):
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


def _of_first_name(key: str) -> str:
    """Where a first name, or the first part of "Jean-Jacques", is borne."""
    key = key.partition("-")[0]
    if key in lexicon.english_first_names():
        return "english"
    return "foreign" if key in lexicon.first_names() else "none"


def _place_rank(key: str) -> int | None:
    """How far down the list of places `key` stands; a small town is none if people are called like it."""
    rank = lexicon.places().get(key)
    if rank is not None and rank > _SMALL_TOWNS and key in lexicon.english_first_names():
        return None
    return rank


def _share(count: int, times: int) -> str:
    """A share in steps; that there is none tells nothing yet where there are few."""
    if not count:
        return "none" if times > _FEW else "none of few"
    share = count / times
    return "1" if share < 0.1 else "2" if share < 0.3 else "3" if share < 0.7 else "4"


def _level(weight: float) -> int:
    """A weight in steps of a half, from -6 to 6."""
    return max(-6, min(6, round(weight * 2)))


def _slow(weight: float) -> float:
    """A weight that grows ever more slowly."""
    return math.copysign(math.log2(1 + abs(weight)), weight)


def _likeness(probability: float | None) -> str:
    """A probability in seven steps."""
    return "none" if probability is None else str(sum(probability >= bound for bound in _LIKELY))


def _rank(rank: int | None) -> str:
    """How far down a list a word stands."""
    return "none" if rank is None else next((str(bound) for bound in _RANKS if rank < bound), "last")

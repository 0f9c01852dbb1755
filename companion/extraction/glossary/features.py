"""Features: what is looked at to tell whether words are a term, and whether a place explains it."""

from __future__ import annotations

from math import exp, log, log2
from typing import TYPE_CHECKING, NamedTuple

from companion.extraction import lexicon
from companion.extraction.glossary.layout import BODY, HEADING, LINE
from companion.extraction.glossary.words import rareness

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from companion.extraction.glossary.candidates import Place
    from companion.extraction.glossary.words import Words

BESIDE = 4
"""Words before and behind a place that are looked at."""

LAST_TURN = 3
"""From the fourth time on that the term stands in the body of the text, the turns are not told apart."""

IN_BODY = BODY[0]
IN_HEADING, IN_LINE = HEADING[0], LINE[0]
_EDGE = "\n" * BESIDE
_LOOKED_AT = 12


class Setting(NamedTuple):
    """The words of a text, framed so that four words before and behind each can be looked at."""

    words: Words
    framed: str
    layout: bytes

    def before(self, place: Place) -> str:
        """The signs of the words before a place, the nearest last."""
        return self.framed[place[0] : place[0] + BESIDE]

    def behind(self, place: Place) -> str:
        """The signs of the words behind a place, the nearest first."""
        return self.framed[place[1] + BESIDE : place[1] + 2 * BESIDE]


def setting_of(words: Words, layout: bytes) -> Setting:
    """The setting of `words`."""
    return Setting(words, f"{_EDGE}{words.signs}{_EDGE}", layout)


def before_features(signs: str) -> Iterator[str]:
    """Features of the words before a place."""
    for count in range(1, BESIDE + 1):
        yield f"b{signs[-count:]}"


def behind_features(signs: str) -> Iterator[str]:
    """Features of the words behind a place."""
    for count in range(1, BESIDE + 1):
        yield f"a{signs[:count]}"


def beside_features(signs: str) -> Iterator[str]:
    """A feature of the two words right before a place and the one right behind it."""
    yield f"x{signs}"


def shape_features(shape: tuple[str, int, int]) -> Iterator[str]:
    """Features of a place's own signs, of what it stands in and how often the term stood before."""
    signs, layout, turn = shape
    yield f"w{signs if len(signs) < 5 else 'longer'}"
    yield f"t{turn}"
    yield f"k{layout}.{min(turn, 2)}"
    yield f"n{min(len(signs), 4)}.{turn}"


class Candidate(NamedTuple):
    """Words that may be a term: the plain form, all places and the score of each.

    `longer` is how many of the places at most lie within a longer candidate.
    """

    key: str
    places: Sequence[Place]
    scores: Sequence[float]
    longer: int


NUMBERS = ("score", "good score", "sum of scores")


def term_numbers(candidate: Candidate) -> tuple[float, float, float]:
    """The values of NUMBERS."""
    best = max(candidate.scores)
    chances = sum(1 / (1 + exp(-score)) for score in candidate.scores)
    return best / 2, max(0.0, best + 2) / 2, log(chances + 1e-4) / 2


def term_features(candidate: Candidate, setting: Setting) -> list[str]:
    """Features of a candidate with all its places."""
    forms = candidate.key.split(" ")
    signs = [setting.words.signs[start:end] for start, end in candidate.places[:_LOOKED_AT]]
    capitals = sum("C" in sign for sign in signs) / len(signs)
    return [
        *_of_scores(candidate, min(len(forms), 4)),
        *_of_words(forms, capitals),
        *_of_places(candidate, setting),
        *(_of_lists(forms) if capitals > 0.5 else ()),
    ]


def _of_scores(candidate: Candidate, size: int) -> Iterator[str]:
    best = sorted(candidate.scores, reverse=True)
    count = len(best)
    yield f"S{_step(best[0])}"
    yield f"Z{_step(best[1]) if count > 1 else '-'}"
    yield f"SL{_step(best[0])}.{size}"
    yield f"C{_logarithm(count)}"
    yield f"CS{_logarithm(count)}.{size}"
    yield f"l{int(candidate.longer / count * 4)}.{size}"


def _of_words(forms: list[str], capitals: float) -> Iterator[str]:
    size = min(len(forms), 4)
    rare = [rareness(form) for form in forms]
    begin, head = forms[0], forms[-1]
    yield f"U{int(capitals * 3)}.{size}"
    yield f"R{max(rare)}.{size}"
    yield f"r{min(rare)}.{size}"
    yield f"RC{max(rare)}.{min(rare)}.{int(capitals * 2)}"
    yield f"m{rare[-1]}.{min(size, 2)}"
    yield f"h{head[-3:]}"
    yield f"hh{head[-4:]}"
    yield f"head:{head}"
    yield f"g{begin[-2:]}.{size > 1}"
    yield f"first:{begin}"


def _of_places(candidate: Candidate, setting: Setting) -> Iterator[str]:
    places = candidate.places
    kinds = [setting.layout[start] for start, _ in places]
    yield f"B{_logarithm(kinds.count(IN_BODY))}"
    yield f"H{min(kinds.count(IN_HEADING), 2)}"
    yield f"O{min(kinds.count(IN_LINE), 2)}"
    yield f"K{kinds[0]}"
    yield f"p{min(9, 10 * places[0][0] // max(1, len(setting.words.words)))}"


def _step(score: float) -> int:
    return max(-14, min(6, round(score * 2)))


def _logarithm(count: int) -> int:
    return min(9, int(log2(count)) + 1) if count > 0 else 0


def _of_lists(forms: list[str]) -> Iterator[str]:
    """What the word lists know of the words of a name."""
    begin, head, several = forms[0], forms[-1], len(forms) > 1
    if " ".join(forms) in lexicon.places():
        yield "place"
    if head in lexicon.demonyms() or f"{head}s" in lexicon.demonyms():
        yield f"people{several}"
    if begin in lexicon.demonyms():
        yield f"of people{several}"
    if several and begin in lexicon.first_names():
        yield "first name"
    if head in lexicon.surnames():
        yield f"surname{several}"
    if begin in lexicon.titles():
        yield "title"
    if head in lexicon.group("kind"):
        yield "kind"
    if head in lexicon.group("calendar"):
        yield "calendar"

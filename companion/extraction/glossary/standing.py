"""Standing: how a promising candidate stands among the others of its text, in numbers."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import compress
from math import exp, log, log2, sqrt
from typing import TYPE_CHECKING, NamedTuple

from companion.extraction.glossary.defining import definition_at
from companion.extraction.glossary.features import BESIDE, IN_BODY, IN_HEADING, IN_LINE
from companion.extraction.glossary.likeness import surroundings
from companion.extraction.glossary.words import rareness

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from companion.extraction.glossary.candidates import Place
    from companion.extraction.glossary.features import Candidate, Setting
    from companion.extraction.glossary.likeness import Likeness
    from companion.extraction.glossary.seen import Seen
    from companion.extraction.source import Source

SECTION = 3_500
"""Words of a text of common length; in a longer one places are counted as in several such texts."""

_RANKS = (0, 3, 8, 20)
_NO_SCORE = -15.0
_LOOKED_AT, _SPELLINGS = 50, 12
"""Places of one candidate whose neighbours, and whose capitals, are looked at."""

_UNSEEN = 0.3
_KINDS = "vVGfFjlCy"
"""The signs of words, those that are no noun first."""

_ABOUT = 5
"""Characters by which a definition is shorter than its sentence if it is cut out of it."""

NUMBERS = (
    *("odds", "rank", *(f"behind rank {rank}" for rank in _RANKS), "behind score", "rank of score"),
    *("best score", "second score", "third score", "sum of scores", "first score", "turn"),
    *("to sentence", "sentence", "rest", "to block", "block", "called", "being", "known", "article"),
    *("comma", "meaning", "word behind", "others in sentence", "several"),
    *("places", "in body", "behind best", "first", "last", "spread", "longer"),
    *("initial", "with article", "with the", "word follows", "comma follows", "capitals", "inner capitals"),
    *("words", "letters", "heads", "beginnings", "holders", "small", "rarest", "commonest", "rare head"),
    *("rare beginning", "-ism", "-ed"),
    *("defined", "quoted", "begins as", "ends as", "in heading", "in line", "of headings"),
    *("odd", "seen", "seen head", "seen beginning", "least seen", "most seen", "mean seen", "joined"),
    "likeness",
)
"""What each number of a row tells."""


class _Crowd(NamedTuple):
    """What is counted over all candidates of a text."""

    length: float
    odds: Sequence[float]
    scores: list[float]
    rank_of_score: list[int]
    heads: dict[str, list[str]]
    beginnings: Counter[str]
    headings: frozenset[str]

    def at(self, values: Sequence[float], rank: int) -> float:
        """The value at a rank that grows with the length of the text."""
        return values[min(len(values) - 1, round(rank * self.length))]


def standings(
    candidates: Sequence[Candidate],
    odds: Sequence[float],
    source: Source,
    setting: Setting,
    seen: Seen,
    likeness: Likeness,
) -> list[list[float]]:
    """A row of NUMBERS for each of `candidates`, which come by `odds`, the best first."""
    if not candidates:
        return []
    crowd = _crowd_of(candidates, odds, setting)
    in_sentence: Counter[int] = Counter()
    rows = []
    for rank, one in enumerate(candidates):
        best = one.scores.index(max(one.scores))
        best_place = one.places[best]
        start = setting.words.starts[best_place[0]]
        sentence = source.sentences.at(start).start
        rows.append(
            [
                *_among_others(rank, crowd),
                *_of_scores(one, best, setting),
                *_of_best_place(best_place, source, setting),
                in_sentence[sentence],
                setting.words.words[best_place[1] - 1].endswith("s"),
                *_of_places(one, best, crowd, setting),
                *_of_neighbours(one, setting),
                *_of_forms(one.key, crowd, source),
                *_of_clause(best_place, source, setting),
                *_of_headings(one, crowd, setting),
                *_of_seen(one, setting, seen),
                likeness.of(surroundings(one.key, best_place, setting.words)),
            ]
        )
        in_sentence[sentence] += 1
    return rows


def _crowd_of(candidates: Sequence[Candidate], odds: Sequence[float], setting: Setting) -> _Crowd:
    heads: dict[str, list[str]] = defaultdict(list)
    for one in candidates:
        heads[one.key.rpartition(" ")[2]].append(one.key)
    best = [max(one.scores) for one in candidates]
    order = sorted(range(len(best)), key=lambda at: -best[at])
    ranks = [0] * len(best)
    for rank, at in enumerate(order):
        ranks[at] = rank
    return _Crowd(
        max(1.0, len(setting.words.words) / SECTION),
        odds,
        [best[at] for at in order],
        ranks,
        heads,
        Counter(one.key.partition(" ")[0] for one in candidates),
        frozenset(compress(setting.words.plain, map(IN_HEADING.__eq__, setting.layout))),
    )


def _among_others(rank: int, crowd: _Crowd) -> Iterator[float]:
    odds = crowd.odds[rank]
    yield odds
    yield rank / crowd.length
    for other in _RANKS:
        yield crowd.at(crowd.odds, other) - odds
    place = crowd.rank_of_score[rank]
    yield crowd.at(crowd.scores, 4) - crowd.scores[place]
    yield place / crowd.length


def _of_scores(one: Candidate, best: int, setting: Setting) -> Iterator[float]:
    scores = [*sorted(one.scores, reverse=True), _NO_SCORE, _NO_SCORE]
    yield from scores[:3]
    yield log(sum(1 / (1 + exp(-score)) for score in one.scores) + 1e-4)
    bodies = [at for at, (start, _) in enumerate(one.places) if setting.layout[start] == IN_BODY]
    yield one.scores[bodies[0]] if bodies and bodies[0] < len(one.scores) else _NO_SCORE
    yield sum(at < best for at in bodies)


def _of_best_place(place: Place, source: Source, setting: Setting) -> Iterator[float]:
    start, end = setting.words.starts[place[0]], setting.words.end(place[1] - 1)
    sentence, block = source.sentences.at(start), source.document.block_at(start)
    yield start - sentence.start
    yield sentence.end - sentence.start
    yield sentence.end - end
    yield start - block.start if block else -1
    yield block.end - block.start if block else -1
    before, behind = setting.before(place), setting.behind(place)
    yield "c" in before
    yield "i" in before
    yield "k" in before
    yield before[-1] == "A"
    yield behind[0] == ","
    yield "m" in behind
    yield behind[0] in "lG"


def _of_places(one: Candidate, best: int, crowd: _Crowd, setting: Setting) -> Iterator[float]:
    count, total = len(one.places), len(setting.words.words)
    bodies = sum(setting.layout[start] == IN_BODY for start, _ in one.places)
    yield log2(1 + count / sqrt(crowd.length))
    yield log2(1 + bodies / sqrt(crowd.length))
    yield log2(1 + (count - 1 - best) / sqrt(crowd.length))
    yield one.places[0][0] / total
    yield one.places[-1][0] / total
    yield (one.places[-1][0] - one.places[0][0]) / total
    yield one.longer / count


def _of_neighbours(one: Candidate, setting: Setting) -> Iterator[float]:
    framed, places = setting.framed, one.places[:_LOOKED_AT]
    count = len(places)
    before = "".join([framed[start + BESIDE - 1] for start, _ in places])
    behind = "".join([framed[end + BESIDE] for _, end in places])
    yield (before.count(".") + before.count("\n")) / count
    yield before.count("A") / count
    yield before.count("t") / count
    yield sum(map(behind.count, "lGCy")) / count
    yield (behind.count(",") + behind.count(".")) / count
    capitals = ["C" in setting.words.signs[start:end] for start, end in places[:_SPELLINGS]]
    inner = [is_name for is_name, sign in zip(capitals, before, strict=False) if sign not in ".\n"]
    yield sum(capitals) / len(capitals)
    yield sum(inner) / len(inner) if inner else -1


def _of_forms(key: str, crowd: _Crowd, source: Source) -> Iterator[float]:
    forms = key.split(" ")
    begin, head = forms[0], forms[-1]
    rare = [rareness(form) for form in forms]
    yield len(forms)
    yield len(key)
    yield len(crowd.heads[head])
    yield crowd.beginnings[begin]
    yield sum(f" {key} " in f" {other} " for other in crowd.heads[head]) - 1
    yield log2(1 + source.small_words[head] / sqrt(crowd.length))
    yield max(rare)
    yield min(rare)
    yield rare[-1]
    yield rare[0]
    yield head.endswith("ism")
    yield head.endswith("ed")


def _of_clause(place: Place, source: Source, setting: Setting) -> Iterator[float]:
    """What the sentence says of the term there, and which words it begins and ends with."""
    start, end = setting.words.starts[place[0]], setting.words.end(place[1] - 1)
    sentence = source.sentences.at(start)
    words = definition_at(source.text, sentence, start, end, is_sure=True)
    yield 0 if not words else 1 if len(words) < sentence.end - sentence.start - _ABOUT else 2
    yield setting.before(place)[-1] == "q" or setting.behind(place)[0] == "Q"
    yield _KINDS.find(setting.words.signs[place[0]])
    yield _KINDS.find(setting.words.signs[place[1] - 1])


def _of_headings(one: Candidate, crowd: _Crowd, setting: Setting) -> Iterator[float]:
    kinds = [setting.layout[start] for start, _ in one.places]
    yield kinds.count(IN_HEADING)
    yield kinds.count(IN_LINE)
    forms = one.key.split(" ")
    yield sum(form in crowd.headings for form in forms) / len(forms)


def _of_seen(one: Candidate, setting: Setting, seen: Seen) -> Iterator[float]:
    forms = one.key.split(" ")
    counts = [seen.counts.get(form, 0) for form in forms]
    whole = seen.counts.get(one.key, 0)
    often = 1000 * len(one.places) / len(setting.words.words)
    yield log(often) - log((whole + _UNSEEN) / seen.texts)
    yield whole
    yield counts[-1]
    yield counts[0]
    yield min(counts)
    yield max(counts)
    rare = [log((seen.texts + 1) / (count + 0.5)) for count in counts]
    yield sum(rare) / len(rare)
    yield log(whole + _UNSEEN) + sum(rare)

"""Scores how marks find their words again in changed texts; run as a script.

    python tests/evaluation/anchors.py TEXT [EDITION] [--half first|second] [--count N]
        [--only CHANGE] [--errors]

`TEXT` is any book that the program reads, `EDITION` another edition of it. Marks are set at random places
of one half of `TEXT`, with 1, 3, 12 and 60 words and on whole paragraphs, and sought in `EDITION` and in the
text after changes made here. Limits were chosen on the first half; the second, the default, is reported.

Right means that both ends are within 6 code points or 15 % of the length, near that the two overlap or nearly
do. Each mark is placed by itself; ``together`` places all of one row at once. Beside it stand the copy that
is nearest to the old place, and what is certain by pieces that are equal to the letter.
"""

from __future__ import annotations

import argparse
import random
import statistics
import sys
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "evaluation")]

from text_changes import (  # noqa: E402
    PARAGRAPH,
    Changed,
    characters,
    format_of_a_book,
    has_no_blanks,
    other_edition,
    paragraphs,
    unit_of,
    words,
)

from companion.core.anchors import Anchor, Placing, anchor, placings, quoted  # noqa: E402
from companion.core.document import Document, Span  # noqa: E402
from companion.core.drift import Drift  # noqa: E402
from companion.core.recovery import Recovery  # noqa: E402
from companion.core.spelling import Spelling  # noqa: E402
from companion.readers import read_document  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

LENGTHS = (1, 3, 12, 60)
SURE, LEAD = 48, 8
"""For the way by equal pieces: so many code points in a row make a place certain, and by so many more."""

COLUMNS = ("n", "right", "near", "wrong", "none", "refused", "false", "shaky")
Row = Counter[str]


class Mark(NamedTuple):
    """An anchor, and where its words truly are; None if they are gone."""

    anchor: Anchor
    truth: Span | None


def spans(text: str, low: int, high: int, count: int, chance: random.Random) -> dict[str, list[Span]]:
    """At random places between `low` and `high`: runs of words, and whole paragraphs."""
    unit = unit_of(text)
    found = [one.span() for one in unit.finditer(text, low, high)]
    kinds = {}
    for length in LENGTHS:
        starts = [chance.randrange(len(found) - length) for _ in range(count)]
        name = f"{length * 2} signs" if has_no_blanks(text) else f"{length} word{'s' * (length > 1)}"
        kinds[name] = [Span(found[start][0], found[start + length - 1][1]) for start in starts]
    blocks = [one for one in PARAGRAPH.finditer(text, low, high) if len(one[0].strip()) > 100]
    chosen = chance.sample(blocks, min(count, len(blocks)))
    kinds["paragraph"] = [Span(one.start(), one.start() + len(one[0].rstrip())) for one in chosen]
    return kinds


def verdict(mark: Mark, span: Span | None) -> str:
    if mark.truth is None:
        return "refused" if span is None else "false"
    if span is None:
        return "none"
    start, end = mark.truth
    slack = max(6.0, 0.15 * (end - start))
    if abs(span.start - start) <= slack and abs(span.end - end) <= slack:
        return "right"
    return "near" if span.start < end + 30 and start - 30 < span.end else "wrong"


# -- the ways


def by_nearest(text: str, kept: Anchor) -> Span | None:
    """The copy of the words, to the letter, that is nearest to the old place."""
    best, found = -1, text.find(kept.exact)
    while found >= 0:
        if best < 0 or abs(found - kept.start) < abs(best - kept.start):
            best = found
        found = text.find(kept.exact, found + 1)
    return None if best < 0 else Span(best, best + len(kept.exact))


def by_pieces(spelling: Spelling, kept: Anchor) -> Span | None:
    """Where the words stand in plain spelling, if enough of the context does without a gap."""
    quote, before, after = (Spelling(part).plain for part in (kept.exact, kept.prefix, kept.suffix))
    plain, runs = spelling.plain, []
    found = plain.find(quote) if quote else -1
    while found >= 0 and len(runs) < 5000:
        end = found + len(quote)
        left = common(before[::-1], plain[max(0, found - len(before)) : found][::-1])
        runs.append((left + len(quote) + common(after, plain[end : end + len(after)]), found))
        found = plain.find(quote, found + 1)
    runs.sort(reverse=True)
    if not runs or runs[0][0] < SURE or (len(runs) > 1 and runs[0][0] - runs[1][0] < LEAD):
        return None
    return spelling.span(runs[0][1], runs[0][1] + len(quote))


def common(one: str, other: str) -> int:
    """The length of the beginning that both share."""
    for index, (sign, other_sign) in enumerate(zip(one, other, strict=False)):
        if sign != other_sign:
            return index
    return min(len(one), len(other))


def alone(recovery: Recovery, kept: Anchor) -> tuple[Placing, float]:
    """Where the words stand without the help of other marks, and the milliseconds of CPU it took."""
    recovery._drift = Drift()
    start = time.thread_time()
    placing = recovery.placings([kept])[kept]
    return placing, 1000 * (time.thread_time() - start)


# -- the table


class Task(NamedTuple):
    """Marks of several lengths that are sought in one text."""

    name: str
    text: str
    marks: dict[str, list[Mark]]


def evaluate(task: Task, show: bool) -> None:
    """Prints one row for each length of this task."""
    document, spelling = Document(task.text), Spelling(task.text)
    recovery = Recovery(task.text, {}, None)
    for name, marks in task.marks.items():
        ways: dict[str, Row] = {way: Counter() for way in ("here", "together", "nearest", "pieces")}
        times = []
        for mark, helped in zip(marks, placings(document, [mark.anchor for mark in marks]), strict=True):
            placing, taken = alone(recovery, mark.anchor)
            times.append(taken)
            said = verdict(mark, placing.span)
            ways["here"].update((said, "shaky") if placing.is_shaky else (said,))
            ways["together"][verdict(mark, helped.span)] += 1
            ways["nearest"][verdict(mark, by_nearest(task.text, mark.anchor))] += 1
            ways["pieces"][verdict(mark, by_pieces(spelling, mark.anchor))] += 1
            if show and said in ("wrong", "false", "none"):
                show_error(said, mark, placing, task.text)
        print_row(task.name, name, len(marks), ways, times)


def show_error(said: str, mark: Mark, placing: Placing, text: str) -> None:
    kept = mark.anchor
    print(f"    {said} {placing.score:.2f} {kept.prefix[-40:]!r} [{kept.exact[:80]!r}] {kept.suffix[:40]!r}")
    for span in (placing.span, mark.truth):
        print("       ", span and repr(text[max(0, span.start - 40) : min(span.end, span.start + 80) + 40]))


def print_row(change: str, length: str, count: int, ways: dict[str, Row], times: list[float]) -> None:
    here = ways["here"]
    figures = " ".join(f"{here[column] if column != 'n' else count:7}" for column in COLUMNS)
    times.sort()
    slowest = times[min(len(times) - 1, int(len(times) * 0.95))]
    others = "  ".join(
        f"{way[name]['right'] + way[name]['near']:4}/{way[name]['wrong'] + way[name]['false']:<4}"
        for way in (ways,)
        for name in ("together", "nearest", "pieces")
    )
    print(
        f"{change:30} {length:10} {figures} {statistics.median(times):7.1f} {slowest:7.1f}  {others}",
        flush=True,
    )


def print_head() -> None:
    columns = " ".join(f"{column:>7}" for column in COLUMNS)
    others = "  ".join(f"{name:9}" for name in ("together", "nearest", "pieces"))
    print(f"{'change':30} {'marks':10} {columns} {'median':>7} {'p95 ms':>7}  {others} (placed well/ill)")


def tasks(text: str, edition: str, half: str, count: int) -> Iterator[tuple[str, Callable[[], Task]]]:
    """All tasks by name; each is made when it is its turn."""
    middle = len(text) // 2
    low, high = (1000, middle) if half == "first" else (middle, len(text) - 1000)
    chosen = spans(text, low, high, count, random.Random(half))  # noqa: S311

    def task(name: str, changed: Changed) -> Task:
        marks = {
            kind: [
                Mark(anchor(Document(text), span), changed.span(span))
                for span in found
                if not changed.is_torn(span)
            ]
            for kind, found in chosen.items()
        }
        return Task(name, changed.text, marks)

    changes: dict[str, Callable[[random.Random], Changed]] = {
        "format": lambda chance: format_of_a_book(text, chance),
        **{
            f"{percent} % characters": lambda chance, percent=percent: characters(percent / 100)(text, chance)
            for percent in (1, 5, 20)
        },
        **{
            f"{percent} % words": lambda chance, percent=percent: words(percent / 100)(text, chance)
            for percent in (1, 5, 20)
        },
        "paragraphs": lambda chance: paragraphs(text, chance),
        "paragraphs, 5 % words": lambda chance: paragraphs(text, chance).then(words(0.05), chance),
    }
    if edition:
        changes["other edition"] = lambda _: other_edition(text, edition)
    for name, change in changes.items():
        yield name, lambda name=name, change=change: task(name, change(random.Random(name)))  # noqa: S311
    rest = text[:middle] if half == "second" else text[middle:]
    absent = {
        kind: [Mark(anchor(Document(text), span), None) for span in found] for kind, found in chosen.items()
    }
    yield "absent", lambda: Task("absent", rest, absent)
    yield from quotations(text, edition, rest, chosen)


def quotations(
    text: str, edition: str, rest: str, chosen: dict[str, list[Span]]
) -> Iterator[tuple[str, Callable[[], Task]]]:
    """Words without their context, as other programs hand them over."""

    def marks(changed: Changed | None, told: bool) -> dict[str, list[Mark]]:
        return {
            kind: [
                Mark(
                    quoted(
                        text[span.start : span.end],
                        share=round(span.start / len(text), 2) if told and changed else None,
                    ),
                    changed.span(span) if changed is not None else None,
                )
                for span in found
                if changed is None or not changed.is_torn(span)
            ]
            for kind, found in chosen.items()
        }

    def sought(name: str, changed: Changed, told: bool) -> Task:
        return Task(name, changed.text, marks(changed, told))

    chance = random.Random(1)  # noqa: S311
    for told in (False, True):
        more = ", share known" if told else ""
        yield (
            f"quotes, format{more}",
            lambda told=told, more=more: sought(
                f"quotes, format{more}", format_of_a_book(text, chance), told
            ),
        )
        yield (
            f"quotes, 5 % characters{more}",
            lambda told=told, more=more: sought(
                f"quotes, 5 % characters{more}", characters(0.05)(text, chance), told
            ),
        )
    if edition:
        yield (
            "quotes, other edition",
            lambda: sought("quotes, other edition", other_edition(text, edition), False),
        )
    yield "quotes, absent", lambda: Task("quotes, absent", rest, marks(None, False))


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("text", type=Path)
    parser.add_argument("edition", type=Path, nargs="?")
    parser.add_argument("--half", choices=("first", "second"), default="second")
    parser.add_argument("--count", type=int, default=300, help="marks of each length")
    parser.add_argument("--only", default="", help="only changes whose name holds this")
    parser.add_argument("--errors", action="store_true", help="show what was missed")
    args = parser.parse_args()
    text = read_document(args.text).text
    edition = read_document(args.edition).text if args.edition else ""
    print_head()
    for name, made in tasks(text, edition, args.half, args.count):
        if args.only in name:
            evaluate(made(), args.errors)


if __name__ == "__main__":
    main()

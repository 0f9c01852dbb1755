"""How fast the reading view is, against a QTextBrowser of the same text, in CPU time.

Ratios are of two measurements in one run, taken by turns. A thing counts as done when it is really painted,
not when it is due to be.
"""

from __future__ import annotations

import argparse
import gc
import html
import os
import random
import re
import statistics
import sys
import time
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtGui import QFont, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QApplication, QTextBrowser, QWidget

from companion.core.companion import Companion
from companion.core.document import Block, Document
from companion.core.entries import Entries, Person
from companion.core.links import Links, Mention
from companion.core.sentences import Sentences
from companion.linking import link
from companion.readers import read_document, read_text
from companion.ui.looks.look import Look
from companion.ui.reading import Reading
from companion.ui.reading_view import ReadingView

if TYPE_CHECKING:
    from collections.abc import Callable

READING = Path(__file__).resolve().parents[2] / ".." / "shared" / "readings" / "war_and_peace_pg2600.txt"
LINKS = 20_000
PASSAGES = 2_000
SIZE = (1000, 800)
BATCH, BATCHES = 60, 5
MOVES = ("scroll", "page", "jump", "resize", "wide_resize", "resize_at_the_end")


class Row(NamedTuple):
    """One line of the table: what was measured, the figure, its unit, and the most it should be."""

    name: str
    value: float
    unit: str
    target: float | None = None


class Spread(NamedTuple):
    """The middle, the 95th of a hundred and the highest of some times, in milliseconds."""

    p50: float
    p95: float
    most: float


def cpu(work: Callable[[], object]) -> float:
    """The CPU time of `work` in milliseconds."""
    started = time.process_time_ns()
    work()
    return (time.process_time_ns() - started) / 1e6


def spread(times: list[float]) -> Spread:
    """The middle, the 95th of a hundred and the highest."""
    ordered = sorted(times)
    return Spread(statistics.median(ordered), ordered[int(len(ordered) * 0.95)], ordered[-1])


def resident() -> float:
    """The memory that the process holds now, in MiB; 0 where the system does not say."""
    try:
        pages = int(Path("/proc/self/statm").read_text().split()[1])
    except OSError:
        return 0.0
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


# -- the text and its links


def generated_text(characters: int = 3_000_000) -> str:
    """Prose of invented words, the same on every machine."""
    chance = random.Random(1869)  # noqa: S311
    syllables = ["ba", "ren", "to", "li", "mar", "se", "vo", "kha", "ti", "no", "dru", "pe", "shi", "lan"]
    words = ["".join(chance.choices(syllables, k=chance.choice((1, 1, 2, 2, 3)))) for _ in range(4000)]
    names = ["".join(chance.choices(syllables, k=3)).capitalize() for _ in range(200)]
    paragraphs: list[str] = []
    length = 0
    while length < characters:
        sentences = []
        for _ in range(chance.randint(1, 6)):
            picked = chance.choices(words, k=chance.randint(4, 22))
            if chance.random() < 0.7:
                picked[-2] = names[int(chance.random() ** 2 * len(names))]
            sentences.append(f"{picked[0].capitalize()} {' '.join(picked[1:])}.")
        paragraphs.append(" ".join(sentences))
        length += len(paragraphs[-1]) + 2
    return "\n\n".join(paragraphs)


def names_in(document: Document) -> list[str]:
    """Capitalised words, the first with some `PASSAGES` places, all together with some `LINKS`."""
    counts = Counter(re.findall(r"\b[A-Z][a-zé]{2,}\b", document.text))
    inside = Counter(re.findall(r"(?<=[a-z,] )[A-Z][a-zé]{2,}\b", document.text))
    words = [word for word, count in counts.most_common() if inside[word] * 2 > count]
    leading = min(words, key=lambda word: abs(counts[word] - PASSAGES))
    chosen, total = [leading], counts[leading]
    for word in words:
        if word != leading and counts[word] < counts[leading] and total + counts[word] <= LINKS:
            chosen.append(word)
            total += counts[word]
    return chosen


def companion_of(document: Document) -> Companion:
    """A companion of those words, found by the program's own linker."""
    names = names_in(document)
    return link(document, Entries(people=tuple(Person(id=name, name=name) for name in names)))


def repeated(document: Document, times: int) -> Document:
    """The same text several times over."""
    step = len(document.text) + 2
    blocks = [
        Block(block.kind, block.start + step * n, block.end + step * n, block.level, block.marker)
        for n in range(times)
        for block in document.blocks
    ]
    return Document("\n\n".join([document.text] * times), tuple(blocks))


def repeated_companion(document: Document, companion: Companion, times: int) -> Companion:
    """The companion of a text that was repeated."""
    step, sentences = len(companion.document.text) + 2, companion.sentences
    mentions = [
        Mention(mention.entry, mention.start + step * n, mention.end + step * n)
        for n in range(times)
        for mention in companion.links
    ]
    spans = [
        (sentences[index].start + step * n, sentences[index].end + step * n)
        for n in range(times)
        for index in range(len(sentences))
    ]
    return Companion(document, companion.entries, Links(mentions), Sentences(spans))


# -- the view


class Bench:
    """A view on a window of its own, with the text and the links."""

    def __init__(self, document: Document, companion: Companion) -> None:
        self.document, self.companion = document, companion
        self.window = QWidget()
        self.window.resize(*SIZE)
        self.reading, self.look = Reading(), Look()
        self.view = ReadingView(self.reading, self.look, self.window)
        self.view.resize(*SIZE)
        self.window.show()
        QApplication.processEvents()
        self.chance = random.Random(7)  # noqa: S311

    def paint(self) -> None:
        """Paints now, not when the event loop comes to it."""
        self.view.viewport().repaint()

    def open(self) -> float:
        """From a document in memory to its first screen."""

        def work() -> None:
            self.reading.show(self.document)
            self.reading.take(self.companion)
            self.paint()

        return cpu(work)

    def lead(self) -> str:
        """The entry with the most passages."""
        return max(self.companion.people, key=lambda person: self.companion.links.count(person.id)).id

    def light(self) -> tuple[float, float]:
        """Lighting the entry with the most passages: the first time, and again."""
        lead = self.lead()
        self.view.show_span(self.companion.links.of(lead)[3].span)
        self.view.scroll_by(0.0)
        self.paint()
        times = []
        for _ in range(21):
            times.append(cpu(lambda: (self.reading.focus_on(lead), self.paint())))
            self.reading.release()
            self.paint()
        return times[0], statistics.median(times[1:])

    def scroll(self, _: int) -> None:
        """One notch of the wheel."""
        self.view.scroll_by(53.0)
        self.paint()

    def page(self, _: int) -> None:
        """One page down."""
        self.view.scroll_by(self.view.flow.height - 56)
        self.paint()

    def jump(self, _: int) -> None:
        """A jump to any mention in the text."""
        index = self.chance.randrange(len(self.companion.links))
        self.reading.go_to(self.companion.links[index].span)
        self.paint()

    def resize(self, frame: int) -> None:
        """One step of a live resize."""
        self.view.resize(520 + (frame * 7) % 400, SIZE[1])
        self.paint()

    def wide_resize(self, frame: int) -> None:
        """One step of a live resize in which the column keeps its width."""
        self.view.resize(900 + (frame * 7) % 400, SIZE[1])
        self.paint()

    def begin(self, kind: str) -> None:
        """Stands where a movement is measured, with the entry with the most passages lit."""
        self.view.resize(*SIZE)
        self.reading.focus_on(self.lead())
        at_end = kind == "resize_at_the_end"
        self.view.show_place(len(self.document.text) if at_end else len(self.document.text) // 3)
        self.paint()

    resize_at_the_end = resize

    def close(self) -> None:
        """Takes the window away."""
        self.window.close()
        self.window.deleteLater()
        QApplication.processEvents()


# -- the browser


def browser_by_cursor(document: Document, companion: Companion) -> float:
    """First paint of a QTextBrowser that is filled by a cursor, each link in its format: its fastest way."""
    plain, linked = QTextCharFormat(), QTextCharFormat()
    linked.setAnchor(True)
    linked.setFontUnderline(True)
    browser, links = _browser(), companion.links

    def work() -> None:
        cursor = QTextCursor(browser.document())
        cursor.beginEditBlock()
        for number, block in enumerate(document.blocks):
            if number:
                cursor.insertBlock()
            at = block.start
            for mention in links.within(block.start, block.end):
                cursor.insertText(document.text[at : mention.start], plain)
                linked.setAnchorHref(mention.entry)
                cursor.insertText(document.text[mention.start : mention.end], linked)
                at = mention.end
            cursor.insertText(document.text[at : block.end], plain)
        cursor.endEditBlock()
        browser.viewport().repaint()

    return _measured(browser, work)


def browser_by_html(document: Document, companion: Companion) -> float:
    """First paint of a QTextBrowser that is given HTML, each link an anchor: its usual way."""
    links, parts = companion.links, []
    for block in document.blocks:
        parts.append("<p>")
        at = block.start
        for mention in links.within(block.start, block.end):
            parts.append(html.escape(document.text[at : mention.start]))
            name = html.escape(document.text[mention.start : mention.end])
            parts.append(f'<a href="{html.escape(mention.entry)}">{name}</a>')
            at = mention.end
        parts.append(html.escape(document.text[at : block.end]) + "</p>")
    page, browser = "".join(parts), _browser()

    def work() -> None:
        browser.setHtml(page)
        browser.viewport().repaint()

    return _measured(browser, work)


def _browser() -> QTextBrowser:
    browser = QTextBrowser()
    font = QFont("Source Serif Pro")
    font.setPixelSize(18)
    browser.setFont(font)
    browser.resize(*SIZE)
    browser.show()
    QApplication.processEvents()
    browser.setPlainText("warm")
    browser.viewport().repaint()
    return browser


def _measured(browser: QTextBrowser, work: Callable[[], None]) -> float:
    gc.collect()
    found = cpu(work)
    browser.close()
    browser.deleteLater()
    QApplication.processEvents()
    return found


# -- the table


def measure(document: Document, companion: Companion) -> list[Row]:
    """All figures."""
    before = resident()
    bench = Bench(document, companion)
    bench.open()
    opened = resident() - before
    rows = [*first_paints(bench), *lighting(bench)]
    before = resident()
    for kind in MOVES:
        moved([bench], kind, 1)
    rows.append(Row("memory of the view: opened", opened, "MiB"))
    rows.append(Row("  after use", opened + max(0.0, resident() - before), "MiB"))
    large = repeated(document, 10)
    many = Bench(large, repeated_companion(large, companion, 10))
    many.open()
    for kind in MOVES:
        small, ten_times = moved([bench, many], kind, BATCHES)
        words = kind.replace("_", " ")
        rows += [
            Row(f"{words}: p50", small.p50, "ms"),
            Row("  p95", small.p95, "ms", 8.0),
            Row("  highest", small.most, "ms"),
            Row("  p95 on ten times the text", ten_times.p95, "ms", 8.0),
            Row("  ratio", ten_times.p95 / small.p95, "", 1.3),
        ]
    bench.close()
    many.close()
    return rows


def first_paints(bench: Bench) -> list[Row]:
    """The view and the browser by turns."""
    ours, by_cursor, by_html = [], [], []
    for _ in range(3):
        bench.reading.show(Document(""))
        gc.collect()
        ours.append(bench.open())
        by_cursor.append(browser_by_cursor(bench.document, bench.companion))
        by_html.append(browser_by_html(bench.document, bench.companion))
    paint, cursor, markup = (statistics.median(times) for times in (ours, by_cursor, by_html))
    return [
        Row("first paint", paint, "ms"),
        Row("  of a QTextBrowser filled by a cursor", cursor, "ms"),
        Row("  of a QTextBrowser given HTML", markup, "ms"),
        Row("  ratio to the faster one", paint / min(cursor, markup), "", 1 / 15),
    ]


def lighting(bench: Bench) -> list[Row]:
    """Putting the entry with the most passages in focus."""
    count = len(bench.companion.passages(bench.lead()))
    first, again = bench.light()
    return [
        Row(f"lighting {count:,} passages, first", first, "ms", 4.0),
        Row("  again", again, "ms", 4.0),
    ]


def moved(benches: list[Bench], kind: str, batches: int) -> list[Spread]:
    """One kind of movement on several texts by turns, so that what else the machine does meets all alike."""
    times: list[list[float]] = [[] for _ in benches]
    for bench in benches:
        bench.begin(kind)
    for batch in range(batches):
        for bench, found in zip(benches, times, strict=True):
            step = getattr(bench, kind)
            for frame in range(BATCH):
                started = time.process_time_ns()
                step(batch * BATCH + frame)
                found.append((time.process_time_ns() - started) / 1e6)
    return [spread(found) for found in times]


def main() -> int:
    """Measures and prints; 0 whatever the figures are."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--text", type=Path, help="a text file; by default War and Peace, or invented prose")
    given: Path | None = parser.parse_args().text
    path = given or (READING if READING.exists() else None)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication(sys.argv[:1])
    app.setStyle("Fusion")
    document = read_document(path) if path else read_text(generated_text())
    companion = companion_of(document)
    print(f"{path.name if path else 'invented prose'}: {len(document.text):,} characters, ", end="")
    print(f"{len(document.blocks):,} blocks, {len(companion.links):,} links\n")
    print(f"{'':50} {'figure':>10}       {'target':>8}")
    for name, value, unit, target in measure(document, companion):
        mark = "" if target is None else f"{target:8.3g}" + ("" if value <= target else "  missed")
        print(f"{name:50} {value:10.3f} {unit:4}  {mark}".rstrip())
    return 0


if __name__ == "__main__":
    sys.exit(main())

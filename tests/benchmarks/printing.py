"""How fast the printed summary is made, against Qt's own document of the same words, in CPU time.

The ratio is of two measurements in one run, taken by turns; both end in a PDF in memory.
"""

from __future__ import annotations

import argparse
import os
import random
import statistics
import time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QFont, QGuiApplication, QPageSize, QPdfWriter, QTextDocument

from companion.core.companion import Companion
from companion.core.dates import parse_date
from companion.core.document import Document
from companion.core.entries import Entries, Event, Person, Term
from companion.output.html import to_html
from companion.output.summarising import summarise
from companion.output.summary import Part, Summary
from companion.ui.looks.look import TEXT_FONT
from companion.ui.print.paper import RESOLUTION
from companion.ui.print.printing import Sheets, to_pdf

_WORDS = (
    "the",
    "and",
    "of",
    "prince",
    "army",
    "bridge",
    "winter",
    "letter",
    "young",
    "countess",
    "reasonably",
)


def _summary(count: int) -> Summary:
    """So many terms, people and events, in random words that are the same in every run."""
    chance = random.Random(4)  # noqa: S311

    def words(most: int) -> str:
        return " ".join(chance.choices(_WORDS, k=chance.randint(8, most))).capitalize() + "."

    entries = Entries(
        title="Printing",
        terms=tuple(Term(id=f"t{n}", term=f"term {n}", definition=words(60)) for n in range(count)),
        people=tuple(
            Person(id=f"p{n}", name=f"Person {n}", role="officer", about=words(60)) for n in range(count)
        ),
        events=tuple(
            Event(id=f"e{n}", title=words(9), date=parse_date(f"{1000 + n}"), about=words(40))
            for n in range(count)
        ),
    )
    return summarise(
        Companion(Document(""), entries), [Part.GLOSSARY, Part.PEOPLE, Part.DRAWING, Part.TIMELINE]
    )


def _print_document(html: str) -> None:
    """The same words as one column, as Qt sets and prints a document."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(RESOLUTION)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    font = QFont(TEXT_FONT)
    font.setPointSizeF(10)
    document = QTextDocument()
    document.setDefaultFont(font)
    document.setHtml(html)
    document.print_(writer)


def main() -> None:
    """Prints seconds for 100 pages, and the ratio."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--entries", type=int, default=600, help="of each kind")
    parser.add_argument("--rounds", type=int, default=5)
    wanted = parser.parse_args()
    application = QGuiApplication([])
    summary = _summary(wanted.entries)
    html, pages = to_html(summary), len(Sheets(summary))
    ours, theirs = [], []
    for _ in range(wanted.rounds):
        start = time.process_time()
        _print_document(html)
        middle = time.process_time()
        to_pdf(summary)
        theirs.append(middle - start)
        ours.append(time.process_time() - middle)
    ratio = statistics.median(one / other for one, other in zip(ours, theirs, strict=True))
    each = statistics.median(ours) / pages * 100
    print(
        f"{pages} pages: {each:.2f} s CPU for 100 pages, {ratio:.2f} times a QTextDocument of the same words"
    )
    del application


if __name__ == "__main__":
    main()

"""Print dialog: what of the companion is printed, on which paper, as it will look, and where it goes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QStandardPaths, Qt, QTimer
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from companion import resources
from companion.core.system_errors import why
from companion.output.html import to_html
from companion.output.markdown import to_markdown
from companion.output.summarising import summarise
from companion.output.writing import write_whole
from companion.ui.frame.notice import Notice
from companion.ui.guarded import guarded
from companion.ui.print.paper import RESOLUTION, Ink
from companion.ui.print.print_choices import Choices, PrintChoices
from companion.ui.print.printing import Sheets, pdf_of, print_on
from companion.ui.print.sheet_view import SheetView
from companion.ui.print.slices import Slices
from companion.ui.print.summary_words import labels, pages_in_words
from companion.ui.program.language import told

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtPrintSupport import QPrinter

    from companion.core.companion import Companion
    from companion.output.summary import Labels, Part, Summary
    from companion.ui.bookmarks.placed_marks import Placed
    from companion.ui.looks.look import Look
    from companion.ui.program.jobs import Job, Jobs
    from companion.ui.reading import Reading

_ENDINGS = {".pdf": "pdf", ".html": "html", ".htm": "html", ".md": "md", ".markdown": "md"}
_SIZE = (980, 760)
"""Pixels, where the screen has room for so many."""
_PATIENCE_MS = 400
"""Work that is done sooner than this is not spoken of."""


class PrintDialog(QDialog):
    """Chooses and previews on the left and right; below, printing and saving."""

    def __init__(self, reading: Reading, look: Look, choices: Choices, jobs: Jobs, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("print_dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Print the summary"))
        self._reading, self._look, self._choices = reading, look, choices
        self._ink = Ink()
        self._summary: Summary | None = None
        self._sheets: Sheets | None = None
        self._jobs = jobs
        self._job: Job | None = None
        self._work = Slices(self)
        self._work.progressed.connect(self._advance)
        self._work.succeeded.connect(self._finish)
        self._work.failed.connect(self._fail)
        self._then: QBuffer | None = None
        self._goal: Path | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._lay_out)
        self._build()
        for signal in (reading.companion_changed, reading.entry_focused, reading.bookmarks_changed):
            signal.connect(self._count)
        room = parent.screen().availableSize()
        self.resize(min(_SIZE[0], room.width() - 40), min(_SIZE[1], room.height() - 60))
        next(iter(self.choosing.ticks.values())).setFocus()
        self._count()

    # -- what it is made of

    def _build(self) -> None:
        self.notice = Notice(self._look, self)
        self.view = SheetView(self._look, self)
        self.view.page_changed.connect(self._tell_page)
        self.choosing = PrintChoices(self._choices, self._look, self)
        self.choosing.chosen.connect(self._set_anew)
        across = QHBoxLayout()
        across.setSpacing(20)
        across.addWidget(self.choosing)
        across.addWidget(self.view, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 12)
        column.setSpacing(12)
        column.addWidget(self.notice)
        column.addLayout(across, 1)
        column.addLayout(self._progress())
        column.addLayout(self._buttons())

    def _progress(self) -> QHBoxLayout:
        self._told = QLabel(self)
        self._bar = QProgressBar(self)
        self._bar.setRange(0, 1000)
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(4)
        self._cancel = QPushButton(self.tr("Cancel"), self)
        self._cancel.clicked.connect(self._stop)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_PATIENCE_MS)
        self._patience.timeout.connect(self._speak)
        line = QHBoxLayout()
        line.addWidget(self._told)
        line.addWidget(self._bar, 1)
        line.addWidget(self._cancel)
        self._be_silent()
        return line

    def _buttons(self) -> QHBoxLayout:
        self._pages = QLabel(self)
        self.print_button = QPushButton(self.tr("&Print…"), self)
        self.print_button.setDefault(True)
        self.print_button.clicked.connect(self._ask_for_printer)
        self.save_button = QPushButton(self.tr("&Save…"), self)
        self.save_button.setToolTip(self.tr("As a PDF, a web page or Markdown"))
        self.save_button.clicked.connect(self._ask_for_file)
        close = QPushButton(self.tr("Close"), self)
        close.clicked.connect(self.reject)
        line = QHBoxLayout()
        line.addWidget(self._pages, 1)
        for button in (self.save_button, self.print_button, close):
            line.addWidget(button)
        return line

    @property
    def is_busy(self) -> bool:
        """Whether pages are being laid out, written or printed, or will be in a moment."""
        return self._soon.isActive() or self._job is not None or self._work.is_busy

    # -- what is printed

    def _count(self, _: object = None) -> None:
        self.choosing.tell_amounts(self._reading)
        self._set_anew()

    def _set_anew(self) -> None:
        self._soon.start(0)

    def _lay_out(self) -> None:
        """Lays the chosen parts out anew."""
        self._goal = self._then = None
        self._sheets = None
        self._let_print()
        self._leave_job()
        self._work.cancel()
        self._tell_begin(self.tr("Setting the pages"))
        reading, parts = self._reading, frozenset(self._choices.parts)
        work = _Summarise(
            reading.companion,
            parts,
            labels(),
            focus=reading.focus,
            bookmarks=reading.marginalia.placed,
            most=self._choices.most,
        )
        job = self._job = self._jobs.run("", work)
        job.succeeded.connect(self._summarised)
        job.failed.connect(self._not_summarised)

    def _leave_job(self) -> None:
        job, self._job = self._job, None
        if job is not None:
            job.cancel()

    def _summarised(self, summary: Summary) -> None:
        self._job, self._summary = None, summary
        self._work.run(self._laying_out(summary))

    def _not_summarised(self, error: Exception) -> None:
        self._job = None
        self._fail(error)

    def _laying_out(self, summary: Summary) -> Iterator[float]:
        sheets = Sheets(summary, self._choices.paper, self._ink, at_once=False)
        yield from sheets.laying_out()
        self._sheets = sheets

    # -- work and how far it is

    def _begin(self, title: str, work: Iterator[float]) -> None:
        self._tell_begin(title)
        self._work.run(work)

    def _tell_begin(self, title: str) -> None:
        self._told.setText(title)
        self._bar.setAccessibleName(title)
        self._bar.setValue(0)
        self._patience.start()

    def _advance(self, done: float) -> None:
        self._bar.setValue(round(1000 * done))

    def _speak(self) -> None:
        for widget in (self._told, self._bar, self._cancel):
            widget.show()

    def _be_silent(self) -> None:
        self._patience.stop()
        for widget in (self._told, self._bar, self._cancel):
            widget.hide()

    def _stop(self) -> None:
        self._leave_job()
        self._work.cancel()
        self._then = self._goal = None
        self._be_silent()
        self.view.show_sheets(self._sheets)

    def _finish(self) -> None:
        self._be_silent()
        buffer, goal = self._then, self._goal
        self._then = self._goal = None
        if buffer is not None and goal is not None:
            self._write(goal, bytes(buffer.data().data()))
        else:
            self.view.show_sheets(self._sheets)
        self._let_print()

    def _fail(self, error: Exception) -> None:
        self._stop()
        self._let_print()
        self.notice.tell(self.tr("The pages could not be printed."), [str(error)])

    def _let_print(self) -> None:
        for button in (self.print_button, self.save_button):
            button.setEnabled(self._sheets is not None)
        self._tell_page(self.view.page)

    def _tell_page(self, page: int) -> None:
        count = len(self._sheets) if self._sheets else 0
        self._pages.setText(pages_in_words(page + 1, count) if count and page >= 0 else "")

    # -- where it goes

    def _ask_for_file(self) -> None:
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        name = "".join(sign if sign.isalnum() else " " for sign in self._title())
        suggested = (
            Path(self._choices.folder or documents) / f"{' '.join(name.split())[:80] or 'summary'}.pdf"
        )
        file, kind = QFileDialog.getSaveFileName(
            self,
            self.tr("Save the summary"),
            str(suggested),
            self.tr("PDF (*.pdf);;Web page (*.html);;Markdown (*.md)"),
        )
        if file:
            path = Path(file)
            if path.suffix.lower() not in _ENDINGS:
                path = path.with_name(f"{path.name}.{kind.rpartition('*.')[2].rstrip(')') or 'pdf'}")
            self.save(path)

    def save(self, path: Path) -> None:
        """Writes the summary to a file; its ending says whether as PDF, HTML or Markdown."""
        if self._summary is None or self._sheets is None:
            return
        self.notice.clear()
        self._choices.folder = str(path.parent)
        match _ENDINGS.get(path.suffix.lower(), "pdf"):
            case "html":
                page = to_html(self._summary, resources.text("print", "summary.css"))
                self._write(path, page.encode("utf-8", "replace"))
            case "md":
                self._write(path, to_markdown(self._summary).encode("utf-8", "replace"))
            case _:
                self._then, self._goal = QBuffer(self), path
                self._begin(self.tr("Writing the pages"), pdf_of(self._sheets, self._then))

    def _write(self, path: Path, data: bytes) -> None:
        try:
            write_whole(path, data)
        except OSError as error:
            words = self.tr("%1 cannot be written: %2.").replace("%1", path.name)
            self.notice.tell(words.replace("%2", told(why(error))))
        else:
            words = self.tr("Saved as %1.").replace("%1", str(path))
            self.notice.tell(words, is_warning=False)

    def _ask_for_printer(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        if self._sheets is None:
            return
        self._printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        self._printer.setResolution(RESOLUTION)
        self._printer.setPageSize(self._choices.paper.size)
        self._printer.setDocName(self._title())
        asking = QPrintDialog(self._printer, self)
        asking.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        asking.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
        asking.setMinMax(1, len(self._sheets))
        asking.accepted.connect(self._print_chosen)
        QDialog.open(asking)  # QPrintDialog hides it by one that wants a slot

    def _print_chosen(self) -> None:
        self.print_on(self._printer)

    def print_on(self, printer: QPrinter) -> None:
        """Prints on this printer."""
        if self._sheets is not None:
            self.notice.clear()
            self._begin(self.tr("Printing"), print_on(printer, self._sheets))

    def _title(self) -> str:
        return self._summary.title if self._summary else ""

    # -- overrides of Qt

    @guarded
    def done(self, result: int) -> None:
        self._soon.stop()
        self._leave_job()
        self._work.cancel()
        super().done(result)


class _Summarise:
    """Work for a thread: what is printed is put together."""

    def __init__(
        self,
        companion: Companion,
        parts: frozenset[Part],
        labels: Labels,
        *,
        focus: tuple[str, ...],
        bookmarks: tuple[Placed, ...],
        most: int | None,
    ) -> None:
        self._companion, self._parts, self._labels = companion, parts, labels
        self._focus, self._bookmarks, self._most = focus, bookmarks, most

    def __call__(self, _: Callable[[float], None]) -> Summary:
        return summarise(
            self._companion,
            self._parts,
            self._labels,
            focus=self._focus,
            bookmarks=self._bookmarks,
            most=self._most,
        )

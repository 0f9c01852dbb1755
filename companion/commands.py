"""The commands without a window: what build, inspect, check, summary, text and the self-check do."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from companion import SEARCH_COMMAND
from companion.command import RefusedError
from companion.core.entries import Kind
from companion.core.system_errors import why

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from companion.building import Complaint
    from companion.command import Command
    from companion.core.companion import Companion
    from companion.core.document import Document, Span
    from companion.core.entries import Entries
    from companion.core.notes import Mark
    from companion.output.summary import Summary


def build(command: Command) -> str | Iterator[str | Complaint]:
    """The companion file of what is found in a text, when it is to go to standard output, or else a sentence.

    A file that is there already is never overwritten: somebody may have written in it. With a number of
    jobs, the text may be a folder: then it is a line for each book.
    """
    if command.jobs and command.file is not None and command.file.is_dir():
        from companion.folder_building import built

        if command.out and Path(command.out).is_file():
            raise RefusedError(f"{command.out} is no folder; name one with -o.")
        return built(command.file, Path(command.out) if command.out else None, command.jobs)
    from companion.building import companion_found_in
    from companion.output.writing import write_new
    from companion.store.companion_file import companion_path
    from companion.store.companion_writing import companion_text

    file = command.file or Path()
    if file.is_dir():
        raise RefusedError(f"{file} is a folder; with --jobs 1 each book in it gets a companion.")
    there = None if command.out else companion_path(file)
    out = there or Path(command.out or file.with_name(f"{file.stem}.companion.yaml"))
    refusal = RefusedError(f"{out} is there already and is left as it is; name another file with -o.")
    if command.out != "-" and (there or out.is_file()):
        raise refusal
    companion = companion_found_in(document_at(file))
    made = companion_text(companion)
    if command.out == "-":
        return made
    try:
        write_new(out, made.encode("utf-8", "replace"))
    except FileExistsError:  # somebody has made it meanwhile
        raise refusal from None
    except OSError as error:
        raise RefusedError(f"{out} cannot be written: {why(error)}.") from None
    return f"{out}: {counts(companion.entries)}.\n"


def inspect(command: Command) -> str | Iterator[str | Complaint]:
    """One JSON object on one line: the text, its companion and where everything is; or many of them."""
    hidden = () if command.doubtful else (Kind.PERSON, Kind.EVENT)
    if command.file is None:
        return _inspected(command.batch or Path("-"), hidden)
    from companion.output.inspect import inspection

    found = inspection(companion_of(command.file, command.companion, hidden), command.file.name)
    return json.dumps(found, ensure_ascii=False) + "\n"


def found(command: Command) -> bytes:
    """What is found in a text, for the window that asked; how far it is goes to standard error."""
    from companion.core.message import ToldError
    from companion.helping import found_in

    try:
        return found_in(command.file or Path())
    except ToldError as error:
        raise RefusedError(str(error)) from None


def check(command: Command) -> str:
    """What is wrong with a companion file, and with a text given also what is not found in that."""
    from companion.store.companion_file import CompanionFileError, read_companion

    path = command.companion or Path()
    try:
        entries = read_companion(path)
    except CompanionFileError as error:
        found = (f"{path}:{problem.line}:{problem.column}: {problem.sentence}" for problem in error.problems)
        raise RefusedError("\n".join(found)) from None
    if command.file is None:
        return f"{path}: no errors; {counts(entries)}.\n"
    companion = _link(document_at(command.file), entries)
    unnamed = [entry.heading for entry in entries if not companion.passages(entry.id)]
    warnings = [*companion.warnings, *(f"The text never speaks of ‘{heading}’." for heading in unnamed)]
    lines = [f"{path}: warning: {sentence}" for sentence in warnings]
    lines.append(
        f"{path}: no errors; {counts(entries)}, found in {len(companion.links):,} places of the text."
    )
    return "\n".join(lines) + "\n"


def summary(command: Command) -> bytes:
    """The summary of a text, when it is to go to standard output; a file is written here."""
    from companion.output.finding import MOST
    from companion.output.summarising import summarise
    from companion.output.summary import Part
    from companion.output.writing import write_whole

    companion = companion_of(command.file or Path(), command.companion)
    focus = tuple(_named(companion, name) for name in command.focus)
    parts = tuple(map(Part, command.parts)) or tuple(Part)
    kept = marks_of(command, companion.document) if Part.NOTES in parts else ()
    most = command.most or MOST
    made = _written(summarise(companion, parts, focus=focus, bookmarks=kept, most=most), command)
    if command.out == "-":
        return made
    try:
        write_whole(Path(command.out), made)
    except OSError as error:
        raise RefusedError(f"{command.out} cannot be written: {why(error)}.") from None
    return b""


def text(command: Command) -> str:
    """The document's text, its last line ended."""
    whole = document_at(command.file or Path()).text
    return whole if whole.endswith("\n") else whole + "\n"


def selfcheck(command: Command) -> str:
    """The versions of what is used and whether the bundled reading can be read; needs no screen."""
    from companion.selfcheck import report
    from companion.texts import UnreadableError

    try:
        return "".join(f"{line}\n" for line in report())
    except UnreadableError as error:
        raise RefusedError(str(error)) from None


COMMANDS: dict[str, Callable[[Command], str | bytes | Iterator[str | Complaint]]] = {
    "build": build,
    "inspect": inspect,
    "check": check,
    "summary": summary,
    "text": text,
    "selfcheck": selfcheck,
    SEARCH_COMMAND: found,
}
"""What each command gives for standard output, at once or line by line; raises RefusedError."""


def counts(entries: Entries) -> str:
    """How much a companion holds: ``"28 terms, 1 person, 25 events"``."""
    terms, people, events = len(entries.terms), len(entries.people), len(entries.events)
    return (
        f"{terms:,} term{'s' * (terms != 1)}, {people:,} {'person' if people == 1 else 'people'}, "
        f"{events:,} event{'s' * (events != 1)}"
    )


def document_at(path: Path) -> Document:
    """The document in a file. Raises RefusedError."""
    from companion.texts import UnreadableError, read_text_at

    try:
        return read_text_at(path)
    except UnreadableError as error:
        raise RefusedError(str(error)) from None


def _inspected(batch: Path, hidden: tuple[Kind, ...]) -> Iterator[str | Complaint]:
    """The inspections of a file's lines, one at a time, or of those of standard input."""
    from companion.building import inspected

    try:
        opened = sys.stdin.buffer if str(batch) == "-" else batch.open("rb")
    except OSError as error:
        raise RefusedError(f"{batch} cannot be read: {why(error)}.") from None
    with opened as lines:
        yield from inspected(lines, hidden=hidden)


def companion_of(file: Path, named: Path | None, hidden: tuple[Kind, ...] = tuple(Kind)) -> Companion:
    """The text with the companion that was named, or the one beside it, or else the one found in it."""
    from companion.building import companion_found_in
    from companion.store.companion_file import CompanionFileError, companion_path, read_companion

    document = document_at(file)
    path = named or companion_path(file)
    if path is None:
        return companion_found_in(document, hidden=hidden)
    try:
        return _link(document, read_companion(path))
    except CompanionFileError as error:
        raise RefusedError(f"{error} “companion check” tells every error.") from None


def _link(document: Document, entries: Entries) -> Companion:
    from companion.linking import link

    return link(document, entries)


def _named(companion: Companion, name: str) -> str:
    """The id of the entry of that name, whatever its capitals are."""
    wanted = " ".join(name.split()).casefold()
    for entry in companion.entries:
        if wanted in (entry.id, " ".join(entry.heading.split()).casefold()):
            return entry.id
    for entry in companion.entries:
        if wanted in (" ".join(alias.text.split()).casefold() for alias in entry.aliases):
            return entry.id
    raise RefusedError(f"The companion has no entry ‘{name}’.")


def marks_of(command: Command, document: Document) -> tuple[tuple[Mark, Span | None], ...]:
    """The reader's bookmarks of the text; what is to be said of them goes to standard error.

    Where Qt is not whole no window kept any: that is an error only for whoever asked for them by name.
    """
    from companion import preflight

    if sentence := preflight.problem(screen=False):
        if command.parts:
            raise RefusedError(sentence)
        return ()
    from companion.ui.bookmarks.printable import kept_of

    placed, remarks = kept_of(command.file or Path(), document)
    if sys.stderr is not None:
        sys.stderr.writelines(f"{remark}\n" for remark in remarks)
    return placed


def _written(made: Summary, command: Command) -> bytes:
    match command.format:
        case "pdf":
            return _as_pdf(made, command.paper)
        case "html":
            from companion import resources
            from companion.output.html import to_html

            return to_html(made, resources.text("print", "summary.css")).encode("utf-8", "replace")
    from companion.output.markdown import to_markdown

    return to_markdown(made).encode("utf-8", "replace")


def _as_pdf(made: Summary, paper: str) -> bytes:
    from companion import preflight

    if sys.platform.startswith("linux"):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"  # a page needs no screen, and none may be there
    if sentence := preflight.problem(screen=False):
        raise RefusedError(sentence)
    from PySide6.QtGui import QGuiApplication

    from companion.ui.print.paper import Paper
    from companion.ui.print.printing import to_pdf

    application = QGuiApplication.instance() or QGuiApplication(["companion"])
    made_pages = to_pdf(made, Paper.named(paper))
    del application
    return made_pages

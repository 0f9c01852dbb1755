"""The command line: how it is read, and how a command without a window is run and ends."""

from __future__ import annotations

import argparse
import io
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from companion import SEARCH_COMMAND, __version__
from companion.command import WINDOW, Command, RefusedError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from companion.building import Complaint

__all__ = ["WINDOW", "Command", "parse", "run"]

DONE, UNUSABLE, INTERRUPTED, NOBODY_READS = 0, 1, 130, 141
"""How a command ends; 2 is argparse's, for a command line that makes no sense. The last two are what a
shell says of a program that Ctrl+C or a closed pipe has ended."""


def parse(argv: Sequence[str]) -> Command:
    """Reads the arguments after the program's name.

    A first word that is a command's name is that command; a file of the same name opens as ``./build``.
    Raises SystemExit as argparse does: 0 after ``--help`` and ``--version``, 2 for what makes no sense.
    """
    _speak_utf8()
    name = argv[0] if argv and argv[0] in _ARGUMENTS else WINDOW
    parser = _window_parser() if name == WINDOW else _command_parser(name)
    found = parser.parse_args(argv if name == WINDOW else argv[1:])
    if name == "summary":
        _complete(found, parser)
    if name == "export":
        _check_export(found, parser)
    return Command(**vars(found))


def _complete(summary: argparse.Namespace, parser: argparse.ArgumentParser) -> None:
    """Takes the format of a summary from its file's name where it is not said."""
    summary.focus = tuple(summary.focus)
    if len(summary.focus) > 2:
        parser.error("--focus may be given twice, not more often")
    summary.format = summary.format or _FORMATS.get(Path(summary.out).suffix.lower(), "")
    if not summary.format:
        parser.error("OUT must end in .pdf, .html or .md, or --format say which of them it is")


def _check_export(export: argparse.Namespace, parser: argparse.ArgumentParser) -> None:
    """Takes the end of a file's name that is that of one form for its choice, if none is named."""
    from companion.exchange.leaving import FORMS

    if export.is_list:
        return
    names = [one.name for one in FORMS]
    if not export.form:
        fitting = [one.name for one in FORMS if one.ending and export.out.lower().endswith(one.ending)]
        export.form = fitting[0] if len(fitting) == 1 else ""
    if export.file is None or not export.out:
        parser.error("FILE and -o OUT are required, or --list")
    if export.form not in names:
        parser.error(f"--as must be one of {', '.join(names)}")


def run(command: Command) -> int:
    """Does a command that needs no window and gives the status with which the program ends.

    What the command is for goes to standard output, in UTF-8 on every system; why it cannot be done goes
    to standard error, without a traceback.
    """
    from companion import commands, exchange_commands

    _speak_utf8()
    try:
        made = (commands.COMMANDS | exchange_commands.COMMANDS)[command.name](command)
        if not isinstance(made, str | bytes):
            return _put_each(made, command)
        _put(made)
    except RefusedError as refusal:
        return _refuse(str(refusal))
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        _give_up_standard_output()
        return NOBODY_READS
    except OSError as error:
        from companion.core.system_errors import why

        _give_up_standard_output()
        return _refuse(f"Standard output cannot be written: {why(error)}.")
    return DONE


# -- the arguments

_DESCRIPTION = "A desktop reading companion: a text with its glossary, people and timeline, all linked."

_EPILOG = """\
commands that need no window ("companion COMMAND --help" tells more):
  build FILE [-o OUT]               builds a companion from the text itself and writes it as a file
  build --jobs N FOLDER [-o DIR]    the same for each book in a folder, N at the same time
  inspect FILE [--companion YAML]   prints one JSON object: document, people, terms, events, times
  inspect --batch IN.jsonl          the same, a line for each {"id", "text"}
  check YAML [--text FILE]          tells every error of a companion file, with line and column
  summary FILE -o OUT.pdf|html|md   writes the summary: glossary, people, timeline, your notes
  text FILE                         prints the document's text
  export FILE --as FORM -o OUT      writes companion and marks for another program; --list tells the forms
  import FILE FROM                  takes in the marks and entries that another program wrote

examples:
  companion                                   the last reading, at first the bundled one
  companion novel.txt                         with the companion beside it, novel.companion.yaml
  companion novel.txt --companion mine.yaml   with another one
  companion build novel.txt                   writes novel.companion.yaml, if that is not there yet
  companion check mine.yaml --text novel.txt
  companion summary novel.txt -o novel.pdf

All of it works offline; nothing leaves this computer."""

_FORMATS = {".pdf": "pdf", ".html": "html", ".htm": "html", ".md": "md", ".markdown": "md"}


def _parser(program: str, description: str, **more: str) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        program,
        description=description,
        allow_abbrev=False,
        **more,  # type: ignore[arg-type]  # `usage` and `epilog`, which are strings
    )
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    return parser


def _window_parser() -> argparse.ArgumentParser:
    usage = "companion [FILE] [--companion YAML] [--new-window]\n       companion COMMAND ..."
    parser = _parser("companion", _DESCRIPTION, usage=usage, epilog=_EPILOG)
    parser.set_defaults(name=WINDOW)
    parser.add_argument("file", metavar="FILE", nargs="?", type=Path, help="the text to open in the window")
    _add_companion(parser)
    another = "open another window where one stands already; without it that one opens FILE"
    parser.add_argument("--new-window", action="store_true", help=another)
    check = "link the bundled reading and print the versions; needs no screen"
    parser.add_argument("--selfcheck", dest="name", action="store_const", const="selfcheck", help=check)
    parser.add_argument("--version", action="version", version=f"companion {__version__}")
    return parser


def _command_parser(name: str) -> argparse.ArgumentParser:
    description, add_arguments = _ARGUMENTS[name]
    parser = _parser(f"companion {name}", description)
    parser.set_defaults(name=name)
    add_arguments(parser)
    return parser


def _add_file(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", type=Path, help="the text")


def _add_companion(parser: argparse.ArgumentParser) -> None:
    beside = "the companion file; else the one beside the text, x.companion.yaml for x.txt, or what is found"
    parser.add_argument("--companion", metavar="YAML", type=Path, help=beside)


_MOST_JOBS = 64


def _add_build(parser: argparse.ArgumentParser) -> None:
    _add_file(parser)
    out = "the companion file to write, x.companion.yaml for x.txt unless told; - is standard output"
    parser.add_argument("-o", dest="out", metavar="OUT", default="", help=out)
    many = "FILE is a folder: builds a companion for each book in it and below, N of them at the same time"
    parser.add_argument("--jobs", metavar="N", type=_count, default=0, help=many)


def _count(words: str) -> int:
    """How many processes are to run at the same time."""
    if not words.isdecimal() or not 1 <= int(words) <= _MOST_JOBS:
        raise argparse.ArgumentTypeError(f"“{words}” is no number from 1 to {_MOST_JOBS}")
    return int(words)


def _add_inspect(parser: argparse.ArgumentParser) -> None:
    which = parser.add_mutually_exclusive_group(required=True)
    which.add_argument("file", metavar="FILE", nargs="?", type=Path, help="the text")
    many = 'many texts, {"id", "text"} on each line; - is standard input'
    which.add_argument("--batch", dest="batch", metavar="IN.jsonl", type=Path, help=many)
    _add_companion(parser)
    doubtful = "also the people and events of which it is doubtful that they are any"
    parser.add_argument("--doubtful", action="store_true", help=doubtful)


def _add_check(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("companion", metavar="YAML", type=Path, help="the companion file")
    also = "the text it belongs to; tells also what is not found in it"
    parser.add_argument("--text", dest="file", metavar="FILE", type=Path, help=also)


def _add_summary(parser: argparse.ArgumentParser) -> None:
    _add_file(parser)
    _add_companion(parser)
    parser.add_argument("-o", dest="out", metavar="OUT", required=True, help="a file; - is standard output")
    formats = sorted(set(_FORMATS.values()))
    parser.add_argument(
        "--format", choices=formats, default="", help="where the ending of OUT does not tell it"
    )
    parser.add_argument("--paper", choices=("a4", "letter"), default="a4", help="of a PDF; a4 unless told")
    which = f"of: {', '.join(_PARTS)}; notes are your bookmarks and notes; all there are, unless told"
    parser.add_argument("--parts", metavar="PART,...", type=_parts, default=(), help=which)
    focus = "prints the passages of this entry; given twice, of both together"
    parser.add_argument("--focus", metavar="NAME", action="append", default=[], help=focus)
    most = "how many of each list of found entries, the weightiest; all for all of them; 100 unless told"
    parser.add_argument("--most", metavar="N", type=_most, default=0, help=most)


def _add_export(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", nargs="?", type=Path, help="the text")
    _add_companion(parser)
    parser.add_argument("--list", dest="is_list", action="store_true", help="only tells the forms there are")
    forms = "the form: obsidian, anki, stardict ..., as --list tells them"
    parser.add_argument("--as", dest="form", metavar="FORM", default="", help=forms)
    out = "a file or a folder to write it in; a folder for a form of several files; - is standard output"
    parser.add_argument("-o", dest="out", metavar="OUT", default="", help=out)


def _add_import(parser: argparse.ArgumentParser) -> None:
    _add_file(parser)
    source = (
        "the file: annotations of calibre, My Clippings.txt or the X-Ray of a Kindle, metadata or X-Ray of "
        "KOReader, a Readwise CSV, web annotations, a TimelineJS timeline"
    )
    parser.add_argument("source", metavar="FROM", type=Path, help=source)
    book = "a part of the book's title, where the file has marks of several that may be meant"
    parser.add_argument("--book", metavar="TITLE", default="", help=book)
    out = "the companion file to write, where the file holds entries; never one that is there"
    parser.add_argument("-o", dest="out", metavar="OUT", default="", help=out)
    dry = "only tells what would be placed, what would be shaky and what not placed"
    parser.add_argument("--dry-run", dest="is_dry", action="store_true", help=dry)


_PARTS = ("about", "glossary", "people", "drawing", "timeline", "passages", "notes")


def _parts(words: str) -> tuple[str, ...]:
    """The parts of a summary that are named, with commas between them."""
    named = tuple(word.strip().lower() for word in words.split(",") if word.strip())
    wrong = [word for word in named if word not in _PARTS]
    if wrong or not named:
        raise argparse.ArgumentTypeError(f"no part “{', '.join(wrong)}”; there are {', '.join(_PARTS)}")
    return named


def _most(words: str) -> int:
    """How many entries of a list are wanted at most: a number, or all of them."""
    if words.strip().lower() == "all":
        return sys.maxsize
    if not (words.isascii() and words.isdecimal() and len(words) < 10 and int(words)):
        raise argparse.ArgumentTypeError(f"“{words}” is no number of entries; say 25 or 250, or all")
    return int(words)


_ARGUMENTS: dict[str, tuple[str, Callable[[argparse.ArgumentParser], None]]] = {
    "build": ("Builds a companion from the text itself; never overwrites a file.", _add_build),
    "inspect": ("Prints what is known of a text as one JSON object; offsets are code points.", _add_inspect),
    "check": ("Tells every error of a companion file as FILE:LINE:COLUMN: sentence.", _add_check),
    "summary": ("Writes the summary of a text: its glossary, people, timeline, your notes.", _add_summary),
    "text": ("Prints a document's text in UTF-8.", _add_file),
    "export": ("Writes a companion and your marks as another program reads them.", _add_export),
    "import": ("Takes in marks and entries; what does not fit is told.", _add_import),
    SEARCH_COMMAND: ("Searches a text for a window.", _add_file),
}


# -- what goes out


def _speak_utf8() -> None:
    """Whatever the console's encoding is, what is printed is UTF-8 with plain line ends."""
    for stream, errors in ((sys.stdout, "replace"), (sys.stderr, "backslashreplace")):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors=errors, newline="\n")


def _put_each(made: Iterator[str | Complaint], command: Command) -> int:
    """Puts out one line after the other; what is wrong with one does not keep the next from it."""
    from companion.building import Complaint

    status = DONE
    for line in made:
        if isinstance(line, Complaint):
            where = f"{command.batch}:{line.line}: " if line.line else ""
            status = _refuse(f"{where}{line.sentence}")
        else:
            _put(line)
    return status


def _put(made: str | bytes) -> None:
    if not made:
        return
    if sys.stdout is None:
        raise RefusedError("There is no standard output to print to.")
    left = memoryview(made.encode("utf-8", "replace") if isinstance(made, str) else made)
    while left:  # unbuffered, one write may take a part only
        left = left[sys.stdout.buffer.write(left) or 0 :]
    sys.stdout.flush()


def _refuse(sentence: str) -> int:
    if sys.stderr is not None:
        sys.stderr.write(sentence + "\n")
    return UNUSABLE


def _give_up_standard_output() -> None:
    """Python flushes once more when it ends; let it do so into nothing."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())

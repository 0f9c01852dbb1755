from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from running import Ended, Running

from companion import __version__, building, cli, commands
from companion.core.anchors import anchor
from companion.core.document import Span
from companion.core.notes import Mark, Notes
from companion.readers import read_document
from companion.store.identity import identity
from companion.store.notes_file import NotesFile
from companion.ui.bookmarks.keeping import notes_folder

if TYPE_CHECKING:
    from companion.core.companion import Companion
    from companion.core.document import Document

ROOT = Path(__file__).resolve().parent.parent
TEXT = "In July 1643 Captain Verl 🏰 barred the sally port.\n\nAll winter the wall stood.\n"
COMPANION = """\
title: The siege of Aldmere
terms:
  - term: sally port
    definition: A small hidden gate.
  - term: sorghum
    definition: Not in this text.
people:
  - name: Anna Verl
    aliases: [Captain Verl]
events:
  - date: 1643-24
    title: The walls hold
    people: [Anna Verl]
    passages: ["All winter the wall stood", "These words are not there"]
"""


@pytest.fixture
def siege(tmp_path: Path) -> Path:
    """A text with its companion beside it."""
    (tmp_path / "siege.companion.yaml").write_text(COMPANION, "utf-8")
    path = tmp_path / "siege.txt"
    path.write_text(TEXT, "utf-8")
    return path


# -- the command line


def test_without_a_command_the_window_is_wanted() -> None:
    assert cli.parse([]) == cli.Command(cli.WINDOW)
    assert cli.parse(["a.txt"]) == cli.Command(cli.WINDOW, Path("a.txt"))
    wanted = cli.Command(cli.WINDOW, Path("a.txt"), Path("b.yaml"))
    assert cli.parse(["a.txt", "--companion", "b.yaml"]) == wanted
    assert cli.parse(["--companion", "b.yaml", "a.txt"]) == wanted


def test_a_file_may_be_called_like_a_command() -> None:
    assert cli.parse(["./build"]).file == Path("build")
    assert cli.parse(["text", "text"]) == cli.Command("text", Path("text"))
    assert cli.parse(["--", "-odd.txt"]).file == Path("-odd.txt")


def test_a_summary_holds_so_many_of_each_list_or_all() -> None:
    asked = ["summary", "a.txt", "-o", "a.pdf"]
    assert cli.parse(asked).most == 0
    assert cli.parse([*asked, "--most", "25"]).most == 25
    assert cli.parse([*asked, "--most", "all"]).most > 10**9


@pytest.mark.parametrize(
    ("out", "more", "form"),
    [
        ("a.pdf", [], "pdf"),
        ("A.PDF", [], "pdf"),
        ("a.htm", [], "html"),
        ("a.markdown", [], "md"),
        ("-", ["--format", "md"], "md"),
        ("a.pdf", ["--format", "html"], "html"),
    ],
)
def test_the_ending_tells_the_format_unless_it_is_said(out: str, more: list[str], form: str) -> None:
    assert cli.parse(["summary", "a.txt", "-o", out, *more]).format == form


@pytest.mark.parametrize(
    "arguments",
    [
        ["a.txt", "b.txt"],
        ["--nonsense"],
        ["text"],
        ["check"],
        ["inspect"],
        ["inspect", "a.txt", "--batch", "b.jsonl"],
        ["summary", "a.txt"],
        ["summary", "a.txt", "-o", "a.doc"],
        ["summary", "a.txt", "-o", "-"],
        ["summary", "a.txt", "-o", "-", "--format", "doc"],
        ["summary", "a.txt", "-o", "a.pdf", "--paper", "a5"],
        ["summary", "a.txt", "-o", "a.pdf", "--parts", "glossary,nonsense"],
        ["summary", "a.txt", "-o", "a.pdf", "--parts", ","],
        ["summary", "a.txt", "-o", "a.pdf", "--most", "0"],
        ["summary", "a.txt", "-o", "a.pdf", "--most", "-5"],
        ["summary", "a.txt", "-o", "a.pdf", "--most", "many"],
        ["summary", "a.txt", "-o", "a.pdf", "--focus", "a", "--focus", "b", "--focus", "c"],
    ],
)
def test_what_makes_no_sense_ends_with_two(arguments: list[str], run: Running) -> None:
    ended = run(*arguments)
    assert ended.status == 2
    assert ended.out == b""
    assert ended.err.startswith("usage: companion")


def test_help_tells_every_command(run: Running) -> None:
    ended = run("--help")
    assert ended.status == 0
    for name in ("build", "inspect", "check", "summary", "text", "--selfcheck", "examples:"):
        assert name.encode() in ended.out
    for name in commands.COMMANDS.keys() - {"selfcheck"}:
        assert run(name, "--help").status == 0


def test_version(run: Running) -> None:
    assert run("--version") == Ended(0, f"companion {__version__}\n".encode(), "")


# -- what the commands do


def test_text_prints_the_text_in_utf8(siege: Path, run: Running) -> None:
    ended = run("text", siege)
    assert (ended.status, ended.err) == (0, "")
    assert ended.out.decode("utf-8") == TEXT


def test_inspect_prints_one_object_on_one_line(siege: Path, run: Running) -> None:
    ended = run("inspect", siege)
    assert (ended.status, ended.err, ended.out.count(b"\n")) == (0, "", 1)
    found = json.loads(ended.out)
    assert found["id"] == "siege.txt"
    (verl,) = found["people"]
    assert [found["document"]["text"][start:end] for start, end in verl["mentions"]] == ["Captain Verl"]


def test_a_companion_can_be_named(siege: Path, run: Running) -> None:
    other = siege.with_name("other.yaml")
    siege.with_name("siege.companion.yaml").rename(other)
    assert json.loads(run("inspect", siege).out)["document"]["title"] != "The siege of Aldmere"
    told = json.loads(run("inspect", siege, "--companion", other).out)
    assert told["document"]["title"] == "The siege of Aldmere"


def test_check_counts_what_it_found_good(siege: Path, run: Running) -> None:
    path = siege.with_name("siege.companion.yaml")
    ended = run("check", path)
    assert ended == Ended(0, f"{path}: no errors; 2 terms, 1 person, 1 event.\n".encode(), "")


def test_check_tells_every_error_with_its_place(siege: Path, run: Running) -> None:
    path = siege.with_name("bad.yaml")
    path.write_text("terms:\n  - trem: x\nevents:\n  - title: y\n    date: never\n", "utf-8")
    ended = run("check", path)
    lines = ended.err.splitlines()
    assert ended.status == 1
    assert len(lines) >= 2
    assert all(line.startswith(f"{path}:") for line in lines)
    assert f"{path}:2:5: " in ended.err
    assert f"{path}:5:11: " in ended.err


def test_check_with_a_text_warns_of_what_is_not_in_it(siege: Path, run: Running) -> None:
    ended = run("check", siege.with_name("siege.companion.yaml"), "--text", siege)
    assert (ended.status, ended.err) == (0, "")
    warnings = [line for line in ended.out.decode().splitlines() if ": warning: " in line]
    assert len(warnings) == 2
    assert "These words are not there" in warnings[0]
    assert "‘sorghum’" in warnings[1]


@pytest.mark.parametrize(
    ("ending", "begins"), [("pdf", b"%PDF-"), ("html", b"<!doctype"), ("md", b"# The siege")]
)
@pytest.mark.usefixtures("qapp")
def test_a_summary_is_written(siege: Path, run: Running, ending: str, begins: bytes) -> None:
    out = siege.with_name(f"out.{ending}")
    assert run("summary", siege, "-o", out) == Ended(0, b"", "")
    assert out.read_bytes().startswith(begins)


@pytest.mark.usefixtures("qapp")
def test_a_summary_is_written_on_the_paper_that_is_wanted(siege: Path, run: Running) -> None:
    sizes = set()
    for paper in ("a4", "letter"):
        ended = run("summary", siege, "-o", "-", "--format", "pdf", "--paper", paper)
        sizes.add(re.search(rb"/MediaBox \[([^]]*)\]", ended.out)[1])  # type: ignore[index]
    assert len(sizes) == 2


def test_a_summary_has_the_parts_that_are_wanted(siege: Path, run: Running) -> None:
    ended = run("summary", siege, "-o", "-", "--format", "md", "--parts", "People, drawing")
    assert re.findall(r"(?m)^## (.*)", ended.out.decode()) == ["People", "Timeline"]


def test_a_summary_has_what_the_reader_kept_of_the_text(
    siege: Path, run: Running, monkeypatch: pytest.MonkeyPatch, qapp: object
) -> None:
    def headings(*more: str) -> list[str]:
        ended = run("summary", siege, "-o", "-", "--format", "md", *more)
        assert ended.err == ""
        return re.findall(r"(?m)^## (.*)", ended.out.decode())

    assert "Marks and notes" not in headings()
    document = read_document(siege)
    start = document.text.index("wall")
    bookmark = Mark("b1", anchor(document, Span(start, start + 4)), note="Held **all** winter.")
    file = NotesFile(notes_folder(), identity(document), document.title)
    file.save(Notes().added(bookmark, "2026-01-01T00:00:00Z"))
    assert headings()[-1] == "Marks and notes"
    assert headings("--parts", "notes") == ["Marks and notes"]
    assert headings("--parts", "people") == ["People"]
    told = run("summary", siege, "-o", "-", "--format", "md", "--parts", "notes").out.decode()
    assert "winter" in told
    monkeypatch.setattr("companion.preflight.problem", lambda **_: "Qt is not here.")
    assert "Marks and notes" not in headings()
    assert _one_sentence(run("summary", siege, "-o", "x.md", "--parts", "notes")) == "Qt is not here.\n"


def test_the_passages_of_a_focus_are_wanted(siege: Path, run: Running) -> None:
    for name in ("anna verl", "Captain  Verl"):
        ended = run("summary", siege, "-o", "-", "--format", "md", "--parts", "passages", "--focus", name)
        assert "## Passages: Anna Verl\n" in ended.out.decode()
    said = _one_sentence(run("summary", siege, "-o", "-", "--format", "md", "--focus", "Nobody"))
    assert "‘Nobody’" in said


def test_a_summary_goes_to_standard_output(siege: Path, run: Running) -> None:
    ended = run("summary", siege, "-o", "-", "--format", "md")
    assert ended.out.decode("utf-8").startswith("# The siege of Aldmere\n")


def test_selfcheck_needs_no_screen(run: Running) -> None:
    ended = run("--selfcheck")
    assert (ended.status, ended.err) == (0, "")
    assert f"companion {__version__}".encode() in ended.out
    assert b"bundled reading: The resistance in Albania: " in ended.out


# -- what cannot be done


def _one_sentence(ended: Ended) -> str:
    assert ended.status == 1
    assert ended.out == b""
    assert ended.err.endswith(".\n")
    assert ended.err.count("\n") == 1
    assert "Traceback" not in ended.err
    return ended.err


@pytest.mark.parametrize("content", [None, b"", b" \n", b"\x00\x01\x02" * 999, b"\x7fELF\x02"])
@pytest.mark.parametrize("command", ["text", "inspect"])
def test_a_text_that_cannot_be_read_is_told(
    tmp_path: Path, run: Running, command: str, content: bytes | None
) -> None:
    path = tmp_path / "odd.txt"
    if content is not None:
        path.write_bytes(content)
    assert "odd.txt" in _one_sentence(run(command, path))


def test_a_folder_is_no_text(tmp_path: Path, run: Running) -> None:
    assert tmp_path.name in _one_sentence(run("text", tmp_path))


@pytest.mark.parametrize(
    "content", [None, b"\x00\xff", b"terms: [", b"terms:\n  - trem: x\n    x: y\n", b"a: &a [*a]"]
)
def test_a_companion_that_cannot_be_read_is_told(siege: Path, run: Running, content: bytes | None) -> None:
    path = siege.with_name("odd.yaml")
    if content is not None:
        path.write_bytes(content)
    for command in (["inspect"], ["summary", "-o", siege.with_name("x.md")]):
        assert "odd.yaml" in _one_sentence(run(*command, siege, "--companion", path))
    assert not siege.with_name("x.md").exists()
    ended = run("check", path)
    assert ended.status == 1
    assert ended.err.startswith(f"{path}:1:") or ended.err.startswith(f"{path}:2:")


def test_an_output_that_cannot_be_written_is_told(siege: Path, run: Running) -> None:
    for out in (siege.with_name("none") / "x.md", siege / "x.md"):
        assert str(out) in _one_sentence(run("summary", siege, "-o", out))
    folder = siege.with_name("folder.md")
    folder.mkdir()
    assert str(folder) in _one_sentence(run("summary", siege, "-o", folder))


# -- the process


def _process(*arguments: object, code: str | None = None, **more: object) -> subprocess.Popen[bytes]:
    start = [str(ROOT / "main.py")] if code is None else ["-c", code]
    return subprocess.Popen(  # type: ignore[call-overload,no-any-return]
        [sys.executable, *start, *map(str, arguments)], cwd=ROOT, stderr=subprocess.PIPE, **more
    )


def _ended(process: subprocess.Popen[bytes]) -> Ended:
    out, err = process.communicate(timeout=60)
    return Ended(process.returncode, out or b"", err.decode("utf-8", "replace"))


def test_output_is_utf8_whatever_the_console_is(siege: Path) -> None:
    surroundings = {**os.environ, "PYTHONIOENCODING": "ascii"}
    for arguments, said in ((["text", siege], "🏰"), (["text", siege.with_name("Ärger")], "")):
        ended = _ended(_process(*arguments, env=surroundings, stdout=subprocess.PIPE))
        assert said in ended.out.decode("utf-8")
        assert "Traceback" not in ended.err
    assert "Ärger" in ended.err


@pytest.mark.skipif(sys.platform == "win32", reason="pipes and devices as POSIX has them")
class TestStandardOutput:
    def test_nobody_reads_it(self, siege: Path) -> None:
        siege.write_text("word " * 200_000, "utf-8")
        process = _process("text", siege, stdout=subprocess.PIPE)
        assert process.stdout is not None
        process.stdout.read(10)
        process.stdout.close()
        assert process.stderr is not None
        err = process.stderr.read()
        process.stderr.close()
        assert (process.wait(60), err) == (cli.NOBODY_READS, b"")

    def test_it_is_closed(self, siege: Path) -> None:
        command = [sys.executable, str(ROOT / "main.py"), "text", str(siege)]
        script = f"{' '.join(map(repr, command))} >&-"
        done = subprocess.run(
            ["/bin/sh", "-c", script], capture_output=True, text=True, cwd=ROOT, check=False
        )
        assert (done.returncode, done.stderr) == (1, "There is no standard output to print to.\n")

    @pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full device here")
    def test_it_is_full(self, siege: Path) -> None:
        with open("/dev/full", "wb") as full:
            ended = _ended(_process("text", siege, stdout=full))
        assert ended.status == 1
        assert ended.err == "Standard output cannot be written: the disk is full.\n"


def test_an_interruption_ends_quietly(monkeypatch: pytest.MonkeyPatch, run: Running) -> None:
    def interrupted(_: object) -> str:
        raise KeyboardInterrupt

    monkeypatch.setitem(commands.COMMANDS, "text", interrupted)
    assert run("text", "x") == Ended(cli.INTERRUPTED, b"", "")


def test_a_page_is_made_where_there_is_no_screen(siege: Path) -> None:
    bare = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "QT_QPA_PLATFORM")}
    out = siege.with_name("out.pdf")
    ended = _ended(_process("summary", siege, "-o", out, env=bare, stdout=subprocess.PIPE))
    assert ended == Ended(0, b"", "")
    assert out.read_bytes().startswith(b"%PDF-")


def test_a_companion_that_somebody_writes_while_one_is_built_is_left_as_it_is(
    run: Running, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text, out = tmp_path / "siege.txt", tmp_path / "siege.companion.yaml"
    text.write_text(TEXT, "utf-8")
    found_in = building.companion_found_in

    def meanwhile(document: Document, **_: object) -> Companion:
        out.write_text(COMPANION, "utf-8")
        return found_in(document)

    monkeypatch.setattr(building, "companion_found_in", meanwhile)
    ended = run("build", text)
    assert (ended.status, out.read_text("utf-8")) == (cli.UNUSABLE, COMPANION)
    assert "is there already and is left as it is" in ended.err
    assert sorted(path.name for path in tmp_path.iterdir()) == [out.name, text.name]

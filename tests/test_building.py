"""What is found in a text goes out by the commands: as JSON, as many lines of it, as a companion file."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from companion import SEARCH_COMMAND, commands
from companion.building import Complaint, companion_found_in, inspected
from companion.linking import link
from companion.readers import read_document, read_text
from companion.store.companion_file import parse_companion, read_companion
from companion.store.companion_writing import companion_text
from companion.store.found_file import read

if TYPE_CHECKING:
    from running import Running

ROOT = Path(__file__).resolve().parents[1]
TEXT = """\
Captain Anna Verl commanded the garrison of Aldmere. In July 1643 the Royal Mining Corps (RMC) dug a long
tunnel under the town. Captain Verl heard of it from Thomas Orden, the baker.

Mr. Orden was born in 1601. He had seen lights at night. “The RMC is under us,” said Thomas Orden to Verl.
On 3 August 1643 Anna Verl closed the gates. In the winter of 1643-1644 the enemy burned the mills.

In May 1644 the Royal Mining Corps left Aldmere. Verl and Orden opened the gates together. Captain Verl
died in 1650.
"""


@pytest.fixture
def text(tmp_path: Path) -> Path:
    path = tmp_path / "aldmere.txt"
    path.write_text(TEXT, "utf-8")
    return path


def test_without_a_companion_the_found_one_is_inspected(text: Path, run: Running) -> None:
    ended = run("inspect", text)
    told = json.loads(ended.out)

    assert (ended.status, ended.err) == (0, "")
    people = {person["name"]: person for person in told["people"]}
    verl = next(person for name, person in people.items() if "Verl" in name)
    whole = told["document"]["text"]
    assert {whole[s:e].split()[-1] for s, e in verl["mentions"]} == {"Verl"}
    assert all(person["origin"] == "found" and person["evidence"] for person in told["people"])
    assert all(0 <= person["confidence"] <= 1 for person in told["people"])
    times = {time["value"]: whole[time["start"] : time["end"]] for time in told["times"]}
    assert times["1643-07"] == "July 1643"
    assert times["1643-24"].endswith("winter of 1643-1644")
    assert {"1643-07", "1643-08-03", "1643-24", "1644-05"} <= {event["date"] for event in told["events"]}
    assert ["RMC", "Royal Mining Corps"] in told["abbreviations"]


def test_a_companion_beside_the_text_is_not_built_anew(text: Path, run: Running) -> None:
    text.with_name("aldmere.companion.yaml").write_text("terms:\n  - term: tunnel\n", "utf-8")
    told = json.loads(run("inspect", text).out)
    assert ([term["origin"] for term in told["terms"]], told["people"]) == (["curated"], [])


def test_doubtful_people_are_left_out_unless_they_are_asked_for() -> None:
    document = read_text(TEXT)
    every, sure = (companion_found_in(document, hidden=hidden) for hidden in ((), tuple(commands.Kind)))
    assert {person.id for person in sure.people} <= {person.id for person in every.people}
    assert all(entry.confidence >= 0.5 for entry in sure.entries)


def jsonl(path: Path, *lines: object) -> Path:
    told = (line if isinstance(line, str) else json.dumps(line, ensure_ascii=False) for line in lines)
    path.write_text("".join(f"{line}\n" for line in told), "utf-8")
    return path


def test_each_line_of_a_batch_becomes_one_line(tmp_path: Path, run: Running) -> None:
    odd = "It’s  a\r\nwrapped 🏰\fline\x00 by Thomas Orden.\tMr. Orden\nslept."
    file = jsonl(
        tmp_path / "in.jsonl", {"id": "a", "text": TEXT}, {"id": 7, "text": odd}, {"id": "e", "text": ""}
    )
    ended = run("inspect", "--batch", file)

    assert (ended.status, ended.err) == (0, "")
    told = [json.loads(line) for line in ended.out.decode().splitlines()]
    assert [(one["id"], one["document"]["text"]) for one in told] == [("a", TEXT), (7, odd), ("e", "")]
    for one in told:
        whole = one["document"]["text"]
        for person in one["people"]:
            assert all(" ".join(whole[s:e].split()) for s, e in person["mentions"])
        assert all(0 <= time["start"] < time["end"] <= len(whole) for time in one["times"])
    assert any(
        " ".join(TEXT[s:e].split()) == "Anna Verl" for p in told[0]["people"] for s, e in p["mentions"]
    )


def test_a_broken_line_is_told_and_the_rest_goes_on(tmp_path: Path, run: Running) -> None:
    file = jsonl(
        tmp_path / "in.jsonl", "", "{", "[]", {"text": "x"}, {"id": 1, "text": 2}, {"id": 2, "text": "x"}
    )
    ended = run("inspect", "--batch", file)

    assert ended.status == 1
    assert [json.loads(line)["id"] for line in ended.out.splitlines()] == [2]
    lines = ended.err.splitlines()
    assert [line.split(": ")[0] for line in lines] == [f"{file}:{number}" for number in (2, 3, 4, 5)]


def test_a_batch_is_read_from_standard_input(run: Running, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b'{"id": 1, "text": "x"}')))
    assert json.loads(run("inspect", "--batch", "-").out)["id"] == 1


def test_a_batch_that_is_not_there_is_told(tmp_path: Path, run: Running) -> None:
    ended = run("inspect", "--batch", tmp_path / "none.jsonl")
    assert (ended.status, ended.out) == (1, b"")
    assert "none.jsonl" in ended.err


def test_lines_are_done_one_by_one() -> None:
    asked = iter([b'{"id": 1, "text": "x"}', b"nonsense"])
    made = inspected(asked)
    assert json.loads(str(next(made)))["id"] == 1
    assert next(asked) == b"nonsense"
    assert list(inspected([b"nonsense"])) == [Complaint(1, "This is no JSON.")]


def test_a_built_companion_is_read_again_and_names_nearly_the_same_places(text: Path, run: Running) -> None:
    ended = run("build", text)
    path = text.with_name("aldmere.companion.yaml")
    assert ended.status == 0
    assert ended.out.decode().startswith(f"{path}: ")
    document = read_document(text)
    found = companion_found_in(document)
    linked = link(document, read_companion(path))

    assert [person.name for person in linked.people] == [person.name for person in found.people]
    assert [event.date for event in linked.events] == [event.date for event in found.events]
    before = {mention.span for mention in found.links if mention.entry.startswith(("person", "term"))}
    after = {mention.span for mention in linked.links if mention.entry.startswith(("person", "term"))}
    assert len(before & after) >= 0.9 * len(before | after)
    assert not [warning for warning in linked.warnings if "quote" in warning.lower()]
    assert run("check", path, "--text", text).status == 0


def test_the_built_bundled_reading_is_read_again() -> None:
    document = read_document(ROOT / "resources" / "readings" / "albania.md")
    found = companion_found_in(document)
    entries = parse_companion(companion_text(found), "albania.companion.yaml")
    assert [person.name for person in entries.people] == [person.name for person in found.people]
    assert len(entries.events) == len(found.events) > 10


@pytest.mark.parametrize("out", [[], ["-o", "OUT"]])
def test_a_file_that_is_there_is_never_overwritten(text: Path, run: Running, out: list[str]) -> None:
    path = text.with_name("aldmere.companion.yaml")
    path.write_text("title: Mine\n", "utf-8")
    ended = run("build", text, *(str(path) if word == "OUT" else word for word in out))

    assert (ended.status, ended.out) == (1, b"")
    assert str(path) in ended.err
    assert "-o" in ended.err
    assert path.read_text("utf-8") == "title: Mine\n"


def test_also_one_of_another_name_that_belongs_to_the_text_is_not_passed_by(text: Path, run: Running) -> None:
    path = text.with_name("aldmere.txt.companion.yml")
    path.write_text("title: Mine\n", "utf-8")
    assert path.name in run("build", text).err
    other = text.with_name("other.yaml")
    assert run("build", text, "-o", other).status == 0
    assert read_companion(other).people


def test_a_companion_goes_to_standard_output(text: Path, run: Running) -> None:
    ended = run("build", text, "-o", "-")
    assert parse_companion(ended.out.decode(), "x").people
    assert not text.with_name("aldmere.companion.yaml").exists()


def test_a_folder_that_is_not_there_is_told(text: Path, run: Running) -> None:
    ended = run("build", text, "-o", text.parent / "none" / "x.yaml")
    assert (ended.status, ended.out) == (1, b"")
    assert "cannot be written" in ended.err


def test_a_summary_is_made_of_what_is_found(text: Path, run: Running) -> None:
    ended = run("summary", text, "-o", "-", "--format", "md", "--parts", "people,timeline")
    assert ended.status == 0
    assert "Verl" in ended.out.decode()
    fewer = run("summary", text, "-o", "-", "--format", "md", "--parts", "people,timeline", "--most", "1")
    assert 0 < fewer.out.count(b"\n**") < ended.out.count(b"\n**")
    assert "the weightiest" in fewer.out.decode()


def test_a_text_in_another_script_says_so_and_has_no_noise(tmp_path: Path, run: Running) -> None:
    path = tmp_path / "chinese.txt"
    path.write_text("曹操在一九四二年七月到了北京。" * 40, "utf-8")
    told = json.loads(run("inspect", path).out)
    assert [told[key] for key in ("people", "terms", "events", "times")] == [[], [], [], []]
    assert "Latin" in told["document"]["warnings"][-1]


# -- the process that helps a window


def search(path: Path, **more: Any) -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-W", "error", "-m", "companion", SEARCH_COMMAND, str(path)]
    return subprocess.run(command, capture_output=True, env=environment, check=False, **more)


def test_a_window_is_told_what_was_found_and_how_far_it_is(text: Path) -> None:
    done = search(text)
    assert done.returncode == 0
    found = read(done.stdout, read_document(text))
    assert found.entries.people
    shares = [float(line) for line in done.stderr.decode().split()]
    assert shares == sorted(shares)
    assert (shares[0], shares[-1]) == (0.0, 1.0)


def test_a_window_is_told_in_one_sentence_what_cannot_be_searched(tmp_path: Path) -> None:
    done = search(tmp_path / "none.txt")
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr.decode().count("\n") == 1
    assert "none.txt" in done.stderr.decode()


def test_the_process_loads_nothing_of_qt() -> None:
    script = (
        f"import sys; from companion.app import main; main([{SEARCH_COMMAND!r}, 'nowhere']); "
        "print([name for name in sys.modules if name.startswith(('PySide6', 'companion.ui'))])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, cwd=ROOT, check=False
    )
    assert done.stdout.strip() == "[]"

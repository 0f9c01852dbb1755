"""The finders are tied together: every mention once, ids as in a companion file, evidence for everything."""

from __future__ import annotations

import os
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest

from companion.core.document import Document
from companion.core.entries import ClaimKind, Kind, Origin
from companion.core.found import companion_of
from companion.core.horizon import guarded
from companion.core.sentences import split
from companion.extraction.extractor import extract
from companion.readers import read_document, read_text

ROOT = Path(__file__).resolve().parents[2]
TEXT = """\
Captain Anna Verl commanded the garrison of Aldmere. In July 1643 the Royal Mining Corps (RMC) dug a long
tunnel under the town. Captain Verl heard of it from Thomas Orden, the baker.

Mr. Orden had seen lights at night. “The RMC is under us,” said Thomas Orden to Anna Verl. On 3 August 1643
Anna Verl closed the gates. Two years later Captain Verl died.
"""


def test_all_parts_are_there_and_refer_to_each_other() -> None:
    document = read_text(TEXT)
    found = extract(document)
    companion = companion_of(document, found, split(document))

    people = {person.name.split()[-1]: person for person in found.entries.people}
    assert people.keys() == {"Verl", "Orden"}
    names = {document.text[m.start : m.end] for m in companion.links.of(people["Verl"].id)}
    assert {"Anna Verl", "Captain Verl"} <= names
    assert found.abbreviations == (("RMC", "Royal Mining Corps"),)
    assert {time.value for time in found.times} >= {"1643-07", "1643-08-03"}
    closed = next(event for event in found.entries.events if event.date.edtf == "1643-08-03")
    assert people["Verl"].id in closed.people
    for entry in found.entries:
        assert entry.origin is Origin.FOUND
        assert entry.id.startswith(f"{entry.kind}:")
        assert entry.evidence
        assert entry.claims[-1].kind is ClaimKind.TOLD
        assert companion.passages(entry.id)
    assert found.entries.language == "en"
    assert not found.warnings


def test_people_stand_before_terms_where_names_overlap() -> None:
    document = read_document(ROOT / "resources" / "readings" / "albania.md")
    found = extract(document)
    for before, after in pairwise(found.mentions):
        assert before.end <= after.start or before.span == after.span
        if before.span == after.span:
            assert before.entry.startswith("event") and after.entry.startswith("event")  # noqa: PT018
    kinds = {entry.kind for entry in found.entries}
    assert kinds == {*Kind}


def test_progress_never_goes_back_and_may_stop_it() -> None:
    told: list[float] = []
    extract(read_text(TEXT), progress=told.append)
    assert told == sorted(told)
    assert (told[0], told[-1]) == (0.0, 1.0)

    class StopError(Exception):
        pass

    def stop(done: float) -> None:
        if done > 0.2:
            raise StopError

    with pytest.raises(StopError):
        extract(read_text(TEXT), progress=stop)


@pytest.mark.parametrize(
    "text", ["曹操到了北京。" * 50, "وصل القائد إلى المدينة. " * 50, "सेनापति शहर पहुँचे। " * 50]
)
def test_a_script_that_cannot_be_done_gives_one_sentence_and_nothing_else(text: str) -> None:
    found = extract(read_text(text))
    assert (len(found.entries), len(found.mentions), found.times) == (0, 0, ())
    (warning,) = found.warnings
    assert "Latin" in warning


def test_a_document_without_blocks_has_nothing() -> None:
    assert not len(extract(Document("")).entries)


def test_the_same_is_found_every_time() -> None:
    script = (
        "import hashlib, json, pathlib; from companion.extraction.extractor import extract; "
        "from companion.readers import read_document; from companion.store.found_json import told; "
        "found = extract(read_document(pathlib.Path('resources/readings/albania.md'))); "
        "print(hashlib.sha256(json.dumps(told(found)).encode()).hexdigest())"
    )
    made = set()
    for seed in ("1", "2", "3"):
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        command = [sys.executable, "-c", script]
        done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, env=environment, check=True)
        made.add(done.stdout)
    assert len(made) == 1


def test_the_guard_shows_of_a_real_text_only_what_was_read() -> None:
    document = read_document(ROOT / "resources" / "readings" / "albania.md")
    whole = companion_of(document, extract(document), split(document))
    for horizon in range(0, len(document.text), 1500):
        seen = guarded(whole, horizon)
        read = " ".join(document.text[:horizon].casefold().split())
        for entry in seen.entries:
            assert all(claim.evidence.end <= horizon for claim in entry.claims)
            if entry.kind is not Kind.EVENT:
                assert entry.heading.casefold() in read

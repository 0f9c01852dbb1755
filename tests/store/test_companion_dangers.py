"""A companion file is untrusted: whatever it holds becomes entries or sentences, and nothing else."""

from __future__ import annotations

import codecs
import string
from typing import TYPE_CHECKING

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from companion.store import yaml_nodes
from companion.store.companion_file import CompanionFileError, Problem, parse_companion, read_companion

if TYPE_CHECKING:
    from pathlib import Path

GOOD = """\
title: Aldmere
terms:
  - term: sally port
    aliases: [postern, {text: Gate, case: any}]
    definition: "A \\"small\\" gate"
    see also: [Anna Verl]
people:
  - name: Anna Verl
    about: >
      Held the walls
      all winter.
events:
  - date: 1643-24
    title: 'The walls hold'
"""


@pytest.fixture(params=["libyaml", "python"])
def _each_parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """The parser in C and the one that stands in where PyYAML was built without it."""
    if request.param == "python":
        monkeypatch.setattr(yaml_nodes, "_LOADER", yaml.BaseLoader)
    elif not yaml.__with_libyaml__:
        pytest.skip("PyYAML was built without libyaml")


def problems_of(text: str) -> tuple[Problem, ...]:
    with pytest.raises(CompanionFileError) as caught:
        parse_companion(text, "x.yaml")
    return caught.value.problems


def sentences_of(text: str) -> list[str]:
    return [f"{line}:{column} {sentence}" for line, column, sentence in problems_of(text)]


def check_reading(text: str) -> None:
    """Either entries, or problems that each stand in the text and read as one sentence."""
    try:
        parse_companion(text, "x")
    except CompanionFileError as error:
        problems = error.problems
    else:
        return
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    assert [problem[:2] for problem in problems] == sorted(problem[:2] for problem in problems)
    for line, column, sentence in problems:
        assert 1 <= line <= len(lines)
        assert 1 <= column <= len(lines[line - 1]) + 2
        assert sentence[-1] in ".?"
        assert sentence.isprintable()
        assert len(sentence) < 300


@pytest.mark.usefixtures("_each_parser")
@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("title: !!python/object/apply:os.system [touch x]", "1:8 Leave out the tag that begins with ‘!’"),
        ("title: !!str x", "1:8 Leave out the tag"),
        ("title: !x", "1:8 Leave out the tag"),
        ("terms: !!set {a, b}", "1:8 Leave out the tag"),
        ("title: &a x", "1:8 Leave out ‘&a’; YAML anchors are not read."),
        ("title: *a", "1:8 Write the text itself instead of ‘*a’; YAML aliases are not read."),
        ("people:\n- name: A\n  <<: {role: b}", "3:3 Write out what ‘<<’ would bring in"),
        ("title: a\ntitle: b", "2:1 ‘title’ is given twice here; it stands in line 1 already."),
        ("title: a\n---\ntitle: b\n", "2:1 A companion file ends here at ‘---’"),
        ("? [a]\n: b\n", "1:3 A key is one word or name that stands before its colon."),
        ("terms: " + "[" * 21 + "]" * 21, "Lists within lists go too deep here"),
        ("".join(" " * i + "a:\n" for i in range(2000)), "Lists within lists go too deep here"),
    ],
)
def test_what_yaml_should_not_do_is_told(text: str, sentence: str) -> None:
    assert any(sentence in told for told in sentences_of(text))


def test_a_bomb_of_lists_is_stopped_where_it_begins() -> None:
    assert sentences_of("terms: " + "[" * 100_000) == [
        "1:27 Lists within lists go too deep here; a bracket or dash is too many."
    ]


def test_a_bomb_of_aliases_is_not_lit() -> None:
    lines = ["a: &a [lol, lol, lol]"] + [
        f"{chr(98 + i)}: &{chr(98 + i)} [{','.join(['*' + chr(97 + i)] * 9)}]" for i in range(12)
    ]
    told = sentences_of("\n".join([*lines, "terms: *m"]))
    assert "2:8 Write the text itself instead of ‘*a’; YAML aliases are not read." in told


def test_a_bomb_of_merge_keys_is_not_lit() -> None:
    lines = [f"m{i}: &m{i} {{<<: [{','.join([f'*m{i - 1}'] * 10)}], k{i}: 1}}" for i in range(1, 9)]
    assert "are not read" in sentences_of("m0: &m0 {x: 1}\n" + "\n".join(lines))[-1]


def test_too_many_parts_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_nodes, "_MOST_NODES", 100)
    assert "More than 100 words and lists" in sentences_of(f"terms: [{'[],' * 100}]")[-1]


def test_too_long_a_text_is_refused() -> None:
    assert sentences_of(f"title: {'x' * 5_000_000}") == [
        "1:1 This is longer than five million characters, too much for a companion file."
    ]


def test_reading_stops_when_there_are_too_many_errors() -> None:
    told = sentences_of("".join(f"key{i}: x\n" for i in range(10_000)))
    assert len(told) == 201
    assert told[-1] == "200:1 There may be more errors than these; the reading stops here."


def test_a_thousand_unknown_names_are_all_told() -> None:
    text = "people:\n" + "".join(
        f"- {{name: Person {i}, relations: {{Persom {i}: x}}}}\n" for i in range(150)
    )
    assert len(problems_of(text)) == 150


@pytest.mark.parametrize("name", ["*" + "a" * 5000, "&" + "a" * 5000 + " x"])
def test_a_long_name_is_cut_where_it_is_told(name: str) -> None:
    (told,) = sentences_of(f"title: {name}")
    assert "a" * 59 + "…" in told
    assert len(told) < 150


def test_a_key_of_several_lines_is_told_on_one() -> None:
    told = sentences_of('people:\n- {name: a, relations: {"b\\nc": x, "b\\nc": y}}\npeople: []\n')
    assert any("‘b c’ is given twice here" in sentence for sentence in told)


def test_headings_that_differ_in_their_marks_alone_have_ids_of_their_own() -> None:
    text = "terms:\n" + "".join(f"- term: a{'!' * number}\n" for number in range(400)) + "- term: a-2\n"
    ids = [term.id for term in parse_companion(text, "x").terms]
    assert ids[:3] == ["term:a", "term:a-2", "term:a-3"]
    assert len(set(ids)) == 401


def test_aliases_are_never_patterns() -> None:
    text = r"""terms: [{term: x, aliases: ["(a+)+$", "[", "(?P<n>", "a{99999}{99999}"]}]"""
    assert [alias.text for alias in parse_companion(text, "x").terms[0].aliases] == [
        "(a+)+$", "[", "(?P<n>", "a{99999}{99999}",
    ]  # fmt: skip


def test_nothing_is_made_of_a_file_that_asks_for_objects(tmp_path: Path) -> None:
    target = tmp_path / "made"
    path = tmp_path / "x.yaml"
    path.write_text(f'title: !!python/object/apply:os.mkdir ["{target}"]\n')
    with pytest.raises(CompanionFileError):
        read_companion(path)
    assert not target.exists()


ENCODED = [
    GOOD.encode(),
    codecs.BOM_UTF8 + GOOD.encode(),
    GOOD.encode("utf-16"),
    GOOD.encode("utf-16-le"),
    codecs.BOM_UTF16_BE + GOOD.encode("utf-16-be"),
    GOOD.encode("utf-16-be"),
    GOOD.encode("utf-32"),
    GOOD.replace("\n", "\r\n").encode(),
    GOOD.replace("\n", "\r").encode(),
    GOOD.encode() + b"...\n",
    b"%YAML 1.2\n---\n" + GOOD.encode(),
]


@pytest.mark.parametrize("data", ENCODED)
def test_every_usual_encoding_and_line_end_is_read(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "x.yaml"
    path.write_bytes(data)
    assert read_companion(path) == parse_companion(GOOD, "x")


NO_COMPANIONS = {
    b"": "1:1 The file is empty",
    b"<!DOCTYPE html><p>x": "1:1 This is a web page or XML",
    b"PK\x03\x04\x14\x00\x06": "1:1 This is a document of a word processor or an archive",
    b"{\\rtf1 x}": "1:1 This is a document of a word processor; save it as plain text.",
    b"%PDF-1.7\n": "1:1 This is a PDF",
    bytes(range(256)) * 20: "1:1 This is not a text file",
    b"\x00" * 5000: "1:1 The character U+0000 cannot stand in a companion file.",
    codecs.BOM_UTF16_LE + b"\x00\xd8a": "1:1 This is not a text file",
    "title: a\nauthor: Fräulein\n".encode("cp1252"): "2:11 This letter is not written in UTF-8",
    b"title: a\x07b\n": "1:9 The character U+0007 cannot stand in a companion file.",
}


@pytest.mark.parametrize(("data", "sentence"), NO_COMPANIONS.items())
def test_what_is_no_companion_file_is_told(tmp_path: Path, data: bytes, sentence: str) -> None:
    path = tmp_path / "x.yaml"
    path.write_bytes(data)
    with pytest.raises(CompanionFileError) as caught:
        read_companion(path)
    (problem,) = caught.value.problems
    assert f"{problem.line}:{problem.column} {problem.sentence}".startswith(sentence)


def test_lines_are_counted_as_an_editor_counts_them() -> None:
    text = "title: a\u2028b\x85c\nautor: 🜚\nterms:\n- {term: 🜚🜚, definitoin: b}\n"
    assert [problem[:2] for problem in problems_of(text)] == [(2, 1), (4, 14)]
    assert parse_companion("title: a\u2028b\n", "x").title == "a b"


def test_a_lone_surrogate_is_told() -> None:
    assert sentences_of("title: \ud800\n") == ["1:8 The character U+D800 cannot stand in a companion file."]


@pytest.mark.parametrize("end", range(0, len(GOOD), 3))
def test_a_file_that_was_cut_off_is_read_or_told(end: int) -> None:
    check_reading(GOOD[:end])


_SIGNS = "ab:-?[]{},&*!|>'\"%@`#\\ \n\t.~0<é\u2028🜚\x07\x85"


@settings(deadline=None)
@given(st.text(_SIGNS, max_size=60))
@example("- -\ta: b")
@example("a: 'b\n--- c")
@example('"\\x00": a')
def test_any_text_is_a_companion_or_told(text: str) -> None:
    check_reading(text)


@settings(deadline=None)
@given(st.integers(0, len(GOOD)), st.integers(0, 8), st.text(_SIGNS, max_size=5))
def test_a_damaged_file_is_read_or_told(at: int, dropped: int, put: str) -> None:
    check_reading(GOOD[:at] + put + GOOD[at + dropped :])


KEYS = [
    "title", "terms", "people", "events", "term", "name", "date", "aliases", "see also", "relations",
    "passages",     "text", "case", "definition", "xyzzy", "<<", "",
]  # fmt: skip
VALUES = st.sampled_from(["", "Anna", "1643-24", "any", "soon", "a, b", string.ascii_letters * 20])


@settings(deadline=None)
@given(
    st.recursive(
        VALUES,
        lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(KEYS), inner, max_size=5),
        max_leaves=25,
    )
)
def test_any_shape_is_a_companion_or_told(shape: object) -> None:
    check_reading(yaml.safe_dump(shape, sort_keys=False))

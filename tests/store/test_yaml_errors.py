"""Mistakes of writing YAML are told in plain words, at the place to mend."""

from __future__ import annotations

import pytest
import yaml

from companion.store import yaml_nodes
from companion.store.companion_file import CompanionFileError, parse_companion

INDENT = "This line does not fit those above"
QUOTE = "The quotation ends before this"
ABOVE = "This line is indented further than the one above"

MISTAKES = {
    "terms:\n\t- term: a\n": "2:1 This line is indented with a tab; use blanks, two for each step.",
    "terms:\n  - term: a\n\tdefinition: b\n": "3:1 This line is indented with a tab",
    "terms:\n\xa0 - term: a\n": "2:1 This line is indented with signs that only look like blanks",
    "terms:\n  - term: a\n  \u3000definition: b\n": "3:3 This line is indented with signs",
    "title: x\nauthor\nterms: []\n": "2:1 A colon is missing after this key",
    "terms\n  - term: a\n": "1:1 A colon is missing after the key here.",
    "terms:\n  - term a\n    definition: b\n": "2:5 A colon is missing after the key here.",
    "terms:\n  - term: a\n    definition b\n    aliases: [c]\n": "3:5 A colon is missing after this key",
    "terms:\n  - term:a\n    definition: b\n": "2:10 A blank is missing after the colon here.",
    "terms:\n  -term: a\n    definition: b\n": "2:4 A blank is missing after the dash here.",
    "terms:\n  - term: a\n    definition: A gate: small\n": "3:23 A text with a colon in it must stand",
    'terms:\n  - term: "a\n    definition: b\n': "2:11 The quotation that begins here is never closed.",
    "terms:\n  - term: 'tis\n    definition: b\n": "2:11 The quotation that begins here is never closed.",
    'terms:\n  - term: "a\n    definition: "b"\n': f"3:18 {QUOTE}",
    "terms:\n  - term: a\n    definition: 'It's here'\n": f"3:21 {QUOTE}",
    'people:\n  - name: "Anna" Verl\n': f"2:18 {QUOTE}",
    'people:\n  - name: a\n    passages: ["He said: "no", and left"]\n': f"3:27 {QUOTE}",
    "people:\n- name: A\n  aliases: [a, b\n  about: x\n": "3:12 The list that begins with ‘[’ here lacks",
    "people:\n  - name: A\n    aliases: [a, b\n": "3:14 The list that begins with ‘[’ here lacks",
    "people:\n- name: A\n  aliases: [{text: a, case: any]\n": "3:13 The part that begins with ‘{’ here lacks",
    "people:\n  - name: A\n    aliases: [\n": "3:15 Something is missing here",
    "terms:\n  - term: a\n     definition: b\n": f"3:6 {ABOVE}",
    "terms:\n  - term: a\n   definition: b\n": f"3:4 {INDENT}",
    "terms:\n  - term: a\n definition: b\n": f"3:2 {INDENT}",
    "terms:\n  - term: a\n  - term: b\n - term: c\n": f"4:2 {INDENT}",
    "terms:\n  - term: a\n    - term: b\n": f"3:5 {INDENT}",
    "notes: |\n  one\n two\n": f"3:2 {INDENT}",
    "terms: - term: a\n": "1:8 A dash that begins an entry of a list must stand first on its line.",
    "people:\n  - name: @anna\n": "2:11 A text cannot begin with ‘@’ here; put it in quotes.",
    "people:\n  - name: `anna`\n": "2:11 A text cannot begin with ‘`’ here; put it in quotes.",
    "people:\n  - name: %anna\n": "2:11 A text cannot begin with ‘%’ here; put it in quotes.",
    "people:\n  - name: & co\n": "2:11 A text cannot begin with ‘&’ here; put it in quotes.",
    "people:\n  - name: * co\n": "2:11 A text cannot begin with ‘*’ here; put it in quotes.",
    "people:\n  - name: >anna\n": "2:12 After ‘>’ or ‘|’ the text begins on the next line",
    'people:\n  - name: "C:\\dir"\n': "A backslash between double quotes has a meaning of its own",
}


@pytest.mark.parametrize("loader", [yaml_nodes._LOADER, yaml.BaseLoader], ids=["fast", "plain"])
@pytest.mark.parametrize(("text", "sentence"), MISTAKES.items())
def test_a_mistake_is_told_in_plain_words(
    monkeypatch: pytest.MonkeyPatch, loader: type, text: str, sentence: str
) -> None:
    monkeypatch.setattr(yaml_nodes, "_LOADER", loader)
    with pytest.raises(CompanionFileError) as caught:
        parse_companion(text, "x.yaml")
    (problem,) = caught.value.problems
    assert sentence in f"{problem.line}:{problem.column} {problem.sentence}"


def test_a_list_may_stand_below_its_key_without_indent() -> None:
    assert len(parse_companion("terms:\n- term: a\n  definition: b\npeople:\n- name: c\n", "x")) == 2


def test_signs_that_nobody_sees_are_no_part_of_a_key() -> None:
    (term,) = parse_companion("\u200bterms:\n  - te\u00adrm: sally port\n", "x").terms
    assert term.term == "sally port"

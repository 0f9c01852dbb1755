"""YAML errors: what the parser has against a text, in plain words and at the place to mend."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import yaml

_TAB = "This line is indented with a tab; use blanks, two for each step."
_UNCLOSED = "The quotation that begins here is never closed."
_COLON = "A colon cannot stand here; put a text with a colon in it in quotes, or mend the indentation."
_NO_COLON = "A colon is missing after this key, or this line of a text is not indented far enough."
_BRACKET = "The list that begins with ‘[’ here lacks a comma or its ‘]’."
_BRACE = "The part that begins with ‘{’ here lacks a comma or its ‘}’."
_INDENT = (
    "This line does not fit those above; keys of one entry, and dashes of one list, stand in one column."
)
_DASH = "A dash that begins an entry of a list must stand first on its line."
_BACKSLASH = "A backslash within double quotes has a meaning of its own; use single quotes here."
_SIGN = "A text cannot begin with ‘{sign}’ here; put it in quotes."

_AT_CONTEXT = (
    ("end of stream", "quoted scalar", _UNCLOSED),
    ("document indicator", "quoted scalar", _UNCLOSED),
    ("", "flow sequence", _BRACKET),
    ("", "flow mapping", _BRACE),
    ("expected ':'", "", _NO_COLON),
)
_AT_PROBLEM = (
    ("mapping values are not allowed", _COLON),
    ("block sequence entries are not allowed", _DASH),
    ("escape", _BACKSLASH),
    ("cannot start any token", _SIGN),
    ("alphabetic or numeric", _SIGN),
    ("directive", _SIGN),
    ("expected <block end>", _INDENT),
    ("did not find expected key", _INDENT),
    ("'-' indicator", _INDENT),
    ("<document start>", _INDENT),
)


def explain(error: yaml.MarkedYAMLError, text: str) -> tuple[int, str]:
    """The offset and the sentence for an error of the YAML parser."""
    mark = error.problem_mark or error.context_mark
    at = min(mark.index if mark else 0, len(text))
    problem, context = error.problem or "", error.context or ""
    if _tab_in_indent(text, at):
        return text.rfind("\n", 0, at) + 1, _TAB
    if error.context_mark is not None:
        for in_problem, in_context, sentence in _AT_CONTEXT:
            if in_problem in problem and in_context in context:
                return error.context_mark.index, sentence
    for in_problem, sentence in _AT_PROBLEM:
        if in_problem in problem:
            return at, sentence.format(sign=text[at : at + 1])
    return at, f"This cannot be read as YAML: {problem or context}."


def _tab_in_indent(text: str, at: int) -> bool:
    line = text[text.rfind("\n", 0, at) + 1 :].split("\n", 1)[0]
    return "\t" in line[: len(line) - len(line.lstrip())]

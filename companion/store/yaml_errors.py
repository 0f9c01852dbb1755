"""YAML errors: what the parser has against a text, in plain words and at the place to mend."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from companion.core.message import Message

if TYPE_CHECKING:
    import yaml

_TAB = Message("This line is indented with a tab; use blanks, two for each step.")
_UNCLOSED = Message("The quotation that begins here is never closed.")
_AFTER_QUOTE = Message(
    "The quotation ends before this; put a text with quotation marks in it between marks of the other kind."
)
_TWO_COLONS = Message("A text with a colon in it must stand between straight quotation marks.")
_NO_COLON = Message("A colon is missing after this key, or this line of a text is not indented far enough.")
_KEY_ALONE = Message("A colon is missing after the key here.")
_BLANK_AFTER_COLON = Message("A blank is missing after the colon here.")
_BLANK_AFTER_DASH = Message("A blank is missing after the dash here.")
_BRACKET = Message("The list that begins with ‘[’ here lacks a comma or its ‘]’.")
_BRACE = Message("The part that begins with ‘{’ here lacks a comma or its ‘}’.")
_TOO_FAR = Message(
    "This line is indented further than the one above; the keys of an entry stand in one column."
)
_INDENT = Message(
    "This line does not fit those above; keys of one entry, and dashes of one list, stand in one column."
)
_DASH = Message("A dash that begins an entry of a list must stand first on its line.")
_BACKSLASH = Message("A backslash between double quotes has a meaning of its own; use single quotes here.")
_FOLDED = Message(
    "After ‘>’ or ‘|’ the text begins on the next line; to begin a text with such a sign put it in quotes."
)
_NOTHING = Message("Something is missing here: a text, or a closing bracket.")

_AT_CONTEXT = (
    ("end of stream", "quoted scalar", _UNCLOSED),
    ("document indicator", "quoted scalar", _UNCLOSED),
    ("expected ',' or", "flow sequence", _BRACKET),
    ("expected ',' or", "flow mapping", _BRACE),
    ("expected ':'", "", _NO_COLON),
)
_AT_PROBLEM = (
    ("sequence entries are not allowed", _DASH),
    ("escape", _BACKSLASH),
    ("line break", _FOLDED),
    ("chomping", _FOLDED),
    ("<block end>", _INDENT),
    ("expected key", _INDENT),
    ("'-' indicator", _INDENT),
    ("<document start>", _INDENT),
)
_BEFORE_SIGN = ("cannot start any token", "alphabetic or numeric", "node content", "directive")


def explain(error: yaml.MarkedYAMLError, text: str) -> tuple[int, Message]:
    """The offset and the sentence for an error of the YAML parser, whichever of PyYAML's two it was."""
    mark = error.problem_mark or error.context_mark
    at = min(mark.index if mark else 0, len(text.rstrip()))
    start = error.context_mark.index if error.context_mark else at
    problem, context = error.problem or "", error.context or ""
    if _tab_in_indent(text, at):
        return _line_start(text, at), _TAB
    if "expected" in problem and text[_line_start(text, at) : at].rstrip()[-1:] in ("'", '"'):
        return at, _AFTER_QUOTE
    if "mapping values are not allowed" in problem:
        return _misplaced_colon(text, at)
    if any(words in problem for words in _BEFORE_SIGN):
        at = start if "anchor" in context or "alias" in context else at
        sign = text[at : at + 1].strip()
        return at, _misplaced_sign(sign) if sign else _NOTHING
    for in_problem, in_context, sentence in _AT_CONTEXT:
        if in_problem in problem and in_context in context:
            return start, sentence
    known = (sentence for in_problem, sentence in _AT_PROBLEM if in_problem in problem)
    unknown = Message("This cannot be read as YAML: {problem}.", problem=problem or context)
    return at, next(known, unknown)


def _misplaced_sign(sign: str) -> Message:
    return Message("A text cannot begin with ‘{sign}’ here; put it in quotes.", sign=sign)


def _misplaced_colon(text: str, at: int) -> tuple[int, Message]:
    """A colon where no key can be: a text holds it, or something is wrong in the line above."""
    start = _line_start(text, at)
    if re.search(r":\s", text[start:at]):
        return at, _TWO_COLONS
    above = _line_start(text, len(text[:start].rstrip()))
    line = text[above:start].rstrip()
    if re.match(r" *-[^ \n]", line):
        return above + line.index("-") + 1, _BLANK_AFTER_DASH
    indent = len(line) - len(line.lstrip(" -"))
    key, colon, value = line[indent:].partition(":")
    if not colon:
        return above + indent, _KEY_ALONE
    if value[:1].strip():
        return above + indent + len(key) + 1, _BLANK_AFTER_COLON
    return start + len(text[start:at]) - len(text[start:at].lstrip()), _TOO_FAR


def _line_start(text: str, at: int) -> int:
    return text.rfind("\n", 0, at) + 1


def _tab_in_indent(text: str, at: int) -> bool:
    line = text[_line_start(text, at) :].split("\n", 1)[0]
    return "\t" in line[: len(line) - len(line.lstrip())]

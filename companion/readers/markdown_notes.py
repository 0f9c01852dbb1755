"""Footnotes of Markdown: the marks ``[^1]`` in the text, and the words ``[^1]: ...`` that they lead to."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_inline import StateInline

NOTES = "notes"
"""Where the labels of the notes stand in what the parser hands from rule to rule."""

_LONGEST_LABEL = 100
_INDENT = 4


def know_notes(parser: MarkdownIt) -> None:
    """Teaches a parser footnotes, which are no part of CommonMark; the form is that of PHP Markdown Extra.

    https://michelf.ca/projects/php-markdown/extra/#footnotes
    """
    parser.block.ruler.before("reference", "note", _definition, {"alt": ["paragraph", "reference"]})
    parser.inline.ruler.before("link", "note_mark", _mark)


def _definition(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    """A line that begins with ``[^label]:``; what is indented below belongs to it."""
    if state.is_code_block(start_line):
        return False
    start = state.bMarks[start_line] + state.tShift[start_line]
    label = _label(state.src, start, state.eMarks[start_line])
    after = start + len(label) + 3
    if not label or state.src[after : after + 1] != ":":
        return False
    if not silent:
        state.env.setdefault(NOTES, {}).setdefault(label)
        _take_definition(state, start_line, end_line, label, after + 1)
    return True


def _take_definition(state: StateBlock, line: int, end_line: int, label: str, place: int) -> None:
    token = state.push("note_open", "", 1)
    token.meta = {"label": label}
    kept = state.bMarks[line], state.tShift[line], state.sCount[line], state.parentType
    begin, offset = place, state.sCount[line] + place - (state.bMarks[line] + state.tShift[line])
    width = offset
    while place < state.eMarks[line] and state.src[place] in " \t":
        width += _INDENT - width % _INDENT if state.src[place] == "\t" else 1
        place += 1
    state.bMarks[line], state.tShift[line], state.sCount[line] = begin, place - begin, width - offset
    state.blkIndent += _INDENT
    state.parentType = "note"
    state.sCount[line] = max(state.sCount[line], state.blkIndent)
    state.md.block.tokenize(state, line, end_line)
    state.blkIndent -= _INDENT
    state.bMarks[line], state.tShift[line], state.sCount[line], state.parentType = kept
    state.push("note_close", "", -1)


def _mark(state: StateInline, silent: bool) -> bool:
    """A mark ``[^label]`` of a note that is defined."""
    label = _label(state.src, state.pos, state.posMax)
    if not label or label not in state.env.get(NOTES, {}):
        return False
    if not silent:
        token = state.push("note_mark", "", 0)
        token.meta = {"label": label}
    state.pos += len(label) + 3
    return True


def _label(source: str, start: int, end: int) -> str:
    """The label of a note that begins at `start`; empty when none does."""
    if not source.startswith("[^", start):
        return ""
    stop = source.find("]", start + 2, min(end, start + _LONGEST_LABEL))
    label = source[start + 2 : stop] if stop > 0 else ""
    return "" if any(sign.isspace() or sign == "[" for sign in label) else label

"""What a paragraph of a PDF is: heading, list item, caption, verse or plain words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from companion.core.document import BlockKind
from companion.readers.pdf_lines import LEADERS
from companion.readers.pdf_pieces import BOLD, DASH, FIXED, NUMBER, marker_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from companion.readers.pdf_paragraphs import Paragraph
    from companion.readers.pdf_setting import Setting

_LARGER = 1.13
_SMALLER = 0.88
TITLE = 1.35
"""Sizes of the text's type that the title on the first page has at least."""
_LONGEST_HEADING = 200
_MOST_HEADING_LINES = 4
NAMED = re.compile(
    r"(?:chapter|book|part|volume|act|scene|canto|section|letter|kapitel|buch|teil|akt|szene|chapitre|livre|partie|"
    r"capítulo|capitolo|parte)\s+(?:[ivxlcdm]+|\d+|\w+)\b[^.;,]{0,80}\.?\Z|"
    r"(?:prologue|epilogue|preface|foreword|introduction|contents|appendix|index|bibliography|notes|"
    r"acknowledge?ments|conclusion|references|abstract|vorwort|einleitung|inhalt|nachwort|anhang)\Z",
    re.I,
)
_NUMERAL = re.compile(r"(?:[IVXLC]+|\d{1,3})\.?\Z")
_CAPTION = re.compile(
    r"(?:fig(?:ure|ur|ura|\.)|table(?:au)?|tab(?:elle|la|\.)|abb(?:ildung|\.)|plate|tafel|map|karte|scheme|chart|"
    r"illustration|listing)\s*(?:(?:[A-Z]{1,2}[.\-–]?)?\d{1,3}(?:[.\-–]\d{1,3}){0,3}[a-z]?|(?-i:[IVXL]{1,6}))"
    r"(?:\s*(?P<sign>[.:–—|](?!\d))|\s*\Z|\s+(?=[^\W\d_]|[“‘\"'(]))",
    re.I,
)
_SENTENCE_END = re.compile(r"[.!?:…][\"'”’»)\]]*\Z")
_FEWEST_VERSES = 3
_LONGEST_ROW = 12


def is_heading(paragraph: Paragraph, setting: Setting) -> bool:
    """Whether a paragraph is set as a heading is, or says that it is one."""
    if len(paragraph.lines) > _MOST_HEADING_LINES:
        return False
    text = " ".join(paragraph.text.split())
    if len(text) > _LONGEST_HEADING or not any(map(str.isalnum, text)) or LEADERS.search(text):
        return False
    if paragraph.size >= _LARGER * setting.size:
        return len(text) > 1 or text.isdigit()
    if paragraph.size < _SMALLER * setting.size or (paragraph.goes_on and not paragraph.is_centred):
        return False
    stands_apart = paragraph.is_first or paragraph.gap > 0.3 or paragraph.is_centred
    if not stands_apart:
        return False
    if NAMED.match(text) or (_NUMERAL.match(text) and paragraph.is_centred):
        return True
    if paragraph.is_bold and not setting.look & BOLD:
        return not text.endswith((",", ";")) and len(paragraph.lines) <= 3
    return _is_capitals(text) and (paragraph.is_centred or paragraph.gap > 0.3) and len(text) <= 80


def heading_rank(paragraph: Paragraph, largest: float) -> tuple[float, bool, bool]:
    """By what headings are ordered, the highest first: size, as far as it differs, weight, capitals."""
    text = paragraph.text
    return (-round(min(paragraph.size, largest)), not paragraph.is_bold, not _is_capitals(text))


def is_caption(paragraph: Paragraph, setting: Setting) -> bool:
    """Whether the words say what is seen in a picture or table."""
    line = paragraph.lines[0]
    found = _CAPTION.match(line.text)
    if found is None:
        return False
    is_small = paragraph.size < 0.97 * setting.size
    if not is_small and len(paragraph.lines) > 4:
        return False
    if found["sign"]:
        return True
    is_apart = is_small or paragraph.is_centred or line.runs[0].look != setting.look
    return is_apart and not line.text[found.end() :].lstrip("“‘\"'(")[:1].islower()


def is_code(paragraph: Paragraph, setting: Setting) -> bool:
    """Whether all words are set in letters of one width, where most of the text is not."""
    return not setting.look & FIXED and all(
        run.look & FIXED for line in paragraph.lines for run in line.runs if run.text.strip()
    )


def item_marker(paragraphs: Sequence[Paragraph], index: int) -> str:
    """The marker of a list item; empty for what is none.

    A number is one only in a row with others, or when the lines below it hang.
    """
    paragraph = paragraphs[index]
    dash = DASH.match(paragraph.lines[0].text)
    if dash:
        return dash[0] if _hangs_in_a_row(paragraphs, index) else ""
    marker = marker_of(paragraph.lines[0].text)
    if not marker or not NUMBER.match(marker + "x"):
        return marker
    lines = paragraph.lines
    if _hangs(paragraph):
        return marker
    for other in (index - 1, index + 1):
        if 0 <= other < len(paragraphs):
            first = paragraphs[other].lines[0]
            if NUMBER.match(first.text) and abs(first.left - lines[0].left) < lines[0].size:
                return marker
    return ""


def _hangs(paragraph: Paragraph) -> bool:
    """Whether the second line begins farther in than the first."""
    lines = paragraph.lines
    return len(lines) > 1 and lines[1].left > lines[0].left + 0.6 * lines[0].size


def _hangs_in_a_row(paragraphs: Sequence[Paragraph], index: int) -> bool:
    """Whether a paragraph behind a dash hangs, or one in the same row of such ones."""
    left = paragraphs[index].lines[0].left
    for step in (1, -1):
        for number in range(index, index + step * _LONGEST_ROW, step):
            if not 0 <= number < len(paragraphs):
                break
            first = paragraphs[number].lines[0]
            if not DASH.match(first.text) or abs(first.left - left) > 0.5 * first.size:
                break
            if _hangs(paragraphs[number]):
                return True
    return False


def verses_from(paragraphs: Sequence[Paragraph], index: int) -> int:
    """How many paragraphs from this one on are lines of verse; 0 when none.

    Those of one line that ends early, mostly within a sentence: so lines of talk are told from them.
    """
    end = index
    while (
        end < len(paragraphs)
        and _may_be_verse(paragraphs[end])
        and (end == index or paragraphs[end].gap < 1.2)
    ):
        end += 1
    found = paragraphs[index:end]
    if len(found) < _FEWEST_VERSES:
        return 0
    ended = sum(1 for paragraph in found if _SENTENCE_END.search(_unmarked(paragraph)))
    capitals = sum(1 for p in found if p.text.lstrip("“‘\"'(—").lstrip()[:1].isupper())
    looks_so = capitals > 0.6 * len(found) or (capitals > 0 and all(p.is_indented for p in found))
    return len(found) if looks_so and ended < 0.6 * len(found) else 0


def _unmarked(paragraph: Paragraph) -> str:
    """The words of a paragraph of one line, without raised marks of notes."""
    return "".join(run.text for run in paragraph.lines[0].runs if not run.raised)


def _may_be_verse(paragraph: Paragraph) -> bool:
    line = paragraph.lines[0]
    return (
        len(paragraph.lines) == 1
        and not paragraph.goes_on
        and len(line.pieces) == 1
        and not marker_of(line.text)
        and not LEADERS.search(line.text)
        and not _CAPTION.match(line.text)
    )


def block_kind(paragraph: Paragraph, setting: Setting) -> BlockKind:
    """The kind of a paragraph that is neither heading, item, verse nor table."""
    if is_caption(paragraph, setting):
        return BlockKind.CAPTION
    return BlockKind.PREFORMATTED if is_code(paragraph, setting) else BlockKind.PARAGRAPH


def _is_capitals(text: str) -> bool:
    letters = [sign for sign in text if sign.isalpha()]
    return len(letters) >= 4 and not any(sign.islower() for sign in letters)

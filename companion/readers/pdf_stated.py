"""What a PDF states about the work in it, without what programs write there on their own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from companion.readers.binding import Stated
from companion.readers.pdf_kinds import NAMED, TITLE
from companion.readers.stating import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from companion.readers.pdf_file import PdfFile
    from companion.readers.pdf_paragraphs import Paragraph
    from companion.readers.pdf_setting import Setting

_PROGRAM = re.compile(r"(?:microsoft\s+)?(?:word|powerpoint|excel|publisher)\s*-\s+", re.I)
_FILE = re.compile(
    r"\S*[\\/]\S*|.*\.(?:docx?|pdf|tex|dvi|indd|qxd|qxp|p65|pm6|ps|eps|rtf|txt|odt|wpd|pages|pptx?|xlsx?|html?)",
    re.I,
)
_EMPTY = re.compile(
    r"(?:untitled|unbenannt|sans titre|document|dokument|title|titel|no title|print|book|scan|slide|"
    r"index|\(null\)|none)[\s\-_]*\d*",
    re.I,
)
_NO_AUTHOR = re.compile(
    r"(?:user|admin(?:istrator)?|owner|unknown|author|anonymous|\(null\)|none|root|pc)\d*", re.I
)
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*\Z")


def stated_in(file: PdfFile, paragraphs: Sequence[Paragraph], setting: Setting, title: str) -> Stated:
    """Title, author and language; the title is else the largest words on the first page, else `title`."""
    author = one_line(file.stated("Author"))
    language = file.language().strip()
    return Stated(
        _title(one_line(file.stated("Title"))) or _printed_title(paragraphs, setting) or title,
        "" if _NO_AUTHOR.fullmatch(author) or not any(map(str.isalpha, author)) else author,
        language if _LANGUAGE.match(language) else "",
    )


def _title(stated: str) -> str:
    """The title that is stated; empty when it is only the name of a file, or of nothing."""
    stated = _PROGRAM.sub("", stated).strip()
    if _FILE.fullmatch(stated) or _EMPTY.fullmatch(stated):
        return ""
    return stated if sum(map(str.isalpha, stated)) > 1 else ""


def _printed_title(paragraphs: Sequence[Paragraph], setting: Setting) -> str:
    first = [p for p in paragraphs if p.lines[0].page == paragraphs[0].lines[0].page and not p.is_table]
    largest = max(first, key=lambda paragraph: paragraph.size, default=None)
    if largest is None or largest.size < TITLE * setting.size or len(largest.lines) > 4:
        return ""
    title = one_line(largest.text)
    is_title = 3 <= len(title) <= 200 and any(map(str.isalpha, title)) and not NAMED.match(title)
    return title if is_title else ""

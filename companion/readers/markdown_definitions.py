"""Terms and what they mean, as Markdown Extra and Pandoc write them: each meaning after a colon."""

from __future__ import annotations

import re
from typing import NamedTuple

_MEANING = re.compile(r":[ \t]+(?=\S)")
_LONGEST_TERM = 80


class Definition(NamedTuple):
    """The term, as it is written, and its meanings. https://pandoc.org/MANUAL.html#definition-lists"""

    term: str
    meanings: tuple[str, ...]


def definition_in(paragraph: str) -> Definition | None:
    """The definition that a paragraph of Markdown is: a line, and lines that begin with a colon; or None."""
    term, *lines = paragraph.split("\n")
    if not lines or not 0 < len(term.strip()) <= _LONGEST_TERM or term.lstrip().startswith(":"):
        return None
    meanings: list[str] = []
    for line in lines:
        begun = _MEANING.match(line.lstrip())
        if begun:
            meanings.append(line.lstrip()[begun.end() :])
        elif meanings:
            meanings[-1] += "\n" + line
        else:
            return None
    return Definition(term.strip(), tuple(meanings))

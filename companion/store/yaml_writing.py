"""YAML writing: words are put so that they are read again as the same words, and look well to a person."""

from __future__ import annotations

import re
import textwrap
from typing import TYPE_CHECKING

from companion.store.clean_text import clean

if TYPE_CHECKING:
    from collections.abc import Iterable

_WIDTH = 100
_PLAIN = re.compile(r"[^\W_](?:[^:#\n]|:(?=\S)|(?<=\S)#)*", re.UNICODE)
_PLAIN_IN_LIST = re.compile(r"[^\W_](?:[^:#,\[\]{}\n]|(?<=\S)#)*")
_NO_WORDS = re.compile(r"(?:[\d.,_eE+-]+|0[xob]\w+|true|false|yes|no|on|off|null|y|n|~)\Z", re.IGNORECASE)


def scalar(words: str, *, in_list: bool = False) -> str:
    """Words on one line, in quotes where YAML or its reader would take them for something else."""
    words = one_line(words)
    plain = _PLAIN_IN_LIST if in_list else _PLAIN
    if plain.fullmatch(words) and not words.endswith(":") and not _NO_WORDS.match(words):
        return words
    return '"' + words.replace("\\", "\\\\").replace('"', '\\"') + '"'


def listed(items: Iterable[str]) -> str:
    """A list in brackets of what is written as it should be already."""
    return f"[{', '.join(items)}]"


def text(words: str, indent: str) -> list[str]:
    """What follows a key: on its line if the words are few, else on lines of their own behind `indent`."""
    words = one_line(words)
    if len(words) + len(indent) <= _WIDTH:
        return [scalar(words)]
    width = max(_WIDTH - len(indent), 40)
    lines = textwrap.wrap(words, width, break_long_words=False, break_on_hyphens=False)
    return [">", *(indent + line for line in lines)]


def comment(words: str, indent: str, most: int = 150) -> str:
    """A line that is not read; long words are cut."""
    line = one_line(words)
    if len(line) > most:
        line = line[:most].rsplit(None, 1)[0] + " …"
    return f"{indent}# {line}"


def one_line(words: str) -> str:
    """The words with single blanks and without signs that nobody sees."""
    return " ".join(clean(words).split())

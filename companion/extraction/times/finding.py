"""Finding times: all words of a text that say when or how long, with what they mean in EDTF."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from companion.core.found import Time
from companion.extraction.times.foreign import recognise_foreign
from companion.extraction.times.recognising import recognise
from companion.extraction.times.resolving import resolve

if TYPE_CHECKING:
    from companion.extraction.source import Source
    from companion.extraction.times.saying import Saying

_ENGLISH = re.compile(r"(?i)\b(?:the|of|and|was|were|is)\s")
_LOOKED_AT = 6000
"""Characters at the beginning of a text too short for its language to be guessed, where English shows."""


def find_sayings(source: Source) -> list[Saying]:
    """Every expression of time whose meaning is known, in the order of the text, with all that it says."""
    text, language = source.text, source.language
    is_english = language == "en" or (not language and _ENGLISH.search(text, 0, _LOOKED_AT) is not None)
    return resolve(
        source.document,
        recognise(text, source.document.language) if is_english else recognise_foreign(text, language),
    )


def find_times(source: Source) -> list[Time]:
    """Every expression of time whose meaning is known, in the order of the text."""
    return [Time(saying.start, saying.end, saying.value) for saying in find_sayings(source)]

"""Finding times: all words of a text that say when or how long, with what they mean in EDTF."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.core.found import Time
from companion.extraction.times.recognising import recognise
from companion.extraction.times.resolving import resolve

if TYPE_CHECKING:
    from companion.extraction.source import Source
    from companion.extraction.times.saying import Saying


def find_sayings(source: Source) -> list[Saying]:
    """Every expression of time whose meaning is known, in the order of the text, with all that its words say."""
    return resolve(source.text, recognise(source.text))


def find_times(source: Source) -> list[Time]:
    """Every expression of time whose meaning is known, in the order of the text."""
    return [Time(saying.start, saying.end, saying.value) for saying in find_sayings(source)]

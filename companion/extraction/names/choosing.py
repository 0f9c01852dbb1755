"""Choosing: names are found and judged in the way that fits the language of a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.extraction.names import finding, scoring
from companion.extraction.names.foreign import find_foreign_names
from companion.extraction.names.judging import judge_people

if TYPE_CHECKING:
    from collections.abc import Sequence

    from companion.extraction.names.finding import Name
    from companion.extraction.source import Source


def find_names(source: Source) -> list[Name]:
    """Every name in the text of `source`, in its order, whatever it names."""
    return finding.find_names(source) if source.is_english else find_foreign_names(source)


def score_people(source: Source, names: Sequence[Name]) -> dict[str, float]:
    """For each form of `names`, found in `source`, the probability that it names a single person."""
    return scoring.score_people(source, names) if source.is_english else judge_people(source, names)

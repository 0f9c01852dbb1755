"""Seen: in how many of the texts that were learned from a word or a phrase stands."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from companion import resources

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, eq=False)
class Seen:
    """How many texts there were, and in how many of them each word and phrase stands, by its plain form."""

    texts: int = 1
    counts: Mapping[str, int] = field(default_factory=dict)


@cache
def seen() -> Seen:
    """What was seen in the texts of ``resources/weights/terms_seen.txt``."""
    counts: dict[str, int] = {}
    most = 1
    for line in resources.text("weights", "terms_seen.txt").splitlines():
        count, _, forms = line.partition(" ")
        if count.isdigit():
            counts.update(dict.fromkeys(forms.split(", "), int(count)))
            most = max(most, int(count))
    return Seen(most, counts)

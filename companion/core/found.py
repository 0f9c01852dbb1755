"""Found: what was found in a text that nobody prepared; becomes a companion, alone or under a written one."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from companion.core.companion import Companion
from companion.core.entries import Entries
from companion.core.links import Links, Mention

if TYPE_CHECKING:
    from collections.abc import Mapping

    from companion.core.document import Document, Span
    from companion.core.sentences import Sentences


class Time(NamedTuple):
    """Words of the text that say when, or how long: the span ``[start, end)`` and what they mean.

    `value` is EDTF (ISO 8601-2) for a date, and for a duration ISO 8601: ``P2Y``, ``PT3H``.
    """

    start: int
    end: int
    value: str

    @property
    def is_duration(self) -> bool:
        """Whether it says how long, not when."""
        return self.value.startswith("P")


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Everything that was found in a document. Frozen; may cross threads.

    All entries have the origin FOUND and at least one span of evidence. `mentions` are sorted by place
    and decided one by one, `told` are passages that speak of an entry without its name, `times` are in the
    order of the text, `abbreviations` pairs of a short and a long form. `entries.language` is the language
    that the text is taken to be in. `warnings` are sentences for the reader about what was not tried.
    """

    entries: Entries = field(default_factory=Entries)
    mentions: tuple[Mention, ...] = ()
    told: Mapping[str, tuple[Span, ...]] = field(default_factory=dict)
    times: tuple[Time, ...] = ()
    abbreviations: tuple[tuple[str, str], ...] = ()
    warnings: tuple[str, ...] = ()


def companion_of(document: Document, found: Found, sentences: Sentences) -> Companion:
    """The companion that was found in `document`, of which `sentences` are the sentences."""
    return Companion(document, found.entries, Links(found.mentions), sentences, found.told, found.warnings)

"""Tongues: how languages other than English say seasons, centuries, decades, eras and steps in time."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from functools import lru_cache

from companion import resources


@dataclass(frozen=True, slots=True, kw_only=True)
class Tongue:
    """The words of time of one language, as patterns.

    `seasons` are keyed by their number in EDTF. `century` has a group `number` in Roman or Arabic digits or
    in words, which `ordinals` explains; `decade` a group `tens` (192) or `word`, which `tens` explains.
    `steps` are phrases that count from the date told last: a unit and how many. `units` and `numbers` make
    durations. `before_month` and `before_year` are words after which a month or a year stands, `prefix`
    those that belong to a date that follows, `joins` stand between the ends of a range, `things` after
    numbers that are no years.
    """

    seasons: dict[str, str] = field(default_factory=dict)
    century: str = ""
    ordinals: dict[str, int] = field(default_factory=dict)
    decade: str = ""
    tens: dict[str, int] = field(default_factory=dict)
    before_christ: str = ""
    after_christ: str = ""
    steps: tuple[tuple[str, str, int], ...] = ()
    units: dict[str, str] = field(default_factory=dict)
    numbers: dict[str, int] = field(default_factory=dict)
    before_month: str = ""
    before_year: str = ""
    prefix: str = ""
    early: str = ""
    late: str = ""
    middle: str = ""
    about: str = ""
    joins: str = ""
    things: str = ""


@lru_cache(maxsize=64)
def tongue_of(language: str) -> Tongue:
    """The words of a language of two letters; none where it is not in ``words/times.toml``."""
    return Tongue(**tomllib.loads(resources.text("words", "times.toml")).get(language, {}))

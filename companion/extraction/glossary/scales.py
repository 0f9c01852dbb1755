"""Scales: a weighted sum of the numbers of a row, each taken within the limits that are usual for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, eq=False)
class Scales:
    """A logistic regression over the numbers of a row: for each its least and most, and what it weighs.

    One odd number cannot outweigh all others, as it counts as no more than the most.
    """

    least: Sequence[float] = ()
    most: Sequence[float] = ()
    weights: Sequence[float] = ()
    bias: float = 0.0

    def sum_for(self, row: Sequence[float]) -> float:
        """The log-odds that the numbers of `row` speak for."""
        parts = zip(row, self.least, self.most, self.weights, strict=True)
        return self.bias + sum(
            weight * (least if value < least else most if value > most else value)
            for value, least, most, weight in parts
        )

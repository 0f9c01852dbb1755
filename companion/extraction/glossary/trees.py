"""Trees: a sum of small regression trees, each asking a few numbers of a row one after the other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, eq=False)
class Trees:
    """Regression trees in flat rows, by the number of the node, and what is added to their sum.

    A node asks whether the number `asked` of a row is at most its limit, and goes on with the node `below`
    if so, with the one `above` if not. A negative node is a leaf; its value is ``values[~node]``.
    """

    roots: Sequence[int] = ()
    asked: Sequence[int] = ()
    limits: Sequence[float] = ()
    below: Sequence[int] = ()
    above: Sequence[int] = ()
    values: Sequence[float] = ()
    bias: float = 0.0

    def sum_for(self, row: Sequence[float]) -> float:
        """The sum of what each tree says of `row`."""
        asked, limits, below, above, values = self.asked, self.limits, self.below, self.above, self.values
        total = self.bias
        for root in self.roots:
            node = root
            while node >= 0:
                node = below[node] if row[asked[node]] <= limits[node] else above[node]
            total += values[~node]
        return total

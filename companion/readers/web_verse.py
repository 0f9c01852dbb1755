"""How far the lines of a poem are set in, as its style sheet says or the names of its classes."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from companion.readers.gathering import MOST_SET_IN
from companion.readers.web_elements import LINES_OF_VERSE, STANDING_ALONE, kinds_of, local_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from companion.readers.web_styles import Styled

_NAMED = re.compile(r"(?:i|indent|in)-?([1-6])")
_MOST_LINES = 2000
"""Lines of a poem of which it is asked how far they are set in, before it is known what is least."""


class SettingIn:
    """How far lines are set in that are `styled` so, against those of their poem that are set in least."""

    def __init__(self, styled: Styled) -> None:
        self._styled = styled
        self._least = 0.0

    def begin(self, poem: _Element) -> None:
        """What comes stands in this poem."""
        self._least = (
            min(islice(self._indents(poem), _MOST_LINES), default=0.0) if self._styled.edges else 0.0
        )

    def level(self, element: _Element, kinds: frozenset[str]) -> int:
        """The level of a line of verse of these kinds; 0 for what holds lines."""
        indent = self._styled.indent(kinds) if self._styled.edges else None
        if indent is None or holds_blocks(element):
            return max((int(found[1]) for kind in kinds if (found := _NAMED.fullmatch(kind))), default=0)
        return max(0, min(MOST_SET_IN, round(indent - self._least)))

    def _indents(self, poem: _Element) -> Iterator[float]:
        lines = LINES_OF_VERSE | self._styled.lines
        for element in poem.iterdescendants("*"):
            kinds = kinds_of(element)
            is_line = local_name(element.tag) in STANDING_ALONE or not lines.isdisjoint(kinds)
            if is_line and not holds_blocks(element):
                yield self._styled.indent(kinds) or 0.0


def holds_blocks(element: _Element) -> bool:
    """Whether something stands in an element that is a block itself."""
    return any(local_name(child.tag) in STANDING_ALONE for child in element)

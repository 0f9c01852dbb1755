"""What stands before the items of the lists in a Word document, and before its numbered headings."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

from companion.readers.docx_names import child, is_on, name_of, number, said
from companion.readers.list_markers import roman

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element

BULLET = "•"
_DEEPEST = 8
_PLACE = re.compile(r"%([1-9])")
_LONGEST_MARKER = 40
_MARKS = "*†‡§"


class Level(NamedTuple):
    """How one level of a list is counted: from `start`, in the `form`, and how its `words` are made of that.

    `restarts` is the level, counted from 1, whose items let it begin again; 0 for none, -1 for any above it.
    """

    start: int = 1
    form: str = "decimal"
    words: str = "%1."
    restarts: int = -1
    is_plain: bool = False


class Numbering:
    """The lists of one document, counted as their items come; `root` is None where there are none.

    `list_of_style` gives the list that a numbering style belongs to. ECMA-376, part 1, 17.9.
    """

    def __init__(self, root: _Element | None, list_of_style: Callable[[str], str]) -> None:
        self._list_of_style = list_of_style
        self._forms: dict[str, _Element] = {}
        self._lists: dict[str, _Element] = {}
        self._levels: dict[tuple[str, int], Level] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()
        for element in () if root is None else root:
            if name_of(element) == "w:abstractNum":
                self._forms.setdefault(said(element, "abstractNumId"), element)
            elif name_of(element) == "w:num":
                self._lists.setdefault(said(element, "numId"), element)

    def has(self, list_id: str) -> bool:
        """Whether there is such a list; 0 says that there is none."""
        return list_id in self._lists

    def level_of_style(self, list_id: str, style: str) -> int:
        """The depth at which a list counts the paragraphs of a style, from 0."""
        form = self._form(list_id)
        for element in () if form is None else form:
            if name_of(element) == "w:lvl" and said(child(element, "w:pStyle")) == style:
                return min(max(0, number(said(element, "ilvl"))), _DEEPEST)
        return 0

    def marker(self, list_id: str, depth: int) -> str:
        """What stands before the next item at a depth from 0; empty when nothing does."""
        depth = min(max(0, depth), _DEEPEST)
        level = self._level(list_id, depth)
        counts = self._counts.setdefault(self._key(list_id), {})
        self._begin(list_id, depth, counts)
        counts[depth] = counts[depth] + 1 if depth in counts else level.start
        for deeper in [found for found in counts if found > depth]:
            restarts = self._level(list_id, deeper).restarts
            if restarts < 0 or depth < restarts:
                del counts[deeper]
        if level.form in ("bullet", "none"):
            return _bullet(level.words) if level.form == "bullet" else _PLACE.sub("", level.words).strip()
        return _PLACE.sub(lambda place: self._counted(list_id, int(place[1]) - 1, level), level.words)[
            :_LONGEST_MARKER
        ]

    def _counted(self, list_id: str, depth: int, shown: Level) -> str:
        level = self._level(list_id, depth)
        count = self._counts[self._key(list_id)].get(depth, level.start)
        return written(count, "decimal" if shown.is_plain else level.form)

    def _begin(self, list_id: str, depth: int, counts: dict[int, int]) -> None:
        """Lets a list that goes on with the counts of another begin anew where it says so."""
        for above in range(depth + 1):
            if (list_id, above) in self._begun:
                continue
            self._begun.add((list_id, above))
            override = self._override(list_id, above)
            if child(override, "w:startOverride") is not None:
                counts.pop(above, None)

    def _key(self, list_id: str) -> str:
        """What the lists have in common that are counted together."""
        form = self._form(list_id)
        return f"?{list_id}" if form is None else said(form, "abstractNumId")

    def _form(self, list_id: str) -> _Element | None:
        for _ in range(_DEEPEST):
            form = self._forms.get(said(child(self._lists.get(list_id), "w:abstractNumId")))
            style = said(child(form, "w:numStyleLink"))
            if not style:
                return form
            list_id = self._list_of_style(style)
        return None

    def _override(self, list_id: str, depth: int) -> _Element | None:
        for element in self._lists.get(list_id, ()):
            if name_of(element) == "w:lvlOverride" and number(said(element, "ilvl")) == depth:
                return element
        return None

    def _level(self, list_id: str, depth: int) -> Level:
        found = self._levels.get((list_id, depth))
        if found is None:
            found = self._levels[list_id, depth] = self._read_level(list_id, depth)
        return found

    def _read_level(self, list_id: str, depth: int) -> Level:
        override = self._override(list_id, depth)
        element = child(override, "w:lvl")
        form = self._form(list_id)
        if element is None and form is not None:
            levels = (e for e in form if name_of(e) == "w:lvl" and number(said(e, "ilvl")) == depth)
            element = next(levels, None)
        start = number(said(child(override, "w:startOverride")), number(said(child(element, "w:start")), 1))
        if element is None:
            return Level(start, words=f"%{depth + 1}.")
        return Level(
            start,
            said(child(element, "w:numFmt")) or "decimal",
            said(child(element, "w:lvlText")),
            number(said(child(element, "w:lvlRestart"))),
            bool(is_on(child(element, "w:isLgl"))),
        )


def written(count: int, form: str) -> str:
    """A number as Word writes it in a form of ``ST_NumberFormat``; those of few readers as digits."""
    if form in ("lowerLetter", "upperLetter") and 0 < count <= 26 * 10:
        letters = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)
        return letters if form == "lowerLetter" else letters.upper()
    if form in ("lowerRoman", "upperRoman") and 0 < count < 4000:
        return roman(count) if form == "lowerRoman" else roman(count).upper()
    if form == "chicago" and 0 < count <= 40:
        return _MARKS[(count - 1) % 4] * ((count - 1) // 4 + 1)
    if form == "decimalZero":
        return f"{count:02}"
    return "" if form == "none" else str(count)


def _bullet(words: str) -> str:
    """A bullet as it is; one that only a font of signs could show becomes the usual one."""
    words = words.strip()[:4]
    is_shown = words and all(unicodedata.category(sign)[0] in "PS" for sign in words)
    return words if is_shown and words not in ("·", "") else BULLET

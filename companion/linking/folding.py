"""Folding: a text and the names looked for in it brought to one spelling, with the way back to the text."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from companion.linking.letters import ALIKE, is_ligature, is_unseen, joins, plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from companion.core.document import Document

_ASCII = bytes(range(128))
_ALIKE_IN_ASCII = [sign for sign in ALIKE if sign.isascii()]


class _Edit(NamedTuple):
    """``text[start:end]`` is read as `words`."""

    start: int
    end: int
    words: str


class Folded:
    """A text in one spelling, in two copies of the same length.

    `cased` has one kind of blank, apostrophe and hyphen, single blanks, composed letters and nothing
    unseen; a line feed stands between blocks, at its beginning and at its end, and nowhere else.
    `small` is the same in small letters without marks, with blanks for hyphens and short dashes. `span`
    leads back.
    """

    __slots__ = ("_ends", "_places", "_starts", "cased", "small")

    def __init__(self, text: str, edits: list[_Edit], signs: Iterable[str]) -> None:
        pieces, done = ["\n"], 0
        self._starts: list[int] = []  # where, in `cased`, an edit begins
        self._ends: list[int] = []  # where it ends there
        self._places: list[tuple[int, int]] = []  # what it stands for in the text
        length = 1
        for start, end, words in edits:
            length += start - done
            pieces += (text[done:start], words)
            self._starts.append(length)
            length += len(words)
            self._ends.append(length)
            self._places.append((start, end))
            done = end
        pieces += (text[done:], "\n")
        self.cased = _alike("".join(pieces), signs)
        self.small = _small(self.cased, {small for sign in signs for small in sign.lower()})

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The span of the text that ``[start, end)`` of the folded text was made from."""
        if not self._starts:
            return start - 1, end - 1
        return self._source(start)[0], self._source(end - 1)[1]

    def _source(self, place: int) -> tuple[int, int]:
        index = bisect_right(self._starts, place) - 1
        if index < 0:
            return place - 1, place
        start, end = self._places[index]
        past = place - self._ends[index]
        return (start, end) if past < 0 else (end + past, end + past + 1)


def fold(document: Document) -> Folded:
    """The text of a document, folded; its blocks are kept apart."""
    text = document.text
    signs = _foreign_signs(text)
    edits = [*_joints(document), *_runs(document, signs), *_composed(text, signs)]
    edits.sort()
    return Folded(text, _apart(edits), signs)


def tidy(name: str) -> str:
    """A name as `cased` would have it: one kind of blank, apostrophe and hyphen, composed letters."""
    if name.isascii():
        return " ".join(_alike(name, ()).split())
    edits = _apart(sorted(_composed(name, _foreign_signs(name))))
    for start, end, words in reversed(edits):
        name = name[:start] + words + name[end:]
    return " ".join(_alike(name, set(name)).split())


def small(name: str) -> str:
    """A tidy name as `small` would have it."""
    return _small(name, () if name.isascii() else set(name.lower()))


def _foreign_signs(text: str) -> set[str]:
    """All signs of the text that are not ASCII; the quickest way to know what there is to do."""
    if text.isascii():
        return set()
    return set(text.encode("utf-8", "surrogatepass").translate(None, _ASCII).decode("utf-8", "surrogatepass"))


def _alike(text: str, signs: Iterable[str]) -> str:
    for sign in (*_ALIKE_IN_ASCII, *signs):
        if sign in ALIKE:
            text = text.replace(sign, ALIKE[sign])
    return text


def _small(text: str, letters: Iterable[str]) -> str:
    text = text.lower().replace("-", " ").replace("–", " ")
    for letter in letters:
        if not letter.isascii() and (without := plain(letter)) != letter:
            text = text.replace(letter, without)
    return text


def _joints(document: Document) -> list[_Edit]:
    """A line feed for every gap between blocks that has none."""
    edits: list[_Edit] = []
    text, end = document.text, 0
    for block in document.blocks:
        if text.find("\n", end, block.start) < 0 and end:
            edits.append(_Edit(end, block.start, "\n"))
        end = block.end
    return edits


def _runs(document: Document, signs: set[str]) -> Iterator[_Edit]:
    """Runs of blanks, and line feeds inside blocks, made one blank."""
    text, blocks = document.text, document.blocks
    rare = [sign for sign in (*_ALIKE_IN_ASCII, *signs) if ALIKE.get(sign) == " " and sign in text]
    unseen = [sign for sign in signs if is_unseen(sign)]
    if not blocks:
        runs = re.compile(f"[ \n{''.join(rare)}][ \n{''.join(rare + unseen)}]+|\n")
        yield from (_Edit(*found.span(), _between(found[0])) for found in runs.finditer(text))
    elif rare or unseen:
        runs = re.compile(f"[ \n{''.join(rare)}][ \n{''.join(rare + unseen)}]+|\n")
        yield from _within_blocks(document, (found.span() for found in runs.finditer(text)))
    else:
        yield from _within_blocks(document, _plain_runs(document))


def _plain_runs(document: Document) -> Iterator[tuple[int, int]]:
    """Runs of blanks and line feeds, found without looking at every sign."""
    text = document.text
    end = 0
    while (start := text.find("  ", end)) >= 0:
        end = start + 2
        while text[end : end + 1] in (" ", "\n"):
            end += 1
        yield start, end
    for block in document.blocks:
        start = text.find("\n", block.start, block.end)
        while start >= 0:
            end = start + 1
            while text[end : end + 1] in (" ", "\n"):
                end += 1
            while text[start - 1 : start] == " ":
                start -= 1
            yield start, end
            start = text.find("\n", end, block.end)


def _within_blocks(document: Document, spans: Iterable[tuple[int, int]]) -> Iterator[_Edit]:
    for start, end in spans:
        block = document.blocks[document.block_index(start)]
        if block.start <= start and end <= block.end:
            yield _Edit(start, end, " ")


def _between(run: str) -> str:
    """What a run of blanks is in a text without blocks: an empty line parts two of them."""
    return "\n" if run.count("\n") > 1 else " "


def _composed(text: str, signs: set[str]) -> Iterator[_Edit]:
    """Letters with marks of their own made one sign, ligatures spelled out, what is unseen taken out."""
    odd = "".join(map(re.escape, sorted(sign for sign in signs if is_unseen(sign))))
    if odd:
        yield from (_Edit(*found.span(), "") for found in re.finditer(f"[{odd}]+", text))
    if ligatures := "".join(sign for sign in signs if is_ligature(sign)):
        for found in re.finditer(f"[{ligatures}]", text):
            yield _Edit(*found.span(), unicodedata.normalize("NFKC", found[0]))
    if marks := "".join(sign for sign in signs if joins(sign) and not is_unseen(sign)):
        for found in re.finditer(f"[^\\s{marks}][{marks}]+", text):
            composed = _without_loose_marks(unicodedata.normalize("NFC", found[0]))
            if composed != found[0]:
                yield _Edit(*found.span(), composed)


def _without_loose_marks(letter: str) -> str:
    """A letter without the marks of stress that no composed sign has, as Russian schoolbooks put them."""
    return "".join(sign for sign in letter if not "\u0300" <= sign <= "\u036f")


def _apart(edits: list[_Edit]) -> list[_Edit]:
    """The edits without those that begin inside the one before."""
    kept: list[_Edit] = []
    for edit in edits:
        if not kept or edit.start >= kept[-1].end:
            kept.append(edit)
    return kept

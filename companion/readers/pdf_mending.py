"""The bytes of a PDF are mended where PDFium would give up or go in a circle, and what they claim is read."""

from __future__ import annotations

import re
import zlib
from collections import deque
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from companion.readers.pdf_packed import packed_objects

if TYPE_CHECKING:
    from collections.abc import Iterator

_FORM = re.compile(rb"/Subtype\s*(/Form)\b")
_CATALOG = re.compile(rb"/Type\s*/Catalog\b")
_PAGES = re.compile(rb"/Type\s*/Pages\b")
_COUNT = re.compile(rb"/Count\s+(\d{1,12})\b")
_OBJECT = re.compile(rb"(?<!\d)(\d{1,8})\s+(\d{1,5})\s+obj\b")
_END = re.compile(rb"endobj|stream\b")
_REFERENCE = re.compile(rb"(?<!\d)(\d{1,8})\s+\d{1,5}\s+R\b")
_RESOURCES = re.compile(rb"/Resources\s*(?:(\d{1,8})\s+\d{1,5}\s+R\b)?")
_DRAWINGS = re.compile(rb"/XObject\s+(\d{1,8})\s+\d{1,5}\s+R\b")
_STREAM = re.compile(rb"stream\r?\n?")
_DRAWN = re.compile(rb"/([^\s/<>\[\]()]{1,60})\s+Do\b")
_LONGEST_CONTENT = 100_000
"""Bytes of a form in which it is looked for what it draws."""
_LONGEST_OBJECT = 4_000
"""Bytes before and behind the name of its kind in which the rest of an object is looked for."""
_LONGEST_PACKED, _MOST_LISTS = 20_000, 4
"""Bytes of an object that was packed away, and lists of drawings that resources may name."""
_PAGE = -1
_MOST_OBJECTS, _MOST_NAMES, _MOST_BORROWED = 5_000, 500, 20_000
_NESTED = (b"[" * 600, b"[ " * 600, b"[\n" * 600)


class _Object(NamedTuple):
    """An object that is not packed away: its number and generation, and where what it says stands."""

    number: int
    generation: int
    start: int
    end: int


class _Reference(NamedTuple):
    """The number of the object that is meant, and where that stands."""

    number: int
    start: int
    end: int


def _objects(data: bytes, kind: re.Pattern[bytes]) -> Iterator[_Object]:
    """The objects in which the name of a kind stands."""
    for found in islice(kind.finditer(data), _MOST_OBJECTS):
        first = max(0, found.start() - _LONGEST_OBJECT)
        before = data[first : found.start()]
        begun = deque(_OBJECT.finditer(before), maxlen=1)
        if not begun or _END.search(before, begun[0].end()):
            continue
        end = _END.search(data, found.end(), found.end() + _LONGEST_OBJECT)
        stop = end.start() if end else found.end() + _LONGEST_OBJECT
        yield _Object(int(begun[0][1]), int(begun[0][2]), first + begun[0].end(), stop)


def with_trailer(data: bytes) -> bytes:
    """The file with a trailer that leads to its catalogue, when its own is lost; else as it is."""
    catalogs = list(_objects(data, _CATALOG))
    if not catalogs:
        return data
    root = catalogs[-1].number, catalogs[-1].generation
    return data + b"\ntrailer\n<</Root %d %d R>>\nstartxref\n0\n%%%%EOF\n" % root


def without_circles(data: bytes) -> bytes:
    """The file without forms that draw themselves, also by way of others; on these PDFium never ends.

    Forms are drawings used within drawings. They are never packed into streams of objects, but what they are
    drawn with may be.
    """
    forms = list(_objects(data, _FORM))
    referring: dict[int, list[_Reference]] = {}
    for form in forms:
        referring.setdefault(form.number, []).extend(  # a number may stand twice; either may be the one drawn
            _Reference(int(reference[1]), reference.start(), reference.end())
            for reference in _REFERENCE.finditer(data, form.start, form.end)
        )
    circles = [(place, b"null") for place in _circles(referring)]
    circles += [(place, b"/None") for place in _circles(_borrowing(data, forms))]
    if not circles:
        return data
    mended = bytearray(data)
    for (start, end), instead in circles:
        mended[start:end] = instead.ljust(end - start)
    return bytes(mended)


def _borrowing(data: bytes, forms: list[_Object]) -> dict[int, list[_Reference]]:
    """What forms may draw by resources that stand elsewhere: in an object of their own, or those of a page.

    The place of each such reference is where it says that the form is one.
    """
    drawn = {form: names for form in forms if (names := _names_borrowed(data, form))}
    wanted = sorted(set().union(*drawn.values()))[:_MOST_NAMES]
    if not wanted:
        return {}
    named = re.compile(rb"/(%b)\s+(\d{1,8})\s+\d{1,5}\s+R\b" % b"|".join(map(re.escape, wanted)))
    numbers = {form.number for form in drawn}
    lenders = {form: _lender(data, form) for form in drawn}
    said = _said(data, set(lenders.values()))
    lent = {
        lender: [(found[1], int(found[2])) for found in islice(named.finditer(words), _MOST_BORROWED)]
        for lender, words in said.items()
    }
    borrowing: dict[int, list[_Reference]] = {number: [] for number in numbers}
    left = _MOST_BORROWED
    for form, names in drawn.items():
        kind = _FORM.search(data, form.start, form.end)
        for name, number in lent.get(lenders[form], [])[: max(0, left)]:
            left -= 1
            if name in names and number in numbers and kind is not None:
                borrowing[form.number].append(_Reference(number, *kind.span(1)))
    return borrowing


def _names_borrowed(data: bytes, form: _Object) -> set[bytes]:
    """The names of what a form draws that has its resources, or the list of its drawings, not in itself."""
    resources = _RESOURCES.search(data, form.start, form.end)
    is_own = resources and not resources[1] and not _DRAWINGS.search(data, form.start, form.end)
    return set() if is_own else _names_drawn(data, form)


def _lender(data: bytes, form: _Object) -> int:
    """The number of the object that says what a form draws; -1 where the page does that it is drawn on."""
    resources = _RESOURCES.search(data, form.start, form.end)
    if resources is None:
        return _PAGE
    found = resources if resources[1] else _DRAWINGS.search(data, form.start, form.end)
    return int(found[1]) if found else _PAGE


def _said(data: bytes, numbers: set[int]) -> dict[int, bytes]:
    """What the objects of these numbers say, and those to which they refer for drawings; pages are all."""
    places = _places(data, numbers)
    packed = packed_objects(data) if numbers - places.keys() else {}
    said = {number: data[slice(*place)] for number, place in places.items()}
    said.update((number, packed[number][:_LONGEST_PACKED]) for number in numbers & packed.keys())
    further = {
        number: [int(found[1]) for found in islice(_DRAWINGS.finditer(words), _MOST_LISTS)]
        for number, words in said.items()
    }
    there = _places(data, {number for lists in further.values() for number in lists})
    for number, lists in further.items():
        drawn = [data[slice(*there[n])] if n in there else packed.get(n, b"") for n in lists]
        said[number] = b" ".join((said[number], *(words[:_LONGEST_PACKED] for words in drawn)))
    if _PAGE in numbers:
        said[_PAGE] = b" ".join((data, *packed.values()))
    return said


def _places(data: bytes, numbers: set[int]) -> dict[int, tuple[int, int]]:
    """Where the objects of these numbers stand, as far as they are not packed away."""
    places: dict[int, tuple[int, int]] = {}
    for begun in _OBJECT.finditer(data) if numbers else ():
        number = int(begun[1])
        if number in numbers and number not in places:
            end = _END.search(data, begun.end(), begun.end() + _LONGEST_OBJECT)
            places[number] = (begun.end(), end.start() if end else begun.end() + _LONGEST_OBJECT)
    return places


def _names_drawn(data: bytes, form: _Object) -> set[bytes]:
    """The names of what a form draws."""
    begun = _STREAM.match(data, form.end)
    end = data.find(b"endstream", form.end)
    if begun is None or end < 0:
        return set()
    content = data[begun.end() : end]
    if b"FlateDecode" in data[form.start : form.end]:
        try:
            content = zlib.decompressobj().decompress(content, _LONGEST_CONTENT)
        except zlib.error:
            return set()
    return set(_DRAWN.findall(content[:_LONGEST_CONTENT]))


def _circles(forms: dict[int, list[_Reference]]) -> list[tuple[int, int]]:
    """Where the references stand that lead from a form back to one that it is drawn by."""
    found: list[tuple[int, int]] = []
    done: set[int] = set()
    for first in forms:
        if first in done:
            continue
        above = {first}
        way = [(first, iter(forms[first]))]
        while way:
            form, references = way[-1]
            target, start, end = next(references, _Reference(-1, 0, 0))
            if target < 0:
                way.pop()
                above.discard(form)
                done.add(form)
            elif target in above:
                found.append((start, end))
            elif target in forms and target not in done:
                above.add(target)
                way.append((target, iter(forms[target])))
    return found


def claimed_pages(data: bytes) -> int:
    """How many pages the file says it has; 0 when that is packed away."""
    claimed = 0
    for pages in _objects(data, _PAGES):
        count = _COUNT.search(data, pages.start, pages.end)
        claimed = max(claimed, int(count[1]) if count else 0)
    return claimed


def is_nested_deeply(data: bytes) -> bool:
    """Whether something stands in more brackets than any reader takes notice of."""
    return any(brackets in data for brackets in _NESTED)

"""The bytes of a PDF are mended where PDFium would give up or go in a circle, and what they claim is read."""

from __future__ import annotations

import re

_FORM = re.compile(
    rb"(?<!\d)(\d{1,8})\s+\d{1,5}\s+obj\b((?:(?!endobj|stream\b).){0,20000}?/Subtype\s*/Form\b.*?)(?:endobj|stream\b)",
    re.S,
)
_REFERENCE = re.compile(rb"(?<!\d)(\d{1,8})\s+\d{1,5}\s+R\b")
_CATALOG = re.compile(
    rb"(?<!\d)(\d{1,8})\s+(\d{1,5})\s+obj\b(?:(?!endobj).){0,2000}?/Type\s*/Catalog\b", re.S
)
_PAGES = re.compile(
    rb"/Type\s*/Pages\b[^>]{0,400}?/Count\s+(\d{1,12})|/Count\s+(\d{1,12})[^>]{0,400}?/Type\s*/Pages\b"
)
_NESTED = re.compile(rb"(?:\[\s*){600}|(?:<<\s*/\w+\s*){600}")


def with_trailer(data: bytes) -> bytes:
    """The file with a trailer that leads to its catalogue, when its own is lost; else as it is."""
    catalogs = _CATALOG.findall(data)
    if not catalogs:
        return data
    number, generation = catalogs[-1]
    return data + b"\ntrailer\n<</Root %b %b R>>\nstartxref\n0\n%%%%EOF\n" % (number, generation)


def without_circles(data: bytes) -> bytes:
    """The file without forms that draw themselves, also by way of others; on these PDFium never ends.

    Forms are drawings used within drawings. What is packed into streams of objects is not seen here.
    """
    forms: dict[int, list[tuple[int, int, int]]] = {}
    for found in _FORM.finditer(data):
        start = found.start(2)
        forms[int(found[1])] = [
            (int(reference[1]), start + reference.start(), start + reference.end())
            for reference in _REFERENCE.finditer(found[2])
        ]
    circles = _circles(forms)
    if not circles:
        return data
    mended = bytearray(data)
    for start, end in circles:
        mended[start:end] = b"null".ljust(end - start)
    return bytes(mended)


def _circles(forms: dict[int, list[tuple[int, int, int]]]) -> list[tuple[int, int]]:
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
            target, start, end = next(references, (-1, 0, 0))
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
    return max((int(one or other) for one, other in _PAGES.findall(data)), default=0)


def is_nested_deeply(data: bytes) -> bool:
    """Whether something stands in more brackets than any reader takes notice of."""
    return _NESTED.search(data) is not None

"""Building: a companion is found in a text, for the commands and for the window's helping process."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

from companion.core.entries import Kind
from companion.core.found import companion_of, without_doubtful

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from companion.core.companion import Companion
    from companion.core.document import Document

ALL = tuple(Kind)


class Complaint(NamedTuple):
    """Why one line of many was left out."""

    line: int
    sentence: str


def companion_found_in(
    document: Document, *, hidden: tuple[Kind, ...] = ALL, progress: Callable[[float], None] | None = None
) -> Companion:
    """The companion that is found in a document, without the doubtful entries of the kinds `hidden`."""
    from companion.extraction.extractor import extract

    found = extract(document, progress=progress)
    if hidden:
        found = without_doubtful(found, *hidden)
    return companion_of(document, found)


def inspected(lines: Iterable[bytes], *, hidden: tuple[Kind, ...] = ALL) -> Iterator[str | Complaint]:
    """For each line, a JSON object with ``id`` and ``text``, the inspection of that text, also on one line.

    The text is taken as it stands. A line that is none of this gives a complaint; an empty one nothing.
    """
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                yield _inspected(line, hidden)
            except _UnusableError as error:
                yield Complaint(number, str(error))


class _UnusableError(Exception):
    """A line that is not as it should be."""


def _inspected(line: bytes, hidden: tuple[Kind, ...]) -> str:
    from companion.output.inspect import inspection
    from companion.readers import read_text

    name, text = _taken_apart(line)
    companion = companion_found_in(read_text(text), hidden=hidden)
    # The reader turns the ends of wrapped lines into blanks; every offset is the same in the text as it was.
    companion = replace(companion, document=replace(companion.document, text=text))
    return json.dumps(inspection(companion, name), ensure_ascii=False) + "\n"


def _taken_apart(line: bytes) -> tuple[Any, str]:
    try:
        told = json.loads(line)
    except (ValueError, RecursionError):
        raise _UnusableError("This is no JSON.") from None
    if not isinstance(told, dict) or not isinstance(told.get("text"), str) or "id" not in told:
        raise _UnusableError('This is no object with an “id” and a “text”: {"id": "1", "text": "…"}.')
    return told["id"], told["text"]

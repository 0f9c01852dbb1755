"""The reading process itself: it makes itself ready, takes one file, shuts itself in, reads and answers."""

from __future__ import annotations

import json
from functools import partial
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from companion.readers.file_kinds import book_form
from companion.readers.limits import LARGEST_FILE
from companion.readers.process import frames, readiness
from companion.readers.process.frames import BrokenOffError, read_frame, write_frame
from companion.readers.process.jail import shut_in
from companion.readers.process.serving import ANSWERED, ASKED, end, served

if TYPE_CHECKING:
    from collections.abc import Callable

    from companion.core.document import Document

_LONGEST_QUESTION = 1 << 20


def main() -> int:
    """Serves one file, then its pictures, until nobody asks any more; the status is 0."""
    return served(_serve)


def _serve() -> None:
    readiness.get_ready(ASKED)
    wanted = json.loads(read_frame(ASKED, _LONGEST_QUESTION).content)
    data = read_frame(ASKED, LARGEST_FILE).content
    path = PurePath(wanted["name"])
    _get_ready(wanted["work"], book_form(data, path.suffix), path.suffix, data)
    shut_in()
    if wanted["work"] != frames.PICTURES:
        write_frame(ANSWERED, *_answered(partial(_read, data, path, wanted)))
    while True:
        asked = json.loads(read_frame(ASKED, _LONGEST_QUESTION).content)
        write_frame(ANSWERED, *_answered(partial(_shown, data, asked)))


def _get_ready(work: str, form: str, ending: str, data: bytes) -> None:
    match work:
        case frames.PICTURES:
            readiness.get_ready_for_pictures(form)
        case frames.EVERYTHING:
            readiness.get_ready_for_everything()
        case _:
            readiness.get_ready_for(form, ending, data)


def _answered(answer: Callable[[], tuple[bytes, bytes]]) -> tuple[bytes, bytes]:
    """What there is to answer; whatever a hostile file does to a reader, it is an answer."""
    try:
        return answer()
    except (BrokenOffError, BrokenPipeError):
        raise
    except Exception as error:
        return frames.FAILURE, type(error).__name__.encode()


def _read(data: bytes, path: PurePath, wanted: dict[str, Any]) -> tuple[bytes, bytes]:
    from companion.readers import UnreadableError, document_in
    from companion.readers.process.document_form import encoded
    from companion.readers.process.message_form import message_told

    try:
        begun = _begin if wanted["beginning"] else None
        document = document_in(data, path, encoding=wanted["encoding"], progress=_tell, begun=begun)
        return frames.DOCUMENT, encoded(document)
    except UnreadableError as error:
        return frames.REFUSAL, json.dumps(message_told(error.sentence)).encode("ascii")


def _shown(data: bytes, asked: dict[str, Any]) -> tuple[bytes, bytes]:
    from companion.readers.process.showing import pixels_in

    found = pixels_in(data, asked["form"], asked["source"], asked["width"], asked["height"])
    return (frames.NOTHING, b"") if found is None else (frames.PICTURE, found)


def _begin(beginning: Document) -> None:
    from companion.readers.process.document_form import encoded

    form = encoded(beginning)
    if len(form) <= frames.LARGEST_BEGINNING:
        write_frame(ANSWERED, frames.BEGINNING, form)


def _tell(share: float) -> None:
    write_frame(ANSWERED, frames.PROGRESS, f"{share:.3f}".encode("ascii"))


if __name__ == "__main__":
    end(main())

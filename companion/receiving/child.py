"""The process that reads a file of another program: it makes itself ready, shuts itself in, and answers."""

from __future__ import annotations

import contextlib
import json
from importlib import import_module

from companion.core.message import ToldError
from companion.exchange.arrived import LARGEST
from companion.exchange.arriving import arrived
from companion.readers.process import frames
from companion.readers.process.frames import read_frame, write_frame
from companion.readers.process.jail import shut_in
from companion.readers.process.message_form import message_told
from companion.readers.process.serving import ANSWERED, ASKED, end, served
from companion.receiving.arrived_form import arrived_told

_LATER = (
    "heapq",
    "html.entities",
    "encodings.cp1252",
    "encodings.cp437",
    "encodings.utf_16",
    "encodings.idna",
)
"""What Python itself loads only when it is needed."""

_TRIALS = (
    b"Title (Author)\n- Your Highlight on page 1 | Added on Monday, 1 May 2024 10:00:00\n\nA\n==========\n",
    b"Highlight,Title,Author,URL,Note,Location,Date\nWords,T,A,,,1,2024-01-01 10:00:00\n",
    b'{"events": [{"start_date": {"year": 1643}, "text": {"headline": "It &amp; <b>falls</b>"}}]}',
    b'[{"target": {"selector": {"type": "TextQuoteSelector", "exact": "Words"}}, "body": "Note"}]',
    b'{"type": "calibre_highlights", "highlights": [{"type": "highlight", "highlighted_text": "Words"}]}',
    b'-- X-Ray\nreturn {["characters"] = {{["name"] = "A"}}, ["timeline"] = {{["event"] = "May 1643: x"}}}',
    b'return {["annotations"] = {{["text"] = "Words", ["datetime"] = "2024-01-01 10:00:00"}}}',
    b"SQLite format 3\0",
    b"PK\x03\x04",
)
"""Small files that are read to load what is loaded only then."""


def main() -> int:
    """Serves one file; the status is 0."""
    return served(_serve)


def _serve() -> None:
    _get_ready()
    data = read_frame(ASKED, LARGEST).content
    shut_in()
    write_frame(ANSWERED, *_answered(data))


def _get_ready() -> None:
    for module in _LATER:
        import_module(module)
    for trial in _TRIALS:
        with contextlib.suppress(ToldError):
            arrived_told(arrived(trial))


def _answered(data: bytes) -> tuple[bytes, bytes]:
    """What there is to answer; whatever a hostile file does to a reader, it is an answer."""
    try:
        return frames.DOCUMENT, arrived_told(arrived(data))
    except ToldError as error:
        return frames.REFUSAL, json.dumps(message_told(error.sentence)).encode("ascii")
    except Exception as error:
        return frames.FAILURE, type(error).__name__.encode()


if __name__ == "__main__":
    end(main())

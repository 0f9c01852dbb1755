"""Asking: the bytes of a file are given to the process that reads them, and its answer is looked at."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from companion import RECEIVE_COMMAND
from companion.core.message import Message
from companion.core.system_errors import why
from companion.exchange.arrived import LARGEST, ForeignError
from companion.readers.process import frames
from companion.readers.process.command import command
from companion.readers.process.frames import BrokenOffError, Frame
from companion.readers.process.message_form import MalformedError, message_read
from companion.readers.process.reading_process import LONGEST, LONGEST_FOR_A_MEGABYTE, ReadingProcess
from companion.readers.process.refusals import broken_off, not_begun, too_long, too_much
from companion.receiving.arrived_form import arrived_read

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from companion.exchange.arrived import Arrived


def received_from(path: Path, report: Callable[[float], None]) -> Arrived:
    """What a file that another program wrote holds, as `received` gives it. Raises `OSError` besides."""
    with path.open("rb") as file:
        data = file.read(LARGEST + 1)  # one more tells that there is too much
    return received(data, path.name, report)


def received(data: bytes, name: str, report: Callable[[float], None]) -> Arrived:
    """What the bytes of a file of that name hold, which another program wrote.

    They are taken apart by a process that can open nothing, with the limits of one that reads a book.
    `report` is told several times a second that this still goes on; whatever it raises ends the process.
    Raises `ForeignError`.
    """
    if len(data) > LARGEST:
        raise ForeignError(Message("This file is too large; no program keeps so many notes."))
    patience = LONGEST + LONGEST_FOR_A_MEGABYTE * len(data) / 1_000_000
    try:
        process = ReadingProcess(_command())
    except OSError as error:
        raise ForeignError(not_begun(name, why(error)).sentence) from error
    try:
        return _arrived_in(process.answer([Frame(frames.FILE, data)], patience, report), name)
    except (BrokenOffError, MalformedError):
        raise ForeignError(broken_off(name).sentence) from None
    except TimeoutError:
        raise ForeignError(too_long(name, patience).sentence) from None
    finally:
        process.end()


def _command() -> list[str]:
    return command(RECEIVE_COMMAND, "companion.receiving.child")


def _arrived_in(answer: Frame, name: str) -> Arrived:
    match answer.letter:
        case frames.DOCUMENT:
            return arrived_read(answer.content)
        case frames.REFUSAL:
            try:
                raise ForeignError(message_read(json.loads(answer.content)))
            except (ValueError, RecursionError):
                raise BrokenOffError from None
        case frames.FAILURE if answer.content == b"MemoryError":
            raise ForeignError(too_much(name).sentence)
    raise BrokenOffError

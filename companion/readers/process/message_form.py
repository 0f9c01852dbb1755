"""The form of a Message: its template and its parts as JSON has them, checked when they come back."""

from __future__ import annotations

from typing import Any

from companion.core.message import Message, Part
from companion.readers.process.sound_words import is_sound, sound

_DEEPEST = 4
_LONGEST, _MOST_PARTS = 20_000, 20
_LARGEST_NUMBER = 10**15


class MalformedError(ValueError):
    """Bytes that are not the form of anything."""


def check(is_as_it_should_be: bool) -> None:
    """Raises MalformedError where what a process told breaks a rule."""
    if not is_as_it_should_be:
        raise MalformedError("a rule is broken")


def message_told(words: str) -> Any:
    """What JSON can hold of a message: its template, comment, number and parts; words alone as they are."""
    if not isinstance(words, Message):
        return sound(words)
    parts = {
        name: part if isinstance(part, int) else message_told(part) for name, part in words.parts.items()
    }
    return [sound(words.template), words.comment, words.number, parts]


def message_read(told: Any) -> Message:
    """The message of which JSON has told. Raises MalformedError for anything else."""
    found = _part(told, _DEEPEST)
    if not isinstance(found, Message):
        raise MalformedError("no message")
    return found


def _part(told: Any, depth: int) -> Part:
    match told:
        case str() if len(told) <= _LONGEST and is_sound(told):
            return told
        case bool():
            pass
        case int() if abs(told) < _LARGEST_NUMBER:
            return told
        case [str() as template, str() as comment, int() as number, dict() as parts] if depth:
            words = (template, comment, *parts)
            if len(parts) <= _MOST_PARTS and all(len(one) <= _LONGEST and is_sound(one) for one in words):
                inner = {name: _part(part, depth - 1) for name, part in parts.items()}
                if abs(number) < _LARGEST_NUMBER:
                    return Message.anew(template, comment, number, inner)
    raise MalformedError("no part of a message")

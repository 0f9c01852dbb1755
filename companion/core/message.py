"""Message: a sentence for the reader, in English, that keeps its parts so that it can be translated."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

Part = str | int
"""A part of a sentence: words as they are, another message, or a number of things.

A number is written with separators of thousands; a year or a line of a file is therefore given as words.
"""

_NUMBER = "%Ln"
_NAME = re.compile(r"\{(\w+)\}")


class Message(str):
    """A sentence in English, made of a template and its parts; it remembers both, and can be said anew.

    ``{name}`` in the template stands for the part of that name, all other signs for themselves. `number`
    stands for ``%Ln`` and chooses among the plural forms of a language; English has a message of its own for
    one thing. `comment` tells equal templates apart. Where a message is made its template is written
    out, since the tools of translators find it there. It is a `str`: whoever knows nothing of translations
    has the English sentence.
    """

    __slots__ = ("comment", "number", "parts", "template")

    template: str
    comment: str
    number: int
    parts: Mapping[str, Part]

    def __new__(cls, template: str, comment: str = "", number: int = -1, /, **parts: Part) -> Message:
        """The sentence of a template."""
        counted = template.replace(_NUMBER, _in_english(number))
        message = super().__new__(cls, filled(counted, parts, _in_english))
        message.template, message.comment, message.number, message.parts = template, comment, number, parts
        return message

    @classmethod
    def anew(cls, template: str, comment: str, number: int, parts: Mapping[str, Part]) -> Message:
        """A sentence from what was kept of it; new ones are written out where they are made."""
        return cls(template, comment, number, **parts)

    def __getnewargs_ex__(self) -> tuple[tuple[str, str, int], dict[str, Part]]:
        """What a copy is made of; the words alone would be taken for a template."""
        return (self.template, self.comment, self.number), dict(self.parts)


class ToldError(Exception):
    """An error that the reader is told of in one `sentence`."""

    def __init__(self, sentence: Message) -> None:
        super().__init__(sentence)
        self.sentence = sentence


def filled(template: str, parts: Mapping[str, Part], say: Callable[[Part], str]) -> str:
    """The template with its parts, each as `say` says it; a name without a part stays as it is."""
    return _NAME.sub(lambda name: say(parts[name[1]]) if name[1] in parts else name[0], template)


def _in_english(part: Part) -> str:
    return part if isinstance(part, str) else f"{part:,}"

"""Front matter: what a text is called, whose it is and in which language, by its companion or by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from companion.core.companion import Companion


class Front(NamedTuple):
    """Title, author and language (a BCP 47 tag) of a text; empty where nobody says."""

    title: str
    author: str
    language: str


def front_of(companion: Companion) -> Front:
    """What a person wrote in the companion file, or else what was read from the text or its file's name."""
    written, read = companion.entries, companion.document
    return Front(
        written.title or read.title, written.author or read.author, written.language or read.language
    )

"""Elision: the "d’" before a surname is a part of it, as where the name stands behind a title."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from companion.extraction.names.finding import Name

_ELIDED = ("d’", "d'")
_SIGNS = frozenset("’'")


def with_elided(text: str, names: Sequence[Name]) -> list[Name]:
    """`names` of `text`: "Avrigny" is "d’Avrigny" if that stands there, and "M. d’Avrigny" elsewhere."""
    bare = [name for name in names if name.before in _SIGNS and text[name.start - 2 : name.start] in _ELIDED]
    if not bare:
        return list(names)
    known = {name.form.rsplit(" ", 1)[-1].casefold() for name in names if _is_elided(name.form)}
    return [_elided(text, name, known) if name.before in _SIGNS else name for name in names]


def _is_elided(form: str) -> bool:
    return form.rsplit(" ", 1)[-1][:2].casefold() in _ELIDED


def _elided(text: str, name: Name, known: set[str]) -> Name:
    start = name.start - 2
    first = name.form.partition(" ")[0]
    if (
        text[start : name.start] not in _ELIDED
        or f"{text[start : name.start]}{first}".casefold() not in known
    ):
        return name
    if start and text[start - 1].isalnum():
        return name
    return name._replace(
        start=start, form=f"{text[start : name.start]}{name.form}", before=_before(text, start)
    )


def _before(text: str, start: int) -> str:
    word = (
        text[max(0, start - 24) : start].rstrip(" ").rpartition(" ")[2]
        if text[start - 1 : start] == " "
        else ""
    )
    return word.lower() if word.isalpha() else word[-1:]

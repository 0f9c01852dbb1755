"""What a reference in a book leads to: a place in the book, an address outside, or nothing."""

from __future__ import annotations

import posixpath
import re
from functools import lru_cache

_ESCAPE = re.compile(rb"%([0-9A-Fa-f]{2})")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_OUTSIDE = re.compile(r"(?:https?://|mailto:)[^\s\x00-\x20]", re.I)
_LONGEST_ADDRESS = 2_000


def key_of(file: str, fragment: str = "") -> str:
    """The name of a place in a file of the book, or of the file's beginning."""
    return f"/{file}#{fragment}"


def target_of(reference: str, file: str) -> str:
    """What a reference in `file` leads to: the key of a place, an address outside; empty when nothing.

    Of addresses only those of the web and of mail are kept; a script or a file of this computer is none.
    """
    reference = reference.strip()
    if _SCHEME.match(reference):
        is_kept = len(reference) <= _LONGEST_ADDRESS and _OUTSIDE.match(reference)
        return "".join(sign for sign in reference if sign.isprintable()) if is_kept else ""
    path, _, fragment = reference.partition("#")
    if not path:
        return key_of(file, unescaped(fragment)) if fragment else ""
    target = within(path, file)
    return key_of(target, unescaped(fragment)) if target else ""


def within(path: str, file: str) -> str:
    """The name of the file that `path`, as `file` names it, has in the book; empty when it lies outside."""
    path = unescaped(path.strip().partition("#")[0].partition("?")[0])
    if not path or _SCHEME.match(path) or path.startswith(("//", "\\")) or "\0" in path:
        return ""
    folder = "" if path.startswith("/") else _folder(file)
    found = posixpath.normpath(posixpath.join(folder, path.lstrip("/")))
    return "" if found.startswith("..") or found == "." else found


@lru_cache(maxsize=100)
def _folder(file: str) -> str:
    return posixpath.dirname(file)


def is_outside(target: str) -> bool:
    """Whether what ``target_of`` gave is an address outside the book."""
    return bool(_OUTSIDE.match(target))


def unescaped(reference: str) -> str:
    """A reference with the signs that its ``%20`` and the like stand for."""
    if "%" not in reference:
        return reference
    return _ESCAPE.sub(_byte, reference.encode("utf-8", "replace")).decode("utf-8", "replace")


def _byte(escape: re.Match[bytes]) -> bytes:
    return bytes((int(escape[1], 16),))

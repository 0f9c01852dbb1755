"""Where the bundled files are: in a checkout, an editable install, a wheel or a frozen build."""

from __future__ import annotations

import atexit
from contextlib import ExitStack
from importlib.resources import as_file, files
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

_unpacked = ExitStack()
atexit.register(_unpacked.close)


def _root() -> Traversable:
    packed = files("companion") / "resources"
    if packed.is_dir():
        return packed
    return Path(__file__).resolve().parent.parent / "resources"


def text(*parts: str) -> str:
    """The bundled text file at `parts` below ``resources/``; FileNotFoundError when there is none."""
    return _root().joinpath(*parts).read_text("utf-8")


def names(*parts: str) -> list[str]:
    """The names of the files in a folder below ``resources/``, sorted."""
    return sorted(child.name for child in _root().joinpath(*parts).iterdir())


def path(*parts: str) -> Path:
    """A real file or folder for what wants a name and not bytes; kept until the program ends."""
    return _unpacked.enter_context(as_file(_root().joinpath(*parts)))

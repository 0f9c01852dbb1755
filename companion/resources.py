"""Where the bundled files are: in a checkout, an editable install, a wheel or a frozen build."""

from __future__ import annotations

from functools import cache
from pathlib import Path


@cache
def _root() -> Path:
    """Within the package, as a wheel and a frozen build have it, or beside it, as a checkout does."""
    packed = Path(__file__).resolve().parent / "resources"
    return packed if packed.is_dir() else packed.parent.parent / "resources"


def text(*parts: str) -> str:
    """The bundled text file at `parts` below ``resources/``; FileNotFoundError when there is none."""
    return _root().joinpath(*parts).read_text("utf-8")


def names(*parts: str) -> list[str]:
    """The names of the files in a folder below ``resources/``, sorted."""
    return sorted(child.name for child in _root().joinpath(*parts).iterdir())


def path(*parts: str) -> Path:
    """The bundled file or folder at `parts` below ``resources/``."""
    return _root().joinpath(*parts)

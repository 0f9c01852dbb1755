"""Beside: where the companion file of a text lies. Loads nothing, so that a window can ask at once."""

from __future__ import annotations

import os.path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_ENDINGS = (".companion.yaml", ".companion.yml")


def companion_path(text_path: Path) -> Path | None:
    """The companion file beside a text: ``x.companion.yaml`` for ``x.epub``; None when there is none."""
    for stem in dict.fromkeys((text_path.stem, text_path.name)):
        for ending in _ENDINGS:
            path = text_path.with_name(stem + ending)
            if os.path.isfile(path) and path != text_path:  # False, not an error, for too long a name
                return path
    return None

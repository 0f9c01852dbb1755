"""Clean text: what a file says without the signs that nobody sees, and how it is quoted in a sentence."""

from __future__ import annotations

import re

_HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)
"""Controls, marks that turn the direction of a line, soft hyphens and other signs that are not seen.

Joiners and the marks of right-to-left words stay: some scripts are written with them.
"""


def clean(text: str) -> str:
    """The text without control characters, without signs that turn its direction, without blanks round it."""
    return (text if text.isprintable() else _HIDDEN.sub("", text)).strip()


def shown(text: str) -> str:
    """Words quoted in a sentence: on one line, and cut when they are long."""
    line = " ".join(clean(text).split())
    return line if len(line) <= 60 else line[:59].rstrip() + "…"

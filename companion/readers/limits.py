"""How large a file may be, and how deep its structure, before a reader refuses it or takes it in pieces."""

from __future__ import annotations

LARGEST_FILE = 64 * 1024 * 1024
"""Bytes. The longest novels stay below 15 MB; a text of this size still opens within 30 s and 1.5 GB."""

LARGEST_MARKDOWN = 4_000_000
"""Code points. The Markdown parser takes a second for a million; a longer text is shown as plain text."""

LONGEST_BLOCK = 20_000
"""Code points. A block is laid out as a whole when it is first seen; a longer one would halt scrolling."""

DEEPEST_NESTING = 20
"""Levels of lists and quotations that are told apart; deeper ones are shown at this depth."""

SAMPLE = 65_536
"""Bytes or code points that are looked at when the nature of a whole file is judged."""

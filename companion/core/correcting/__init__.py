"""Correcting: what a reader mended is laid over a companion, be it written or found, old or built anew."""

from companion.core.correcting.applying import Corrected, Left, beyond_doubt, corrected, doubtful_ones
from companion.core.correcting.differing import Change, corrections_for, difference

__all__ = [
    "Change",
    "Corrected",
    "Left",
    "beyond_doubt",
    "corrected",
    "corrections_for",
    "difference",
    "doubtful_ones",
]

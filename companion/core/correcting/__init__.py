"""Correcting: what a reader mended is laid over a companion, be it written or found, old or built anew."""

from companion.core.correcting.applying import Corrected, Left, beyond_doubt, corrected, doubtful_ones

__all__ = ["Corrected", "Left", "beyond_doubt", "corrected", "doubtful_ones"]

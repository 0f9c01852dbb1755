"""Correcting: what a reader mended is laid over a companion, be it written or found, old or built anew."""

from companion.core.correcting.applying import Corrected, Left, corrected, with_meant

__all__ = ["Corrected", "Left", "corrected", "with_meant"]

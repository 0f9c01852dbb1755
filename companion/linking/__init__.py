"""Linking: where the entries of a companion are named in the text, in one pass over it."""

from companion.linking.linker import link
from companion.linking.seeking import seek

__all__ = ["link", "seek"]

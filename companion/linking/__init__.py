"""Linking: where the entries of a companion are named in the text, in one pass over it."""

from companion.linking.linker import link, with_needed_pins
from companion.linking.seeking import seek

__all__ = ["link", "seek", "with_needed_pins"]

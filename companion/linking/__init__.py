"""Linking: where the entries of a companion are named in the text, in one pass over it."""

from companion.linking.linker import link

__all__ = ["link"]

"""Files of other programs are read in a process that is shut in, as books are."""

from companion.receiving.asking import received, received_from

__all__ = ["received", "received_from"]

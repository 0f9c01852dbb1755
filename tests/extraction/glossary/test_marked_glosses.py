"""What a file itself marks as explained is believed, and comes before what a section or a sentence says."""

from __future__ import annotations

from companion.core.document import Block, BlockKind, Document, Gloss, Section
from companion.extraction.glossary.own import own_terms
from companion.extraction.source import source_of

STORY = "The defenders rushed out of the sally port. The moat was dry."
HEADING = "Glossary"
ITEMS = ["moat – a ditch round a wall", "sally port – a hidden gate", "keep – the last tower"]


def test_marked_terms_come_first_and_once() -> None:
    text = "\n".join([STORY, HEADING, *ITEMS])
    starts = [text.index(line) for line in (STORY, HEADING, *ITEMS)]
    kinds = [BlockKind.PARAGRAPH, BlockKind.HEADING, *[BlockKind.PARAGRAPH] * 3]
    blocks = [
        Block(kind, start, start + len(line))
        for kind, start, line in zip(kinds, starts, (STORY, HEADING, *ITEMS), strict=True)
    ]
    gate = text.index("a hidden gate")
    document = Document(
        text,
        tuple(blocks),
        (Section(HEADING, 1, starts[1], len(text)),),
        language="en",
        glosses=(Gloss("Sally port", gate, gate + len("a hidden gate")),),
    )
    found = own_terms(source_of(document))
    assert [(one.term, one.definition) for one in found] == [
        ("Sally port", "a hidden gate"),
        ("moat", "a ditch round a wall"),
        ("keep", "the last tower"),
    ]

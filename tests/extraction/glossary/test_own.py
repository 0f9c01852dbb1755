"""The ways in which a text writes its own glossary."""

from __future__ import annotations

import pytest

from companion.extraction.glossary.own import own_terms
from companion.extraction.source import source_of
from companion.readers.markdown import read_markdown
from companion.readers.plain import read_plain

STORY = "The defenders rushed out of the sally port. The moat was dry, and they went to the keep.\n\n"
KEEP, MOAT, PORT = (
    ("keep", "the last tower"),
    ("moat", "a ditch round a wall"),
    ("sally port", "a hidden gate"),
)


def plain(glossary: str) -> list[tuple[str, str]]:
    found = own_terms(source_of(read_plain(f"{STORY}GLOSSARY\n\n{glossary}\n", "a")))
    return [(one.term.lower(), one.definition.lower().rstrip(".")) for one in found]


def marked(glossary: str) -> list[tuple[str, str]]:
    found = own_terms(source_of(read_markdown(f"{STORY}# Glossary\n\n{glossary}\n", "a")))
    return [(one.term.lower(), one.definition.lower().rstrip(".")) for one in found]


@pytest.mark.parametrize(
    "glossary",
    [
        "keep: the last tower\nmoat: a ditch round a wall\nsally port: a hidden gate",
        "KEEP.--The last tower.\n\nMOAT.--A ditch round a wall.\n\nSALLY PORT.--A hidden gate.",
        "Keep. The last tower.\n\nMoat. A ditch round a wall.\n\nSally port. A hidden gate.",
        "_Keep_, the last tower.\n\n_Moat_, a ditch round a wall.\n\n_Sally port_, a hidden gate.",
        "Keep (n.): the last tower.\n\nMoat (n.) a ditch round a wall.\n\nSally port (n.) - a hidden gate.",
        "Keep\tthe last tower\nMoat\ta ditch round a wall\nSally port\ta hidden gate",
        "KEEP — the last tower\n\nMOAT — a ditch round a wall\n\nSALLY PORT — a hidden gate",
    ],
)
def test_plain_text_parts_terms_in_many_ways(glossary: str) -> None:
    assert plain(glossary) == [KEEP, MOAT, PORT]


def test_a_line_that_begins_no_item_goes_on_with_the_last() -> None:
    found = plain("Keep: the last tower, which was\n  held to the end\nMoat: a ditch\nround a wall")
    assert found == [("keep", "the last tower, which was held to the end"), MOAT]


@pytest.mark.parametrize(
    "glossary",
    [
        "Keep: the last tower\nMoat: a ditch round a wall\nSally port: a hidden gate",
        "**Keep**: the last tower. **Moat**: a ditch round a wall. **Sally port**: a hidden gate.",
        "**Keep:** the last tower\n\n**Moat** a ditch round a wall\n\n**Sally port** — a hidden gate",
        "- *Keep*, the last tower\n- *Moat*, a ditch round a wall\n- *Sally port*, a hidden gate",
    ],
)
def test_several_items_may_stand_in_one_paragraph(glossary: str) -> None:
    assert marked(glossary) == [KEEP, MOAT, PORT]


def test_the_span_is_that_of_the_item() -> None:
    source = source_of(read_markdown(f"{STORY}# Glossary\n\nKeep: the last tower\nMoat: a ditch\n", "a"))
    spans = [source.text[one.span.start : one.span.end] for one in own_terms(source)]
    assert spans == ["Keep: the last tower", "Moat: a ditch"]


@pytest.mark.parametrize(
    "words",
    [
        "A moat is nice. We like it.\n\nKeep to the left, please.\n\nSo it goes. And so on.",
        "When the war came, they went.\n\nThen, at last, they came.\n\nHe was there, too.",
        "Zeal. They had it.\n\nMoats. They dug.\n\nArms. They bore.",
    ],
)
def test_paragraphs_under_such_a_heading_are_no_glossary(words: str) -> None:
    assert plain(words) == []

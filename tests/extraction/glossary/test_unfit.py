from __future__ import annotations

import pytest

from companion.core.document import Block, BlockKind, Document, Span
from companion.extraction.glossary.unfit import is_never_in_prose, is_no_term, stands_apart
from companion.extraction.source import Source, source_of


@pytest.mark.parametrize(
    "key",
    [
        "chapter two", "book iv", "figure 2", "fig 3a", "table 4.1", "phase 2", "winter of 1943", "mid-may",
        "june", "mondays",
        "early spring 1943", "image2", "cover jpg", "you're uh", "i'm", "project gutenberg literary archive",
        "following drawing", "besides providing", "vast army", "additional quinine", "bɛʁˈnʊli",
    ],
)  # fmt: skip
def test_divisions_figures_dates_files_talk_and_measures_are_no_terms(key: str) -> None:
    assert is_no_term(key)


@pytest.mark.parametrize(
    "key",
    [
        "panic of 1837",
        "compromise of 1850",
        "figurehead",
        "table of nations",
        "letters patent",
        "type theory",
        "may fourth movement",
        "vastness",
        "same-sex marriage",
    ],
)
def test_names_with_a_year_and_words_that_begin_alike_may_be(key: str) -> None:
    assert not is_no_term(key)


def _source(*parts: tuple[BlockKind, str]) -> Source:
    text, blocks = "", []
    for kind, words in parts:
        blocks.append(Block(kind, len(text), len(text) + len(words)))
        text += f"{words}\n\n"
    return source_of(Document(text=text, blocks=tuple(blocks)))


def test_what_stands_in_code_and_in_the_words_for_a_picture_only_is_never_in_prose() -> None:
    source = _source(
        (BlockKind.PREFORMATTED, "cflags = -Wall"),
        (BlockKind.PARAGRAPH, "The compiler takes its options from there, and nobody else needs to know."),
        (BlockKind.PICTURE, "full-screen image"),
    )
    at = source.text.index
    flags, image, compiler = (Span(at(word), at(word) + 4) for word in ("cflags", "image", "compiler"))
    assert is_never_in_prose(source, [flags, image])
    assert not is_never_in_prose(source, [flags, compiler])
    assert stands_apart(source, flags.start)
    assert not stands_apart(source, compiler.start)


def test_a_text_that_is_all_set_as_it_was_typed_has_its_prose_there() -> None:
    source = _source((BlockKind.PREFORMATTED, "The postern is a small hidden gate."))
    assert not is_never_in_prose(source, [Span(4, 11)])

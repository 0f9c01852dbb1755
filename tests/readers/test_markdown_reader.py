from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.core.document import BlockKind, Document, Style
from companion.readers import read_text
from companion.readers.limits import LONGEST_BLOCK, MOST_MARKS


def _read(text: str) -> Document:
    return read_text(text, "markdown", "file")


def _shape(text: str) -> list[tuple[str, int, str, str]]:
    document = _read(text)
    return [
        (block.kind.value, block.level, block.marker, document.text[block.start : block.end])
        for block in document.blocks
    ]


def _styled(document: Document) -> list[tuple[str, Style]]:
    return [(document.text[run.start : run.end], run.style) for run in document.styles]


def test_headings_and_paragraphs() -> None:
    document = _read(
        "# The Walks\n\nOne day\nhe went.\n\n## The Hills\n\nThere.\n\nThe Sea\n-------\n\nHere.\n"
    )
    assert document.text == "The Walks\n\nOne day he went.\n\nThe Hills\n\nThere.\n\nThe Sea\n\nHere."
    assert document.title == "The Walks"
    assert [(section.title, section.level) for section in document.sections] == [
        *(("The Walks", 1), ("The Hills", 2), ("The Sea", 2))
    ]
    assert document.sections[1].end == document.sections[2].start


def test_styles_keep_their_place_after_an_astral_sign_and_a_combining_accent() -> None:
    document = _read("\U0001f600 Cafe\u0301 *Enver **Hoxha*** and `code`")
    assert document.text == "\U0001f600 Cafe\u0301 Enver Hoxha and code"
    assert _styled(document) == [
        *(("Enver Hoxha", Style.EMPHASIS), ("Hoxha", Style.STRONG), ("code", Style.CODE))
    ]


def test_a_style_goes_on_after_a_hard_break() -> None:
    document = _read("*Roses are red,  \nviolets blue*")
    assert _styled(document) == [("Roses are red,", Style.EMPHASIS), ("violets blue", Style.EMPHASIS)]


def test_lines_that_all_end_on_purpose_are_verse() -> None:
    assert _shape("Roses are red,  \nviolets\\\nblue") == [
        *(("verse", 0, "", "Roses are red,"), ("verse", 0, "", "violets"), ("verse", 0, "", "blue"))
    ]
    assert [kind for kind, *_ in _shape("A line\nthat wraps,  \nand a break")] == ["paragraph", "paragraph"]


def test_lists_have_signs_and_depth() -> None:
    assert _shape("1. one\n\n   more\n2. two\n   - deep\n\n- [ ] open\n- [x] done\n") == [
        ("item", 0, "1.", "one"),
        ("item", 0, "", "more"),
        ("item", 0, "2.", "two"),
        ("item", 1, "•", "deep"),
        ("item", 0, "☐", "open"),
        ("item", 0, "☑", "done"),
    ]


def test_quotations_have_depth() -> None:
    assert _shape("> said\n>\n> > again\n>\n> - listed\n") == [
        *(("quotation", 0, "", "said"), ("quotation", 1, "", "again"), ("item", 1, "•", "listed"))
    ]


def test_code_and_scene_breaks() -> None:
    assert _shape("```py\n  a = 1\n\nb\n```\n\n***\n\n    indented\n") == [
        *(
            ("preformatted", 0, "", "  a = 1\n\nb"),
            ("rule", 0, "", "* * *"),
            ("preformatted", 0, "", "indented"),
        )
    ]


def test_links_keep_their_words_and_pictures_their_descriptions() -> None:
    document = _read(
        "See [the *map*](http://a.b), <http://c.d> and ![a tree](t.png) there.\n\n![Alone](x.png)\n"
    )
    assert document.text == "See the map, http://c.d and a tree there.\n\nAlone"
    assert [block.kind for block in document.blocks] == [BlockKind.PARAGRAPH, BlockKind.CAPTION]


def test_a_picture_without_a_description_leaves_nothing() -> None:
    assert _shape("![](x.png)\n\nWords.\n") == [("paragraph", 0, "", "Words.")]


def test_links_lead_to_headings_and_addresses() -> None:
    document = _read(
        "# The Hills\n\nSee [the *map*](http://a.b), [there](#the-hills-1), [here](#the-hills),\n"
        "[none](x.md), [bad](javascript:a) and <http://c.d>.\n\n## The hills!\n\n[one  \ntwo](http://e.f)"
    )
    first, second = (section.start for section in document.sections)
    assert [(document.text[k.start : k.end], k.address or k.place) for k in document.links] == [
        ("the map", "http://a.b"),
        ("there", second),
        ("here", first),
        ("http://c.d", "http://c.d"),
        ("one", "http://e.f"),
        ("two", "http://e.f"),
    ]


def _notes(document: Document) -> list[tuple[str, str]]:
    text = document.text
    return [(text[n.start : n.end], text[n.note_start : n.note_end]) for n in document.note_marks]


def test_notes_stand_at_the_end_in_the_order_of_their_marks() -> None:
    document = _read(
        "One[^b], two[^a] and none[^c].\n\n[^a]: The *first* note.\n\n    More of it[^d].\n"
        "[^b]: The second.\n\nWords.\n\n[^d]: Deep.\n[^d]: Again.\n\n> - Said[^a].\n"
    )
    assert [(b.kind.value, b.marker, document.text[b.start : b.end]) for b in document.blocks] == [
        ("paragraph", "", "One[1], two[2] and none[^c]."),
        ("paragraph", "", "Words."),
        ("item", "•", "Said[2]."),
        ("rule", "", "* * *"),
        ("item", "1.", "The second."),
        ("item", "2.", "The first note."),
        ("item", "", "More of it[3]."),
        ("item", "3.", "Deep."),
        ("item", "4.", "Again."),
    ]
    first = "The first note.\n\nMore of it[3]."
    assert _notes(document) == [("[1]", "The second."), ("[2]", first), ("[2]", first), ("[3]", "Deep.")]
    assert _styled(document) == [("first", Style.EMPHASIS)]


def test_a_note_may_hold_lists_and_code_and_another_note() -> None:
    document = _read("One[^1].\n\n[^1]: \n    - a\n    - b\n\n        code\n\n    [^2]: within\n")
    assert _notes(document) == [("[1]", document.text[document.text.index("a\n") :])]
    deep = _read("Words.\n\n" + "[^1]: " * 1000)
    assert (deep.text, len(deep.warnings)) == ("Words.", 1)


@pytest.mark.parametrize("words", ["[^]: a", "[^ a]: b", "[^a", "[^a] : b", "`[^1]`", "\\[^1]", "[^1]"])
def test_what_is_no_note(words: str) -> None:
    assert _read(f"Words {words}").note_marks == ()


def test_a_table_keeps_its_cells() -> None:
    document = _read("> | | Men |\n> |---|---|\n> | *Alpha* | 12 |\n> | [B](http://a.b) | |\n")
    assert document.text == "\u200b\tMen\nAlpha\t12\nB\t"
    assert _styled(document) == [("Alpha", Style.EMPHASIS)]
    assert [(b.kind.value, b.level) for b in document.blocks] == [("table", 0)]
    (table,) = document.tables
    assert (table.start, table.end) == document.blocks[0].span
    assert [(document.text[c.start : c.end], *c[2:]) for c in table.cells] == [
        ("", 0, 0, 1, 1, True),
        ("Men", 0, 1, 1, 1, True),
        ("Alpha", 1, 0, 1, 1, False),
        ("12", 1, 1, 1, 1, False),
        ("B", 2, 0, 1, 1, False),
        ("", 2, 1, 1, 1, False),
    ]
    assert [document.text[k.start : k.end] for k in document.links] == ["B"]


def test_a_table_of_long_cells_is_told_row_by_row() -> None:
    long = "a cell of many words " * 30
    document = _read(f"| Name | About |\n|---|---|\n| Alpha | {long} |\n| Beta | |\n")
    assert [document.text[block.start : block.end] for block in document.blocks] == [
        *(f"Name: Alpha; About: {long.strip()}", "Name: Beta")
    ]
    assert document.tables == ()


def test_html_leaves_its_words_and_a_warning() -> None:
    document = _read("A <b>bold</b> word<br>and more.\n\n<div class='x'>In a box<p>twice</p></div>\n")
    assert document.text == "A bold word\nand more.\n\nIn a box\n\ntwice"
    assert document.warnings == ("HTML was left out; only its words are shown.",)


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>\nalert('SECRET')\n</script>",
        "<style>SECRET{}</style>",
        "<!-- SECRET -->",
        "<!-- SECRET",
        "words <script>SECRET</script>",
        "<div><script>SECRET",
        "<?php SECRET ?>",
        '<iframe src="SECRET"></iframe>',
        '[words](SECRET "SECRET")',
        "[SECRET]: http://SECRET",
    ],
)
def test_what_was_never_meant_to_be_read(hidden: str) -> None:
    assert "SECRET" not in _read(f"Shown.\n\n{hidden}\n").text


def test_a_comment_is_no_cause_for_a_warning() -> None:
    assert _read("Shown.\n\n<!-- not shown -->\n").warnings == ()


def test_the_head_of_a_file_states_title_author_and_language() -> None:
    document = _read('---\ntitle: "The Walks"\nauthor: Anna Verl\nlang: de\n---\n\n# Other\n\nWords.\n')
    assert (document.title, document.author, document.language) == ("The Walks", "Anna Verl", "de")
    assert document.text == "Other\n\nWords."


def test_a_scene_break_at_the_start_is_not_a_head() -> None:
    assert [kind for kind, *_ in _shape("---\n\nWords.\n\n---\n")] == ["rule", "paragraph", "rule"]


def test_a_text_without_a_heading_is_called_after_its_file() -> None:
    assert _read("Words.\n\n## Second\n").title == "file"


def test_a_heading_in_a_quotation_begins_no_section() -> None:
    document = _read("> # Quoted\n\nWords.\n")
    assert document.sections == ()
    assert document.title == "file"


def test_what_is_nested_too_deep_is_told() -> None:
    document = _read("Shown.\n\n" + ">" * 20_000 + "a\n\nStill shown.\n")
    assert document.text == "Shown.\n\nStill shown."
    assert "nested" in document.warnings[0]


@pytest.mark.parametrize("mark", ["[", "![", "*a ", "**a *b ", "`a", "<a ", "&", "[a](", "<", "~~a "])
def test_a_paragraph_of_nothing_but_marks_is_shown_as_it_is(mark: str) -> None:
    marks = (mark * 30_000).strip()
    document = _read(f"Before.\n\n{marks}\n\nAfter.\n")
    assert "".join(document.text.split()) == "".join(f"Before.{marks}After.".split())
    assert "marks" in document.warnings[0]


def test_a_text_with_too_many_lines_is_shown_as_plain_text() -> None:
    document = _read("- a\n" * (MOST_MARKS + 1))
    assert document.format == "plain"
    assert "marks are shown" in document.warnings[0]


def test_a_very_long_paragraph_becomes_several_blocks() -> None:
    document = _read("*A sentence of words.* " * 4_000)
    assert len(document.blocks) > 3
    assert all(block.end - block.start <= LONGEST_BLOCK for block in document.blocks)
    assert document.text.count("\n") == 0


_PARTS = st.sampled_from(
    [
        *(
            "# a\n",
            "a *b* **c** `d`",
            "\n",
            "\n\n",
            "- a\n",
            "  - b\n",
            "1. c\n",
            "> q\n",
            "```\n",
            "    code\n",
        ),
        *(
            "|a|b|\n|-|-|\n|c|d|\n",
            "<b>x</b>",
            "<div>\n",
            "![a](b)",
            "[a](b)",
            "  \n",
            "\\\n",
            "***\n",
            "&amp;",
        ),
        *(
            "&#10;",
            "&nbsp;",
            "e\u0301\U0001f600",
            "*",
            "_",
            "[",
            "]",
            "(",
            ")",
            "`",
            "~~s~~",
            "<!--",
            "-->",
            "===\n",
        ),
    ]
)


@given(st.lists(_PARTS, max_size=25).map("".join))
def test_any_markdown_becomes_an_orderly_document(text: str) -> None:
    document = _read(text)
    place = 0
    for block in document.blocks:
        words = document.text[block.start : block.end]
        assert place <= block.start < block.end <= len(document.text)
        assert words == words.rstrip()
        assert block.kind in (BlockKind.PREFORMATTED, BlockKind.TABLE) or (
            words == words.lstrip() and "\n" not in words
        )
        place = block.end
    for run in document.styles:
        block_at = document.block_at(run.start)
        assert block_at is not None
        assert block_at.start <= run.start < run.end <= block_at.end
    assert list(document.styles) == sorted(document.styles, key=lambda run: run.start)


def test_definitions_explain_their_terms() -> None:
    text = "Ravelin\n: An *outwork*\n  of two faces.\n: A half-moon.\n\n**Glacis**\n:   The bare slope.\n"
    document = _read(text)
    assert _shape(text) == [
        ("item", 0, "", "Ravelin"),
        ("item", 1, "", "An outwork of two faces."),
        ("item", 1, "", "A half-moon."),
        ("item", 0, "", "Glacis"),
        ("item", 1, "", "The bare slope."),
    ]
    assert [(gloss.term, document.text[gloss.start : gloss.end]) for gloss in document.glosses] == [
        ("Ravelin", "An outwork of two faces."),
        ("Ravelin", "A half-moon."),
        ("Glacis", "The bare slope."),
    ]
    assert _styled(document) == [("outwork", Style.EMPHASIS), ("Glacis", Style.STRONG)]


@pytest.mark.parametrize(
    "text", ["He said\n:it is so", ": only that", "One\ntwo\n: three", "x" * 90 + "\n: y", "# One\n: two"]
)
def test_a_colon_elsewhere_defines_nothing(text: str) -> None:
    assert not _read(text).glosses

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.core.document import BlockKind, Document
from companion.readers import read_text
from companion.readers.limits import LONGEST_BLOCK

_WRAPPED = """It was the best of times, it was the worst of times, it was the age of
wisdom, it was the age of foolishness, it was the epoch of belief, it was
the epoch of incredulity, it was the season of Light, it was the season of
Darkness.

It was the spring of hope, it was the winter of despair, we had everything
before us, we had nothing before us, we were all going direct to Heaven, we
were all going direct the other way.
"""


def _shape(document: Document) -> list[tuple[str, str]]:
    return [(block.kind.value, document.text[block.start : block.end]) for block in document.blocks]


def _kinds(text: str) -> list[str]:
    return [block.kind.value for block in read_text(text).blocks]


def test_wrapped_lines_are_joined_by_blanks() -> None:
    document = read_text(_WRAPPED)
    assert len(document.text) == len(_WRAPPED)
    assert len(document.blocks) == 2
    assert "it was the age of wisdom, it was" in document.text
    assert "\n" not in document.text[document.blocks[0].start : document.blocks[0].end]


def test_a_line_to_a_paragraph() -> None:
    long = (
        "A paragraph that was typed as one line, as editors write it that wrap lines only on the screen. " * 3
    )
    text = f"{long}\n“Yes,” he said.\n“No.”\n{long}\n"
    assert [words for _, words in _shape(read_text(text))] == [
        *(long.strip(), "“Yes,” he said.", "“No.”", long.strip())
    ]


def test_a_paragraph_may_begin_with_an_indent() -> None:
    text = """    It was the best of times, it was the worst of times, it was the
age of wisdom, it was the age of foolishness, it was the epoch of
belief, it was the epoch of incredulity.
    “Yes,” he said.
    “No,” said she, and went on for a while talking of this and of
that until he was tired of it.
"""
    document = read_text(text)
    assert [document.text[block.start : block.end][:8] for block in document.blocks] == [
        *("It was t", "“Yes,” h", "“No,” sa")
    ]
    assert {block.kind for block in document.blocks} == {BlockKind.PARAGRAPH}


def test_a_stanza_of_questions_is_verse_and_no_heading() -> None:
    text = """Of stone

Who built the wall, who built it high,
And who has seen it fall?
Who held the gate?
Who asks us why?
"""
    assert _kinds(text) == ["heading", *["verse"] * 4]


def test_lines_that_end_early_are_verse_and_keep_their_indents() -> None:
    text = f"""{_WRAPPED}
    At nighttime in the moon’s fair glow
      How sweet, as fancies wander free,
    To feel that in this world there’s one

{_WRAPPED}"""
    verse = [block for block in read_text(text).blocks if block.kind is BlockKind.VERSE]
    assert [text[block.start : block.end] for block in verse] == [
        "At nighttime in the moon’s fair glow",
        "How sweet, as fancies wander free,",
        "To feel that in this world there’s one",
    ]
    assert [block.level for block in verse] == [0, 1, 0]


def test_a_poem_of_even_lines_is_not_taken_for_wrapped() -> None:
    text = """Once upon a midnight dreary, while I pondered, weak and weary,
Over many a quaint and curious volume of forgotten lore—
While I nodded, nearly napping, suddenly there came a tapping,
As of some one gently rapping, rapping at my chamber door.
"""
    assert _kinds(text) == ["verse"] * 4


def test_lines_set_in_are_a_quotation() -> None:
    quoted = """    The quoted text is set in here and goes on in the second line of
    the quotation, and then in the third line of it as well, and ends.
"""
    assert _kinds(f"{_WRAPPED}\n{quoted}\n{_WRAPPED}") == [
        *["paragraph"] * 2,
        "quotation",
        *["paragraph"] * 2,
    ]


@pytest.mark.parametrize("line", ["* * *", "***", "—", "#", "---", "~~~~", "⁂", "   *   *   *"])
def test_scene_breaks(line: str) -> None:
    assert _kinds(f"One day he went.\n\n{line}\n\nOne night he came.\n") == ["paragraph", "rule", "paragraph"]


@pytest.mark.parametrize(
    "line",
    [
        "Fig. 3: The bridge at dawn",
        "Figure 2.1. The bridge",
        "[Illustration: The bridge]",
        "[Illustration]",
        "Illustration: The bridge",
        "Table 4",
        "Abb. 7: Die Brücke",
    ],
)
def test_captions(line: str) -> None:
    assert _kinds(f"They saw it.\n\n{line}\n\nThey went on.\n") == ["paragraph", "caption", "paragraph"]


@pytest.mark.parametrize(
    "line", ["Figures show that he lied.", "Table manners matter here.", "Map in hand, he went."]
)
def test_sentences_that_begin_like_captions(line: str) -> None:
    assert _kinds(f"They saw it.\n\n{line}\n") == ["paragraph", "paragraph"]


def test_list_items_leave_their_signs_outside() -> None:
    document = read_text("He took:\n\n- bread\n- salt, and\n  pepper\n\nThen:\n\n1. he ate\n2. he slept\n")
    items = [block for block in document.blocks if block.kind is BlockKind.ITEM]
    assert [(block.marker, document.text[block.start : block.end]) for block in items] == [
        ("•", "bread"),
        ("•", "salt, and   pepper"),
        ("1.", "he ate"),
        ("2.", "he slept"),
    ]


def test_items_with_blank_lines_between_are_a_list() -> None:
    text = "1. The first of them.\n\n2. The second of them.\n\n3. The third.\n"
    assert _kinds(text) == ["item"] * 3


def test_a_list_goes_on_after_the_list_within_it() -> None:
    text = """
1. The first of the things that he took with him when he went away.

    a) It was a thing that filled more than a line of the letter that he
    wrote to her from there, and so it was wrapped and had to go on.

    b) It was small.

2. The second of the things that he took with him, which he had under
7. Elm Street, where he lived.
"""
    document = read_text(text)
    assert [(block.kind.value, block.level, block.marker) for block in document.blocks] == [
        *(("item", 0, "1."), ("item", 1, "a)"), ("item", 1, "b)"), ("item", 0, "2."))
    ]
    last = document.blocks[-1]
    assert document.text[last.start : last.end].endswith("under 7. Elm Street, where he lived.")


def test_a_first_line_may_hang_out() -> None:
    entry = """Verl, Anna: The Walks of a Commander through the Hills and Valleys
    of Aldmere. Second edition, with maps. Printed for the author at
    the sign of the bridge.
"""
    assert _kinds(f"{entry}\n{entry}\n{entry}") == ["paragraph"] * 3


def test_a_note_set_in_under_a_paragraph_keeps_its_sign() -> None:
    document = read_text(f"{_WRAPPED}\n     * That is to say, the season.\n\n{_WRAPPED}")
    note = document.blocks[2]
    assert (note.kind, document.text[note.start]) == (BlockKind.QUOTATION, "*")


@pytest.mark.parametrize(
    "text",
    [
        "- Да, - сказал он.\n\n- Нет, - сказала она.\n\n- Почему?\n",
        "1. He came.\n\n7. He went.\n",
        "* A footnote stands alone.\n\nWords go on.\n",
    ],
)
def test_signs_that_make_no_list(text: str) -> None:
    document = read_text(text)
    assert {block.kind for block in document.blocks} == {BlockKind.PARAGRAPH}
    assert document.text[document.blocks[0].start] == text[0]


def test_columns_keep_their_lines() -> None:
    text = "See here.\n\n  Name     Count     Share\n  Alpha    12        10 %\n  Beta     3         3 %\n"
    document = read_text(text)
    table = document.blocks[-1]
    assert table.kind is BlockKind.PREFORMATTED
    assert document.text[table.start : table.end] == text.partition("\n\n")[2].rstrip()


def test_a_very_long_line_becomes_several_paragraphs() -> None:
    document = read_text("word " * 20_000)
    assert len(document.blocks) > 4
    assert all(block.end - block.start <= LONGEST_BLOCK for block in document.blocks)


def test_a_page_break_does_not_divide_a_sentence() -> None:
    text = _WRAPPED.replace("worst of times", "worst of\n\ftimes", 1)
    assert len(text) == len(read_text(text).text)


def test_an_unnamed_text_is_called_after_its_file() -> None:
    assert read_text("A sentence of a text.", name="my_note").title == "my note"


_LINES = st.sampled_from(
    [
        *(
            "",
            "",
            "",
            " ",
            "\t",
            "Words and more words that fill a line of this text until it is quite",
            "short",
        ),
        *(
            "CHAPTER I",
            "Chapter 2. Title",
            "IV",
            "12",
            "A Title Here",
            "ALL CAPITALS",
            "- item",
            "1. item",
            "* * *",
        ),
        *(
            "=====",
            "-----",
            "    set in",
            "  a  b     c",
            "[Illustration: x]",
            "“Yes.”",
            "e\u0301\U0001f600 Hoxha.",
        ),
        *("Contents", "Title: T", "*** START OF THIS PROJECT GUTENBERG EBOOK X ***", "(a) b", "x" * 300),
        *("*** END OF THIS PROJECT GUTENBERG EBOOK X ***", "PART ONE", "By Anna Verl", "第一章"),
    ]
)


@given(st.lists(_LINES, max_size=40).map("\n".join))
def test_any_text_is_divided_without_loss(text: str) -> None:
    document = read_text(text)
    assert len(document.text) == len(text)
    assert document.text.replace("\n", " ") == text.replace("\n", " ")
    place = 0
    for block in document.blocks:
        assert place <= block.start < block.end
        words = document.text[block.start : block.end]
        assert words.rstrip() == words
        assert words.lstrip() == words or block.kind is BlockKind.PREFORMATTED
        assert "\n" not in words or block.kind is BlockKind.PREFORMATTED
        place = block.end
    starts = [section.start for section in document.sections]
    assert starts == sorted(starts)
    headings = {block.start for block in document.blocks if block.kind is BlockKind.HEADING}
    assert set(starts) <= headings


@given(st.text(alphabet=st.characters(codec=None), max_size=200))
def test_any_signs_become_a_document(text: str) -> None:
    assert len(read_text(text).text) == len(text)


def _emphasised(text: str) -> list[str]:
    document = read_text(text)
    assert document.text.split() == text.split()
    assert len(document.text) == len(text)
    return [document.text[run.start : run.end] for run in document.styles]


def test_words_between_underscores_are_emphasised_and_keep_their_places() -> None:
    said = 'I _did_ see him--_never!_ "_Oh!_" he (_sic_) cried.\n\n'
    text = f"{said}It was the age of wisdom, it was the age of foolishness, it was _the epoch\nof belief_.\n"
    assert _emphasised(text) == ["did", "never!", "Oh!", "sic", "the epoch of belief"]


def test_emphasis_goes_over_the_lines_of_a_stanza() -> None:
    text = "_Gaily bedight,\n  A gallant knight,\nIn sunshine and in shadow,_\n\nHad journeyed long.\n"
    assert _emphasised(text) == ["Gaily bedight,", "A gallant knight,", "In sunshine and in shadow,"]


@pytest.mark.parametrize(
    "text",
    [
        "Use snake_case and __init__ and _private and other_.\n",
        "See http://a.b/_c_/d for it, and path/_x_ too, and the name ______ here.\n",
        "_Open here.\n\nClosed there_ in another paragraph.\n",
        "A _ b _ c, and _ that_.\n",
        "name     _value_\nother    _none_\nthird    _more_\n",
    ],
)
def test_other_underscores_are_left_alone(text: str) -> None:
    assert not read_text(text).styles


def test_titles_of_sections_have_no_signs_of_emphasis() -> None:
    words = "The harbour was empty, and he ran along the quay as far as he could, for it was _his_ ship."
    document = read_text(f"CHAPTER I. _The Storm_\n\n{words}\n\nCHAPTER II\n\n{words}\n")
    assert [section.title for section in document.sections] == ["CHAPTER I. The Storm", "CHAPTER II"]

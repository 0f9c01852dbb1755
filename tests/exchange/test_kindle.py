"""The clippings of a Kindle are understood in the languages of the device, also where they were changed."""

# ruff: noqa: E501  (lines as other programs write them)

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from companion.core.notes import MarkKind
from companion.exchange.arriving import arrived
from companion.exchange.kindle import read_clippings

if TYPE_CHECKING:
    from companion.exchange.arrived import Arrived, ArrivedMark

RULE = "=========="
LINES = {
    "en": ("- Your Highlight on page 1 | location 10-12 | Added on Monday, 30 December 2024 14:46:33", "2024-12-30"),
    "us": ("- Your Highlight on Location 10-12 | Added on Monday, August 10, 2015 2:46:33 PM", "2015-08-10"),
    "old": ("- Highlight Loc. 10-12 | Added on Wednesday, April 04, 2012, 02:46:33 PM", "2012-04-04"),
    "de": ("- Ihre Markierung auf Seite 42 | Position 10-12 | Hinzugefügt am Montag, 30. März 2024 14:46:33", "2024-03-30"),
    "fr": ("- Votre surlignement sur la page 5 | emplacement 10-12 | Ajouté le mardi 30 juillet 2019 14:46:33", "2019-07-30"),
    "es": ("- Tu subrayado en la página 6 | posición 10-12 | Añadido el martes, 30 de enero de 2019 14:46:33", "2019-01-30"),
    "it": ("- La tua evidenziazione alla pagina 6 | posizione 10-12 | Aggiunto in data lunedì 30 giugno 2019 14:46:33", "2019-06-30"),
    "nl": ("- Je markering op pagina 6 | locatie 10-12 | Toegevoegd op maandag 30 maart 2019 14:46:33", "2019-03-30"),
    "pt": ("- Seu destaque na página 6 | posição 10-12 | Adicionado: terça-feira, 30 de maio de 2019 14:46:33", "2019-05-30"),
    "ru": ("- Ваш выделенный отрывок на странице 5 | Местоположение 10–12 | Добавлено: понедельник, 30 декабря 2024 г. в 14:46:33", "2024-12-30"),
    "zh": ("- 您在第 7 页（位置 #10-12）的标注 | 添加于 2019年9月30日星期一 下午2:46:33", "2019-09-30"),
    "ja": ("- 7ページ｜位置No. 10-12のハイライト | 作成日: 2024年12月30日月曜日 14:46:33", "2024-12-30"),
}  # fmt: skip


def clip(line: str, words: str, title: str = "Book Title (Author Name)") -> str:
    return f"{title}\r\n{line}\r\n\r\n{words}\r\n{RULE}\r\n"


def marks(told: Arrived) -> tuple[ArrivedMark, ...]:
    assert len(told.books) == 1
    return told.books[0].marks


@pytest.mark.parametrize("language", LINES)
def test_a_highlight_is_understood_in_the_language_of_the_device(language: str) -> None:
    line, day = LINES[language]
    note = "- Your Note on page 1 | location 12 | Added on Monday, 30 December 2024 14:47:33"
    told = arrived(("\ufeff" + clip(line, "the words") + clip(note, "what I think")).encode())
    assert told.form == "kindle-clippings"
    assert not told.left_out
    assert (told.books[0].title, told.books[0].author) == ("Book Title", "Author Name")
    (mark,) = marks(told)
    assert (mark.kind, mark.words, mark.note) == (MarkKind.HIGHLIGHT, "the words", "what I think")
    assert mark.created == f"{day}T14:46:33"


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("- Ihre Notiz auf Seite 3 | Hinzugefügt am Montag, 30. März 2024 14:46:33", MarkKind.NOTE),
        ("- Votre note sur la page 3 | Ajouté le lundi 30 mars 2024 14:46:33", MarkKind.NOTE),
        ("- Tu nota en la página 3 | Añadido el lunes, 30 de marzo de 2024 14:46:33", MarkKind.NOTE),
        ("- 您在第 3 页的笔记 | 添加于 2019年9月30日星期一 18:00:39", MarkKind.NOTE),
        ("- 3ページのメモ | 作成日: 2024年12月30日月曜日 14:46:33", MarkKind.NOTE),
    ],
)
def test_a_note_alone_stays_a_note_without_words_of_the_text(line: str, kind: MarkKind) -> None:
    (mark,) = marks(read_clippings(clip(line, "my own words").replace("\r", "")))
    assert (mark.kind, mark.words, mark.note) == (kind, "", "my own words")


def test_what_has_no_words_is_told_and_left_out() -> None:
    line = "- Ihr Lesezeichen bei Position 12 | Hinzugefügt am Montag, 30. März 2024 14:46:33"
    limit = "- Your Highlight on Location 5-9 | Added on Monday, August 10, 2015 2:46:33 PM"
    strange = "- Þú merktir á síðu 5 | staðsetning 60 | Bætt við mánudagur 30 desember 2024"
    told = read_clippings(
        clip(line, "")
        + clip(limit, "<You have reached the clipping limit for this item>")
        + clip(strange, "x")
    )
    assert told.books == ()
    assert [(one.template, one.number) for one in told.left_out] == [
        ("One clipping is of a kind that is not known.", -1),
        ("%Ln marks have no words of the text, only a place in their program.", 2),
    ]


def test_only_the_longest_of_a_highlight_that_was_changed_is_kept() -> None:
    made = "- Your Highlight on Location {} | Added on Monday, August 10, 2015 2:46:33 PM"
    told = read_clippings(
        clip(made.format("10-11"), "the wall")
        + clip(made.format("10-12"), "the wall stood all winter")
        + clip(made.format("10-12"), "the wall stood all winter")
        + clip(made.format("11-12"), "stood all winter")
        + clip(made.format("90-91"), "the wall")
    )
    assert [mark.words for mark in marks(told)] == ["the wall stood all winter", "the wall"]


def test_a_note_goes_with_the_highlight_that_ends_where_it_stands() -> None:
    made = "- Your {} on Location {} | Added on Monday, August 10, 2015 2:46:33 PM"
    told = read_clippings(
        clip(made.format("Highlight", "10-14"), "first")
        + clip(made.format("Highlight", "12-13"), "second")
        + clip(made.format("Note", "13"), "on the second")
        + clip(made.format("Note", "14"), "on the first")
        + clip(made.format("Note", "14"), "and more")
        + clip(made.format("Note", "99"), "alone")
    )
    assert [(mark.words, mark.note) for mark in marks(told)] == [
        ("first", "on the first\nand more"),
        ("second", "on the second"),
        ("", "alone"),
    ]


@pytest.mark.parametrize(
    ("line", "title", "author"),
    [
        ("--authors (Inconnu(e))", "--authors", "Inconnu(e)"),
        ("Freedom, Inc. (Brian M. Carney;Isaac Getz)", "Freedom, Inc.", "Brian M. Carney;Isaac Getz"),
        ("Ｃｈａｏｓ (講談社ラノベ文庫) (梅原英司)", "Ｃｈａｏｓ (講談社ラノベ文庫)", "梅原英司"),
        ("A title alone", "A title alone", ""),
        ("(all in brackets)", "(all in brackets)", ""),
        ("unbalanced)", "unbalanced)", ""),
    ],
)
def test_the_author_stands_in_the_last_brackets(line: str, title: str, author: str) -> None:
    told = read_clippings(clip(LINES["en"][0], "words", line))
    assert (told.books[0].title, told.books[0].author) == (title, author)


def test_ten_thousand_clippings_at_one_place_are_all_kept() -> None:
    line = "- Your Highlight on Location 5 | Added on Monday, August 10, 2015 2:46:33 PM"
    told = read_clippings("".join(clip(line, f"words number {number:05}") for number in range(10_000)))
    assert len(marks(told)) == 10_000


def test_an_old_device_writes_only_the_end_of_the_last_location() -> None:
    made = "- {} Loc. {} | Added on Wednesday, April 04, 2012, 02:46:33 PM"
    told = read_clippings(
        clip(made.format("Highlight", "1273-74"), "words") + clip(made.format("Note", "1274"), "note")
    )
    assert [(mark.words, mark.note) for mark in marks(told)] == [("words", "note")]

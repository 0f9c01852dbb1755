"""Marks that go out as web annotations come back as they were."""

# ruff: noqa: E501  (lines as other programs write them)

from __future__ import annotations

import contextlib
import json

import pytest
from aldmere import companion
from hypothesis import given
from hypothesis import strategies as st

from companion.core.anchors import Anchor
from companion.core.corrections import Subject
from companion.core.entries import Kind
from companion.core.notes import Colour, Mark, MarkKind
from companion.exchange.arrived import ForeignError, text_in
from companion.exchange.arriving import arrived
from companion.exchange.bundle import bundle
from companion.exchange.web_annotations import web_annotations

WORDS = st.text(max_size=40).map(lambda text: text_in(text).strip())
LINE = WORDS.map(lambda text: " ".join(text.split()))
ANCHORS = st.builds(
    lambda exact, prefix, suffix: Anchor(exact, prefix, suffix, 5, 5 + len(exact)),
    WORDS.filter(bool),
    WORDS,
    WORDS,
)
MARKS = st.builds(
    Mark,
    id=st.uuids().map(lambda one: one.urn),
    anchor=ANCHORS,
    label=WORDS,
    colour=st.sampled_from(Colour),
    note=WORDS,
    created=st.just("2026-01-02T03:04:05Z"),
    kind=st.sampled_from(MarkKind),
    tags=st.lists(LINE.filter(bool), unique=True, max_size=3).map(tuple),
) | st.builds(
    Mark,
    id=st.uuids().map(lambda one: one.urn),
    anchor=st.none(),
    note=WORDS.filter(bool),
    kind=st.just(MarkKind.NOTE),
    about=st.none() | st.builds(Subject, st.sampled_from(Kind), LINE.filter(bool), st.just("1643")),
)


@given(st.lists(MARKS, min_size=1, max_size=5, unique_by=lambda mark: mark.id))
def test_marks_come_back_as_they_went(marks: list[Mark]) -> None:
    data = web_annotations(bundle(companion(), [(mark, None) for mark in marks]))
    (book,) = arrived(data).books
    came = [
        (one.words, one.prefix, one.suffix, one.kind, one.note, one.label, one.tags, one.about)
        for one in book.marks
    ]
    ordered = sorted(marks, key=lambda mark: mark.id)
    assert came == [
        (
            mark.words,
            mark.anchor.prefix if mark.anchor else "",
            mark.anchor.suffix if mark.anchor else "",
            mark.kind,
            mark.note,
            mark.label,
            mark.tags,
            mark.about,
        )
        for mark in ordered
    ]
    assert [one.colour for one in book.marks if one.words] == [mark.colour for mark in ordered if mark.anchor]


@pytest.mark.parametrize(
    "told",
    [
        {"type": "Annotation", "target": {"selector": {"type": "TextQuoteSelector", "exact": "the wall"}}},
        [
            {
                "type": "Annotation",
                "target": [{"selector": [{"type": "TextQuoteSelector", "exact": "the wall"}]}],
            }
        ],
        {
            "type": "AnnotationPage",
            "items": [
                {
                    "type": "Annotation",
                    "bodyValue": "mine",
                    "target": {"selector": {"type": "TextQuoteSelector", "exact": "the wall"}},
                }
            ],
        },
    ],
)
def test_annotations_of_others_are_read_in_every_wrapping(told: object) -> None:
    (book,) = arrived(json.dumps(told).encode()).books
    assert [mark.words for mark in book.marks] == ["the wall"]


def test_markup_in_a_note_becomes_words() -> None:
    told = {
        "type": "Annotation",
        "body": {"type": "TextualBody", "format": "text/html", "value": "<p>a &amp; b<script>x</script></p>"},
        "target": {"selector": {"type": "TextQuoteSelector", "exact": "the wall"}},
    }
    (book,) = arrived(json.dumps(told).encode()).books
    assert book.marks[0].note == "a & bx"


@given(
    st.recursive(
        st.none() | st.booleans() | st.floats() | st.text(max_size=5) | st.sampled_from(["Annotation", "events"]),
        lambda inner: st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(
                ["type", "items", "first", "target", "selector", "exact", "body", "value", "motivation",
                 "events", "start_date", "year", "text", "headline", "annotations", "highlighted_text",
                 "style", "toc_family_titles", "annotation", "authors", "pos_frac", "styleClass"]
            ),
            inner,
        ),
        max_leaves=25,
    )
)  # fmt: skip
def test_no_json_raises_anything_but_the_one_error(told: object) -> None:
    with contextlib.suppress(ForeignError):
        arrived(json.dumps(told).encode())

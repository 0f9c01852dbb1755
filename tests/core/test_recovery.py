"""Words are found again in a text that was changed and refused where they are gone; nothing is too odd."""

from __future__ import annotations

import random
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rapidfuzz import fuzz

from companion.core.anchors import Anchor, Placing, anchor, place, placings, quoted
from companion.core.document import Document, Span
from companion.core.spelling import Spelling

_SYLLABLES = [
    "ba",
    "ko",
    "ri",
    "ne",
    "lu",
    "sta",
    "gro",
    "mi",
    "fe",
    "dun",
    "dar",
    "vel",
    "os",
    "ith",
    "an",
    "er",
]


def _prose(chance: random.Random, words: int) -> str:
    made = ["".join(chance.choices(_SYLLABLES, k=chance.randint(1, 4))) for _ in range(400)]
    common = chance.choices(made[:40], k=words)
    told = [chance.choice(made) if chance.random() < 0.5 else word for word in common]
    return "".join(
        word + ("\n\n" if chance.random() < 0.02 else ". " if chance.random() < 0.1 else " ") for word in told
    ).strip()


TEXT = _prose(random.Random(4), 6000)  # noqa: S311
DOCUMENT = Document(TEXT)
SPANS = st.tuples(st.integers(0, len(TEXT) - 500), st.integers(1, 450)).map(
    lambda pair: Span(pair[0], pair[0] + pair[1])
)


def changed(text: str, chance: random.Random, share: float) -> str:
    """A share of the signs left out, replaced or doubled."""
    signs = []
    for sign in text:
        luck = chance.random() * 3
        signs.append("" if luck < share else "e" if luck < 2 * share else sign)
        signs.append("o" if 2 * share <= luck < 3 * share else "")
    return "".join(signs)


def found_words(document: Document, kept: Anchor) -> str | None:
    span = place(document, kept)
    return None if span is None else document.text[span.start : span.end]


@pytest.mark.parametrize("length", [8, 20, 80, 300, 1500])
@pytest.mark.parametrize("share", [0.02, 0.15])
def test_words_are_found_in_a_text_with_many_errors(length: int, share: float) -> None:
    chance = random.Random(length)  # noqa: S311
    head, tail = changed(TEXT[:9000], chance, share), changed(TEXT[9000:], chance, share)
    other = Document(head + tail)
    kept = [anchor(DOCUMENT, Span(9000 + at, 9000 + at + length)) for at in range(0, 6000, 400)]
    placed = placings(other, kept)
    right = 0
    for one, placing in zip(kept, placed, strict=True):
        if placing.span is not None:
            words = other.text[placing.span.start : placing.span.end]
            right += fuzz.ratio(words, one.exact) > 60
            assert placing.score > 0.2
    assert right >= len(kept) - (1 if share < 0.1 else 2)


def test_words_in_another_order_of_paragraphs_are_found() -> None:
    paragraphs = TEXT.split("\n\n")
    random.Random(1).shuffle(paragraphs)  # noqa: S311
    other = Document("\n\n".join(paragraphs))
    for paragraph in [one for one in TEXT.split("\n\n") if len(one) > 120][:20]:
        start = TEXT.index(paragraph)
        assert found_words(other, anchor(DOCUMENT, Span(start, start + len(paragraph)))) == paragraph
        assert found_words(other, anchor(DOCUMENT, Span(start, start + 40))) == paragraph[:40].strip()


def test_a_paragraph_that_another_was_put_into_is_found_from_its_beginning_to_its_end() -> None:
    other = Document(TEXT[:3300] + "\n\nSomething quite new.\n\n" * 20 + TEXT[3300:])
    span = place(other, anchor(DOCUMENT, Span(3000, 3600)))
    assert span is not None
    assert other.text[span.start : span.end].startswith(TEXT[3000:3100].strip())
    assert other.text[span.start : span.end].endswith(TEXT[3500:3600].strip())


def test_words_of_which_only_one_end_is_left_are_shaky() -> None:
    other = Document(TEXT[:3300])
    (placing,) = placings(other, [anchor(DOCUMENT, Span(3000, 3600))])
    assert placing.span is not None
    assert placing.is_shaky
    assert placing.span == Span(3000 + TEXT[3000:].startswith(" "), len(TEXT[:3300].rstrip()))


def test_a_word_that_was_taken_out_is_not_found() -> None:
    for at in range(2000, 20_000, 1800):
        start = TEXT.index(" ", at) + 1
        end = min(TEXT.find(sign, start) for sign in (" ", "."))
        if end - start > 5:
            kept = anchor(DOCUMENT, Span(start, end))
            assert place(Document(TEXT[:start] + TEXT[end:]), kept) is None


def test_words_of_another_book_are_not_found() -> None:
    other = Document(_prose(random.Random(77), 6000))  # noqa: S311
    kept = [
        anchor(DOCUMENT, Span(at, at + length)) for at in range(500, 20_000, 900) for length in (6, 40, 400)
    ]
    assert placings(other, kept) == [Placing(None)] * len(kept)


def test_what_is_told_by_other_marks_is_shaky() -> None:
    refrain = "And the wall stood, and the wall stood,\nand all winter the wall stood.\n\n"
    verses = [f"{refrain}{TEXT[at : at + 700]}\n\n" for at in range(0, 7000, 700)]
    document, other = Document("".join(verses)), Document("A foreword of some length. " * 9 + "".join(verses))
    starts = [sum(map(len, verses[:index])) for index in range(10)]
    kept = [anchor(document, Span(start + 300, start + 340)) for start in starts]
    verse = replace_context(anchor(document, Span(starts[4], starts[4] + len(refrain) - 2)))
    assert placings(other, [verse]) == [Placing(None)]
    told = placings(other, [*kept, verse])[-1]
    assert told.is_shaky
    assert told.span == Span(starts[4] + 27 * 9, starts[4] + 27 * 9 + len(refrain) - 2)


def replace_context(kept: Anchor) -> Anchor:
    """The same words, of which nothing is known that stood round them."""
    return Anchor(kept.exact, "", "", kept.start, kept.end)


# -- quotations


def test_a_quotation_is_found_whatever_its_quotes_and_blanks() -> None:
    text = f"{TEXT[:4000]} “Don’t open the gate,” she said—and  then\nnothing more. {TEXT[4000:]}"
    for quote in ('"Don\'t open the gate," she said--and then nothing', "the gate,” she said – and then"):
        assert found_words(Document(text), quoted(quote)) is not None


@pytest.mark.parametrize("dots", ["…", " ... ", " [...] ", "[…]", " . . . "])
def test_a_quotation_with_words_left_out_is_found_from_one_end_to_the_other(dots: str) -> None:
    kept = quoted(TEXT[5000:5060].strip() + dots + TEXT[5300:5370].strip())
    assert place(DOCUMENT, kept) == Span(
        5000 + TEXT[5000:].startswith(" "), 5300 + len(TEXT[5300:5370].rstrip())
    )


def test_a_quotation_that_was_cut_off_is_found_as_far_as_it_goes() -> None:
    words = TEXT[5000:5060].strip()
    assert found_words(DOCUMENT, quoted(words + "…")) == words


def test_a_single_word_is_found_where_it_stands_only_once() -> None:
    text = f"{TEXT[:4000]} Pfuel came. {TEXT[4000:8000]} barricades barricade {TEXT[8000:]}"
    assert found_words(Document(text), quoted("Pfuel")) == "Pfuel"
    assert found_words(Document(text), quoted("barricade")) == "barricade"
    assert found_words(Document(text), quoted("barricad")) is None
    assert found_words(Document(text + " Pfuel"), quoted("Pfuel")) is None
    assert found_words(Document("Pfuel came. " + text), quoted("Pfuel")) is None


def test_the_share_of_the_text_tells_copies_apart() -> None:
    line = "and the wall stood all through the winter"
    text = f"{TEXT[:6000]} {line} {TEXT[6000:18000]} {line} {TEXT[18000:]}"
    start = text.rindex(line)
    assert place(Document(text), quoted(line)) is None
    (told,) = placings(Document(text), [quoted(line, share=round(start / len(text), 2))])
    assert told == Placing(Span(start, start + len(line)), told.score, is_shaky=True)
    assert place(Document(text), quoted(line, share=7.5)) is None


# -- scripts

_SCRIPTS = {
    "Japanese": "春はあけぼのやうやう白くなりゆく山際少し明かりて紫だちたる雲の細くたなびきたる",
    "Chinese": "天地玄黃宇宙洪荒日月盈昃辰宿列張寒來暑往秋收冬藏閏餘成歲律呂調陽雲騰致雨",
    "Thai": "กาลครั้งหนึ่งนานมาแล้วมีชายชราคนหนึ่งอาศัยอยู่ริมแม่น้ำกับหลานสาวและแมวตัวใหญ่ที่ชอบนอนบนหลังคาบ้าน",
    "Arabic": "كان يا ما كان في قديم الزمان رجل فقير يسكن مع ابنته قرب النهر الكبير ويصيد السمك كل صباح ",
    "Hindi": "एक समय की बात है नदी के किनारे एक बूढ़ा आदमी अपनी पोती के साथ रहता था और मछली पकड़ता था ",
    "Russian": "жил был у самого синего моря старик со своею старухой ловил неводом рыбу пряла свою пряжу ",
}


@pytest.mark.parametrize("script", _SCRIPTS)
def test_words_of_any_script_are_found_in_a_changed_text(script: str) -> None:
    chance = random.Random(script)  # noqa: S311
    signs = _SCRIPTS[script]
    pieces = signs.split() if " " in signs else [signs[at : at + 3] for at in range(0, len(signs), 3)]
    gap = " " if " " in signs else ""
    text = gap.join(chance.choice(pieces) for _ in range(4000))
    other = Document(unicodedata.normalize("NFD", "はじめに " + changed(text, chance, 0.04)))
    kept = [
        anchor(Document(text), Span(at, at + length)) for at in range(300, 7000, 700) for length in (4, 30)
    ]
    right = 0
    for one, placing in zip(kept, placings(other, kept), strict=True):
        if placing.span is not None:
            words = Spelling(other.text[placing.span.start : placing.span.end]).plain
            right += fuzz.ratio(words, Spelling(one.exact).plain) >= 50
    assert right >= 0.9 * len(kept)


def test_the_points_of_hebrew_and_arabic_make_no_difference() -> None:
    pointed, plain = "בְּרֵאשִׁית בָּרָא אֱלֹהִים", "בראשית ברא אלהים"
    assert Spelling(pointed).plain == Spelling(plain).plain
    assert Spelling("كِتَابٌ مُبِينٌ").plain == Spelling("كتاب مبين").plain == Spelling("كتـــاب مبين").plain


# -- laws


@given(SPANS)
def test_words_that_have_not_moved_are_found_at_once(span: Span) -> None:
    assert placings(DOCUMENT, [anchor(DOCUMENT, span)]) == [Placing(span, 1.0)]


_MANY = [anchor(DOCUMENT, Span(at, at + 9)) for at in range(100, 8000, 490)]
_NOISY = Document(changed(TEXT, random.Random(8), 0.12))  # noqa: S311


@settings(max_examples=8, deadline=None)
@given(st.permutations(_MANY))
def test_the_order_of_the_anchors_makes_no_difference(kept: list[Anchor]) -> None:
    found = dict(zip(kept, placings(_NOISY, kept), strict=True))
    assert found == dict(zip(_MANY, placings(_NOISY, _MANY), strict=True))


@settings(max_examples=30, deadline=None)
@given(SPANS, st.integers(0, 10_000), st.sampled_from([0.0, 0.05, 0.2, 0.4]))
def test_where_words_are_found_they_are_like_enough(span: Span, seed: int, share: float) -> None:
    kept = anchor(DOCUMENT, span)
    other = Document("New. " + changed(TEXT, random.Random(seed), share))  # noqa: S311
    (placing,) = placings(other, [kept])
    if placing.span is not None:
        start, end = placing.span
        assert 0 <= start < end <= len(other.text)
        here = other.text[max(0, start - 64) : end + 64]
        assert fuzz.partial_ratio(kept.prefix + kept.exact + kept.suffix, here) > 45


@given(
    st.text(max_size=200), st.text(max_size=40), st.text(max_size=70), st.text(max_size=70),
    st.integers(-3, 300), st.none() | st.floats(),
)  # fmt: skip
def test_nothing_is_too_odd(
    text: str, exact: str, prefix: str, suffix: str, start: int, share: float | None
) -> None:
    odd = Anchor(exact, prefix, suffix, start, start + len(exact), share)
    for placing in placings(Document(text), [odd, quoted(exact, prefix, suffix, share)]):
        assert placing.span is None or 0 <= placing.span.start < placing.span.end <= len(text)


@pytest.mark.parametrize(
    "text",
    ["", " " * 100_000, "a" * 300_000, "ab" * 150_000, "The same line again.\n" * 10_000, "ก" * 100_000],
    ids=["empty", "blanks", "one letter", "two letters", "equal lines", "one letter of Thai"],
)
def test_words_that_are_not_to_be_told_apart_are_given_up(text: str) -> None:
    kept = [
        Anchor("same line", "The ", " again and never", 40, 49),
        Anchor("a" * 50, "b" + "a" * 63, "a" * 64, 9000, 9050),
        Anchor("aab", "a" * 64, "c" * 64, 7000, 7003),
        quoted("ab" * 80),
        quoted("a" * 700_000),
        quoted("The same line again."),
        quoted("กข" * 20),
    ]
    assert [placing.span for placing in placings(Document(text), kept)] == [None] * len(kept)


# -- how far it is


def test_the_progress_is_told_and_may_stop_it() -> None:
    told: list[float] = []
    placings(_NOISY, _MANY, progress=told.append)
    assert told == sorted(told)
    assert told[0] == 0.0
    assert told[-1] == 1.0

    def stop(share: float) -> None:
        if share > 0.1:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        placings(_NOISY, _MANY, progress=stop)

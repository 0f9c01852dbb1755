"""Flow: the text is scrolled by an anchor, and never leaves a gap, creeps or loses its place."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reading_view_sample import LONG, document_of

from companion.core.document import Block, BlockKind, Document, Span
from companion.ui.looks.look import Look
from companion.ui.reading_view.flow import Flow
from companion.ui.reading_view.page import Page

SHORT = document_of("One word.")
GIANT = document_of("first words", "word " * 4000, "and some more " * 300, "last words")
VERSE = document_of(*((BlockKind.VERSE, f"line {n}") for n in range(400)))
TEXTS = {"long": LONG, "short": SHORT, "giant": GIANT, "verse": VERSE, "empty": Document("")}


@pytest.fixture(scope="module")
def look(qapp: object) -> Look:
    return Look()


def flow_of(document: Document, look: Look, width: int = 700, height: float = 600) -> Flow:
    flow = Flow()
    flow.show(document)
    flow.set_page(Page(look, width), height)
    return flow


def is_sound(flow: Flow) -> None:
    """The screen is filled as far as the text reaches, and stands at a place that there is."""
    blocks = flow.document.blocks
    if not blocks:
        assert (flow.top, flow.off) == (0, 0.0)
        return
    assert 0 <= flow.top < len(blocks)
    assert flow.off >= 0
    assert flow.off < flow.laid(flow.top).height
    seen = list(flow.seen())
    assert seen[0].number == flow.top
    assert seen[0].y <= 0
    bottom = seen[-1].y + seen[-1].laid.height
    assert bottom >= min(flow.height - flow.page.top, flow.page.line_height) - 0.01 or flow.is_at_start()
    assert 0 <= flow.value <= flow.total
    place = flow.seen_span()
    assert 0 <= place.start <= place.end <= len(flow.document.text)


MOVES = st.lists(
    st.one_of(
        st.tuples(st.just("scroll"), st.floats(-3000, 3000)),
        st.tuples(st.just("jump"), st.floats(0, 1)),
        st.tuples(st.just("bar"), st.floats(0, 1)),
        st.tuples(st.just("width"), st.integers(90, 1200)),
        st.tuples(st.just("height"), st.integers(1, 1500)),
        st.tuples(st.just("size"), st.integers(10, 48)),
    ),
    max_size=12,
)


@pytest.mark.parametrize("name", TEXTS)
@settings(max_examples=25, deadline=None)
@given(moves=MOVES)
def test_no_way_of_moving_leaves_a_gap(look: Look, name: str, moves: list[tuple[str, float]]) -> None:
    look.set_size(18)
    flow = flow_of(TEXTS[name], look)
    width, height = 700, 600.0
    for kind, value in moves:
        match kind:
            case "scroll":
                flow.scroll_by(value)
            case "jump":
                flow.go_to(int(value * len(flow.document.text)))
            case "bar":
                flow.go_to_value(int(value * flow.total))
            case "width":
                width = int(value)
            case "height":
                height = value
            case "size":
                look.set_size(int(value))
        if kind in ("width", "height", "size"):
            flow.hold()
            flow.set_page(Page(look, width), height)
        is_sound(flow)
    look.set_size(18)


@pytest.mark.parametrize("name", ["long", "giant", "verse"])
@settings(max_examples=15, deadline=None)
@given(steps=st.lists(st.floats(0.3, 250), min_size=2, max_size=25), height=st.integers(10, 700))
def test_scrolling_down_never_goes_back(look: Look, name: str, steps: list[float], height: int) -> None:
    flow = flow_of(TEXTS[name], look, height=height)
    before, value = flow.seen_span(), flow.value
    for step in steps:
        flow.scroll_by(step)
        place = flow.seen_span()
        assert place.start >= before.start
        assert place.end >= before.end
        assert flow.value >= value
        before, value = place, flow.value


@settings(max_examples=25, deadline=None)
@given(pixels=st.floats(0, 9000), way=st.floats(-2000, 2000))
def test_scrolling_back_returns(look: Look, pixels: float, way: float) -> None:
    flow = flow_of(LONG, look)
    flow.scroll_by(3000 + pixels)
    before = flow.y_of(flow.seen_span().start)
    start = flow.seen_span().start
    flow.scroll_by(way)
    flow.scroll_by(-way)
    assert flow.seen_span().start == start
    assert flow.y_of(start) == pytest.approx(before, abs=0.01)


class TestHolding:
    """A page that is set anew leaves the reader where she is."""

    def test_many_resizes_do_not_creep(self, look: Look) -> None:
        flow = flow_of(LONG, look)
        flow.go_to(LONG.text.index("Paragraph 60") + 70)
        flow.scroll_by(7.5)
        place, y = flow.seen_span().start, flow.y_of(flow.seen_span().start)
        for width in [*range(700, 200, -13), *range(200, 1300, 17), 700]:
            flow.hold()
            flow.set_page(Page(look, width), 600)
            assert flow.y_of(place) == pytest.approx(y, abs=0.01)
        assert flow.seen_span().start == place

    def test_a_screen_that_grows_at_the_end_and_shrinks_again_returns(self, look: Look) -> None:
        flow = flow_of(LONG, look, height=300)
        flow.go_to(LONG.text.index("Paragraph 119"))
        place = flow.seen_span()
        for height in (300, 900, 2000, 500, 300):
            flow.hold()
            flow.set_page(Page(look, 700), height)
        assert flow.seen_span() == place

    def test_the_beginning_stays_the_beginning(self, look: Look) -> None:
        flow = flow_of(LONG, look)
        for width in (700, 300, 1000, 240, 700):
            flow.hold()
            flow.set_page(Page(look, width), 600)
            assert flow.is_at_start()

    @pytest.mark.parametrize("part", [0.1, 0.5, 0.9])
    def test_zooming_in_and_out_keeps_the_words_at_a_height(self, look: Look, part: float) -> None:
        flow = flow_of(LONG, look)
        flow.go_to(LONG.text.index("Paragraph 50"))
        y = part * flow.height
        seen, line = flow.line_at(y)
        words = seen.laid.line_span(line)
        for size in (18, 20, 30, 44, 12, 10, 25, 18):
            look.set_size(size)
            flow.hold(y)
            flow.set_page(Page(look, 700), 600)
            here = flow.y_of(words.start)
            assert here is not None
            block = flow.laid(flow.document.block_index(words.start))
            assert here - 1 <= y <= here + block.line_of(words.start).height + flow.page.line_height
        seen, line = flow.line_at(y)
        assert seen.laid.line_span(line) == words

    def test_a_page_that_only_stands_elsewhere_lays_nothing_out_again(self, look: Look) -> None:
        flow = flow_of(LONG, look, width=1000)
        before = [seen.laid for seen in flow.seen()]
        flow.set_page(Page(look, 1100), 500)
        assert [seen.laid for seen in flow.seen()] == before[: len(list(flow.seen()))]
        flow.set_page(Page(look, 400), 500)
        assert next(iter(flow.seen())).laid is not before[0]


class TestPlaces:
    """Going to a place shows that place."""

    @pytest.mark.parametrize("part", [0.0, 0.001, 0.3, 0.77, 0.999, 1.0])
    @pytest.mark.parametrize("name", TEXTS)
    def test_the_place_is_on_the_screen(self, look: Look, name: str, part: float) -> None:
        document = TEXTS[name]
        offset = int(len(document.text) * part)
        flow = flow_of(document, look)
        flow.go_to(offset)
        is_sound(flow)
        place = flow.seen_span()
        assert place.start <= offset <= place.end + 2

    def test_a_place_in_a_paragraph_is_at_the_very_top(self, look: Look) -> None:
        flow = flow_of(LONG, look)
        offset = LONG.text.index("nobody answered", len(LONG.text) // 2)
        flow.go_to(offset)
        assert flow.y_of(offset) == pytest.approx(0)
        line = flow.seen_span().start
        flow.go_to(line)
        assert flow.seen_span().start == line

    def test_a_block_that_is_gone_to_has_a_little_air(self, look: Look) -> None:
        flow = flow_of(LONG, look)
        offset = LONG.text.index("Paragraph 60")
        flow.go_to(offset)
        assert 0 < (flow.y_of(offset) or 0) <= flow.page.em
        assert flow.seen_span().start == offset

    def test_the_first_words_are_gone_to_with_the_margin_above(self, look: Look) -> None:
        flow = flow_of(LONG, look)
        flow.scroll_by(5000)
        flow.go_to(0)
        assert flow.is_at_start()

    def test_the_end_has_its_margin_below(self, look: Look) -> None:
        flow = flow_of(LONG, look)
        flow.go_to(len(LONG.text))
        assert flow.is_at_end()
        last = list(flow.seen())[-1]
        assert last.y + last.laid.height == pytest.approx(flow.height - flow.page.top)
        assert flow.seen_span().end == len(LONG.text)

    def test_a_distance_is_the_way_to_scroll(self, look: Look) -> None:
        flow = flow_of(LONG, look)
        flow.go_to(LONG.text.index("Paragraph 30"))
        for words in ("Paragraph 29", "Paragraph 33"):
            offset = LONG.text.index(words)
            way = flow.distance_to(offset, 2000)
            assert way is not None
            flow.scroll_by(way)
            assert flow.y_of(offset) == pytest.approx(0)
        assert flow.distance_to(LONG.text.index("Paragraph 99"), 2000) is None
        assert flow.distance_to(0, 2000) is None

    def test_a_distance_far_off_lays_nothing_out(self, look: Look) -> None:
        flow = flow_of(LONG, look)
        list(flow.seen())
        before = len(flow._laid)
        assert flow.distance_to(len(LONG.text), 1800) is None
        assert len(flow._laid) == before

    @pytest.mark.parametrize("height", [1, 10, 27, 40])
    def test_a_screen_lower_than_a_line_still_has_a_place(self, look: Look, height: int) -> None:
        flow = flow_of(LONG, look, height=height)
        flow.scroll_by(4000)
        place = flow.seen_span()
        assert place.end > place.start
        assert Span(0, len(LONG.text)).contains(place)


class TestScrollBar:
    """The bar counts characters; its ends are the text's."""

    @pytest.mark.parametrize("name", ["long", "giant", "verse", "short"])
    def test_the_ends_of_the_bar_are_the_ends_of_the_text(self, look: Look, name: str) -> None:
        flow = flow_of(TEXTS[name], look)
        assert flow.value == 0
        flow.go_to(len(flow.document.text))
        assert flow.value == flow.last_value
        flow.go_to_value(0)
        assert flow.is_at_start()

    def test_the_last_value_is_estimated_well_far_from_the_end(self, look: Look) -> None:
        document = document_of(*[f"{n} {'words and more words ' * 8}" for n in range(2000)])
        flow = flow_of(document, look)
        far = flow.last_value
        flow.go_to(len(document.text))
        assert far == pytest.approx(flow.last_value, rel=0.01)

    @settings(max_examples=30, deadline=None)
    @given(part=st.floats(0, 1))
    def test_the_bar_stays_where_it_was_put(self, look: Look, part: float) -> None:
        flow = flow_of(LONG, look)
        value = int(part * flow.last_value)
        flow.go_to_value(value)
        assert flow.value == pytest.approx(value, abs=1)


def test_a_document_of_100_000_blocks_is_laid_out_only_where_it_is_seen(look: Look) -> None:
    blocks = tuple(Block(BlockKind.PARAGRAPH, n * 8, n * 8 + 6) for n in range(100_000))
    flow = flow_of(Document("words.\n\n" * 100_000, blocks), look)
    for part in (0.2, 0.9, 1.0, 0.0, 0.5):
        flow.go_to(int(800_000 * part))
        is_sound(flow)
    assert len(flow._laid) < 400


def test_only_so_much_is_kept_laid_out(look: Look) -> None:
    document = document_of(*["word " * 3900 for _ in range(40)])
    flow = flow_of(document, look)
    for number in range(40):
        flow.go_to(document.blocks[number].start)
        is_sound(flow)
    assert len(flow._laid) <= 12


def test_a_flow_without_a_page_has_no_place() -> None:
    flow = Flow()
    flow.show(LONG)
    assert flow.seen_span() == Span(0, 0)
    assert flow.last_value == 0
    assert flow.distance_to(5, 100) is None
    flow.go_to(50)
    assert flow.top == 0

"""What is printed of found entries: each thing with its paragraph, the first telling, the weightiest only."""

from __future__ import annotations

from companion.core.claims import with_claims
from companion.core.companion import Companion
from companion.core.dates import parse_date
from companion.core.document import Block, BlockKind, Document, Span
from companion.core.entries import Alias, Claim, ClaimKind, Entries, Event, Origin, Person, Term
from companion.core.links import Links, Mention
from companion.core.sentences import split
from companion.output.finding import printed
from companion.output.html import to_html
from companion.output.markdown import to_markdown
from companion.output.summarising import summarise
from companion.output.summary import Part, Summary

WORDS = (
    "Anna Verl held the wall.",
    "Verl was the <commander>.",
    "“Gate!” cried Ferrand.",
    "Verl died in 1660.",
)


def document() -> Document:
    blocks, text = [], ""
    for words in WORDS:
        text += "\n\n" if text else ""
        blocks.append(Block(BlockKind.PARAGRAPH, len(text), len(text) + len(words)))
        text += words
    return Document(text, tuple(blocks), (), title="The siege")


def place(of: Document, words: str) -> Span:
    start = of.text.index(words)
    return Span(start, start + len(words))


def companion(**changes: float) -> Companion:
    of = document()
    verl = with_claims(
        Person(
            id="verl",
            name="Anna Verl",
            aliases=(Alias("Iron Annie"),),
            origin=Origin.FOUND,
            confidence=changes.get("verl", 0.9),
        ),
        (
            Claim(ClaimKind.ABOUT, WORDS[0], place(of, WORDS[0])),
            Claim(ClaimKind.ROLE, "the <commander>", place(of, WORDS[1])),
            Claim(ClaimKind.DIED, "1660", place(of, WORDS[3])),
            Claim(ClaimKind.TOLD, WORDS[0], place(of, WORDS[0])),
        ),
    )
    ferrand = with_claims(
        Person(id="ferrand", name="Ferrand", origin=Origin.FOUND, confidence=0.8),
        (Claim(ClaimKind.TOLD, WORDS[2], place(of, WORDS[2])),),
    )
    mentions = [
        Mention(entry, *place(of, words)) for entry, words in (("verl", "Anna Verl"), ("ferrand", "Ferrand"))
    ]
    second = of.text.index("Verl was")
    mentions.append(Mention("verl", second, second + 4))
    return Companion(of, Entries(people=(verl, ferrand)), Links(mentions), split(of))


def summary(of: Companion, until: int | None = None) -> Summary:
    return summarise(of, [Part.GLOSSARY, Part.PEOPLE, Part.TIMELINE, Part.DRAWING], until=until)


def test_each_thing_is_told_with_its_paragraph() -> None:
    verl, ferrand = summary(companion()).parts[Part.PEOPLE]
    assert verl.under == "the <commander> (§2) · † 1660 (§4)"
    assert verl.text == "Anna Verl held the wall. (§1)"
    assert verl.told is None
    assert verl.also == ("Iron Annie",)
    assert ferrand.text == ""
    assert ferrand.told is not None
    assert ferrand.told.paragraph == 3


def test_paragraphs_are_not_told_twice() -> None:
    verl, ferrand = summary(companion()).parts[Part.PEOPLE]
    assert verl.paragraphs == (1, 2)
    assert verl.elsewhere == ()
    assert ferrand.elsewhere == ()
    assert summary(companion()).refers


def test_what_is_in_doubt_says_so() -> None:
    assert summary(companion(verl=0.2)).parts[Part.PEOPLE][0].under.endswith("doubtful")


def test_only_what_was_read_is_told() -> None:
    of = companion()
    [verl] = summary(of, until=place(of.document, WORDS[0]).end).parts[Part.PEOPLE]
    assert (verl.under, verl.text) == ("", "Anna Verl held the wall. (§1)")


def test_the_first_telling_is_a_quotation() -> None:
    page = to_html(summary(companion()))
    assert '<dd class="told">first mention: <q dir="auto">“Gate!” cried Ferrand.</q>' in page
    assert "the &lt;commander&gt; (§2)" in page
    assert "> first mention §3: “Gate!” cried Ferrand." in to_markdown(summary(companion()))


def many(origin: Origin) -> Companion:
    of = document()
    terms = tuple(
        Term(id=f"t{number}", term=f"Term {number:03}", origin=origin, confidence=number / 1000)
        for number in range(600, 800)
    )
    events = tuple(
        Event(id=f"e{number}", title=f"Event {number}", date=parse_date(str(1600 + number)), origin=origin)
        for number in range(130)
    )
    return Companion(of, Entries(terms=terms, events=events), Links(), split(of))


def test_of_very_many_the_weightiest_are_printed_and_the_rest_counted() -> None:
    made = summary(many(Origin.FOUND))
    assert [item.heading for item in made.parts[Part.GLOSSARY]] == [
        f"Term {number}" for number in range(700, 800)
    ]
    assert made.left_out == {Part.GLOSSARY: 100, Part.TIMELINE: 30}
    assert made.rest(Part.GLOSSARY).startswith("100 more were found")
    assert made.rest(Part.PEOPLE) == ""
    for page in (to_html(made), to_markdown(made)):
        assert page.count("100 more were found") == 1
        assert page.count("30 more were found") == 1


def test_how_many_are_printed_can_be_chosen() -> None:
    found, written = many(Origin.FOUND), many(Origin.CURATED)
    for most, shown in ((25, 25), (150, 150), (None, 200)):
        made = summarise(found, most=most)
        assert len(made.parts[Part.GLOSSARY]) == printed(found.terms, most) == shown
        assert made.left_out.get(Part.GLOSSARY, 0) == 200 - shown
    assert len(summarise(written, most=25).parts[Part.GLOSSARY]) == printed(written.terms, 25) == 200


def test_what_somebody_wrote_is_printed_whole() -> None:
    made = summary(many(Origin.CURATED))
    assert len(made.parts[Part.GLOSSARY]) == 200
    assert made.left_out == {}

"""A small text with its companion, made by hand: what tests of output look at."""

from __future__ import annotations

from companion.core.anchors import Anchor
from companion.core.companion import Companion
from companion.core.dates import parse_date
from companion.core.document import Block, BlockKind, Document, Section, Span
from companion.core.entries import Alias, Entries, Event, Match, Person, Relation, Term
from companion.core.links import Links, Mention
from companion.core.notes import Colour, Mark
from companion.core.sentences import Sentences

_BLOCKS = (
    (BlockKind.HEADING, "The siege"),
    (BlockKind.PARAGRAPH, "In July 1643 Captain Verl 🏰 barred the sally port. SOE was far away."),
    (BlockKind.PARAGRAPH, "All winter the wall stood."),
    (BlockKind.PARAGRAPH, "Anna Verl opened the sally port again in 1644."),
)
TEXT = "\n\n".join(words for _, words in _BLOCKS)

ENTRIES = Entries(
    title="The siege of Aldmere",
    author="A. Teacher",
    language="en",
    notes="Invented.\n\nFor tests.",
    terms=(
        Term(
            id="sally-port",
            term="sally port",
            aliases=(Alias("postern"),),
            definition="A small hidden gate from which defenders could rush out.",
            see_also=("soe", "gone"),
        ),
        Term(
            id="soe",
            term="the Special Operations Executive",
            aliases=(Alias("SOE"), Alias("so so", Match.NEVER)),
            definition="Not yet founded.",
        ),
    ),
    people=(
        Person(id="nobody", name="Zoë Nobody", about="Never named."),
        Person(
            id="verl",
            name="Anna Verl",
            aliases=(Alias("Captain Verl"), Alias("Verl", Match.EXACT), Alias("Iron Anna")),
            role="commander",
            dates=parse_date("1610/1660"),
            about="Held the walls.",
            relations=(Relation("nobody", "her rival"),),
        ),
    ),
    events=(
        Event(
            id="later",
            title="The gate is opened",
            date=parse_date("1644"),
            people=("verl",),
            terms=("sally-port",),
        ),
        Event(id="first", title="The gate is barred", date=parse_date("1643-07"), about="It begins."),
        Event(id="winter", title="The walls hold", date=parse_date("1643-24"), about="All hold out."),
    ),
)


def _spans(words: str) -> list[Span]:
    found, start = [], TEXT.find(words)
    while start >= 0:
        found.append(Span(start, start + len(words)))
        start = TEXT.find(words, start + 1)
    return found


def span(words: str) -> Span:
    """Where the text has these words first."""
    return _spans(words)[0]


def companion(entries: Entries = ENTRIES) -> Companion:
    """The text tied to its companion."""
    named = (
        ("verl", "Captain Verl"),
        ("verl", "Anna Verl"),
        ("sally-port", "sally port"),
        ("soe", "SOE"),
        ("first", "July 1643"),
        ("later", "1644"),
    )
    blocks = tuple(Block(kind, *span(words), level=int(kind is BlockKind.HEADING)) for kind, words in _BLOCKS)
    document = Document(
        TEXT,
        blocks,
        (Section("The siege", 1, 0, len(TEXT)),),
        title="siege",
        warnings=("Something was mended.",),
    )
    mentions = [Mention(entry, *place) for entry, words in named for place in _spans(words)]
    sentences = ("In July 1643 Captain Verl 🏰 barred the sally port.", "SOE was far away.")
    whole = [words for _, words in _BLOCKS]
    starts = [span(words) for words in (whole[0], *sentences, *whole[2:])]
    told = {"winter": (span("All winter the wall stood."),)}
    return Companion(document, entries, Links(mentions), Sentences(starts), told, ("A quote is missing.",))


def bookmarks() -> list[tuple[Mark, Span | None]]:
    """What a reader marked in the text, not in its order, and where it stands; one place is lost."""
    words = (
        ("lost words", Colour.GREEN, "", ""),
        ("the wall stood", Colour.ROSE, "", ""),
        ("barred the sally port", Colour.YELLOW, "Who?", "Ask *her*.\n\nAnd why."),
    )
    return [
        (Mark(exact, Anchor(exact, "", "", 0, 0), label, colour, note), next(iter(_spans(exact)), None))
        for exact, colour, label, note in words
    ]

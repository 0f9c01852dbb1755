"""Foreign: the places of a text that is not in English where a name stands, in the nominative."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from companion.extraction import lexicon
from companion.extraction.foreign_words import foreign_words
from companion.extraction.names.finding import Name, word_after, word_before
from companion.extraction.names.inflection import nominatives
from companion.extraction.names.nouns import counted, name_words, without_nouns
from companion.extraction.names.runs import Run, Token, runs_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from companion.extraction.foreign_words import ForeignWords
    from companion.extraction.source import Source

_OFTEN = 10
"""Who is so often named alone, and behind another such, is no second name of that one."""

_LONGEST = 90
"""What has more letters is no name."""


def find_foreign_names(source: Source) -> list[Name]:
    """Every name in a text that is not in English, in its order; `form` has its words in the nominative.

    A title in small letters before a name is a part of it ("madame Bovary").
    """
    words = foreign_words(source.language)
    runs = list(runs_of(source.text, words))
    usual = nominatives(counted(runs), words)
    if words.nouns_have_capitals:
        runs = list(_named(source, runs, usual, words))
    else:
        runs = list(_surely_capital(source, runs, usual, words))
    runs = list(_parted(source.text, runs, usual, words))
    spelled: dict[tuple[str, ...], str] = {}
    return [name for run in runs if (name := _name(source.text, run, usual, words, spelled)) is not None]


def _named(
    source: Source, runs: Sequence[Run], usual: Mapping[str, str], words: ForeignWords
) -> Iterator[Run]:
    """The runs without common nouns."""
    behind = [(run, word_after(source.text, run.tokens[-1].end)) for run in runs]
    known = name_words(behind, usual, source.small_words, words)
    for run in runs:
        for part in without_nouns(run.tokens, known, usual, words):
            yield from _again(source.text, part, words)


def _surely_capital(
    source: Source, runs: Sequence[Run], usual: Mapping[str, str], words: ForeignWords
) -> Iterator[Run]:
    """The runs without words that have a capital only because a sentence begins with them."""
    inside: Counter[str] = Counter()
    small: Counter[str] = Counter()
    for run in runs:
        for token in run.tokens:
            if not token.is_initial and not token.is_particle:
                inside[usual.get(token.key, token.key)] += 1
    for key, count in source.small_words.items():
        small[usual.get(key, key)] += count
    for run in runs:
        tokens = list(run.tokens)
        for place, token in enumerate(tokens):
            if token.is_initial and token.key not in words.titles:
                key = usual.get(token.key, token.key)
                known = key in lexicon.first_names() and not small[key]
                if not (inside[key] > small[key] or (known and len(tokens) > 1) or _is_place(key, words)):
                    tokens = tokens[place + 1 :]
                break
        lone = len(tokens) == 1 and usual.get(tokens[0].key, tokens[0].key)
        if not lone or small[lone] <= 2 * inside[lone]:
            yield from _again(source.text, tokens, words)


def _is_place(key: str, words: ForeignWords) -> bool:
    return key in lexicon.places() or key in words.known_places


def _parted(text: str, runs: Sequence[Run], usual: Mapping[str, str], words: ForeignWords) -> Iterator[Run]:
    """The runs, cut where the name of one person ends and another begins ("Heidis Eltern", "Anton Evu")."""
    lone = (
        run.tokens[-1].key
        for run in runs
        if len(run.tokens) == 1 or (len(run.tokens) == 2 and run.tokens[0].key in words.titles)
    )
    alone = Counter(usual.get(key, key) for key in lone)
    for run in runs:
        begun = 0
        for place in range(1, len(run.tokens)):
            if _is_another(run.tokens[place - 1], run.tokens[place], usual, alone, words):
                yield from _again(text, list(run.tokens[begun:place]), words)
                begun = place
        yield from _again(text, list(run.tokens[begun:]), words)


def _is_another(
    one: Token, other: Token, usual: Mapping[str, str], alone: Mapping[str, int], words: ForeignWords
) -> bool:
    if one.is_particle or other.is_particle or one.key in words.titles:
        return False
    first, second = usual.get(one.key, one.key), usual.get(other.key, other.key)
    if words.genitives:
        known = second in lexicon.first_names() and alone[second] >= _OFTEN and alone[first] >= _OFTEN
        return first != one.key or known
    return first == one.key and second != other.key and alone[first] > 0 and alone[second] > 0


def _again(text: str, tokens: list[Token], words: ForeignWords) -> Iterator[Run]:
    """A run of the tokens that are left, if there is a name in them."""
    while tokens and tokens[0].is_particle and tokens[0].key not in words.titles:
        tokens = tokens[1:]
    while tokens and (tokens[-1].is_particle or tokens[-1].key in words.titles):
        tokens = tokens[:-1]
    if tokens:
        yield Run(tuple(tokens), word_before(text, tokens[0].start))


def _name(
    text: str,
    run: Run,
    usual: Mapping[str, str],
    words: ForeignWords,
    spelled: dict[tuple[str, ...], str],
) -> Name | None:
    tokens, before = _without_title(run, words)
    written = tuple(token.text for token in tokens)
    form = spelled.get(written)
    if form is None:
        form = spelled[written] = _form(tokens, usual, words)
    start, end = tokens[0].start, tokens[-1].end
    if tokens[-1].text.endswith(".") and len(tokens[-1].text) > 2:
        end -= 1
    if not 1 < len(form) <= _LONGEST or (len(form) == 2 and form.endswith(".")):
        return None
    is_initial = tokens[0].is_initial
    return Name(start, end, form, before, word_after(text, end), is_initial, False)


def _without_title(run: Run, words: ForeignWords) -> tuple[tuple[Token, ...], str]:
    """The words of a run without a title that no list of all titles has, and the word before them."""
    tokens, before = run.tokens, run.before
    while tokens[0].key in words.titles and words.titles[tokens[0].key] not in lexicon.titles():
        before, tokens = tokens[0].key, tokens[1:]
        while tokens[0].is_particle:
            tokens = tokens[1:]
    return tokens, before


def _form(tokens: Sequence[Token], usual: Mapping[str, str], words: ForeignWords) -> str:
    """The words of a name, in the nominative; titles have a capital."""
    found = []
    woman = False
    for place, token in enumerate(tokens):
        if token.key in words.titles:
            title = words.titles[token.key]
            known = title in lexicon.titles()
            woman = woman or (known and lexicon.titles()[title].gender == "f")
            if known:
                found.append(title.capitalize() + "." * (token.text.endswith(".") and token.key == title))
            continue
        key = usual.get(token.key, token.key)
        woman = woman or (not place and lexicon.first_names().get(key) == "f")
        is_hers = woman and place > 0 and token.key.endswith(("a", "а", "я")) and key != token.key
        found.append(token.text.rstrip(".") if key == token.key or is_hers else _like(token.text, key))
        if key == token.key and len(token.text) == 2 and token.text.endswith("."):
            found[-1] = token.text
    return " ".join(found)


def _like(written: str, key: str) -> str:
    """A nominative with capitals where the word has them."""
    if written.isupper():
        return key.upper()
    return "-".join(part.capitalize() for part in key.split("-"))

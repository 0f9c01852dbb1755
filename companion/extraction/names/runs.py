"""Runs: words with a capital that stand together in a text that is not in English, function words cut off."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from companion.extraction.names.finding import is_initial, word_before
from companion.extraction.names.writing import PIECE, ROW

if TYPE_CHECKING:
    from collections.abc import Iterator

    from companion.extraction.foreign_words import ForeignWords

_NUMERAL = re.compile(r"[IVXLC]+\.?")
_BEHIND_APOSTROPHE = re.compile(r"([^\W\d_]+)[’'](.*)", re.DOTALL)
_TITLE_BEFORE = 40
"""Characters before a name in which its title in small letters is looked for."""


class Token(NamedTuple):
    """A word of a run: its span in the text, as written, in small letters, and whether any word would have a
    capital there."""

    start: int
    end: int
    text: str
    key: str
    is_initial: bool

    @property
    def is_particle(self) -> bool:
        """Whether it is written small and joins two names; "d'Escorval" is one name."""
        return self.text.islower()


class Run(NamedTuple):
    """Words that stand together, titles in small letters before them included; `before` is the word there."""

    tokens: tuple[Token, ...]
    before: str


def runs_of(text: str, words: ForeignWords) -> Iterator[Run]:
    """All runs of the text in its order."""
    for row in ROW.finditer(text):
        initial = is_initial(text, row.start())
        run: list[Token] = []
        last_end = 0
        for piece in PIECE.finditer(text, row.start(), row.end()):
            token = _token(piece, initial and not last_end, words, behind=bool(run))
            last_end = piece.end()
            if token is None or _ends(token, run, words):
                yield from _finished(text, run, words)
                run = []
            else:
                run.append(token)
        yield from _finished(text, run, words)


def _token(piece: re.Match[str], initial: bool, words: ForeignWords, *, behind: bool) -> Token | None:
    """The word without an article that is written together with it; None when only that has the capital.

    What stands between a title or a first name and a surname, which it is `behind`, is a part of this.
    """
    start, written = piece.start(), piece[0]
    elided = _BEHIND_APOSTROPHE.fullmatch(written) if words.elisions else None
    if elided is not None and elided[1].lower() in words.elisions:
        if not elided[2][:1].isupper():
            return None
        is_part = behind and elided[1].islower() and f"{elided[1].lower()}'" in words.particles
        if is_part and elided[2].lower() not in words.known_places:
            return Token(start, piece.end(), written, written.replace("’", "'").lower().rstrip("."), False)
        start, written, initial = start + elided.start(2), elided[2], False
    key = written.replace("’", "'").lower()
    return Token(start, piece.end(), written, key if len(key) == 2 else key.rstrip("."), initial)


def _ends(token: Token, run: list[Token], words: ForeignWords) -> bool:
    """Whether a word is no part of a name, and ends the run before it."""
    if token.is_particle:
        return not run or token.key not in words.particles
    if token.key in words.small:
        return not (run and run[-1].is_particle and token.key in words.particles)
    if token.key.rstrip(".") in words.titles:
        return False
    if len(token.text) == 1 or _NUMERAL.fullmatch(token.text):
        return not run
    return token.key in words.nouns or any(
        token.key.endswith(ending) and token.key[: -len(ending)] in words.nouns for ending in words.genitives
    )


def _finished(text: str, run: list[Token], words: ForeignWords) -> Iterator[Run]:
    while run and (run[-1].is_particle or run[-1].key in words.titles):
        run.pop()
    if run and not _is_only_numerals(run):
        tokens = (*_title_before(text, run[0], words), *run)
        yield Run(tokens, word_before(text, tokens[0].start))


def _is_only_numerals(run: list[Token]) -> bool:
    return all(_NUMERAL.fullmatch(token.text) for token in run)


def _title_before(text: str, first: Token, words: ForeignWords) -> tuple[Token, ...]:
    """The title in small letters before a name, with the particle between them."""
    if first.key.rstrip(".") in words.titles or text[first.start - 1 : first.start] not in (" ", "’", "'"):
        return ()
    begin = max(0, first.start - _TITLE_BEFORE)
    head = [match for match in PIECE.finditer(text, begin, first.start) if match.start() > begin or not begin]
    if not head or "\n" in text[head[-1].end() : first.start]:
        return ()
    found = [_small(match) for match in head[-2:]]
    if found[-1].key in words.titles and text[found[-1].end : first.start].strip(" .\xa0") == "":
        return (found[-1],)
    joined = len(found) == 2 and found[1].key in words.particles and found[0].key in words.titles
    return tuple(found) if joined and text[found[0].end : found[1].start] == " " else ()


def _small(match: re.Match[str]) -> Token:
    return Token(match.start(), match.end(), match[0], match[0].lower().rstrip("."), False)

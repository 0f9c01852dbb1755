"""Noted: the terms at whose place a footnote stands that says what they mean."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from companion.core.document import Span
from companion.extraction.glossary.own import OwnTerm
from companion.extraction.glossary.words import plain_form, rareness
from companion.extraction.grammar import VERB, VERB_WORD

if TYPE_CHECKING:
    from collections.abc import Iterator

    from companion.core.document import NoteMark
    from companion.extraction.source import Source

_NUMBER = re.compile(r"\s*(?:(?:[\[(]?(?:\d{1,4}|[*†‡§¶]+)[\])]?[.:]?|[\[(][a-z][\])])\s+)?[“‘\"_]*")
_TERM_AGAIN = re.compile(
    r"[”’\"_]*(?:\s*[:=—–]\s*|\.?--|, (?:or |i\.e\.,? |that is,? )?|\. | (?:is|are|was|were|means|meaning) )"
)
_MEANING = re.compile(
    r"(?:(?:[Tt]hat is(?: to say)?|[Ii]\. ?e\.|[Vv]iz\.|[Mm]eaning|[Ll]iterally|[Ll]it\.),? )?"
    r"(?:an?|the|one|any|those|some|people|someone|anyone)\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(
    r"(?:(?!(?:who|whom|whose|which|that|where|when|what|whoever|whatever)\b)[\w’'-]+ ){2,7}?"
    r"(?:is|are|was|were|has|had|have|does|did|would|could|shall|should)\b",
    re.IGNORECASE,
)
"""What begins a sentence of its own ("The letter is lost."), unlike "the man who is at the gate"."""
_MAIN_CLAUSE = re.compile(rf"{VERB_WORD} (?:is|are|was|were|has|had|would|could)\b")
"""Two verbs side by side, as where a sentence goes on behind a relative clause: "where he worked is kept"."""

_PHRASE = re.compile(
    r"(?!(?:he|she|it|they|we|you|I|this|that|these|those|there|here|his|her|its|their|my|our|so|now|then|not|"
    r"about|nearly|almost)\b)"
    r"[A-Za-z][\w’'-]*(?: [\w’'-]+){1,8}\.?\Z",
    re.IGNORECASE,
)
_LANGUAGE = re.compile(r"(?:[A-Z]\w+|[Aa]n? [A-Z]\w+ (?:word|term|name)) (?:word |term |name )?for (?=\w)")
_SOURCES = re.compile(
    r"\b(?:ibid|op\. cit|loc\. cit|cf\.|see|vide|vol\.|pp?\. ?\d|ch\. ?\d|chap\.|edition|edited|ed\.|trans\.|"
    r"https?:|www\.|quoted|author|editor|translator|reader|footnote|manuscript|text)",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b1[5-9]\d\d\b|\b20\d\d\b")
_SET_OFF = re.compile(r"(?:_([^_\n]{2,50})_|[“‘]([^“”‘’\n]{2,50})[”’]|\*([^*\n]{2,50})\*)[,.;:!?”’)]*\s?\Z")
_WORDS = re.compile(r"(?:(?:[A-Z][\w’'-]*(?: (?:of|the|de|la) )? ?)+|[\w’'-]+)[,.;:!?”’\")_*]*\s?\Z")
_ENDS = ' ,.;:!?”’")_*“‘'
_BEFORE, _LONGEST, _SHORTEST = 70, 320, 6
_EVERYDAY, _LEAST_RARE = 1, 4
_LONGEST_TERM = 5
_POSSESSIVE = ("’s", "'s")


def noted_terms(source: Source) -> list[OwnTerm]:
    """The terms that notes explain, in the order of their marks; the span is that of the note.

    A note counts that begins with the words before its mark, or that reads like a meaning where these are
    set off, a name or a rare word. Notes that name their sources, or go on at length, don't.
    """
    found: dict[str, OwnTerm] = {}
    for mark in source.document.note_marks:
        for one in _explained(source, mark):
            found.setdefault(one.term.casefold(), one)
    return list(found.values())


def _explained(source: Source, mark: NoteMark) -> Iterator[OwnTerm]:
    text = source.text
    if mark.note_end - mark.note_start > 2 * _LONGEST:
        return
    number = _NUMBER.match(text, mark.note_start, mark.note_end)
    start = number.end() if number else mark.note_start
    note = text[start : mark.note_end].rstrip()
    if not _SHORTEST <= len(note) <= _LONGEST or _SOURCES.search(note):
        return
    block = source.document.block_at(mark.start)
    before = text[max(block.start if block else 0, mark.start - _BEFORE) : mark.start]
    term, words = _named_again(before, note)
    if not term:
        term, words = (_word_before(source, before, mark), note) if _is_meaning(note) else ("", "")
    words = " ".join(words.split()).strip(' _“”"')
    if term and len(words) >= _SHORTEST:
        yield OwnTerm(term, words, Span(mark.note_start, mark.note_end))


def _is_meaning(note: str) -> bool:
    """Whether a note reads like what a word means, and not like news of somebody."""
    if _LANGUAGE.match(note):
        return True
    if _YEAR.search(note):
        return False
    if _MEANING.match(note):
        return not _CLAUSE.match(note) and not _MAIN_CLAUSE.search(note)
    return bool(_PHRASE.match(note) and not VERB.search(note))


def _named_again(before: str, note: str) -> tuple[str, str]:
    """The words before the mark with which the note begins, and the rest of it; both empty without such."""
    words = before.rstrip(_ENDS).split()
    for count in range(min(_LONGEST_TERM, len(words)), 0, -1):
        term = " ".join(words[-count:]).strip(_ENDS)
        if len(term) < 2 or not _begins(note, term):
            continue
        again = _TERM_AGAIN.match(note, len(term))
        if again:
            return term, note[again.end() :]
    return "", ""


def _begins(note: str, term: str) -> bool:
    return note[: len(term)].casefold() == term.casefold()


def _word_before(source: Source, before: str, mark: NoteMark) -> str:
    """The words right before a mark that it may stand for: set off, a name, or a rare word; or none."""
    for run in source.document.styles_within(mark.start - _BEFORE, mark.start):
        if 0 <= mark.start - run.end <= 2 and run.end - run.start < _BEFORE:
            return source.text[run.start : run.end].strip(_ENDS)
    set_off = _SET_OFF.search(before)
    if set_off:
        return "".join(words or "" for words in set_off.groups()).strip(_ENDS)
    match = _WORDS.search(before)
    words = match[0].strip(_ENDS) if match else ""
    while " " in words and rareness(words.partition(" ")[0]) <= _EVERYDAY:
        words = words.partition(" ")[2]
    if not words or words[0].isdigit() or words.endswith(_POSSESSIVE):
        return ""
    is_rare = words[0].isupper() or rareness(plain_form(words)) >= _LEAST_RARE
    return words if is_rare else ""

"""YAML keeping: a key says something else, and its comments, its order and its quotes are kept."""

from __future__ import annotations

import io
import textwrap
from typing import TYPE_CHECKING, Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.resolver import VersionedResolver
from ruamel.yaml.scalarstring import (
    DoubleQuotedScalarString,
    FoldedScalarString,
    LiteralScalarString,
    ScalarString,
)

from companion.store.yaml_writing import one_line, scalar

if TYPE_CHECKING:
    from companion.store.entry_fields import Pairs, Value

_WIDTH = 96
_ENDLESS = 1_000_000
"""Lines are broken only where this is told."""


class _Words(VersionedResolver):
    """Takes every scalar for words, as the reading of companion files does."""

    @property
    def versioned_resolver(self) -> dict[str, Any]:
        """No words stand for a number, a date or a truth value."""
        return {}


def with_key(text: str, key: str, value: Value) -> str:
    """The text of a mapping of one key, which then says `value`, in the way in which it was written.

    The text has been read as part of a companion file before, so that it has no anchors and no tags. It is
    written by ruamel.yaml's round trip (https://yaml.dev/doc/ruamel.yaml/).
    """
    yaml = _yaml()
    mapping = yaml.load(text) if text else CommentedMap()
    mapping[key] = _changed(mapping[key], value) if key in mapping else _new(value)
    made = io.StringIO()
    yaml.dump(mapping, made)
    return made.getvalue()


def _yaml() -> YAML:
    yaml = YAML(typ="rt", pure=True)
    yaml.Resolver = _Words
    yaml.preserve_quotes = True
    yaml.width = _ENDLESS
    yaml.indent(mapping=2, sequence=4, offset=2)
    return yaml


def _changed(old: Any, value: Value) -> Any:
    """A value in the place of another, in the way in which that is written."""
    if isinstance(value, str):
        return _like(old, value)
    if isinstance(old, CommentedSeq) and isinstance(value, list):
        return _mended_list(old, value)
    if isinstance(old, CommentedMap) and isinstance(value, tuple):
        return _mended_mapping(old, dict(value))
    return _new(value)


def _like(old: Any, words: str) -> Any:
    if isinstance(old, LiteralScalarString):
        return LiteralScalarString(words.rstrip("\n") + "\n")
    if isinstance(old, FoldedScalarString):
        return _folded(words)
    made = _words(words)
    if isinstance(made, FoldedScalarString | LiteralScalarString):
        return made
    if isinstance(old, ScalarString):
        return type(old)(words)
    is_bare = scalar(old).startswith('"') and "\n" not in words  # a date that stood without quotes
    return words if is_bare else made


def _mended_list(old: CommentedSeq, wanted: list[str | Pairs]) -> CommentedSeq:
    """The list with what is wanted, of which that which stood there stays as it stood."""
    plain = [dict(one) if isinstance(one, tuple) else one for one in wanted]
    for index in range(len(old) - 1, -1, -1):
        if old[index] not in plain:
            del old[index]
    for index, one in enumerate(plain):
        if one not in list(old):
            old.insert(index, _new(wanted[index]))
        elif old[index] != one:
            _move(old, old.index(one), index)
    return old


def _move(sequence: CommentedSeq, source: int, target: int) -> None:
    """An item to an earlier place, with the comment behind it."""
    comment = sequence.ca.items.get(source)
    item = sequence.pop(source)
    sequence.insert(target, item)
    if comment is not None:
        sequence.ca.items[target] = comment


def _mended_mapping(old: CommentedMap, wanted: dict[str, str]) -> CommentedMap:
    """The same for a mapping."""
    for key in [key for key in old if key not in wanted]:
        del old[key]
    for index, (key, words) in enumerate(wanted.items()):
        if key not in old:
            old.insert(index, _words(key), _words(words))
        elif old[key] != words:
            old[key] = _like(old[key], words)
    return old


def _new(value: Value) -> Any:
    """A value as it is written where it stood nowhere before: lists and mappings in brackets."""
    if isinstance(value, str):
        return _words(value)
    if isinstance(value, list):
        items = CommentedSeq(_new(one) for one in value)
        items.fa.set_flow_style()
        return items
    mapping = CommentedMap((_words(key), _words(words)) for key, words in value)
    mapping.fa.set_flow_style()
    return mapping


def _words(words: str) -> Any:
    if len(words) > _WIDTH - 16:
        return _folded(words)
    if "\n" in words:
        return LiteralScalarString(words.rstrip("\n") + "\n")
    return DoubleQuotedScalarString(words) if scalar(words).startswith('"') else words


def _folded(words: str) -> Any:
    """Long words on several lines, which are read as one."""
    words = one_line(words)
    lines = textwrap.wrap(words, _WIDTH - 8, break_long_words=False, break_on_hyphens=False)
    made = FoldedScalarString(" ".join(lines) + "\n")
    places, place = [], 0
    for line in lines[:-1]:
        place += len(line)
        places.append(place)
        place += 1
    made.fold_pos = places
    return made

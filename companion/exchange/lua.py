"""Lua tables, as KOReader writes them down: read as what they are, and never run."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from companion.core.message import Message
from companion.exchange.arrived import ForeignError

if TYPE_CHECKING:
    from collections.abc import Iterable

Value = str | float | int | bool | None | dict["Value", "Value"]
"""What a literal can be; a table is a dictionary, and a list one with the keys 1, 2, 3 …"""

_DEEPEST = 60
_MOST_VALUES = 500_000
_BLANK = re.compile(r"(?:\s+|--\[(=*)\[.*?\]\1\]|--(?!\[=*\[)[^\n]*)*", re.DOTALL)
_NUMBER = re.compile(
    r"-?(?:0[xX][0-9a-fA-F]{1,16}|\d{1,300}(?:\.\d{0,300})?(?:[eE][+-]?\d{1,4})?|\.\d{1,300})"
)
_NAME = re.compile(r"[A-Za-z_]\w*", re.ASCII)
_LONG = re.compile(r"\[(=*)\[\n?(.*?)\]\1\]", re.DOTALL)
_PLAIN = {'"': re.compile(r'[^"\\\n]*'), "'": re.compile(r"[^'\\\n]*")}
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "a": "\a", "b": "\b", "f": "\f", "v": "\v", "\n": "\n"}
_ESCAPES |= {"\r": "\n", "\\": "\\", '"': '"', "'": "'"}
_DECIMAL = re.compile(r"\d{1,3}", re.ASCII)
_WORDS: dict[str, Value] = {"true": True, "false": False, "nil": None}


def read_lua(data: bytes) -> Value:
    """The value of a file that says ``return`` and a literal, or only the literal. Raises `ForeignError`.

    The grammar is that of constructors in section 3.4.9 of the Lua 5.1 manual, with literals alone: a
    call, a variable or an operator is refused.
    """
    # A byte for a sign: an escape like \\195 stands for a byte of UTF-8, and is put together at the end.
    return _Literals(data.decode("latin-1")).whole()


class _Literals:
    def __init__(self, text: str) -> None:
        self._text = text.removeprefix("\xef\xbb\xbf")
        self._at = 0
        self._values = 0

    def whole(self) -> Value:
        self._skip()
        if self._text.startswith("return", self._at):
            self._at += len("return")
        value = self._value(0)
        self._skip()
        if self._text.startswith(";", self._at):
            self._at += 1
            self._skip()
        if self._at < len(self._text):
            raise self._error()
        return value

    def _skip(self) -> None:
        found = _BLANK.match(self._text, self._at)
        self._at = found.end() if found else self._at

    def _value(self, depth: int) -> Value:
        self._skip()
        sign = self._text[self._at : self._at + 1]
        if sign == "{":
            return self._table(depth + 1)
        if sign in ('"', "'") and sign:
            return self._string(sign)
        if sign == "[" and (found := _LONG.match(self._text, self._at)):
            self._at = found.end()
            return _decoded(found[2])
        if found := _NUMBER.match(self._text, self._at):
            self._at = found.end()
            return _number(found[0])
        if (found := _NAME.match(self._text, self._at)) and found[0] in _WORDS:
            self._at = found.end()
            return _WORDS[found[0]]
        raise self._error()

    def _table(self, depth: int) -> Value:
        if depth > _DEEPEST:
            raise self._error()
        self._at += 1
        table: dict[Value, Value] = {}
        number = 1
        while True:
            self._skip()
            if self._text.startswith("}", self._at):
                self._at += 1
                return table
            key = self._key(depth)
            if key is None:
                key = number
                number += 1
            elif isinstance(key, bool):
                key = str(key).lower()  # in Lua true is not 1
            value = self._value(depth)
            self._values += 1
            if self._values > _MOST_VALUES:
                raise ForeignError(Message("This file is too large; no program keeps so many notes."))
            if value is not None:
                table[key] = value
            self._skip()
            if self._text[self._at : self._at + 1] in (",", ";"):
                self._at += 1
            elif not self._text.startswith("}", self._at):
                raise self._error()

    def _key(self, depth: int) -> Value:
        """The key before an equals sign; None for a field that has only a value."""
        begun = self._at
        key: Value = None
        if self._text.startswith("[", begun) and not _LONG.match(self._text, begun):
            self._at += 1
            key = self._value(depth)
            self._skip()
            if not self._text.startswith("]", self._at) or key is None or isinstance(key, dict):
                raise self._error()
            self._at += 1
        elif (found := _NAME.match(self._text, begun)) and found[0] not in _WORDS:
            key, self._at = found[0], found.end()
        if key is None:
            return None
        self._skip()
        if not self._text.startswith("=", self._at):
            raise self._error()
        self._at += 1
        return key

    def _string(self, quote: str) -> str:
        self._at += 1
        parts: list[str] = []
        while True:
            plain = _PLAIN[quote].match(self._text, self._at)
            if plain:
                parts.append(plain[0])
                self._at = plain.end()
            sign = self._text[self._at : self._at + 1]
            if sign == quote:
                self._at += 1
                return _decoded("".join(parts))
            if sign != "\\":
                raise self._error()
            parts.append(self._escaped())

    def _escaped(self) -> str:
        self._at += 1
        if found := _DECIMAL.match(self._text, self._at):
            if int(found[0]) > 255:
                raise self._error()
            self._at = found.end()
            return chr(int(found[0]))
        sign = self._text[self._at : self._at + 1]
        if sign not in _ESCAPES:
            raise self._error()
        self._at += 2 if self._text.startswith("\r\n", self._at) else 1
        return _ESCAPES[sign]

    def _error(self) -> ForeignError:
        line = self._text.count("\n", 0, self._at) + 1
        return ForeignError(
            Message("Line {line} of this Lua file is no plain data, so it was not read.", line=str(line))
        )


def _decoded(text: str) -> str:
    return text.encode("latin-1", "replace").decode("utf-8", "replace")


def _number(written: str) -> float | int:
    if "x" in written.lower():
        return int(written, 16)
    return float(written) if set(written) & set(".eE") else int(written)


def listed(value: Value) -> list[Value]:
    """The values of a table that is a list, in its order; none for anything else."""
    if not isinstance(value, dict):
        return []
    numbers = {_place(key): key for key in value}
    return [value[numbers[place]] for place in sorted(place for place in numbers if place > 0)]


def _place(key: Value) -> int:
    """The place in a list that a key means, written as a number or, by some programs, as a text; or 0."""
    if isinstance(key, str):
        return int(key) if key.isascii() and key.isdigit() and len(key) < 10 else 0
    return key if isinstance(key, int) and not isinstance(key, bool) else 0


def written_lua(value: object, depth: int = 0) -> str:
    """A value as a Lua literal: texts, numbers, truth values, dictionaries with names as keys, lists."""
    inner = "    " * (depth + 1)
    if isinstance(value, dict):
        fields = [
            f"{inner}[{_quoted(str(key))}] = {written_lua(held, depth + 1)},\n" for key, held in value.items()
        ]
        return _braced(fields, depth)
    if isinstance(value, list | tuple):
        return _braced([f"{inner}{written_lua(held, depth + 1)},\n" for held in value], depth)
    if isinstance(value, bool):
        return "true" if value else "false"
    return repr(value) if isinstance(value, int | float) else _quoted(str(value))


def _braced(fields: Iterable[str], depth: int) -> str:
    inside = "".join(fields)
    return f"{{\n{inside}{'    ' * depth}}}" if inside else "{}"


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\r", "\\r")
    return '"' + re.sub(r"[\x00-\x1f\x7f]", lambda sign: f"\\{ord(sign[0]):03d}", escaped) + '"'

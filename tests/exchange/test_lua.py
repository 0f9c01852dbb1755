"""Lua tables are read as literals; nothing in them is ever run, and nothing raises but one error."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.exchange.arrived import ForeignError
from companion.exchange.lua import listed, read_lua, written_lua

VALUES = st.recursive(
    st.booleans()
    | st.integers(-(2**60), 2**60)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=9), inner, max_size=4),
    max_leaves=20,
)


def as_tables(value: object) -> object:
    if isinstance(value, list):
        return {number: as_tables(one) for number, one in enumerate(value, 1)}
    if isinstance(value, dict):
        return {key: as_tables(one) for key, one in value.items()}
    return value.encode("utf-8", "replace").decode() if isinstance(value, str) else value


@given(VALUES)
def test_every_value_comes_back_as_it_was_written(value: object) -> None:
    written = f"-- by a test\nreturn {written_lua(value)}\n"
    assert read_lua(written.encode("utf-8", "replace")) == as_tables(value)


@given(st.binary(max_size=300))
def test_noise_is_an_error_or_a_value(noise: bytes) -> None:
    with contextlib.suppress(ForeignError):
        read_lua(noise)


@given(st.text(alphabet="{}[]=,;\"\\'-0159.ex \nreturnab", max_size=120))
def test_what_looks_like_lua_is_an_error_or_a_value(text: str) -> None:
    with contextlib.suppress(ForeignError):
        read_lua(text.encode())


@pytest.mark.parametrize(
    "code",
    [
        'os.execute("touch /tmp/never")',
        "return os.exit()",
        "return {a = f()}",
        "return {x}",
        "return {[f] = 1}",
        "return (function() end)()",
        "return {} .. {}",
        "return 1 + 1",
        "local x = {} return x",
        "return {a = 1} {b = 2}",
        'return "a" "b"',
        "return #{}",
        "return {[{}] = 1}",
        "return {[nil] = 1}",
        r'return "\300"',
        r'return "\q"',
        'return "open\n"',
        "return [[open",
        "return {1, 2",
        "return " + "{" * 5000 + "}" * 5000,
        "",
    ],
)
def test_code_is_refused(code: str) -> None:
    with pytest.raises(ForeignError):
        read_lua(code.encode())


def test_all_that_koreader_and_its_plugins_write_is_understood() -> None:
    written = rb"""-- X-Ray Cache v6.0
-- Generated: 2026-01-01
--[==[ a longer
remark ]==]
return {
  name = "Zo\195\171 \
of Aldmere",
  ["two words"] = 'it\'s',
  [1] = 1e+15, [2] = -0x10; [3] = .5,
  long = [==[
a ]] b]==],
  none = nil, yes = true, again = {--[[circular reference]]},
}
"""
    assert read_lua(written) == {
        "name": "Zoë \nof Aldmere",
        "two words": "it's",
        1: 1e15,
        2: -16,
        3: 0.5,
        "long": "a ]] b",
        "yes": True,
        "again": {},
    }


def test_a_line_that_goes_on_does_so_with_any_end_of_a_line() -> None:
    assert [read_lua(b'return "a\\' + end + b'b"') for end in (b"\n", b"\r\n", b"\r")] == ["a\nb"] * 3


def test_a_list_is_told_by_its_numbers_in_their_order() -> None:
    assert listed(read_lua(b'return {[2] = "b", [1] = "a", x = "no", [true] = "no", ["3"] = "c"}')) == [
        "a",
        "b",
        "c",
    ]
    assert listed("text") == []


def test_more_than_anybody_keeps_is_refused() -> None:
    with pytest.raises(ForeignError, match="too large"):
        read_lua(b"return {" + b"1," * 600_000 + b"}")


@pytest.mark.parametrize(
    "evil",
    [
        b"--[[" * 100_000,
        b"--[==[ ]==]" * 50_000 + b"!",
        b"--[" + b"=" * 300_000,
        b"return " + b"[" + b"=" * 300_000,
        b"return [[" + b"]=" * 150_000,
        b"\n \t" * 200_000 + b"!",
        b'return "' + b"\\" * 300_001,
        b"return " + b"9" * 400_000,
    ],
)
def test_evil_blanks_end_soon(evil: bytes) -> None:
    with pytest.raises(ForeignError):
        read_lua(evil)

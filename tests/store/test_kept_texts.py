from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from companion.store import kept_texts
from companion.store.kept_texts import KeptTexts

if TYPE_CHECKING:
    from pathlib import Path


def test_what_was_kept_is_found(tmp_path: Path) -> None:
    kept = KeptTexts(tmp_path / "texts")
    assert kept.find("a") is None
    kept.keep("a", b"form")
    kept.keep("b", b"")
    kept.keep("a", b"another form")
    assert (kept.find("a"), kept.find("b")) == (b"another form", b"")
    assert sorted(path.name for path in (tmp_path / "texts").iterdir()) == ["a.text", "b.text"]


def test_a_single_wrong_bit_is_noticed(tmp_path: Path) -> None:
    kept = KeptTexts(tmp_path)
    kept.keep("a", b"form")
    path = tmp_path / "a.text"
    whole = path.read_bytes()
    for place in range(8 * len(whole)):
        spoilt = bytearray(whole)
        spoilt[place // 8] ^= 1 << place % 8
        path.write_bytes(spoilt)
        assert kept.find("a") is None
    for end in range(len(whole)):
        path.write_bytes(whole[:end])
        assert kept.find("a") is None


@pytest.mark.parametrize(("files", "room"), [(2, 10**9), (99, 2 * 14 + 1)])
def test_what_was_opened_longest_ago_goes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, files: int, room: int
) -> None:
    monkeypatch.setattr(kept_texts, "_MOST_FILES", files)
    monkeypatch.setattr(kept_texts, "_MOST_BYTES", room)
    kept = KeptTexts(tmp_path)
    for age, key in enumerate("abc"):
        kept.keep(key, b"ten bytes.")
        if (tmp_path / f"{key}.text").exists():
            os.utime(tmp_path / f"{key}.text", (1_000 + age, 1_000 + age))
    assert kept.find("a") is None
    assert kept.find("b") == b"ten bytes."  # and is now the newest
    kept.keep("d", b"ten bytes.")
    assert kept.find("c") is None
    assert kept.find("b") is not None

"""Looking for unused objects is put off for a while, and always taken up again."""

from __future__ import annotations

import gc

import pytest

from companion.extraction.collecting import collected_later
from companion.extraction.extractor import extract
from companion.readers.plain import read_plain


def test_nothing_is_collected_meanwhile_but_afterwards() -> None:
    with collected_later():
        assert not gc.isenabled()
        with collected_later():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_is_collected_again_after_an_error() -> None:
    def stop(done: float) -> None:
        if done > 0.2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        extract(read_plain("Anna Verl came to Aldmere.", "a"), progress=stop)
    assert gc.isenabled()


def test_what_was_off_stays_off() -> None:
    gc.disable()
    try:
        with collected_later():
            assert not gc.isenabled()
        assert not gc.isenabled()
    finally:
        gc.enable()

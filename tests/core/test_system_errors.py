"""System errors: the usual ones in words of our own, all others as the system says them."""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING

import pytest

from companion.core.system_errors import why

if TYPE_CHECKING:
    from pathlib import Path


def test_the_usual_ones_are_said_in_words_that_can_be_translated(tmp_path: Path) -> None:
    with pytest.raises(OSError) as caught:  # noqa: PT011  (its words are what is asked for)
        (tmp_path / "absent.txt").read_bytes()
    reason = why(caught.value)
    assert reason == reason.template == "the file or its folder is not there"


def test_others_are_said_as_the_system_says_them() -> None:
    words = os.strerror(errno.EXDEV)
    reason = why(OSError(errno.EXDEV, words))
    assert reason == f"the system says ‘{words}’"
    assert reason.parts == {"words": words}


def test_what_is_no_error_of_the_system_is_quoted() -> None:
    assert why(ValueError("embedded null byte")) == "the system says ‘embedded null byte’"

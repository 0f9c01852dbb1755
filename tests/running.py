"""Running: a command in this process, with how it ended and what it said."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from companion import cli

if TYPE_CHECKING:
    import pytest


class Ended(NamedTuple):
    """How a command ended and what it said."""

    status: int
    out: bytes
    err: str


class Running:
    """Runs a command in this process."""

    def __init__(self, capture: pytest.CaptureFixture[bytes]) -> None:
        self._capture = capture

    def __call__(self, *arguments: object) -> Ended:
        try:
            status = cli.run(cli.parse([str(argument) for argument in arguments]))
        except SystemExit as end:
            status = int(end.code or 0)
        out, err = self._capture.readouterr()
        return Ended(status, out, err.decode("utf-8"))

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import pytest
from power_loss import DEVICE, Step, recorded, replayed, states

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="asks the system for a file's name"
)


@pytest.mark.parametrize("device", ["", DEVICE], ids=["whole", "journal"])
def test_no_loss_of_power_costs_what_was_acknowledged(
    device: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "disk").mkdir()
    with monkeypatch.context() as patch:
        tape = recorded(tmp_path / "disk", patch, device, 9, 3)
    monkeypatch.setattr(os, "fsync", lambda _: None)
    figures = replayed(tape, tmp_path / "states")
    assert figures["states"] > 60
    assert (figures["unreadable"], figures["acknowledged lost"]) == (0, 0), figures


def test_the_model_knows_what_a_missing_sync_costs() -> None:
    careless = [
        Step("create", "main"),
        Step("write", "main", data=b"1234"),
        Step("sync", "main"),
        Step("sync_folder", "."),
        Step("create", "tmp"),
        Step("write", "tmp", data=b"5678"),
        Step("rename", "tmp", "main"),
    ]
    found = list(states(careless))
    assert {files["main"] for files in found} == {b"1234", b"", b"56", b"5678"}
    careful = [*careless[:6], Step("sync", "tmp"), careless[6]]
    assert {files["main"] for files in states(careful)} == {b"1234", b"5678"}
    assert {files["main"] for files in states([*careful, Step("sync_folder", ".")])} == {b"5678"}

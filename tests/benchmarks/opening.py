"""How soon a book is on the screen: this program and the readers installed here, in turn, on one Xvfb.

Run as ``python tests/benchmarks/opening.py BOOK [--rounds N] [--readers NAME…] [--shots FOLDER]``. Needs
Xvfb, and of FBReader, calibre, Okular and Foliate those that it shall compare with (``apt-get install xvfb
openbox wmctrl dbus fbreader calibre okular okular-extra-backends foliate``). The frame buffer is looked at
every 12 ms; when the middle of the screen has been still for some seconds with text on it, it shows the page,
and what counts is the time of the first frame that was equal to it but for 0.5 % of its pixels. Memory is the
highest sum over all processes that the reader started, as resident and as proportional set size, without the
session bus, which every desktop has already and which libraries start where there is none, as here.

This program is timed twice: with a book that it never saw, its cache emptied, and with the same book again,
when text and companion come out of the cache.
"""

from __future__ import annotations

import argparse
import mmap
import os
import shutil
import signal
import statistics
import struct
import subprocess
import sys
import tempfile
import threading
import time
import zlib
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

CHECKOUT = Path(__file__).resolve().parents[2]
WIDTH, HEIGHT = 1400, 900
MIDDLE = (480, 240, 780, 700)
"""Left, top, right and bottom of what is looked at: text in every reader's first window."""
STILL, LONGEST = 2.5, 60.0
"""Seconds without change after which a page is settled, and the longest that is waited for one."""
FEWEST_BYTES = 2_000
"""A middle that compresses to fewer bytes has no text in it."""
ALIKE = 0.005
LEVELS = bytes(value // 64 for value in range(256))
"""Four levels of each colour: a shade of grey at the edge of a letter makes no difference."""
OURS_FIRST, OURS_AGAIN = "this, first", "this, again"

BUS = {"dbus-daemon", "dbus-launch"}

READERS: dict[str, list[str]] = {
    "fbreader": ["fbreader"],
    "calibre": ["ebook-viewer"],
    "okular": ["okular"],
    "foliate": ["foliate"],
}


class Opened(NamedTuple):
    """Seconds until the page was visible, megabytes resident and proportional, seconds of the processor."""

    seconds: float
    resident: float
    proportional: float
    cpu: float


class Screen:
    """A screen without a monitor, of which every frame can be read."""

    def __init__(self, folder: Path) -> None:
        self.name = f":{200 + os.getpid() % 700}"
        geometry = f"{WIDTH}x{HEIGHT}x24"
        self.server = subprocess.Popen(
            ["Xvfb", self.name, "-screen", "0", geometry, "-fbdir", str(folder), "-nolisten", "tcp"],
            stderr=subprocess.DEVNULL,
        )
        frames = folder / "Xvfb_screen0"
        until = time.monotonic() + 10
        while not (frames.exists() and frames.stat().st_size > WIDTH * HEIGHT * 4):
            if time.monotonic() > until:
                raise SystemExit("Xvfb does not start.")
            time.sleep(0.05)
        with frames.open("rb") as file:
            self._memory = mmap.mmap(file.fileno(), 0, prot=mmap.PROT_READ)
        header = struct.unpack(">25I", self._memory[:100])
        self._line, self._begin = header[12], header[0] + header[19] * 12
        self._manager = None
        if shutil.which("openbox"):
            self._manager = subprocess.Popen(
                ["openbox"], env={**os.environ, "DISPLAY": self.name}, stderr=subprocess.DEVNULL
            )
        time.sleep(0.5)

    def middle(self) -> bytes:
        """The middle of the screen as it is now."""
        left, top, right, bottom = MIDDLE
        lines = (self._begin + y * self._line for y in range(top, bottom, 2))
        return b"".join(self._memory[start + left * 4 : start + right * 4] for start in lines).translate(
            LEVELS
        )

    def shoot(self, path: Path) -> None:
        """Writes the whole screen as a picture, where ImageMagick is installed."""
        with suppress(OSError):
            subprocess.run(["import", "-display", self.name, "-window", "root", str(path)], check=False)

    def close(self) -> None:
        """Ends the screen."""
        for process in (self._manager, self.server):
            if process is not None:
                process.terminate()
                process.wait()


def differing(one: bytes, other: bytes) -> float:
    """The share of the bytes in which two middles differ."""
    both = (int.from_bytes(one) ^ int.from_bytes(other)).to_bytes(len(one))
    return 1 - both.count(0) / len(both)


class Usage:
    """What all processes take that carry a mark in their environment: the most memory, and all their time."""

    def __init__(self, mark: str) -> None:
        self.resident = self.proportional = 0.0
        self.begun = time.monotonic()
        """When the reader was started; set again just before it is."""
        self._mark = mark.encode()
        self._cpu: dict[str, float] = {}
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._watch)
        self._thread.start()

    @property
    def cpu(self) -> float:
        """Seconds of the processor."""
        return sum(self._cpu.values())

    def end(self) -> None:
        """Looks no more."""
        self._ended.set()
        self._thread.join()

    def processes(self) -> Iterator[Path]:
        """The folders of the marked processes in /proc."""
        for folder in Path("/proc").iterdir():
            with suppress(OSError):
                if folder.name.isdigit() and self._mark in (folder / "environ").read_bytes():
                    yield folder

    def _watch(self) -> None:
        while not self._ended.wait(0.1):
            resident = proportional = 0
            for folder in self.processes():
                with suppress(OSError, IndexError, ValueError):
                    if (folder / "comm").read_text().strip() in BUS:
                        continue
                    resident += int((folder / "statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
                    lines = (folder / "smaps_rollup").read_text().splitlines()
                    proportional += (
                        sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) * 1024
                    )
                    times = (folder / "stat").read_text().rsplit(")", 1)[1].split()[11:13]
                    self._cpu[folder.name] = sum(map(int, times)) / os.sysconf("SC_CLK_TCK")
            self.resident = max(self.resident, resident / 2**20)
            self.proportional = max(self.proportional, proportional / 2**20)


@contextmanager
def running(command: Sequence[str], screen: Screen, home: Path) -> Iterator[Usage]:
    """A reader runs on the screen, with a home of its own; at the end it is closed, with all it started."""
    mark = f"OPENING_MARK={os.getpid()}-{time.monotonic_ns()}"
    name, _, value = mark.partition("=")
    folders = {f"XDG_{kind}_HOME": str(home / kind.lower()) for kind in ("CONFIG", "DATA", "CACHE", "STATE")}
    unasked = {"PYTHONDONTWRITEBYTECODE", "QT_QPA_PLATFORM", "WAYLAND_DISPLAY"}
    environment = {key: kept for key, kept in os.environ.items() if key not in unasked}
    environment |= {"DISPLAY": screen.name, "HOME": str(home), name: value, **folders}
    environment |= {"QTWEBENGINE_DISABLE_SANDBOX": "1", "WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS": "1"}
    environment |= {"WEBKIT_DISABLE_COMPOSITING_MODE": "1"}  # or Foliate stays white without a GPU
    nowhere = subprocess.DEVNULL
    bus = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--print-address"],
        env=environment,
        stdin=nowhere,
        stdout=subprocess.PIPE,
        stderr=nowhere,
        text=True,
    )  # as on every desktop it runs before the reader does; a new one each time, so that nobody is met again
    assert bus.stdout is not None
    environment["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().strip()
    usage = Usage(mark)
    usage.begun = time.monotonic()
    process = subprocess.Popen(command, env=environment, stdin=nowhere, stdout=nowhere, stderr=nowhere)
    try:
        yield usage
    finally:
        usage.end()
        for ask in (signal.SIGTERM, signal.SIGKILL):
            for folder in usage.processes():
                with suppress(OSError):
                    os.kill(int(folder.name), ask)
            time.sleep(0.7)
        process.wait()
        bus.communicate()


def opened(command: Sequence[str], screen: Screen, home: Path, shot: Path | None = None) -> Opened | None:
    """Opens a book and waits until its page is settled; None when no page came."""
    with running(command, screen, home) as usage:
        begun = changed = usage.begun
        frames = [(0.0, screen.middle())]
        while time.monotonic() - begun < LONGEST:
            now, frame = time.monotonic(), screen.middle()
            if frame != frames[-1][1]:
                frames.append((now - begun, frame))
                changed = now
            if now - changed > STILL and len(zlib.compress(frame, 1)) > FEWEST_BYTES:
                break
            time.sleep(0.012)
        else:
            return None
        if shot is not None:
            screen.shoot(shot)
        if command[0] == "ebook-viewer" and shutil.which("wmctrl"):  # it keeps what it prepared only so
            subprocess.run(
                ["wmctrl", "-c", "E-book viewer"], env={**os.environ, "DISPLAY": screen.name}, check=False
            )
            time.sleep(1)
        page = frames[-1][1]
        seen = next(seconds for seconds, frame in frames if seconds and differing(frame, page) < ALIKE)
        return Opened(seen, usage.resident, usage.proportional, usage.cpu)


def prepared(book: Path, screen: Screen, home: Path) -> None:
    """Lets this program open the book until its companion is found and kept."""
    with running(ours(book), screen, home) as usage:
        idle, before = 0, -1.0
        until = time.monotonic() + 240
        while idle < 4 and time.monotonic() < until:
            time.sleep(1.5)
            idle, before = (idle + 1 if usage.cpu - before < 0.05 else 0), usage.cpu


def ours(book: Path) -> list[str]:
    """The command that opens a book in this program."""
    return [sys.executable, str(CHECKOUT / "main.py"), str(book), "--new-window"]


def main() -> int:
    """Prints how soon each reader had the page there and what it took, and this program's share of that."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("book", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--readers", nargs="*", default=list(READERS), choices=list(READERS))
    parser.add_argument("--shots", type=Path)
    asked = parser.parse_args()
    book = asked.book.resolve()
    readers = [name for name in asked.readers if shutil.which(READERS[name][0])]
    for name in asked.readers:
        if name not in readers:
            print(f"{name} is not installed")
    if asked.shots:
        asked.shots.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        screen = Screen(Path(folder))
        try:
            found = rounds(book, readers, asked.rounds, screen, Path(folder), asked.shots)
        finally:
            screen.close()
    report(found)
    return 0


def rounds(
    book: Path, readers: Sequence[str], count: int, screen: Screen, folder: Path, shots: Path | None
) -> dict[str, list[Opened]]:
    """What each reader took, in turn, after a first round that does not count."""
    homes = {name: folder / name for name in (*readers, OURS_FIRST, OURS_AGAIN)}
    for home in homes.values():
        home.mkdir()
    prepared(book, screen, homes[OURS_AGAIN])
    found: dict[str, list[Opened]] = {name: [] for name in homes}
    for number in range(count + 1):
        for name, home in homes.items():
            if name == OURS_FIRST:
                shutil.rmtree(home / "cache", ignore_errors=True)
            command = [*READERS[name], str(book)] if name in READERS else ours(book)
            shot = shots / f"{name.replace(', ', '-')}.png" if shots and number == count else None
            took = opened(command, screen, home, shot)
            print(f"{number} {name:14}", took or "no page came", f"load {os.getloadavg()[0]:.1f}", flush=True)
            if number and took:
                found[name].append(took)
    return found


def report(found: dict[str, list[Opened]]) -> None:
    """Prints the medians, and this program's time as a share of each other's."""
    medians = {
        name: Opened(*(statistics.median(values) for values in zip(*all_, strict=True)))
        for name, all_ in found.items()
        if all_
    }
    print(f"\n{'':14} {'page':>8} {'resident':>9} {'PSS':>8} {'CPU':>7}   this, first   this, again")
    for name, took in medians.items():
        shares = (
            f"{medians[mine].seconds / took.seconds:12.2f} x" if mine in medians else ""
            for mine in (OURS_FIRST, OURS_AGAIN)
        )
        print(
            f"{name:14} {took.seconds:6.2f} s {took.resident:6.0f} MB {took.proportional:5.0f} MB "
            f"{took.cpu:5.2f} s {''.join(shares)}"
        )


if __name__ == "__main__":
    sys.exit(main())

"""The files in a zip archive, unpacked in memory with every byte counted, never onto the disk."""

from __future__ import annotations

import io
import stat
import struct
import unicodedata
import zipfile
import zlib
from typing import TYPE_CHECKING

from companion.core.message import Message
from companion.readers.limits import (
    HIGHEST_RATIO,
    LARGEST_UNPACKED,
    MOST_ENTRIES,
    SMALLEST_BOMB,
)
from companion.readers.unreadable import UnreadableError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_LOCAL_HEADER = struct.Struct("<4s5H3I2H")
_STORED, _DEFLATED = 0, 8
_ENCRYPTED, _UTF8 = 0x1, 0x800


class PartError(Exception):
    """A file in the archive that cannot be had; the others may be sound."""


class LockedPartError(PartError):
    """A file in the archive that is encrypted."""


class Archive:
    """The files of the zip archive in `data`, by name; `name` is the archive's, for the sentences.

    Sizes are counted while unpacking, since what an archive says of itself may be a lie. Raises
    UnreadableError when it is no archive, or is built to burst. Format: PKWARE's APPNOTE 6.3.
    """

    def __init__(self, data: bytes, name: str) -> None:
        self.damaged: set[str] = set()
        self._data = data
        self._name = name
        self._unpacked = 0
        self._entries = {_plain(_name(info)): info for info in self._listed()}
        self._folded = {_folded(part): part for part in self._entries}

    @property
    def names(self) -> Iterable[str]:
        """The names of all files, as they stand in the archive."""
        return self._entries.keys()

    @property
    def has_foreign_names(self) -> bool:
        """Whether the name of a file is in an encoding that nothing tells, and therefore a guess."""
        return any(not _is_told(info) and _in_utf8(info) is None for info in self._entries.values())

    def find(self, name: str) -> str | None:
        """The name of the file as the archive spells it, capitals aside; None when there is no such file."""
        name = _plain(name)
        return name if name in self._entries else self._folded.get(_folded(name))

    def read(self, name: str) -> bytes:
        """The bytes of a file; their checksum is compared, and `damaged` tells of it when it is wrong.

        Raises PartError when the file is not there or cannot be unpacked, and UnreadableError when it
        goes beyond what any book needs.
        """
        info = self._found(name)
        unpacked = self._unpack(info)
        if zlib.crc32(unpacked) != info.CRC:
            self.damaged.add(name)
        return unpacked

    def beginning(self, name: str, length: int) -> bytes:
        """The first bytes of a file, at most so many; raises PartError when they cannot be had."""
        info = self._found(name)
        packed = self._packed(info)
        if info.compress_type == _STORED:
            return packed[:length]
        if info.compress_type != _DEFLATED:
            raise PartError(name)
        try:
            return zlib.decompressobj(-zlib.MAX_WBITS).decompress(packed, length)
        except zlib.error:
            raise PartError(name) from None

    def _found(self, name: str) -> zipfile.ZipInfo:
        info = self._entries.get(name)
        if info is None:
            raise PartError(name)
        if info.flag_bits & _ENCRYPTED:
            raise LockedPartError(name)
        if stat.S_ISLNK(info.external_attr >> 16):
            raise PartError(name)
        return info

    def _listed(self) -> list[zipfile.ZipInfo]:
        try:
            with zipfile.ZipFile(io.BytesIO(self._data)) as archive:
                entries = archive.infolist()
        except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError, OSError, struct.error):
            raise UnreadableError(
                Message(
                    "“{name}” is a damaged or incomplete archive, so it cannot be opened; try to get it "
                    "again.",
                    name=self._name,
                )
            ) from None
        if len(entries) > MOST_ENTRIES:
            raise self._bursting()
        self._check_overlap(entries)
        return [entry for entry in entries if not entry.filename.endswith("/")]

    def _check_overlap(self, entries: list[zipfile.ZipInfo]) -> None:
        """Refuses an archive whose files share their bytes, which multiplies what it unpacks to."""
        reached = 0
        for entry in sorted(entries, key=_place):
            if entry.header_offset < reached:
                raise self._bursting()
            if entry.compress_size:
                reached = entry.header_offset + _LOCAL_HEADER.size + entry.compress_size

    def _unpack(self, info: zipfile.ZipInfo) -> bytes:
        packed = self._packed(info)
        if info.compress_type == _STORED:
            self._count(len(packed), len(packed), len(packed))
            return packed
        if info.compress_type != _DEFLATED:
            raise PartError(info.filename)
        try:
            unpacked = b"".join(self._inflated(packed))
        except zlib.error:
            raise PartError(info.filename) from None
        return unpacked

    def _inflated(self, packed: bytes) -> Iterator[bytes]:
        unpacking = zlib.decompressobj(-zlib.MAX_WBITS)
        waiting, length = packed, 0
        while not unpacking.eof:
            piece = unpacking.decompress(waiting, SMALLEST_BOMB)
            if not piece:
                return  # the end is missing, which the checksum tells
            yield piece
            length += len(piece)
            self._count(len(piece), length, len(packed))
            waiting = unpacking.unconsumed_tail

    def _packed(self, info: zipfile.ZipInfo) -> bytes:
        start = info.header_offset
        header = self._data[start : start + _LOCAL_HEADER.size]
        if len(header) < _LOCAL_HEADER.size or not header.startswith(b"PK\x03\x04"):
            raise PartError(info.filename)
        *_, name_length, extra_length = _LOCAL_HEADER.unpack(header)
        start += _LOCAL_HEADER.size + name_length + extra_length
        return self._data[start : start + info.compress_size]

    def _count(self, more: int, unpacked: int, packed: int) -> None:
        """Counts `more` bytes of a file, of which `unpacked` are unpacked now from `packed` ones."""
        self._unpacked += more
        is_bomb = unpacked >= SMALLEST_BOMB and unpacked > HIGHEST_RATIO * max(1, packed)
        if is_bomb or self._unpacked > LARGEST_UNPACKED:
            raise self._bursting()

    def _bursting(self) -> UnreadableError:
        return UnreadableError(
            Message(
                "“{name}” would unpack to far more than any book holds, so it was not opened: it may be "
                "made to do harm.",
                name=self._name,
            )
        )


def _place(info: zipfile.ZipInfo) -> int:
    return info.header_offset


def _name(info: zipfile.ZipInfo) -> str:
    """The name of a file; many programs write it in UTF-8 and do not say so. APPNOTE 6.3, appendix D"""
    return info.filename if _is_told(info) else _in_utf8(info) or info.filename


def _is_told(info: zipfile.ZipInfo) -> bool:
    return bool(info.flag_bits & _UTF8) or info.filename.isascii()


def _in_utf8(info: zipfile.ZipInfo) -> str | None:
    """The name as UTF-8, where its bytes, which Python takes for the letters of the first PCs, are that."""
    try:
        return info.filename.encode("cp437").decode("utf-8")
    except UnicodeError:
        return None


def _plain(name: str) -> str:
    """A name in the archive as it is compared: one way of writing accents, and ``/`` between folders."""
    name = name.replace("\\", "/")
    return (name if name.isascii() else unicodedata.normalize("NFC", name)).removeprefix("./")


def _folded(name: str) -> str:
    return name.casefold()

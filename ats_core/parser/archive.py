"""Zip containers, checked before and while they are inflated."""

from __future__ import annotations

import io
import zipfile
import zlib
from struct import error as struct_error

from ats_core.parser.failure import ParseCode, ParseError

MAX_MEMBERS = 500
MAX_INFLATED = 50 * 1024 * 1024
MAX_RATIO = 100
_CHUNK = 64 * 1024


class Archive:
    """The members of a zip file. Raises ParseError where it cannot be trusted."""

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, struct_error) as error:
            raise ParseError(ParseCode.CORRUPT_FILE) from error
        self._left = MAX_INFLATED
        self._check(len(data))

    def _check(self, size: int) -> None:
        members = self._zip.infolist()
        inflated = sum(member.file_size for member in members)
        # A few kilobytes of XML deflate well beyond any ratio: small containers are judged by size alone.
        if (
            len(members) > MAX_MEMBERS
            or inflated > MAX_INFLATED
            or (inflated > 1 << 20 and inflated > MAX_RATIO * size)
        ):
            raise ParseError(ParseCode.ZIP_BOMB)
        for member in members:
            name = member.filename.replace("\\", "/")
            if name.startswith("/") or ":" in name[:3] or ".." in name.split("/"):
                raise ParseError(
                    ParseCode.CORRUPT_FILE, "The file holds paths that lead outside of it, and was refused."
                )

    @property
    def names(self) -> list[str]:
        return self._zip.namelist()

    def read(self, name: str) -> bytes:
        """The member's bytes, counted while they are inflated; KeyError if there is none of this name."""
        info = self._zip.getinfo(name)
        if info.flag_bits & 1:
            raise ParseError(ParseCode.ENCRYPTED_PDF)
        parts = []
        try:
            with self._zip.open(info) as member:
                while chunk := member.read(_CHUNK):
                    self._left -= len(chunk)
                    if self._left < 0:
                        raise ParseError(ParseCode.ZIP_BOMB)
                    parts.append(chunk)
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError) as error:
            raise ParseError(ParseCode.CORRUPT_FILE) from error
        return b"".join(parts)

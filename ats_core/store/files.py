"""Files by content: `<sha256[:2]>/<sha256[2:4]>/<sha256>` below one folder, written once, never changed."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

from ats_core.errors import DiskFull, NotFound, Unavailable


class FileStore:
    """The local folder of résumés and attachments."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def path(self, sha256: str) -> Path:
        return self.root / sha256[:2] / sha256[2:4] / sha256

    def put(self, content: bytes) -> str:
        """The SHA-256 (hex) of `content`, which is on the disk when this returns (fsync, then rename).

        DiskFull or Unavailable if it can't be written; nothing half-written is left behind.
        """
        sha256 = hashlib.sha256(content).hexdigest()
        target = self.path(sha256)
        if target.exists():
            return sha256
        try:
            self._write(target, content)
        except OSError as error:
            if error.errno in (errno.ENOSPC, errno.EDQUOT):
                raise DiskFull(
                    f"The disk that holds {self.root} is full.", hint="Free some space and run it again."
                ) from error
            raise Unavailable(
                f"Files can't be written below {self.root}: {error.strerror}.",
                hint="Check who owns the folder, or set ATS_FILES_DIR.",
            ) from error
        return sha256

    def _write(self, target: Path, content: bytes) -> None:
        target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=".part-")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            os.replace(temporary, target)
        except BaseException:
            with contextlib.suppress(OSError):
                os.unlink(temporary)
            raise

    def get(self, sha256: str) -> bytes:
        """The bytes; NotFound if they are not there."""
        try:
            return self.path(sha256).read_bytes()
        except FileNotFoundError:
            raise NotFound(f"The file {sha256} is not in the store.", hint="Run ats doctor.") from None

    def all(self) -> Iterator[str]:
        """The SHA-256 of every file that is there."""
        for path in sorted(self.root.glob("??/??/*")):
            if not path.name.startswith(".part-"):
                yield path.name

    def partial(self) -> list[Path]:
        """What a crash left half-written."""
        return sorted(self.root.glob("??/??/.part-*"))

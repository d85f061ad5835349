"""Locks on files, and other processes of this machine: what Python leaves to the operating system."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

_PROC = Path("/proc")

if sys.platform != "win32":
    import fcntl

    LOCK_EX, LOCK_SH = fcntl.LOCK_EX, fcntl.LOCK_SH


def flock(path: Path, kind: int, *, patience_s: float) -> int:
    """The handle that holds the lock until it is closed, at the latest by the end of the process.

    TimeoutError if somebody else keeps it for longer than `patience_s`.
    """
    handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, 0o600)
    deadline = time.monotonic() + patience_s
    while True:
        try:
            fcntl.flock(handle, kind | fcntl.LOCK_NB)
            return handle
        except BlockingIOError:
            if time.monotonic() >= deadline:
                os.close(handle)
                raise TimeoutError(f"{path} is locked") from None
            time.sleep(0.01)
        except BaseException:
            os.close(handle)
            raise


def read(path: Path, offset: int, length: int) -> str:
    """Part of a file, "" if it isn't there. Follows no link: the folder may belong to another user."""
    try:
        handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW)
    except OSError:
        return ""
    with os.fdopen(handle, "rb") as file:
        file.seek(offset)
        return file.read(length).decode(errors="replace")


def alive(pid: int) -> bool:
    """Whether the process runs. One that has ended and was not waited for (in a container whose first
    process waits for nobody) counts as dead."""
    if not (_PROC / "self").exists():
        said = _ps(pid, "stat=")
        return bool(said) and not said.startswith("Z")
    try:
        stat = (_PROC / str(pid) / "stat").read_text()
    except (FileNotFoundError, ProcessLookupError):
        return False
    return stat.rpartition(")")[2].split()[0] not in ("Z", "X")


def command(pid: int) -> str:
    """The program and arguments of a process, separated by blanks; empty if it has gone."""
    if not (_PROC / "self").exists():
        return _ps(pid, "command=")
    try:
        return os.fsdecode((_PROC / str(pid) / "cmdline").read_bytes()).replace("\0", " ").strip()
    except (FileNotFoundError, ProcessLookupError):
        return ""


def _ps(pid: int, field: str) -> str:
    """What ps says of a process: for systems without /proc."""
    asked = ["ps", "-ww", "-o", field, "-p", str(pid)]
    done = subprocess.run(asked, capture_output=True, text=True, check=False)  # noqa: S603
    return done.stdout.strip()

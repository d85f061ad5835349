"""Where résumés come from: files, folders, globs and zip files become one list of things to read."""

from __future__ import annotations

import glob
import os
import stat
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from ats_core.errors import UsageError

FILE_LIMIT_BYTES = 10 * 1024 * 1024
MEMBER_RATIO = 100
# What file managers leave behind; no person is in there.
_LITTER = {"Thumbs.db", "desktop.ini", "__MACOSX"}


class Unreadable(Exception):
    """A source that gives no bytes, with the reason as a code and as a sentence."""

    def __init__(self, reason: str, message: str) -> None:
        super().__init__(message)
        self.reason = reason
        self.message = message


@dataclass(frozen=True, slots=True)
class Source:
    """One input: a file, or a member of a zip file (`archive.zip!member`)."""

    label: str
    file: Path
    member: str | None = None

    @property
    def key(self) -> str:
        """The label with an absolute path: the same from wherever it is looked at."""
        whole = printable(os.path.abspath(self.file))
        return f"{whole}!{printable(self.member)}" if self.member else whole

    @property
    def name(self) -> str:
        return printable(PurePosixPath(self.member).name if self.member else self.file.name)

    def read(self) -> bytes:
        """The bytes, at most 10 MB; Unreadable says why there are none."""
        return _member(self.file, self.member) if self.member else _file(self.file)


def expand(paths: Iterable[str | Path]) -> list[Source]:
    """Every input below `paths`, each once, in a stable order. UsageError for a path that is not there."""
    found: dict[str, Source] = {}
    for given in paths:
        for source in _expand_one(Path(given)):
            found.setdefault(source.key, source)
    return list(found.values())


def _expand_one(path: Path) -> Iterator[Source]:
    if not path.exists() and not path.is_symlink():
        matches = sorted(glob.glob(str(path), recursive=True)) if glob.has_magic(str(path)) else []
        if not matches:
            raise UsageError(
                f"{printable(path)} is not there.",
                hint="Check the spelling; quote a pattern such as 'cvs/*.pdf'.",
            )
        for match in matches:
            yield from _expand_one(Path(match))
    elif path.is_dir():
        yield from _folder(path)
    elif is_archive(path):
        yield from _archive(path)
    else:
        yield Source(printable(path), path)


def _folder(folder: Path) -> Iterator[Source]:
    """Every file below `folder`, hidden ones and litter aside; links to folders are not followed."""
    unreadable: list[OSError] = []
    for parent, folders, files in os.walk(folder, onerror=unreadable.append):
        folders[:] = sorted(f for f in folders if not _litter(f))
        for name in sorted(files):
            if not _litter(name):
                path = Path(parent, name)
                yield from _archive(path) if is_archive(path) else [Source(printable(path), path)]
    for error in unreadable:
        yield Source(printable(Path(str(error.filename))), Path(str(error.filename)))


def _litter(name: str) -> bool:
    return name.startswith(".") or name in _LITTER


def is_archive(path: Path) -> bool:
    """Whether `path` is a zip file of files, which a .docx (a zip file too) is not."""
    return path.suffix.lower() == ".zip" and path.is_file()


def _archive(path: Path) -> Iterator[Source]:
    """The members of a zip file; one that is damaged stands for itself and fails when it is read."""
    try:
        with zipfile.ZipFile(path) as archive:
            names = [i.filename for i in archive.infolist() if not i.is_dir()]
    except (OSError, zipfile.BadZipFile, ValueError, NotImplementedError):
        yield Source(printable(path), path)
        return
    for name in names:
        if not any(_litter(part) for part in PurePosixPath(name).parts if part not in ("..", ".")):
            yield Source(f"{printable(path)}!{printable(name)}", path, name)


def printable(path: Path | str) -> str:
    """The path as text: bytes that are no UTF-8 are shown as \\xNN."""
    return os.fsencode(path).decode("utf-8", "backslashreplace").replace("\x00", "\\x00")


def _file(path: Path) -> bytes:
    try:
        about = path.stat()
        if not stat.S_ISREG(about.st_mode):
            raise Unreadable("not_a_file", f"{path.name} is no regular file.")
        if is_archive(path):
            raise Unreadable(
                "bad_archive", "The zip file is damaged or not a zip file. Unpack it, and import the folder."
            )
        if about.st_size > FILE_LIMIT_BYTES:
            raise Unreadable("too_large", _too_large(about.st_size))
        return path.read_bytes()
    except OSError as error:
        raise Unreadable(
            "unreadable", f"The file could not be read: {error.strerror}. Check its permissions."
        ) from error


def _member(path: Path, name: str) -> bytes:
    """The member's bytes; nothing beyond the limits is inflated, whatever the archive claims."""
    pure = PurePosixPath(name.replace("\\", "/"))
    if pure.is_absolute() or ".." in pure.parts or ":" in pure.parts[0]:
        raise Unreadable("archive_member_refused", "The member's name points outside the zip file.")
    try:
        with zipfile.ZipFile(path) as archive:
            about = archive.getinfo(name)
            if about.flag_bits & 0x1:
                raise Unreadable("encrypted_archive", "The zip file is encrypted. Unpack it first.")
            with archive.open(about) as member:
                content = member.read(FILE_LIMIT_BYTES + 1)
    except Unreadable:
        raise
    except (
        OSError,
        zipfile.BadZipFile,
        KeyError,
        RuntimeError,
        NotImplementedError,
        EOFError,
        ValueError,
    ) as error:
        raise Unreadable("bad_archive", f"The member of the zip file is damaged: {error}.") from error
    except Exception as error:  # zlib.error and its kin share no base with the above
        raise Unreadable("bad_archive", f"The member of the zip file is damaged: {error}.") from error
    if len(content) > FILE_LIMIT_BYTES:
        raise Unreadable(
            "too_large", "The member is larger than 10 MB when unpacked, the limit of one résumé."
        )
    if about.compress_size and len(content) / about.compress_size > MEMBER_RATIO:
        raise Unreadable(
            "zip_bomb", f"The member unpacks to more than {MEMBER_RATIO} times its size, as no résumé does."
        )
    return content


def _too_large(size: int) -> str:
    return f"The file has {size / 2**20:.0f} MB; a résumé has at most 10. Export it with smaller pictures."

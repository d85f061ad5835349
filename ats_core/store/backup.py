"""The whole store in one file, and back: the database as pg_dump writes it, the files, and what there is.

The archive is a tar of `manifest.json`, `database.dump` and `files/<sha256>`. The manifest is taken from
the snapshot that pg_dump reads, so its counts and its list of files fit the dump, whatever is written
meanwhile; and files are in the file store before any row names them.
"""

from __future__ import annotations

import errno
import hashlib
import io
import itertools
import json
import os
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Any, LiteralString

import psycopg
from psycopg import sql
from psycopg.conninfo import make_conninfo
from sqlalchemy import make_url

from ats_core.errors import DiskFull, NotFound, Unavailable
from ats_core.store import binaries, migrate
from ats_core.store.engine import normalised
from ats_core.store.errors import (
    BackupDamaged,
    DatabaseNotEmpty,
    PostgresToolFailed,
    PostgresVersion,
    TargetExists,
    UnknownRevision,
)
from ats_core.store.files import FileStore

FORMAT = 1
MANIFEST, DUMP, FILES = "manifest.json", "database.dump", "files/"


@dataclass(frozen=True, slots=True)
class Manifest:
    """What is in a backup. `missing` names files that rows refer to and that were lost before it was made."""

    created_at: str
    revision: str | None
    server_version: int
    dump_sha256: str
    tables: Mapping[str, int]
    files: Mapping[str, int]
    missing: list[str] = field(default_factory=list)
    format: int = FORMAT

    @property
    def rows(self) -> int:
        return sum(self.tables.values())


def backup(
    url: str, files_dir: Path, target: Path, *, force: bool = False, pg_bin: Path | None = None
) -> Manifest:
    """Writes the database and the files into `target`, which is there whole or not at all.

    TargetExists unless `force`; DiskFull; NoPostgres if no pg_dump fits the server.
    """
    if target.exists() and not force:
        raise TargetExists(
            f"{target} is already there.", hint="Name another file, or replace it with --force."
        )
    with _connected(url) as connection, _disk(target.parent), _scratch(target.parent) as scratch:
        connection.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
        connection.read_only = True
        snapshot = _value(connection, "SELECT pg_export_snapshot()")
        major = connection.info.server_version // 10000
        dump = scratch / DUMP
        options = [
            "--format=custom",
            "--no-owner",
            "--no-privileges",
            f"--snapshot={snapshot}",
            f"--file={dump}",
        ]
        _run(binaries.tool("pg_dump", pg_bin, server_major=major), url, options)
        store = FileStore(files_dir)
        named = _files_of(connection)
        kept = {sha256: size for sha256, size in named.items() if _is_whole(store, sha256)}
        manifest = Manifest(
            created_at=datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z"),
            revision=_revision_of(connection),
            server_version=connection.info.server_version,
            dump_sha256=_sha256(dump),
            tables=_counts(connection),
            files=kept,
            missing=sorted(set(named) - set(kept)),
        )
        archive = scratch / "archive"
        _write(archive, manifest, dump, store)
        os.replace(archive, target)
        _sync(target.parent)
    return manifest


def verify(source: Path) -> Manifest:
    """What is in the backup, every byte of it compared with its checksum. BackupDamaged if one differs."""
    with _opened(source) as archive:
        manifest = _manifest(source, archive)
        expected = {f"{FILES}{sha256}": sha256 for sha256 in manifest.files} | {DUMP: manifest.dump_sha256}
        found: dict[str, str] = {}
        for member in _rest(archive):
            content = archive.extractfile(member)
            if content is None or member.name not in expected or member.name in found:
                raise BackupDamaged(f"{source} holds {member.name!r}, which its manifest does not name.")
            found[member.name] = _digest(content)
    wrong = sorted(name for name, sha256 in expected.items() if found.get(name) != sha256)
    if wrong:
        raise BackupDamaged(f"{source} is damaged: {wrong[0]} is not what was written.", names=wrong)
    return manifest


def restore(source: Path, url: str, files_dir: Path, *, pg_bin: Path | None = None) -> Manifest:
    """Brings the backup into an empty database and the file store; what was restored.

    All is verified before anything is written, and the database is filled in one transaction.
    DatabaseNotEmpty, BackupDamaged, PostgresVersion or UnknownRevision say why not.
    """
    manifest = verify(source)
    if manifest.revision is not None and manifest.revision not in migrate.revisions():
        raise UnknownRevision(
            f"The backup is of revision {manifest.revision}, which this program does not know.",
            hint="Restore it with the version of ats that wrote it, or a newer one.",
        )
    with _connected(url) as connection:
        major = connection.info.server_version // 10000
        if major < manifest.server_version // 10000:
            raise PostgresVersion(
                f"The backup is of PostgreSQL {manifest.server_version // 10000}; the server is {major}.",
                hint="Restore into a server of that version or a newer one.",
            )
        _require_empty(connection)
    with _disk(files_dir), _opened(source) as archive, _scratch(None) as scratch:
        # Files first: without their rows they are litter, while rows without their files are a loss.
        store = FileStore(files_dir)
        dump = scratch / DUMP
        for member in _rest(archive):
            content = archive.extractfile(member)
            if content is None:
                continue
            if member.name.startswith(FILES):
                store.put(content.read())
            elif member.name == DUMP:
                _copy(content, dump)
        _fill(url, dump, major, pg_bin)
    with _connected(url) as connection:
        counts = _counts(connection)
    if counts != manifest.tables:
        raise BackupDamaged(
            "The restored tables have other numbers of rows than the backup says.", counts=counts
        )
    return manifest


@contextmanager
def _connected(url: str) -> Iterator[psycopg.Connection]:
    try:
        connection = psycopg.connect(**_parameters(url), prepare_threshold=None)
    except psycopg.OperationalError as error:
        raise Unavailable(
            "The database can't be reached.", hint="ats db status says more.", reason=str(error).strip()
        ) from error
    with closing(connection):
        yield connection


def _parameters(url: str) -> dict[str, Any]:
    """The URL as libpq takes it."""
    parts = make_url(normalised(url))
    named = {"host": parts.host, "port": parts.port, "user": parts.username, "password": parts.password}
    return {k: v for k, v in {**named, "dbname": parts.database, **parts.query}.items() if v is not None}


def _run(tool: Path, url: str | None, options: list[str]) -> None:
    """Runs a program, on the database if one is named; the password goes where other users can't read it."""
    parameters = _parameters(url) if url else {}
    password = parameters.pop("password", None)
    environment = dict(os.environ) | ({"PGPASSWORD": password} if password else {})
    address = [f"--dbname={make_conninfo(**parameters)}", "--no-password"] if url else []
    command: list[str | Path] = [tool, *address, *options]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)  # noqa: S603
    if done.returncode:
        said = done.stderr.strip()
        if "No space left" in said:
            raise DiskFull("The disk is full.", hint="Free some space and run it again.", log=said[-2000:])
        ssl = "SSL support is not compiled in" in said
        raise PostgresToolFailed(
            f"{tool.name} failed: {said.splitlines()[-1] if said else f'exit {done.returncode}'}",
            hint="Set ATS_PG_BIN to your system's programs, which speak TLS." if ssl else None,
            log=said[-2000:],
        )


def _fill(url: str, dump: Path, major: int, pg_bin: Path | None) -> None:
    """Brings the dump into the empty database, all of it or nothing.

    A newer pg_restore begins with a setting that an older server does not know (transaction_timeout, of 17),
    and would give up. Then its script is made first, that line is taken out, and psql runs the rest.
    """
    tool = binaries.tool("pg_restore", pg_bin, server_major=major)
    plain = ["--no-owner", "--no-privileges"]
    if binaries.major_of(tool) == major:
        _run(tool, url, ["--single-transaction", "--exit-on-error", *plain, str(dump)])
        return
    script = dump.with_suffix(".sql")
    _run(tool, None, [*plain, f"--file={script}", str(dump)])
    with script.open("r+b") as file:
        at = file.read(4096).find(b"SET transaction_timeout")
        if at >= 0:
            file.seek(at)
            file.write(b"--")
    stop = ["--no-psqlrc", "--quiet", "--single-transaction", "--set=ON_ERROR_STOP=1", "--output=/dev/null"]
    _run(tool.with_name("psql"), url, [*stop, f"--file={script}"])


def _value(connection: psycopg.Connection, query: LiteralString) -> Any:
    row = connection.execute(query).fetchone()
    return row[0] if row else None


def _tables(connection: psycopg.Connection) -> list[str]:
    rows = connection.execute(
        "SELECT tablename FROM pg_tables WHERE schemaname = current_schema() ORDER BY 1"
    )
    return [name for (name,) in rows]


def _counts(connection: psycopg.Connection) -> dict[str, int]:
    """Rows of each table."""
    counts = {}
    for name in _tables(connection):
        row = connection.execute(sql.SQL("SELECT count(*) FROM {}").format(sql.Identifier(name))).fetchone()
        counts[name] = int(row[0]) if row else 0
    return counts


def _files_of(connection: psycopg.Connection) -> dict[str, int]:
    """SHA-256 and length of every file that a row names."""
    if "stored_files" not in _tables(connection):
        return {}
    return dict(connection.execute("SELECT sha256, size_bytes FROM stored_files ORDER BY sha256").fetchall())


def _revision_of(connection: psycopg.Connection) -> str | None:
    if "alembic_version" not in _tables(connection):
        return None
    found: str | None = _value(connection, "SELECT version_num FROM alembic_version")
    return found


def _require_empty(connection: psycopg.Connection) -> None:
    found = _tables(connection)
    if found:
        raise DatabaseNotEmpty(
            f"The database is not empty: it has {len(found)} tables, such as {found[0]}.",
            hint="Restore into a new database, or with ATS_HOME set to a new folder.",
        )


def _is_whole(store: FileStore, sha256: str) -> bool:
    try:
        return hashlib.sha256(store.get(sha256)).hexdigest() == sha256
    except NotFound:
        return False


def _write(target: Path, manifest: Manifest, dump: Path, store: FileStore) -> None:
    with target.open("xb") as file:
        os.chmod(file.fileno(), 0o600)  # personal data
        with tarfile.open(fileobj=file, mode="w", format=tarfile.PAX_FORMAT) as archive:
            _add(archive, MANIFEST, io.BytesIO(json.dumps(asdict(manifest), indent=1).encode()))
            with dump.open("rb") as content:
                _add(archive, DUMP, content)
            for sha256 in manifest.files:
                with store.path(sha256).open("rb") as content:
                    _add(archive, FILES + sha256, content)
        file.flush()
        os.fsync(file.fileno())


def _add(archive: tarfile.TarFile, name: str, content: IO[bytes]) -> None:
    member = tarfile.TarInfo(name)
    member.size = content.seek(0, os.SEEK_END)
    member.mode = 0o600
    content.seek(0)
    archive.addfile(member, content)


@contextmanager
def _opened(source: Path) -> Iterator[tarfile.TarFile]:
    """The archive, read from front to back."""
    try:
        with tarfile.open(source, mode="r:") as archive:
            yield archive
    except FileNotFoundError:
        raise NotFound(f"There is no file {source}.") from None
    except (tarfile.TarError, EOFError, ValueError) as error:
        raise BackupDamaged(f"{source} is not a whole backup: {error}.") from error


def _rest(archive: tarfile.TarFile) -> Iterator[tarfile.TarInfo]:
    """What follows the manifest."""
    return itertools.islice(archive, 1, None)


def _manifest(source: Path, archive: tarfile.TarFile) -> Manifest:
    member = archive.next()
    content = archive.extractfile(member) if member is not None and member.name == MANIFEST else None
    if content is None:
        raise BackupDamaged(f"{source} is no backup of ours: it does not begin with {MANIFEST}.")
    try:
        told = json.loads(content.read())
    except ValueError:
        told = None
    if not isinstance(told, dict) or told.get("format") != FORMAT:
        raise BackupDamaged(f"{source} is a backup of a format that this program does not know.")
    try:
        return Manifest(**told)
    except TypeError as error:
        raise BackupDamaged(f"{source} has a manifest that is not whole.") from error


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return _digest(file)


def _digest(content: IO[bytes]) -> str:
    sha256 = hashlib.sha256()
    while block := content.read(1 << 20):
        sha256.update(block)
    return sha256.hexdigest()


def _copy(content: IO[bytes], target: Path) -> None:
    with target.open("xb") as file:
        while block := content.read(1 << 20):
            file.write(block)


def _sync(folder: Path) -> None:
    """Makes a rename in `folder` outlast a power cut."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def _scratch(parent: Path | None) -> Iterator[Path]:
    """A folder that only we can read, and that is gone afterwards."""
    if parent is not None:
        parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".ats-backup-", dir=parent) as folder:
        yield Path(folder)


@contextmanager
def _disk(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise DiskFull(
                f"The disk that holds {folder} is full.", hint="Free some space and run it again."
            ) from error
        raise Unavailable(f"{error.filename or folder} can't be used: {error.strerror}.") from error

"""Backup and restore: the same rows and files afterwards, or a refusal that changes nothing."""

from __future__ import annotations

import io
import json
import shutil
import tarfile
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import psycopg
import pytest
import sqlalchemy as sa
from psycopg import sql

from ats_core.errors import NotFound, Unavailable
from ats_core.store import binaries, migrate
from ats_core.store.backup import DUMP, FILES, MANIFEST, backup, restore, verify
from ats_core.store.embedded import EmbeddedPostgres
from ats_core.store.errors import (
    BackupDamaged,
    DatabaseNotEmpty,
    NoPostgres,
    PostgresToolFailed,
    PostgresVersion,
    TargetExists,
    UnknownRevision,
)
from ats_core.store.files import FileStore
from tests.database import FAST, Databases, pg_bin_under_test
from tests.store.rows import NEEDED, make

CONTENTS = [b"first resume", b"", b"second resume" * 1000]


def checksums(url: str) -> dict[str, tuple[int, str]]:
    """Rows of each table, and a sum over all that they hold."""
    address = sa.make_url(url).set(drivername="postgresql").render_as_string()
    found = {}
    with psycopg.connect(address, options="-c timezone=UTC") as connection:
        tables = connection.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'").fetchall()
        for (name,) in tables:
            table = sql.Identifier(name)
            query = sql.SQL(
                "SELECT count(*), coalesce(md5(string_agg(t::text, '|' ORDER BY t::text)), '') FROM {} t"
            )
            rows, held = connection.execute(query.format(table)).fetchall()[0]
            found[name] = (int(rows), str(held))
    return found


def names(url: str, catalog_of: Callable[[sa.Connection], Any]) -> set[tuple[str, str]]:
    """Every column, constraint, index, trigger and function."""
    with sa.create_engine(url, poolclass=sa.NullPool).connect() as connection:
        return set(catalog_of(connection))


@pytest.fixture
def filled(database_url: str, tmp_path: Path) -> tuple[str, Path]:
    """The URL and the files folder of a store with something in every table."""
    store = FileStore(tmp_path / "files")
    engine = sa.create_engine(database_url, poolclass=sa.NullPool)
    with engine.begin() as connection:
        for content in CONTENTS:
            sha256 = store.put(content)
            make(connection, "stored_files", sha256=sha256, size_bytes=len(content), storage_key=sha256)
        for name in set(NEEDED) - {"stored_files", "candidate_attachments"}:
            make(connection, name)
    return database_url, store.root


@pytest.fixture
def saved(filled: tuple[str, Path], tmp_path: Path) -> Path:
    target = tmp_path / "saved.tar"
    backup(*filled, target)
    return target


def test_a_backup_restores_every_row_and_file(
    filled: tuple[str, Path],
    empty_database_url: str,
    tmp_path: Path,
    catalog_of: Callable[[sa.Connection], Any],
) -> None:
    url, files = filled
    made = backup(url, files, tmp_path / "saved.tar", pg_bin=pg_bin_under_test())
    back = restore(tmp_path / "saved.tar", empty_database_url, tmp_path / "other", pg_bin=pg_bin_under_test())
    assert made == back == verify(tmp_path / "saved.tar")
    assert checksums(empty_database_url) == checksums(url)
    # Names only: Postgres itself spells a list of words otherwise after a dump.
    assert names(empty_database_url, catalog_of) == names(url, catalog_of)
    assert {name: count for name, (count, _) in checksums(url).items()} == made.tables
    store = FileStore(tmp_path / "other")
    assert sorted(store.get(sha256) for sha256 in store.all()) == sorted(CONTENTS)
    assert made.missing == []


def test_a_backup_is_for_its_owner_s_eyes(saved: Path) -> None:
    assert saved.stat().st_mode & 0o777 == 0o600
    assert [path.name for path in saved.parent.iterdir() if path.name.startswith(".")] == []


def test_a_backup_does_not_replace_another_unasked(filled: tuple[str, Path], saved: Path) -> None:
    before = saved.read_bytes()
    with pytest.raises(TargetExists):
        backup(*filled, saved)
    assert saved.read_bytes() == before
    backup(*filled, saved, force=True)
    assert verify(saved)


def test_a_backup_that_fails_leaves_what_was_there(
    filled: tuple[str, Path], saved: Path, tmp_path: Path
) -> None:
    before = saved.read_bytes()
    tools = tmp_path / "tools"
    tools.mkdir()
    (tools / "pg_dump").write_text(
        "#!/bin/sh\n[ $1 = --version ] && echo 'pg_dump (PostgreSQL) 99.1' && exit\n"
        "echo went wrong >&2\nexit 1\n"
    )
    (tools / "pg_dump").chmod(0o755)
    with pytest.raises(PostgresToolFailed, match="went wrong"):
        backup(*filled, saved, force=True, pg_bin=tools)
    assert saved.read_bytes() == before
    assert [path.name for path in saved.parent.iterdir() if path.name.startswith(".")] == []


def test_a_file_that_was_lost_or_spoilt_before_is_named(filled: tuple[str, Path], tmp_path: Path) -> None:
    url, files = filled
    store = FileStore(files)
    lost, spoilt, whole = sorted(store.all())
    store.path(lost).unlink()
    store.path(spoilt).write_bytes(b"spoilt")
    made = backup(url, files, tmp_path / "saved.tar")
    assert made.missing == [lost, spoilt]
    assert list(made.files) == [whole]
    assert verify(tmp_path / "saved.tar") == made


def test_a_restore_needs_an_empty_database(saved: Path, database_url: str, tmp_path: Path) -> None:
    before = checksums(database_url)
    with pytest.raises(DatabaseNotEmpty, match="not empty"):
        restore(saved, database_url, tmp_path / "other")
    assert checksums(database_url) == before
    assert not (tmp_path / "other").exists()


def rewritten(source: Path, target: Path, change: Callable[[str, bytes], tuple[str, bytes] | None]) -> Path:
    """A copy of the archive with members changed, or left out."""
    with tarfile.open(source) as old, tarfile.open(target, "w") as new:
        for member in old:
            content = old.extractfile(member)
            assert content is not None
            changed = change(member.name, content.read())
            if changed is not None:
                info = tarfile.TarInfo(changed[0])
                info.size = len(changed[1])
                new.addfile(info, io.BytesIO(changed[1]))
    return target


def spoil_dump(name: str, content: bytes) -> tuple[str, bytes]:
    return name, content[:-1] + b"!" if name == DUMP else content


def spoil_file(name: str, content: bytes) -> tuple[str, bytes]:
    return name, content + b"!" if name.startswith(FILES) else content


def leave_out_files(name: str, content: bytes) -> tuple[str, bytes] | None:
    return None if name.startswith(FILES) else (name, content)


def climb_out(name: str, content: bytes) -> tuple[str, bytes]:
    return ("../../escaped" if name.startswith(FILES) else name), content


def other_format(name: str, content: bytes) -> tuple[str, bytes]:
    return name, json.dumps(json.loads(content) | {"format": 2}).encode() if name == MANIFEST else content


def no_manifest(name: str, content: bytes) -> tuple[str, bytes] | None:
    return None if name == MANIFEST else (name, content)


def no_json(name: str, content: bytes) -> tuple[str, bytes]:
    return name, b"{" if name == MANIFEST else content


@pytest.mark.parametrize(
    "change", [spoil_dump, spoil_file, leave_out_files, climb_out, other_format, no_manifest, no_json]
)
def test_a_damaged_backup_is_refused_before_anything_is_written(
    change: Callable[[str, bytes], tuple[str, bytes] | None],
    saved: Path,
    empty_database_url: str,
    tmp_path: Path,
) -> None:
    damaged = rewritten(saved, tmp_path / "damaged.tar", change)
    with pytest.raises(BackupDamaged):
        restore(damaged, empty_database_url, tmp_path / "other")
    assert checksums(empty_database_url) == {}
    assert not (tmp_path / "other").exists()


@pytest.mark.parametrize("share", [0.0, 0.1, 0.5, 0.9])
def test_a_backup_that_was_cut_off_is_refused(share: float, saved: Path, tmp_path: Path) -> None:
    content = saved.read_bytes()
    (tmp_path / "cut.tar").write_bytes(content[: int(len(content) * share)])
    with pytest.raises(BackupDamaged):
        verify(tmp_path / "cut.tar")


def test_a_backup_that_is_not_there_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        verify(tmp_path / "nowhere.tar")


def manifest_with(**told: object) -> Callable[[str, bytes], tuple[str, bytes]]:
    def change(name: str, content: bytes) -> tuple[str, bytes]:
        return name, json.dumps(json.loads(content) | told).encode() if name == MANIFEST else content

    return change


def test_a_backup_of_a_newer_program_or_server_is_refused(
    saved: Path, empty_database_url: str, tmp_path: Path
) -> None:
    newer = rewritten(saved, tmp_path / "newer.tar", manifest_with(revision="9999"))
    with pytest.raises(UnknownRevision, match="9999"):
        restore(newer, empty_database_url, tmp_path / "other")
    later = rewritten(saved, tmp_path / "later.tar", manifest_with(server_version=990000))
    with pytest.raises(PostgresVersion, match="PostgreSQL 99"):
        restore(later, empty_database_url, tmp_path / "other")


def test_rows_that_do_not_arrive_are_missed(saved: Path, empty_database_url: str, tmp_path: Path) -> None:
    told = verify(saved)
    wrong = rewritten(saved, tmp_path / "wrong.tar", manifest_with(tables={**told.tables, "jobs": 99}))
    with pytest.raises(BackupDamaged, match="numbers of rows"):
        restore(wrong, empty_database_url, tmp_path / "other")


OLDER = [
    path.parent
    for path in Path("/usr/lib/postgresql").glob("*/bin/postgres")
    if binaries.major_of(path) < binaries.major_of(binaries.find().bin / "postgres")
]


@pytest.mark.skipif(not OLDER, reason="the system has no older Postgres")
def test_newer_programs_restore_into_an_older_server(tmp_path: Path) -> None:
    home = Path(tempfile.mkdtemp(prefix="ats-test-", dir="/tmp"))
    server = EmbeddedPostgres(home, pg_bin=OLDER[0], settings=FAST)
    try:
        url = server.start()
        migrate.upgrade(url)
        with sa.create_engine(url, poolclass=sa.NullPool).begin() as connection:
            make(connection, "candidates")
        made = backup(url, tmp_path / "files", tmp_path / "saved.tar", pg_bin=binaries.find().bin)
        before = checksums(url)
        other = Databases(server).create_empty()
        assert restore(tmp_path / "saved.tar", other, tmp_path / "files", pg_bin=binaries.find().bin) == made
        assert checksums(other) == before
    finally:
        server.remove(force=True)
        shutil.rmtree(home)


def test_an_empty_database_makes_a_backup_too(
    empty_database_url: str, databases: object, tmp_path: Path
) -> None:
    made = backup(empty_database_url, tmp_path / "files", tmp_path / "saved.tar")
    assert (made.rows, made.revision, made.files) == (0, None, {})
    assert restore(tmp_path / "saved.tar", empty_database_url, tmp_path / "files") == made


def test_no_fitting_program_is_one_clear_error(filled: tuple[str, Path], tmp_path: Path) -> None:
    with pytest.raises(NoPostgres, match="pg_dump"):
        backup(*filled, tmp_path / "saved.tar", pg_bin=tmp_path)


def test_a_database_that_is_away_is_reported_as_ours(empty_database_url: str, tmp_path: Path) -> None:
    away = sa.make_url(empty_database_url).set(database="nowhere").render_as_string()
    with pytest.raises(Unavailable):
        backup(away, tmp_path, tmp_path / "saved.tar")

"""Migrations: up, down, twice, two at once, and killed at any statement."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import psycopg
import pytest
import sqlalchemy as sa

from ats_core.errors import Unavailable, UsageError
from ats_core.store import migrate
from ats_core.store.errors import PostgresVersion, UnknownRevision

MIGRATOR = Path(__file__).with_name("migrator.py")


def plain(url: str) -> str:
    return sa.make_url(url).set(drivername="postgresql").render_as_string()


def test_revisions_are_numbered_in_their_order_without_a_gap() -> None:
    """`revisions()` reads the order off the files' names; Alembic reads it out of the files."""
    known = migrate.revisions()
    assert known == [f"{number:04d}" for number in range(1, len(known) + 1)]
    chain = [script.revision for script in migrate._scripts().walk_revisions()]
    assert chain[::-1] == known


def test_upgrade_takes_every_revision_and_then_none(empty_database_url: str) -> None:
    assert migrate.current(empty_database_url) is None
    assert migrate.pending(empty_database_url) == migrate.revisions()
    assert migrate.upgrade(empty_database_url) == migrate.revisions()
    assert migrate.current(empty_database_url) == migrate.revisions()[-1]
    assert migrate.pending(empty_database_url) == []
    assert migrate.upgrade(empty_database_url) == []


def test_downgrade_leaves_nothing_behind(
    database_url: str, empty_database_url: str, dump_of: Callable[[str], str]
) -> None:
    assert migrate.downgrade(database_url, "base") == migrate.revisions()[::-1]
    assert migrate.current(database_url) is None
    with psycopg.connect(plain(database_url)) as connection:
        connection.execute("DROP TABLE alembic_version")
    assert dump_of(database_url) == dump_of(empty_database_url)


def test_up_down_and_up_again_is_the_same_schema(database_url: str, dump_of: Callable[[str], str]) -> None:
    before = dump_of(database_url)
    migrate.downgrade(database_url, "base")
    migrate.upgrade(database_url)
    assert dump_of(database_url) == before


def test_each_revision_can_be_undone_and_redone(
    empty_database_url: str, dump_of: Callable[[str], str]
) -> None:
    for revision in migrate.revisions():
        assert migrate.upgrade(empty_database_url, "+1") == [revision]
        assert migrate.downgrade(empty_database_url, "-1") == [revision]
        assert migrate.upgrade(empty_database_url, revision) == [revision]


def test_a_revision_may_be_named(empty_database_url: str) -> None:
    assert migrate.upgrade(empty_database_url, "0003") == ["0001", "0002", "0003"]
    assert migrate.upgrade(empty_database_url, "0002") == []
    assert migrate.downgrade(empty_database_url, "0001") == ["0003", "0002"]
    assert migrate.downgrade(empty_database_url, "0003") == []


@pytest.mark.parametrize("name", ["9999", "latest", "", "+", "0001; DROP TABLE users"])
def test_a_revision_that_is_none_is_refused(database_url: str, name: str) -> None:
    with pytest.raises(UsageError, match="no revision"):
        migrate.upgrade(database_url, name)


def test_a_database_of_a_newer_program_is_left_alone(database_url: str) -> None:
    with psycopg.connect(plain(database_url)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    for attempt in (migrate.upgrade, migrate.pending):
        with pytest.raises(UnknownRevision, match="9999"):
            attempt(database_url)
    engine = sa.create_engine(database_url, poolclass=sa.NullPool)
    assert not migrate.is_current(engine)


def test_is_current_tells_a_migrated_database_from_another(
    database_url: str, empty_database_url: str
) -> None:
    migrated, empty = (
        sa.create_engine(url, poolclass=sa.NullPool) for url in (database_url, empty_database_url)
    )
    assert migrate.is_current(migrated)
    assert not migrate.is_current(empty)
    migrate.downgrade(database_url, "-1")
    with migrated.connect() as connection:
        assert not migrate.is_current(connection)


def test_two_migrators_at_once_take_turns(
    empty_database_url: str, dump_of: Callable[[str], str], database_url: str
) -> None:
    code = "import sys; from ats_core.store import migrate; print(*migrate.upgrade(sys.argv[1]))"
    command = [sys.executable, "-c", code, empty_database_url]
    both = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(2)]
    done = [migrator.communicate(timeout=120)[0].split() for migrator in both]
    assert [migrator.returncode for migrator in both] == [0, 0]
    assert sorted(done[0] + done[1]) == migrate.revisions()
    assert dump_of(empty_database_url) == dump_of(database_url)


@pytest.mark.parametrize("direction", ["up", "down"])
def test_killed_at_any_statement_it_is_taken_up_again(
    direction: str, empty_database_url: str, database_url: str, dump_of: Callable[[str], str]
) -> None:
    """Every statement of every revision; each leaves the revision before it or the one after it, whole."""
    if direction == "down":
        migrate.upgrade(empty_database_url)
    done = subprocess.run(
        [sys.executable, MIGRATOR, empty_database_url, direction], capture_output=True, text=True, check=False
    )
    assert done.stderr == ""
    assert int(done.stdout) > 4 * len(migrate.revisions())
    migrate.upgrade(empty_database_url)
    assert dump_of(empty_database_url) == dump_of(database_url)


def test_a_table_that_is_held_is_waited_for_only_shortly(
    database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(migrate, "_WAIT_FOR_TABLE", "100ms")
    with psycopg.connect(plain(database_url)) as busy:
        busy.execute("LOCK TABLE stages, offer_approvals")
        with pytest.raises(Unavailable, match="Another session") as refused:
            migrate.downgrade(database_url, "0005")
        assert refused.value.retryable
    assert migrate.downgrade(database_url, "0005")


def test_a_database_that_is_not_there_is_reported_as_ours(empty_database_url: str) -> None:
    with pytest.raises(Unavailable):
        migrate.upgrade(sa.make_url(empty_database_url).set(database="nowhere").render_as_string())


def test_a_server_that_is_too_old_is_refused(
    empty_database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(migrate, "OLDEST_SERVER", 990000)
    with pytest.raises(PostgresVersion, match="oldest that will do"):
        migrate.upgrade(empty_database_url)


def test_the_revisions_are_found_beside_the_package_or_inside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "ats_core"
    package.mkdir()
    monkeypatch.setattr("ats_core.__file__", str(package / "__init__.py"))
    assert migrate.folder() == tmp_path / "migrations"
    (package / "migrations").mkdir()
    assert migrate.folder() == package / "migrations"

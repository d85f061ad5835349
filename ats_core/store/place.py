"""Where the embedded server of one data folder lies, and as whom it runs."""

from __future__ import annotations

import hashlib
import os
import re
import stat
import sys
from dataclasses import dataclass
from pathlib import Path

from ats_core.store.errors import NoPostgres, UnsafeFolder

if sys.platform != "win32":
    import pwd

SOCKET_NAME = ".s.PGSQL.5432"
# sockaddr_un holds 104 bytes on macOS and 108 on Linux.
SOCKET_LIMIT = 100
ROOT_BASE = Path("/var/lib/ats")


@dataclass(frozen=True, slots=True)
class Account:
    """The unprivileged user that root hands the server to."""

    name: str
    uid: int
    gid: int


@dataclass(frozen=True, slots=True)
class Place:
    """The folders of one server. `base` and all below it belong to `account`, or to us if that is None."""

    base: Path
    data: Path
    socket: Path
    log: Path
    use_lock: Path
    start_lock: Path
    account: Account | None

    @property
    def owner(self) -> int:
        return os.geteuid() if self.account is None else self.account.uid


def place_for(home: Path) -> Place:
    """The place of the server whose data folder is `home`; makes nothing.

    An ordinary user's cluster lies in `home`. Root can't run Postgres, and opening root's folders to the
    user who can is not ours to do: then everything lies in a folder of its own, named after `home`.
    """
    if sys.platform == "win32":
        raise NoPostgres(
            "There is no embedded Postgres on Windows.",
            hint="Set ATS_DATABASE_URL to a PostgreSQL 14 or newer, or run inside WSL.",
        )
    # One folder is one server, by whatever links it is reached.
    real = os.path.realpath(home)
    key = hashlib.sha256(os.fsencode(real)).hexdigest()[:16]
    if os.geteuid() == 0:
        base = ROOT_BASE / key
        return Place(
            base=base,
            data=base / "postgres",
            socket=base / "run",
            log=base / "postgres.log",
            use_lock=ROOT_BASE / f"{key}.use.lock",
            start_lock=ROOT_BASE / f"{key}.start.lock",
            account=account(),
        )
    base = Path(real)
    return Place(
        base=base,
        data=base / "postgres",
        socket=_socket_folder(base, key),
        log=base / "postgres.log",
        use_lock=base / "postgres.use.lock",
        start_lock=base / "postgres.start.lock",
        account=None,
    )


def account() -> Account:
    """The user that root runs the server as: ATS_PG_USER, else postgres, else nobody."""
    wanted = os.environ.get("ATS_PG_USER")
    for name in [wanted] if wanted else ["postgres", "nobody"]:
        try:
            entry = pwd.getpwnam(name)
        except KeyError:
            continue
        if entry.pw_uid == 0:
            raise NoPostgres(
                f"{name} is root, and Postgres refuses to run as root.",
                hint="Set ATS_PG_USER to another user.",
            )
        return Account(name, entry.pw_uid, entry.pw_gid)
    raise NoPostgres(
        f"Postgres refuses to run as root, and there is no user {wanted or 'postgres or nobody'}.",
        hint="Set ATS_PG_USER to an unprivileged user, or run ats as one.",
    )


def prepare(place: Place) -> None:
    """Makes the folders, or checks those that are there. UnsafeFolder if somebody else could get in."""
    if place.account is None:
        place.base.mkdir(parents=True, exist_ok=True, mode=0o700)
        private_folder(place.socket, place.owner)
        return
    ROOT_BASE.mkdir(mode=0o755, exist_ok=True)
    if ROOT_BASE.is_symlink() or ROOT_BASE.stat().st_uid != 0 or ROOT_BASE.stat().st_mode & 0o022:
        raise UnsafeFolder(
            f"{ROOT_BASE} can be written by others than root.",
            hint=f"chown root {ROOT_BASE} && chmod 755 {ROOT_BASE}",
        )
    os.chmod(ROOT_BASE, 0o755)  # noqa: S103 - whatever the umask: the server's user has to pass through
    private_folder(place.base, place.owner, group=place.account.gid)


def private_folder(path: Path, uid: int, *, group: int | None = None) -> None:
    """Makes `path`, a folder that only `uid` can enter. UnsafeFolder if it was there and is anything else.

    Below /tmp anybody could have made it first, and would then see every byte that goes over the socket.
    """
    try:
        path.mkdir(mode=0o700)
        if group is not None:
            os.chown(path, uid, group)
    except FileExistsError:
        pass
    found = path.lstat()
    if not stat.S_ISDIR(found.st_mode) or found.st_uid != uid:
        raise UnsafeFolder(
            f"{path} was made by somebody else.",
            hint="Move it away, or set ATS_HOME to another folder; as root, set ATS_PG_USER as before.",
        )
    if found.st_mode & 0o077:
        os.chmod(path, 0o700)


def _socket_folder(base: Path, key: str) -> Path:
    """Inside the data folder where that is short enough, else below /tmp.

    Not in XDG_RUNTIME_DIR: it goes away at logout, and the server stays. A service with a /tmp of its own
    would not meet the same user's shell there either.
    """
    inside = base / "run"
    fits = len(os.fsencode(inside / SOCKET_NAME)) < SOCKET_LIMIT
    # Postgres splits its list of socket folders at commas and quotes, and trims blanks.
    if fits and re.fullmatch(r"[\w/.+@:=~-]+", str(inside), re.ASCII):
        return inside
    return Path(f"/tmp/ats-{os.geteuid()}-{key}")  # noqa: S108 - private_folder() checks whose it is

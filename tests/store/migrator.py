"""Runs migrations and kills each of them at every statement: `python migrator.py URL up|down`.

One process that forks, because to start Python hundreds of times takes minutes. Prints how many were killed.
"""

from __future__ import annotations

import itertools
import os
import signal
import sys

import psycopg
import sqlalchemy as sa
from sqlalchemy import Engine, event

from ats_core.store import migrate


def die_at(number: int) -> None:
    """Kills this process, as hard as can be, before its statement or commit of that number.

    Only those of the migration's own transaction count, which begins with its timeout; what is asked before
    that changes nothing.
    """
    seen = 0

    def count(*about: object) -> None:
        nonlocal seen
        seen += bool(seen) or (len(about) > 2 and str(about[2]).startswith("SET LOCAL"))
        if seen == number:
            os.kill(os.getpid(), signal.SIGKILL)

    event.listen(Engine, "before_cursor_execute", count)
    event.listen(Engine, "commit", count)


def killed_at(number: int, url: str, direction: str) -> bool:
    """Whether one step, run in a child, was killed at that statement; False if it came to its end before."""
    child = os.fork()
    if child == 0:
        die_at(number)
        if direction == "up":
            migrate.upgrade(url, "+1")
        else:
            migrate.downgrade(url, "-1")
        os._exit(0)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status) or os.WEXITSTATUS(status) == 0, status
    return os.WIFSIGNALED(status)


def revision(url: str) -> str | None:
    """Where the database stands, asked without our own code."""
    address = sa.make_url(url).set(drivername="postgresql").render_as_string()
    with psycopg.connect(address) as connection:
        if connection.execute("SELECT to_regclass('alembic_version')").fetchone() == (None,):
            return None
        row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
        return None if row is None else str(row[0])


def main(url: str, direction: str) -> None:
    scripts = migrate._scripts()
    list(scripts.walk_revisions())  # read before the forks, so that none of them need do it again
    migrate._scripts = lambda: scripts
    known: list[str | None] = [None, *migrate.revisions()]
    path = known if direction == "up" else known[::-1]
    kills = 0
    for before, after in itertools.pairwise(path):
        number = 1
        while killed_at(number, url, direction):
            kills += 1
            now = revision(url)
            assert now in (before, after), (before, now, after)
            if now == after:
                break
            number += 1
        assert revision(url) == after, (before, after)
    print(kills)


if __name__ == "__main__":
    main(*sys.argv[1:])

"""Database fixtures: one embedded server for the run of a worker, a migrated template, a copy for each test.

ATS_TEST_PG_BIN names the Postgres programs to test on (CI does so for the oldest version that we support).
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest
import sqlalchemy as sa

from ats_core.store import migrate
from ats_core.store.embedded import USER, EmbeddedPostgres

TEMPLATE = "ats_template"

# A test's database need not survive a power cut.
FAST = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off", "autovacuum": "off"}


def pg_bin_under_test() -> Path | None:
    named = os.environ.get("ATS_TEST_PG_BIN")
    return Path(named) if named else None


class Databases:
    """Makes and drops databases on one server."""

    def __init__(self, server: EmbeddedPostgres) -> None:
        self.server = server

    def create(self, template: str = TEMPLATE) -> str:
        """The URL of a new database that holds what `template` holds."""
        name = f"test_{uuid4().hex}"
        self._admin(f"CREATE DATABASE {name} TEMPLATE {template}")
        return self.server.url_of(name)

    def create_empty(self) -> str:
        return self.create("template0")

    def drop(self, url: str) -> None:
        self._admin(f"DROP DATABASE IF EXISTS {sa.make_url(url).database} WITH (FORCE)")

    def _admin(self, statement: str) -> None:
        socket = str(self.server.place.socket)
        with psycopg.connect(
            host=socket, port=5432, user=USER, dbname="postgres", autocommit=True
        ) as connection:
            connection.execute(statement)


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[EmbeddedPostgres]:
    """A running embedded server; one for each worker of pytest-xdist. Gone at the end, with its data."""
    home = Path(tempfile.mkdtemp(prefix="ats-test-", dir="/tmp"))
    server = EmbeddedPostgres(home, pg_bin=pg_bin_under_test(), settings=FAST)
    try:
        server.start()
        yield server
    finally:
        server.remove(force=True)
        shutil.rmtree(home, ignore_errors=True)


@pytest.fixture(scope="session")
def databases(postgres_server: EmbeddedPostgres) -> Databases:
    """The databases of the run; the template is migrated."""
    made = Databases(postgres_server)
    made._admin(f"CREATE DATABASE {TEMPLATE} TEMPLATE template0")
    migrate.upgrade(postgres_server.url_of(TEMPLATE))
    return made


@pytest.fixture
def database_url(databases: Databases) -> Iterator[str]:
    """The URL of a migrated database of the test's own, dropped afterwards."""
    url = databases.create()
    yield url
    databases.drop(url)


@pytest.fixture
def empty_database_url(databases: Databases) -> Iterator[str]:
    """The URL of an empty database of the test's own, dropped afterwards."""
    url = databases.create_empty()
    yield url
    databases.drop(url)


@pytest.fixture(scope="session")
def shared_engine(databases: Databases) -> Iterator[sa.Engine]:
    """An engine on a migrated database that all tests share: for `connection`, which leaves no trace."""
    engine = sa.create_engine(databases.create(), connect_args={"prepare_threshold": None})
    yield engine
    engine.dispose()


@pytest.fixture
def connection(shared_engine: sa.Engine) -> Iterator[sa.Connection]:
    """A connection in a transaction that is rolled back."""
    with shared_engine.connect() as opened:
        transaction = opened.begin()
        yield opened
        transaction.rollback()

"""Carries out operations: check, policy, one transaction, events and audit row, or nothing at all."""

from __future__ import annotations

import hashlib
import json
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import timedelta
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic_core import to_jsonable_python
from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from ats_core.clock import Clock, system_clock
from ats_core.context import Context
from ats_core.errors import Invalid, Unavailable
from ats_core.operations import Operation, Upload
from ats_core.store import engine as db
from ats_core.store.files import FileStore
from ats_core.store.transaction import Transaction
from ats_core.taxonomy import use as use_taxonomy

if TYPE_CHECKING:
    from ats_core.access import Actor
    from ats_core.parser.pool import ParserPool
    from ats_core.settings import Settings

T = TypeVar("T")

IDEMPOTENCY_LIFE = timedelta(hours=24)


class Runtime:
    """What operations stand on, for one process: the pools of connections and of parsers, the files."""

    def __init__(
        self,
        settings: Settings,
        engine: Engine,
        clock: Clock = system_clock,
        parser: ParserPool | None = None,
    ) -> None:
        """`parser` is a pool to share with others; it stays open when this is closed."""
        self.settings = settings
        self.engine = engine
        self.clock = clock
        self.files = FileStore(settings.files)
        self._reading = engine.execution_options(isolation_level="AUTOCOMMIT")
        use_taxonomy(settings.own_taxonomy)
        self._parser = parser
        self._shares_parser = parser is not None
        self._lock = threading.Lock()

    @classmethod
    def open(cls, settings: Settings, clock: Clock = system_clock) -> Runtime:
        """A runtime on the database of `settings`, or on an embedded one, which is started if it must be.

        An embedded database is brought up to date by itself. On another one that is somebody's decision:
        Unavailable says that `ats db upgrade` is due.
        """
        from ats_core.store import migrate

        embedded = settings.database_url is None
        url = database_url(settings)
        runtime = cls(settings, db.make_engine(url), clock)
        try:
            if embedded and not runtime._translated(lambda: migrate.is_current(runtime.engine)):
                migrate.upgrade(url)
            runtime.check_ready()
        except BaseException:
            runtime.close()
            raise
        return runtime

    def check_ready(self) -> None:
        """Nothing; Unavailable if the database is away, or its schema is not this version's."""
        from ats_core.store import migrate

        if not self._translated(lambda: migrate.is_current(self._reading)):
            raise SchemaOutdated(
                "The database's schema is not this version's.", hint="Run ats db upgrade (after a backup)."
            )

    @property
    def parser(self) -> ParserPool:
        """The pool of parsing processes, started at its first use."""
        with self._lock:
            if self._parser is None:
                from ats_core.parser.pool import ParserPool

                self._parser = ParserPool(
                    workers=self.settings.parser_workers, taxonomy=self.settings.own_taxonomy
                )
            return self._parser

    def close(self) -> None:
        with self._lock:
            if self._parser is not None and not self._shares_parser:
                self._parser.close()
                self._parser = None
        self.engine.dispose()

    @cached_property
    def owner(self) -> Actor:
        """The owner of the data folder: who acts while nobody signs in."""
        from ats_core.identity.owner import ensure_owner

        def ensure() -> Actor:
            with self.engine.begin() as connection:
                return ensure_owner(connection, self.clock())

        return self._translated(ensure)

    def context(self, actor: Actor, **about: Any) -> Context:
        return Context(actor=actor, now=self.clock(), resources=self, **about)

    def call(self, operation: Operation, arguments: Mapping[str, Any], context: Context) -> Any:
        """The operation's result.

        Raises what the operation raises; Invalid for arguments that don't fit, NotAllowed, Unavailable
        when the database is away. A connection that was lost before the commit, and a deadlock, are tried
        once more: nothing of the first try is left.
        """
        checked = operation.check(arguments)
        operation.allow.require(context.actor, operation.name)
        prepared = self._prepare(operation, checked, context)
        run = self._read if operation.reads else self._write
        return self._translated(lambda: run(operation, checked, context, prepared))

    def _prepare(self, operation: Operation, arguments: dict[str, Any], context: Context) -> Any:
        if operation.before is None:
            return None
        before = operation.before

        def prepare() -> Any:
            with self._open(self._reading, context, operation) as tx:
                return before(operation.service(context, tx), **arguments)

        return self._translated(prepare)

    def _read(self, operation: Operation, arguments: dict[str, Any], context: Context, prepared: Any) -> Any:
        with self._open(self._reading, context, operation) as tx:
            service = operation.service(context, tx)
            service.prepared = prepared
            return operation.function(service, **arguments)

    def _write(self, operation: Operation, arguments: dict[str, Any], context: Context, prepared: Any) -> Any:
        with self.engine.connect() as connection:
            with connection.begin() as transaction:
                tx = Transaction(connection, context, operation.name)
                done = claim(connection, operation, arguments, context)
                if done is not None:
                    return operation.result.validate_python(done)
                service = operation.service(context, tx)
                service.prepared = prepared
                result = operation.function(service, **arguments)
                self._react(tx)
                tx.flush()
                answer(connection, operation, context, result)
                try:
                    transaction.commit()
                except DBAPIError as error:
                    if db.is_lost(error):
                        raise Unavailable(
                            "The connection broke during the commit; whether it was saved is not known.",
                            hint="Look, or send it again with the same Idempotency-Key.",
                        ) from error
                    raise
            return result

    def _react(self, tx: Transaction) -> None:
        """Puts what follows from the transaction's events into the queue, to run once it has committed."""
        for event, subject in dict.fromkeys(tx.events()):
            for reaction in self._reactions.get(event, ()):
                (parameter,) = reaction.parameters
                name = f"{reaction.name}:{subject}"
                tx.queue.defer(reaction.name, {parameter.name: str(subject)}, lock=name)

    @cached_property
    def _reactions(self) -> dict[str, list[Operation]]:
        from ats_core.catalog import reactions

        return reactions()

    @contextmanager
    def _open(self, engine: Engine, context: Context, operation: Operation) -> Iterator[Transaction]:
        with engine.connect() as connection:
            yield Transaction(connection, context, operation.name)

    def _translated(self, run: Callable[[], T]) -> T:
        try:
            try:
                return run()
            except DBAPIError as error:
                if not db.is_retryable(error):
                    raise
                return run()
        except DBAPIError as error:
            raise db.translated(error) from error
        except PoolTimeout as error:
            raise Unavailable("All database connections are busy.", hint="Try again in a moment.") from error


class SchemaOutdated(Unavailable):
    code, retryable = "schema_outdated", False


def database_url(settings: Settings) -> str:
    """The URL of the database in force; an embedded server is running when this returns."""
    if settings.database_url is not None:
        return db.normalised(settings.database_url)
    from ats_core.store.embedded import EmbeddedPostgres

    return EmbeddedPostgres(settings.home, pg_bin=settings.pg_bin).start()


def claim(
    connection: Connection, operation: Operation, arguments: Mapping[str, Any], context: Context
) -> Any | None:
    """The stored answer if the context's idempotency key was used before; else None, and the key is ours.

    A twin that runs right now holds the key's row: the insert waits until it has committed. Invalid if the
    key came with another request.
    """
    if context.idempotency_key is None:
        return None
    from ats_core.store.idempotency import take

    fingerprint = request_hash(operation, arguments)
    stored = take(connection, context, operation.name, fingerprint, context.now + IDEMPOTENCY_LIFE)
    if stored is None:
        return None
    if stored.request_hash != fingerprint or stored.operation != operation.name:
        raise Invalid(
            "This Idempotency-Key was used for another request.", hint="Use a new key for each new request."
        )
    return stored.response


def answer(connection: Connection, operation: Operation, context: Context, result: Any) -> None:
    """Keeps the answer beside the key, in the same transaction."""
    if context.idempotency_key is None:
        return
    from ats_core.store.idempotency import keep

    keep(connection, context, operation.status, operation.result.dump_python(result, mode="json"))


def request_hash(operation: Operation, arguments: Mapping[str, Any]) -> str:
    """SHA-256 (hex) of the operation and its arguments, however they were spelled on the wire."""

    def plain(value: Any) -> Any:
        if isinstance(value, Upload):
            return [value.filename, hashlib.sha256(value.content).hexdigest()]
        return to_jsonable_python(value)

    spelled = json.dumps([operation.name, {k: plain(v) for k, v in arguments.items()}], sort_keys=True)
    return hashlib.sha256(spelled.encode()).hexdigest()

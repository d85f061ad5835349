"""The queue's worker: carries out, one transaction each, the tasks that transactions have asked for."""

from __future__ import annotations

import asyncio
import logging
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import procrastinate
from sqlalchemy.engine import make_url

from ats_core.catalog import tasks
from ats_core.errors import Unavailable
from ats_core.store.queue import QUEUE_NAME, SCHEMA

if TYPE_CHECKING:
    from ats_core.operations import Operation
    from ats_core.runtime import Runtime

log = logging.getLogger("ats.worker")

# A task that meets a database or a store that is away is tried again after 2, 4, 8 ... seconds.
_TRIES = 8
_RESTART_S = 5.0
# A worker that has not been heard of for so long is dead, and its tasks are somebody else's.
_DEAD_AFTER_S = 30.0
_POLL_S = 5.0


class Worker:
    """A worker over `runtime`, with `concurrency` tasks at a time (as many as there are parsers, if unset).

    Any number may work on one database. Make it before the program starts threads: parsers are forked.
    """

    def __init__(self, runtime: Runtime, *, concurrency: int | None = None) -> None:
        runtime.parser  # noqa: B018 - the pool must fork before there are threads and connections
        self._runtime = runtime
        self._concurrency = concurrency or runtime.settings.parser_workers
        self._thread: threading.Thread | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._running: asyncio.Task[None] | None = None
        self._stopped = threading.Event()

    def run(self, *, until_empty: bool = False) -> None:
        """Works until the process is interrupted or told to terminate, and lets running tasks end.

        With `until_empty` only until there is nothing to do.
        """
        asyncio.run(self._work(signals=not until_empty, wait=not until_empty))

    def start(self) -> None:
        """Works in a thread of its own until `stop`; takes up again after the database was away."""
        self._thread = threading.Thread(target=self._keep_on, name="ats-worker", daemon=True)
        self._thread.start()

    def stop(self, timeout_s: float = 30.0) -> None:
        """Takes no new task, and waits for the running ones."""
        self._stopped.set()
        loop, running = self._loop, self._running
        if loop is not None and running is not None and loop.is_running():
            loop.call_soon_threadsafe(running.cancel)
        if self._thread is not None:
            self._thread.join(timeout_s)

    def _keep_on(self) -> None:
        while not self._stopped.is_set():
            try:
                asyncio.run(self._embedded())
            except Exception as error:  # whatever it is, the tasks are still in the database
                log.warning("the worker stopped: %s; it starts again", type(error).__name__)
                self._stopped.wait(_RESTART_S)

    async def _embedded(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._running = asyncio.create_task(self._work(signals=False, wait=True))
        if self._stopped.is_set():
            self._running.cancel()
        try:
            await self._running
        except asyncio.CancelledError:
            return

    async def _work(self, *, signals: bool, wait: bool) -> None:
        app = _app(self._runtime)
        async with app.open_async():
            await _rescue(app)
            await app.run_worker_async(
                queues=[QUEUE_NAME],
                concurrency=self._concurrency,
                wait=wait,
                fetch_job_polling_interval=_POLL_S,
                install_signal_handlers=signals,
                stalled_worker_timeout=_DEAD_AFTER_S,
                delete_jobs="successful",
            )


def _app(runtime: Runtime) -> procrastinate.App:
    url = make_url(str(runtime.engine.url.render_as_string(hide_password=False)))
    connector = procrastinate.PsycopgConnector(
        conninfo=url.set(drivername="postgresql").render_as_string(hide_password=False),
        kwargs={
            "options": f"-c search_path={SCHEMA} -c timezone=UTC -c application_name=ats-worker",
            "prepare_threshold": None,
        },
        min_size=1,
        max_size=4,
    )
    app = procrastinate.App(connector=connector)
    for declared in tasks():
        retry = procrastinate.RetryStrategy(
            max_attempts=_TRIES, exponential_wait=2, retry_exceptions={Unavailable}
        )
        made = app.task(name=declared.name, queue=QUEUE_NAME, retry=retry)(_carrier(runtime, declared))
        if declared.every is not None:
            app.periodic(cron=declared.every)(made)
    _rescue_every_minute(app)
    return app


def _carrier(runtime: Runtime, declared: Operation) -> Callable[..., None]:
    """What the queue calls for a task: the same path as an operation, as the owner."""

    def carry(timestamp: int | None = None, **arguments: Any) -> None:
        runtime.call(declared, arguments, runtime.context(runtime.owner, door="queue"))

    return carry


async def _rescue(app: procrastinate.App) -> None:
    """Puts the tasks of workers that died back into the queue."""
    for job in await app.job_manager.get_stalled_jobs(seconds_since_heartbeat=_DEAD_AFTER_S):
        log.warning("a worker died over %s; it is taken up again", job.task_name)
        await app.job_manager.retry_job(job)


def _rescue_every_minute(app: procrastinate.App) -> None:
    @app.periodic(cron="* * * * *")
    @app.task(name="queue.rescue", queue=QUEUE_NAME, queueing_lock="queue.rescue")
    async def rescue(timestamp: int) -> None:
        await _rescue(app)

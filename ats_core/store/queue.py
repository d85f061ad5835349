"""Work put into the queue (procrastinate's tables) by the transaction that asks for it: both or neither."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import DateTime, Text, bindparam, text
from sqlalchemy.dialects.postgresql import JSONB

from ats_core.store.work import Work

# The schema that the queue's tables live in, apart from ours.
SCHEMA = "queue"
QUEUE_NAME = "ats"

_DEFER = text(f"""
    INSERT INTO {SCHEMA}.procrastinate_jobs (queue_name, task_name, lock, queueing_lock, args, scheduled_at)
    VALUES ('{QUEUE_NAME}', :task, :lock, :once, :args, :at)
    ON CONFLICT DO NOTHING
""").bindparams(  # noqa: S608 - our own two constants
    bindparam("task", type_=Text),
    bindparam("lock", type_=Text),
    bindparam("once", type_=Text),
    bindparam("args", type_=JSONB),
    bindparam("at", type_=DateTime(timezone=True)),
)


class QueueStore:
    def __init__(self, work: Work) -> None:
        self.work = work

    def defer(
        self,
        task: str,
        args: dict[str, Any],
        *,
        lock: str | None = None,
        once: str | None = None,
        at: datetime | None = None,
    ) -> None:
        """Puts `task` (such as `resumes.parse_file`) into the queue, for `at` or as soon as may be.

        Tasks with the same `lock` run one after the other. With `once` nothing is added while a task with
        the same word waits.
        """
        self.work.later(_DEFER, {"task": task, "args": args, "lock": lock, "once": once, "at": at})

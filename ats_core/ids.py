"""Ids: UUID version 7 (RFC 9562, section 5.7), made here because Postgres has it only from 18 on."""

from __future__ import annotations

import os
import threading
import time
from uuid import UUID

_lock = threading.Lock()
_last_ms = 0
_counter = 0


def uuid7() -> UUID:
    """A new id: 48 bits of Unix milliseconds, a 12-bit counter, 62 random bits.

    Ids made by one process rise strictly: the counter (section 6.2, method 1) orders those of one
    millisecond, and a clock that steps back does not take them with it.
    """
    global _last_ms, _counter  # noqa: PLW0603 - one monotonic source a process
    now = time.time_ns() // 1_000_000
    with _lock:
        if now > _last_ms:
            _last_ms, _counter = now, int.from_bytes(os.urandom(2)) & 0x3FF
        else:
            _counter += 1
            if _counter > 0xFFF:
                _last_ms, _counter = _last_ms + 1, 0
        ms, count = _last_ms, _counter
    random = int.from_bytes(os.urandom(8)) & 0x3FFFFFFFFFFFFFFF
    return UUID(int=(ms << 80) | (0x7 << 76) | (count << 64) | (0x2 << 62) | random)

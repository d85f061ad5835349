"""The table of limits in docs/importing.md."""

from __future__ import annotations

import inspect

from ats_core.parser.failure import MAX_BYTES, MAX_PAGES
from ats_core.parser.pool import ParserPool
from ats_sdk.sources import FILE_LIMIT_BYTES, MEMBER_RATIO
from docs.making import table as _table


def pool(name: str) -> int:
    """What the pool of parsers grants a document, by the name of its parameter."""
    return int(inspect.signature(ParserPool).parameters[name].default)


def table() -> str:
    largest = min(MAX_BYTES, FILE_LIMIT_BYTES) // 2**20
    rows = [
        ["one file, or a member of a zip file when unpacked", f"{largest} MB", "`too_large`"],
        ["pages of a document", f"{MAX_PAGES}", "`too_many_pages`"],
        ["unpacked size of a zip member against its packed size", f"{MEMBER_RATIO} times", "`zip_bomb`"],
        [
            "time for one document",
            f"{pool('wall_s')} seconds, {pool('cpu_s')} of the processor",
            "`parser_timeout`",
        ],
        ["memory for one document (Linux)", f"{pool('memory_mb')} MB", "`parser_crashed`"],
    ]
    return _table(["what", "limit", "reason when it is passed"], rows)

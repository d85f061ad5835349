"""The table of reasons in docs/importing.md: what a file can end as, and why."""

from __future__ import annotations

import ast
import inspect

from ats_core.imports.model import REASONS
from ats_core.parser import ParseCode, ParseError
from ats_sdk import sources
from docs.making import prose
from docs.making import table as _table

_STATUS = {
    "new_person": "created",
    "same_email": "updated",
    "same_name_and_phone": "updated",
    "merged_people": "updated",
    "same_file": "duplicate",
}

# What the sender's side says of files that it can't read or may not send; the messages name the file.
_AT_THE_SOURCE = {
    "unreadable": "The file could not be read, for its permissions or for an error of the disk.",
    "not_a_file": "This is no regular file: a pipe, a socket or a device.",
    "bad_archive": "The zip file, or this member of it, is damaged. Unpack it, and import the folder.",
    "encrypted_archive": "The zip file is encrypted. Unpack it first.",
    "archive_member_refused": "The name of this member of the zip file points outside of it.",
    "too_large": "The file, or the member of the zip file when unpacked, is larger than 10 MB.",
    "zip_bomb": "The member of the zip file unpacks to more than 100 times its size.",
}


def table_rows() -> list[list[str]]:
    parser = {code.value: ParseError(code).message for code in ParseCode}
    rows = []
    for code, text in {**REASONS, **_AT_THE_SOURCE, **parser}.items():
        shown = text
        if code in _AT_THE_SOURCE and code in parser:
            shown = f"{_AT_THE_SOURCE[code]} {text}"
        elif code in _AT_THE_SOURCE:
            shown = _AT_THE_SOURCE[code]
        rows.append([f"`{code}`", _STATUS.get(code, "failed"), _found_by(code, parser), prose(shown)])
    return rows


def table() -> str:
    return _table(["reason", "status", "found by", "what it means, and what to do"], table_rows())


def at_the_source() -> set[str]:
    """The codes that `ats_sdk.sources` raises `Unreadable` with, read from its text."""
    tree = ast.parse(inspect.getsource(sources))
    return {
        str(node.args[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "Unreadable"
        and isinstance(node.args[0], ast.Constant)
    }


def known() -> set[str]:
    """Every reason that a file can end with."""
    return {*REASONS, *at_the_source(), *(code.value for code in ParseCode)}


def _found_by(code: str, parser: dict[str, str]) -> str:
    places = [
        *(["the importing side"] if code in _AT_THE_SOURCE else []),
        *(["the parser"] if code in parser else []),
    ]
    return " or ".join(places) or "the import"

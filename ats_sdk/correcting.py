"""Corrections out of what a person types: PATH=VALUE and paths to drop."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from ats_core.errors import UsageError
from ats_core.operations import invalid
from ats_core.resumes.corrections import steps
from ats_core.resumes.model import CONTACT, ENTRIES, LISTS, Corrections

if TYPE_CHECKING:
    from ats_core.resumes.model import ParsedCandidate


def corrections(data: ParsedCandidate, sets: list[str], drops: list[str]) -> Corrections:
    """The corrections of `data` that `sets` ("work_history[0].title=Nurse") and `drops` describe.

    A list of which something changes is named whole, as it stands after all changes. UsageError names a
    path that leads nowhere; Invalid a value that does not fit.
    """
    draft = _Draft(data)
    for each in sets:
        path, equals, value = each.partition("=")
        if not equals:
            raise UsageError(f"{each!r} is no correction.", hint="Write PATH=VALUE.")
        draft.set(path.strip(), value.strip())
    # From the end, so that the indexes of those before stay what they were.
    for path in sorted(drops, key=_index, reverse=True):
        draft.drop(path.strip())
    try:
        return Corrections.model_validate(draft.changed)
    except ValidationError as error:
        raise invalid(error) from None


class _Draft:
    def __init__(self, data: ParsedCandidate) -> None:
        plain = data.model_dump()
        self._lists: dict[str, list[Any]] = {name: plain[name] for name in LISTS}
        for name, fields in ENTRIES.items():
            self._lists[name] = [{field: entry[field] for field in fields} for entry in plain[name]]
        self.changed: dict[str, Any] = {}

    def set(self, path: str, value: str) -> None:
        name, index, field = _steps(path)
        if name == "contact_info" and field in CONTACT:
            self.changed.setdefault(name, {})[field] = value or None
            return
        items = self._items(name, path)
        if index is None:
            if name in ENTRIES or field is not None:
                raise _nowhere(path)
            items[:] = [part.strip() for part in value.split(",") if part.strip()]
            return
        if index > len(items):
            raise UsageError(
                f"{path}: there are only {len(items)} entries.", hint="[N] after the last adds one."
            )
        if name not in ENTRIES:
            items[index : index + 1] = [value]
            return
        if field not in ENTRIES[name]:
            raise _nowhere(path)
        if index == len(items):
            items.append({})
        items[index][field] = _typed(field, value)

    def drop(self, path: str) -> None:
        name, index, field = _steps(path)
        if name == "contact_info" and field in CONTACT:
            self.changed.setdefault(name, {})[field] = None
            return
        items = self._items(name, path)
        if index is None:
            items.clear()
        elif index >= len(items):
            raise UsageError(f"{path}: there are only {len(items)} entries.")
        elif field is None:
            del items[index]
        elif name in ENTRIES and field in ENTRIES[name]:
            items[index][field] = False if field == "current" else None
        else:
            raise _nowhere(path)

    def _items(self, name: str, path: str) -> list[Any]:
        if name not in self._lists:
            raise _nowhere(path)
        self.changed[name] = self._lists[name]
        return self._lists[name]


def _typed(field: str | None, value: str) -> Any:
    if field == "current":
        return value.casefold() in ("true", "yes", "1")
    if field == "graduation_year" and value.isdigit():
        return int(value)
    return value or None


def _steps(path: str) -> tuple[str, int | None, str | None]:
    found = steps(path)
    if found is None:
        raise _nowhere(path)
    return found


def _index(path: str) -> int:
    return _steps(path.strip())[1] or 0


def _nowhere(path: str) -> UsageError:
    return UsageError(
        f"{path} names no value that can be put right.",
        hint="Such as contact_info.email, work_history[0].title, education[1], skills.",
    )

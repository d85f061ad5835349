"""Which errors an operation raises by itself, read from its source and from what that calls."""

from __future__ import annotations

import ast
import inspect
import textwrap
from collections.abc import Iterator
from types import FunctionType, ModuleType
from typing import Any, TypeGuard

from ats_core.errors import AtsError
from ats_core.operations import Model, Operation

_NOT_FOLLOWED = ("ats_core.store.", "ats_core.parser", "ats_core.matcher", "ats_core.taxonomy")


def raised(operation: Operation) -> set[type[AtsError]]:
    """The error classes that the operation's own code, and the rules that it calls, name in a `raise`."""
    found: set[type[AtsError]] = set()
    seen: set[FunctionType] = set()
    waiting: list[tuple[Any, Any]] = [(f, operation.service) for f in (operation.function, operation.before)]
    while waiting:
        function, service = waiting.pop()
        if not _followed(function) or function in seen:
            continue
        seen.add(function)
        tree = ast.parse(textwrap.dedent(inspect.getsource(function)))
        names = function.__globals__
        read_back = {id(node) for node in ast.walk(tree) if _reads_back(node)}
        for node in ast.walk(tree):
            if isinstance(node, ast.Raise) and (error := _error(node.exc, names)):
                found.add(error)
            elif isinstance(node, ast.Call) and id(node) not in read_back:
                waiting += _called(node.func, names, service)
    return found


def _reads_back(node: ast.AST) -> bool:
    """Whether `node` is the `self._job(key)` that shows what was written just now under a new `key`."""
    return (
        isinstance(node, ast.Call)
        and len(node.args) == 1
        and isinstance(node.args[0], ast.Name)
        and node.args[0].id == "key"
    )


def _followed(function: Any) -> TypeGuard[FunctionType]:
    return (
        isinstance(function, FunctionType)
        and function.__module__.startswith("ats_core.")
        and not function.__module__.startswith(_NOT_FOLLOWED)
        and not function.__module__.endswith(".store")
    )


def _error(raised: ast.expr | None, names: dict[str, Any]) -> type[AtsError] | None:
    """The class in `raise X(...)` or `raise X.of(...)`."""
    if isinstance(raised, ast.Call):
        raised = raised.func
    if isinstance(raised, ast.Attribute):
        raised = raised.value
    found = names.get(raised.id) if isinstance(raised, ast.Name) else None
    return found if isinstance(found, type) and issubclass(found, AtsError) else None


def _called(called: ast.expr, names: dict[str, Any], service: Any) -> Iterator[tuple[Any, Any]]:
    if isinstance(called, ast.Name):
        yield names.get(called.id), service
        return
    if not isinstance(called, ast.Attribute):
        return
    on = called.value
    if isinstance(on, ast.Name) and on.id == "self":
        yield getattr(service, called.attr, None), service
    elif isinstance(on, ast.Name) and isinstance(names.get(on.id), ModuleType):
        yield getattr(names[on.id], called.attr, None), service
    elif isinstance(on, ast.Call) and isinstance(on.func, ast.Attribute) and on.func.attr == "other":
        other = names.get(on.args[0].id) if isinstance(on.args[0], ast.Name) else None
        yield getattr(other, called.attr, None), other
    elif called.attr.startswith("require_"):
        # A rule of a model: job.salary_range.require_ordered().
        for model in Model.__subclasses__():
            yield vars(model).get(called.attr), service

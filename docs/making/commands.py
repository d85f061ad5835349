"""The commands of `ats` as data, read from the Typer apps by Typer's public classes only."""

from __future__ import annotations

import inspect
import typing
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import Enum
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

import typer
from typer.models import ArgumentInfo, OptionInfo

from ats_cli import main

_TYPES = {str: "TEXT", int: "NUMBER", float: "NUMBER", Path: "PATH"}


@dataclass(frozen=True, slots=True)
class Option:
    """An option or an argument of a command; `names` is empty for an argument."""

    name: str
    names: tuple[str, ...]
    metavar: str
    help: str
    flag: bool
    required: bool
    several: bool
    default: str | None
    limits: str


@dataclass(frozen=True, slots=True)
class Command:
    """A command that can be called; `path` is `job create`."""

    path: str
    help: str
    arguments: tuple[Option, ...]
    options: tuple[Option, ...]

    @property
    def usage(self) -> str:
        shown = ["ats", self.path] if self.path else ["ats"]
        shown += [f"{o.names[0]} {o.metavar}" for o in self.options if o.required] + ["[OPTIONS]"]
        for argument in self.arguments:
            name = argument.metavar + ("..." if argument.several and "..." not in argument.metavar else "")
            shown.append(name if argument.required else f"[{name}]")
        return " ".join(shown)


@dataclass(frozen=True, slots=True)
class Group:
    """A command at the top: itself, or a name before several commands."""

    name: str
    summary: str
    help: str
    commands: tuple[Command, ...] = field(default_factory=tuple)


@cache
def root() -> Command:
    """`ats` itself, with the options that stand before a command."""
    declared = main.app.registered_callback
    return _command("", _function(declared.callback if declared else None))


@cache
def groups() -> tuple[Group, ...]:
    """All commands, in the order of `ats --help`."""
    return tuple(
        Group(name, summary, _group_help(_app(module)), tuple(_commands(name, _app(module))))
        for name, (module, summary) in main.COMMANDS.items()
    )


@cache
def every() -> dict[str, Command]:
    """Every command by its path."""
    return {command.path: command for group in groups() for command in group.commands}


def _app(module: str) -> typer.Typer:
    app: typer.Typer = import_module(module).app
    return app


def _function(found: Callable[..., Any] | None) -> Callable[..., Any]:
    if found is None:
        raise TypeError("a command without a function")
    return found


def _group_help(app: typer.Typer) -> str:
    about = app.info.help
    return about if isinstance(about, str) else ""


def _commands(name: str, app: typer.Typer) -> Iterator[Command]:
    alone = len(app.registered_commands) == 1 and app.registered_callback is None
    for declared in app.registered_commands:
        function = _function(declared.callback)
        own = declared.name or function.__name__.replace("_", "-")
        yield _command(name if alone else f"{name} {own}", function)
    for inner in app.registered_groups:
        if inner.typer_instance is not None:
            yield from _commands(f"{name} {inner.name}", inner.typer_instance)


def _command(path: str, function: Callable[..., Any]) -> Command:
    arguments: list[Option] = []
    options: list[Option] = []
    for parameter in inspect.signature(function, eval_str=True).parameters.values():
        hint, info = _annotated(parameter.annotation)
        if info is None or getattr(info, "hidden", False):
            continue
        made = _option(parameter, hint, info)
        (options if made.names else arguments).append(made)
    return Command(path, inspect.cleandoc(function.__doc__ or ""), tuple(arguments), tuple(options))


def _annotated(annotation: Any) -> tuple[Any, OptionInfo | ArgumentInfo | None]:
    hint, *extras = typing.get_args(annotation) or (annotation,)
    return hint, next((e for e in extras if isinstance(e, OptionInfo | ArgumentInfo)), None)


def _option(parameter: inspect.Parameter, hint: Any, info: OptionInfo | ArgumentInfo) -> Option:
    kinds = [k for k in typing.get_args(hint) if k is not type(None)] if _is_optional(hint) else [hint]
    kind = kinds[0]
    several = typing.get_origin(kind) is list
    if several:
        kind = typing.get_args(kind)[0]
    names: tuple[str, ...] = ()
    if isinstance(info, OptionInfo):
        dashed = parameter.name.replace("_", "-")
        plain = (f"--{dashed}", f"--no-{dashed}") if kind is bool else (f"--{dashed}",)
        # Inside Annotated the first name of `typer.Option("--json")` stands where a default would.
        first = (info.default,) if isinstance(info.default, str) and info.default.startswith("-") else ()
        names = (*first, *(info.param_decls or ())) or plain
    given = parameter.default
    required = given is inspect.Parameter.empty
    silent = required or given is None or kind is bool or given == ""
    return Option(
        name=parameter.name,
        names=names,
        metavar=info.metavar or (_metavar(kind) if names else parameter.name.upper()),
        help=info.help or "",
        flag=kind is bool,
        required=required,
        several=several,
        default=None if silent else str(getattr(given, "value", given)),
        limits=_limits(info.min, info.max),
    )


def _is_optional(hint: Any) -> bool:
    return type(None) in typing.get_args(hint)


def _metavar(kind: Any) -> str:
    if isinstance(kind, type) and issubclass(kind, Enum):
        return "|".join(str(member.value) for member in kind)
    return _TYPES.get(kind, "TEXT")


def _limits(low: float | None, high: float | None) -> str:
    if low is None and high is None:
        return ""
    if high is None:
        return f"from {low} on"
    return f"at most {high}" if low is None else f"{low} to {high}"

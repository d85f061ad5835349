"""The mark that makes a method an operation: one declaration, and every door opens on it.

    class JobService(Service):
        noun = "jobs"

        @operation("POST", "/jobs/{job_id}/approve", allow=may_approve)
        def approve(self, job_id: JobRef, comments: str | None = None) -> Job:
            "The job, approved."

From it come the HTTP route with its OpenAPI entry, the local and the remote SDK method, the permission
check, the transaction, the audit row and the reference page. This module loads no database and no web
framework, so that a remote client and `--help` stay light.
"""

from __future__ import annotations

import inspect
import re
import typing
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from types import NoneType
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError, create_model

from ats_core.access import Policy, owner_only
from ats_core.errors import Invalid

if TYPE_CHECKING:
    from datetime import datetime

    from ats_core.access import Actor
    from ats_core.context import Context
    from ats_core.store.transaction import Transaction

F = TypeVar("F", bound=Callable[..., Any])
S = TypeVar("S", bound="Service")

API_BASE = "/api/v1"
QUEUE = "QUEUE"  # the method of a task, in the place of an HTTP verb


@dataclass(frozen=True, slots=True)
class Upload:
    """A file on its way in: its name at the sender's and its bytes (at most what the door lets through)."""

    filename: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Download:
    """A file on its way out."""

    filename: str
    media_type: str
    content: bytes


class Model(BaseModel):
    """The root of every noun: frozen, and no field that it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True, ser_json_inf_nan="null")


class Done(Model):
    """The answer of an operation that leaves nothing to show."""

    success: bool = True


class In(Enum):
    """Where a parameter travels over HTTP."""

    PATH = "path"
    QUERY = "query"
    BODY = "body"  # one field of the JSON body
    WHOLE_BODY = "whole-body"  # the JSON body itself: a parameter that is a model
    UPLOAD = "upload"
    IF_MATCH = "if-match"


@dataclass(frozen=True, slots=True)
class Parameter:
    name: str
    type: Any
    where: In
    default: Any = inspect.Parameter.empty

    @property
    def required(self) -> bool:
        return self.default is inspect.Parameter.empty


class Operation:
    """What the mark knows of a method; its types are resolved when a door first asks."""

    def __init__(
        self,
        function: Callable[..., Any],
        method: str,
        path: str,
        allow: Policy,
        status: int,
        reads: bool,
        before: Callable[..., Any] | None,
        on: tuple[str, ...] = (),
        every: str | None = None,
    ) -> None:
        self.function = function
        self.method = method
        self.path = path
        self.allow = allow
        self.status = status
        self.reads = reads
        self.before = before
        self.on = on
        self.every = every
        self.noun = ""
        self.service: type[Service] = Service

    @property
    def name(self) -> str:
        """The name that logs, audit rows and the reference page use, such as `jobs.approve`."""
        return f"{self.noun}.{self.function.__name__}"

    @cached_property
    def help(self) -> str:
        return inspect.cleandoc(self.function.__doc__ or "")

    @cached_property
    def _hints(self) -> dict[str, Any]:
        return typing.get_type_hints(self.function, include_extras=True)

    @cached_property
    def returns(self) -> Any:
        return self._hints["return"]

    @cached_property
    def parameters(self) -> tuple[Parameter, ...]:
        in_path = set(re.findall(r"{(\w+)}", self.path))
        signature = inspect.signature(self.function)
        found = [
            Parameter(name, self._hints[name], self._where(name, self._hints[name], in_path), p.default)
            for name, p in list(signature.parameters.items())[1:]
        ]
        return tuple(found)

    def _where(self, name: str, hint: Any, in_path: set[str]) -> In:
        if name in in_path:
            return In.PATH
        if name == "if_match":
            return In.IF_MATCH
        if hint is Upload:
            return In.UPLOAD
        if self.method in ("GET", "DELETE"):
            return In.QUERY
        if isinstance(hint, type) and issubclass(hint, BaseModel):
            return In.WHOLE_BODY
        return In.BODY

    def of(self, *where: In) -> list[Parameter]:
        """The parameters that travel there."""
        return [p for p in self.parameters if p.where in where]

    @cached_property
    def arguments_model(self) -> type[BaseModel]:
        """All arguments as one model: what a call in process is checked against."""
        return fields_model(f"{self.service.__name__}_{self.function.__name__}", self.parameters)

    @cached_property
    def result(self) -> TypeAdapter[Any]:
        return TypeAdapter(self.returns)

    def check(self, arguments: Mapping[str, Any]) -> dict[str, Any]:
        """The arguments, typed. Invalid names each that does not fit."""
        try:
            checked = self.arguments_model.model_validate(dict(arguments))
        except ValidationError as error:
            raise invalid(error, self.whole_body) from None
        return {p.name: getattr(checked, p.name) for p in self.parameters}

    @cached_property
    def whole_body(self) -> str | None:
        """The name of the parameter that is the body itself, if there is one."""
        return next((p.name for p in self.parameters if p.where is In.WHOLE_BODY), None)


class Service:
    """The operations of one noun, over the transaction that they are given."""

    noun: ClassVar[str] = ""
    operations: ClassVar[dict[str, Operation]] = {}
    tasks: ClassVar[dict[str, Operation]] = {}

    tx: Transaction

    def __init__(self, context: Context | None = None, tx: Transaction | None = None) -> None:
        if context is not None:
            self.context = context
        if tx is not None:
            self.tx = tx
        self.prepared: Any = None

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        found, queued = dict(cls.operations), dict(cls.tasks)
        for name, member in vars(cls).items():
            declared = getattr(member, "__operation__", None)
            if isinstance(declared, Operation):
                declared.noun, declared.service = cls.noun, cls
                (queued if declared.method == QUEUE else found)[name] = declared
        cls.operations, cls.tasks = found, queued

    @property
    def actor(self) -> Actor:
        return self.context.actor

    @property
    def now(self) -> datetime:
        return self.context.now

    def other(self, service: type[S]) -> S:
        """Another noun's service in the same transaction, as the same actor."""
        return service(self.context, self.tx)


def operation(
    method: str,
    path: str,
    *,
    allow: Policy,
    status: int = 200,
    reads: bool | None = None,
    before: Callable[..., Any] | None = None,
) -> Callable[[F], F]:
    """Marks a method as an operation.

    `allow` is who may call it; there is no operation without. `reads` (a GET, unless said otherwise) runs
    in autocommit and leaves no audit row. `before` is a method with the same parameters that runs first,
    outside the transaction (parsing, writing a file); what it returns is there as `self.prepared`.
    """

    def mark(function: F) -> F:
        if not function.__doc__:
            raise TypeError(f"{function.__qualname__}: an operation without help can't be declared")
        declared = Operation(
            function, method, path, allow, status, method == "GET" if reads is None else reads, before
        )
        function.__operation__ = declared  # type: ignore[attr-defined]
        return function

    return mark


def task(
    *, on: tuple[str, ...] = (), every: str | None = None, before: Callable[..., Any] | None = None
) -> Callable[[F], F]:
    """Marks a method as work for the queue: an operation that no door opens on.

    It is carried out after the transaction that asked for it (`self.tx.queue.defer`) has committed, as the
    owner, in a transaction of its own; once more if the connection was lost or the process died, so it must
    find its work done then. `on` names events (`job.updated`) after each of which it runs by itself, with
    the id of their subject as its only argument; `every` is a time (cron, UTC) at which it runs by itself,
    without arguments. `before` is as for an operation.
    """

    def mark(function: F) -> F:
        if not function.__doc__:
            raise TypeError(f"{function.__qualname__}: a task without help can't be declared")
        declared = Operation(function, QUEUE, "", owner_only, 200, False, before, on, every)
        function.__operation__ = declared  # type: ignore[attr-defined]
        return function

    return mark


Send = Callable[[Operation, dict[str, Any]], Any]


def through(service: type[S], send: Send) -> S:
    """`service` with every operation sent through `send`: how both SDKs are made."""

    def sender(declared: Operation) -> Callable[..., Any]:
        signature = inspect.signature(declared.function)

        def call(self: Service, /, *args: Any, **kwargs: Any) -> Any:
            try:
                bound = signature.bind(self, *args, **kwargs)
            except TypeError as error:
                raise TypeError(f"{declared.name}: {error}") from None
            arguments = dict(bound.arguments)
            arguments.pop("self")
            return send(declared, arguments)

        call.__name__, call.__doc__ = declared.function.__name__, declared.function.__doc__
        call.__signature__ = signature  # type: ignore[attr-defined]
        return call

    methods = {name: sender(declared) for name, declared in service.operations.items()}
    made: S = type(service.__name__, (service,), methods)()
    return made


def fields_model(name: str, parameters: tuple[Parameter, ...] | list[Parameter]) -> type[BaseModel]:
    """A model with one field a parameter, and no other."""
    fields: dict[str, Any] = {p.name: (p.type, ... if p.required else p.default) for p in parameters}
    config = ConfigDict(extra="forbid", arbitrary_types_allowed=True, str_strip_whitespace=True)
    made: type[BaseModel] = create_model(name, __config__=config, **fields)
    return made


def invalid(error: ValidationError, drop: str | None = None) -> Invalid:
    """The Invalid that says what `error` says, with JSON pointers; `drop` is a first step to leave out."""
    errors = []
    for each in error.errors(include_url=False, include_input=False, include_context=False):
        steps = [str(s) for s in each["loc"]]
        if drop and steps and steps[0] == drop:
            steps = steps[1:]
        errors.append({"pointer": "/" + "/".join(steps), "code": each["type"], "detail": each["msg"]})
    first = errors[0]
    where = first["pointer"].strip("/").replace("/", ".")
    more = f" (and {len(errors) - 1} more)" if len(errors) > 1 else ""
    return Invalid(
        f"{where}: {first['detail']}{more}" if where else f"{first['detail']}{more}", errors=errors
    )


def is_optional(hint: Any) -> bool:
    return NoneType in typing.get_args(hint)

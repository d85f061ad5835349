"""What the commands of one call share: the root's flags, and the way to the SDK."""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ats_core.settings import Settings
    from ats_sdk import Ats

FLAGS: dict[str, Any] = {}


def settings(**flags: Any) -> Settings:
    """The settings in force, with the root's flags."""
    from ats_core.settings import Settings

    return Settings.load({**FLAGS, **flags})


@contextmanager
def ats(**flags: Any) -> Iterator[Ats]:
    """The ATS to work on: the server that is named, or this machine's own data."""
    from ats_sdk import Ats

    with Ats.open(settings(**flags), door="cli") as opened:
        yield opened


def configure_logging(verbose: bool) -> None:
    logging.basicConfig(
        stream=sys.stderr,
        level=logging.INFO if verbose else logging.ERROR,
        format="%(levelname)s %(name)s: %(message)s",
        force=True,
    )


def candidate_id(opened: Ats, ref: str) -> Any:
    """The id of the candidate that `ref` names: by id, e-mail address, or a name that only one has."""
    from uuid import UUID

    from ats_core.errors import NotFound, UsageError

    try:
        return UUID(ref)
    except ValueError:
        pass
    if "@" in ref:
        return opened.candidates.find(ref).id
    found = opened.candidates.search(name=ref, limit=6).candidates
    if not found:
        raise NotFound(
            f"There is no candidate {ref}.", hint="ats candidate list --name finds by parts of a name."
        )
    if len(found) > 1:
        shown = "; ".join(f"{c.id} {c.full_name} {c.email or ''}".rstrip() for c in found[:5])
        raise UsageError(f"Several candidates are called {ref}: {shown}.", hint="Name one by id or e-mail.")
    return found[0].id

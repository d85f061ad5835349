"""A parse function that does to a worker what hostile documents do. Importable, so that workers load it."""

from __future__ import annotations

import os
import signal
import socket
import tempfile
import time
from pathlib import Path
from typing import Any

from ats_core.parser import ParseCode, ParseError
from ats_core.parser.worker import parse_to_dict


def behave(
    data: bytes, filename: str | None, default_region: str | None, today: str | None
) -> dict[str, Any]:
    """Does what the document says, in the document's own words."""
    order = data.decode()
    if order == "die":
        os.kill(os.getpid(), signal.SIGKILL)
    elif order == "sleep":
        time.sleep(600)
    elif order == "spin":
        while True:
            pass
    elif order == "eat":
        return {"eaten": len(bytearray(3 << 30))}
    elif order == "bug":
        raise ZeroDivisionError("a bug in an engine")
    elif order == "refuse":
        raise ParseError(ParseCode.NO_TEXT)
    elif order == "network":
        return {"reached": _reaches_network()}
    elif order == "write":
        return _write()
    elif order == "pid":
        return {"pid": os.getpid(), "temporary": tempfile.gettempdir()}
    return parse_to_dict(data, filename, default_region, today)


def _reaches_network() -> bool:
    """True if any interface but an unconnected loopback is there."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))
        except OSError:
            return False
    return True


def _write() -> dict[str, Any]:
    path = Path(tempfile.gettempdir()) / "big"
    try:
        with path.open("wb") as file:
            file.write(bytes(64 << 20))
    except OSError as error:
        return {"error": error.errno}
    return {"error": None}

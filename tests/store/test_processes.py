"""What is known of other processes, with /proc and without."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from ats_core.store import processes


@pytest.fixture(params=["/proc", "/nowhere"], autouse=True)
def proc(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "_PROC", Path(request.param))


@pytest.fixture
def ended() -> Iterator[int]:
    """A process that has ended and was not waited for."""
    child = subprocess.Popen(["sleep", "0"])
    os.waitid(os.P_PID, child.pid, os.WEXITED | os.WNOWAIT)
    yield child.pid
    child.wait()


def test_a_running_process_is_alive() -> None:
    assert processes.alive(os.getpid())


def test_a_process_that_nobody_waited_for_is_dead(ended: int) -> None:
    assert not processes.alive(ended)


def test_a_process_that_has_gone_is_dead_and_has_no_command() -> None:
    with subprocess.Popen(["sleep", "0"]) as child:
        pass
    assert not processes.alive(child.pid)
    assert processes.command(child.pid) == ""


def test_a_command_is_told_with_its_arguments() -> None:
    with subprocess.Popen(["cat", "-u"], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as child:
        assert child.stdin is not None
        assert child.stdout is not None
        child.stdin.write(b"ready\n")
        child.stdin.flush()
        child.stdout.readline()
        said = processes.command(child.pid)
        child.stdin.close()
    assert said.endswith("cat -u")


def test_a_lock_is_alone_or_shared(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    first, second = (processes.flock(path, processes.LOCK_SH, patience_s=0) for _ in range(2))
    os.close(first)
    with pytest.raises(TimeoutError):
        processes.flock(path, processes.LOCK_EX, patience_s=0)
    os.close(second)
    os.close(processes.flock(path, processes.LOCK_EX, patience_s=0))


def test_a_link_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("secret")
    (tmp_path / "link").symlink_to(tmp_path / "secret")
    assert processes.read(tmp_path / "secret", 0, 3) == "sec"
    assert processes.read(tmp_path / "link", 0, 3) == ""

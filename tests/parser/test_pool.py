"""The pool loses a document to a hostile parse, and nothing else."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from ats_core.parser import ParseCode, ParseError
from ats_core.parser.pool import ParserPool, parse_in_child
from tests.parser.builders import typst_pdf
from tests.parser.hostile import behave

GOOD = b"Orla Fennimore\norla@post.example\n\nWORK EXPERIENCE\n\nClerk, Quill Ltd\n2019 - Present\n"
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def pool() -> Iterator[ParserPool]:
    with ParserPool(workers=2, memory_mb=768, cpu_s=1, wall_s=5, parse=behave) as made:
        yield made


def code_of(pool: ParserPool, order: str) -> ParseCode:
    with pytest.raises(ParseError) as caught:
        pool.parse(order.encode())
    return caught.value.code


def test_a_good_document_is_parsed(pool: ParserPool) -> None:
    answer = pool.parse(GOOD, "cv.txt", today=date(2020, 12, 1))
    assert answer["candidate_data"]["contact_info"]["first_name"] == "Orla"
    assert answer["candidate_data"]["experience_months"] == 24


@pytest.mark.parametrize(
    ("order", "code"),
    [
        ("die", ParseCode.PARSER_CRASHED),
        ("spin", ParseCode.PARSER_TIMEOUT),
        ("bug", ParseCode.PARSER_CRASHED),
        ("refuse", ParseCode.NO_TEXT),
        pytest.param(
            "eat", ParseCode.PARSER_CRASHED,
            marks=pytest.mark.skipif(sys.platform == "darwin", reason="no RLIMIT_AS there"),
        ),
    ],
)  # fmt: skip
def test_a_hostile_document_fails_alone(pool: ParserPool, order: str, code: ParseCode) -> None:
    assert code_of(pool, order) is code
    for _ in range(3):
        assert pool.parse(GOOD)["candidate_data"]["contact_info"]["email"] == "orla@post.example"


def test_a_sleeping_parse_is_ended_by_the_clock() -> None:
    with ParserPool(workers=1, wall_s=1.5, parse=behave) as pool:
        assert code_of(pool, "sleep") is ParseCode.PARSER_TIMEOUT
        assert pool.parse(GOOD)["candidate_data"]["contact_info"]["last_name"] == "Fennimore"


def test_workers_have_their_own_folder_and_no_network(pool: ParserPool) -> None:
    place = pool.parse(b"pid")["temporary"]
    assert "ats-parse-" in place
    if pool.network_isolated:
        assert pool.parse(b"network") == {"reached": False}
    assert pool.parse(b"write")["error"] is not None


def test_workers_are_replaced_after_their_share_of_documents() -> None:
    with ParserPool(workers=1, recycle_after=2, parse=behave) as pool:
        answers = [pool.parse(b"pid") for _ in range(5)]
    pids = [answer["pid"] for answer in answers]
    assert pids[0] == pids[1] != pids[2] == pids[3] != pids[4]
    assert not any(Path(answer["temporary"]).exists() for answer in answers)


def test_many_threads_share_the_workers(pool: ParserPool) -> None:
    outcomes: list[str] = []

    def work(number: int) -> None:
        order = b"die" if number % 5 == 0 else GOOD
        try:
            outcomes.append(pool.parse(order)["candidate_data"]["contact_info"]["first_name"])
        except ParseError as error:
            outcomes.append(str(error.code))

    threads = [threading.Thread(target=work, args=(number,)) for number in range(20)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcomes) == ["Orla"] * 16 + ["parser_crashed"] * 4


def test_a_killed_worker_is_replaced(pool: ParserPool) -> None:
    pid = pool.parse(b"pid")["pid"]
    os.kill(pid, signal.SIGKILL)
    outcomes = set()
    for _ in range(4):
        with contextlib.suppress(ParseError):
            outcomes.add(pool.parse(b"pid")["pid"])
    assert outcomes
    assert pid not in outcomes


def test_a_closed_pool_says_so() -> None:
    pool = ParserPool(workers=1)
    pool.close()
    with pytest.raises(RuntimeError):
        pool.parse(GOOD)


def test_one_document_in_a_child_of_its_own() -> None:
    pdf = typst_pdf("#text(20pt)[Orla Fennimore]\n\norla\\@post.example\n\n= Skills\nPython, Excel")
    assert parse_in_child(pdf, "cv.pdf")["candidate_data"]["contact_info"]["last_name"] == "Fennimore"


SCRIPT = """
import sys
sys.path.insert(0, {root!r})
from ats_core.parser.pool import ParserPool
from tests.parser.hostile import behave
pool = ParserPool(workers=2, parse=behave)
assert pool.network_isolated in (True, False)
print(*(worker.pid for worker in pool._workers), flush=True)
sys.stdin.read()
"""


def test_workers_end_when_their_parent_is_killed() -> None:
    # The script has no main guard: workers must not import it again.
    child = subprocess.Popen(
        [sys.executable, "-c", SCRIPT.format(root=str(ROOT))],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert child.stdin is not None
    assert child.stdout is not None
    with child, child.stdout, child.stdin:
        pids = [int(pid) for pid in child.stdout.readline().split()]
        assert len(pids) == 2
        child.kill()
        child.wait(10)
    assert all(_ends(pid) for pid in pids)


def _ends(pid: int) -> bool:
    """True once no such process is left (or only its entry, waiting to be reaped)."""
    for _ in range(200):
        try:
            os.kill(pid, 0)
            state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
        except (OSError, IndexError):
            return True
        if state == "Z":
            return True
        threading.Event().wait(0.05)
    return False


PARENT = """
import json, sys
sys.path.insert(0, {root!r})
from ats_core.parser.pool import ParserPool
from tests.parser.builders import painted_pdf, shown
before = set(sys.modules)
with ParserPool(workers=1) as pool:
    pdf = painted_pdf(shown(60, 700, "Orla Fennimore") + shown(60, 600, "orla@post.example"))
    answer = pool.parse(pdf, "cv.pdf")
assert answer["candidate_data"]["contact_info"]["last_name"] == "Fennimore"
print(json.dumps(sorted({{name.partition(".")[0] for name in set(sys.modules) - before}})))
"""


def test_the_parent_loads_no_reader_of_any_document() -> None:
    script = PARENT.format(root=str(ROOT))
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    readers = {"pypdfium2", "doc2docx", "legacy_doc", "spacy", "rapidocr"}
    assert not readers & set(json.loads(run.stdout))

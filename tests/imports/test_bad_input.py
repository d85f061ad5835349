"""Whatever goes wrong with files, disks, databases and people in a hurry: a reason, and a sound store."""

from __future__ import annotations

import contextlib
import io
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import threading
import time
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pypdf
import pytest
from sqlalchemy import text

from ats_core.errors import DiskFull, Unavailable
from ats_core.runtime import Runtime
from ats_core.settings import Settings
from ats_core.store import checkup
from ats_core.store.embedded import EmbeddedPostgres
from ats_core.store.engine import make_engine
from ats_core.store.files import FileStore
from ats_sdk import Ats
from tests import torture
from tests.database import FAST, Databases, pg_bin_under_test
from tests.parser.builders import raw_docx, typst_pdf

Cv = Callable[..., bytes]
ROOT = Path(__file__).parents[2]


def healthy(runtime: Runtime) -> bool:
    with runtime.engine.connect() as connection:
        assert [name for name, broken in checkup.invariants(connection) if broken] == []
        files = checkup.files(connection, runtime.files)
    assert (files.missing, files.damaged) == (0, 0)
    return True


def locked(pdf: bytes) -> bytes:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(pdf))
    writer.encrypt("secret", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def bomb() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", b"<w:document>" + b" " * 60_000_000)
    return out.getvalue()


PICTURE = "#rect(width: 10cm, height: 10cm, fill: gray)"
FILES: dict[str, tuple[str, Callable[[bytes], bytes], str]] = {
    "nothing in it": ("a.pdf", lambda cv: b"", "empty_file"),
    "password": ("a.pdf", lambda cv: locked(typst_pdf("Mirela Tavora")), "encrypted_pdf"),
    "a picture of a page": ("a.pdf", lambda cv: typst_pdf(PICTURE), "no_text"),
    "a page of the web": (
        "a.pdf",
        lambda cv: b"<html><body><p>" + cv.replace(b"\n", b"<br>") + b"</body>",
        "new_person",
    ),
    "a program": ("a.docx", lambda cv: b"MZ\x90\x00" + bytes(range(256)) * 20, "unsupported_format"),
    "a zip bomb": ("a.docx", lambda cv: bomb(), "zip_bomb"),
    "200 pages": ("a.pdf", lambda cv: typst_pdf("#pagebreak()\n" * 199 + "end"), "too_many_pages"),
    "cut off": ("a.docx", lambda cv: raw_docx("<w:p/>")[:200], "corrupt_file"),
    "a picture": ("a.png", lambda cv: b"\x89PNG\r\n\x1a\n" + b"\x00" * 100, "unsupported_format"),
    "no person in it": ("a.txt", lambda cv: b"Agenda\n\n1. Budget\n2. Any other business\n", "nobody_found"),
}


@pytest.mark.parametrize("case", FILES)
def test_each_kind_of_file_has_its_reason(
    local: Ats, runtime: Runtime, tmp_path: Path, cv: Cv, case: str
) -> None:
    name, make, reason = FILES[case]
    folder = tmp_path / "cvs"
    folder.mkdir()
    (folder / name).write_bytes(make(cv()))
    report = local.import_resumes([folder])
    [file] = report.files
    assert file.reason == reason
    assert file.message.endswith(".")
    assert len(file.message) > 25
    assert local.candidates.list().total == (1 if reason == "new_person" else 0)
    assert (report.created + report.failed, report.inputs) == (1, 1)
    assert healthy(runtime)


def test_two_files_with_one_address_in_one_run_are_one_person(
    local: Ats, runtime: Runtime, tmp_path: Path, cv: Cv
) -> None:
    folder = tmp_path / "cvs"
    folder.mkdir()
    for number in range(30):
        spelled = ("Mirela.Tavora@example.com", "mirela.tavora@EXAMPLE.com", "MIRELA.TAVORA@EXAMPLE.COM")[
            number % 3
        ]
        (folder / f"{number}.txt").write_bytes(cv(email=spelled, since=1990 + number))
    report = local.import_resumes([folder], workers=8)
    assert (report.created, report.updated) == (1, 29)
    assert local.candidates.list().total == 1
    assert healthy(runtime)


def test_a_folder_that_can_not_be_written_stops_the_import(
    local: Ats, runtime: Runtime, tmp_path: Path, cv: Cv, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ats_sdk.importing.RETRY_WAITS_S", (0.01,))
    (tmp_path / "in-the-way").write_text("a file where a folder should be")
    runtime.files = FileStore(tmp_path / "in-the-way" / "files")
    (tmp_path / "a.txt").write_bytes(cv())
    with pytest.raises(Unavailable, match="can't be written"):
        local.import_resumes([tmp_path / "a.txt"])
    assert local.candidates.list().total == 0
    runtime.files = FileStore(tmp_path / "files")
    report = local.import_resumes([tmp_path / "a.txt"])
    assert (report.resumed, report.created) == (True, 1)
    assert healthy(runtime)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of 1 MB of its own."""
    if os.geteuid() != 0:
        pytest.skip("mounting a small disk needs root")
    folder = tmp_path / "small"
    folder.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(folder)], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("mounting is not permitted here")
    yield folder
    subprocess.run(["umount", str(folder)], check=False)


def test_a_full_disk_stops_the_import_and_it_goes_on_when_there_is_space(
    local: Ats, runtime: Runtime, tmp_path: Path, small_disk: Path, cv: Cv, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ats_sdk.importing.RETRY_WAITS_S", (0.01,))
    runtime.files = FileStore(small_disk / "files")
    ballast = small_disk / "ballast"
    ballast.write_bytes(b"x" * 900_000)
    folder = tmp_path / "cvs"
    folder.mkdir()
    for number in range(20):
        padded = cv(name=f"Person Number{number}", email=f"p{number}@example.com", phone=None) + b" " * 20_000
        (folder / f"{number:02d}.txt").write_bytes(padded)
    with pytest.raises(DiskFull, match="full"):
        local.import_resumes([folder])
    saved = local.candidates.list().total
    assert saved < 20
    assert healthy(runtime)
    assert runtime.files.partial() == []
    ballast.unlink()
    report = local.import_resumes([folder])
    assert (report.resumed, report.created, report.inputs) == (True, 20, 20)
    assert healthy(runtime)


def test_connections_that_break_again_and_again_lose_nothing(
    local: Ats, runtime: Runtime, tmp_path: Path
) -> None:
    folder = tmp_path / "cvs"
    torture.make_files(folder, 60, seed=3)
    stop = threading.Event()
    killer_engine = make_engine(str(runtime.engine.url.render_as_string(hide_password=False)))

    def cut() -> None:
        chosen = random.Random(11)  # noqa: S311
        with killer_engine.connect() as connection:
            while not stop.wait(0.05):
                pids = connection.execute(
                    text(
                        "SELECT pid FROM pg_stat_activity WHERE datname = current_database() "
                        "AND application_name = 'ats' AND pid <> pg_backend_pid()"
                    )
                ).scalars()
                found = list(pids)
                if found:
                    connection.execute(
                        text("SELECT pg_terminate_backend(:pid)"), {"pid": chosen.choice(found)}
                    )
                connection.commit()

    thread = threading.Thread(target=cut)
    thread.start()
    try:
        while True:
            with contextlib.suppress(Unavailable):
                report = local.import_resumes([folder])
                break
    finally:
        stop.set()
        thread.join()
        killer_engine.dispose()
    assert report.inputs == 60
    assert report.created + report.updated + report.duplicate + report.failed == 60
    assert healthy(runtime)


def ats(*arguments: str, home: Path, **env: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "ats_cli.main", *arguments],
        env={
            **{k: v for k, v in os.environ.items() if not k.startswith("ATS_")},
            "ATS_HOME": str(home),
            **env,
        },
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        cwd=ROOT,
    )


def progress(url: str, at_least: int, patience_s: float = 60) -> None:
    """Waits until so many files are done."""
    engine = make_engine(url)
    try:
        deadline = time.monotonic() + patience_s
        while time.monotonic() < deadline:
            with engine.connect() as connection:
                if (connection.scalar(text("SELECT count(*) FROM import_files")) or 0) >= at_least:
                    return
            time.sleep(0.02)
    finally:
        engine.dispose()
    raise AssertionError(f"not {at_least} files in {patience_s} s")


def test_ctrl_c_leaves_a_journal_that_the_next_run_takes_up(database_url: str, tmp_path: Path) -> None:
    folder = tmp_path / "cvs"
    torture.make_files(folder, 200, seed=5)
    home = tmp_path / "home"
    first = ats("import-resumes", str(folder), "--workers", "2", home=home, ATS_DATABASE_URL=database_url)
    progress(database_url, 10)
    os.killpg(first.pid, signal.SIGINT)
    out, err = first.communicate(timeout=60)
    assert first.returncode == 130, err
    assert "goes on from here" in err
    assert "Traceback" not in err
    second = ats("import-resumes", str(folder), "--json", home=home, ATS_DATABASE_URL=database_url)
    out, err = second.communicate(timeout=120)
    report = json.loads(out)
    assert second.returncode == 6, err
    assert report["resumed"]
    assert report["inputs"] == 200
    assert sum(report[k] for k in ("created", "updated", "duplicate", "failed")) == 200


def test_a_database_that_goes_away_in_the_middle(tmp_path_factory: pytest.TempPathFactory) -> None:
    base = Path("/tmp") / f"ats-away-{os.getpid()}"
    home = base / "h"
    base.mkdir()
    server = EmbeddedPostgres(home / "data", pg_bin=pg_bin_under_test(), settings=FAST)
    try:
        server.start()
        folder = base / "cvs"
        torture.make_files(folder, 150, seed=9)
        upgraded = ats("db", "upgrade", home=home)
        assert upgraded.wait(60) == 0
        upgraded.communicate()
        run = ats("import-resumes", str(folder), "--workers", "2", home=home)
        progress(server.url, 10)
        pid = server.status().pid
        assert pid is not None
        os.kill(pid, signal.SIGKILL)
        _, err = run.communicate(timeout=120)
        assert run.returncode == 75, err
        assert "Traceback" not in err
        again = ats("import-resumes", str(folder), "--json", home=home)
        out, err = again.communicate(timeout=120)
        assert again.returncode == 6, err
        report = json.loads(out)
        assert (report["inputs"], report["resumed"]) == (150, True)
        runtime = Runtime.open(Settings.load({}, env={"ATS_HOME": str(home)}))
        assert healthy(runtime)
        runtime.close()
    finally:
        server.remove(force=True)
        shutil.rmtree(base, ignore_errors=True)


@pytest.mark.xdist_group("torture")
def test_killed_at_random_moments_it_ends_like_a_clean_run(databases: Databases) -> None:
    seed = int(time.time()) % 100_000
    print(f"seed {seed}")
    base = Path("/tmp") / f"ats-torture-{os.getpid()}"
    base.mkdir()
    try:
        for outcome in torture.torture(databases, base, 5, files=200, workers=2, seed=seed):
            print(outcome)
            assert outcome.difference == []
            assert outcome.broken == []
    finally:
        shutil.rmtree(base, ignore_errors=True)

"""The site builds without a warning, and asks nothing of anybody else's server."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.docs.blocks import DOCS, ROOT


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("site")
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(target)],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return target


def test_the_site_has_every_page(site: Path) -> None:
    for page in DOCS.rglob("*.md"):
        name = page.relative_to(DOCS).with_suffix("")
        assert (site / "index.html" if name.name == "index" else site / name / "index.html").exists()


def test_nothing_is_fetched_from_elsewhere(site: Path) -> None:
    fetched = re.compile(
        r"<(?:script|img|iframe|link)\b[^>]*?(?:src|href)=[\"']?(?:https?:)?//[^\"'> ]+", re.I
    )
    for page in site.rglob("*.html"):
        text = page.read_text("utf-8")
        assert not fetched.findall(text), page
        # The theme's script fetches Mermaid from a CDN as soon as a page has such an element.
        assert 'class="mermaid"' not in text, page


def test_what_makes_pages_is_no_page(site: Path) -> None:
    assert not [*site.rglob("*.py")]


def test_no_page_tells_about_the_machine_that_it_was_written_on() -> None:
    for page in DOCS.rglob("*.md"):
        assert not re.search(r"/work/|/root/|/home/\w+/", page.read_text("utf-8")), page

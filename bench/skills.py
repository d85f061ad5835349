"""The skills taxonomy: a look-up, a page of prose, and what it costs to load."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Iterator

from bench.measure import Result

# Names, aliases, other forms, and what is no skill.
TEXTS = (
    "React.js", "Kubernetes", "desarrollo móvil", "Advanced Excel", "Schweißerin", "gestion des stocks",
    "DIN EN ISO 9001:2015", "operador de empilhadeira", "Underwater basket juggling", "Python 3.11",
)  # fmt: skip
PAGE = (
    "Designed REST APIs in Python with Django, led a team of nurses and improved delivery across regions.\n"
    "Contabilidad general, conciliaciones bancarias y nóminas; soldador TIG con carnet de conducir B.\n"
) * 30
_LOAD = """
import resource, time
import ats_core.taxonomy as taxonomy
def held():
    return int(open("/proc/self/statm").read().split()[1]) * resource.getpagesize() / 2**20
before = held()
start = time.process_time()
table = taxonomy.default()
loaded = time.process_time() - start
start = time.process_time()
table.phrasebook
print(loaded, time.process_time() - start, held() - before)
"""


def run(quick: bool) -> Iterator[Result]:
    from ats_core.taxonomy import default, find, scan

    names = [s for skill in default().skills.values() for s in skill.spellings()]
    rounds = 1 if quick else 10
    yield Result("taxonomy: a look-up by a spelling it holds", _each(find, names, rounds) * 1e6, 5, "us")
    yield Result("taxonomy: a look-up, in any form, again", _each(find, TEXTS, 1000 * rounds) * 1e6, 5, "us")
    yield Result("taxonomy: a look-up in another form, first time", _first(names) * 1e6, None, "us")
    scan(PAGE)
    yield Result("taxonomy: two pages of prose", _each(scan, [PAGE], rounds) * 1e3, None, "ms")
    done = subprocess.run([sys.executable, "-c", _LOAD], capture_output=True, text=True, check=True)
    loaded, phrases, megabytes = map(float, done.stdout.split())
    yield Result("taxonomy: loading", loaded * 1e3, 150, "ms")
    yield Result("taxonomy: preparing for prose, once", phrases * 1e3, None, "ms")
    yield Result("taxonomy: memory", megabytes, None, "MB")


def _each(function: Callable[[str], object], texts: list[str] | tuple[str, ...], rounds: int) -> float:
    """CPU seconds of one call, after a first round."""
    for text in texts:
        function(text)
    start = time.process_time()
    for _ in range(rounds):
        for text in texts:
            function(text)
    return (time.process_time() - start) / (rounds * len(texts))


def _first(names: list[str]) -> float:
    """CPU seconds of a look-up of a form that was not asked before."""
    from ats_core.taxonomy import default, find

    find(f"{names[0]} (advanced)")
    default().bags  # noqa: B018 - made at the first use, not part of a look-up
    forms = [f"{name} (advanced)" for name in names[1:2001]]
    start = time.process_time()
    for form in forms:
        find(form)
    return (time.process_time() - start) / len(forms)

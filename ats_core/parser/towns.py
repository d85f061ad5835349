"""Towns of the world and the country each lies in. Data: geonames.org, CC BY 4.0 (see ml/parser/towns.py)."""

from __future__ import annotations

import gzip
from functools import cache
from importlib.resources import files


@cache
def _countries() -> dict[str, str]:
    text = gzip.decompress(files("ats_core.parser").joinpath("data", "towns.txt.gz").read_bytes()).decode()
    table: dict[str, str] = {}
    for row in text.split("\n"):
        country, _, names = row.partition(":")
        table.update(dict.fromkeys(names.split(";"), country))
    return table


def country_of_town(folded: str) -> str | None:
    """The country (ISO 3166) of the largest town with this folded name; None if the list has none.

    The list is read from the package once a process, which takes about 25 ms.
    """
    return _countries().get(folded)

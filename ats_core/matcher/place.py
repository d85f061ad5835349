"""Places: whether the candidate lives where the job is."""

from __future__ import annotations

import re

from ats_core.taxonomy.surface import folded

HERE, SAME_COUNTRY, ELSEWHERE, ABROAD = 100.0, 60.0, 30.0, 20.0
UNKNOWN, NOT_ASKED = 50.0, 75.0

_REMOTE = re.compile(
    r"\b(remote|fully remote|anywhere|remoto|teletrabajo|teletrabalho|a distancia|teletravail|home ?-?office"
    r"|homeoffice|ortsunabhangig)\b"
)
_POSTCODE = re.compile(r"^\d[\d\s-]*")
_SPLIT = re.compile(r"[,;/|()·•\n]| - | – ")


def _names(line: str) -> list[str]:
    """The names in a line of a table: apart by bars where one has a space, else by spaces."""
    return line.split("|") if "|" in line else line.split()


# One line a country: its names and its code, folded.
_COUNTRIES = """
portugal pt
spain espana espanha espagne spanien es
france francia franca frankreich fr
germany alemania alemanha allemagne deutschland de
austria osterreich autriche at
switzerland suiza suica suisse schweiz ch
united kingdom|uk|great britain|england|scotland|wales|reino unido|royaume-uni|vereinigtes konigreich|gb
ireland irlanda irlande irland ie
united states|usa|us|u.s.|u.s.a.|estados unidos|etats-unis|eeuu|eua|vereinigte staaten
brazil brasil bresil brasilien br
argentina argentine argentinien ar
mexico mexique mexiko mx
colombia colombie kolumbien co
chile chili cl
peru perou pe
canada kanada
italy italia italie italien it
netherlands|paises bajos|paises baixos|pays-bas|niederlande|holland|nl
belgium belgica belgique belgien be
luxembourg luxemburgo luxemburg lu
poland polonia pologne polen pl
sweden suecia suede schweden se
denmark dinamarca danemark danemark dk
norway noruega norvege norwegen no
india indien inde
australia australien australie au
""".strip().splitlines()
_COUNTRY = {name: number for number, line in enumerate(_COUNTRIES) for name in _names(line)}
# Cities with other names in other languages.
_CITIES = """
lisbon lisboa lisbonne lissabon
munich munchen munique muenchen
cologne koln colonia koeln
vienna wien viena vienne
geneva geneve ginebra genf
brussels bruxelles bruselas brussel bruxelas
seville sevilla seville sevilha
london londres
paris parigi
milan milano mailand
rome roma
zurich zuerich
hamburg hamburgo hambourg
berlin berlim
frankfurt|frankfurt am main|francfort|frankfurt a.m.
nuremberg nurnberg nuernberg
porto oporto
saragossa zaragoza
strasbourg strassburg
new york|new york city|nyc|nueva york|nova york
sao paulo|san pablo
mexico city|ciudad de mexico|cdmx
""".strip().splitlines()
_CITY = {name: _names(line)[0] for line in _CITIES for name in _names(line)}


def is_remote(location: str | None) -> bool:
    """Whether the text of a location says that the place does not matter."""
    return bool(location and _REMOTE.search(folded(location)))


def place_of(location: str) -> tuple[frozenset[str], int | None]:
    """The names of place in `location` without countries, and the country's number in the table."""
    parts = [_POSTCODE.sub("", part.strip()) for part in _SPLIT.split(folded(location))]
    parts = [_CITY.get(part, part) for part in parts if part]
    country = next((_COUNTRY[p] for p in reversed(parts) if p in _COUNTRY), None)
    return frozenset(p for p in parts if p not in _COUNTRY and len(p) > 2), country


def location_value(job: str | None, remote: bool | None, candidate: str | None) -> float:
    """0-100: 100 for the same town or a remote job; a known other place is never better than the same one."""
    if remote or is_remote(job):
        return HERE
    if not job or not job.strip():
        return NOT_ASKED
    if not candidate or not candidate.strip():
        return UNKNOWN
    (here, country), (there, other) = place_of(job), place_of(candidate)
    if here & there or (not here and country is not None and country == other):
        return HERE
    if country is None or other is None:
        return ELSEWHERE
    return SAME_COUNTRY if country == other else ABROAD

"""Places: how far the candidate lives from where the job is."""

from __future__ import annotations

import re
from functools import lru_cache
from math import log

from ats_core.matcher.gazetteer import COUNTRY_OF, distance_km
from ats_core.taxonomy.surface import folded

HERE, SAME_COUNTRY, ELSEWHERE, ABROAD = 100.0, 60.0, 30.0, 20.0
UNKNOWN, NOT_ASKED = 50.0, 75.0
NEAR_KM, FAR_KM = 30.0, 200.0  # as good as here; as good as somewhere in the same country

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


@lru_cache(maxsize=4096)
def place_of(location: str) -> tuple[frozenset[str], int | None]:
    """The names of place in `location` without countries, and the country's number in the table.

    A city that the gazetteer knows names its country where the text does not.
    """
    parts = [_POSTCODE.sub("", part.strip()) for part in _SPLIT.split(folded(location))]
    parts = [_CITY.get(part, part) for part in parts if part]
    country = next((_COUNTRY[p] for p in reversed(parts) if p in _COUNTRY), None)
    names = frozenset(p for p in parts if p not in _COUNTRY and len(p) > 2)
    if country is None:
        country = next((_COUNTRY[COUNTRY_OF[n]] for n in sorted(names) if n in COUNTRY_OF), None)
    return names, country


def location_value(job: str | None, remote: bool | None, candidate: str | None) -> float:
    """0-100: 100 for the same town or a remote job; a known other place is never better than the same one."""
    if remote or is_remote(job):
        return HERE
    if not job or not job.strip():
        return NOT_ASKED
    if not candidate or not candidate.strip():
        return UNKNOWN
    return _value(job, candidate)


@lru_cache(maxsize=16_384)
def _value(job: str, candidate: str) -> float:
    (here, country), (there, other) = place_of(job), place_of(candidate)
    same_country = country is not None and country == other
    if (here & there and (same_country or None in (country, other))) or (not here and same_country):
        return HERE
    least = ELSEWHERE if None in (country, other) else SAME_COUNTRY if same_country else ABROAD
    apart = kilometres(_located(here, country), _located(there, other))
    return least if apart is None else max(least, _by_distance(apart))


def _located(names: frozenset[str], country: int | None) -> frozenset[str]:
    """Those names that the gazetteer has in that country: Cambridge in the United States is not there."""
    return frozenset(n for n in names if n in COUNTRY_OF and _COUNTRY[COUNTRY_OF[n]] == country)


def kilometres(here: frozenset[str], there: frozenset[str]) -> float | None:
    """The least distance between cities of the two sets of names; None if the gazetteer lacks a side."""
    known = (distance_km(one, other) for one in here for other in there)
    return min((km for km in known if km is not None), default=None)


def _by_distance(km: float) -> float:
    """100 up to 30 km, 60 at 200 km, and so on with the logarithm of the distance; never below 0."""
    if km <= NEAR_KM:
        return HERE
    fall = (HERE - SAME_COUNTRY) * log(km / NEAR_KM) / log(FAR_KM / NEAR_KM)
    return max(0.0, HERE - fall)

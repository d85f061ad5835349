"""What gives a person away wherever it stands: addresses, numbers, dates, ages, schools, clubs, service."""

from __future__ import annotations

import re

Rule = tuple[re.Pattern[str], str]  # what is looked for, what is said instead

_CAPITAL = r"[A-ZÀ-ÖØ-Þ][\w’'.&-]*"
_SMALL = (
    r"(?:of|at|for|the|and|in|de|do|da|dos|das|del|la|las|los|el|des|du|d['’]|l['’]|für|zu|der|von|[ey]|et)"
)
_NAMED = rf"(?:\s+(?:{_SMALL}\s*)*{_CAPITAL})"


def _any(*parts: str) -> str:
    return f"(?:{'|'.join(parts)})"


def _rule(said: str, *parts: str, flags: int = 0) -> Rule:
    return re.compile(_any(*parts), flags), said


_ENDS = _any("com", "org", "net", "io", "dev", "me", "eu", "info", "co", "pt", "es", "fr", "de", "br", "uk")

CONTACT: tuple[Rule, ...] = (
    _rule("[e-mail]", r"[\w.+%-]+@[\w-]+(?:\.[\w-]+)+"),
    _rule(
        "[link]",
        r"\b(?:https?://|www\.)[^\s<>()\"']+",
        rf"\b[\w-]+(?:\.[\w-]+)*\.{_ENDS}/[^\s<>()\"']*",
        r"(?<!\w)@[\w.]{3,}",
        flags=re.I,
    ),
    _rule(
        "[phone]",
        r"(?<![\w.])(?:\+|00)\d[\d ()./-]{6,18}\d(?!\w)",
        r"(?<![\w.,])\(?\d{2,4}\)?[ ./-]\d{3}[ ./-]?\d{2,4}(?:[ ./-]?\d{2,4})?(?![\w.,]\d)",
        r"(?<![\w.,])\d{9,13}(?!\w)",
    ),
)

SCHOOLS: tuple[Rule, ...] = (
    _rule(
        "a university",
        rf"(?:{_CAPITAL}\s+){{0,4}}(?:University|Polytechnic|Institute of Technology)"
        rf"(?:\s+(?:of|at|for){_NAMED}+)?",
        _any(
            "Universi(?:dade|dad|té|tät|ty)", "Hochschule", "Fachhochschule", "Technische Universität",
            "Politécnic[oa]", "Faculdade", "Facultad", "Faculté", "École", "Ecole", "Grande École",
            "Instituto Superior", "Instituto Politécnico", "TU", "ETH", "INSA", "Sciences Po",
        ) + f"{_NAMED}+",
    ),
    _rule(
        "a school",
        rf"(?:{_CAPITAL}\s+){{1,4}}"
        + _any(
            "College", "Academy", "High School", "Grammar School", "Gymnasium", "Business School", "School"
        )
        + rf"(?:\s+of{_NAMED}+)?",
        _any(
            "Lycée", "Collège", "Gymnasium", "Realschule", "Escola", "Escuela", "Colégio", "Colegio", "Liceu",
            "College",
        ) + f"{_NAMED}+",
    ),
)  # fmt: skip

_MONTH = (
    _any(
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec", "ene", "abr",
        "ago", "dic", "fev", "mai", "set", "out", "dez", "mär", "okt", "févr", "avr", "juin", "juil",
        "août", "déc",
    )
    + r"\w*\.?(?:\s+(?:de|of)\s+)?"
)  # fmt: skip
_DATE = (
    rf"(?:(?:\d{{1,2}}[./]){{0,2}}|(?:\d{{1,2}}\.?\s+)?(?:{_MONTH}\s*)?)"
    r"(?:19[3-9]\d|20[0-5]\d)(?:-\d\d){0,2}"
)
_NOW = _any(
    "present", "now", "today", "current(?:ly)?", "heute", "aktuell", "(?:la )?actualidad", "actual(?:mente)?",
    "atual(?:mente)?", "présent", "aujourd['’]hui",
)  # fmt: skip
_BIRTH = _any(
    "date of birth", "birth ?date", "birthday", r"d\.?o\.?b\.?", "born", "née?", r"né\(e\)", "geburtsdatum",
    "geboren", r"geb\.", "fecha de nacimiento", "nacid[oa]", "data de nascimento", "nascid[oa]",
    "date de naissance",
)  # fmt: skip

AGE: tuple[Rule, ...] = (
    _rule("[age]", rf"\b{_BIRTH}(?!\w)[^\n;|]{{0,40}}?(?:(?:19|20)\d\d|(?=[\n;|,]|$))", flags=re.I),
    _rule(
        "[age]",
        r"\b\d{2}[- ]years?[- ]old\b",
        r"\baged?:? ?\d{2}\b",
        r"\b\d{2} Jahre alt\b",
        r"\bAlter:? ?\d{2}\b",
        r"\b(?:edad|idade|âge|age):? ?\d{2}(?: a[nñ]os| ans)?\b",
        r"\b\d{2} a[nñ]os de (?:edad|idade)\b",
        r"\bâgée? de \d{2} ans\b",
        r"\b\d{2} ans(?= *(?:[,;|\n]|$))",
        flags=re.I,
    ),
    _rule(
        "[dates]",
        rf"(?<![\w.,]){_DATE}(?!\w)\s*(?:-|–|—|to|bis|a|à|até|hasta)\s*(?:{_DATE}(?!\w)|{_NOW}\b)",
        flags=re.I,
    ),
    # Money of four digits is no year.
    _rule("[date]", rf"(?<![\w.,€$£]){_DATE}(?!\w|%|\s?(?:€|\$|£|(?:EUR|USD|GBP|CHF|BRL)\b))", flags=re.I),
    _rule("[date]", r"\b(?:class of|abitur|promotion) ['’]?\d{2}\b", r"(?<!\w)['’]\d{2}(?!\w)", flags=re.I),
)

_GREEK = _any("Alpha", "Beta", "Gamma", "Delta", "Epsilon", "Sigma", "Kappa", "Phi", "Omega")

GROUPS: tuple[Rule, ...] = (
    _rule(
        "[service]",
        r"\b(?:compulsory |mandatory |national )?military service\b",
        r"\bnational service\b",
        r"\bconscript\w*",
        r"\bserved in the (?:\w+ )?(?:army|navy|air force|marines|military|forces)\b",
        r"\b(?:u\.?s\.? |british |royal )?(?:army|navy|air force|marine corps|marines|armed forces)\b",
        r"\bveterans?\b",
        r"\b(?:grund)?wehrdienst\w*|\bzivildienst\w*|\bbundeswehr\b|\bbundesheer\b|\brekrutenschule\b",
        r"\bservi(?:cio|ço) militar\w*|\bservice militaire\b|\bforças armadas\b|\bfuerzas armadas\b",
        r"\bexército\b|\bejército\b|\barmée\b",
        flags=re.I,
    ),
    _rule(
        "[association]",
        r"\b(?:Women|Girls|Black|Latin[aox]s?|Hispanic|Asian|Muslim|Christian|Jewish|Queer|Lesbians?|Gay)"
        rf"(?:\s+(?:in|for|of|who|in the)){_NAMED}+",
        rf"\bSociety of (?:Women|Black|Hispanic|Asian){_NAMED}+",
        r"\bLGBT\w*\+?|\bPride\b|\bRotary\b|\bLions\b",
        rf"\b{_GREEK} {_GREEK}(?: {_GREEK})?\b",
        rf"(?:\b{_CAPITAL}\s+){{1,4}}(?:Club|Verein|Society|Association|Sorority|Fraternity)\b",
        rf"\b(?:Club|Clube|Verein){_NAMED}+",
        r"\b\w+verein\b",
    ),
    _rule(
        "[association]",
        r"\b(?:sorority|fraternity|church|parish|mosque|synagogue|temple|iglesia|igreja|église)\b",
        r"\b(?:kirche(?:ngemeinde)?|moschee)\b",
        flags=re.I,
    ),
    _rule(
        "[personal]",
        r"\b"
        + _any(
            "nationality", "citizenship", "religion", "marital status", "civil status", "gender", "sex",
            "pronouns", "nacionalidade?", "nationalité", "staatsangehörigkeit", "familienstand",
            "estado civil", "situation familiale", "geschlecht", "sexo", "sexe",
        )
        + r"\s*[:=][^\n;|,.]*",
        flags=re.I,
    ),
)  # fmt: skip

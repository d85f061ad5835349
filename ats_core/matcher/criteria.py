"""What a job posting asks for, read from its title and description."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ats_core.matcher.degrees import levels_in
from ats_core.matcher.model import LEVELS, EducationLevel, JobCriteria
from ats_core.matcher.place import is_remote
from ats_core.taxonomy import scan
from ats_core.taxonomy.surface import folded

LONGEST = 25  # years; more is a company's age, not a requirement

_WISHED = re.compile(
    r"nice[ -]to[ -]have|prefer(red|ably)|\bplus\b(?! d)|bonus|desirable|advantage|good to have|ideally"
    r"|deseable|valorable|se valora|un plus|idealmente"
    r"|desejave(l|is)|diferencia(l|is)|sera um plus|valorizamos"
    r"|souhait|\batouts?\b|serait un plus|apprecie|idealement"
    r"|wunschenswert|von vorteil|idealerweise|wunschqualifikation|gerne auch"
)
_NEEDED = re.compile(
    r"require|must[ -]have|essential|qualification|what you (bring|need)|your profile|you have"
    r"|requisit|imprescindible|obligatori|tu perfil|exigid|necessari|o que buscamos"
    r"|exige|indispensable|profil recherche|votre profil|competences requises"
    r"|anforderung|voraussetz|dein profil|ihr profil|das bringst du|zwingend"
)
_NUMBERS = {
    w: n
    for n, words in enumerate(
        (
            "one uno un um une ein eine eins",
            "two dos dois duas deux zwei",
            "three tres trois drei",
            "four cuatro quatro quatre vier",
            "five cinco cinq funf fuenf",
            "six seis sechs",
            "seven siete sete sept sieben",
            "eight ocho oito huit acht",
            "nine nueve nove neuf neun",
            "ten diez dez dix zehn",
        ),
        1,
    )
    for w in words.split()
}
_YEARS = re.compile(
    rf"\b(\d{{1,2}}|{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})\s*"
    r"(?:\+|-|–|to|a|ate|bis|ou|oder|or)?\s*"
    r"(?:\d{1,2}|more|mas|mais|plus|mehr)?\s*\+?\s*\(?\d{0,2}\)?\s*"
    r"(?:years?|yrs?|anos|ano|ans|annees?|jahre?n?)\b"
)
_MONTHS = re.compile(r"\b(\d{1,3})\s*\+?\s*(?:months|meses|mois|monate)\b")
_EXPERIENCE = re.compile(r"experi|erfahrung|praxis|track record|working (with|as|in)|in a similar")
_SENTENCE = re.compile(r"(?<=[.!?;])\s+|\n+")


def extract_criteria(title: str, description: str | None = None) -> JobCriteria:
    """The criteria that a posting states: skills, wished ones apart, months of experience, education, remote.

    A suggestion for people to correct: what the text does not say is left empty.
    """
    lines = list(_lines(description or ""))
    required = _skills([title, *(text for text, wished in lines if not wished)])
    preferred = [name for name in _skills([text for text, wished in lines if wished]) if name not in required]
    needed = "\n".join(text for text, wished in lines if not wished)
    return JobCriteria(
        title=title,
        description=description,
        required_skills=tuple(required),
        preferred_skills=tuple(preferred),
        required_experience_months=months_asked(needed),
        required_education=_education(needed),
        remote=True if is_remote(title) else None,
    )


def _lines(description: str) -> Iterator[tuple[str, bool]]:
    """The sentences, each with whether it only wishes; a short heading holds until the next heading."""
    under_wishes = False
    for sentence in _SENTENCE.split(description):
        low = folded(sentence)
        wished = bool(_WISHED.search(low))
        if sentence.strip().endswith(":") or len(low.split()) <= 4:
            if wished:
                under_wishes = True
            elif _NEEDED.search(low):
                under_wishes = False
        yield sentence, wished or under_wishes


def _skills(texts: list[str]) -> list[str]:
    """Names of the skills in `texts`, each once; soft skills are too cheap to say to be criteria."""
    return list(dict.fromkeys(f.name for text in texts for f in scan(text) if f.kind != "soft"))


def months_asked(text: str) -> int | None:
    """The most months of experience that a text asks for, in five languages; None if it asks for none."""
    low = folded(text)
    years = [12 * _number(m[1]) for m in _YEARS.finditer(low) if _of_experience(low, m)]
    months = [int(m[1]) for m in _MONTHS.finditer(low) if _of_experience(low, m)]
    return max((n for n in years + months if 0 < n <= 12 * LONGEST), default=None)


def _number(text: str) -> int:
    return int(text) if text.isdigit() else _NUMBERS[text]


def _of_experience(low: str, match: re.Match[str]) -> bool:
    """Whether the span of time is one of experience: the word stands near, in the same sentence."""
    before = re.split(r"[.!?\n]", low[max(0, match.start() - 50) : match.start()])[-1]
    after = re.split(r"[.!?\n]", low[match.end() : match.end() + 70])[0]
    return bool(_EXPERIENCE.search(before) or _EXPERIENCE.search(after))


def _education(text: str) -> EducationLevel | None:
    """The lowest level named beside a word of study: "Bachelor's or Master's" asks for a bachelor's."""
    levels = [
        level
        for sentence in _SENTENCE.split(text)
        if _STUDY.search(folded(sentence))
        for level in levels_in(sentence)
    ]
    return min(levels, key=LEVELS.index, default=None)


_STUDY = re.compile(
    r"degree|diploma|bachelor|master'?s|ph\.? ?d|university|college|studium|hochschul|abschluss|ausbildung"
    r"|titulo|titulacion|licenciatura|grado|formacion|universidad|formacao|graduacao|ensino|superior|mestrado"
    r"|diplome|licence en|bac ?\+|formation|abitur|high school|vocational|apprentice"
)

"""Which of the five supported languages a text is written in, by a vote of its commonest words.

Function words are short, frequent and rarely shared, so a vote over them needs no model and no load time.
Words that two languages share count for each of them in part.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from ats_core.language.fold import fold

LANGUAGES = ("en", "es", "pt", "fr", "de")

_FUNCTION_WORDS: dict[str, str] = {
    "en": "the and of to in for with on at by from as is are was were my our their using which that "
    "this an be have "
    "has who through into across over while team skills experience education work languages summary present "
    "references english spanish profile projects",
    "es": "el la los las de del y en con para por un una que se su sus como al es mas fue desde hasta "
    "sobre entre "
    "experiencia educacion formacion habilidades idiomas perfil presente actualidad trabajo "
    "empresa ingles espanol "
    "conocimientos desarrollo gestion proyectos universidad anos estudios datos contacto",
    "pt": "o a os as de do da dos das e em no na nos nas com para por um uma que se seu sua como ao "
    "foi mais desde ate "
    "sobre entre experiencia educacao formacao habilidades idiomas perfil atual atualmente "
    "trabalho empresa ingles "
    "conhecimentos desenvolvimento gestao projetos universidade anos dados competencias contato",
    "fr": "le la les de des du et en avec pour par un une que qui se son sa ses au aux dans sur est "
    "plus depuis l d "
    "experience experiences formation competences langues profil present actuel travail "
    "entreprise anglais francais "
    "connaissances developpement gestion projets universite ans donnees coordonnees",
    "de": "der die das und in mit fur von zu im den dem des ein eine einer auf als bei an ist sind war "
    "nach seit bis "
    "uber zur zum berufserfahrung ausbildung kenntnisse sprachen profil heute arbeit unternehmen "
    "englisch deutsch "
    "entwicklung projekte universitat jahre lebenslauf fahigkeiten kontakt",
}

_LETTERS = re.compile(r"[^\W\d_]+")


def _weights() -> dict[str, list[tuple[str, float]]]:
    """For each function word its languages, with a vote that is smaller the more languages share it."""
    owners: dict[str, list[str]] = {}
    for language, text in _FUNCTION_WORDS.items():
        for word in set(text.split()):
            owners.setdefault(word, []).append(language)
    return {word: [(owner, 1.0 / len(who) ** 2) for owner in who] for word, who in owners.items()}


_VOTES = _weights()

# Letters that only some of the five use: a light vote that decides short texts.
_LETTER_VOTES = {
    "ß": "de",
    "ä": "de",
    "ö": "de",
    "ü": "de",
    "ñ": "es",
    "ã": "pt",
    "õ": "pt",
    "œ": "fr",
    "è": "fr",
}


class Guess(NamedTuple):
    """A language code (ISO 639-1) and how sure the vote is, 0-1."""

    code: str
    confidence: float


def detect_language(text: str) -> Guess:
    """The likeliest language of `text` among `LANGUAGES`; ("en", 0.0) if no word votes."""
    scores: dict[str, float] = {}
    for word in _LETTERS.findall(fold(text[:20_000])):
        for language, vote in _VOTES.get(word, ()):
            scores[language] = scores.get(language, 0.0) + vote
    for letter in text[:20_000].lower():
        if (owner := _LETTER_VOTES.get(letter)) is not None:
            scores[owner] = scores.get(owner, 0.0) + 0.2
    if not scores:
        return Guess("en", 0.0)
    ranked = sorted(scores.items(), key=lambda item: -item[1])
    best, votes = ranked[0]
    second = ranked[1][1] if len(ranked) > 1 else 0.0
    evidence = min(1.0, votes / 5)
    return Guess(best, round(evidence * (votes - second) / votes, 3))

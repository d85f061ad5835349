"""Names of the languages that people speak, in five languages."""

from __future__ import annotations

from ats_core.language import fold
from ats_core.parser.wordlist import words_of

HUMAN_LANGUAGES = words_of(
    """english spanish french german portuguese italian dutch chinese mandarin cantonese japanese korean
    arabic russian turkish polish swedish norwegian danish finnish greek hindi urdu bengali tamil
    telugu hebrew catalan basque galician ukrainian romanian hungarian czech ingles espanol castellano
    frances aleman portugues italiano neerlandes chino japones coreano arabe ruso turco catalan
    euskera gallego valenciano espanhol alemao ingles holandes chines mandarim russo japones frances
    anglais espagnol francais allemand portugais italien neerlandais chinois japonais coreen arabe
    russe turc polonais englisch spanisch franzosisch deutsch portugiesisch italienisch niederlandisch
    chinesisch japanisch koreanisch arabisch russisch turkisch polnisch schwedisch latein latin"""
)


def speaks_languages(text: str) -> bool:
    """True if the text names a human language."""
    return any(word in HUMAN_LANGUAGES for word in fold(text).split())

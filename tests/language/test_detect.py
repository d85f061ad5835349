"""Language guesses and folding."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ats_core.language import LANGUAGES, detect_language, fold, words


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Led the roll-out of the new system in three countries and trained their staff", "en"),
        ("Dirección de un equipo de cinco personas y gestión de los presupuestos de la empresa", "es"),
        ("Coordenação de uma equipe de cinco pessoas e gestão dos orçamentos da empresa", "pt"),
        ("Encadrement d'une équipe de cinq personnes et gestion des budgets de l'entreprise", "fr"),
        ("Leitung eines Teams von fünf Personen und Verwaltung der Budgets für das Unternehmen", "de"),
    ],
)
def test_a_sentence_is_enough(text: str, code: str) -> None:
    guess = detect_language(text)
    assert guess.code == code
    assert guess.confidence > 0.1


def test_no_words_no_confidence() -> None:
    assert detect_language("12345 ---") == ("en", 0.0)


@given(st.text(max_size=300))
def test_a_guess_is_always_one_of_the_five(text: str) -> None:
    guess = detect_language(text)
    assert guess.code in LANGUAGES
    assert 0.0 <= guess.confidence <= 1.0


@given(st.text(max_size=60))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_folding_keeps_what_tells_skills_apart() -> None:
    assert words("C++, C# & Ärzte-Straße") == ["c++", "c#", "arzte", "strasse"]

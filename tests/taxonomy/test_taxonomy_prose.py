"""Skills in running prose; everyday words count only where they are meant as skills."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ats_core.taxonomy import scan


def names(text: str) -> list[str]:
    return [found.name for found in scan(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Built a React.js front end on ASP.NET.", ["React", "Front-end development", "ASP.NET"]),
        ("k8s / Docker, CI/CD with GitLab-CI", ["Kubernetes", "Docker", "CI/CD", "GitLab CI"]),
        ("Skills: Python, Go, Rust, C++, C#", ["Python", "Go", "Rust", "C++", "C#"]),
        ("services written in Go", ["Go"]),
        ("as a Swift developer", ["Swift"]),
        ("R and Python", ["R", "Python"]),
        ("macros in MS Excel", ["Microsoft Excel"]),
        ("Word, Excel, PowerPoint", ["Microsoft Word", "Microsoft Excel", "Microsoft PowerPoint"]),
        ("Python\nGo\nDocker", ["Python", "Go", "Docker"]),
        ("MACHINE LEARNING AND SQL", ["Machine learning", "SQL"]),
        ("Experiencia en aprendizaje automático y contabilidad", ["Machine learning", "Accounting"]),
        ("Wundversorgung und Pflegedokumentation", ["Wound care", "Patient documentation"]),
        ("Gestion des stocks et chariot élévateur", ["Inventory management", "Forklift operation"]),
        ("gestão de estoques e empilhadeira", ["Inventory management", "Forklift operation"]),
    ],
)
def test_skills_are_found_in_five_languages(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "I go to meetups and excel at what I do.",
        "Swift response to customers in spring; we make the office work.",
        "A word of thanks. The rest of the team will react.",
        "J'ai aidé le chef de projet, la vue du client était bonne.",
        "Als Leiter sem problemas, net profit up.",
        "Express delivery, no less. A dart board and celery soup.",
        "Education",
        "java@example.com, https://example.com/python, github.com/react-fan, www.docker.example",
        "Spring 2020 was rusty; c. 1900, plan C, vitamin C.",
    ],
)
def test_everyday_words_are_no_skills(text: str) -> None:
    assert names(text) == []


def test_a_guarded_word_is_less_sure_than_a_clear_name() -> None:
    python, go = scan("Python, Go")
    assert python.confidence > go.confidence > 0.5


def test_the_longest_name_wins_and_spans_are_exact() -> None:
    text = "Uses React Native, not React."
    assert [(f.name, text[f.start : f.end]) for f in scan(text)] == [
        ("React Native", "React Native"),
        ("React", "React"),
    ]


@given(st.text(max_size=200))
def test_spans_are_in_order_and_inside_the_text(text: str) -> None:
    end = 0
    for found in scan(text):
        assert end <= found.start < found.end <= len(text)
        end = found.end


@given(
    st.lists(
        st.sampled_from(["Python", "Go", "and", "React", "js", "machine", "learning", ".", ",", "\n"]),
        max_size=30,
    )
)
def test_any_order_of_words_can_be_read(words: list[str]) -> None:
    assert all(found.confidence > 0 for found in scan(" ".join(words)))


@pytest.mark.parametrize(
    "text",
    [
        "Frau Schneider und Herr Koch",
        "Mr Baker from Berlin",
        "the end of the street",
        "Express-Versand",
    ],
)
def test_names_and_halves_of_words_are_no_trades(text: str) -> None:
    assert names(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("wrote the service in Go", ["Go"]),
        ("Er arbeitete als Koch.", ["Cooking"]),
        ("- Go or Rust", ["Go", "Rust"]),
        ("conciliación bancaria", ["Account reconciliation"]),
        ("Schweißerinnen gesucht", ["Welding"]),
    ],
)
def test_a_context_makes_a_skill_of_an_everyday_word(text: str, expected: list[str]) -> None:
    assert names(text) == expected

"""Looser readings of a text, and what they must not join."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ats_core.taxonomy import default, find
from ats_core.taxonomy.stems import bag, stem
from ats_core.taxonomy.trades import activities


def found(text: str) -> str | None:
    match = find(text)
    return match.id if match else None


@pytest.mark.parametrize(
    ("text", "skill"),
    [
        ("Schweißerin", "welding"),
        ("soldador/a TIG", "tig-welding"),
        ("Verkäufer (m/w/d)", "sales"),
        ("ElektrikerInnen", "electrical-installation"),
        ("préparatrices de commandes", "order-picking"),
        ("Bankkauffrau", "banking"),
        ("camarero/camarera", "table-service"),
        ("Excel Microsoft", "microsoft-excel"),
        ("gestión de los stocks", "inventory-management"),
        ("Oracle 19c", "oracle-database"),
        ("DIN EN ISO 9001:2015", "iso-9001"),
        ("nivel alto de inglés", "english"),
        ("English C1", "english"),
        ("PMP certification", "pmp"),
        ("React library", "react"),
        ("PostgreSQL-Datenbanken", "postgresql"),
        ("Sehr gute Excel-Kenntnisse", "microsoft-excel"),
        ("Maurerarbeiten", "masonry"),
        ("Baecker", "baking"),
        ("operador de grúa", "crane-operation"),
        ("instalador de ventanas", "window-and-door-fitting"),
        ("Fensterbauer", "window-and-door-fitting"),
        ("project coordinator", "project-management"),
        ("licencia de conducir clase B", "driving-licence"),
        ("Führerschein der Klasse CE", "ce-licence"),
        ("CNH categoria D", "bus-licence"),
        ("category C driving licence", "hgv-licence"),
        ("conteneurs Docker", "docker"),
        ("C licence", "hgv-licence"),
        ("Malerarbeiten", "painting-and-decorating"),
        ("Dachdeckerei", "roofing"),
        ("Malergesellin", "painting-and-decorating"),
        ("Netzwerkadministratorin", "network-administration"),
        ("desarrolladora web", "web-development"),
        ("Postbotin", "postal-services"),
        ("fish seller", "fish-processing"),
        ("GraphQL API", "graphql"),
        ("React Native apps", "react-native"),
    ],
)
def test_a_skill_is_found_however_it_is_dressed(text: str, skill: str) -> None:
    assert found(text) == skill


@pytest.mark.parametrize(
    ("text", "skill"),
    [
        ("permis D", "driving-licence"),
        ("driving licence A2", "driving-licence"),
        ("Python certification", "python"),
        ("AWS Amplify", "aws"),
        ("Python / Flask", "flask"),
        ("CSS Modules", "css"),
    ],
)
def test_what_is_another_thing_is_not_taken_for_it(text: str, skill: str) -> None:
    assert found(text) != skill


def test_people_are_read_as_what_they_do() -> None:
    assert "instalacion de ventanas" in activities("instalador de ventanas")
    assert "data analysis" in activities("data analyst")
    assert "bauleitung" in activities("Bauleiterin")
    assert list(activities("ventanas")) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("soldadoras", "soldador"),
        ("vendeuse", "vendeur"),
        ("instalaciones", "instalación"),
        ("Köchinnen", "Koch"),
    ],
)
def test_number_and_gender_do_not_matter_to_a_bag(one: str, other: str) -> None:
    assert bag(one) == bag(other)


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz", max_size=20))
def test_a_stem_is_a_beginning_or_ends_as_the_rules_say(word: str) -> None:
    assert len(stem(word)) <= len(word) + 1
    assert stem(word) == word or len(word) > 3


def test_an_order_that_names_another_skill_is_that_skill() -> None:
    assert found("Nursing home") == "nursing-home-work"
    assert found("Home nursing") == "home-care"


@given(st.sampled_from(sorted(default().skills)), st.sampled_from(["advanced", "sehr gut", "nivel alto"]))
def test_a_word_of_degree_changes_no_name(skill_id: str, degree: str) -> None:
    name = default().skills[skill_id].name
    match = find(f"{degree} {name}")
    assert match is None or found(name) in (match.id, skill_id)

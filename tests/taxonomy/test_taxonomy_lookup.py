"""One skill for many spellings: LTI-005 AC5, LTI-006 AC2, the aliases that public lists lack."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ats_core.taxonomy import LANGUAGES, default, find, skill


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("React", "React"),
        ("React.js", "React"),
        ("ReactJS", "React"),
        ("react js", "React"),
        ("REACT.JS", "React"),
        ("k8s", "Kubernetes"),
        ("GCP", "Google Cloud Platform"),
        ("MS Excel", "Microsoft Excel"),
        ("HTML5", "HTML"),
        ("CI/CD", "CI/CD"),
        ("ci cd", "CI/CD"),
        ("SEO", "SEO"),
        ("Mongo", "MongoDB"),
        ("JS", "JavaScript"),
        ("golang", "Go"),
        ("Go", "Go"),
        ("C", "C"),
        ("C++", "C++"),
        ("c#", "C#"),
        (".NET", ".NET"),
        ("ASP.NET", "ASP.NET"),
        ("Node", "Node.js"),
        ("nodejs", "Node.js"),
        ("Postgres", "PostgreSQL"),
        ("Python 3.11", "Python"),
        ("Angular 17", "Angular"),
        ("microservice", "Microservices"),
        ("Advanced Excel", "Microsoft Excel"),
        ("Inglés (C1)", "English"),
        ("Deutsch (Muttersprache)", "German"),
        ("Anglais courant", "English"),
        ("Health & Safety", "Occupational safety"),
        ("aprendizado de máquina", "Machine learning"),
        ("Maschinelles Lernen", "Machine learning"),
        ("Enfermería", "Nursing"),
        ("Comptabilité", "Accounting"),
        ("Gestão de Projetos", "Project management"),
        ("Lagerlogistik", "Warehousing"),
    ],
)
def test_a_skill_is_found_under_each_of_its_spellings(text: str, name: str) -> None:
    match = find(text)
    assert match is not None
    assert match.name == name
    assert 0.85 <= match.confidence <= 1


@pytest.mark.parametrize("text", ["", " ", "...", "the quick brown fox", "Underwater basket weaving", "🙂"])
def test_what_is_no_skill_is_not_found(text: str) -> None:
    assert find(text) is None


def test_canonical_names_are_surest() -> None:
    surest, alias, worn = find("Kubernetes"), find("k8s"), find("Kubernetes 1.30")
    assert surest is not None
    assert alias is not None
    assert worn is not None
    assert surest.confidence > alias.confidence > worn.confidence


def test_every_name_leads_back_to_its_skill() -> None:
    for entry in default().skills.values():
        for spelling in entry.spellings():
            match = find(spelling)
            assert match is not None, spelling
            assert match.id == entry.id, spelling


def test_names_are_known_in_five_languages() -> None:
    nursing = skill("nursing")
    assert nursing is not None
    assert [nursing.label(language) for language in LANGUAGES] == [
        "Nursing",
        "enfermería",
        "enfermagem",
        "soins infirmiers",
        "Krankenpflege",
    ]


@given(st.text(max_size=60))
def test_any_text_is_answered(text: str) -> None:
    match = find(text)
    assert match is None or 0 < match.confidence <= 1


@given(
    st.sampled_from(["React", "Kubernetes", "CI/CD", "Contabilidad", "Máquinas pesadas", "C++"]), st.data()
)
def test_case_and_separators_do_not_matter(name: str, data: st.DataObject) -> None:
    dressed = "".join(c.upper() if data.draw(st.booleans()) else c.lower() for c in name)
    separators = data.draw(st.sampled_from([" ", "-", ".", "_", "  "]))
    found, plain = find(dressed.replace(" ", separators)), find(name)
    assert found is not None
    assert plain is not None
    assert found.id == plain.id


def test_importing_reads_no_data_and_no_heavy_library() -> None:
    code = (
        "import sys, ats_core.taxonomy as t\n"
        "assert t.default.cache_info().currsize == 0\n"
        "heavy = {'pydantic', 'sqlalchemy', 'fastapi', 'numpy'} & set(sys.modules)\n"
        "assert not heavy, heavy\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)

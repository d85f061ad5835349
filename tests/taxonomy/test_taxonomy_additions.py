"""Skills of one's own: kept apart, never over what ships, known to find, scan and parsing workers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ats_core.parser.pool import ParserPool
from ats_core.taxonomy import LANGUAGES, Skill, find, read, read_folder, relation, scan, use
from ats_core.taxonomy.additions import OWN, Taken, add, check_additions, merge, read_additions
from ats_core.taxonomy.writing import clean, line

BASKETS = Skill(
    "basket-weaving",
    "Basket weaving",
    "professional",
    parents=("manufacturing",),
    aliases=("wickerwork",),
    names={"de": ("Korbflechten",)},
)


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    yield tmp_path / "taxonomy"
    use(None)


def test_an_added_skill_is_known_after_use_and_only_then(folder: Path) -> None:
    add(folder, BASKETS)
    assert find("Korbflechten") is None
    use(folder)
    match = find("korbflechten")
    assert match is not None
    assert match.id == "basket-weaving"
    assert relation("manufacturing", "basket-weaving").credit == 1
    assert [f.id for f in scan("Years of wickerwork.")] == ["basket-weaving"]
    use(None)
    assert find("Korbflechten") is None


def test_use_sees_what_was_added_since(folder: Path) -> None:
    add(folder, BASKETS)
    use(folder)
    add(folder, replace(BASKETS, names={"de": ("Korbflechten", "Korbmacherei")}))
    use(folder)
    match = find("Korbmacherei")
    assert match is not None
    assert match.id == "basket-weaving"


def test_names_can_be_given_to_a_skill_that_exists(folder: Path) -> None:
    add(folder, Skill("kubernetes", "", "technical", aliases=("Kube",), supplement=True))
    add(folder, Skill("kubernetes", "", "technical", aliases=("Kubi",), supplement=True))
    use(folder)
    for spelling in ("kube", "Kubi", "k8s"):
        match = find(spelling)
        assert match is not None
        assert (match.id, match.name) == ("kubernetes", "Kubernetes")


@pytest.mark.parametrize(
    "skill",
    [
        replace(BASKETS, aliases=("React.js",)),
        replace(BASKETS, id="react"),
        Skill("kubernetes", "", "technical", aliases=("Docker",), supplement=True),
    ],
)
def test_what_names_another_skill_is_refused(folder: Path, skill: Skill) -> None:
    with pytest.raises(Taken):
        add(folder, skill)
    assert not (folder / OWN).exists()


@pytest.mark.parametrize(
    ("skill", "problem"),
    [
        (replace(BASKETS, parents=("nowhere",)), "does not exist"),
        (replace(BASKETS, aliases=("(-)",)), "no letter"),
        (Skill("nowhere", "", "soft", aliases=("x-ray vision",), supplement=True), "no skill nowhere"),
    ],
)
def test_what_does_not_fit_is_refused(folder: Path, skill: Skill, problem: str) -> None:
    with pytest.raises(ValueError, match=problem):
        add(folder, skill)


def test_what_ships_later_wins_and_the_addition_keeps_the_rest(folder: Path) -> None:
    """An upgrade may bring a skill that the user had added, or use a spelling of it."""
    add(folder, BASKETS)
    added = read_additions([folder / OWN]).skills
    [same] = merge(read("Basket weaving | cane work\nManufacturing"), added).skills[:1]
    assert same.aliases == ("cane work", "wickerwork")
    assert same.names == {"de": ("Korbflechten",)}
    shipped = list(read("Cane work | wickerwork\nManufacturing"))
    merged = merge(shipped, added)
    assert [s.aliases for s in merged.skills if s.id == "basket-weaving"] == [()]
    assert any("'wickerwork' of basket-weaving already names cane-work" in p for p in merged.problems)


def test_the_check_names_what_is_wrong_by_file_and_line(folder: Path) -> None:
    folder.mkdir()
    (folder / OWN).write_text(
        "Weaving of baskets | @nonsense\nKube thing | React\nQx\nAa bb | ^ cc-dd\nCc dd | ^ aa-bb\n", "utf-8"
    )
    problems = "\n".join(check_additions(folder))
    assert "own.txt:1: unknown kind" in problems
    assert "own.txt:2: 'React' of kube-thing already names react" in problems
    assert "own.txt:3: 'Qx' of qx is short" in problems
    assert "circle of parents" in problems


def test_a_bad_line_costs_only_itself(folder: Path) -> None:
    folder.mkdir()
    (folder / OWN).write_text("\tBad\nBasket weaving\n", "utf-8")
    use(folder)
    match = find("basket weaving")
    assert match is not None
    assert match.id == "basket-weaving"


def test_parsing_workers_know_the_additions(folder: Path) -> None:
    add(folder, BASKETS)
    cv = b"Ann Example\nann@example.com\n\nSkills\nwickerwork, Python\n"
    with ParserPool(1, taxonomy=folder) as pool:
        details = pool.parse(cv, "cv.txt")["skill_details"]
    assert ("wickerwork", "Basket weaving") in [(d["raw"], d["name"]) for d in details]


def test_all_that_ships_can_be_written_and_read_back() -> None:
    for skill in read_folder():
        assert [replace(s, origin=skill.origin) for s in read(line(skill))] == [skill]


names = (
    st.text(min_size=1, max_size=30).map(clean).filter(lambda n: bool(n) and n == clean(n) and n[-1] != "?")
)


@given(
    st.lists(names, min_size=2, max_size=5, unique=True),
    st.sampled_from(LANGUAGES[1:]),
    st.booleans(),
)
def test_any_names_can_be_written_and_read_back(given_names: list[str], code: str, everyday: bool) -> None:
    name, *others = given_names
    skill = Skill(
        "some-id",
        name,
        "soft",
        aliases=tuple(others),
        names={code: (name,)},
        ambiguous=frozenset(given_names if everyday else ()),
        external=("http://example.org/1",),
    )
    assert [replace(s, origin="") for s in read(line(skill))] == [skill]

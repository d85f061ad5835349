"""The data is sound, and the check that says so finds what is not."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from ats_core.taxonomy import KINDS, LANGUAGES, Taxonomy, check, default, read, read_folder
from ats_core.taxonomy.source import BadLine
from ats_core.taxonomy.surface import key


def test_the_data_has_no_problem() -> None:
    assert check(read_folder()) == []


def test_there_are_thousands_of_skills_half_of_them_outside_of_it() -> None:
    kinds = Counter(s.kind for s in read_folder())
    assert sum(kinds.values()) >= 3000
    assert sum(n for kind, n in kinds.items() if kind != "technical") * 2 >= sum(kinds.values())
    assert set(kinds) == set(KINDS)


def test_most_skills_have_names_of_their_own_in_three_languages() -> None:
    """At least three different names among English, Spanish, Portuguese, French and German."""
    labels = [{key(s.label(language)) for language in LANGUAGES} for s in read_folder()]
    assert sum(len(names) >= 3 for names in labels) >= 1600


def test_skills_outside_of_it_are_named_in_all_languages() -> None:
    named = [s for s in read_folder() if s.kind in ("professional", "soft")]
    whole = [s for s in named if set(s.names) >= {"es", "pt", "fr", "de"}]
    assert len(whole) / len(named) > 0.85


def test_a_line_says_all_there_is_to_a_skill() -> None:
    [skill] = read(
        "Go? | #golang | go lang, Gopher? | es: Go!, lengua Go | ~ rust, c | ^ systems"
        " | @technical | !case quiet"
    )
    assert skill.id == "golang"
    assert skill.name == "Go"
    assert skill.aliases == ("go lang", "Gopher")
    assert skill.names == {"es": ("Go!", "lengua Go")}
    assert skill.related == ("rust", "c")
    assert skill.parents == ("systems",)
    assert skill.kind == "technical"
    assert skill.flags == {"case", "quiet"}
    assert skill.ambiguous == {"Go", "Gopher"}
    assert skill.origin == "text:1"


def test_indenting_makes_children_that_inherit_the_kind() -> None:
    skills = {s.id: s for s in read("// a comment\nA | @soft\n  B\n    C\n  D\nE\n")}
    assert skills["c"].parents == ("b",)
    assert skills["d"].parents == ("a",)
    assert skills["e"].parents == ()
    assert {skills[i].kind for i in "abcd"} == {"soft"}
    assert skills["e"].kind == "professional"


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("A\n    B", "indent"),
        (" A", "indent"),
        ("A | @nonsense", "unknown kind"),
        ("A | !loud", "unknown flags"),
        ("| b", "needs a name"),
    ],
)
def test_a_line_that_cannot_be_read_is_named(text: str, problem: str) -> None:
    with pytest.raises(BadLine, match=problem):
        list(read(text, "x.txt"))


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("A\nB | #a", "id a is taken"),
        ("A | x\nB | X.", "also names a"),
        ("A | ~ nowhere", "does not exist"),
        ("A | ^ nowhere", "does not exist"),
        ("A | ~ a", "refers to itself"),
        ("A | ^ b\nB | ^ a", "circle of parents"),
        ("A | (-)", "empty once folded"),
    ],
)
def test_check_finds_what_is_wrong(text: str, problem: str) -> None:
    assert any(problem in found for found in check(read(text)))


def test_a_taxonomy_of_ones_own_can_be_read(tmp_path: Path) -> None:
    (tmp_path / "own.txt").write_text("Basket weaving | wickerwork | de: Korbflechten\n", encoding="utf-8")
    match = Taxonomy(read_folder(tmp_path)).find("korbflechten")
    assert match is not None
    assert match.name == "Basket weaving"
    assert len(default()) > 1

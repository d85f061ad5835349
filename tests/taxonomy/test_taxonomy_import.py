"""ESCO and O*NET files, here invented excerpts in their format, merged into the additions."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path

import pytest

from ats_core.taxonomy import find, relation, skill, use
from ats_core.taxonomy.additions import check_additions
from ats_core.taxonomy.esco import import_esco
from ats_core.taxonomy.official import UnknownTable
from ats_core.taxonomy.onet import import_onet

URI = "http://data.europa.eu/esco/skill/"
ENGLISH = f"""conceptType,conceptUri,skillType,reuseLevel,preferredLabel,altLabels,description
KnowledgeSkillCompetence,{URI}1,skill/competence,sector-specific,shear mountain goats,"clip mountain goats
cut hair of goats, in the mountains",
KnowledgeSkillCompetence,{URI}2,knowledge,cross-sector,welding,weld metal parts | React,
KnowledgeSkillCompetence,{URI}3,skill/competence,transversal,juggle duties,,
SkillGroup,{URI}4,,,handling odd animals,,
Occupation,http://data.europa.eu/esco/occupation/5,,,goat barber,,
"""
FRENCH = f"conceptUri,preferredLabel,altLabels\n{URI}1,tondre les chamois,raser les chamois|les brosser\n"
ITALIAN = f"conceptUri,preferredLabel,altLabels\n{URI}1,tosare i camosci,\n"
BROADER = f"conceptType,conceptUri,broaderType,broaderUri\nSkill,{URI}1,SkillGroup,{URI}4\n"
RELATED = (
    "originalSkillUri,originalSkillType,relationType,relatedSkillType,relatedSkillUri\n"
    f"{URI}1,knowledge,optional,knowledge,{URI}2\n"
)
TECHNOLOGIES = (
    "O*NET-SOC Code\tTitle\tExample\tCommodity Code\tCommodity Title\tHot Technology\n"
    "11-1011.00\tChief Executives\tGoatTracker Pro\t43230001\tFlock software\tN\n"
    "11-1011.00\tChief Executives\tMicrosoft Excel\t43230002\tSpreadsheet software of old\tY\n"
)
ELEMENTS = "Element ID,Element Name,Data Value\n2.C.9.z,Goat Husbandry Lore,3\n1.A.1,Oral Expression,4\n"


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    yield tmp_path / "taxonomy"
    use(None)


@pytest.fixture
def esco(tmp_path: Path) -> Path:
    source = tmp_path / "esco"
    source.mkdir()
    (source / "skills_en.csv").write_text(ENGLISH, "utf-8")
    (source / "broaderRelationsSkillPillar_en.csv").write_text(BROADER, "utf-8")
    (source / "skillSkillRelations_en.csv").write_text(RELATED, "utf-8")
    with gzip.open(source / "esco_9.9_skills_fr_labels.csv.gz", "wt", encoding="utf-8") as file:
        file.write(FRENCH)
    return source


def found(text: str) -> str | None:
    match = find(text)
    return match.id if match else None


def test_esco_adds_skills_and_gives_names_to_those_that_exist(folder: Path, esco: Path) -> None:
    done = import_esco(folder, esco)
    assert (done.concepts, done.known, done.new) == (4, 1, 3)
    use(folder)
    assert found("shear mountain goats") == found("cut hair of goats, in the mountains") == "esco-1"
    assert found("tondre les chamois") == found("raser les chamois") == "esco-1"
    assert found("weld metal parts") == found("Schweißen") == "welding"
    welding, goats = skill("welding"), skill("esco-1")
    assert welding is not None
    assert welding.external == (f"{URI}2",)
    assert goats is not None
    assert goats.names["fr"][0] == "tondre les chamois"
    assert found("goat barber") is None
    assert found("React") == "react"
    assert done.taken == 1


def test_esco_s_hierarchy_and_links_count(folder: Path, esco: Path) -> None:
    import_esco(folder, esco)
    use(folder)
    assert relation("esco-4", "esco-1").kind == "child"
    assert relation("welding", "esco-1").kind == "related"
    juggling = skill("esco-3")
    assert juggling is not None
    assert juggling.kind == "soft"


def test_a_second_import_changes_nothing(folder: Path, esco: Path) -> None:
    first = import_esco(folder, esco)
    written = first.file.read_bytes()
    second = import_esco(folder, esco)
    assert (second.new, second.names, second.known) == (0, 0, first.concepts)
    assert second.file.read_bytes() == written
    assert check_additions(folder) == []


def test_files_can_come_one_by_one_and_in_other_languages(folder: Path, esco: Path, tmp_path: Path) -> None:
    import_esco(folder, esco / "esco_9.9_skills_fr_labels.csv.gz")
    use(folder)
    match = find("tondre les chamois")
    assert match is not None
    assert match.name == "tondre les chamois"
    labels = tmp_path / "labels.csv"
    labels.write_text(ITALIAN, "utf-8")
    with pytest.raises(ValueError, match="language"):
        import_esco(folder, labels)
    for source in (esco / "skills_en.csv", esco / "broaderRelationsSkillPillar_en.csv"):
        import_esco(folder, source)
    import_esco(folder, labels, "it")
    use(folder)
    english = find("tosare i camosci")
    assert english is not None
    assert (english.id, english.name) == ("esco-1", "shear mountain goats")
    assert relation("esco-4", "esco-1").kind == "child"


def test_onet_adds_technologies_below_their_categories(folder: Path, tmp_path: Path) -> None:
    source = tmp_path / "onet"
    source.mkdir()
    (source / "Technology Skills.txt").write_text(TECHNOLOGIES, "utf-8")
    (source / "Knowledge.csv").write_text(ELEMENTS, "utf-8")
    done = import_onet(folder, source)
    assert (done.concepts, done.known) == (5, 1)
    use(folder)
    assert found("goattracker pro") == "onet-goattracker-pro"
    assert relation("onet-43230001", "onet-goattracker-pro").kind == "child"
    assert found("Goat Husbandry Lore") == "onet-2-c-9-z"
    assert found("Oral Expression") is None
    assert found("MS Excel") == "microsoft-excel"
    assert import_onet(folder, source).new == 0
    assert check_additions(folder) == []


def test_what_is_no_such_table_is_refused(folder: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.csv"
    other.write_text("a,b\n1,2\n", "utf-8")
    picture = tmp_path / "picture.csv"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n\xff\xfe")
    for path in (other, picture):
        with pytest.raises(UnknownTable):
            import_esco(folder, path, "en")
        with pytest.raises(UnknownTable):
            import_onet(folder, path)
    assert not folder.exists()

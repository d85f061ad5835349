"""The page about the database says what the tables are."""

from __future__ import annotations

from ats_core.store import document
from ats_core.store.metadata import metadata


def test_the_page_is_the_one_that_the_tables_make() -> None:
    """If this fails: python -m ats_core.store.document."""
    assert document.PAGE.read_text(encoding="utf-8") == document.page()


def test_the_page_shows_every_column_and_every_reference() -> None:
    page = document.page()
    for table in metadata.tables.values():
        section = page.partition(f"### {table.name}\n")[2].partition("\n### ")[0]
        assert table.comment
        assert table.comment in section
        for column in table.columns:
            assert f"| `{column.name}` |" in section
            assert column.comment
            assert column.comment in section.replace("\\|", "|")
        for key in table.foreign_keys:
            assert f"ON DELETE {key.ondelete}" in section
            assert f"{table.name} : {key.parent.name}" in page
        for index in table.indexes:
            assert str(index.name) in section

"""Settings come from the nearest of five places, and a mistake in one is said."""

from __future__ import annotations

from pathlib import Path

import pytest

from ats_core.errors import UsageError
from ats_core.settings import Settings


def load(tmp_path: Path, flags: dict[str, object] | None = None, **env: str) -> Settings:
    return Settings.load(flags, env={"ATS_HOME": str(tmp_path / "home"), **env}, cwd=tmp_path)


def test_the_nearest_place_wins(tmp_path: Path) -> None:
    config = tmp_path / "home" / "config"
    config.mkdir(parents=True)
    assert load(tmp_path).default_region is None
    (config / "config.toml").write_text('default_region = "ES"\nworkers = 2\n')
    assert load(tmp_path).default_region == "ES"
    (tmp_path / "ats.toml").write_text('default_region = "FR"\n')
    assert load(tmp_path).default_region == "FR"
    assert load(tmp_path, ATS_DEFAULT_REGION="de").default_region == "DE"
    found = load(tmp_path, {"default_region": "PT"}, ATS_DEFAULT_REGION="DE")
    assert found.default_region == "PT"
    assert found.origins["default_region"] == "flag"
    assert found.origins["workers"].endswith("config.toml")


def test_a_profile_goes_before_the_common_settings(tmp_path: Path) -> None:
    config = tmp_path / "home" / "config"
    config.mkdir(parents=True)
    (config / "config.toml").write_text('workers = 1\n[profiles.prod]\nserver = "https://ats.example.com"\n')
    assert load(tmp_path).server is None
    assert load(tmp_path, {"profile": "prod"}).server == "https://ats.example.com"
    assert load(tmp_path, ATS_PROFILE="prod").workers == 1
    with pytest.raises(UsageError, match="no profile other"):
        load(tmp_path, {"profile": "other"})


@pytest.mark.parametrize(
    "line",
    ["workers = 0", "workers = 'many'", "nonsense = 1", "default_region = 'Spain'", "server = 1", "= broken"],
)
def test_mistakes_are_named(tmp_path: Path, line: str) -> None:
    (tmp_path / "ats.toml").write_text(line + "\n")
    with pytest.raises(UsageError, match=r"ats\.toml"):
        load(tmp_path)


def test_everything_lies_below_one_home(tmp_path: Path) -> None:
    found = load(tmp_path)
    for path in (found.home, found.files, found.config_file, found.state_dir):
        assert path.is_relative_to(tmp_path / "home")
    assert found.parser_workers >= 1

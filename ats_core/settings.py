"""Settings, and where each came from: flag, `ATS_*`, `./ats.toml`, the user's `config.toml`, default."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from ats_core.errors import UsageError


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that can be set. Paths are absolute; `origins` says who set each."""

    home: Path = field(metadata={"help": "Folder of the data (and, if ATS_HOME is set, of everything)."})
    config_file: Path = field(metadata={"help": "The user's settings file."})
    state_dir: Path = field(metadata={"help": "Folder of logs and locks."})
    database_url: str | None = field(
        default=None,
        metadata={"help": "An external Postgres 14+; unset, an embedded one is started.", "secret": True},
    )
    pg_bin: Path | None = field(default=None, metadata={"help": "Folder of the Postgres programs to use."})
    files_dir: Path | None = field(default=None, metadata={"help": "Folder of résumés and attachments."})
    taxonomy: Path | None = field(
        default=None, metadata={"help": "Folder of the skills that you add; taxonomy in the data's if unset."}
    )
    default_region: str | None = field(
        default=None, metadata={"help": "Country (ISO 3166, two letters) of phone numbers without a prefix."}
    )
    workers: int | None = field(
        default=None, metadata={"help": "Processes that parse; the number of cores if unset."}
    )
    review_below: float = field(
        default=0.9,
        metadata={"help": "Values that the parser is less sure of (0-1) wait for a person: ats review."},
    )
    stores: tuple[str, ...] = field(
        default=(),
        metadata={"help": "Where parse batches may fetch files, such as s3://bucket/ or file:///srv/cvs/."},
    )
    server: str | None = field(
        default=None, metadata={"help": "URL of an ATS server; unset, everything runs in process."}
    )
    token: str | None = field(default=None, metadata={"help": "Access token for the server.", "secret": True})
    origins: Mapping[str, str] = field(default_factory=dict, compare=False)

    @property
    def files(self) -> Path:
        return self.files_dir or self.home / "files"

    @property
    def own_taxonomy(self) -> Path:
        return self.taxonomy or self.home / "taxonomy"

    @property
    def parser_workers(self) -> int:
        return self.workers or os.cpu_count() or 1

    @classmethod
    def load(
        cls,
        flags: Mapping[str, Any] | None = None,
        env: Mapping[str, str] | None = None,
        cwd: Path | None = None,
    ) -> Settings:
        """The settings in force. UsageError names the file or variable that can't be read."""
        env = os.environ if env is None else env
        home, config_dir, state_dir = _folders(env)
        origins = {"home": "ATS_HOME" if env.get("ATS_HOME") else "default"}
        values: dict[str, Any] = {
            "home": home,
            "config_file": config_dir / "config.toml",
            "state_dir": state_dir,
        }
        flags = dict(flags or {})
        profile = flags.pop("profile", None) or env.get("ATS_PROFILE")
        user, named = _profiled(_read_toml(config_dir / "config.toml"), profile, config_dir / "config.toml")
        layers = [
            (str(config_dir / "config.toml"), user),
            (f"profile {profile}", named),
            ("./ats.toml", _read_toml((cwd or Path.cwd()) / "ats.toml")),
            (
                "ATS_*",
                {name: env[f"ATS_{name.upper()}"] for name in SETTABLE if env.get(f"ATS_{name.upper()}")},
            ),
            ("flag", {k: v for k, v in flags.items() if v is not None}),
        ]
        for origin, layer in layers:
            for name, value in layer.items():
                if name not in SETTABLE:
                    raise UsageError(
                        f"{origin} sets {name!r}, which is no setting.",
                        hint=f"Settings are: {', '.join(SETTABLE)}.",
                    )
                values[name] = _typed(name, value, origin)
                origins[name] = f"ATS_{name.upper()}" if origin == "ATS_*" else origin
        return cls(**values, origins=origins)


SETTABLE = (
    "database_url", "pg_bin", "files_dir", "taxonomy", "default_region", "workers", "review_below", "stores",
    "server", "token",
)  # fmt: skip
_PATHS = ("pg_bin", "files_dir", "taxonomy")


def describe() -> list[tuple[str, str, bool]]:
    """`(name, help, secret)` of every setting, in order."""
    return [
        (f.name, f.metadata["help"], f.metadata.get("secret", False)) for f in fields(Settings) if f.metadata
    ]


def _folders(env: Mapping[str, str]) -> tuple[Path, Path, Path]:
    """Data, config and state folders: all below ATS_HOME if it is set, else the platform's own."""
    if env.get("ATS_HOME"):
        home = Path(env["ATS_HOME"]).expanduser().absolute()
        return home / "data", home / "config", home / "state"
    import platformdirs

    dirs = platformdirs.PlatformDirs("ats", appauthor=False)
    return Path(dirs.user_data_dir), Path(dirs.user_config_dir), Path(dirs.user_state_dir)


def _read_toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(
            f"{path} is not valid TOML: {error}", hint="Mend the line, or move the file away."
        ) from None
    except PermissionError:
        raise UsageError(f"{path} can't be read: permission denied.", hint="Check who owns it.") from None


def _profiled(
    document: dict[str, Any], profile: str | None, path: Path
) -> tuple[dict[str, Any], dict[str, Any]]:
    """The settings of the file for everybody, and those of the profile asked for."""
    common = dict(document)
    profiles = common.pop("profiles", {})
    if profile is None:
        return common, {}
    if not isinstance(profiles, dict) or profile not in profiles:
        known = ", ".join(profiles) if isinstance(profiles, dict) and profiles else "none"
        raise UsageError(
            f"There is no profile {profile} in {path}.",
            hint=f"Profiles are: {known}. Add [profiles.{profile}].",
        )
    return common, dict(profiles[profile])


def _typed(name: str, value: Any, origin: str) -> Any:
    if name in _PATHS:
        return Path(value).expanduser().absolute()
    if name == "workers":
        try:
            workers = int(value)
        except (TypeError, ValueError):
            workers = 0
        if workers < 1:
            raise UsageError(f"{origin} sets workers to {value!r}; it is a whole number from 1 on.")
        return workers
    if name == "default_region":
        region = str(value).upper()
        if len(region) != 2 or not region.isalpha():
            raise UsageError(f"{origin} sets default_region to {value!r}; it is two letters, such as ES.")
        return region
    if name == "review_below":
        return _share(value, origin)
    if name == "stores":
        return _stores(value, origin)
    if not isinstance(value, str):
        raise UsageError(f"{origin} sets {name} to {value!r}; it is a text.")
    return value


def _share(value: Any, origin: str) -> float:
    try:
        share = float(value)
    except (TypeError, ValueError):
        share = -1.0
    if not 0 <= share <= 1:
        raise UsageError(f"{origin} sets review_below to {value!r}; it is a number from 0 to 1, such as 0.9.")
    return share


def _stores(value: Any, origin: str) -> tuple[str, ...]:
    """A list of URLs, or one text with commas or spaces between them."""
    from ats_core.resumes.stores import problem_of

    named = value.replace(",", " ").split() if isinstance(value, str) else value
    if not isinstance(named, list | tuple) or not all(isinstance(each, str) for each in named):
        raise UsageError(f"{origin} sets stores to {value!r}; it is a list of URLs.")
    for each in named:
        if problem := problem_of(each):
            raise UsageError(f"{origin} allows the store {each!r}, which {problem}.")
    return tuple(named)

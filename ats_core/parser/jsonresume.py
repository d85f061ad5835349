"""JSON Resume (jsonresume.org, schema 1.0 and the older names of 0.x): values as they stand."""

from __future__ import annotations

import json
from typing import Any

from ats_core.parser.document import Document
from ats_core.parser.failure import ParseCode, ParseError
from ats_core.parser.profile import Course, Post, Profile, month_of
from ats_core.parser.text import decode

_MAX_ENTRIES = 200
_MAX_TEXT = 5_000
_SECTIONS = ("work", "education", "skills", "languages", "certificates")
_NONE = ParseError(
    ParseCode.UNSUPPORTED_FORMAT,
    "The JSON is no résumé. JSON Resume (jsonresume.org) is read; send that, or PDF, DOCX or TXT.",
)


def read_json(data: bytes) -> Document:
    """The résumé as a document. Raises ParseError (corrupt_file, unsupported_format)."""
    return json_profile(data).document("JSON Resume")


def json_profile(data: bytes) -> Profile:
    """The résumé's values; fields of a wrong type are left out with a warning. Raises ParseError."""
    try:
        given = json.loads(decode(data).lstrip("\ufeff"))
    except (ValueError, RecursionError) as error:
        raise ParseError(
            ParseCode.CORRUPT_FILE, "The JSON is broken. Export it again from the program that made it."
        ) from error
    if not isinstance(given, dict) or not isinstance(given.get("basics"), dict):
        raise _NONE
    return _Reader(given).profile()


class _Reader:
    def __init__(self, given: dict[str, Any]) -> None:
        self._given = given
        self._profile = Profile("json-resume")

    def profile(self) -> Profile:
        """The profile, with a warning for each field of a wrong type."""
        self._basics(self._given["basics"])
        profile = self._profile
        profile.posts = [
            self._post(item, f"work[{index}]") for index, item in enumerate(self._entries("work"))
        ]
        profile.courses = [
            self._course(item, f"education[{index}]") for index, item in enumerate(self._entries("education"))
        ]
        for index, item in enumerate(self._entries("skills")):
            path = f"skills[{index}]"
            name, keywords = self._text(item, "name", path), self._texts(item, "keywords", path)
            # A group's name ("Databases") is a heading where it has keywords.
            profile.skills.extend(keywords or ([name] if name else []))
        for key, field, target in (
            ("languages", "language", profile.languages), ("certificates", "name", profile.certifications),
        ):  # fmt: skip
            for index, item in enumerate(self._entries(key)):
                if value := self._text(item, field, f"{key}[{index}]"):
                    target.append(value)
        return profile

    def _basics(self, basics: dict[str, Any]) -> None:
        profile = self._profile
        name = self._text(basics, "name", "basics")
        if name:
            first, _, last = name.rpartition(" ")
            given = self._text(basics, "firstName", "basics"), self._text(basics, "lastName", "basics")
            profile.first_name, profile.last_name = (
                given if all(given) else (first or name, last if first else None)
            )
        for key, target in (("email", profile.mails), ("phone", profile.phones)):
            if value := self._text(basics, key, "basics"):
                target.append(value)
        profile.summary = self._text(basics, "summary", "basics")
        profile.portfolio = self._text(basics, "url", "basics") or self._text(basics, "website", "basics")
        profile.location = self._location(basics.get("location"))
        for index, item in enumerate(self._entries("profiles", basics, "basics.")):
            path = f"basics.profiles[{index}]"
            url = self._text(item, "url", path)
            user = self._text(item, "username", path)
            if (self._text(item, "network", path) or "").lower() == "linkedin":
                profile.linkedin = url or (f"https://www.linkedin.com/in/{user}" if user else None)

    def _location(self, given: Any) -> str | None:
        if isinstance(given, str):
            return given
        if not isinstance(given, dict):
            if given is not None:
                self._wrong("basics.location", "an object")
            return None
        parts = [self._text(given, key, "basics.location") for key in ("city", "region", "countryCode")]
        return ", ".join(part for part in parts if part) or None

    def _post(self, item: dict[str, Any], path: str) -> Post:
        start, end = self._date(item, "startDate", path), self._date(item, "endDate", path)
        described = [self._text(item, "summary", path), *self._texts(item, "highlights", path)]
        return Post(
            title=self._text(item, "position", path),
            company=self._text(item, "name", path) or self._text(item, "company", path),
            location=self._text(item, "location", path),
            start=start,
            end=end,
            current=start is not None and item.get("endDate") in (None, ""),
            description="\n".join(row for row in described if row) or None,
        )

    def _course(self, item: dict[str, Any], path: str) -> Course:
        return Course(
            degree=self._text(item, "studyType", path),
            field=self._text(item, "area", path),
            institution=self._text(item, "institution", path),
            start=self._date(item, "startDate", path),
            end=self._date(item, "endDate", path),
        )

    def _entries(
        self, key: str, given: dict[str, Any] | None = None, prefix: str = ""
    ) -> list[dict[str, Any]]:
        items = (self._given if given is None else given).get(key)
        if items is None:
            return []
        if not isinstance(items, list):
            self._wrong(prefix + key, "a list")
            return []
        wrong = [index for index, item in enumerate(items[:_MAX_ENTRIES]) if not isinstance(item, dict)]
        for index in wrong[:5]:
            self._wrong(f"{prefix}{key}[{index}]", "an object")
        return [item for item in items[:_MAX_ENTRIES] if isinstance(item, dict)]

    def _text(self, item: dict[str, Any], key: str, path: str) -> str | None:
        value = item.get(key)
        if value is None:
            return None
        if not isinstance(value, str):
            self._wrong(f"{path}.{key}", "text")
            return None
        return value.strip()[:_MAX_TEXT] or None

    def _texts(self, item: dict[str, Any], key: str, path: str) -> list[str]:
        values = item.get(key)
        if values is None:
            return []
        if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
            self._wrong(f"{path}.{key}", "a list of text")
            return []
        return [value.strip()[:_MAX_TEXT] for value in values[:_MAX_ENTRIES] if value.strip()]

    def _date(self, item: dict[str, Any], key: str, path: str) -> str | None:
        value = self._text(item, key, path)
        if value is None:
            return None
        month = month_of(value)
        if month is None:
            self._wrong(f"{path}.{key}", "a date such as 2019-03")
        return month

    def _wrong(self, path: str, wanted: str) -> None:
        if len(self._profile.warnings) < 20:
            self._profile.warnings.append(f"{path} is not {wanted}, and was left out.")

"""Europass XML: SkillsPassport (Cedefop, schema 3.x) and Candidate (the Europass portal since 2020)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ats_core.parser.document import Document
from ats_core.parser.failure import ParseCode, ParseError
from ats_core.parser.profile import Course, Post, Profile, month_of
from ats_core.parser.xmltree import local, parse_xml, value_of

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_MAX_ENTRIES = 200
_MAX_TEXT = 5_000
_TAG = re.compile(r"<[^<>]{1,200}>")
_BREAK = re.compile(r"</(?:p|li|div|h\d)>|<br ?/?>", re.I)
_ENTITIES = {"&nbsp;": " ", "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'"}
# ISO 639-2 codes, in which the portal's files name languages.
_LANGUAGES = {
    "eng": "English", "spa": "Spanish", "por": "Portuguese", "fra": "French", "fre": "French",
    "deu": "German", "ger": "German", "ita": "Italian", "nld": "Dutch", "dut": "Dutch",
    "pol": "Polish", "swe": "Swedish", "dan": "Danish", "fin": "Finnish", "nor": "Norwegian",
    "ell": "Greek", "gre": "Greek", "ces": "Czech", "cze": "Czech", "slk": "Slovak", "slo": "Slovak",
    "slv": "Slovenian", "hrv": "Croatian", "srp": "Serbian", "hun": "Hungarian", "ron": "Romanian",
    "rum": "Romanian", "bul": "Bulgarian", "ukr": "Ukrainian", "rus": "Russian", "tur": "Turkish",
    "ara": "Arabic", "zho": "Chinese", "chi": "Chinese", "jpn": "Japanese", "kor": "Korean",
    "cat": "Catalan", "glg": "Galician", "eus": "Basque", "baq": "Basque", "gle": "Irish",
    "est": "Estonian", "lav": "Latvian", "lit": "Lithuanian", "mlt": "Maltese", "hin": "Hindi",
    "heb": "Hebrew",
}  # fmt: skip


def read_europass(data: bytes) -> Document:
    """The résumé as a document. Raises ParseError (corrupt_file, unsupported_format)."""
    return europass_profile(data).document("Europass XML")


def europass_profile(data: bytes) -> Profile:
    """The résumé's values. Raises ParseError."""
    root = parse_xml(data)
    profile = Profile("europass-xml")
    if local(root) in {"SkillsPassport", "Europass"} and (learner := _below(root, "LearnerInfo")) is not None:
        _passport(learner, profile)
    elif local(root) == "Candidate" and (person := _below(root, "CandidatePerson")) is not None:
        _candidate(root, person, profile)
    else:
        raise ParseError(
            ParseCode.UNSUPPORTED_FORMAT,
            "The XML is no résumé. Europass XML is read; send that, or PDF, DOCX or TXT.",
        )
    return profile


def _below(element: Element | None, *path: str) -> Element | None:
    """The first element down the path of names, in whatever namespaces."""
    for name in path:
        if element is None:
            return None
        element = next((child for child in element if local(child) == name), None)
    return element


def _all(element: Element | None, name: str) -> list[Element]:
    """The element's descendants of this name, at most `_MAX_ENTRIES`."""
    if element is None:
        return []
    found = []
    for item in element.iter():
        if local(item) == name:
            found.append(item)
            if len(found) >= _MAX_ENTRIES:
                break
    return found


def _text(element: Element | None, *path: str) -> str | None:
    """The plain text of the element at the end of the path; markup inside becomes lines."""
    element = _below(element, *path)
    text = ("".join(element.itertext()) if element is not None else "")[: 4 * _MAX_TEXT]
    if "<" in text or "&" in text:
        text = _TAG.sub("", _BREAK.sub("\n", text))
        for entity, letter in _ENTITIES.items():
            text = text.replace(entity, letter)
    rows = (re.sub(r"\s+", " ", row).strip() for row in text.splitlines())
    return "\n".join(row for row in rows if row)[:_MAX_TEXT] or None


def _one_line(element: Element | None, *path: str) -> str | None:
    text = _text(element, *path)
    return " ".join(text.split()) if text else None


def _passport(learner: Element, profile: Profile) -> None:
    identification = _below(learner, "Identification")
    profile.first_name = _one_line(identification, "PersonName", "FirstName")
    profile.last_name = _one_line(identification, "PersonName", "Surname")
    contact = _below(identification, "ContactInfo")
    profile.mails = _values([_one_line(_below(contact, "Email"), "Contact")])
    phones = _all(_below(contact, "TelephoneList"), "Telephone")
    profile.phones = _values([_one_line(phone, "Contact") for phone in phones])
    profile.location = _place(_below(contact, "Address", "Contact"))
    for website in _all(_below(contact, "WebsiteList"), "Website"):
        _link(profile, _one_line(website, "Contact"))
    for item in _all(_below(learner, "WorkExperienceList"), "WorkExperience"):
        start, end, current = _passport_period(item)
        profile.posts.append(
            Post(
                title=_one_line(item, "Position", "Label"), company=_one_line(item, "Employer", "Name"),
                location=_place(_below(item, "Employer", "ContactInfo", "Address", "Contact")), start=start,
                end=end, current=current, description=_text(item, "Activities"),
            )
        )  # fmt: skip
    for item in _all(_below(learner, "EducationList"), "Education"):
        start, end, _ = _passport_period(item)
        profile.courses.append(
            Course(
                degree=_one_line(item, "Title"), field=_one_line(item, "Field", "Label"),
                institution=_one_line(item, "Organisation", "Name"), start=start, end=end,
            )
        )  # fmt: skip
    skills = _below(learner, "Skills")
    linguistic = _below(skills, "Linguistic")
    tongues = [*_all(linguistic, "MotherTongue"), *_all(linguistic, "ForeignLanguage")]
    profile.languages = _values([_one_line(item, "Description", "Label") for item in tongues])
    for kind in ("Computer", "JobRelated"):
        profile.skills.extend(_listed(_text(skills, kind, "Description")))
    for item in _all(_below(learner, "AchievementList"), "Achievement"):
        kind = (_one_line(item, "Title", "Code") or _one_line(item, "Title", "Label") or "").lower()
        if "certif" in kind:
            profile.certifications.extend((_text(item, "Description") or "").splitlines())


def _passport_period(item: Element) -> tuple[str | None, str | None, bool]:
    period = _below(item, "Period")
    current = (_one_line(period, "Current") or "") == "true"
    return _passport_date(_below(period, "From")), _passport_date(_below(period, "To")), current


def _passport_date(element: Element | None) -> str | None:
    if element is None:
        return None
    year, month = value_of(element, "year"), value_of(element, "month").strip("-")
    if not year:
        year, month = _one_line(element, "Year") or "", (_one_line(element, "Month") or "").strip("-")
    return month_of(f"{year}-{month.zfill(2)}" if month else year)


def _candidate(root: Element, person: Element, profile: Profile) -> None:
    profile.first_name = _one_line(person, "PersonName", "GivenName")
    profile.last_name = _one_line(person, "PersonName", "FamilyName")
    for item in _all(person, "Communication"):
        channel, address = (_one_line(item, "ChannelCode") or "").lower(), _one_line(item, "URI")
        if channel == "email" and address:
            profile.mails.append(address)
        elif number := _one_line(item, "DialNumber"):
            dialing = _one_line(item, "CountryDialing")
            profile.phones.append(f"+{dialing.lstrip('+0')} {number}" if dialing else number)
        elif address:
            _link(profile, address)
        profile.location = profile.location or _place(_below(item, "Address"))
    about = _below(root, "CandidateProfile")
    profile.summary = _text(about, "ExecutiveSummary")
    for employer in _all(_below(about, "EmploymentHistory"), "EmployerHistory"):
        for item in _all(employer, "PositionHistory"):
            profile.posts.append(_candidate_post(employer, item))
    for item in _all(_below(about, "EducationHistory"), "EducationOrganizationAttendance"):
        start, end, _ = _candidate_period(_below(item, "AttendancePeriod"))
        profile.courses.append(
            Course(
                degree=_one_line(item, "EducationDegree", "DegreeName"), field=_one_line(item, "ProgramName"),
                institution=_one_line(item, "OrganizationName"), start=start, end=end,
            )
        )  # fmt: skip
    _candidate_skills(about, person, profile)


def _candidate_post(employer: Element, item: Element) -> Post:
    period = _below(item, "EmploymentPeriod")
    start, end, current = _candidate_period(period)
    current = current or _one_line(item, "CurrentIndicator") == "true"
    place = ", ".join(part for part in (_one_line(item, "City"), _one_line(item, "Country")) if part)
    address = _below(employer, "OrganizationContact", "Communication", "Address")
    return Post(
        title=_one_line(item, "PositionTitle"), company=_one_line(employer, "OrganizationName"),
        location=place or _place(address), start=start, end=end, current=current,
        description=_text(item, "Description"),
    )  # fmt: skip


def _candidate_period(period: Element | None) -> tuple[str | None, str | None, bool]:
    start, end = (
        month_of(_one_line(period, name, "FormattedDateTime") or "") for name in ("StartDate", "EndDate")
    )
    return start, end, _one_line(period, "CurrentIndicator") == "true"


def _candidate_skills(about: Element | None, person: Element, profile: Profile) -> None:
    tongues = [_one_line(item) for item in _all(person, "PrimaryLanguageCode")]
    for item in _all(_below(about, "PersonQualifications"), "PersonCompetency"):
        named = _one_line(item, "CompetencyName") or _one_line(item, "CompetencyID")
        if (_one_line(item, "TaxonomyID") or "").lower() == "language":
            tongues.append(named)
        elif _one_line(item, "CompetencyName"):
            profile.skills.extend(_values([named]))
    profile.languages = _values([_LANGUAGES.get((code or "").lower(), code) for code in tongues])
    for item in _all(_below(about, "DigitalSkills"), "DigitalSkill"):
        profile.skills.extend(_listed(_text(item)))
    for group in ("Certifications", "Licenses"):
        for item in _all(_below(about, group), "Certification"):
            profile.certifications.extend(
                _values([_one_line(item, "CertificationName") or _one_line(item, "CertificationTypeCode")])
            )


def _place(address: Element | None) -> str | None:
    """City and country of an address; of both kinds of file."""
    city = _one_line(address, "Municipality") or _one_line(address, "CityName")
    country = _one_line(address, "Country", "Label") or _one_line(address, "CountryCode")
    return ", ".join(part for part in (city, country) if part) or None


def _link(profile: Profile, address: str | None) -> None:
    if address and "linkedin.com/" in address.lower():
        profile.linkedin = profile.linkedin or address
    elif address and re.match(r"(?:https?://|www\.)", address):
        profile.portfolio = profile.portfolio or address


def _listed(text: str | None) -> list[str]:
    """The items of a text that lists by lines, commas, semicolons or bars; whole sentences are none."""
    parts = re.split(r"[\n;,|•]", text or "")
    return [item for part in parts if (item := part.strip(" .-–")) and len(item.split()) <= 6][:_MAX_ENTRIES]


def _values(values: list[str | None]) -> list[str]:
    return [value for value in values if value]

"""Machine-readable résumés inside of a PDF: Europass XML or JSON Resume, attached or in the file's metadata.

Their values are exact, but nobody sees them, so they count only where the pages say the same.
"""

from __future__ import annotations

import ctypes
import re
from typing import Any

from ats_core.language import fold
from ats_core.parser.document import Document
from ats_core.parser.failure import ParseError
from ats_core.parser.hidden import Concealed, Reason, warnings_of
from ats_core.parser.profile import EMBEDDED, Course, Post, Profile

_MAX_ATTACHMENTS = 10
_MAX_SIZE = 4 * 1024 * 1024
_MAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}")


def embedded_profile(pdf: Any) -> Profile | None:
    """The first résumé attached to an open PDF, or in its metadata; None if none can be read."""
    import pypdfium2.raw as pdfium

    count = pdfium.FPDFDoc_GetAttachmentCount(pdf)
    for index in range(min(count, _MAX_ATTACHMENTS)):
        if (profile := _read(_attachment(pdfium.FPDFDoc_GetAttachment(pdf, index)))) is not None:
            return profile
    for key in (b"Subject", b"Keywords", b"JSONResume"):
        length = pdfium.FPDF_GetMetaText(pdf, key, None, 0)
        if 40 < length < _MAX_SIZE:
            buffer = ctypes.create_string_buffer(length)
            pdfium.FPDF_GetMetaText(pdf, key, buffer, length)
            text = buffer.raw[: length - 2].decode("utf-16-le", "replace").encode()
            if text.startswith(b"{") and (profile := _read(text)) is not None:
                return profile
    return None


def _attachment(handle: Any) -> bytes:
    import pypdfium2.raw as pdfium

    length = ctypes.c_ulong()
    if not handle or not pdfium.FPDFAttachment_GetFile(handle, None, 0, ctypes.byref(length)):
        return b""
    if not 0 < length.value <= _MAX_SIZE:
        return b""
    buffer = ctypes.create_string_buffer(length.value)
    if not pdfium.FPDFAttachment_GetFile(handle, buffer, length, ctypes.byref(length)):
        return b""
    return buffer.raw


def _read(data: bytes) -> Profile | None:
    start = data.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")[:1]
    try:
        if start == b"{":
            from ats_core.parser.jsonresume import json_profile

            return json_profile(data)
        if start == b"<":
            from ats_core.parser.europass import europass_profile

            return europass_profile(data)
    except ParseError:
        return None
    return None


def settle(document: Document) -> None:
    """Takes out of the document's profile what its pages do not show; all of it if they show another person.

    What was left out is reported: data that nobody sees is a way to cheat.
    """
    profile = document.profile
    if profile is None or profile.by not in EMBEDDED:
        return
    concealed = Concealed()
    pages = _Pages(document)
    if not pages.show_person(profile):
        concealed.note(Reason.CONTRADICTION, ", ".join([profile.name, *profile.mails]))
        document.profile = None
    else:
        profile.purge(concealed)
        for value in pages.keep_shown(profile):
            concealed.seen()
            concealed.note(Reason.CONTRADICTION, value)
    document.hidden.extend(concealed.found)
    document.warnings.extend(warnings_of(concealed.found))


class _Pages:
    """What the pages of a document show, without white space, accents and case."""

    def __init__(self, document: Document) -> None:
        self._text = _flat(document.text)
        self._links = " ".join(document.links).lower()
        self._mails = {mail.lower() for mail in _MAIL.findall(document.text + " " + self._links)}
        self._digits = re.sub(r"\D", "", document.text)

    def _shows(self, value: str | None) -> bool:
        return not value or _flat(value) in self._text

    def show_person(self, profile: Profile) -> bool:
        """True if the name stands on the pages, and no other e-mail address alone."""
        mails = {mail.lower() for mail in profile.mails}
        if mails and self._mails and not mails & self._mails:
            return False
        return bool(profile.name) and self._shows(profile.first_name) and self._shows(profile.last_name)

    def keep_shown(self, profile: Profile) -> list[str]:
        """Leaves in the profile what the pages show; the rest comes back."""
        unseen: list[str] = []
        if not all(self._shows_post(post) for post in profile.posts):
            unseen += [
                " ".join(x for x in (p.title, p.company) if x)
                for p in profile.posts
                if not self._shows_post(p)
            ]
            profile.posts = []
        if not all(self._shows_course(course) for course in profile.courses):
            unseen += [
                " ".join(x for x in (c.degree, c.institution) if x)
                for c in profile.courses
                if not self._shows_course(c)
            ]
            profile.courses = []
        for post in profile.posts:
            rows = (post.description or "").splitlines()
            unseen += [row for row in rows if not self._shows(row)]
            post.description = "\n".join(row for row in rows if self._shows(row)) or None
            post.location = post.location if self._shows(post.location) else None
        for values in (profile.skills, profile.certifications):
            unseen += [value for value in values if not self._shows(value)]
            values[:] = [value for value in values if self._shows(value)]
        profile.languages = [value for value in profile.languages if self._shows(value)]
        profile.mails = [mail for mail in profile.mails if mail.lower() in self._mails]
        profile.phones = [phone for phone in profile.phones if re.sub(r"\D", "", phone)[-8:] in self._digits]
        profile.location = profile.location if self._shows(profile.location) else None
        for key in ("linkedin", "portfolio"):
            address = re.sub(r"^https?://(?:www\.)?|/$", "", getattr(profile, key) or "")
            if not self._shows(address) and address.lower() not in self._links:
                setattr(profile, key, None)
        return unseen

    def _shows_post(self, post: Post) -> bool:
        years = [date[:4] for date in (post.start, post.end) if date]
        return all(self._shows(value) for value in (post.title, post.company, *years))

    def _shows_course(self, course: Course) -> bool:
        years = [date[:4] for date in (course.end,) if date]
        return all(self._shows(value) for value in (course.degree, course.field, course.institution, *years))


def _flat(text: str) -> str:
    return re.sub(r"[\s\u00ad-]+", "", fold(text))

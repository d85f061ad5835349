"""Why a document could not be parsed: stable codes, and a sentence that says what to do."""

from __future__ import annotations

from enum import StrEnum

MAX_BYTES = 10 * 1024 * 1024
MAX_PAGES = 60


class ParseCode(StrEnum):
    """What went wrong; the codes are part of the public interface and never change meaning."""

    EMPTY_FILE = "empty_file"
    TOO_LARGE = "too_large"
    UNSUPPORTED_FORMAT = "unsupported_format"
    NOT_TEXT = "not_text"
    CORRUPT_FILE = "corrupt_file"
    ENCRYPTED_PDF = "encrypted_pdf"
    NO_TEXT = "no_text"
    TOO_MANY_PAGES = "too_many_pages"
    ZIP_BOMB = "zip_bomb"
    PARSER_CRASHED = "parser_crashed"
    PARSER_TIMEOUT = "parser_timeout"


NO_OCR = (
    "The document holds no text, only pictures of pages (a scan). To read scans, install OCR: "
    "pip install 'lti-ats[ocr]'; or send the original document."
)

_SENTENCES: dict[ParseCode, str] = {
    ParseCode.EMPTY_FILE: "The file is empty. Send the document again; the upload may have been cut off.",
    ParseCode.TOO_LARGE: "The file is larger than 10 MB. Send it without its pictures, or as plain text.",
    ParseCode.UNSUPPORTED_FORMAT: "This is no résumé format. Send PDF, DOCX, DOC, ODT, RTF, HTML or TXT.",
    ParseCode.NOT_TEXT: "The file says that it is text, but holds binary data. Send the original document.",
    ParseCode.CORRUPT_FILE: "The file is damaged. Export it again from the program that made it.",
    ParseCode.ENCRYPTED_PDF: "The document is protected by a password. Remove it and send the file again.",
    ParseCode.NO_TEXT: NO_OCR,
    ParseCode.TOO_MANY_PAGES: f"The document has more than {MAX_PAGES} pages. Send the résumé alone.",
    ParseCode.ZIP_BOMB: "The document inflates to far more than a résumé can hold, and was refused unread.",
    ParseCode.PARSER_CRASHED: "The parser stopped while reading this document. Send it in another format.",
    ParseCode.PARSER_TIMEOUT: "Reading this document took too long. Send it in another format, or shorter.",
}


class ParseError(Exception):
    """The document could not be parsed; `code` says why, `message` what the sender can do about it."""

    def __init__(self, code: ParseCode | str, message: str | None = None) -> None:
        self.code = ParseCode(code)
        self.message = message or _SENTENCES[self.code]
        super().__init__(self.code, self.message)

    def __str__(self) -> str:
        return f"{self.code}: {self.message}"

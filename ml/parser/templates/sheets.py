"""From a template's source to a file: typst, Chromium, python-docx, pandoc, LibreOffice or plain text."""

from __future__ import annotations

import html
import io
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ml.parser.templates.people import Person


@dataclass(frozen=True, slots=True)
class Sheet:
    """A résumé's source. `kind` is typ, html (printed by Chromium), page (the web page itself), docx, odt-pdf
    and doc (`source` is a python-docx document; the last two go through LibreOffice), md or txt.
    """

    kind: str
    source: Any
    layout: str
    style: str
    no_skills: bool = False
    no_certificates: bool = False
    shown: Person | None = None  # the person as printed, where the template changes something

    @property
    def suffix(self) -> str:
        return {"typ": "pdf", "html": "pdf", "odt-pdf": "pdf", "page": "html", "md": "docx"}.get(
            self.kind, self.kind
        )


Template = Callable[[Person], Sheet]


def missing_tool(kind: str) -> str | None:
    """The name of the program that this kind of sheet needs and that is not installed."""
    tool = {"html": "chromium", "md": "pandoc", "doc": "soffice", "odt-pdf": "soffice"}.get(kind)
    return tool if tool and shutil.which(tool) is None else None


def render(sheet: Sheet) -> bytes:
    """The file's bytes."""
    if sheet.kind == "typ":
        import typst

        made: bytes = typst.compile(sheet.source.encode())
        return made
    if sheet.kind == "docx":
        out = io.BytesIO()
        sheet.source.save(out)
        return out.getvalue()
    if sheet.kind in {"txt", "page"}:
        return str(sheet.source).encode()
    if sheet.kind in {"doc", "odt-pdf"}:
        return _through_office(sheet)
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder, f"cv.{sheet.kind}"), Path(folder, f"out.{sheet.suffix}")
        source.write_text(sheet.source, encoding="utf-8")
        if sheet.kind == "md":
            command = ["pandoc", str(source), "-o", str(target)]
        else:
            command = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
                       f"--print-to-pdf={target}", str(source)]  # fmt: skip
        subprocess.run(command, check=True, capture_output=True, timeout=60)
        return target.read_bytes()


def _through_office(sheet: Sheet) -> bytes:
    """The Word document saved by LibreOffice as .doc or PDF."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "cv.docx")
        sheet.source.save(str(source))
        command = [
            "soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to",
            sheet.suffix, "--outdir", folder, str(source),
        ]  # fmt: skip
        subprocess.run(command, check=True, capture_output=True, timeout=120)
        return Path(folder, f"cv.{sheet.suffix}").read_bytes()


def t(text: str) -> str:
    """`text` escaped for typst."""
    for sign in "\\#@*_$<>[]~'\"-/=+":
        text = text.replace(sign, "\\" + sign)
    return text


def h(text: str) -> str:
    """`text` escaped for HTML."""
    return html.escape(text)


def page(body: str, font: str = "Libertinus Serif", size: str = "10pt", margin: str = "1.8cm") -> str:
    """A typst document."""
    return f'#set page(margin: {margin})\n#set text(font: "{font}", size: {size})\n{body}'


def web(body: str, style: str) -> str:
    """An HTML document."""
    return (
        f"<!doctype html><meta charset=utf-8><style>@page{{margin:14mm}}body{{font:10pt sans-serif}}{style}"
        f"</style><body>{body}"
    )


def items(texts: tuple[str, ...]) -> str:
    """A typst list."""
    return "\n".join(f"- {t(text)}" for text in texts) + "\n"


def titled(person: Person, degree: str, field: str) -> str:
    """Degree and field in one phrase; the degree alone where there is no field."""
    return f"{degree}{person.w['in']}{field}" if field else degree

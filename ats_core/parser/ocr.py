"""Scans: pages rendered by pdfium and read by an OCR engine, whose boxes go through the same layout analysis.

RapidOCR is used where it is installed (`pip install 'lti-ats[ocr]'`, models inside the package), else the
`tesseract` program; neither needs a network.
"""

from __future__ import annotations

import contextlib
import csv
import importlib
import importlib.util
import io
import os
import re
import shutil
import statistics
import subprocess
from functools import lru_cache
from typing import Any

from ats_core.parser.document import Document
from ats_core.parser.failure import NO_OCR, ParseCode, ParseError
from ats_core.parser.layout import Page, Segment, read_in_order
from ats_core.parser.sniff import PICTURES

Image = Any  # Pillow's, which comes with the extra only
DPI = 150
MAX_OCR_PAGES = 20
_MAX_PIXELS = 20_000_000
_SURE = 0.5  # below it an engine's word is noise
_PAGE = re.compile(rb"/Type\s*/Page(?![a-zA-Z])")
_TESSERACT_LANGUAGES = ("eng", "spa", "por", "fra", "deu")


def ocr_available() -> str | None:
    """The engine that scans are read with, "rapidocr" or "tesseract"; None if there is none."""
    needed = ("rapidocr", "onnxruntime", "PIL", "numpy")
    if all(importlib.util.find_spec(name) is not None for name in needed):
        return "rapidocr"
    has_pillow = importlib.util.find_spec("PIL") is not None
    return "tesseract" if has_pillow and shutil.which("tesseract") else None


def page_count(data: bytes) -> int:
    """How many pages a scan has, by a look at its bytes; the most allowed if they do not tell."""
    if data.startswith(PICTURES):
        return 1
    return min(MAX_OCR_PAGES, len(_PAGE.findall(data)) or MAX_OCR_PAGES)


def read_scan(data: bytes) -> Document:
    """The lines of a scanned PDF or of a picture.

    Raises ParseError: no_text, too_many_pages, too_large, corrupt_file.
    """
    engine = ocr_available()
    if engine is None:
        raise ParseError(ParseCode.NO_TEXT, NO_OCR)
    pages = [
        _page(image, number, scale, engine) for number, (image, scale) in enumerate(_images(data), start=1)
    ]
    if sum(len(segment.text) for page in pages for segment in page.segments) < 20:
        raise ParseError(ParseCode.NO_TEXT, "The scan holds no text that OCR can read.")
    lines, order = read_in_order(pages)
    warning = "The document is a scan; its text was read by OCR and may hold misread letters."
    return Document("PDF", lines, pages=len(pages), warnings=[warning], order_confidence=0.9 * order)


def _images(data: bytes) -> list[tuple[Image, float]]:
    """The pages as pictures, each with the points that one pixel measures."""
    if b"%PDF-" in data[:1024]:
        return _rendered(data)
    pillow = importlib.import_module("PIL.Image")
    try:
        image = pillow.open(io.BytesIO(data))
        if image.width * image.height > _MAX_PIXELS:
            raise ParseError(ParseCode.TOO_LARGE, "The picture has more than 20 million pixels.")
        return [(image.convert("RGB"), 595.0 / image.width)]
    except (OSError, SyntaxError, ValueError, pillow.DecompressionBombError) as error:
        raise ParseError(ParseCode.CORRUPT_FILE) from error


def _rendered(data: bytes) -> list[tuple[Image, float]]:
    import pypdfium2

    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise ParseError(ParseCode.CORRUPT_FILE) from error
    try:
        if len(pdf) > MAX_OCR_PAGES:
            raise ParseError(
                ParseCode.TOO_MANY_PAGES,
                f"The scan has more than {MAX_OCR_PAGES} pages. Send the résumé alone.",
            )
        made = []
        for number in range(len(pdf)):
            page = pdf[number]
            width, height = page.get_size()
            scale = min(DPI / 72, (_MAX_PIXELS / max(1.0, width * height)) ** 0.5)
            made.append((page.render(scale=scale).to_pil().convert("RGB"), 1 / scale))
            page.close()
        return made
    except pypdfium2.PdfiumError as error:
        raise ParseError(ParseCode.CORRUPT_FILE) from error
    finally:
        pdf.close()


def _page(image: Image, number: int, scale: float, engine: str) -> Page:
    found = _with_rapidocr(image) if engine == "rapidocr" else _with_tesseract(image)
    segments = [
        Segment(text, left * scale, top * scale, right * scale, bottom * scale, 0.0, False, number, index)
        for index, (text, left, top, right, bottom) in enumerate(found)
    ]
    heights = [segment.bottom - segment.top for segment in segments]
    usual = statistics.median(heights) if heights else 0.0
    for segment in segments:
        height = segment.bottom - segment.top
        # Boxes differ by a pixel or two within one print: near the usual height all count as one size.
        segment.size = round(0.8 * (usual if 0.75 * usual < height < 1.25 * usual else height), 1)
    return Page(image.width * scale, image.height * scale, segments)


_Box = tuple[str, float, float, float, float]


@lru_cache(maxsize=1)
def _rapidocr() -> Any:
    import logging

    logging.getLogger("RapidOCR").setLevel(logging.ERROR)
    quiet = {
        "Global.log_level": "error",
        "EngineConfig.onnxruntime.intra_op_num_threads": 1,
        "EngineConfig.onnxruntime.inter_op_num_threads": 1,
        # Lines are found on a page of at most so many pixels, and read one by one, without padding to the
        # longest: the same letters for a third less (docs/parser.md).
        "Det.limit_type": "max",
        "Det.limit_side_len": 1280,
        "Rec.rec_batch_num": 1,
    }
    return importlib.import_module("rapidocr").RapidOCR(params=quiet)


def _with_rapidocr(image: Image) -> list[_Box]:
    numpy = importlib.import_module("numpy")
    result = _rapidocr()(numpy.asarray(image)[:, :, ::-1], use_cls=False, return_word_box=True)
    if result.boxes is None:
        return []
    found: list[_Box] = []
    words = list(result.word_results or ())
    words += [()] * (len(result.boxes) - len(words))
    for corners, text, sure, line in zip(result.boxes, result.txts, result.scores, words, strict=True):
        if sure < _SURE or not str(text).strip():
            continue
        across = [float(point[0]) for point in corners]
        down = [float(point[1]) for point in corners]
        # A slightly tilted line's box is taller than its print: its middle and its side's length count.
        middle = sum(down) / 4
        height = (abs(down[3] - down[0]) + abs(down[2] - down[1])) / 2
        box: _Box = (str(text), min(across), middle - height / 2, max(across), middle + height / 2)
        found.extend(_parted(box, line))
    return found


def _parted(box: _Box, words: Any) -> list[_Box]:
    """The line cut where its words stand far apart: the engine reads over such gaps and leaves no space.

    `words` are the engine's (text, score, corners); they count if they spell the line.
    """
    text, _, top, _, bottom = box
    placed = [(str(word), float(at[0][0]), float(at[1][0])) for word, _, at in words or () if at is not None]
    if "".join(word for word, _, _ in placed).replace(" ", "") != text.replace(" ", ""):
        return [box]
    parts: list[_Box] = []
    for word, left, right in placed:
        last = parts[-1] if parts else None
        if last is not None and left - last[3] < 0.9 * (bottom - top):
            parts[-1] = (f"{last[0]} {word}", last[1], top, max(right, last[3]), bottom)
        else:
            parts.append((word, left, top, right, bottom))
    return parts


def _with_tesseract(image: Image) -> list[_Box]:
    picture = io.BytesIO()
    image.save(picture, "PNG")
    languages = "+".join(name for name in _TESSERACT_LANGUAGES if name in _installed()) or "eng"
    command = ["tesseract", "stdin", "stdout", "-l", languages, "--psm", "3", "tsv"]
    try:
        answer = subprocess.run(  # noqa: S603 - a fixed command; the picture comes by a pipe
            command,
            input=picture.getvalue(),
            capture_output=True,
            check=True,
            timeout=120,
            env=_environment(),
        )
    except (OSError, subprocess.SubprocessError) as error:
        raise ParseError(ParseCode.NO_TEXT, "The OCR program failed on this scan.") from error
    found: list[_Box] = []
    place = ""
    for row in csv.DictReader(
        io.StringIO(answer.stdout.decode("utf-8", "replace")), delimiter="\t", quoting=csv.QUOTE_NONE
    ):
        text = (row.get("text") or "").strip()
        if not text or float(row["conf"]) < 100 * _SURE * 0.6:
            continue
        left, top = float(row["left"]), float(row["top"])
        right, bottom = left + float(row["width"]), top + float(row["height"])
        here = f"{row['block_num']}.{row['par_num']}.{row['line_num']}"
        last = found[-1] if found else None
        if last is not None and here == place and 0 <= left - last[3] < 1.2 * (last[4] - last[2]):
            found[-1] = (
                f"{last[0]} {text}", last[1], min(top, last[2]), right, max(bottom, last[4])
            )  # fmt: skip
        else:
            found.append((text, left, top, right, bottom))
        place = here
    return found


def _environment() -> dict[str, str]:
    return {**os.environ, "OMP_THREAD_LIMIT": "1"}


@lru_cache(maxsize=1)
def _installed() -> frozenset[str]:
    with contextlib.suppress(OSError, subprocess.SubprocessError):
        command = ["tesseract", "--list-langs"]
        answer = subprocess.run(  # noqa: S603 - a fixed command
            command, capture_output=True, check=True, timeout=20, env=_environment()
        )
        return frozenset(answer.stdout.decode().split())
    return frozenset()

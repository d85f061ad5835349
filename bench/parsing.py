"""Parsing the samples, warm, in process: CPU by format, and PDFs against their bare character boxes."""

from __future__ import annotations

import resource
import time
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium

from ats_core.parser import parse_resume
from bench.measure import Result, median, quantile

SAMPLES = Path(__file__).parents[1] / "samples" / "resumes"
TODAY = date(2026, 11, 24)
_AIMS_MS = {
    ("pdf", "median"): 30, ("pdf", "p99"): 150, ("docx", "median"): 15, ("txt", "median"): 15,
    ("doc", "median"): 60,
}  # fmt: skip


def run(quick: bool) -> Iterator[Result]:
    costs: dict[str, list[float]] = defaultdict(list)
    bare: list[float] = []
    files = [(path, path.read_bytes()) for path in sorted(SAMPLES.iterdir())]
    for number in range(2 if quick else 20):
        for path, data in files:
            cost = _ms(lambda d=data, p=path: parse_resume(d, p.name, today=TODAY))
            if number:
                costs[path.suffix[1:]].append(cost)
            if path.suffix == ".pdf":
                bare.append(_ms(lambda d=data: _boxes(d)))
    for kind, values in sorted(costs.items()):
        detail = {"measurements": len(values), "data": "samples/resumes, made by ml.samples"}
        for q, name in ((0.5, "median"), (0.99, "p99")):
            question = f"CPU of parsing a {kind.upper()} of the samples, {name}"
            yield Result(question, quantile(values, q), _AIMS_MS.get((kind, name)), " ms", detail=detail)
    ratio = median(costs["pdf"]) / median(bare)
    yield Result("parsing a PDF against its bare character boxes", ratio, 3, "x")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    yield Result("peak memory of a process that has parsed them all", peak, None, "MB")


def _ms(call: object) -> float:
    begun = time.process_time()
    call()  # type: ignore[operator]
    return (time.process_time() - begun) * 1000


def _boxes(data: bytes) -> int:
    """Every character with its box and font size, as pdfium gives them, and nothing made of them."""
    document, seen = pypdfium2.PdfDocument(data), 0
    for page in document:
        text = page.get_textpage()
        for index in range(text.count_chars()):
            text.get_charbox(index)
            pdfium.FPDFText_GetUnicode(text, index)
            pdfium.FPDFText_GetFontSize(text, index)
            seen += 1
        text.close()
        page.close()
    document.close()
    return seen

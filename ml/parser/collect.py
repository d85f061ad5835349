"""Runs the parser over made résumés and keeps, for each value, its evidence and whether it is right."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from ats_core.parser import ParsedResume, ParseError
from ats_core.parser.evidence import evidence_of
from ats_core.parser.reader import read_document
from ats_core.parser.resume import Draft
from ml.parser.judge import verdicts
from ml.parser.templates.make import Sample

TODAY = date(2026, 1, 1)


@dataclass(frozen=True, slots=True)
class Case:
    """One value of one made résumé. `group` is the template, `raw` the confidence before calibration."""

    group: str
    path: str
    kind: str
    features: frozenset[str]
    raw: float
    right: bool


@dataclass(frozen=True, slots=True)
class Parsed:
    """A made résumé with its parse, the cases of its values, and the CPU milliseconds that the parse took."""

    sample: Sample
    resume: ParsedResume
    cases: tuple[Case, ...]
    cpu_ms: float


def parse_samples(samples: Iterable[Sample]) -> Iterator[Parsed]:
    """The samples parsed one by one; one that cannot be read raises ParseError, as that is a fault of
    ours.
    """
    for sample in samples:
        began = time.process_time()
        try:
            draft = Draft(read_document(sample.data, f"cv.{sample.suffix}"), None, TODAY)
            evidence = {value.path: value for value in evidence_of(draft)}
            resume = draft.result(time.perf_counter())
        except ParseError as error:
            raise RuntimeError(f"{sample.stem}: {error.code}") from error
        spent = (time.process_time() - began) * 1000
        group = sample.stem.rpartition("-")[0]
        cases = tuple(
            Case(group, verdict.path, verdict.kind, value.features, value.found.confidence, verdict.right)
            for verdict in verdicts(sample.truth, resume)
            if (value := evidence.get(verdict.path)) is not None
        )
        yield Parsed(sample, resume, cases, spent)

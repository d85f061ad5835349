"""Scores: one warm, a hundred explained, the best of a million; monotony and sums over many probes.

The pool is invented: profiles of the simulator (ml/matcher/simulate.py), each many times over with other
months, places and salaries. The reference for the million is the bare product of a sparse matrix (scipy
CSR, float32) and a vector of the job: the matrix of all that the ranking holds in lists, which is skills and
the words of past work; beside it the matrix of skills alone.
"""

from __future__ import annotations

import random
import resource
import time
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from typing import Any

from ats_core.matcher import Profile, ProfileSkill, score
from ats_core.matcher.digest import Digest, Wish, digest_of
from ats_core.matcher.features import NAMES
from ats_core.matcher.memory import NOTHING
from ats_core.matcher.trees import lift, shipped
from bench.measure import Result, median, quantile
from ml.matcher import simulate

SEED = 20261124
DAY = simulate.TODAY


def run(quick: bool) -> Iterator[Result]:
    made = list(simulate.cases(300 if quick else 3000, SEED))
    yield from _singles(made)
    yield from _laws(made, 300 if quick else 100_000)
    try:
        import numpy  # noqa: F401
        import scipy  # noqa: F401
    except ImportError:
        return
    yield from _pool(made, 5_000 if quick else 1_000_000)


def _singles(made: list[simulate.Case]) -> Iterator[Result]:
    for case in made[:50]:
        score(case.job, case.profile, today=DAY)
    times = []
    for case in made[:300]:
        started = time.perf_counter()
        score(case.job, case.profile, today=DAY)
        times.append((time.perf_counter() - started) * 1000)
    yield Result("one score with its explanation, warm, median", median(times), 5, "ms")
    yield Result("one score with its explanation, warm, p99", quantile(times, 0.99), 20, "ms")
    job = made[0].job
    started, used = time.perf_counter(), time.process_time()
    for case in made[:100]:
        score(job, case.profile, today=DAY)
    yield Result("100 candidates explained", time.perf_counter() - started, 0.1, "s")
    yield Result("  CPU of that", time.process_time() - used, None, "s")


def _laws(made: list[simulate.Case], probes: int) -> Iterator[Result]:
    """Monotony: of the learned term alone over many rows of features, and of whole scores over a tenth as
    many.
    """
    dice, model = random.Random(SEED), shipped()
    lowered = apart = 0
    for _ in range(probes):
        row = [dice.random() for _ in NAMES]
        place, formula = dice.randrange(len(row)), dice.uniform(0, 100)
        before = lift(formula, model.points(row), model.bound)
        row[place] = dice.uniform(row[place], 1)
        lowered += lift(formula, model.points(row), model.bound) < before - 1e-9
    yield Result(
        "share of probes of the adjustment that no better feature lowers", 1 - lowered / probes, 1, "",
        least=True, detail={"probes": probes, "lowered": lowered},
    )  # fmt: skip
    whole, lowered = probes // 10, 0
    for _ in range(whole):
        case = dice.choice(made)
        skill = dice.choice((*case.job.required_skills, *case.job.preferred_skills))
        more = case.profile.model_copy(update={"skills": (*case.profile.skills, ProfileSkill(name=skill))})
        pair = [score(case.job, p, today=DAY) for p in (case.profile, more)]
        lowered += pair[1].match_score < pair[0].match_score
        apart += sum(abs(sum(p.points for p in r.parts) - r.match_score) > 1e-4 for r in pair)
    yield Result(
        "share of scores that one more matched skill does not lower", 1 - lowered / whole, 1, "",
        least=True, detail={"probes": whole, "lowered": lowered},
    )  # fmt: skip
    yield Result(
        "share of scores whose parts sum to them within 1e-4", 1 - apart / (2 * whole), 1, "",
        least=True, detail={"scores": 2 * whole, "apart": apart},
    )  # fmt: skip


def _pool(made: list[simulate.Case], size: int) -> Iterator[Result]:
    from ats_core.matcher.columns import Columns, best

    dice = random.Random(SEED)
    kinds = [(c.profile, digest_of(c.profile, DAY)) for c in made]
    columns, rows = Columns(), []
    started = time.perf_counter()
    for _ in range(size):
        number = dice.randrange(len(kinds))
        months, place = dice.randrange(240), dice.choice(simulate.PLACES)
        wish = dice.randrange(30_000, 90_000, 500)
        rows.append((number, months, place, wish))
        columns.add(_varied(kinds[number][1], months, place, wish))
    columns.freeze()
    built = time.perf_counter() - started
    jobs = [c.job for c in made[:12]]

    def ranked(job: Any) -> tuple[float, float, int]:
        explained = {}

        def scored(asked: list[int]) -> list[float]:
            for r in asked:
                explained[r] = score(job, _profile(kinds, rows[r]), today=DAY)
            return [explained[r].match_score for r in asked]

        began, used = time.perf_counter(), time.process_time()
        found, count = best(columns, job, shipped(), NOTHING, 50, scored)
        assert all(explained[row].parts for row in found)
        return time.perf_counter() - began, time.process_time() - used, count

    ranked(jobs[0])
    times, cpu, counts = zip(*(ranked(job) for job in jobs), strict=True)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**10
    whole = [_bare(columns, job, words=True) for job in jobs]
    bare = [_bare(columns, job, words=False) for job in jobs]
    detail = {"candidates": size, "jobs": len(jobs), "scored": counts, "built_s": round(built, 1)}
    yield Result(f"the best 50 of {size:,}, explained, median", median(times), 1, "s", detail=detail)
    yield Result(f"the best 50 of {size:,}, explained, slowest of 12 jobs", max(times), None, "s")
    yield Result("  CPU of that, median", median(cpu), None, "s")
    yield Result(
        "  its CPU, times that of scipy's bare product of the same lists",
        median(cpu) / median(whole), 3, "x",
        detail={"product_ms": round(median(whole) * 1000, 1)},
    )  # fmt: skip
    yield Result(
        "  the same against the lists of skills alone", median(cpu) / median(bare), None, "x",
        detail={"product_ms": round(median(bare) * 1000, 1)},
    )  # fmt: skip
    yield Result("memory with the index, at most", peak, 1024, "MB")


def _varied(digest: Digest, months: int, place: str, wish: int) -> Digest:
    return replace(digest, months=months, location=place, wish=Wish(float(wish), None, "EUR", "year"))


def _profile(kinds: list[tuple[Profile, Digest]], row: tuple[int, int, str, int]) -> Profile:
    number, months, place, wish = row
    return kinds[number][0].model_copy(
        update={
            "experience_months": months, "location": place, "salary_min": float(wish), "salary_max": None,
            "salary_currency": "EUR", "salary_period": "year",
        }
    )  # fmt: skip


def _bare(columns: Any, job: Any, words: bool) -> float:
    """CPU seconds of the product of a matrix of the candidates (CSR, float32) and the job's vector: of
    their skills alone, or of all that the index holds in lists, skills and words.
    """
    import numpy

    from ats_core.matcher.scoring import wanted
    from ats_core.taxonomy import default

    matrix, names = _matrix(columns, words)
    asked = wanted(job)
    credit = [
        max(default().relation(a.id, name).credit for a in asked.skills)
        if kind == "skills"
        else float(name in (asked.duties if kind == "duties" else asked.title))
        for kind, name in names
    ]
    vector = numpy.array(credit, numpy.float32)
    used = time.process_time()
    _ = matrix @ vector
    return time.process_time() - used


@lru_cache(maxsize=2)
def _matrix(columns: Any, words: bool) -> tuple[Any, list[tuple[str, str]]]:
    """The lists of the index as one matrix, and what its columns are."""
    import numpy
    from scipy.sparse import csc_matrix, vstack

    from ats_core.matcher.words import word_weight

    kinds = ("titles", "told", "duties") if words else ()
    held = dict.fromkeys(("skills", n) for shelf in columns.shelves for n in shelf.skills)
    said = dict.fromkeys((k, w) for shelf in columns.shelves for k in kinds for w in shelf.words[k])
    parts = []
    for shelf in columns.shelves:
        rows, weights = [], []
        for _, name in held:
            postings = shelf.skills.get(name)
            rows.append(numpy.array(postings.rows if postings else (), numpy.int32))
            weights.append(numpy.array(postings.weights if postings else (), numpy.float32))
        for kind, word in said:
            rows.append(numpy.array(shelf.words[kind].get(word, ()), numpy.int32))
            weights.append(numpy.full(len(rows[-1]), word_weight(word), numpy.float32))
        starts = numpy.cumsum([0, *map(len, rows)])
        data = (numpy.concatenate(weights), numpy.concatenate(rows), starts)
        parts.append(csc_matrix(data, shape=(shelf.size, len(rows))).tocsr())
    return vstack(parts, format="csr"), [*held, *said]

"""How well ranking by text does, on collections in invented languages whose relevance is known.

    python -m ml.matcher.measure_rank

Prints MAP, NDCG@10, AUC, pair accuracy and macro-F1 (cut chosen on another collection of the same kind) of
plain TF-IDF over words, and of the engine with one thing changed at a time. The languages are invented
(ml/matcher/invented.py), so the differences between the rows say something, their height nothing about
people.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Sequence
from math import log, log2, sqrt

from ats_core.matcher.evaluation import auc, evaluate
from ats_core.matcher.text import DEFAULT, Mix, average_precision, scores
from ml.matcher.invented import Collection, collection

Scorer = Callable[[Sequence[str], Sequence[str]], list[list[float]]]


def plain_tfidf(questions: Sequence[str], texts: Sequence[str]) -> list[list[float]]:
    """The usual TF-IDF over words with the cosine, as scikit-learn's defaults have it."""
    counts = [Counter(t.lower().split()) for t in texts]
    spread: Counter[str] = Counter()
    for count in counts:
        spread.update(count.keys())
    rarity = {w: log((1 + len(texts)) / (1 + n)) + 1 for w, n in spread.items()}

    def vector(count: Counter[str]) -> dict[str, float]:
        weights = {w: n * rarity[w] for w, n in count.items() if w in rarity}
        length = sqrt(sum(x * x for x in weights.values())) or 1.0
        return {w: x / length for w, x in weights.items()}

    had = [vector(c) for c in counts]
    asked = [vector(Counter(q.lower().split())) for q in questions]
    return [[sum(x * t.get(w, 0.0) for w, x in q.items()) for t in had] for q in asked]


def with_mix(mix: Mix) -> Scorer:
    return lambda questions, texts: scores(questions, texts, mix)


ROWS: dict[str, Scorer] = {
    "plain TF-IDF": plain_tfidf,
    "engine": with_mix(DEFAULT),
    "- without feedback": with_mix(DEFAULT._replace(feedback=0.0)),
    "- without pieces": with_mix(DEFAULT._replace(pieces=0.0)),
    "- without BM25": with_mix(DEFAULT._replace(bm25=0.0)),
    "- title counts once": with_mix(DEFAULT._replace(title=0)),
    "- first line only": with_mix(DEFAULT._replace(lines=1)),
}


def made(seed: int) -> list[Collection]:
    """Four kinds of collection: inflected or not, many résumés for ten jobs or many postings for one
    résumé.
    """
    many: dict[str, int] = {"jobs": 10, "people": 472}
    one: dict[str, int] = {"jobs": 1, "people": 548}
    return [
        collection("10 x 472, inflected", seed, **many, endings=6, joined=0.05, focus=0.5, unsure=0.01),
        collection("10 x 472, plain", seed + 1, **many, endings=1, joined=0.0, focus=0.35, unsure=0.01),
        collection("1 x 548, inflected", seed + 2, **one, endings=6, joined=0.05, focus=0.4, unsure=0.08),
        collection("1 x 548, plain", seed + 3, **one, endings=1, joined=0.0, focus=0.25, unsure=0.08),
    ]


def figures(scorer: Scorer, found: Collection) -> tuple[dict[str, float], list[int], list[float]]:
    """MAP, NDCG@10 and AUC over the jobs; and the labels and scores of all pairs."""
    table = scorer(list(found.jobs.values()), list(found.people.values()))
    people = list(found.people)
    precision, gain, areas = [], [], []
    labels: list[int] = []
    told: list[float] = []
    for job, row in zip(found.jobs, table, strict=True):
        good = [int(p in found.relevant[job]) for p in people]
        if not any(good):
            continue
        order = sorted(range(len(people)), key=lambda i: (-row[i], people[i]))
        precision.append(average_precision(bool(good[i]) for i in order))
        gain.append(_ndcg([good[i] for i in order]))
        areas.append(auc(good, row))
        labels += good
        told += row
    count = len(precision)
    means = {"MAP": sum(precision) / count, "NDCG@10": sum(gain) / count, "AUC": sum(areas) / count}
    return means, labels, told


def _ndcg(good: Sequence[int]) -> float:
    def gain(ranked: Sequence[int]) -> float:
        return sum(g / log2(place + 2) for place, g in enumerate(ranked[:10]))

    return gain(good) / gain(sorted(good, reverse=True))


def best_cut(labels: Sequence[int], told: Sequence[float]) -> float:
    """The cut of the greatest accuracy."""
    pairs = sorted(zip(told, labels, strict=True))
    right = best = sum(labels)
    cut = pairs[0][0]
    for place, (value, label) in enumerate(pairs):
        right += -1 if label else 1
        if right > best:
            best = right
            cut = (value + pairs[min(place + 1, len(pairs) - 1)][0]) / 2
    return cut


def main() -> int:
    tests, others = [made(100), made(200), made(300)], made(900)
    for kind in range(4):
        first = tests[0][kind]
        share = sum(map(len, first.relevant.values())) / (len(first.jobs) * len(first.people))
        print(f"{first.name}: {share:.1%} relevant; means of {len(tests)} collections")
        for name, scorer in ROWS.items():
            _, labels, told = figures(scorer, others[kind])
            cut = best_cut(labels, told)
            totals: Counter[str] = Counter()
            for group in tests:
                means, labels, told = figures(scorer, group[kind])
                judged = evaluate(labels, [min(1.0, t) for t in told], cut=cut)
                totals.update(means | {"accuracy": judged.accuracy, "macro-F1": judged.macro_f1})
            shown = "  ".join(f"{k} {v / len(tests):.3f}" for k, v in totals.items())
            print(f"  {name:20} {shown}")
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""The way from invented people to weights: made résumés, their truth, labels, and a training run of tiny
size.
"""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from ats_core.parser.learned.linear import HashedLinear
from ats_core.parser.learned.lines import CLASSES
from ats_core.parser.reader import read_document
from ml.parser import train
from ml.parser.calibrate import monotone_table
from ml.parser.collect import parse_samples
from ml.parser.judge import Verdict, close, found_fields
from ml.parser.labels import labels_of
from ml.parser.reliability import calibration_error, sure_ones
from ml.parser.templates import compose, learn_layouts, make, test_layouts
from ml.parser.templates.people import LANGUAGES, kept_for, make_person, years_worked


def test_the_splits_share_no_template_and_no_word() -> None:
    assert len(make.SPLITS["learn"]) >= 12
    assert len(make.SPLITS["test"]) >= 12
    assert not set(make.SPLITS["learn"]) & set(make.SPLITS["test"])
    words = [f"word {number}" for number in range(20)]
    assert not set(kept_for("learn", words)) & set(kept_for("test", words))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_person_is_the_same_for_the_same_seed_and_has_a_true_career(language: str) -> None:
    person = make_person(language, 3, "test")
    assert person == make_person(language, 3, "test")
    assert person != make_person(language, 4, "test")
    assert all(job.end is None or job.start <= job.end for job in person.jobs)
    assert all(
        later.start > (earlier.end or "")
        for later, earlier in zip(person.jobs, person.jobs[1:], strict=False)
    )
    months = years_worked(person.jobs, "num")
    assert months is not None
    assert 0 < months < 40


def _one(name: str, split: str) -> make.Sample:
    recipe = next(r for r in (*learn_layouts.RECIPES, *test_layouts.RECIPES) if r.name == name)
    person = make_person("en", 1, split)
    sheet = compose.template(recipe, split)(person)
    return make.sample_of(name, "en", 1, person, sheet)


def test_what_is_printed_is_read_again_and_judged_right() -> None:
    (parsed,) = parse_samples([_one("sentences", "learn")])
    found = [right for _, right in found_fields(parsed.sample.truth, parsed.resume)]
    assert sum(found) >= 0.9 * len(found)


def test_lines_get_the_labels_of_what_they_print() -> None:
    sample = _one("two_bars", "test")
    lines = read_document(sample.data, f"cv.{sample.suffix}").lines
    labels = labels_of(lines, sample.truth)
    job = sample.truth["work_history"][0]
    by_text = dict(zip((line.text for line in lines), labels, strict=True))
    assert next(label for text, label in by_text.items() if job["title"] in text and "|" in text) in {
        "job",
        "contact",
    }
    assert (
        next(label for text, label in by_text.items() if job["description"].split("\n")[0] in text) == "task"
    )
    assert {"name", "heading", "job", "study"} <= set(labels)


@pytest.mark.parametrize(
    ("truth", "value", "same"),
    [
        ("Universität Köln", "universitat koln", True),
        ("University of Northern Ireland", "University", False),
        ("Acme (now Beta)", "Acme", True),
        ("Acme", "Acme Ltd", True),
        ("Data Engineer", "Teacher", False),
        ("Data Engineer", None, False),
    ],
)
def test_texts_are_close_if_they_say_the_same(truth: str, value: str | None, same: bool) -> None:
    assert close(truth, value) is same


def test_a_table_pools_what_does_not_rise() -> None:
    scores = np.arange(120, dtype=np.float64)
    right = np.concatenate([np.zeros(40), np.tile([1.0, 1.0, 1.0, 0.0], 10), np.tile([1.0, 0.0], 20)])
    table = monotone_table(scores, right)
    assert len(table) == 2
    assert table[0][1] < 0.05
    assert table[1][1] == pytest.approx((50 + 0.5) / 81, abs=1e-3)


def test_the_calibration_error_is_the_gap_between_stated_and_right() -> None:
    values = [Verdict("", "", "", 0.95, index < 8) for index in range(10)]
    assert calibration_error(values) == pytest.approx(0.15)
    assert sure_ones([*values, Verdict("", "", "", 0.5, True)]) == (0.8, pytest.approx(10 / 11))
    assert calibration_error([]) == 0


def test_a_tiny_training_makes_weights_that_load(tmp_path: Path) -> None:
    assert train.main(["--count", "20", "--target", str(tmp_path)]) == 0
    assert HashedLinear.load(tmp_path / "lines.bin").classes == CLASSES
    kinds = json.loads((tmp_path / "calibration.json").read_text(encoding="utf-8"))["kinds"]
    assert {"contact.email", "work.title", "education.degree"} <= set(kinds)


def test_the_same_resumes_give_the_same_weights(tmp_path: Path) -> None:
    samples = [_one(name, "learn") for name in ("sentences", "undated", "bars")]
    for folder in (tmp_path / "one", tmp_path / "other"):
        folder.mkdir()
        train.write_lines(folder, samples)
        train.write_roles(folder, samples)
        train.write_calibration(folder, samples)
    for name in ("lines.bin", "roles.bin", "calibration.json"):
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "other" / name).read_bytes()

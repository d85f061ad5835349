"""What the command line says of texts: one answer each, in their order."""

from __future__ import annotations

import json

from ats_core.taxonomy.answers import found, scanned


def test_each_text_has_its_answer() -> None:
    answers = found(["ReactJS", "nothing of the kind", "Inglés (C1)", ""])
    assert [a["id"] for a in answers] == ["react", None, "english", None]
    assert [set(a) for a in answers] == [{"text", "id", "name", "kind", "confidence"}] * 4
    assert answers[1] == {
        "text": "nothing of the kind", "id": None, "name": None, "kind": None, "confidence": 0.0,
    }  # fmt: skip
    assert json.loads(json.dumps(answers)) == answers


def test_prose_is_answered_with_places() -> None:
    [answer, empty] = scanned(["Services in Go and Python.", "We go on."])
    assert [answer["text"][s["start"] : s["end"]] for s in answer["skills"]] == ["Go", "Python"]
    assert empty == {"text": "We go on.", "skills": []}

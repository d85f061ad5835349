"""Tables of fairness: what people said of themselves, what was judged, and the key of pseudonyms.

`self_identifications` is read by the bias audit alone. Nothing of screening, matching or import may know it.
"""

from __future__ import annotations

from ats_core.fairness.model import RACES, SEXES
from ats_core.store.schema import (
    between,
    decimal,
    flag,
    index,
    is_sha256,
    moment,
    not_blank,
    one_of,
    reference,
    table,
    unique,
    words,
)

self_identifications = table(
    "self_identifications",
    "What candidates say of themselves, by consent, for the bias audit alone; deleted on withdrawal",
    reference("candidate_id", "candidates", "CASCADE", "Who said it"),
    words("sex", 50, "The answer, or declined", required=True),
    words("race_ethnicity", 50, "The answer, or declined", required=True),
    words("consent_version", 50, "Version of the text that was consented to", required=True),
    moment("consented_at", "When it was consented to", required=True),
    one_of("sex", *SEXES),
    one_of("race_ethnicity", *RACES),
    not_blank("consent_version"),
    unique("uq_self_identifications_candidate", "candidate_id"),
)

judgements = table(
    "judgements",
    "What a person thinks of an application, and why; it moves and rejects nobody",
    reference("application_id", "applications", "RESTRICT", "The application that it is about"),
    reference("actor_id", "users", "RESTRICT", "Who judges"),
    words("verdict", 50, "What should come of it", required=True),
    words("reason", None, "Why", required=True),
    flag("blind", "True if nobody had been shown who it is before", default=False),
    decimal("match_score", 5, 2, "The match score at that moment, 0 to 100"),
    words("matcher_version", 50, "Version of the matcher that made the score"),
    words("model_version", 50, "Version of the learned model behind the score"),
    moment("judged_at", "When it was judged", now=True),
    one_of("verdict", "advance", "hold", "decline"),
    not_blank("reason"),
    between("match_score", 0, 100),
    index("ix_judgements_application", "application_id", "judged_at"),
    index("ix_judgements_actor", "actor_id"),
)

pseudonym_keys = table(
    "pseudonym_keys",
    "The key that the pseudonyms of blind screening are made with; one row, made with the table",
    words("key", 64, "Secret of 256 bits, lower-case hex", required=True),
    is_sha256("key"),
    unique("uq_pseudonym_keys_key", "key"),
)

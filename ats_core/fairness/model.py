"""What candidates may say of themselves, and how they are asked."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Literal, get_args
from uuid import UUID

from pydantic import BeforeValidator, Field

from ats_core.fields import Short, Timestamp
from ats_core.operations import Model

Sex = Literal["female", "male", "another", "declined"]
# The categories of the EEO-1 report, which Local Law 144 takes over.
RaceEthnicity = Literal[
    "hispanic-or-latino",
    "white",
    "black-or-african-american",
    "asian",
    "native-hawaiian-or-pacific-islander",
    "american-indian-or-alaska-native",
    "two-or-more-races",
    "declined",
]
SEXES: tuple[str, ...] = get_args(Sex)
RACES: tuple[str, ...] = get_args(RaceEthnicity)
DECLINED = "declined"

CONSENT_VERSION = "2026-11"
CONSENT_TEXT = (
    "Answering is voluntary. Your answers are kept apart from your application. Nobody who decides about it "
    "sees them, and they are not used to score it. They are used for one purpose: to check, by counts of "
    "groups, whether our selection treats everybody alike. You can decline any question, and you can "
    "withdraw at any time; your answers are then deleted."
)


def _day(value: object) -> object:
    if isinstance(value, str):
        return date.fromisoformat(value)
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    raise ValueError("is no date of ISO 8601, such as 2026-01-31")


Day = Annotated[date, BeforeValidator(_day), Field(description="ISO 8601: 2026-01-31.")]
Selected = Literal["interview", "hired"]

SELECTED_MEANS: dict[str, str] = {
    "interview": "Reached the stage interview or a later one at any time, or hired.",
    "hired": "Hired.",
}


class SelfIdentification(Model):
    """A candidate's own answers, and the version of the text that they consented to."""

    sex: Sex
    race_ethnicity: RaceEthnicity
    consent_version: Annotated[Short, Field(max_length=50)]


class SelfIdentified(Model):
    """That somebody has answered; the answers are given to nobody."""

    candidate_id: UUID
    consent_version: str
    consented_at: Timestamp


class Questions(Model):
    """What candidates are asked, with the text to consent to. Use your own text under your own version."""

    consent_version: str
    consent_text: str
    sex: list[str]
    race_ethnicity: list[str]

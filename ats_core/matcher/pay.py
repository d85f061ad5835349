"""Pay: the salary expected against the one offered."""

from __future__ import annotations

from ats_core.matcher.model import JobCriteria, Profile

UNKNOWN, NOT_ASKED = 50.0, 75.0
# Payments in a year: 52 weeks of 40 hours, of five days.
PER_YEAR = {"hour": 2080, "day": 260, "month": 12, "year": 1}
NOTHING_LEFT = 0.5  # expecting half as much again as the most offered is worth nothing


def yearly(amount: float, period: str | None) -> float:
    """`amount` a year; an amount without a period is a year's."""
    return amount * PER_YEAR[period or "year"]


def salary_value(job: JobCriteria, profile: Profile) -> float:
    """0-100: 100 up to the most offered, falling to 0 at half as much again. Currencies are not converted."""
    offered = job.salary_max if job.salary_max is not None else job.salary_min
    if offered is None:
        return NOT_ASKED
    expected = profile.salary_min if profile.salary_min is not None else profile.salary_max
    if expected is None or _other_currency(job, profile):
        return UNKNOWN
    most = yearly(offered, job.salary_period)
    over, room = yearly(expected, profile.salary_period) - most, NOTHING_LEFT * most
    if over <= 0:
        return 100.0
    return 100.0 * (1 - over / room) if over < room else 0.0


def _other_currency(job: JobCriteria, profile: Profile) -> bool:
    return bool(
        job.salary_currency and profile.salary_currency and job.salary_currency != profile.salary_currency
    )

"""A candidate's fields, brought up to date with what their résumés say."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ats_core.candidates.model import Candidate
    from ats_core.store.transaction import Transaction


def renew(
    tx: Transaction, target: Candidate, fields: dict[str, Any], provenance: dict[str, Any], now: datetime
) -> list[str]:
    """Gives `target` the merged `fields` (see `merge`); the names of those that changed.

    An e-mail address that somebody else has by now stays theirs.
    """
    changed = [name for name, value in fields.items() if value != getattr(target, name)]
    if not changed and provenance == target.provenance:
        return []
    values = dict(fields)
    emails, phones = values.pop("emails"), values.pop("phones")
    if tx.candidates.with_any_email(emails) - {target.id}:
        emails = [e for e in emails if not tx.candidates.with_any_email([e]) - {target.id}]
    tx.candidates.set_emails(target.id, emails, target.emails)
    tx.candidates.set_phones(target.id, phones, target.phones)
    values["email"] = emails[0] if emails else None
    values["phone"] = phones[0] if phones else None
    values["provenance"] = provenance
    tx.candidates.change(target.id, values, now)
    tx.record("candidate.updated", ("candidate", target.id), changed)
    return changed

"""Tables of people who sign in: users, their departments, their tokens and their attempts."""

from __future__ import annotations

from typing import Any

from sqlalchemy import BigInteger, Boolean, Column, ForeignKey, Uuid
from sqlalchemy.dialects.postgresql import INET

from ats_core.store.schema import (
    LIVE,
    at_least,
    check,
    deleted_at,
    flag,
    index,
    is_email,
    is_list,
    is_sha256,
    json_list,
    moment,
    not_blank,
    one_of,
    reference,
    table,
    unique,
    version,
    whole,
    words,
)

departments = table(
    "departments",
    "Parts of the company that users and jobs belong to",
    words("name", 255, "Name, unique among the living whatever its case", required=True),
    reference("parent_id", "departments", "RESTRICT", "The department that it is part of", required=False),
    deleted_at(),
    version(),
    not_blank("name"),
    check("parent", "parent_id <> id"),
    unique("uq_departments_name_live", "lower(name)", where=LIVE),
)

users = table(
    "users",
    "People who sign in",
    words("email", 255, "Address that signs in, unique among the living whatever its case", required=True),
    words("first_name", 100, "Given name", required=True),
    words("last_name", 100, "Family name", required=True),
    words("role", 50, "What the person may do by default", required=True),
    reference("department_id", "departments", "RESTRICT", "Where the person works", required=False),
    flag("is_active", "False for a person who may no longer sign in", default=True),
    json_list("permissions", "Permissions beyond the role: a list of names"),
    words("password_hash", 255, "Hash of the password; null until one is set"),
    whole("failed_count", "Failed sign-ins since the last good one", default=0),
    moment("locked_until", "Until when sign-in is refused after too many failures"),
    whole("token_version", "Access tokens of an older version are void", default=1),
    moment("last_login", "When the person last signed in"),
    deleted_at(),
    version(),
    is_email("email"),
    one_of("role", "admin", "recruiter", "hiring-manager", "interviewer"),
    is_list("permissions"),
    at_least("failed_count", 0),
    at_least("token_version", 1),
    unique("uq_users_email_live", "lower(email)", where=LIVE),
    index("ix_users_department", "department_id"),
)

refresh_tokens = table(
    "refresh_tokens",
    "Long-lived tokens, as hashes; each use replaces one, and a second use revokes its family",
    reference("user_id", "users", "CASCADE", "Whose token it is"),
    words("token_hash", 64, "SHA-256 of the token, lower-case hex", required=True),
    Column("family_id", Uuid(), nullable=False, comment="The sign-in that the token descends from"),
    reference(
        "replaced_by_id", "refresh_tokens", "SET NULL", "The token that took its place", required=False
    ),
    moment("expires_at", "When it stops working", required=True),
    moment("revoked_at", "When it was revoked or replaced"),
    Column("ip", INET(), nullable=True, comment="Address that it was issued to"),
    words("user_agent", 500, "Client that it was issued to"),
    is_sha256("token_hash"),
    check("expires_at", "expires_at > created_at"),
    check("replaced", "replaced_by_id IS NULL OR revoked_at IS NOT NULL"),
    unique("uq_refresh_tokens_token_hash", "token_hash"),
    index("ix_refresh_tokens_user", "user_id"),
    index("ix_refresh_tokens_family", "family_id"),
    index("ix_refresh_tokens_replaced_by", "replaced_by_id"),
    index("ix_refresh_tokens_expires_at", "expires_at"),
)


def _user_key() -> Column[Any]:
    return Column(
        "user_id",
        Uuid(),
        ForeignKey("users.id", ondelete="CASCADE"),
        primary_key=True,
        comment="Whose second factor it is",
    )


mfa_secrets = table(
    "mfa_secrets",
    "The second factor of a user, one for each",
    words("secret", None, "TOTP secret, encrypted by the application", required=True),
    flag("enabled", "True once a code has been verified", default=False),
    json_list("backup_codes", "Hashes of the single-use codes that are left"),
    Column(
        "last_used_step",
        BigInteger(),
        nullable=True,
        comment="Time step of the last accepted code, so that no code works twice",
    ),
    not_blank("secret"),
    is_list("backup_codes"),
    key=_user_key(),
)

login_attempts = table(
    "login_attempts",
    "Every attempt to sign in, good or bad; created_at says when",
    words("email", 255, "Address that was given, whether or not anybody has it", required=True),
    Column("ip", INET(), nullable=True, comment="Address that the attempt came from"),
    Column("success", Boolean(), nullable=False, comment="Whether it worked"),
    words("reason", 50, "Why it failed, in a word"),
    index("ix_login_attempts_email", "lower(email)", "created_at"),
    index("ix_login_attempts_ip", "ip", "created_at"),
)

"""What can go wrong between the program and its database."""

from __future__ import annotations

from ats_core.errors import AtsError, Conflict, Invalid, Unavailable


class NoPostgres(AtsError):
    """No Postgres programs that run on this machine were found."""

    code = "no_postgres"


class PostgresVersion(AtsError):
    """The programs and the cluster, or the server, are of versions that don't go together."""

    code = "postgres_version"


class UnsafeFolder(AtsError):
    """A folder that only we may enter belongs to somebody else, or is open to others."""

    code = "unsafe_folder"


class PostgresFailed(Unavailable):
    """The embedded server did not come up, or went down again."""

    code = "postgres_failed"


class PostgresInUse(Conflict):
    """Other processes use the embedded server."""

    code = "postgres_in_use"


class UnknownRevision(AtsError):
    """The database was migrated by a newer program than this one."""

    code = "unknown_revision"


class TargetExists(Conflict):
    """There is something where the backup is to go."""

    code = "target_exists"


class DatabaseNotEmpty(Conflict):
    """A backup is restored into an empty database only."""

    code = "database_not_empty"


class BackupDamaged(Invalid):
    """The backup is not complete, or not what was written."""

    code = "backup_damaged"


class PostgresToolFailed(AtsError):
    """pg_dump or pg_restore gave up."""

    code = "postgres_tool_failed"

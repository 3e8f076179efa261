"""How values are kept: exact decimals, instants in UTC. Dates are dates."""

from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import DateTime, Dialect, Numeric, Text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.types import JSON, TypeDecorator, TypeEngine


class Exact(TypeDecorator[Decimal]):
    """A finite decimal without rounding: NUMERIC on PostgreSQL, text on SQLite, which knows only floats."""

    impl = Text
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """NUMERIC where the database has an exact one."""
        return dialect.type_descriptor(Numeric() if dialect.name == "postgresql" else Text())

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> Decimal | str | None:
        """Refuse what is not a finite decimal."""
        if value is not None and not value.is_finite():
            raise ValueError(f"an amount is a finite decimal, not {value}")
        return value if value is None or dialect.name == "postgresql" else str(value)

    def process_result_value(self, value: Decimal | str | None, dialect: Dialect) -> Decimal | None:
        """The decimal as it was given."""
        del dialect
        return None if value is None else Decimal(value)


class Instant(TypeDecorator[datetime]):
    """A moment, kept in UTC. SQLite keeps it as text that sorts like time."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Refuse a datetime that does not say its zone."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"an instant says its time zone, and {value.isoformat()} does not")
        utc = value.astimezone(UTC)
        return utc.replace(tzinfo=None) if dialect.name == "sqlite" else utc

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """An aware datetime in UTC."""
        del dialect
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


Document = JSON().with_variant(JSONB(), "postgresql")
"""JSON, in PostgreSQL's own binary form there."""

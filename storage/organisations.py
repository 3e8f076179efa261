"""Organisations to rows and back."""

from typing import Any

from sqlalchemy import Row

from domain.organisation_settings import OrganisationSettings
from domain.ports import Organisation


def columns_of(organisation: Organisation) -> dict[str, object]:
    """The columns of an organisation's row that its settings fill; without its id and its programme."""
    settings = organisation.settings
    return {
        "name": organisation.name,
        "time_zone": organisation.time_zone,
        "names_in_channels": organisation.names_in_channels,
        "admins": " ".join(organisation.admins),
        "roles": " ".join(f"{user}={role}" for user, role in organisation.roles),
        "stage": organisation.stage,
        "setup_step": organisation.setup_step,
        "columns": dict(organisation.columns),
        "alert_channel": settings.alert_channel,
        "country": settings.country,
        "region": settings.region,
        "retention_months": settings.retention_months,
        "notices": {"off": list(settings.off), "lead_days": {kind: list(days) for kind, days in settings.lead_days}},
    }


def organisation_of(row: Row[Any]) -> Organisation:
    """The organisation of a row that has all of its columns."""
    known = (row.id, row.name, row.programme, row.time_zone, row.names_in_channels)
    roles = (given.partition("=") for given in row.roles.split())
    given = tuple((user, role) for user, _, role in roles)
    columns = tuple(sorted(row.columns.items()))
    return Organisation(
        *known, _settings(row), tuple(row.admins.split()), given, row.stage, columns, setup_step=row.setup_step
    )


def _settings(row: Row[Any]) -> OrganisationSettings:
    notices = row.notices
    days = tuple((kind, tuple(days)) for kind, days in notices.get("lead_days", {}).items())
    where = (row.alert_channel, row.country, row.region, row.retention_months)
    return OrganisationSettings(tuple(notices.get("off", ())), days, *where)

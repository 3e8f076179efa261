"""What an organisation has settled: which notices it wants and when, where alerts go besides, whose holidays it keeps.

What it left open holds as the kinds of notices say.
"""

from dataclasses import dataclass

from domain.notice_kinds import NOTICES, NoticeKind

LEAVERS_KEPT_MONTHS = 12


@dataclass(frozen=True, slots=True)
class OrganisationSettings:
    """An organisation's own settings, hashable like the organisation.

    Attributes:
        off: the kinds of notices that it does not want.
        lead_days: for a kind the days before its date on which it is told, where they differ from the default.
        alert_channel: the id of the Slack channel that hears of urgent notices besides the admins.
        country: the country (ISO 3166-1, two letters) whose public holidays are free; None: only weekends are.
        region: the part of that country (the second part of its ISO 3166-2 code) with holidays of its own.
        retention_months: how many months after somebody left their personal data are kept.
    """

    off: tuple[NoticeKind, ...] = ()
    lead_days: tuple[tuple[NoticeKind, tuple[int, ...]], ...] = ()
    alert_channel: str | None = None
    country: str | None = None
    region: str | None = None
    retention_months: int = LEAVERS_KEPT_MONTHS

    def wants(self, kind: NoticeKind) -> bool:
        """Whether notices of a kind are told; those that are not optional always are."""
        return kind not in self.off or not NOTICES[kind].optional

    def days(self, kind: NoticeKind) -> tuple[int, ...]:
        """The lead days of a kind, the earliest first."""
        return dict(self.lead_days).get(kind, NOTICES[kind].lead_days)

    def settled(self, kind: NoticeKind) -> bool:
        """Whether the lead days of a kind are the organisation's own."""
        return kind in dict(self.lead_days)

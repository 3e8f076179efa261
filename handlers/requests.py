"""What somebody asks for, as data: the one form that slash commands, mentions, direct messages and buttons become."""

from dataclasses import asdict, dataclass
from datetime import date
from typing import Literal, TypeAlias

from domain.notice_kinds import NoticeKind
from domain.requirements import Market
from handlers.data_requests import DataRequest
from handlers.figure_requests import FigureReport, FiguresReport
from handlers.role_requests import RoleCommand
from handlers.tenant_requests import TenantCommand

Language: TypeAlias = Literal["en", "de"]
Intent: TypeAlias = Literal[
    "need",
    "status",
    "contributors",
    "expiring",
    "risk",
    "renewal",
    "overrides",
    "benefits",
    "mine",
    "next",
    "whatif",
    "link",
    "help",
    "unknown",
]


@dataclass(frozen=True, slots=True)
class Question:
    """A question in free text, typed. Ids are the catalogue's; a slot that does not apply is None.

    `person` is a Slack mention as typed (`<@U...>`) or a name as typed. `candidates` are whole requests as a person
    would type them, at most three: what may have been meant where the words do not decide it. `upgrade`: a renewal
    question that asks for a higher level; it is no key of the JSON.
    """

    intent: Intent
    language: Language = "en"
    programme: str | None = None
    competency: str | None = None
    area: str | None = None
    level: str | None = None
    credential: str | None = None
    person: str | None = None
    change: Literal["leave", "lose", "gain"] | None = None
    on: date | None = None
    until: date | None = None
    candidates: tuple[str, ...] = ()
    upgrade: bool = False

    def as_json(self) -> dict[str, object]:
        """Every key, with ISO dates, ready for JSON."""
        found = {key: value for key, value in asdict(self).items() if key != "upgrade"}
        return {key: value.isoformat() if isinstance(value, date) else value for key, value in found.items()}


@dataclass(frozen=True, slots=True)
class LinkExam:
    """Record my own achievement. Missing or unreadable words are None: the conversation says what is missing."""

    credential: str | None
    earned: date | None
    expires: date | None = None
    evidence: str | None = None
    unreadable: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class UnlinkExam:
    """Withdraw my own achievement."""

    credential: str | None


@dataclass(frozen=True, slots=True)
class ClaimProfileId:
    """Say which certification account at the vendor is mine."""

    profile: str | None


@dataclass(frozen=True, slots=True)
class OverrideGrant:
    """Record a vendor's override of a level, or of a person's credential (admins)."""

    competency: str | None = None
    level: str | None = None
    person: str | None = None
    credential: str | None = None
    since: date | None = None
    until: date | None = None
    granted_by: str | None = None
    ticket: str | None = None
    reason: str | None = None
    unreadable: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OverrideList:
    """Show the overrides in force (admins)."""


@dataclass(frozen=True, slots=True)
class OverrideEnd:
    """End an override today; `number` counts as the list does, from 1 (admins)."""

    number: int | None


@dataclass(frozen=True, slots=True)
class OverrideWithdraw:
    """Say that an override never was one (admins); `number` counts as the list does, from 1."""

    number: int | None
    reason: str | None = None


MembershipDeed: TypeAlias = Literal["buy", "order", "renew", "upgrade", "correct", "cancel"]


@dataclass(frozen=True, slots=True)
class MembershipSet:
    """Record what was done with the membership and when: bought a level, ordered, renewed or moved up to it (admins).

    To correct is to say that what is on record never was true, and what is, if anything; to cancel is said of an order.
    `until` is the anniversary as the vendor shows it, where it is named.
    """

    level: str | None
    purchased: date | None
    unreadable: tuple[str, ...] = ()
    deed: MembershipDeed = "buy"
    until: date | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class MarketSet:
    """Record by which market's thresholds the company is measured (admins); None where none was named."""

    market: Market | None


@dataclass(frozen=True, slots=True)
class FlagSet:
    """Record whether a status is granted, and until when (admins).

    `name` is the status that `said` names, None where none is called so; `value` is None without yes or no.
    """

    name: str | None
    said: str | None
    value: bool | None = None
    until: date | None = None
    unreadable: str | None = None


@dataclass(frozen=True, slots=True)
class AuditAsked:
    """Show who changed what (admins): about or by a person, of a kind, from and until a day, or all as a file.

    `person` is a mention, a name or an id; `unreadable` what of the kind or the days could not be read.
    """

    person: str | None = None
    kind: str | None = None
    since: date | None = None
    until: date | None = None
    as_file: bool = False
    unreadable: str | None = None


@dataclass(frozen=True, slots=True)
class WithdrawFact:
    """Say that a fact never was true (admins; of one's own achievements everybody).

    `about` is a person, a metric or a status as typed; `detail` the achievement's code, or the figure's month.
    """

    kind: Literal["achievement", "figure", "flag", "association"] | None
    about: str | None = None
    detail: str | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class MineExport:
    """Send me everything that is kept of me."""


@dataclass(frozen=True, slots=True)
class RuleChangesAsked:
    """Show what changed in the rules between two days, in all competencies or in one (admins).

    `language` is that of a question in free words; None for the command.
    """

    since: date | None = None
    until: date | None = None
    competency: str | None = None
    unreadable: tuple[str, ...] = ()
    language: Language | None = None


Choice: TypeAlias = Literal["left", "leave", "mistake"]


@dataclass(frozen=True, slots=True)
class SettleDeparture:
    """Say why accounts were deactivated (admins); `about` is what the message that asked says of whom it asks."""

    about: str
    choice: Choice
    on: date | None = None


@dataclass(frozen=True, slots=True)
class AnnounceLeaving:
    """Note that somebody will leave on a day, or stays after all (admins); without anybody, who is to leave."""

    person: str | None = None
    on: date | None = None
    cancel: bool = False


@dataclass(frozen=True, slots=True)
class SettingsShow:
    """Show what the organisation has settled (admins)."""


@dataclass(frozen=True, slots=True)
class SettingsChange:
    """Settle what the organisation wants (admins).

    `notices` are the kinds that are told; `lead_days` holds the lead days of kinds as typed; `holidays` is a country's
    code, with a region's behind a dash; `retention` a number of months as typed. None: nothing, or the usual.
    """

    notices: tuple[NoticeKind, ...] = ()
    lead_days: tuple[tuple[NoticeKind, str], ...] = ()
    names_in_channels: bool = False
    alert_channel: str | None = None
    holidays: str | None = None
    retention: str | None = None


@dataclass(frozen=True, slots=True)
class ForecastAsked:
    """Show what is known to come until a day (the anniversary when left out), in all competencies or in one."""

    until: date | None = None
    competency: str | None = None
    unreadable: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AwayAsked:
    """Say that one is away until a day, with whoever stands in as typed; that one is back; or ask who is (admins)."""

    what: Literal["until", "off", "list"]
    until: date | None = None
    deputy: str | None = None


Command: TypeAlias = (
    LinkExam
    | UnlinkExam
    | ClaimProfileId
    | OverrideGrant
    | OverrideList
    | OverrideEnd
    | OverrideWithdraw
    | MembershipSet
    | MarketSet
    | FigureReport
    | FiguresReport
    | FlagSet
    | AuditAsked
    | WithdrawFact
    | MineExport
    | RuleChangesAsked
    | ForecastAsked
    | TenantCommand
    | SettingsShow
    | SettingsChange
    | SettleDeparture
    | AnnounceLeaving
    | AwayAsked
    | DataRequest
    | RoleCommand
)
Request: TypeAlias = Question | Command

"""Which conversation carries out a command."""

from typing import TypeAlias

from handlers.ahead import forecast_reply
from handlers.away import away
from handlers.beginning import begin
from handlers.beside import worked_out
from handlers.data import deal
from handlers.data_requests import ColumnsSaid, EvidenceAsked, ExportAsked, ReconcileAsked
from handlers.departing import leaving, settle_departure
from handlers.figure_requests import FigureReport, FiguresReport
from handlers.figures_pasted import figures
from handlers.flag import flag
from handlers.joining import enrol
from handlers.keeping import keep
from handlers.link import link, unlink
from handlers.market import market
from handlers.membership import membership
from handlers.organisation import organisation, vendor_ids
from handlers.override import override_end, override_grant, override_list, override_withdraw
from handlers.profile import profile
from handlers.programme_requests import ProgrammeCommand, ProgrammeJoin, ProgrammeLeave, ProgrammesShow
from handlers.records import figure
from handlers.reminding import remember
from handlers.replies import Reply
from handlers.requests import (
    AnnounceLeaving,
    AuditAsked,
    AwayAsked,
    ClaimProfileId,
    Command,
    FlagSet,
    ForecastAsked,
    LinkExam,
    MarketSet,
    MembershipSet,
    MineExport,
    OverrideEnd,
    OverrideGrant,
    OverrideList,
    OverrideWithdraw,
    RuleChangesAsked,
    SettingsChange,
    SettingsShow,
    SettleDeparture,
    UnlinkExam,
    WithdrawFact,
)
from handlers.role_requests import (
    GoLive,
    LanguageChosen,
    PeopleAsked,
    ReminderSet,
    RemindersShow,
    RoleCommand,
    RoleGiven,
    RolesShow,
    SetupShow,
    SetupStep,
)
from handlers.room import Room
from handlers.rules import rules
from handlers.settings import settle_settings
from handlers.tenant_requests import OrganisationChosen, VendorIdsSet

Recorded: TypeAlias = (
    MembershipSet | MarketSet | FigureReport | FiguresReport | FlagSet | AuditAsked | WithdrawFact | MineExport
)


async def carry_out(room: Room, command: Command) -> Reply:
    """Carry out a command; its answer is for the speaker alone. Raises RefusedError where it cannot be done."""
    match command:
        case LinkExam() | UnlinkExam() | ClaimProfileId():
            return await _own(room, command)
        case OverrideGrant() | OverrideList() | OverrideEnd() | OverrideWithdraw():
            return await _override(room, command)
        case SettleDeparture() | AnnounceLeaving() | AwayAsked():
            return await _departure(room, command)
        case ForecastAsked() | RuleChangesAsked():
            return await worked_out(room.company, lambda: _shown(room, command))
        case OrganisationChosen() | VendorIdsSet() | SettingsShow() | SettingsChange():
            return await _settings(room, command)
        case _:
            return await _others(room, command)


async def _others(
    room: Room,
    command: ColumnsSaid | ExportAsked | ReconcileAsked | EvidenceAsked | ProgrammeCommand | RoleCommand | Recorded,
) -> Reply:
    match command:
        case ColumnsSaid() | ExportAsked() | ReconcileAsked() | EvidenceAsked():
            return await deal(room, command)
        case ProgrammesShow() | ProgrammeJoin() | ProgrammeLeave():
            return await enrol(room, command)
        case RolesShow() | RoleGiven() | LanguageChosen() | PeopleAsked() | SetupShow() | SetupStep() | GoLive():
            return await begin(room, command)
        case RemindersShow() | ReminderSet():
            return await remember(room, command)
        case _:
            return await _record(room, command)


def _shown(room: Room, command: ForecastAsked | RuleChangesAsked) -> Reply:
    return rules(room, command) if isinstance(command, RuleChangesAsked) else forecast_reply(room, command)


async def _own(room: Room, command: LinkExam | UnlinkExam | ClaimProfileId) -> Reply:
    match command:
        case LinkExam():
            return await link(room, command)
        case UnlinkExam():
            return await unlink(room, command)
        case ClaimProfileId():
            return await profile(room, command)


async def _settings(room: Room, command: OrganisationChosen | VendorIdsSet | SettingsShow | SettingsChange) -> Reply:
    match command:
        case OrganisationChosen():
            return await organisation(room, command)
        case VendorIdsSet():
            return await vendor_ids(room, command)
        case SettingsShow() | SettingsChange():
            return await settle_settings(room, command)


async def _record(room: Room, command: Recorded) -> Reply:
    match command:
        case AuditAsked() | WithdrawFact() | MineExport():
            return await keep(room, command)
        case FlagSet():
            return await flag(room, command)
        case MembershipSet():
            return await membership(room, command)
        case MarketSet():
            return await market(room, command)
        case FigureReport():
            return await figure(room, command)
        case FiguresReport():
            return await figures(room, command)


async def _departure(room: Room, command: SettleDeparture | AnnounceLeaving | AwayAsked) -> Reply:
    match command:
        case AwayAsked():
            return await away(room, command)
        case SettleDeparture():
            return await settle_departure(room, command)
        case AnnounceLeaving():
            return await leaving(room, command)


async def _override(room: Room, command: OverrideGrant | OverrideList | OverrideEnd | OverrideWithdraw) -> Reply:
    match command:
        case OverrideGrant():
            return await override_grant(room, command)
        case OverrideList():
            return override_list(room)
        case OverrideEnd():
            return await override_end(room, command)
        case OverrideWithdraw():
            return await override_withdraw(room, command)

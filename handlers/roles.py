"""Which action of the table of roles a request, a button, a form or a file is."""

from collections.abc import Mapping
from types import MappingProxyType

from domain.ports import Company
from domain.roles import Action, outcome
from handlers.data_requests import ColumnsSaid, ExportAsked
from handlers.programme_requests import ProgrammeJoin, ProgrammeLeave, ProgrammesShow
from handlers.requests import (
    AuditAsked,
    AwayAsked,
    ClaimProfileId,
    Command,
    ForecastAsked,
    Intent,
    LinkExam,
    MineExport,
    Question,
    Request,
    RuleChangesAsked,
    SettingsChange,
    SettingsShow,
    UnlinkExam,
    WithdrawFact,
)
from handlers.role_requests import (
    GoLive,
    LanguageChosen,
    PeopleAsked,
    ReminderSet,
    RemindersShow,
    RoleGiven,
    RolesShow,
    SetupShow,
    SetupStep,
)
from handlers.tenant_requests import OrganisationChosen, VendorIdsSet

INTENTS: Mapping[Intent, Action] = MappingProxyType(
    {
        "need": "levels",
        "status": "levels",
        "contributors": "levels",
        "unknown": "levels",
        "expiring": "forecast",
        "risk": "forecast",
        "whatif": "forecast",
        "next": "forecast",
        "renewal": "membership",
        "benefits": "membership",
        "overrides": "overrides",
        "mine": "own",
        "link": "own",
        "help": "help",
    }
)
ABOUT_PEOPLE: frozenset[Intent] = frozenset({"expiring", "whatif", "next"})
COMMANDS: Mapping[type[Command], Action] = MappingProxyType(
    {
        LinkExam: "own",
        UnlinkExam: "own",
        ClaimProfileId: "own",
        MineExport: "own",
        ExportAsked: "own",
        ColumnsSaid: "import",
        ForecastAsked: "forecast",
        RuleChangesAsked: "rules",
        AuditAsked: "audit",
        AwayAsked: "care",
        OrganisationChosen: "organisation",
        VendorIdsSet: "settings",
        ProgrammesShow: "levels",
        ProgrammeJoin: "settings",
        ProgrammeLeave: "settings",
        SettingsShow: "settings",
        SettingsChange: "settings",
        RolesShow: "roles",
        RoleGiven: "roles",
        LanguageChosen: "own",
        RemindersShow: "reminders",
        ReminderSet: "reminders",
        PeopleAsked: "roles",
        SetupShow: "setup",
        SetupStep: "setup",
        GoLive: "setup",
    }
)
"""What every other command does is to record, which is the strictest."""
PRESSED: Mapping[str, Action] = MappingProxyType(
    {
        "care_take": "care",
        "care_later": "care",
        "care_remind": "care",
        "remind_me": "reminders",
        "remind_on": "reminders",
        "remind_off": "reminders",
        "claim": "own",
        "calendar": "forecast",
        "import": "import",
        "import_cancel": "import",
        "import_withdraw": "import",
        "import_read": "import",
        "reconcile_more": "record",
        "reconcile_file": "record",
        "figures_withdraw": "import",
        "list_more": "own",
        "list_table": "own",
        "list_file": "own",
        "audit_more": "audit",
        "audit_file": "audit",
        "organisation": "organisation",
        "programme_leave": "settings",
        "is_me": "own",
        "why": "levels",
        "nearest": "levels",
        "lapse": "forecast",
        "picture_status": "levels",
        "picture_need": "levels",
        "picture_expiring": INTENTS["expiring"],
    }
)
"""Buttons by the part of the action id before its colon; every other one records."""


def action_of(request: Request) -> Action:
    """The action that a request is."""
    match request:
        case Question(person=str()) if request.intent in ABOUT_PEOPLE:
            return "person"
        case Question():
            return INTENTS[request.intent]
        case WithdrawFact(kind="achievement", about=str()):
            return "own"  # whose it is shows when it is found: another person's is for those who record
        case _:
            return COMMANDS.get(type(request), "record")


def action_pressed(kind: str) -> Action:
    """The action that a button is, by its kind."""
    return PRESSED.get(kind, "record")


def may_in(company: Company, user: str, action: Action) -> bool:
    """Whether a Slack user may do something privately in a company."""
    member = company.members.get(user)
    return member is not None and outcome(action, company.role(member), "private") != "refused"

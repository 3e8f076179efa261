"""Who changed what and when, before and after: filtered, page by page, and as a table."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from types import MappingProxyType
from zoneinfo import ZoneInfo

from domain.archive import AuditEntry, Json
from domain.ports import Company
from handlers.room import Room
from handlers.sheets import Cell, Sheet, as_csv
from handlers.words import Words, escape

KINDS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "achievements": frozenset({"Link", "Unlink", "EndAchievement"}),
        "people": frozenset({"AddPerson", "Rename", "Join", "ClaimProfile", "ReleaseProfile", "Forget"}),
        "associations": frozenset({"Depart", "Return", "CallOff", "Rejoin", "WithdrawAssociation"}),
        "claims": frozenset({"AskHolder", "SettleClaim"}),
        "overrides": frozenset({"GrantOverride", "EndOverride", "WithdrawOverride"}),
        "membership": frozenset({"SetMembership", "WithdrawMembership", "PlaceOrder", "SettleOrder"}),
        "figures": frozenset({"ReportFigure", "WithdrawFigure"}),
        "statuses": frozenset({"SetFlag", "WithdrawFlag"}),
        "market": frozenset({"SetMarket"}),
        "imports": frozenset({"ImportBatch", "WithdrawBatch"}),
        "members": frozenset({"Member", "Care"}),
        "settings": frozenset({"Organisation", "VendorIds"}),
    }
)
"""The kinds of changes that somebody may ask for, and the changes of each."""
HEAD = ("at", "by", "kind", "about", "person", "before", "after", "because")
HIDDEN = frozenset({"id", "updated", "locale", "recorded_by", "recorded_on", "noticed", "announced", "elsewhere"})
LONGEST_VALUE = 120
BY_SUBJECT = frozenset({"ReportFigure", "WithdrawFigure", "SetFlag", "WithdrawFlag"})
FIELDS = (
    frozenset(("credential", "earned", "expires", "state", "evidence", "until", "since", "associations", "name"))
    | {"profile", "level", "value", "anniversary", "purchased", "competency", "person", "ended_on"}
    | {"granted_by", "reason", "ticket", "email", "role", "achievements"}
)
"""The fields of facts that have a name in every language."""


def zone_of(company: Company) -> ZoneInfo:
    """The time zone in which an organisation's days go."""
    return ZoneInfo(company.organisation.time_zone)


def audit_sheet(company: Company, entries: Iterable[AuditEntry], title: str = "audit") -> Sheet:
    """The changes as a table."""
    return Sheet(title, HEAD, [_cells(company, entry) for entry in entries])


def csv_of(company: Company, entries: Iterable[AuditEntry]) -> bytes:
    """The changes as a table in CSV."""
    return as_csv(audit_sheet(company, entries))


def _cells(company: Company, entry: AuditEntry) -> Sequence[Cell]:
    before, after = differing(entry.before, entry.after, Words("en"), _names(company))
    person = "" if entry.person is None else company.person_name(entry.person)
    at = entry.at.astimezone(zone_of(company))
    return (at, who(company, entry.actor), entry.kind, entry.subject, person, before, after, entry.because or "")


def _names(company: Company) -> Mapping[str, str]:
    return {person.id: company.person_name(person.id) for person in company.facts.people}


def who(company: Company, actor: str | None) -> str:
    """Who made a change, by name; the system has none."""
    if not actor:
        return "Assay"
    member = company.members.get(actor)
    return f"{member.name} ({actor})" if member else actor


def differing(before: Json, after: Json, words: Words, names: Mapping[str, str]) -> tuple[str, str]:
    """What differs between two states of a fact, each as short text; empty where there was nothing.

    `names` are those of people by their ids.
    """
    if isinstance(before, dict) and isinstance(after, dict):
        keys = [key for key in {**before, **after} if before.get(key) != after.get(key)]
        was, now = ({key: each.get(key) for key in keys} for each in (before, after))
        return _text(was, words, names), _text(now, words, names)
    return _text(before, words, names), _text(after, words, names)


def _text(value: Json, words: Words, names: Mapping[str, str]) -> str:
    match value:
        case None:
            return ""
        case bool():
            return words.say("audit.yes" if value else "audit.no")
        case dict():
            return ", ".join(_field(key, item, words, names) for key, item in value.items() if _is_told(key, item))
        case list():
            return "; ".join(_text(item, words, names) for item in value)
        case _:
            return names.get(str(value), str(value))


def _is_told(key: str, value: Json) -> bool:
    """Whether a field says something: it is no key of ours, and neither empty nor the usual."""
    if isinstance(value, dict):
        return key not in HIDDEN and any(_is_told(*field) for field in value.items())
    return key not in HIDDEN and value not in (None, "", [], False)


def _field(key: str, value: Json, words: Words, names: Mapping[str, str]) -> str:
    name = words.say(f"audit.field.{key}") if key in FIELDS else key.replace("_", " ")
    return f"{name} {_text(value, words, names)}"


def lines_of(room: Room, entries: Iterable[AuditEntry]) -> Iterator[str]:
    """A line for each change: when, who, what, about whom, before and after it, and why."""
    for entry in entries:
        yield line_of(room, entry)


def line_of(room: Room, entry: AuditEntry) -> str:
    """One change in words; names of people are the room's to tell."""
    words, company = room.words, room.company
    before, after = (_short(text) for text in differing(entry.before, entry.after, words, _names(company)))
    what = words.say(f"audit.kind.{entry.kind}") if entry.kind in SPOKEN else escape(entry.kind)
    person = None if entry.person is None else room.name(entry.person) or "–"
    named = person or (escape(entry.subject) if entry.kind in BY_SUBJECT else "")
    about = f": {named}" if named else ""
    by = f"<@{entry.actor}>" if entry.actor and entry.actor in company.members else escape(who(company, entry.actor))
    line = words.say("audit.line", at=moment(entry.at, room), who=by, what=what + about)
    change = words.say("audit.change", before=before or "–", after=after or "–") if before or after else ""
    because = words.say("audit.because", reason=escape(entry.because)) if entry.because else ""
    return " ".join(part for part in (line, change, because) if part)


def moment(at: datetime, room: Room) -> str:
    """A moment in the organisation's time zone, to the minute."""
    local = at.astimezone(zone_of(room.company))
    return f"{room.words.day(local.date())} {local:%H:%M}"


def _short(text: str) -> str:
    return escape(text if len(text) <= LONGEST_VALUE else text[: LONGEST_VALUE - 1] + "…")


SPOKEN = frozenset[str]().union(*KINDS.values())

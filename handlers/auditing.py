"""Who changed what and when, before and after: filtered, page by page, and as a table."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from types import MappingProxyType
from zoneinfo import ZoneInfo

from domain.archive import AuditEntry, Json
from domain.ports import Company
from handlers.room import Room
from handlers.words import escape

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
HIDDEN = frozenset({"id", "updated", "locale", "recorded_by", "recorded_on", "noticed", "announced"})
DANGEROUS = ("=", "+", "-", "@", "\t", "\r")
LONGEST_VALUE = 120


def zone_of(company: Company) -> ZoneInfo:
    """The time zone in which an organisation's days go."""
    return ZoneInfo(company.organisation.time_zone)


def csv_of(company: Company, entries: Iterable[AuditEntry]) -> bytes:
    """The changes as a table with a head, in UTF-8 with the mark by which spreadsheets know it."""
    written = io.StringIO()
    table = csv.writer(written)
    table.writerow(HEAD)
    for entry in entries:
        table.writerow(map(_harmless, _cells(company, entry)))
    return ("\N{ZERO WIDTH NO-BREAK SPACE}" + written.getvalue()).encode()


def _cells(company: Company, entry: AuditEntry) -> Sequence[str]:
    before, after = differing(entry.before, entry.after)
    person = "" if entry.person is None else company.person_name(entry.person)
    at = entry.at.astimezone(zone_of(company)).isoformat(timespec="seconds")
    return (at, who(company, entry.actor), entry.kind, entry.subject, person, before, after, entry.because or "")


def _harmless(text: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(DANGEROUS) else text


def who(company: Company, actor: str | None) -> str:
    """Who made a change, by name; the system has none."""
    if not actor:
        return "Assay"
    member = company.members.get(actor)
    return f"{member.name} ({actor})" if member else actor


def differing(before: Json, after: Json) -> tuple[str, str]:
    """What differs between two states of a fact, each as short text; empty where there was nothing."""
    if isinstance(before, dict) and isinstance(after, dict):
        keys = [
            key for key in (*before, *(key for key in after if key not in before)) if before.get(key) != after.get(key)
        ]
        return _text({key: before.get(key) for key in keys}), _text({key: after.get(key) for key in keys})
    return _text(before), _text(after)


def _text(value: Json) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case dict():
            shown = {key: _text(item) for key, item in value.items() if key not in HIDDEN}
            return ", ".join(f"{key} {text}" for key, text in shown.items() if text)
        case list():
            return "; ".join(_text(item) for item in value)
        case _:
            return str(value)


def lines_of(room: Room, entries: Iterable[AuditEntry]) -> Iterator[str]:
    """A line for each change: when, who, what, about whom, before and after it, and why."""
    for entry in entries:
        yield line_of(room, entry)


def line_of(room: Room, entry: AuditEntry) -> str:
    """One change in words; names of people are the room's to tell."""
    words, company = room.words, room.company
    before, after = (_short(text) for text in differing(entry.before, entry.after))
    what = words.say(f"audit.kind.{entry.kind}") if entry.kind in SPOKEN else escape(entry.kind)
    person = None if entry.person is None else room.name(entry.person) or "–"
    about = f": {person}" if person else ""
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

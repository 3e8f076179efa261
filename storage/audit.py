"""What a change touched, before and after it, as data for the audit."""

from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from typing import TypeAlias

from domain.batches import ImportBatch, WithdrawBatch
from domain.buying import Deed, PlaceOrder, SetMembership, SettleOrder, WithdrawMembership
from domain.changes import (
    AddPerson,
    Change,
    ClaimProfile,
    EndAchievement,
    EndOverride,
    GrantOverride,
    Link,
    PersonalChange,
    Rename,
    ReportFigure,
    SetFlag,
    SetMarket,
    Unlink,
    WithdrawOverride,
)
from domain.claims import AskHolder, Join, ReleaseProfile, SettleClaim
from domain.corrections import WithdrawAssociation, WithdrawFigure, WithdrawFlag
from domain.dates import Month
from domain.departures import CallOff, Depart, Rejoin, Return
from domain.enrolments import Enrol, LeaveProgramme
from domain.facts import Facts, Person

_NAMED: Mapping[type, str] = {
    Unlink: "achievement",
    EndAchievement: "achievement",
    EndOverride: "override",
    WithdrawOverride: "override",
    SettleOrder: "order",
    SetFlag: "name",
    WithdrawFlag: "name",
    WithdrawAssociation: "association",
    Enrol: "programme",
    LeaveProgramme: "programme",
}
"""The field that names what a change is about, where it is neither a person nor a new fact."""

Json: TypeAlias = str | int | bool | list["Json"] | dict[str, "Json"] | None


def as_json(value: object) -> Json:
    """Facts as JSON: dates and months in ISO form, amounts as text, so that nothing is rounded."""
    match value:
        case None | bool() | int() | str():
            return value
        case date():
            return value.isoformat()
        case Decimal() | Month():
            return str(value)
        case Mapping():
            return {str(key): as_json(item) for key, item in value.items()}
        case Iterable():
            return [as_json(item) for item in value]
        case _ if is_dataclass(value):
            return {field.name: as_json(getattr(value, field.name)) for field in fields(value)}
        case _:
            raise TypeError(f"{type(value).__name__} has no place in the audit")


def subject_of(change: Change) -> str:
    """The id or name of what a change is about."""
    match change:
        case Link(achievement=fact) | GrantOverride(override=fact):
            return fact.id or ""
        case SetMembership() | WithdrawMembership() | PlaceOrder() | SetMarket() | ReportFigure() | WithdrawFigure():
            return _of_company(change)
        case ImportBatch() | WithdrawBatch():
            return _of_file(change)
        case _:
            return str(getattr(change, _NAMED.get(type(change), "person")))


def because_of(change: Change) -> str | None:
    """Why a change was made, where it says so."""
    return getattr(change, "reason", None) or None


def _of_file(change: ImportBatch | WithdrawBatch) -> str:
    return change.batch.id if isinstance(change, ImportBatch) else change.batch


def _of_company(
    change: SetMembership | WithdrawMembership | PlaceOrder | SetMarket | ReportFigure | WithdrawFigure,
) -> str:
    match change:
        case SetMembership() | WithdrawMembership():
            return "membership"
        case PlaceOrder(order):
            return order.id or ""
        case SetMarket():
            return "market"
        case ReportFigure() | WithdrawFigure():
            return f"{change.metric} {change.month}"


def person_of(change: Change) -> str | None:
    """The person whose data the change holds, if it holds any."""
    match change:
        case GrantOverride():
            return getattr(change.override, "person", None)
        case (
            EndOverride()
            | WithdrawOverride()
            | SetMembership()
            | WithdrawMembership()
            | PlaceOrder()
            | SettleOrder()
            | SetMarket()
            | ReportFigure()
            | SetFlag()
            | WithdrawFigure()
            | WithdrawFlag()
            | ImportBatch()
            | WithdrawBatch()
            | Enrol()
            | LeaveProgramme()
        ):
            return None
        case _:
            return change.person


def touched(facts: Facts, change: Change) -> Json:
    """The part of the facts that a change is about: None where there is nothing of it.

    Of a batch only what it is and how much it holds: its rows carry it.
    """
    match change:
        case ImportBatch() | WithdrawBatch():
            return _size(change)
        case Enrol(programme) | LeaveProgramme(programme):
            return facts.elsewhere[programme].market if programme in facts.elsewhere else None
        case GrantOverride() | EndOverride() | WithdrawOverride():
            subject = subject_of(change)
            return as_json(next((o for o in facts.overrides if o.id == subject), None))
        case SetMembership() | WithdrawMembership() | PlaceOrder() | SettleOrder():
            return as_json(_of_deed(facts, change))
        case SetMarket() | ReportFigure() | WithdrawFigure() | SetFlag() | WithdrawFlag() | AskHolder() | SettleClaim():
            return as_json(_of_the_company(facts, change))
        case _:
            person = next((p for p in facts.people if p.id == change.person), None)
            return None if person is None else as_json(_part(person, change))


def _claim_of(change: AskHolder | SettleClaim) -> str:
    return change.claim.id if isinstance(change, AskHolder) else change.claim


def _size(change: ImportBatch | WithdrawBatch) -> Json:
    if isinstance(change, ImportBatch):
        return as_json(change.batch)
    return {"people": len(change.people), "achievements": len(change.achievements)}


def _of_deed(facts: Facts, change: Deed) -> object:
    if isinstance(change, SetMembership | WithdrawMembership):
        return facts.membership
    subject = subject_of(change)
    return next((order for order in facts.orders if order.id == subject), None)


def _of_the_company(
    facts: Facts, change: SetMarket | ReportFigure | WithdrawFigure | SetFlag | WithdrawFlag | AskHolder | SettleClaim
) -> object:
    match change:
        case AskHolder() | SettleClaim():
            return next((claim for claim in facts.claims if claim.id == _claim_of(change)), None)
        case SetMarket():
            return facts.market
        case ReportFigure() | WithdrawFigure():
            return facts.figures.get(change.metric, {}).get(change.month)
        case SetFlag() | WithdrawFlag():
            value, until = facts.flags.get(change.name), facts.flag_ends.get(change.name)
            return value if until is None else {"value": value, "until": until}


def _part(person: Person, change: AddPerson | PersonalChange | Join | ReleaseProfile | WithdrawAssociation) -> object:
    match change:
        case AddPerson() | Join():
            return person
        case ClaimProfile() | ReleaseProfile():
            return person.profile
        case Depart() | Return() | CallOff() | Rejoin() | WithdrawAssociation():
            return person.associations
        case Rename():
            return person.name
        case Link() | Unlink() | EndAchievement():
            subject = subject_of(change)
            return next((a for a in person.achievements if a.id == subject), None)

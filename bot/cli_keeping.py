"""`assay forget` and `assay audit`: what is kept of people and of changes, from the command line."""

import sys
from datetime import UTC, date, datetime, timedelta

import typer

from bot.cli_bot import with_settings
from bot.cli_common import DONE, WRONG_INPUT, WrongInputError, complain, day_of
from bot.cli_import import room_of
from bot.settings import Settings
from bot.wiring import recorded
from domain.archive import AuditFilter, StillHereError
from domain.facts import Person
from domain.ports import Company
from handlers.auditing import KINDS, csv_of, lines_of, zone_of
from handlers.errors import RefusedError, sentence_for
from handlers.forgetting import people_called
from handlers.words import Words
from storage.ids import new_id


def run_forget(person: str, organisation: str | None) -> int:
    """`assay forget PERSON`: 0 forgotten, or forgotten before; 2 nobody, several, or somebody who still counts."""
    return with_settings((), lambda settings: _forget(settings, person, organisation))


async def _forget(settings: Settings, typed: str, organisation: str | None) -> int:
    async with recorded(settings) as records:
        try:
            room = await room_of(records, organisation)
            person = _one(room.company, typed)
            done = await records.stored.forget(room.company.organisation.id, person.id, room.today, None, new_id())
        except StillHereError:
            complain([f"{typed} still counts here: end that first, in Slack by /assay leaving."])
            return WRONG_INPUT
        except (RefusedError, WrongInputError) as error:
            complain([_said(error)])
            return WRONG_INPUT
    typer.echo(f"Forgotten: {person.id}." if done else f"Forgotten before: {person.id}. Nothing was changed.")
    return DONE


def _one(company: Company, typed: str) -> Person:
    found = people_called(company, typed)
    if len(found) == 1:
        return found[0]
    if not found:
        raise WrongInputError(f"Nobody on record is called {typed}. Give a name, an e-mail address, or an id.")
    listed = "\n".join(f"  {person.id}  {company.person_name(person.id)}{_period(person)}" for person in found)
    raise WrongInputError(f"{typed} may be one of several; give the id of the one that is meant:\n{listed}")


def _period(person: Person) -> str:
    periods = person.associations or ()
    return "".join(f", {each.since} to {each.until or 'today'}" for each in periods)


def run_audit(
    person: str | None, kind: str | None, days: tuple[str | None, str | None], organisation: str | None, *, as_csv: bool
) -> int:
    """`assay audit`: who changed what, the newest first; 2 where somebody or something unknown is asked for."""
    return with_settings((), lambda settings: _audit(settings, person, kind, days, organisation, as_csv=as_csv))


async def _audit(
    settings: Settings,
    person: str | None,
    kind: str | None,
    days: tuple[str | None, str | None],
    organisation: str | None,
    *,
    as_csv: bool,
) -> int:
    async with recorded(settings) as records:
        try:
            room = await room_of(records, organisation)
            wanted = _wanted(room.company, person, kind, *days)
        except (RefusedError, WrongInputError) as error:
            complain([_said(error)])
            return WRONG_INPUT
        found = await records.stored.audited(room.company.organisation.id, wanted)
    if as_csv:
        sys.stdout.buffer.write(csv_of(room.company, found))
    else:
        typer.echo("\n".join(lines_of(room, found)) or "Nothing was changed.")
    return DONE


def _wanted(
    company: Company, person: str | None, kind: str | None, since: str | None, until: str | None
) -> AuditFilter:
    if kind is not None and kind not in KINDS:
        raise WrongInputError(f"{kind} is no kind of change. Known are {', '.join(KINDS)}.")
    who = None if person is None else _one(company, person)
    member = None if who is None else company.member_of_person(who.id)
    ends = [None if day is None else day_of(name, day) for name, day in (("--since", since), ("--until", until))]
    return AuditFilter(
        person=who.id if who else None,
        user=member.user if member else None,
        kinds=KINDS[kind] if kind else frozenset(),
        since=_midnight(company, ends[0]),
        until=_midnight(company, ends[1] + timedelta(days=1) if ends[1] else None),
    )


def _midnight(company: Company, day: date | None) -> datetime | None:
    if day is None:
        return None
    return datetime.combine(day, datetime.min.time(), zone_of(company)).astimezone(UTC)


def _said(error: Exception) -> str:
    return sentence_for(error, Words("en"), "") if isinstance(error, RefusedError) else str(error)

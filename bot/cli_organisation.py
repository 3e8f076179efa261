"""`assay organisation`: the organisations that this deployment serves, and one more."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta

import typer

from bot.cli_bot import with_settings
from bot.cli_common import DONE, WRONG_INPUT, complain
from bot.clock import utc_now
from bot.installing import CODE, INSTALL
from bot.meeting import PROGRAMME
from bot.settings import MANY, Settings
from bot.wiring import Records, recorded
from domain.enrolments import programmes_of
from domain.ports import Actor, Company, Organisation
from domain.requirements import Market
from storage.ids import new_id
from storage.installations import invite

INVITED_FOR = timedelta(days=7)
ACTOR = Actor(None, "assay organisation add")


@dataclass(frozen=True, slots=True)
class NewOrganisation:
    """What was typed of an organisation to add; `team` is the Slack workspace, None where there is only one."""

    name: str
    team: str | None
    admins: tuple[str, ...]
    vendor_ids: tuple[str, ...]
    market: Market
    programme: str | None = None


def add_organisation(new: NewOrganisation) -> int:
    """`assay organisation add`: 0 added, 2 it cannot be."""
    return with_settings((), lambda settings: _add(settings, new))


def invite_organisation(name: str) -> int:
    """`assay organisation add NAME --invite`: 0 invited, 2 it cannot be."""
    return with_settings(MANY, lambda settings: _invite(settings, name))


def list_organisations(*, as_json: bool) -> int:
    """`assay organisation list`."""
    return with_settings((), lambda settings: _list(settings, as_json=as_json))


async def _add(settings: Settings, new: NewOrganisation) -> int:
    async with recorded(settings) as records:
        known = await _all(records)
        wrong, programme = list(_mistakes(known, new)), new.programme or PROGRAMME
        if programme not in records.catalogue:
            wrong.append(f"The programme {programme} is not known: say --programme with {_one_of(records.catalogue)}.")
        taken = await records.stored.by_vendor_id(programme, new.vendor_ids)
        wrong += [f"The id {each} is another organisation's: check the number." for each in sorted(taken)]
        if wrong:
            complain(wrong)
            return WRONG_INPUT
        beside = next(c for c in known if new.team in {None, c.team})
        zone = beside.organisation.time_zone
        made = Organisation(new_id(), new.name, programme, zone, admins=new.admins, roles=((new.admins[0], "owner"),))
        await records.stored.found(beside.team, made, new.market)
        await _write_ids(records, made, new.vendor_ids)
    typer.echo(f"Added {new.name} ({made.id}) to the workspace {beside.team}.")
    return DONE


def _one_of(ids: Iterable[str]) -> str:
    return ", ".join(sorted(ids))


async def _invite(settings: Settings, name: str) -> int:
    async with recorded(settings) as records:
        wrong = list(_mistaken_name(await _all(records), name))
        if wrong:
            complain(wrong)
            return WRONG_INPUT
        code = await invite(records.database, name.strip(), utc_now(), INVITED_FOR)
    typer.echo(f"{INSTALL}?{CODE}={code}")
    typer.echo(
        f"This opens once, within {INVITED_FOR.days} days: put the address of `assay serve` before it, and send it to "
        f"whoever installs Assay in the workspace of {name.strip()}."
    )
    return DONE


async def _write_ids(records: Records, made: Organisation, vendor_ids: Sequence[str]) -> None:
    if vendor_ids:
        async with records.stored.change(made.id, ACTOR) as ledger:
            await ledger.set_vendor_ids(vendor_ids)


def _mistakes(known: Sequence[Company], new: NewOrganisation) -> list[str]:
    """Everything about the organisation that cannot be, each with its cure."""
    wrong: list[str] = []
    teams = sorted({company.team for company in known})
    if not teams:
        return ["No Slack workspace is known yet: start the bot once with `assay run`, then add organisations."]
    if new.team is None and len(teams) > 1:
        wrong.append(f"Several workspaces are known: say --team with one of {', '.join(teams)}.")
    if new.team is not None and new.team not in teams:
        wrong.append(f"The workspace {new.team} is not known: say --team with one of {', '.join(teams)}.")
    wrong += _mistaken_name(known, new.name)
    users = {user for company in known if new.team in {None, company.team} for user in company.members}
    wrong += [f"{user} is no user of the workspace: copy the member ID." for user in new.admins if user not in users]
    if not new.admins:
        wrong.append("It has no admin: say --admin with the Slack user id of each.")
    wrong += [f"{each} is no id at the vendor: give digits only." for each in new.vendor_ids if not each.isdigit()]
    return wrong


def _mistaken_name(known: Sequence[Company], name: str) -> list[str]:
    if not name.strip():
        return ["The name is empty: give the organisation's name."]
    there = (company.team for company in known if company.organisation.name.casefold() == name.strip().casefold())
    said = "An organisation called {} is there already, in the workspace {}, and has that one alone: give another name."
    return [said.format(name, team) for team in there]


async def _list(settings: Settings, *, as_json: bool) -> int:
    async with recorded(settings) as records:
        found = [(company, await records.stored.vendor_ids(company.organisation.id)) for company in await _all(records)]
    if as_json:
        typer.echo(json.dumps([_as_json(*each) for each in found], ensure_ascii=False))
        return DONE
    for company, ids in found:
        organisation = company.organisation
        admins = ", ".join(admin.user for admin in company.admins) or "no admin"
        said = f"at the vendor {', '.join(ids)}" if ids else "no id at the vendor recorded"
        where = f"workspace {company.team}; in {', '.join(programmes_of(company))}"
        typer.echo(f"{organisation.name} ({organisation.id}): {where}; admins {admins}; {said}")
    return DONE


def _as_json(company: Company, vendor_ids: Sequence[str]) -> dict[str, object]:
    organisation = company.organisation
    return {
        "id": organisation.id,
        "name": organisation.name,
        "workspace": company.team,
        "programmes": list(programmes_of(company)),
        "admins": [admin.user for admin in company.admins],
        "vendor_ids": list(vendor_ids),
    }


async def _all(records: Records) -> list[Company]:
    return [await records.stored.get(organisation) for organisation in await records.stored.organisations()]

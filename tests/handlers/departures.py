"""Departures in tests: a company that people leave, what admins are asked, and how they answer."""

from dataclasses import replace
from datetime import date

from domain.facts import Association, Facts
from domain.notices import Owed
from domain.ports import Member
from handlers.replies import Reply, Submitted
from tests.handlers.contoso import buttons, caller
from tests.handlers.fabrikam import ADMIN, FACTS, Fabrikam, holder

SINCE = date(2017, 1, 1)
GRACE = "U0GRACE"
ASKED = (
    "What is it? _Left_ ends it for good, on a day of your choice. _On leave_ lets Bob Ross go on counting although "
    "the account is off. _Mistake_ undoes it."
)


def staff(count: int = 8) -> Fabrikam:
    """A company of Ada, Bob and more people with accounts of whom nothing depends."""
    more = [holder(f"p{number}", f"Person {number}") for number in range(count)]
    members = [Member(f"U0P{number}", f"Person {number}", "member", f"p{number}") for number in range(count)]
    company = Fabrikam(replace(FACTS, people=(*FACTS.people, *more)))
    known = company.companies.states["fabrikam"]
    listed = {**known.company.members, **{m.user: m for m in members}, GRACE: Member(GRACE, "Grace", "admin")}
    company.companies.states["fabrikam"] = replace(known, company=replace(known.company, members=listed))
    return company


async def gone(company: Fabrikam, *users: str, event: str = "Ev") -> Reply:
    """Accounts are deactivated one after another; the message about the last departure that was told."""
    for user in users:
        await company.changes(replace(company.company.members[user], active=False), f"{event}-{user}")
    return company.message(departed(company))


def departed(company: Fabrikam) -> list[Owed]:
    """What is owed of departures, the newest only."""
    return [owed for owed in company.told() if owed.kind.startswith("departed")][-1:]


def labels(reply: Reply) -> list[str]:
    """What stands on the buttons that settle a departure."""
    ours = ("departed_", "open:left")
    return [button["text"]["text"] for button in buttons(reply) if button["action_id"].startswith(ours)]


async def press(company: Fabrikam, reply: Reply, label: str, user: str = ADMIN) -> Reply:
    """What a button of a message brings."""
    button = next(b for b in buttons(reply) if b["text"]["text"] == label)
    return await company.conversations.press(button["action_id"], button["value"], caller(user))


async def left_on(company: Fabrikam, reply: Reply, day: str, label: str = "Left on …", user: str = ADMIN) -> Submitted:
    """What the form brings that a button opens."""
    view = (await press(company, reply, label, user)).view
    assert view is not None
    state = {"on": {"on": {"type": "datepicker", "selected_date": day}}}
    return await company.conversations.submit(view["callback_id"], state, caller(user), view["private_metadata"])


def associations(company: Fabrikam, person: str) -> tuple[Association, ...] | None:
    """Since when and until when somebody counts."""
    facts: Facts = company.company.facts
    return facts.people[facts.place_of[person]].associations

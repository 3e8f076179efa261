"""What changed in the rules, and what it does to the company. For admins."""

from datetime import date

from domain.renewing import member_since
from domain.rulediff import rule_changes, shifts
from domain.standing import standing
from handlers.errors import RefusedError
from handlers.render.rule_effects import rules_reply
from handlers.replies import Reply
from handlers.requests import RuleChangesAsked
from handlers.room import Room


def rules(room: Room, request: RuleChangesAsked) -> Reply:
    """Show what changed between two days; since the version before the newest when none is named.

    Raises RefusedError.
    """
    if request.unreadable:
        raise RefusedError("change.form")
    since, until = request.since or _before_the_newest(room), request.until or room.today
    if until < since:
        said = {"since": room.words.date(since), "until": room.words.date(until)}
        raise RefusedError("change.order", **said, since_iso=since.isoformat(), until_iso=until.isoformat())
    facts, today = room.company.facts, room.today
    member = member_since(room.programme, facts, today)
    changes = rule_changes(room.programme, since, until, request.competency, member)
    before, after = (standing(room.programme, facts, today, day) for day in (since, until))
    return rules_reply(room, changes, shifts(changes, before, after))


def _before_the_newest(room: Room) -> date:
    """The day of the rules before the newest ones that are in force."""
    days = [day for day in room.programme.rule_dates if day <= room.today]
    return days[-2] if len(days) > 1 else room.programme.rule_dates[0]

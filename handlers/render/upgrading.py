"""Whether a company can move up to a higher level in the middle of its year: yes, no or not known, and why."""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from domain.conditions import Status
from domain.membership import MembershipState, Offer
from handlers.render.phrases import Phrases
from handlers.room import Room

ANSWERS: Mapping[Status, str] = MappingProxyType(
    {Status.MET: "member.up_yes", Status.NOT_MET: "member.up_no", Status.NOT_KNOWN: "member.up_unknown"}
)


def upgrade_lines(room: Room, found: MembershipState, level: str | None, why: Callable[[Offer], str]) -> Iterator[str]:
    """A line for each higher level, or for the one that is asked for; `why` says by which competencies, or why not."""
    words, phrases = room.words, Phrases(room.words, room.programme)
    levels = tuple(room.programme.levels)
    offers = [offer for offer in found.offers if offer.kind == "upgrade" and level in {None, offer.level}]
    for offer in offers:
        yield words.say(ANSWERS[offer.status], level=phrases.level(offer.level), why=why(offer))
    if offers:
        return
    held = found.membership.level if found.membership is not None and found.phase in {"active", "at_risk"} else None
    if held is None:
        yield words.say("member.up_none")
    elif held == levels[-1]:
        yield words.say("member.up_highest", level=phrases.level(held))
    elif level is not None and levels.index(level) <= levels.index(held):
        yield words.say("member.up_have", level=phrases.level(held))
    else:
        yield words.say("member.up_ended")

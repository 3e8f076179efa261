"""The membership as it stands: where it is in its life, when it may be renewed, what may be done, what is displayed."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from domain.conditions import Status
from domain.facts import LevelOverride, Override
from domain.membership import Badge, Carrier, MembershipState, Offer, Phase
from domain.membership_years import RenewalDates, Year
from handlers.render.blocks import context, sections
from handlers.render.effects import level_name
from handlers.render.membership import order_lines
from handlers.render.membership_rules import ended_lines, ground_lines, how_words, note_lines, place_lines
from handlers.render.phrases import ICONS, Phrases
from handlers.render.upgrading import upgrade_lines
from handlers.replies import Block
from handlers.room import Room
from handlers.words import escape

UNCERTAIN = "⚠️"
WITHOUT: Mapping[Phase, str] = MappingProxyType({"qualified": "member.qualified", "started": "member.started"})


@dataclass(frozen=True, slots=True)
class MembershipAnswer:
    """The state, and of what the question asks in particular.

    `level`: whether one can renew at it; `upgrade`: whether one can move up, to that level or to any; `tells_risks`:
    the reader may know what is still to come.
    """

    state: MembershipState
    level: str | None
    tells_risks: bool
    upgrade: bool = False


def is_short(answer: MembershipAnswer) -> str | None:
    """The level that the membership needs, where it is not met or will not be; None where all is well."""
    wanted = answer.level or (answer.state.membership.level if answer.state.membership is not None else None)
    offers = [offer for offer in answer.state.offers if wanted in {None, offer.level}]
    if not offers:
        return None
    ahead = offers[0].ahead if answer.tells_risks else None
    return None if offers[0].status is Status.MET and ahead in {None, Status.MET} else offers[0].level


def membership_text(room: Room, answer: MembershipAnswer) -> list[str]:
    """The answer in lines."""
    return [line for part in _parts(room, answer) for line in part]


def membership_blocks(room: Room, answer: MembershipAnswer) -> list[Block]:
    """The same as paragraphs, with the ground as small print."""
    found, words = answer.state, room.words
    rules = [found.dates.rule if found.dates is not None else room.programme.membership_on(found.on)]
    rules += [found.next_year.rule] if found.next_year is not None else []
    rules += [found.order.rule] if found.order is not None else []
    small = [*ground_lines(room, found.on, rules), *note_lines(room, rules)]
    small += place_lines(room, "competencies", "member.where")
    body = [block for part in _parts(room, answer) if part for block in sections(part, words)]
    return [*body, context(small, words)]


def _parts(room: Room, answer: MembershipAnswer) -> Iterator[list[str]]:
    yield [*_asked(room, answer), *membership_head(room, answer)]
    yield list(_window(room, answer.state))
    yield list(_offers(room, answer))
    yield list(_badges(room, answer.state))
    if answer.state.ended:
        yield list(ended_lines(room, answer.state.on))


def _asked(room: Room, answer: MembershipAnswer) -> list[str]:
    """The answer to a question that is answered by yes or no."""
    if answer.upgrade:
        return list(upgrade_lines(room, answer.state, answer.level, lambda offer: _why(room, offer)))
    return [_can_renew(room, answer, answer.level)] if answer.level is not None else []


def membership_head(room: Room, answer: MembershipAnswer) -> Iterator[str]:
    """Where the membership is in its life, in a line or two."""
    found, words, phrases = answer.state, room.words, Phrases(room.words, room.programme)
    if found.phase in WITHOUT:
        yield words.say(WITHOUT[found.phase])
    elif found.phase == "ordered" and found.order is not None:
        order = found.order.order
        yield words.say("member.ordered", level=phrases.level(order.level), day=words.date(order.ordered))
        yield from order_lines(room, order)
        return
    elif found.dates is not None and found.membership is not None:
        yield _phase(room, answer, found.dates, phrases.level(found.membership.level))
        yield from _short(room, answer)
    yield from _order(room, found)


def _phase(room: Room, answer: MembershipAnswer, dates: RenewalDates, level: str) -> str:
    found, words = answer.state, room.words
    said = {"level": level, "day": words.date(dates.anniversary)}
    if found.phase == "lapsed":
        return words.say("member.lapsed", **said)
    ends = dates.closes if found.phase == "grace" else dates.anniversary
    key = "active" if found.phase == "at_risk" and not answer.tells_risks else found.phase
    left = (ends - found.on).days
    if left == 0:
        return words.say(f"member.{key}_today", **said)
    return words.say(f"member.{key}", **said, n=left, closes=words.date(dates.closes))


def _short(room: Room, answer: MembershipAnswer) -> Iterator[str]:
    risk = answer.state.outlook
    if answer.tells_risks and risk is not None and risk.status is Status.NOT_MET and risk.short_from is not None:
        level = Phrases(room.words, room.programme).level(risk.level)
        yield room.words.say("member.at_risk_since", level=level, day=room.words.date(risk.short_from))


def _order(room: Room, found: MembershipState) -> Iterator[str]:
    if found.order is None:
        return
    words, order = room.words, found.order.order
    said = {"level": Phrases(words, room.programme).level(order.level), "day": words.date(order.ordered)}
    if found.order.status == "expired" and found.order.expires is not None:
        yield words.say("member.order_expired", **said, expires=words.date(found.order.expires))
    else:
        yield words.say("member.on_order", **said)
        yield from order_lines(room, order)


def _can_renew(room: Room, answer: MembershipAnswer, level: str) -> str:
    """Yes, no or not known, and why, to somebody who asks whether one can renew at a level."""
    status, why = _whether(room, answer.state, level)
    key = {Status.MET: "member.yes", Status.NOT_MET: "member.no", Status.NOT_KNOWN: "member.unknown"}[status]
    return room.words.say(key, level=Phrases(room.words, room.programme).level(level), why=why)


def _whether(room: Room, found: MembershipState, level: str) -> tuple[Status, str]:
    words, end = room.words, room.programme.end
    if found.ended and end is not None:
        return Status.NOT_MET, words.say("member.why_ended", day=words.date(end.last_renewal))
    offer = next((each for each in found.offers if each.kind == "renew" and each.level == level), None)
    if found.dates is None or offer is None:
        if found.dates is None or found.membership is None:
            return Status.NOT_MET, words.say("member.why_none")
        return Status.NOT_MET, words.say("member.why_over", day=words.date(found.dates.closes))
    if found.dates.is_open(found.on) is False and found.dates.opens is not None:
        return Status.NOT_MET, words.say("member.why_early", day=words.date(found.dates.opens))
    if found.dates.is_open(found.on) is None and offer.status is Status.MET:
        return Status.NOT_KNOWN, words.say("member.why_unpublished", why=_why(room, offer))
    return offer.status, _why(room, offer)


def _why(room: Room, offer: Offer) -> str:
    """By which competencies a level may be bought, or why not."""
    words = room.words
    held = [_carrier(room, carrier) for carrier in offer.carriers]
    met = any(carrier.status is Status.MET for carrier in offer.carriers)
    if offer.status is Status.MET:
        key = "member.why_met" if len(held) == 1 else "member.why_met_several"
        return words.say(key, competencies=words.both(held))
    if met:
        return words.say("member.why_late" if offer.status is Status.NOT_MET else "member.why_late_unknown")
    if offer.status is Status.NOT_KNOWN:
        return words.say("member.why_unknown", competencies=words.both(held))
    return words.say("member.why_not_met")


def _carrier(room: Room, carrier: Carrier) -> str:
    name = Phrases(room.words, room.programme).competency(carrier.competency)
    if carrier.override_until is None:
        return name
    return room.words.say("member.by_override", competency=name, day=room.words.date(carrier.override_until))


def _window(room: Room, found: MembershipState) -> Iterator[str]:
    if found.dates is None or found.phase == "ordered":
        return
    words, dates = room.words, found.dates
    if found.phase == "lapsed":
        yield from _lost(room, dates)
        return
    yield _renewable(room, dates)
    if not dates.possible:
        return
    if dates.closes > dates.anniversary:
        late = dates.rule.late if dates.rule is not None else None
        allowed = {True: "member.late", False: "member.not_late", None: "member.late_unknown"}
        yield words.say(allowed[late.allowed if late is not None else None])
    yield from _next(room, found, found.next_year)
    yield from _lost(room, dates)
    yield from (_ending(room, override) for override in found.endings)


def _renewable(room: Room, dates: RenewalDates) -> str:
    words, end = room.words, room.programme.end
    if not dates.possible and end is not None:
        return words.say("member.window_never", day=words.date(end.last_renewal))
    if dates.opens is None:
        return words.say("member.window_until", closes=words.date(dates.closes))
    return words.say("member.window", opens=words.date(dates.opens), closes=words.date(dates.closes))


def _next(room: Room, found: MembershipState, year: Year | None) -> Iterator[str]:
    words, term = room.words, year.rule.renewed if year is not None and year.rule is not None else None
    if year is None or found.dates is None:
        return
    if term is None or year.anniversary is None:
        yield words.say("member.next_unknown")
        return
    day = max(found.on, found.dates.opens or found.dates.anniversary)
    said = {"day": words.date(day), "anniversary": words.date(year.anniversary)}
    yield words.say("member.next", **said, how=how_words(term, words))


def _lost(room: Room, dates: RenewalDates) -> Iterator[str]:
    lost = dates.rule.lost if dates.rule is not None else None
    if lost is not None and dates.possible:
        text = escape(room.words.name(lost.text))
        yield room.words.say("member.lost", day=room.words.date(dates.closes), text=text)


def _ending(room: Room, override: Override) -> str:
    phrases = Phrases(room.words, room.programme)
    if isinstance(override, LevelOverride):
        what = level_name(override.competency, override.level, phrases)
    else:
        known = override.credential in room.programme.credentials
        code = phrases.credential(override.credential, with_title=False) if known else escape(override.credential)
        what = room.words.say("member.override_of_person", code=code)
    return room.words.say("member.ending", what=what, day=room.words.date(override.until))


def _offers(room: Room, answer: MembershipAnswer) -> Iterator[str]:
    found, words = answer.state, room.words
    offers = [each for each in found.offers if answer.level in {None, each.level}]
    if not offers:
        return
    yield words.say("member.offers")
    for offer in offers:
        what = _what(room, found, offer)
        ahead = _ahead(room, answer, offer)
        icon, why = UNCERTAIN if ahead else ICONS[offer.status], "; ".join([_why(room, offer), *ahead])
        yield words.say("member.offered", icon=icon, what=what, why=why)
    if any(offer.kind == "upgrade" for offer in offers):
        yield _upgrade(room, found)


def _what(room: Room, found: MembershipState, offer: Offer) -> str:
    words, level = room.words, Phrases(room.words, room.programme).level(offer.level)
    opens = found.dates.opens if found.dates is not None and offer.kind == "renew" else None
    if opens is not None and opens > found.on:
        return words.say("member.offer.renew_from", level=level, day=words.date(opens))
    return words.say(f"member.offer.{offer.kind}", level=level)


def _ahead(room: Room, answer: MembershipAnswer, offer: Offer) -> Sequence[str]:
    if not answer.tells_risks or offer.status is not Status.MET or offer.ahead in {None, Status.MET}:
        return ()
    key = "member.ahead_not_met" if offer.ahead is Status.NOT_MET else "member.ahead_not_known"
    return (room.words.say(key),)


def _upgrade(room: Room, found: MembershipState) -> str:
    rule = room.programme.membership_on(found.on)
    if rule is None or rule.upgrade is None:
        return room.words.say("member.upgrade_unknown")
    how = how_words(rule.upgrade.term, room.words)
    return room.words.say("member.upgrade", discount=rule.upgrade.discount, how=how)


def _badges(room: Room, found: MembershipState) -> Iterator[str]:
    words = room.words
    if found.badges:
        yield words.say("member.badges", day=words.date(found.badges[0].until))
        yield from (_badge(room, badge) for badge in found.badges)
    elif found.membership is not None and found.phase in {"active", "at_risk", "grace"}:
        level = Phrases(words, room.programme).level(found.membership.level)
        yield words.say("member.no_badges", level=level, day=words.date(found.membership.purchased))


def _badge(room: Room, badge: Badge) -> str:
    what = level_name(badge.competency, badge.level, Phrases(room.words, room.programme))
    if badge.alone is Status.MET:
        return room.words.say("member.badge", what=what)
    if badge.alone is Status.NOT_KNOWN:
        return room.words.say("member.badge_unknown", what=what)
    if badge.unmet_since is None:
        return room.words.say("member.badge_not", what=what)
    return room.words.say("member.badge_since", what=what, day=room.words.date(badge.unmet_since))

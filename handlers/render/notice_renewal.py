"""The renewal, in lines: whether the requirements will be met, what is short, until when one can renew, and where."""

from collections.abc import Iterator
from datetime import date

from domain.conditions import Status
from domain.facts import Membership
from domain.membership_rules import MembershipRule
from domain.membership_years import RenewalDates, renewal_dates
from domain.notice_renewal import last_day
from domain.owed import Owed
from domain.risk import LevelOutlook, MembershipOutlook, outlooks
from handlers.render.notice_risks import nearest_levels
from handlers.render.telling import Telling
from handlers.words import escape

LAST_CALL = 14
"""So many days before it can be renewed no more it is a last call."""


def renewal_lines(telling: Telling, notice: Owed) -> list[str]:
    """What the anniversary asks for, as things stand now; after it, how long the window is still open."""
    membership, at = telling.company.facts.membership, date.fromisoformat(notice.details["at"])
    if membership is None or membership.anniversary != at:
        return [telling.words.say("notice.renewed", day=telling.words.date(at))]
    found = outlooks(telling.programme, telling.company.facts, telling.today)
    current = next((outlook for outlook in found if isinstance(outlook, MembershipOutlook)), None)
    dates = renewal_dates(telling.programme, membership)
    if current is None:
        return list(_lapsed(telling, membership, dates))
    if not dates.possible:
        return list(_never(telling, membership))
    levels = [outlook for outlook in found if isinstance(outlook, LevelOutlook) and outlook.level == current.level]
    beyond = [o.covered_until for o in levels if o.covered_until is not None and o.covered_until > at]
    covered = max(beyond, default=None)
    return [
        _head(telling, current, at, short=current.status is Status.NOT_MET and covered is None),
        *_state(telling, current, covered),
        *_before(telling, dates, covered),
        *_window(telling, at, current),
    ]


def _before(telling: Telling, dates: RenewalDates, covered: date | None) -> Iterator[str]:
    """That one has to renew before an override ends, where that is inside the window."""
    opens = dates.opens or dates.anniversary
    if covered is not None and dates.rule is not None and opens < covered <= dates.closes:
        yield telling.words.say("notice.renewal_soon", day=telling.words.date(covered))


def _lapsed(telling: Telling, membership: Membership, dates: RenewalDates) -> Iterator[str]:
    """That the membership is over, what that ended by the rule of its anniversary, and what can be recorded now."""
    words, level = telling.words, telling.phrases.level(membership.level)
    if not dates.possible:
        yield words.say("notice.renewal_lapsed_never", level=level, day=words.date(dates.shown_until))
    else:
        yield words.say("notice.renewal_lapsed", level=level, day=words.date(dates.closes))
    if dates.rule is not None and dates.rule.lost is not None:
        yield words.say("notice.lapsed_lost", what=escape(words.name(dates.rule.lost.text)))
    end = telling.programme.end
    if end is not None and telling.today > end.last_renewal:
        yield _successor(telling)
        yield words.say("notice.lapsed_renewed")
    else:
        yield words.say("notice.lapsed_next")


def _never(telling: Telling, membership: Membership) -> Iterator[str]:
    """That it runs out, and cannot be renewed because the programme ends before its window opens."""
    level, at = telling.phrases.level(membership.level), telling.words.date(membership.anniversary)
    yield telling.words.say("notice.renewal_never", level=level, at=at)
    yield _successor(telling)


def _successor(telling: Telling) -> str:
    """Until when the programme lets one renew, and what comes after it."""
    end, words = telling.programme.end, telling.words
    if end is None:
        return ""
    successor = words.name(end.successor_name) if end.successor_name else end.successor
    key = "ground.ended" if telling.today > end.last_renewal else "notice.programme_end"
    return words.say(key, day=words.date(end.last_renewal), successor=escape(successor))


def _head(telling: Telling, current: MembershipOutlook, at: date, *, short: bool) -> str:
    membership = telling.company.facts.membership
    closes = last_day(telling.programme, membership) if membership is not None else at
    left, words = (at - telling.today).days, telling.words
    said = {"level": telling.phrases.level(current.level), "at": words.date(at)}
    if left > 0:
        return words.say("notice.renewal_short" if short else "notice.renewal_ahead", n=left, **said)
    if left == 0:
        return words.say("notice.renewal_today", **said)
    remaining = (closes - telling.today).days
    last = "notice.renewal_last_call" if remaining <= LAST_CALL else "notice.renewal_open"
    key = "notice.renewal_last_day" if remaining <= 0 else last
    return words.say(key, n=remaining, day=words.date(closes), **said)


def _state(telling: Telling, current: MembershipOutlook, covered: date | None) -> Iterator[str]:
    """Whether the requirements are met for the renewal; where they are not, which competencies are nearest."""
    say, level = telling.words.say, telling.phrases.level(current.level)
    if covered is not None:
        yield say("notice.renewal_covered", level=level, day=telling.words.date(covered))
    else:
        yield say(f"notice.renewal_state.{current.status.name.lower()}", level=level)
    if current.status is not Status.MET:
        near = nearest_levels(telling, current.level, current.day)
        yield say("notice.nearest_levels", level=level, levels=near)


def _window(telling: Telling, at: date, current: MembershipOutlook) -> Iterator[str]:
    """From when to when one can renew, what is lost after that, and where it is done."""
    rule, words = telling.programme.membership_on(at), telling.words
    if rule is None or rule.window is None:
        yield words.say("notice.window_unknown")
    else:
        membership = telling.company.facts.membership
        opens = rule.window.first_day(at)
        closes = last_day(telling.programme, membership) if membership is not None else rule.window.last_day(at)
        key = "notice.window" if opens is not None else "notice.window_until"
        yield words.say(key, opens=words.date(opens or at), closes=words.date(closes), **_lost(telling, rule))
        if current.status is not Status.MET and rule.late is not None and rule.late.allowed:
            yield words.say("notice.window_late")
    place = telling.programme.places.get("competencies")
    if place is not None:
        yield words.say("notice.renew_where", place=escape(words.name(place)))


def _lost(telling: Telling, rule: MembershipRule) -> dict[str, str]:
    """What the rule says is lost after the window, as a sentence."""
    known = rule.lost
    after = telling.words.say("notice.window_lost", what=escape(telling.words.name(known.text))) if known else ""
    return {"after": after}

"""What somebody hears who links or withdraws an achievement."""

from collections.abc import Iterator

from domain.facts import Achievement
from domain.gaps import credentials_in
from domain.scoring import PeoplePart
from handlers.render.association import counts_lines
from handlers.render.blocks import context, page, sections
from handlers.render.effects import level_name, unmoved_lines
from handlers.render.phrases import Phrases
from handlers.render.scores import metric_line
from handlers.render.written import changed_lines, ground_line, risk_lines, touched, vendor_line
from handlers.replies import Reply
from handlers.room import Room
from handlers.words import escape
from handlers.writing import LinkAnswer, Written


def linked(room: Room, answer: LinkAnswer) -> Reply:
    """What was recorded, what it changed, what to do at the vendor, and that it is a claim until it shows there."""
    words = room.words
    head, effect = list(_recorded(room, answer)), list(_effect(room, answer))
    vendor = [words.say("vendor.title"), vendor_line(room), *counts_lines(room)]
    competencies = touched(answer.written) or [each.level.competency for each in answer.unmoved]
    ground = [words.say("link.claimed"), *_unchecked(room, answer.achievement), ground_line(room, competencies)]
    blocks = [*sections(head, words), *sections(effect, words), *sections(vendor, words), context(ground, words)]
    return page([*head, *effect], blocks, words)


def already_linked(room: Room, known: Achievement) -> Reply:
    """That it is on record, and how to correct it."""
    what = Phrases(room.words, room.programme).credential(known.credential)
    lines = [room.words.say("link.again", what=what, dates=_dates(room, known), code=escape(known.credential))]
    return page(lines, sections(lines, room.words), room.words)


def withdrawn(room: Room, written: Written, code: str) -> Reply:
    """What was withdrawn, what it changed, and what it put at risk."""
    words = room.words
    what = Phrases(words, room.programme).credential(code)
    lines = [words.say("unlink.done", what=what), *changed_lines(room, written), *risk_lines(room, written)]
    ground = [words.say("unlink.vendor"), ground_line(room, touched(written))]
    return page(lines, [*sections(lines, words), context(ground, words)], words)


def _recorded(room: Room, answer: LinkAnswer) -> Iterator[str]:
    say, achievement = room.words.say, answer.achievement
    what = Phrases(room.words, room.programme).credential(achievement.credential)
    yield say("link.done", what=what, dates=_dates(room, achievement))
    if achievement.evidence is not None:
        yield say("link.evidence_kept", address=escape(achievement.evidence))
    if answer.joined:
        company = escape(room.company.organisation.name)
        yield say("link.joined", company=company, day=room.words.date(room.today))
    if answer.again:
        company = escape(room.company.organisation.name)
        yield say("link.again_here", company=company, day=room.words.date(room.today))


def _unchecked(room: Room, achievement: Achievement) -> Iterator[str]:
    """That a date may lie before the exam existed, where no source says since when it does."""
    if room.programme.credentials[achievement.credential].available_from is None:
        yield room.words.say("link.start_unknown", code=escape(achievement.credential))


def _dates(room: Room, achievement: Achievement) -> str:
    earned = room.words.date(achievement.earned)
    if achievement.until is None:
        return room.words.say("link.earned", earned=earned)
    return room.words.say("link.earned_until", earned=earned, until=room.words.date(achievement.until))


def _effect(room: Room, answer: LinkAnswer) -> Iterator[str]:
    if answer.written.effects:
        yield from changed_lines(room, answer.written)
        yield from risk_lines(room, answer.written)
        return
    yield room.words.say("link.unchanged")
    yield from _why(room, answer)


def _why(room: Room, answer: LinkAnswer) -> Iterator[str]:
    """Why nothing changed, the plainest reason first."""
    say, words, achievement = room.words.say, room.words, answer.achievement
    accepted = room.programme.credentials[achievement.credential].accepted_until
    code = escape(achievement.credential)
    if achievement.until is not None and achievement.until <= room.today:
        yield say("link.expired", until=words.date(achievement.until))
    elif accepted is not None and accepted < room.today:
        yield say("link.not_accepted", code=code, last=words.date(accepted))
    elif not answer.named:
        yield say("link.no_rule", code=code, day=words.date(room.today))
    elif answer.unmoved:
        yield from unmoved_lines(answer.unmoved, Phrases(words, room.programme))
    elif lines := list(_unearned(room, answer)):
        yield from lines
    else:
        yield say("link.not_yet", day=words.date(achievement.earned))


def _unearned(room: Room, answer: LinkAnswer) -> Iterator[str]:
    """Of levels by points: what has to be there before the achievement earns any, or that there are enough without."""
    phrases, code = Phrases(room.words, room.programme), answer.achievement.credential
    found = (level for each in answer.written.standing.competencies.values() for level in each.levels.values())
    scored = ((level, metric) for level in found for s in level.nearest.nearest.scores for metric in s.nearest.metrics)
    for level, metric in scored:
        parts = [part for part in metric.parts if isinstance(part, PeoplePart)]
        if any(code in credentials_in(part.asks) for part in parts):
            said = {"level": level_name(level.competency, level.level, phrases), "metric": metric_line(metric, phrases)}
            gates = [p for p in parts if p.gate and p.missing]
            asked = ((gate.missing, phrases.asks(gate.asks)) for gate in gates)
            first = phrases.both([room.words.say("notice.mend_place", n=n, asks=asks) for n, asks in asked])
            yield room.words.say("link.gated" if gates else "link.no_points", first=first, **said)

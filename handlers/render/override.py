"""What an admin hears about overrides."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from domain.carried import is_needed
from domain.facts import CredentialOverride, LevelOverride, Override
from domain.standing import Standing, standing
from domain.unproven import Unproven
from handlers.closing import closing
from handlers.finding import MENTION
from handlers.help import how_to_type
from handlers.lists import plain
from handlers.numbered import numbers
from handlers.render.blocks import actions, context, page, section, sections
from handlers.render.effects import effect_lines, facts_alone, level_name
from handlers.render.phrases import Phrases
from handlers.render.settings import days_name
from handlers.render.written import changed_lines, ground_line, risk_lines, subject_name, touched
from handlers.replies import Reply
from handlers.room import UNFORMATTED, Room, one_line
from handlers.sheets import Cell
from handlers.steps import override_steps
from handlers.tabled import PAGE, Asked, list_buttons
from handlers.words import escape
from handlers.writing import Written

BAR = 10
"""So many parts has the bar that counts down."""


def override_recorded(room: Room, written: Written, override: Override) -> Reply:
    """What was recorded, what holds with it and without it, and that its end will be told."""
    words = room.words
    key = "grant.done" if written.changed else "grant.again"
    lines = [words.say(key, what=what_is_overridden(room, override), **_dates(room, override))]
    lines += list(_notes(room, override))
    lines.append(_ends(room, override, room.today))
    lines += list(_with_and_without(room, override, written))
    lines += [*_covered(room, override, written), *proof_lines(replace(room, company=written.company), override)]
    small = [*_reminders(room), ground_line(room, _competencies(override, written))]
    return page(lines, [*sections(lines, words), context(small, words)], words)


def _reminders(room: Room) -> Iterator[str]:
    """When its end is told, as the organisation has it; and that recording grants nothing."""
    settings, words = room.company.organisation.settings, room.words
    if settings.wants("override_ending"):
        yield words.say("grant.reminders", days=days_name(settings.days("override_ending"), words))
    yield words.say("grant.recorded_only")


def overrides_listed(room: Room, listed: Sequence[Override], ended: Sequence[Unproven] = ()) -> Reply:
    """Every override with its number, its end, and what the facts alone say; and those that left a claim open."""
    words = room.words
    if not listed and not ended:
        line = words.say("grant.none", **how_to_type("override", room))
        return page([line], [section(line, words)], words)
    head = words.say("grant.list", n=len(listed), day=words.date(room.today)) if listed else words.say("overrides.over")
    without = standing(room.programme, room.company.facts.alone, room.today)
    known = numbers(room.company.facts)
    items = ["\n".join(_item(room, known[o.id or ""], o, without)) for o in listed[:PAGE]]
    items += [words.say("overrides.open", what=_claim(room, e), until=words.date(e.until)) for e in ended]
    small = [words.say("grant.how_to_end"), words.say("overrides.how_to_withdraw")] if listed else []
    blocks = [section(head, words), *sections(items, words), *([context(small, words)] if small else [])]
    last = listed[PAGE - 1] if len(listed) > PAGE else None
    asked = Asked("overrides", after=(last.until.isoformat(), last.id or "") if last else ())
    steps = override_steps(room, [(o.competency, o.level) for o in listed if isinstance(o, LevelOverride)])
    buttons = list_buttons(room, asked, more=last is not None) if listed else ()
    return page([head, *items], [*blocks, *actions([*steps, *buttons, *closing(room)])], words)


def override_lines(room: Room, number: int, override: Override) -> Iterator[str]:
    """An override as admins list it: its number, its end, who granted it, what the facts alone say."""
    return _item(room, number, override, standing(room.programme, room.company.facts.alone, room.today))


def override_cells(room: Room, number: int, override: Override) -> Sequence[Cell]:
    """The same as a row: number, what, first day, day after the last, by whom, ticket, reason."""
    grant = override.grant
    what = plain(what_is_overridden(room, override))
    return (number, what, override.since, override.until, grant.granted_by, grant.ticket, grant.reason)


def _claim(room: Room, claim: Unproven) -> str:
    return what_is_overridden(room, CredentialOverride(claim.person, claim.credential, claim.until, claim.until))


def override_withdrawn(room: Room, written: Written, override: Override, reason: str | None) -> Reply:
    """That an override never was one, and what holds without it."""
    words = room.words
    lines = [words.say("overrides.withdrawn", what=what_is_overridden(room, override))]
    lines += [words.say("grant.reason", text=_as_typed(room, reason))] if reason else []
    lines += [*changed_lines(room, written), *risk_lines(room, written)]
    return page(lines, [*sections(lines, words), context([ground_line(room, touched(written))], words)], words)


def override_ended(room: Room, written: Written, override: Override) -> Reply:
    """What ended, and what holds now."""
    words = room.words
    lines = [words.say("grant.ended", what=what_is_overridden(room, override), day=words.date(room.today))]
    lines += [*changed_lines(room, written), *risk_lines(room, written)]
    return page(lines, [*sections(lines, words), context([ground_line(room, touched(written))], words)], words)


def what_is_overridden(room: Room, override: Override) -> str:
    """A level, or somebody's exam, for admins or for that person."""
    phrases = Phrases(room.words, room.programme)
    if isinstance(override, LevelOverride):
        return level_name(override.competency, override.level, phrases)
    who = escape(one_line(room.company.person_name(override.person)))
    known = override.credential in room.programme.credentials
    code = phrases.credential(override.credential) if known else escape(override.credential)
    return room.words.say("grant.credential_of", code=code, who=who)


def _dates(room: Room, override: Override) -> dict[str, str]:
    return {"since": room.words.date(override.since), "until": room.words.date(override.until)}


def _notes(room: Room, override: Override) -> Iterator[str]:
    """Who granted it, why, under which ticket, as an admin typed it."""
    grant = override.grant
    notes = (("by", grant.granted_by), ("reason", grant.reason), ("ticket", grant.ticket))
    said = [room.words.say(f"grant.{key}", text=_as_typed(room, text)) for key, text in notes if text]
    if said:
        yield " · ".join(said)


def _as_typed(room: Room, text: str) -> str:
    """A note so that it formats nothing and calls nobody: a mention shows as the name of whom it means."""

    def name(mention: re.Match[str]) -> str:
        member = room.company.members.get(mention[1])
        return f"@{one_line(member.name)}" if member else "@…"

    return escape(MENTION.sub(name, text).translate(UNFORMATTED))


def countdown(room: Room, override: Override, day: date) -> str:
    """How many days an override still holds, in words and as a bar that is full at its beginning."""
    if override.since > day:
        return _ends(room, override, day)
    left, whole = (override.until - day).days, (override.until - override.since).days
    full = -(-left * BAR // whole)
    return f"{_ends(room, override, day)} {'▰' * full}{'▱' * (BAR - full)}"


def _ends(room: Room, override: Override, day: date) -> str:
    if override.since > day:
        return room.words.say("grant.begins", n=(override.since - day).days)
    return room.words.say("grant.days_left", n=(override.until - day).days)


def proof_lines(room: Room, override: Override, *, own: bool = False) -> Iterator[str]:
    """Of a person's overridden exam: whether the vendor's export shows it by now."""
    if isinstance(override, LevelOverride):
        return
    place = room.company.facts.place_of.get(override.person)
    held = [] if place is None else room.company.facts.people[place].achievements
    states = {achievement.state for achievement in held if achievement.credential == override.credential}
    if "confirmed" in states:
        yield room.words.say("overrides.proven")
    elif states:
        yield room.words.say("overrides.claimed", until=room.words.date(override.until))
    elif not own:
        yield room.words.say("overrides.no_record")


def _with_and_without(room: Room, override: Override, written: Written) -> Iterator[str]:
    phrases = Phrases(room.words, room.programme)
    if isinstance(override, LevelOverride):
        found = written.standing.level(override.competency, override.level)
        alone = written.alone.level(override.competency, override.level)
        if found is not None and alone is not None:
            with_it, without = room.words.status(found.status), facts_alone(alone, phrases)
            yield room.words.say("grant.with_and_without", status=with_it, facts=without)
    elif written.effects:
        yield room.words.say("grant.with_it")
        yield from effect_lines(written.effects, phrases)
        yield room.words.say("grant.without_it")
    else:
        yield room.words.say("effect.none")


def _covered(room: Room, override: Override, written: Written) -> Iterator[str]:
    """The risks that become known with an override: it covers them, and they remain when it ends."""
    phrases = Phrases(room.words, room.programme)
    if written.opened:
        levels = room.words.both(subject_name(subject, phrases) for subject in written.opened)
        yield room.words.say("grant.covers", what=levels, day=room.words.date(override.until))


def _item(room: Room, number: int, override: Override, without: Standing) -> Iterator[str]:
    words = room.words
    yield words.say("grant.item", number=number, what=what_is_overridden(room, override), **_dates(room, override))
    yield countdown(room, override, room.today)
    yield from _notes(room, override)
    yield from proof_lines(room, override)
    if isinstance(override, LevelOverride):
        found = without.level(override.competency, override.level)
        if found is not None:
            yield words.say("grant.alone", facts=facts_alone(found, Phrases(words, room.programme)))
    yield from _need(room, override)


def _need(room: Room, override: Override) -> Iterator[str]:
    """That an override in force is not needed any more; or that it is needed again by its end."""
    facts, programme = room.company.facts, room.programme
    if not override.in_force(room.today) or is_needed(programme, facts, override, room.today):
        return
    later = is_needed(programme, facts, override, override.until)
    yield room.words.say("overrides.needed_later" if later else "overrides.not_needed", **_dates(room, override))


def _competencies(override: Override, written: Written) -> list[str]:
    return [override.competency] if isinstance(override, LevelOverride) else touched(written)

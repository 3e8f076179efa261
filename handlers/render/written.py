"""What every answer to a change says: what it changed, which risks it opened or mended, and on what ground."""

from collections.abc import Iterable, Mapping
from datetime import date

from domain.renewing import version_for
from handlers.render.effects import effect_lines, level_name
from handlers.render.phrases import Phrases
from handlers.room import Room
from handlers.words import escape
from handlers.writing import Beside, Written

MOST_SOURCES = 3
VENDORS: Mapping[str, str] = {"ms-mpn-competencies": "vendor.mpn"}


def changed_lines(room: Room, written: Written) -> list[str]:
    """The levels that changed; where none did, that."""
    phrases, further = Phrases(room.words, room.programme), beside_lines(room, written.beside)
    if not written.effects:
        return further or [room.words.say("effect.none")]
    return [room.words.say("effect.title"), *effect_lines(written.effects, phrases), *further]


def beside_lines(room: Room, beside: Iterable[Beside]) -> list[str]:
    """What a change did, or would do, in other programmes of the organisation."""
    lines = []
    for each in beside:
        name = escape(room.words.name(each.programme.name))
        lines += [room.words.say("effect.beside", name=name)]
        lines += effect_lines(each.effects, Phrases(room.words, each.programme))
    return lines


def risk_lines(room: Room, written: Written) -> list[str]:
    """The risks that opened, those that were there before and nobody was told of, and those that were mended."""
    phrases = Phrases(room.words, room.programme)
    risks = (written.opened, written.told_late, written.mended)
    opened, late, mended = (room.words.both(subject_name(s, phrases) for s in which) for which in risks)
    return [
        *([room.words.say("effect.opened", what=opened)] if opened else []),
        *([room.words.say("effect.told_late", what=late)] if late else []),
        *([room.words.say("effect.mended", what=mended)] if mended else []),
    ]


def subject_name(subject: str, phrases: Phrases) -> str:
    """What a notice is about, by its subject: a competency's level or the membership's."""
    of, _, level = subject.partition("/")
    if of == "membership":
        known = level in phrases.programme.levels
        return phrases.words.say("level.membership", level=phrases.level(level) if known else escape(level))
    return level_name(of, level, phrases)


def vendor_line(room: Room) -> str:
    """What the speaker has to do at the vendor so that it counts there too."""
    key = VENDORS.get(room.programme.id, "vendor.other")
    return room.words.say(key, company=escape(room.company.organisation.name))


def ground_line(room: Room, competencies: Iterable[str]) -> str:
    """The day that an answer speaks of, and the rules of these competencies with their sources."""
    facts, asked = room.company.facts, (room.programme.competencies[c] for c in competencies)
    versions = (version_for(room.programme, competency, facts, room.today) for competency in asked)
    rules = dict.fromkeys((version.since, version.source) for version in versions)
    day = room.words.date(room.today)
    if not rules:
        return room.words.say("written.ground_no_rules", day=day)
    said = [_rule(room, *rule) for rule in list(rules)[:MOST_SOURCES]]
    if len(rules) > MOST_SOURCES:
        said.append(room.words.say("list.more", n=len(rules) - MOST_SOURCES))
    return room.words.say("written.ground", day=day, rules="; ".join(said))


def _rule(room: Room, since: date, source: str) -> str:
    known = room.programme.sources.get(source)
    title = room.words.name(known.title) if known else source
    return room.words.say("written.rule", since=room.words.day(since), source=escape(title))


def touched(written: Written) -> list[str]:
    """The competencies of which an answer speaks."""
    return list(dict.fromkeys(effect.after.competency for effect in written.effects))

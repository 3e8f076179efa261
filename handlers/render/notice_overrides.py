"""That an override ends, in lines: what it covers, what the facts alone say then, what would mend it."""

from collections.abc import Collection, Iterator
from datetime import date

from domain.carried import carried
from domain.conditions import Status
from domain.facts import LevelOverride, Override
from domain.notices import Owed
from domain.risk import subject_of
from domain.standing import standing
from domain.unproven import without_unproven
from handlers.render.effects import facts_alone, level_name
from handlers.render.mending import mending
from handlers.render.telling import Telling
from handlers.words import escape


def override_lines(telling: Telling, notice: Owed, told: Collection[str] = ()) -> list[str]:
    """Which override, how long it still holds, and what then; what mends the subjects told before is not repeated."""
    until = date.fromisoformat(notice.details["until"])
    found = next((o for o in telling.company.facts.overrides if o.id == notice.details["override"]), None)
    if found is None:
        return [telling.words.say("notice.override.forgotten", day=telling.words.date(until))]
    return [_head(telling, found, until), *_then(telling, found, max(until, telling.today), told)]


def _head(telling: Telling, override: Override, until: date) -> str:
    left = (until - telling.today).days
    said = {"what": _what(telling, override), "day": telling.words.date(until)}
    if left > 0:
        return telling.words.say("notice.override.days", n=left, **said)
    return telling.words.say("notice.override.today" if left == 0 else "notice.override.over", **said)


def _what(telling: Telling, override: Override) -> str:
    if isinstance(override, LevelOverride):
        return level_name(override.competency, override.level, telling.phrases)
    known = override.credential in telling.programme.credentials
    code = telling.phrases.credential(override.credential) if known else escape(override.credential)
    return telling.words.say("grant.credential_of", code=code, who=telling.who(override.person))


def _then(telling: Telling, override: Override, day: date, told: Collection[str]) -> Iterator[str]:
    """Every level that the override carries, as the facts alone have it on the first day without."""
    levels = carried(telling.programme, telling.company.facts, override, day)
    if not levels:
        yield telling.words.say("notice.override.nothing")
    alone = standing(telling.programme, without_unproven(telling.company.facts).alone, day)
    for level in levels:
        name = level_name(level.competency, level.level, telling.phrases)
        if level.override is not None:
            until = telling.words.date(level.override.until)
            yield telling.words.say("notice.override.other", level=name, day=until)
        bare = alone.competencies[level.competency].levels[level.level]
        key = "notice.override.alone" if day > telling.today else "notice.override.alone_now"
        yield telling.words.say(key, level=name, facts=facts_alone(bare, telling.phrases))
        if bare.status is not Status.MET and subject_of(level.competency, level.level) not in told:
            yield from mending(telling, bare, day)

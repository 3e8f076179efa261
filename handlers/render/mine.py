"""What somebody has linked, as blocks."""

from collections.abc import Iterator, Sequence

from domain.facts import Person
from handlers.lists import plain
from handlers.mine import Earned, Mine
from handlers.render.blocks import context, section, sections
from handlers.render.figures import INDENT
from handlers.render.phrases import Phrases
from handlers.replies import Block
from handlers.sheets import Cell
from handlers.words import Words, escape

MOST_LISTED = 5


def mine_text(answer: Mine, words: Words) -> list[str]:
    """How much there is, and each in a line."""
    if answer.person is None or not (answer.earned or answer.overrides):
        return [words.say("mine.nothing"), words.say("mine.how")]
    phrases = Phrases(words, answer.programme)
    return [mine_title(answer, words), *(_name(earned, phrases) for earned in answer.earned[:MOST_LISTED])]


def mine_blocks(answer: Mine, words: Words, most: int = MOST_LISTED) -> list[Block]:
    """Every achievement with its dates and what it counts for, and the association."""
    if answer.person is None or not (answer.earned or answer.overrides):
        lines = [f"*{words.say('mine.nothing')}*", words.say("mine.how")]
        return [section("\n".join([*lines, *_profile(answer.person, words)]), words)]
    phrases = Phrases(words, answer.programme)
    blocks = [section(f"*{mine_title(answer, words)}*", words)]
    for earned in answer.earned[:most]:
        blocks += sections(earned_lines(earned, phrases), words)
    if len(answer.earned) > most:
        blocks.append(section(words.say("mine.more", n=len(answer.earned) - most), words))
    small = [*_overrides(answer, phrases), *_association(answer, words), *_profile(answer.person, words)]
    return [*blocks, context(small, words)]


def mine_title(answer: Mine, words: Words) -> str:
    """How many achievements there are, and for whom they count."""
    return words.say("mine.title", n=len(answer.earned), organisation=escape(answer.organisation))


def _name(earned: Earned, phrases: Phrases) -> str:
    return phrases.credential(earned.achievement.credential)


def earned_cells(earned: Earned, phrases: Phrases) -> Sequence[Cell]:
    """An achievement as a row: exam, title, its days, its state, what it counts for."""
    words, achievement = phrases.words, earned.achievement
    said = _standstill(earned, phrases) if earned.standstill else _uses(earned, phrases)
    title = phrases.programme.credentials[achievement.credential].title
    state = words.say(f"mine.state.{achievement.state}")
    return (achievement.credential, title, achievement.earned, achievement.expires, plain(state), plain(said))


def earned_lines(earned: Earned, phrases: Phrases) -> Iterator[str]:
    """An achievement in lines: what it is, its days, what it counts for."""
    words, achievement = phrases.words, earned.achievement
    state = words.say(f"mine.state.{achievement.state}")
    yield f"*{_name(earned, phrases)}*"
    dates = [words.say("mine.earned", day=words.date(achievement.earned)), state]
    if achievement.expires is not None:
        dates.insert(1, words.say("mine.expires", day=words.date(achievement.expires)))
    yield INDENT + " · ".join(dates)
    if earned.renewal is not None:
        opens, until = words.date(earned.renewal.opens), words.date(earned.renewal.renewed_until)
        yield INDENT + words.say("mine.renewal", day=opens, until=until)
    yield INDENT + (_standstill(earned, phrases) if earned.standstill else _uses(earned, phrases))


def _standstill(earned: Earned, phrases: Phrases) -> str:
    """Why it does not count today."""
    words, achievement = phrases.words, earned.achievement
    accepted = phrases.programme.credentials[achievement.credential].accepted_until
    days = {
        "future": achievement.earned,
        "expired": achievement.expires,
        "ended": achievement.ended_on,
        "not_accepted": accepted,
    }
    day = days.get(earned.standstill or "")
    return words.say(f"mine.stands.{earned.standstill}", day=words.date(day) if day else "")


def _uses(earned: Earned, phrases: Phrases) -> str:
    if not earned.uses:
        return phrases.words.say("mine.no_use")
    needed = [phrases.in_competency(use.competency, use.level) for use in earned.uses if not use.spare]
    spare = [phrases.in_competency(use.competency, use.level) for use in earned.uses if use.spare]
    said = [phrases.words.say("mine.counts", levels=phrases.both(needed))] if needed else []
    said += [phrases.words.say("mine.spare", levels=phrases.both(spare))] if spare else []
    return " ".join(said)


def _overrides(answer: Mine, phrases: Phrases) -> Iterator[str]:
    for override in answer.overrides:
        name, until = phrases.credential(override.credential), phrases.words.date(override.until)
        yield phrases.words.say("mine.override", credential=name, until=until)


def _association(answer: Mine, words: Words) -> Iterator[str]:
    """Since when, and until when, the profile counts for this organisation."""
    organisation = escape(answer.organisation)
    for association in (answer.person.associations or ()) if answer.person is not None else ():
        since = words.date(association.since)
        if association.until is None:
            yield words.say("mine.since", organisation=organisation, since=since)
        else:
            until = words.date(association.until)
            yield words.say("mine.between", organisation=organisation, since=since, until=until)


def _profile(person: Person | None, words: Words) -> Iterator[str]:
    if person is not None and person.profile:
        yield words.say("mine.profile", profile=escape(person.profile))
    else:
        yield words.say("mine.no_profile")

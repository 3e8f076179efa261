"""What an admin reads about new rules: what they do to the company, and what changed, on one screen."""

from collections.abc import Iterator, Sequence

from domain.conditions import Status
from domain.rulediff import CompetencyChange, LevelShift, RuleChanges
from domain.standing import LevelStanding
from handlers.render.blocks import Button, actions, context, page, section, sections
from handlers.render.effects import level_name
from handlers.render.help import ask_button
from handlers.render.phrases import Phrases
from handlers.render.rule_changes import competency_lines, end_lines, head_lines
from handlers.replies import Reply
from handlers.room import Room
from handlers.words import escape

MOST_CHARACTERS = 2500  # of what changed: with the rest about one screen
MOST_SHIFTS = 8
MOST_IN_A_LIST = 4


class Short(Phrases):
    """Phrases that name exams by their codes alone."""

    def credential(self, credential: str, *, with_title: bool = False) -> str:  # noqa: ARG002 - never with its title
        """An exam by its code; anything else by its title."""
        return Phrases.credential(self, credential, with_title=False)


def rules_reply(room: Room, changes: RuleChanges, shifts: Sequence[LevelShift]) -> Reply:
    """The effects first, then the competencies that changed, those with an effect before the others."""
    words, phrases = room.words, Short(room.words, room.programme, MOST_IN_A_LIST)
    head = list(head_lines(changes, phrases))
    if not changes.competencies:
        text = [*head, *end_lines(changes, phrases)]
        return page(text, sections(text, words), words)
    effects = list(_effects(shifts, phrases))
    moved = {shift.competency for shift in shifts}
    ordered = sorted(changes.competencies, key=lambda change: change.competency.id not in moved)
    told = list(_on_one_screen(["\n".join(competency_lines(change, phrases)) for change in ordered]))
    left = ordered[len(told) :]
    rest = [*_more(changes, left, phrases), *end_lines(changes, phrases)]
    blocks = [section("\n".join([f"*{head[0]}*", *head[1:]]), words), *sections(effects, words)]
    blocks += [section(each, words) for each in told] + sections(rest, words)
    blocks += [context(_ground(room, ordered), words), *actions(_each(room, changes, left))]
    return page([*head, *effects], blocks, words)


def _each(room: Room, changes: RuleChanges, left: Sequence[CompetencyChange]) -> Iterator[Button]:
    """A button for each competency that there was no room for: what changed in it alone."""
    for number, change in enumerate(left):
        asked = f"rules {changes.since} {changes.until} {change.competency.id}"
        yield ask_button(asked, room.words.name(change.competency.name), number, room.words)


def _on_one_screen(texts: Sequence[str]) -> Iterator[str]:
    """The first texts, as many as fit; at least one."""
    used = 0
    for text in texts:
        used += len(text)
        if used > MOST_CHARACTERS and used > len(text):
            return
        yield text


def _effects(shifts: Sequence[LevelShift], phrases: Phrases) -> Iterator[str]:
    say = phrases.words.say
    yield say("change.effects")
    if not shifts:
        yield say("change.no_effects")
    for shift in shifts[:MOST_SHIFTS]:
        before, after = (_standing(level, phrases) for level in (shift.before, shift.after))
        name = level_name(shift.competency, shift.level, phrases)
        yield say("change.effect", level=name, before=before, after=after)
    if len(shifts) > MOST_SHIFTS:
        yield say("effect.more", n=len(shifts) - MOST_SHIFTS)


def _standing(level: LevelStanding | None, phrases: Phrases) -> str:
    if level is None:
        return phrases.words.say("change.undefined")
    status, missing = phrases.words.status(level.status), level.nearest.people_missing
    if level.status is Status.MET or not missing:
        return status
    return phrases.words.say("change.standing_missing", n=missing, status=status)


def _more(changes: RuleChanges, left: Sequence[CompetencyChange], phrases: Phrases) -> Iterator[str]:
    if left:
        names = phrases.words.both(phrases.competency(change.competency.id) for change in left)
        days = {"since": changes.since.isoformat(), "until": changes.until.isoformat()}
        yield phrases.words.say("change.more", n=len(left), names=names, **days)


def _ground(room: Room, changed: Sequence[CompetencyChange]) -> Iterator[str]:
    words = room.words
    yield words.say("change.ground", day=words.date(room.today))
    sources = dict.fromkeys(change.after.source for change in changed)
    known = (room.programme.sources.get(source) for source in sources)
    titles = [escape(words.name(source.title)) for source in known if source is not None]
    yield words.say("change.sources", sources=words.both(words.say("change.source", title=title) for title in titles))
    figures = room.view().figures_up_to
    if figures is not None:
        yield words.say("ground.figures", month=words.month(figures.first_day))

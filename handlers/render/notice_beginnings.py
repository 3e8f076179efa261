"""What is told at the beginning: the owner is welcomed, somebody is asked who they are, an organisation went live."""

from collections.abc import Iterator

from domain.conditions import Status
from domain.owed import Owed
from domain.risk import risks
from domain.standing import standing
from handlers.render.blocks import Button, actions
from handlers.render.effects import level_name
from handlers.render.help import ask_button
from handlers.render.telling import Telling
from handlers.replies import Block
from handlers.room import one_line
from handlers.words import escape

MOST_LEVELS = 12


def welcome_lines(telling: Telling, _notice: Owed) -> list[str]:
    """What Assay is, and that it can be set up."""
    company = escape(telling.company.organisation.name)
    return [telling.words.say("welcome.hello", company=company), telling.words.say("welcome.setup")]


def invited_lines(telling: Telling, notice: Owed) -> list[str]:
    """Whether its reader is somebody on record; the name is the one that they have themselves."""
    name = escape(one_line(telling.company.person_name(notice.details["person"])))
    company = escape(telling.company.organisation.name)
    return [telling.words.say("invited.ask", name=name, company=company), telling.words.say("invited.why")]


def live_lines(telling: Telling, _notice: Owed) -> list[str]:
    """What holds, what is at risk, what is missing."""
    return list(_summary(telling))


def _summary(telling: Telling) -> Iterator[str]:
    words, facts, programme = telling.words, telling.company.facts, telling.programme
    yield words.say("live.title", company=escape(telling.company.organisation.name))
    found = standing(programme, facts, telling.today).competencies.values()
    levels = [level for each in found for level in each.levels.values() if level.status is Status.MET]
    names = [level_name(level.competency, level.level, telling.phrases) for level in levels[:MOST_LEVELS]]
    rest = len(levels) - len(names)
    names += [words.say("live.more", n=rest)] if rest else []
    yield words.say("live.holds", levels=words.both(names)) if names else words.say("live.holds_nothing")
    if facts.membership is None:
        yield words.say("live.no_membership")
    else:
        count = len(risks(programme, facts, telling.today))
        yield words.say("live.risks", n=count) if count else words.say("live.no_risks")
    if not facts.people:
        yield words.say("live.no_people")
    if not facts.figures:
        yield words.say("live.no_figures")


def beginning_buttons(telling: Telling, notice: Owed) -> list[Block]:
    """The buttons that lead on from a welcome, and that answer a question."""
    say = telling.words.say
    if notice.kind == "welcome":
        return actions([Button(say("open.setup"), "open:setup", "setup", "primary")])
    if notice.kind == "invited":
        person = notice.details["person"]
        yes = Button(say("invited.button_yes"), "is_me:yes", f"yes {person}", "primary")
        return actions([yes, Button(say("invited.button_no"), "is_me:no", f"no {person}")])
    return list(_after_going_live(telling)) if notice.kind == "went_live" else []


def _after_going_live(telling: Telling) -> Iterator[Block]:
    """A button for whatever is missing or at risk."""
    say, facts = telling.words.say, telling.company.facts
    missing = {"membership": facts.membership is None, "figures": not facts.figures}
    wanted = [form for form, is_missing in missing.items() if is_missing]
    buttons = [Button(say(f"open.{form}"), f"open:{form}", telling.carried(form)) for form in wanted]
    if risks(telling.programme, facts, telling.today):
        buttons.insert(0, ask_button(say("button.risk"), say("button.risk"), 0, telling.words))
    yield from actions(buttons)

"""Which conversation answers a question, and what goes under its answer."""

from collections.abc import Iterable, Iterator, Sequence

from handlers import asking
from handlers.beside import worked_out
from handlers.closing import closing
from handlers.contributors import contributors, holders
from handlers.foreseen import foreseen
from handlers.help import NEAREST, entries
from handlers.mine import Mine, latest_first, mine
from handlers.modals import open_button
from handlers.need import NeedAnswer, need
from handlers.onward import onward
from handlers.pictured import NOTHING, picture_button
from handlers.render.benefits import benefits_blocks, benefits_text
from handlers.render.blocks import Button, actions, page
from handlers.render.contributors import contributors_blocks, contributors_text, holders_blocks, holders_text
from handlers.render.help import ask_button, choice_blocks, help_blocks, help_text
from handlers.render.membership_state import MembershipAnswer, is_short, membership_blocks, membership_text
from handlers.render.mine import MOST_LISTED, mine_blocks, mine_text
from handlers.render.need import need_blocks, need_text
from handlers.render.status import levels_blocks, levels_text, overview_blocks, overview_text
from handlers.replies import Block, Reply
from handlers.requests import Intent, Question
from handlers.room import Room
from handlers.status import overview
from handlers.steps import About
from handlers.tabled import Asked, list_buttons
from handlers.views import View

MOST_BESIDE_A_LIST = 2


async def answer(room: Room, question: Question) -> Reply:
    """Answer a question. Raises RefusedError where it asks for what the rules do not define."""
    view = room.view(question.on)
    speaker = (room.member, room.caller.private, room.can_share, room.words)
    key = (question, room.today, room.typed, room.slash, *speaker)
    known = view.replies.known(key)
    if known is not None:
        return known
    found = await worked_out(room.company, lambda: _answered(room, view, question))
    return view.replies.get(key, lambda: found)


def _answered(room: Room, view: View, question: Question) -> Reply:
    match question.intent:
        case "need" | "status" | "contributors":
            return _about_levels(room, view, question)
        case "mine":
            found = mine(room, view)
            further = _steps(room, ("next",) if room.may("forecast") else ())
            more = actions([open_button("link", room.words), *further, *_listed(room, found)])
            return page(mine_text(found, room.words), [*mine_blocks(found, room.words), *more], room.words)
        case "renewal" | "benefits" if not question.candidates:
            return _about_membership(room, view, question)
        case "help":
            offered = entries(room, admin=room.may("record"))
            return page(help_text(offered, room.words), help_blocks(offered, room.words), room.words)
        case "expiring" | "risk" | "whatif" | "next" if not question.candidates:
            return foreseen(room, question)
        case _:
            return _instead(room, question)


def _listed(room: Room, found: Mine) -> Iterator[Button]:
    """What brings the rest of somebody's achievements, and all of them as a table."""
    more = found.earned[MOST_LISTED - 1].achievement if len(found.earned) > MOST_LISTED else None
    asked = Asked("mine", after=latest_first(more) if more else ())
    return list_buttons(room, asked, more=True) if more else iter(())


def _about_membership(room: Room, view: View, question: Question) -> Reply:
    if question.intent == "benefits":
        levels = (question.level,) if question.level else tuple(room.programme.levels)
        return _said(room, benefits_text(room, view, levels), benefits_blocks(room, view, levels))
    tells = room.may("watch")
    found = MembershipAnswer(view.membership, question.level, tells, upgrade=question.upgrade)
    short = is_short(found)
    need = asking.typed(Question("need", level=short), room) if short is not None else ""
    more = [ask_button(need, room.words.say("button.need"), 0, room.words)] if need else []
    more += [open_button("membership", room.words)] if tells else []
    return _said(room, membership_text(room, found), membership_blocks(room, found), more)


def _steps(room: Room, intents: Iterable[Intent]) -> list[Button]:
    """Buttons that ask the questions to which an answer leads on."""
    questions = [(intent, asking.typed(Question(intent), room)) for intent in intents]
    labelled = ((room.words.say(f"button.{intent}"), text) for intent, text in questions)
    return [ask_button(text, label, number, room.words) for number, (label, text) in enumerate(labelled)]


def _about_levels(room: Room, view: View, question: Question) -> Reply:
    if question.credential is not None and question.intent == "contributors":
        held = holders(room, view, question.credential)
        asked = Asked("holders", (question.credential, view.on.isoformat()))
        more = list_buttons(room, asked) if held.people and room.shows_names else ()
        return _said(room, holders_text(held, room.words), holders_blocks(held, room.words), more)
    competency = question.competency or asking.only_competency(room.programme, question.area)
    if competency is None and question.candidates:
        return _choice(room, room.words.say("choice.candidates"), [(text, text) for text in question.candidates])
    if competency is not None:
        return _about_competency(room, view, question, competency)
    if question.intent == "status":
        found = overview(room, view, question.area, question.level)
        steps = _steps(room, ("risk", "next") if room.caller.private else ("risk",)) if found.on == room.today else []
        steps = [*steps, *picture_button(room, found, question)]
        return _said(room, overview_text(found, room.words), overview_blocks(found, room.words), steps)
    return _choice(room, room.words.say("choice.competency"), asking.competencies(question, room))


def _about_competency(room: Room, view: View, question: Question, competency: str) -> Reply:
    levels = asking.levels(room, view, competency, question.level)
    about = About(competency, question.level, question.on)
    if question.intent == "contributors":
        counting = [c for level in levels if (c := contributors(room, view, competency, level)) is not None]
        text = [line for found in counting for line in contributors_text(found, room.words)]
        steps = list(onward(room, about, [found.need for found in counting]))[:MOST_BESIDE_A_LIST]
        asked = Asked("counting", (competency, question.level or NOTHING, view.on.isoformat()))
        more = list_buttons(room, asked) if room.shows_names else ()
        return _said(room, text, contributors_blocks(counting, room.words), [*steps, *more])
    answers = [found for level in levels if (found := need(room, view, competency, level)) is not None]
    if question.intent == "need":
        more = onward(room, about, answers)
        return _said(room, need_text(answers, room.words), need_blocks(answers, room.words), more)
    return _status_of(room, question, competency, answers)


def _status_of(room: Room, question: Question, competency: str, answers: list[NeedAnswer]) -> Reply:
    asked = question.level is not None
    text = levels_text(answers, room.words, yes_or_no=asked)
    more = asking.typed(Question("need", competency=competency, level=question.level, on=question.on), room)
    button = ask_button(more, room.words.say("button.need"), 0, room.words)
    steps = [button, *onward(room, About(competency, question.level, question.on), answers)]
    return _said(room, text, levels_blocks(answers, room.words, yes_or_no=asked), steps)


def _instead(room: Room, question: Question) -> Reply:
    """What to say to a question that was not understood, or that may mean several things."""
    words = room.words
    if question.candidates:
        return _choice(room, words.say("choice.candidates"), [(text, text) for text in question.candidates])
    lead = words.say("choice.unknown")
    examples = [asking.typed(example, room) for example in _examples(room, question)]
    return _choice(room, lead, [(text, text) for text in examples])


def _examples(room: Room, question: Question) -> Iterator[Question]:
    """The nearest questions that have an answer, about what was asked for or else the best competency."""
    best = overview(room, room.view()).best
    competency = question.competency or best
    level = question.level or next(reversed(tuple(room.programme.levels)))
    for intent in NEAREST:
        about = intent in {"need", "contributors"}
        yield Question(intent, competency=competency, level=level) if about else Question(intent)


def _choice(room: Room, lead: str, choices: Sequence[tuple[str, str]]) -> Reply:
    labels = [label for label, _ in choices]
    return page([lead, *labels], choice_blocks(lead, choices, room.words), room.words, room.audience)


def _said(room: Room, text: Iterable[str], blocks: Sequence[Block], buttons: Iterable[Button] = ()) -> Reply:
    """An answer, with a button to share it where only the speaker reads it."""
    return page(text, [*blocks, *actions([*buttons, *closing(room)])], room.words, room.audience)

"""The Home tab as blocks: short paragraphs, each with the button that leads on."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from domain.archive import Undelivered
from domain.risk import LevelOutlook, Outlook
from handlers.company_page import CompanyPage, Hanging, away_admins
from handlers.modals.opening import open_button
from handlers.render.blocks import Button, actions, divider, sections
from handlers.render.effects import level_name
from handlers.render.membership_state import membership_head
from handlers.render.override import overrides_listed
from handlers.render.phrases import Phrases
from handlers.render.status import overview_blocks
from handlers.render.telling import Telling
from handlers.render.unclear import unclear_part
from handlers.replies import Block
from handlers.room import Room
from handlers.words import escape

HOME = "home"
MOST_LISTED = 8
MOST_LEVELS = 3


def company_blocks(room: Room, page: CompanyPage, asked: Mapping[str, Button]) -> Iterator[Block]:
    """The company on one page; `asked` are the buttons that ask, by what they ask."""
    words = room.words
    forms = {name: open_button(name, words, room.carried(HOME)) for name in ("membership", "figures", "override")}
    yield from _titled(room, "home.membership", list(membership_head(room, page.membership)))
    yield from actions([asked["renewal"], forms["membership"]])
    yield divider()
    yield from overview_blocks(page.overview, words)
    yield from actions([asked["forecast"]])
    yield from _titled(room, "home.risks", list(_risks(room, page)) or [words.say("home.no_risks")])
    yield from actions([asked["risk"]])
    if page.hanging:
        yield from _titled(room, "home.hanging", list(_hanging(room, page.hanging)))
    yield divider()
    listed = overrides_listed(room, page.overrides[:MOST_LISTED])
    yield from (block for block in listed.blocks if block["type"] != "actions")
    yield from actions([*([asked["overrides"]] if page.overrides else []), forms["override"]])
    yield from _titled(room, "home.figures", list(_figures(room, page)))
    yield from actions([forms["figures"]])


def people_blocks(room: Room, stuck: Sequence[Undelivered]) -> Iterator[Block]:
    """Which admins are away, which messages could not be delivered, and the settings."""
    people, words = [*_away(room), *_undelivered(room, stuck)], room.words
    yield from sections([f"*{words.say('home.admins')}*", *people] if people else [], words)
    yield from actions([open_button("settings", words, HOME)])


def beginning_blocks(room: Room) -> Iterator[Block]:
    """While the company is not live: that it is not, where nobody is told anything, and the way on."""
    company, words = room.company.organisation, room.words
    if company.stage == "live":
        return
    if company.stage == "quiet":
        yield from sections([words.say("home.quiet", company=escape(company.name), at=company.setup_step + 1)], words)
    yield from actions([replace(open_button("setup", words, HOME), style="primary")])


def _titled(room: Room, title: str, lines: Sequence[str]) -> list[Block]:
    return sections([f"*{room.words.say(title)}*", *lines], room.words)


def _rest(room: Room, count: int) -> Iterator[str]:
    if count > MOST_LISTED:
        yield f"• {room.words.say('list.more', n=count - MOST_LISTED)}"


def _risks(room: Room, page: CompanyPage) -> Iterator[str]:
    for risk in page.risks[:MOST_LISTED]:
        yield f"⚠️ {_risk(room, risk)}"
        care = page.cares.get(risk.subject)
        if care is not None:
            yield room.words.say("care.taken", who=f"<@{care.user}>", day=room.words.day(care.since))
    yield from _rest(room, len(page.risks))
    telling = Telling(room.company, room.programme, Phrases(room.words, room.programme), room.today, names=True)
    yield from unclear_part(telling, page.unclear, room.view().outlooks)


def _risk(room: Room, risk: Outlook) -> str:
    words, phrases = room.words, Phrases(room.words, room.programme)
    since, level = words.date(risk.short_from or risk.day), phrases.level(risk.level)
    if isinstance(risk, LevelOutlook):
        return words.say("status.risk", level=level, competency=phrases.competency(risk.competency), since=since)
    return words.say("status.risk_membership", level=level, since=since)


def _hanging(room: Room, hanging: Sequence[Hanging]) -> Iterator[str]:
    phrases = Phrases(room.words, room.programme, MOST_LEVELS)
    for each in hanging[:MOST_LISTED]:
        levels = phrases.both([level_name(competency, level, phrases) for competency, level in each.levels])
        who = room.name(each.person) or room.words.say("notice.somebody")
        yield room.words.say("home.hangs", who=who, levels=levels)
    yield from _rest(room, len(hanging))


def _figures(room: Room, page: CompanyPage) -> Iterator[str]:
    words, phrases = room.words, Phrases(room.words, room.programme)
    month = phrases.month(page.month)
    if not page.overdue:
        yield words.say("home.none_overdue")
    telling = Telling(room.company, room.programme, phrases, room.today, names=True)
    for metric, levels in list(page.overdue.items())[:MOST_LISTED]:
        name = escape(words.name(room.programme.metrics[metric].name))
        yield words.say("home.overdue", metric=name, month=month, levels=telling.subjects(levels[:MOST_LEVELS]))
    yield from _rest(room, len(page.overdue))


def _away(room: Room) -> Iterator[str]:
    for member, reads in away_admins(room)[:MOST_LISTED]:
        day = room.words.date(member.away.until) if member.away else ""
        key = "home.away" if reads != member.user else "home.away_nobody"
        yield room.words.say(key, who=f"<@{member.user}>", day=day, reads=f"<@{reads}>")


def _undelivered(room: Room, stuck: Sequence[Undelivered]) -> Iterator[str]:
    if stuck:
        whom = dict.fromkeys(_whom(each.recipient) for each in stuck)
        few = Phrases(room.words, room.programme, MOST_LISTED).both(list(whom))
        yield room.words.say("home.undelivered", n=len(stuck), whom=few)


def _whom(recipient: str) -> str:
    return f"<#{recipient}>" if recipient.startswith(("C", "G")) else f"<@{recipient}>"

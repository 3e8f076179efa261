"""What people are told without asking: one message for one notice or many."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import TypeAlias

from domain.notice_kinds import NoticeKind
from domain.notice_ranks import ranked
from domain.notices import Owed
from domain.ports import Company, Member
from domain.programme import Programme
from domain.roles import outcome
from handlers.reminding import lead_of
from handlers.render.absence import came_back_lines, standing_in_lines
from handlers.render.blocks import Button, actions, context, divider, page, sections
from handlers.render.notice_associations import (
    claim_buttons,
    claimed_lines,
    disputed_lines,
    moved_lines,
    one_admin_lines,
)
from handlers.render.notice_beginnings import beginning_buttons, invited_lines, live_lines, welcome_lines
from handlers.render.notice_care import care_blocks, care_lines
from handlers.render.notice_channel import channel_lines
from handlers.render.notice_endings import contributor_groups, contributor_lines, own_lines
from handlers.render.notice_figures import figure_lines
from handlers.render.notice_overrides import override_lines
from handlers.render.notice_people import (
    asking,
    departed_lines,
    departed_many,
    joined,
    returned_lines,
    returned_many,
    wave_lines,
)
from handlers.render.notice_renewal import renewal_lines
from handlers.render.notice_risks import mended_lines, risk_parts
from handlers.render.notice_rules import rule_lines
from handlers.render.phrases import Phrases
from handlers.render.telling import Telling
from handlers.render.unclear import unclear_lines
from handlers.replies import Block, Reply
from handlers.words import Words, escape, language_of

MOST_SINGLE_DEPARTURES = 5
Lines: TypeAlias = Callable[[Telling, Owed], list[str]]
Part: TypeAlias = tuple[list[str], list[Block]]
"""What is told of one thing, and the buttons that ask about it."""
SINGLE: Mapping[NoticeKind, Lines] = MappingProxyType(
    {
        "departed": departed_lines,
        "departed_many": wave_lines,
        "returned": returned_lines,
        "association_moved": moved_lines,
        "association_disputed": disputed_lines,
        "profile_claimed": claimed_lines,
        "renewal": renewal_lines,
        "rules_changed": rule_lines,
        "figures_overdue": figure_lines,
        "own_ending": own_lines,
        "one_admin": lambda telling, _: one_admin_lines(telling),
        "channel_unreachable": channel_lines,
        "welcome": welcome_lines,
        "went_live": live_lines,
        "invited": invited_lines,
        "standing_in": standing_in_lines,
        "came_back": came_back_lines,
        "reminder": lambda telling, notice: [lead_of(telling.company, telling.words, notice)],
    }
)
"""The lines of a notice that is told by itself."""
FORMS: Mapping[NoticeKind, str] = MappingProxyType({"own_ending": "link", "renewal": "membership"})
"""The form for what a notice asks for."""
GROUNDLESS: frozenset[NoticeKind] = frozenset({"welcome", "invited", "standing_in"})
"""Kinds that tell nothing that is on record about their reader."""


def notice_message(
    company: Company, programme: Programme, recipient: Member, notices: Sequence[Owed], today: date
) -> Reply:
    """One Slack message that tells somebody these notices, in their language, as things stand now.

    `today` is the business day in the organisation's time zone. Names are said to those alone who may read them.
    What costs the most comes first; what no longer fits is said to be cut.
    """
    words = Words(language_of(recipient.speaks))
    names = outcome("levels", company.role(recipient), "private") == "names"
    telling = Telling(company, programme, Phrases(words, programme), today, names=names)
    notices = ranked(programme, notices)
    parts = [part for part in _parts(telling, notices) if part[0]]
    blocks = [block for lines, asks in parts for block in (*sections(lines, words), *asks, divider())]
    lead = care_lines(telling, recipient.user, notices)
    care = care_blocks(telling, recipient.user, notices)
    told = [*sections(lead, words), *blocks[:-1], *care, *_ground(telling, notices)]
    return page([*lead, *(lines[0] for lines, _ in parts)], told, words)


def _ground(telling: Telling, notices: Sequence[Owed]) -> Iterator[Block]:
    """What it is told from, and where to read more; nothing where no fact is told."""
    if {notice.kind for notice in notices} <= GROUNDLESS:
        return
    own = all(notice.audience == "person" and notice.kind != "came_back" for notice in notices)
    key = "notice.ground_own" if own else "notice.ground"
    company = escape(telling.company.organisation.name)
    yield context([telling.words.say(key, day=telling.words.date(telling.today), company=company)], telling.words)


def _parts(telling: Telling, notices: Sequence[Owed]) -> Iterator[Part]:
    """One part of the message for each thing to tell; its first line says it in short.

    What belongs together is told where the gravest of it stands.
    """
    together = _together(telling, notices)
    told: set[int] = set()
    for notice in notices:
        part = together.get(id(notice))
        if part is None:
            buttons = (asking, claim_buttons, beginning_buttons, _form)
            asks = [block for made in buttons for block in made(telling, notice)]
            yield SINGLE[notice.kind](telling, notice), asks
        elif id(part) not in told:
            told.add(id(part))
            yield part, []


def _form(telling: Telling, notice: Owed) -> list[Block]:
    """A button that opens the form with which its reader does what a notice asks for."""
    form = FORMS.get(notice.kind)
    if form is None:
        return []
    return actions([Button(telling.words.say(f"open.{form}"), f"open:{form}", telling.carried(form))])


def _together(telling: Telling, notices: Sequence[Owed]) -> Mapping[int, list[str]]:
    """The parts of notices that are told together with others, or that depend on them, by the notice."""
    kinds: tuple[NoticeKind, ...] = ("at_risk", "mended", "departed", "risk_unclear")
    risks, mended, departed, doubtful = (_of(notices, kind) for kind in kinds)
    subjects = {notice.subject for notice in risks}
    found = {id(n): part for n, part in zip(risks, risk_parts(telling, risks), strict=True)}
    found |= {id(n): override_lines(telling, n, subjects) for n in _of(notices, "override_ending")}
    found |= dict.fromkeys(map(id, mended), mended_lines(telling, mended))
    found |= dict.fromkeys(map(id, doubtful), unclear_lines(telling, doubtful))
    for wave in _of(notices, "departed_many"):
        # Who is part of the question that stands in the same message is not told beside it.
        found |= {id(n): [] for n in departed if joined(telling, n, wave)}
        departed = [notice for notice in departed if id(notice) not in found]
    if len(departed) > MOST_SINGLE_DEPARTURES:
        found |= dict.fromkeys(map(id, departed), departed_many(telling, departed))
    found |= returned_many(telling, _of(notices, "returned"))
    for group in contributor_groups(_of(notices, "contributor_ending")):
        found |= dict.fromkeys(map(id, group), contributor_lines(telling, group))
    return found


def _of(notices: Sequence[Owed], kind: NoticeKind) -> list[Owed]:
    return [notice for notice in notices if notice.kind == kind]

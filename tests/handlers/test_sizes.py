"""Everything that is said in both languages, of a company of three, of sixty and of five thousand people.

Every command and question, every button under their answers, every form, Home and every kind of notice is rendered and
held to what Slack takes.
"""

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import count

import pytest
from structlog.testing import capture_logs

from domain.facts import Achievement, Facts, LevelOverride, Membership, Person
from domain.ports import Member
from handlers.conversations import Conversations
from handlers.grammar import COMMANDS
from handlers.modals import FORMS, OPEN
from handlers.of_each import told
from handlers.replies import Reply
from tests.handlers.contoso import (
    ADMIN,
    NOW,
    ORGANISATION,
    SINCE_2017,
    TEAM,
    Contoso,
    buttons,
    caller,
    grammar,
    months,
    unsendable,
)
from tests.handlers.forms import refused
from tests.trainings import export, row

PROGRAMME = grammar().catalogue[ORGANISATION.programme]
CODES = sorted(PROGRAMME.credentials)
LEVELS = [(competency, level) for competency in PROGRAMME.competencies for level in PROGRAMME.levels]
NAME = "Maximiliane-Theodora & *Müller* <Weiß> von Habsburg-Lothringen"
MEMBER = "U1"
FEW, MANY = 3, 5000
LEAST_PRESSED, LEAST_KINDS = 26, 7
"""So many kinds of buttons and of notices at least, or the walk goes past what it is there to see."""
SAID = {
    "en": [
        *("what do we need for Gold in Cloud Platform?", "what do we need for gold?", "how are we doing?"),
        *("how are we doing in DevOps?", "who counts for Cloud Platform?", "who holds 70-533?", "are we at risk?"),
        *("what expires until 2018-12-31?", "when do we have to renew?", "which overrides are active?"),
        *("what do we get with Silver?", "what have I linked?", "which exam should I take next?", "what a nice day"),
        *("what if we lose 70-533?", "what happens if person 1 leaves?", "I passed 70-533 yesterday", "need platinum"),
    ],
    "de": [
        *("Was brauchen wir für Gold in Cloudplattform?", "Was brauchen wir für Gold?", "Wie stehen wir?"),
        *("Wie stehen wir in DevOps?", "Wer zählt für Cloudplattform?", "Wer hat die 70-533?", "Sind wir gefährdet?"),
        *("Was läuft bis zum 31.12.2018 ab?", "Wann ist unser Jahrestag?", "Welche Ausnahmen gelten?"),
        *("Welche Vorteile bringt Silver?", "Welche Erfolge habe ich verknüpft?", "Was soll ich als Nächstes machen?"),
        *("Was, wenn wir 70-533 verlieren?", "Was wäre, wenn Person 1 geht?", "Ich habe gestern die 70-533 bestanden"),
    ],
}


def crowd(size: int) -> Facts:
    """So many people who hold six exams each, of which some expire; an override of every third level."""
    held = [
        Achievement(code, date(2017, 1, 2), date(2018, 2, 1) + timedelta(days=at) if at % 3 == 0 else None, id=f"a{at}")
        for at, code in enumerate(CODES)
    ]
    people = tuple(
        Person(f"p{n}", tuple(held[(n * 7 + step) % len(held)] for step in range(6)), SINCE_2017, f"Person {n} {NAME}")
        for n in range(size)
    )
    overrides = tuple(
        LevelOverride(competency, level, date(2017, 12, 1), date(2018, 2, 1) + timedelta(days=at), id=f"o{at}")
        for at, (competency, level) in enumerate(LEVELS[:: 3 if size > 3 else 12])
    )
    figures = {metric: months(900) for metric in PROGRAMME.metrics}
    return Facts("developed", people, figures, {}, overrides, Membership("gold", date(2017, 5, 1), date(2018, 5, 1)))


@dataclass
class Walk:
    """Goes through all that a company says in a language, and keeps what Slack would refuse."""

    size: int
    language: str
    pressed: set[str] = field(default_factory=set)
    found: list[tuple[str, object]] = field(default_factory=list)
    kinds: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        locale = "de-DE" if self.language == "de" else "en-US"
        who = (Member(ADMIN, NAME, "admin", "p0", locale=locale), Member(MEMBER, "Mia", "member", "p1", locale=locale))
        others = tuple(Member(f"U{n}", f"N {n}", "member", f"p{n}", locale=locale) for n in range(2, self.size))
        self.company = Contoso(crowd(self.size), (*who, *others))
        ids = count(1)
        self.company.conversations = Conversations(
            self.company.companies, grammar(), lambda: self.company.now, lambda: f"id-{next(ids)}"
        )

    def hold(self, what: str, reply: Reply) -> None:
        """Note what is wrong with an answer."""
        if reply.view is not None and (wrong := refused(reply.view)):
            self.found.append((what, wrong))
        if (reply.view is None or reply.blocks) and (problems := unsendable(reply)):
            self.found.append((what, problems))

    async def ask(self, text: str, user: str = ADMIN, *, private: bool = True, slash: bool = False) -> None:
        """Ask, and press each button of a kind that was not pressed yet, and those under the answer to it."""
        reply = await self.company.conversations.hear(text, caller(user, private=private), slash=slash)
        self.hold(text, reply)
        await self.press_all(reply, user)

    async def press_all(self, reply: Reply, user: str) -> None:
        """Press what is new among the buttons of a reply, deeper and deeper."""
        for button in buttons(reply):
            kind = button["action_id"].partition(":")[0]
            known = f"{kind} {button['value'].split(' ')[0]}" if kind == OPEN else kind
            if known in self.pressed:
                continue
            self.pressed.add(known)
            if kind == OPEN:
                view = await self.company.conversations.form(button["value"], caller(user))
                self.found += [(known, refused(view))] if refused(view) else []
                continue
            answer = await self.company.conversations.press(button["action_id"], button["value"], caller(user))
            self.hold(known, answer)
            await self.press_all(answer, user)

    async def questions(self) -> None:
        """Every question, of an admin, a member, and in a channel; of very many people half in each language."""
        half = slice(self.language == "de", None, 2)
        for text in SAID[self.language][half if self.size == MANY else slice(None)]:
            await self.ask(text)
            if self.size == FEW:
                await self.ask(text, MEMBER)
                await self.ask(text, MEMBER, private=False)

    async def commands(self) -> None:
        """Every command by its example and by its name alone."""
        for entry in COMMANDS:
            await self.ask(entry.example, slash=True)
            await self.ask(entry.name, slash=True)

    async def files(self) -> None:
        """The vendor's export, and figures: what they would bring, and what becomes of it."""
        mine = export(row("70-535", "20/11/2017 09:00", "7770001", CorpEmail="who@contoso.example"))
        figures = b"Month;azure_customer_consumption\n2017-12;9000\n"
        for name, content in (("trainings.csv", mine), ("figures.csv", figures), ("mine.csv", b"A;B\nx;y\n")):

            async def fetch(content: bytes = content) -> bytes:
                return content

            reply = await self.company.conversations.receive_file(name, fetch, caller(ADMIN))
            self.hold(name, reply)
            await self.press_all(reply, ADMIN)
            self.pressed -= {"import", "import_withdraw", "import_cancel"}
        await self.ask("reconcile", slash=True)

    async def views(self) -> None:
        """Every form, and Home for an admin and for a member."""
        for name in FORMS:
            view = await self.company.conversations.form(name, caller(ADMIN))
            self.found += [(name, refused(view))] if refused(view) else []
        for user in (ADMIN, MEMBER):
            home = await self.company.conversations.home(caller(user))
            self.found += [("home", refused(home))] if refused(home) else []

    async def days(self, *ahead: int) -> None:
        """What is told as days go by, when somebody leaves and comes back; each message, and the buttons under it."""
        conversations, states = self.company.conversations, self.company.companies.states
        there = states[ORGANISATION.id].company.members[f"U{min(self.size - 1, 9)}"]
        for at, day in enumerate(ahead):
            self.company.now = NOW + timedelta(days=day)
            changed = replace(there, active=at % 2 == 1, updated=at + 1)
            await conversations.member_changed(TEAM, changed, event=f"E{at}") if at < 2 else None
            await conversations.look(ORGANISATION.id)
        state = states[ORGANISATION.id]
        sent = {owed.kind: (user, notices) for user, _, notices in state.sent for owed in notices}
        for kind, (user, notices) in sent.items():
            recipient = state.company.members.get(user)
            if recipient is None or kind == "reminder":
                continue
            today = self.company.now.date()
            reply = told(grammar().catalogue, state.company, recipient, notices, today)
            self.hold(kind, reply)
            await self.press_all(reply, user)
        self.kinds |= {*sent}


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("size", [3, 60, MANY])
async def test_slack_takes_all_that_is_said(size: int, language: str) -> None:
    walk = Walk(size, language)
    with capture_logs() as logs:
        await walk.questions()
        await walk.views()
        if size < MANY:
            await walk.files()
        if size == FEW or (size < MANY and language == "de"):
            await walk.days(0, 1, 16, 30, 45, 76)
        if size == FEW:
            await walk.commands()

    assert walk.found == []
    assert [entry for entry in logs if entry["event"] == "conversation_failed"] == []
    assert size != FEW or (len(walk.pressed) >= LEAST_PRESSED and len(walk.kinds) >= LEAST_KINDS)

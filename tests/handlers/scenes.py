"""For every kind of button a message that carries one, in a company where it can be pressed."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from structlog.testing import capture_logs

from domain.asked import AskedWho
from domain.facts import Facts
from domain.owed import Owed
from domain.ports import Member
from handlers.modals import OPEN
from handlers.notices import notice_message
from handlers.replies import Reply
from tests.handlers.contoso import ADA as CONTOSO_ADA
from tests.handlers.contoso import FACTS as CONTOSOS
from tests.handlers.contoso import MEMBERS as CONTOSO_MEMBERS
from tests.handlers.contoso import Contoso, buttons, caller, earned
from tests.handlers.departures import gone, staff
from tests.handlers.fabrikam import ADMIN, BOB, DANA, FACTS, MEMBERS, PROGRAMME, TODAY, Fabrikam
from tests.handlers.group import DAN, LIZ, Group
from tests.handlers.test_claims import claimed
from tests.handlers.test_claims import held as profile_of_ada
from tests.handlers.test_fuzz import Heard, wrong
from tests.handlers.test_importing import DANAS, WITH_MAIL, one_short, sends
from tests.handlers.test_moving import HERE, in_channel
from tests.handlers.test_scores import INFRASTRUCTURE
from tests.handlers.test_scores import company as designations
from tests.trainings import export, row

World = Fabrikam | Contoso | Group


@dataclass
class Scene:
    """A message with a button, in whose company, for whom, and in which channel."""

    world: World
    reply: Reply
    user: str = ADMIN
    channel: str | None = None

    def button(self, kind: str) -> Mapping[str, str]:
        """The first button of a kind."""
        return next(b for b in buttons(self.reply) if b["action_id"].partition(":")[0] == kind)

    async def press(self, kind: str, user: str | None = None) -> list[str]:
        """Press it; what is wrong with the answer."""
        made, found = caller(user or self.user), self.button(kind)
        with capture_logs() as logs:
            made = replace(made, channel=self.channel or made.channel)
            reply = await self.world.conversations.press(found["action_id"], found["value"], made)
        return wrong(Heard(reply, any(entry["event"] == "conversation_failed" for entry in logs)))

    @property
    def recorded(self) -> dict[str, object]:
        """Everything that is on record, and who is who."""
        states = self.world.companies.states.items()
        return {key: (state.company.facts, state.company.members, state.company.organisation) for key, state in states}

    def forget_everything(self) -> None:
        """Let nothing be on record any more."""
        for key, state in self.world.companies.states.items():
            members = {user: replace(member, person=None) for user, member in state.company.members.items()}
            known = replace(state.company, facts=Facts("developed"), members=members, revision=99)
            self.world.companies.states[key] = replace(state, company=known)


async def asked(text: str, world: Contoso | None = None) -> Scene:
    world = world or Contoso()
    return Scene(world, await world.asked(text, slash=True))


async def answered(text: str) -> Scene:
    world = Contoso()
    return Scene(world, await world.asked(text))


async def pressed(scene: Scene, kind: str) -> Scene:
    """The answer to a button, as the next scene."""
    found = scene.button(kind)
    return replace(
        scene, reply=await scene.world.conversations.press(found["action_id"], found["value"], caller(scene.user))
    )


async def left() -> Scene:
    company = staff()
    return Scene(company, await gone(company, BOB))


async def left_alone() -> Scene:
    """Somebody on whom a level hangs."""
    company = Fabrikam()
    await company.changes(replace(company.company.members[BOB], active=False))
    return Scene(company, company.message())


async def left_together() -> Scene:
    company = staff()
    return Scene(company, await gone(company, *(f"U0P{number}" for number in range(6))))


async def sent(content: bytes) -> Scene:
    company = one_short()
    return Scene(company, await sends(company, content))


async def trainings() -> Scene:
    return await sent(export(DANAS))


async def unclear() -> Scene:
    """A list of whose columns it is not clear what they say, and was said then."""
    scene = await sent(b"Wer;Welche;Wann\ndana@fabrikam.example;70-533;20.11.2017\n")
    state = {n: {n: {"selected_option": {"value": v}}} for n, v in (("credential", "Welche"), ("earned", "Wann"))}
    about = scene.button(OPEN)["value"]
    form = await scene.world.conversations.form(about, caller(ADMIN))
    state["email"] = {"email": {"selected_option": {"value": "Wer"}}}
    made = await scene.world.conversations.submit("columns", state, caller(ADMIN), form["private_metadata"])
    assert not made.errors
    return scene


async def figures() -> Scene:
    return await pressed(await sent(b"Month;azure_customer_consumption\n2017-12;9000\n"), "import")


async def reconciled() -> Scene:
    earned = tuple(replace(FACTS.people[0].achievements[0], earned=date(2017, 1, d), id=f"a{d}") for d in range(1, 26))
    many = replace(FACTS, people=(replace(FACTS.people[0], achievements=earned), FACTS.people[1]))
    company = Fabrikam(many, WITH_MAIL)
    scene = Scene(company, await sends(company, export(DANAS, row(day="1/1/2016", mcpid="7001"))))
    await scene.press("import")
    return Scene(company, await company.says(ADMIN, "reconcile"))


async def audited() -> Scene:
    company = Fabrikam()
    for number in range(12):
        await company.says(ADMIN, f"figure azure_customer_consumption 2017-12 {1000 + number}")
    return Scene(company, await company.says(ADMIN, "audit"))


async def invited() -> Scene:
    """Dana is asked whether she is Bob, who is nobody in Slack."""
    others = tuple(member for member in MEMBERS if member.user not in {BOB, DANA})
    dana = Member(DANA, "Bob Ross", "member", asked=AskedWho("bob", TODAY))
    company = Fabrikam(members=(*others, dana))
    owed = Owed("invited", "person/bob", 1, DANA, {"user": DANA, "person": "bob"})
    return Scene(company, notice_message(company.company, PROGRAMME, dana, [owed], TODAY), DANA)


async def profile_claimed() -> Scene:
    company = profile_of_ada()
    return Scene(company, await claimed(company), CONTOSO_ADA)


async def undecided() -> Scene:
    group = Group()
    return Scene(group, await group.says(LIZ, "status"), LIZ)


async def organisations() -> Scene:
    group = Group()
    return Scene(group, await group.says(LIZ, "organisation"), LIZ)


async def moving() -> Scene:
    group = await in_channel()
    return Scene(group, await group.says(DAN, "link 70-496 2018-01-02", HERE), DAN, HERE)


async def leaving_a_programme() -> Scene:
    company = Contoso()
    await company.asked("programme join ms-solutions-partner", slash=True)
    return await asked("programme leave ms-solutions-partner", company)


async def reminding() -> Scene:
    return await pressed(await answered("what is at risk?"), "remind_me")


async def reminders() -> Scene:
    scene = await reminding()
    await scene.press("remind_on")
    return await asked("reminders", scene.world if isinstance(scene.world, Contoso) else None)


async def expiring() -> Scene:
    more = (earned("70-532", expires=date(2018, day, 1)) for day in (5, 6, 7))
    people = (replace(CONTOSOS.people[0], achievements=(*CONTOSOS.people[0].achievements, *more)), *CONTOSOS.people[1:])
    world = Contoso(replace(CONTOSOS, people=people))
    return Scene(world, await world.asked("what expires in 2018?"))


async def scored() -> Scene:
    world = designations()
    return Scene(world, await world.asked(INFRASTRUCTURE))


def many_exams() -> Contoso:
    """A company whose admin holds more exams than one answer shows."""
    held = replace(
        CONTOSOS.people[0], achievements=tuple(earned(f"70-{code}") for code in (480, 483, 486, 532, 533, 534))
    )
    members = tuple(replace(member, person="ada" if member.user == ADMIN else None) for member in CONTOSO_MEMBERS)
    return Contoso(replace(CONTOSOS, people=(held,)), members)


STATUS = "status"
NEED = "what do we need for Gold in DevOps?"
SCENES: Mapping[str, Callable[[], Awaitable[Scene]]] = {
    "ask": lambda: answered(STATUS),
    "share": lambda: answered(NEED),
    "open": lambda: asked("link"),
    "place": undecided,
    "move": moving,
    "organisation": organisations,
    "programme_leave": leaving_a_programme,
    "care_take": left_alone,
    "care_later": left_alone,
    "care_remind": lambda: _after(left_alone, "care_later"),
    "claim": profile_claimed,
    "departed_leave": left,
    "departed_mistake": left,
    "departed_each": left_together,
    "import": trainings,
    "import_cancel": trainings,
    "import_read": unclear,
    "import_withdraw": lambda: _after(trainings, "import"),
    "figures_withdraw": figures,
    "reconcile_more": reconciled,
    "reconcile_file": reconciled,
    "list_more": lambda: asked("mine", many_exams()),
    "list_table": lambda: answered("which overrides are active?"),
    "list_file": lambda: _after(lambda: answered("which overrides are active?"), "list_table"),
    "audit_more": audited,
    "audit_file": audited,
    "is_me": invited,
    "remind_me": lambda: answered("what is at risk?"),
    "remind_on": reminding,
    "remind_off": reminders,
    "calendar": lambda: asked("forecast"),
    "why": lambda: answered(NEED),
    "nearest": lambda: answered(NEED),
    "lapse": lambda: answered("what do we need for Silver in Cloud Platform?"),
    "picture_status": lambda: answered(STATUS),
    "picture_expiring": expiring,
    "picture_need": scored,
}


async def _after(scene: Callable[[], Awaitable[Scene]], kind: str) -> Scene:
    return await pressed(await scene(), kind)

"""The one entrance: what somebody types or presses becomes a typed request, and one conversation answers it.

To add a conversation: write `async def answer(room: Room, request: ItsRequest) -> Reply` in a file of its own and name
it in `handlers.answering`; for buttons of its own, `async def press(room: Room, value: str) -> Reply`, named in
`handlers.presses`.
"""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TypeVar

import structlog

from domain.notices import Due, Owed
from domain.ports import Company, Member
from domain.tenancy import Tenancy, UndecidedError
from handlers import asking, importing, looking, modals, programmes
from handlers.answering import answer
from handlers.errors import RefusedError, is_known, sentence_for
from handlers.going_on import gone_on, keep_asked
from handlers.grammar import Grammar
from handlers.home import home, said_home
from handlers.moving import MOVE, move
from handlers.places import PLACE, at_home, one_after_the_other, placed, placed_submitted, placed_view, which
from handlers.presses import PRESSES
from handlers.reminding import recalled
from handlers.replies import Caller, Option, Reply, Submitted, Surface
from handlers.requests import Question, RuleChangesAsked
from handlers.roles import action_of, action_pressed
from handlers.room import Room, Tools
from handlers.words import Words, language_of

MOST_TYPED = 2000
Answer = TypeVar("Answer")

log = structlog.get_logger()


class Conversations:
    """Everything that people can say to Assay. `now` is the business clock, aware UTC."""

    def __init__(
        self, companies: Tenancy, grammar: Grammar, now: Callable[[], datetime], new_id: Callable[[], str]
    ) -> None:
        self._tools = Tools(companies, grammar, now, new_id)

    async def hear(self, text: str, caller: Caller, *, slash: bool) -> Reply:
        """Answer a slash command's text, a mention's or a direct message's. Never raises: errors become sentences."""
        asked = f"{asking.SLASH if slash else asking.FREE} {text}"
        return await self._replied(caller, lambda company: self._hear(text, company, caller, slash=slash), asked)

    async def press(self, action: str, value: str, caller: Caller) -> Reply:
        """Answer a button that one of our messages carried. Never raises."""
        action, caller = at_home(caller, action)
        return await self._replied(caller, lambda company: self._press(action, value, company, caller))

    async def form(self, value: str, caller: Caller) -> Surface:
        """The form that a button opens, by its value, or a modal that says why not. Never raises."""

        async def made(company: Company) -> Surface:
            return placed_view(modals.opened(*self._filling_of(company, caller, value)), company)

        return await self._guarded(caller, made, modals.said_view)

    async def link_named(self, text: str, caller: Caller, ago: timedelta = timedelta()) -> Surface:
        """The form that links what a message of some time ago names, or a modal that says why not. Never raises."""

        async def made(company: Company) -> Surface:
            return placed_view(modals.link_named(self._filling(company, caller), text, ago), company)

        return await self._guarded(caller, made, modals.said_view)

    async def shown(self, action: str, value: str, caller: Caller) -> Surface:
        """What a button of the Home tab brings, as a modal: a form, or an answer. Never raises."""
        action, caller = at_home(caller, action)
        if action.partition(":")[0] == modals.OPEN:
            return await self.form(value, caller)

        async def answered(company: Company) -> Surface:
            words = words_for(company, caller)
            return modals.said_view(placed(await self._press(action, value, company, caller), company, words), words)

        return await self._guarded(caller, answered, modals.said_view)

    async def receive_file(self, file: str, fetch: importing.Fetch, caller: Caller, reference: str = "") -> Reply:
        """Say what a file that somebody sent directly would bring, with a button that takes it over. Never raises.

        `fetch` brings its bytes, or raises FileRefusedError. Where it has to be asked first for which organisation it
        is, the buttons carry its `reference`, if it has one: `asking.sent_in` finds it there.
        """

        async def receive(company: Company) -> Reply:
            room = self._room(company, caller, "", slash=False)
            room.require("import")
            return await importing.receive(room, file, fetch)

        return await self._replied(caller, receive, asking.sent(reference, file))

    async def submit(self, form: str, state: modals.State, caller: Caller, metadata: str = "") -> Submitted:
        """Take a form that was sent: its callback id, the values of its state, its metadata. Never raises."""
        form, caller = at_home(caller, form)

        async def take(company: Company) -> Submitted:
            room, kept = self._filling_of(company, caller, metadata)
            return placed_submitted(await modals.submitted(room, form, state, kept), company)

        return await self._guarded(caller, take, lambda said, words: Submitted(view=modals.said_view(said, words)))

    async def reshape(self, form: str, state: modals.State, metadata: str, caller: Caller) -> Surface:
        """A form with the fields for what was just chosen in it. Never raises."""
        form, caller = at_home(caller, form)

        async def shape(company: Company) -> Surface:
            room, kept = self._filling_of(company, caller, metadata)
            return placed_view(modals.reshaped(room, form, state, kept), company)

        return await self._guarded(caller, shape, modals.said_view)

    async def suggest(self, field: str, typed: str, caller: Caller) -> Sequence[Option]:
        """What a menu offers for what was typed into it, at most a hundred. Never raises."""

        async def find(company: Company) -> Sequence[Option]:
            return modals.suggestions(self._filling(company, caller), field, typed)

        return await self._guarded(caller, find, lambda _said, _words: ())

    async def recall(self, company: Company, user: str, notices: Sequence[Owed]) -> Reply:
        """What somebody asked to be reminded of, answered as things are now. Raises StorageDownError."""
        caller = Caller(company.team, user)
        reply = await recalled(self._room(company, caller, "", slash=False), notices, self._ask)
        return placed(reply, company, words_for(company, caller))

    async def home(self, caller: Caller) -> Surface:
        """The Home tab of one person, as things are now. Never raises."""

        async def show(company: Company) -> Surface:
            return placed_view(await home(self._filling(company, caller)), company)

        return await self._guarded(caller, show, said_home)

    async def member_changed(self, team: str, member: Member, *, event: str) -> None:
        """Take over a Slack user as they are now, with what follows, and mark the event done with it.

        Raises EventAlreadyDoneError, UnknownTeamError and StorageDownError.
        """
        await looking.member_changed(self._tools, team, member, event=event)

    async def members_compared(self, team: str, members: Sequence[Member], *, event: str) -> int:
        """Take over all Slack users who are not as they are on record, in one transaction; returns how many.

        Raises UnknownTeamError and StorageDownError.
        """
        return await looking.members_compared(self._tools, team, members, event=event)

    async def look(self, organisation: str, *, dry: bool = False) -> Due:
        """Look at one company: owe what is due there and say when to look next; `dry` only says what would be owed.

        Raises UnknownTeamError and StorageDownError.
        """
        return await looking.look(self._tools, organisation, dry=dry)

    async def _replied(self, caller: Caller, work: Callable[[Company], Awaitable[Reply]], asked: str = "") -> Reply:
        async def named(company: Company) -> Reply:
            return placed(await work(company), company, words_for(company, caller))

        return await self._guarded(caller, named, lambda said, _words: said, asked)

    async def _guarded(
        self,
        caller: Caller,
        work: Callable[[Company], Awaitable[Answer]],
        instead: Callable[[Reply, Words], Answer],
        asked: str = "",
    ) -> Answer:
        words, known = Words("en"), None
        try:
            company, said = await self._meant(caller, asked)
            words = words_for(company, caller)
            if said is not None:
                return instead(said, words)
            known = None if caller.shared else company
            return await work(company)
        except Exception as error:
            if not is_known(error):
                log.exception("conversation_failed", request=caller.request)
            reply = Reply(sentence_for(error, words, caller.request))
            return instead(reply if known is None else placed(reply, known, words), words)

    async def _meant(self, caller: Caller, asked: str) -> tuple[Company, Reply | None]:
        """The company that is meant; where nothing says which and it matters, a question to answer first."""
        companies = self._tools.companies
        try:
            return await companies.at(caller.team, caller.channel, caller.user, caller.organisation), None
        except UndecidedError as error:
            first = await companies.get(error.organisations[0].id)
            if asking.any_will_do(self._room(first, caller, asking.typed_in(asked), slash=asking.is_slash(asked))):
                return first, None
            return first, which(error.organisations, asked, words_for(first, caller))

    async def _hear(self, text: str, company: Company, caller: Caller, *, slash: bool) -> Reply:
        room = await gone_on(self._room(company, caller, text, slash=slash))
        reply = await self._ask(room)
        await keep_asked(room)
        return reply

    async def _press(self, action: str, value: str, company: Company, caller: Caller) -> Reply:
        kind = action.partition(":")[0]
        if kind == modals.OPEN:
            return modals.offered(*self._filling_of(company, caller, value))
        if kind == PLACE:
            return await self._hear(asking.typed_in(value), company, caller, slash=asking.is_slash(value))
        if kind == MOVE:
            moved = await move(self._filling(company, caller))
            company = await self._tools.companies.get(company.organisation.id)
            text, slash = asking.typed_in(value), asking.is_slash(value)
            return one_after_the_other(moved, await self._hear(text, company, caller, slash=slash))
        if kind == "share":
            return await self._share(value, company, caller)
        if kind == "ask":
            language, text = asking.asked(value)
            room = replace(self._room(company, caller, text, slash=False), words=Words(language))
            reply = await self._ask(room)
            await keep_asked(room)
            return reply
        if kind not in PRESSES:
            raise RefusedError("error.old_button")
        room, value = programmes.of_button(self._room(company, caller, value, slash=False), value)
        room.require(action_pressed(kind))
        return await PRESSES[kind](room, value)

    async def _share(self, value: str, company: Company, caller: Caller) -> Reply:
        """The same request again, as of the same moment, at the channel's level."""
        room = self._room(company, replace(caller, private=False), "", slash=False)
        asked = asking.shared(value)
        return await self._ask(replace(room, at=asked.at, typed=asked.typed, slash=asked.slash))

    def _room(self, company: Company, caller: Caller, text: str, *, slash: bool) -> Room:
        if caller.shared:
            raise RefusedError("error.shared_channel")
        member = member_of(company, caller.user)
        programme = self._tools.grammar.catalogue[company.organisation.programme]
        words = words_for(company, caller)
        return Room(self._tools, company, programme, caller, member, words, self._tools.now(), text, slash)

    def _filling(self, company: Company, caller: Caller) -> Room:
        """The room of somebody who may record what is their own. Raises RefusedError."""
        room = self._room(company, caller, "", slash=False)
        room.require("own")
        return room

    def _filling_of(self, company: Company, caller: Caller, value: str) -> tuple[Room, str]:
        """The same, in the programme that a button or a form names; and the rest of what it carries."""
        return programmes.of_button(self._filling(company, caller), value)

    async def _ask(self, room: Room) -> Reply:
        if len(room.typed) > MOST_TYPED:
            raise RefusedError("error.too_long", length=len(room.typed), most=MOST_TYPED)
        first, (room, request) = room, programmes.meant(room)
        action = action_of(request)
        room.require(action)
        first, room = (replace(each, action=action) for each in (first, room))
        if isinstance(request, Question | RuleChangesAsked) and request.language is not None and not _chose(room):
            first, room = (replace(each, words=Words(request.language)) for each in (first, room))
        try:
            asking.refuse_impossible(room)
            return await programmes.answered(first, room, request, answer)
        except RefusedError as error:
            return Reply(sentence_for(error, room.words, room.caller.request))


def member_of(company: Company, user: str) -> Member:
    """The speaker as the company knows them; somebody whom it does not know yet may see nothing."""
    return company.members.get(user) or Member(user, user, "guest")


def words_for(company: Company, caller: Caller) -> Words:
    """The speaker's language."""
    return Words(language_of(member_of(company, caller.user).speaks))


def _chose(room: Room) -> bool:
    """Whether the speaker chose the language in which they alone are answered."""
    return room.caller.private and room.member.language is not None

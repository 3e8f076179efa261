"""What people of Silverbirch do in a year, day by day; everything else is Assay's."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo

from handlers.conversations import Conversations
from handlers.replies import Caller, Reply
from tests.handlers.contoso import buttons
from tests.story.company import BERLIN, CHANNEL, CONSUMPTION, TEAM, named
from tests.trainings import export, row
from tests.year import Read

PARTNERS = "C0PARTNERS"


class Stage(Protocol):
    """Where the year happens: what can be said to the bot at a moment, and what was read so far."""

    now: datetime
    read: list[Read]

    @property
    def conversations(self) -> Conversations:
        """What can be said to a bot that runs."""

    async def sweep(self, until: datetime) -> None:
        """Let time pass, looking whenever a look is due."""

    async def deliver(self) -> None:
        """Bring what went because of a deed."""


Act = Callable[[Stage], Awaitable[object]]


@dataclass(frozen=True, slots=True)
class Deed:
    """What somebody does at a moment in Berlin, in one sentence."""

    at: str
    says: str
    act: Act

    @property
    def moment(self) -> datetime:
        """When, in UTC."""
        return datetime.fromisoformat(self.at).replace(tzinfo=ZoneInfo(BERLIN)).astimezone(UTC)


async def play(stage: Stage, deeds: Sequence[Deed], until: str) -> None:
    """Let the year pass."""
    for deed in deeds:
        await stage.sweep(deed.moment)
        await deed.act(stage)
        await stage.deliver()
    await stage.sweep(datetime.fromisoformat(until).replace(tzinfo=ZoneInfo(BERLIN)).astimezone(UTC))


def typed(at: str, handle: str, command: str, channel: str = PARTNERS) -> Deed:
    """Somebody types a command."""

    async def act(stage: Stage) -> Reply:
        reply = await stage.conversations.hear(command, _caller(handle, channel), slash=True)
        return _taken(reply, command)

    return Deed(at, f"{named(handle).name}: `/assay {command}`", act)


def reported(at: str, handle: str, *months: str, value: int = 9500) -> Deed:
    """An admin reports the consumption of some months."""

    async def act(stage: Stage) -> None:
        for month in months:
            told = f"figure {CONSUMPTION} {month} {value}"
            _taken(await stage.conversations.hear(told, _caller(handle), slash=True), told)

    return Deed(at, f"{named(handle).name} reports the Azure consumption of {' and '.join(months)}: {value:,}", act)


def pressed(at: str, handle: str, *labels: str) -> Deed:
    """Somebody presses a button of the last message that has it, and then one of the answer."""

    async def act(stage: Stage) -> None:
        user = named(handle).user
        found = (r.reply for r in reversed(stage.read) if r.recipient == user and labels[0] in _labels(r.reply))
        reply = next(found)
        for label in labels:
            button = next(b for b in buttons(reply) if b["text"]["text"] == label)
            reply = await stage.conversations.press(button["action_id"], button["value"], _caller(handle))
            _taken(reply, label)

    return Deed(at, f"{named(handle).name} presses “{'”, then “'.join(labels)}”", act)


def left(at: str, handle: str, who: str, day: str) -> Deed:
    """An admin says in the form that somebody left on a day."""

    async def act(stage: Stage) -> None:
        user = named(handle).user
        shown = (b for r in reversed(stage.read) if r.recipient == user for b in buttons(r.reply))
        value = next(b["value"] for b in shown if b["action_id"].startswith("open:left") and f" {who} " in b["value"])
        view = await stage.conversations.form(value, _caller(handle))
        metadata = str(view["private_metadata"])
        form = str(view["callback_id"])
        sent = await stage.conversations.submit(form, filled_day(day), _caller(handle), metadata)
        if sent.errors:
            raise AssertionError(sent.errors)

    return Deed(at, f"{named(handle).name} presses “Left on …” for {named(who).name} and chooses {day}", act)


def filled_day(day: str) -> dict[str, object]:
    """The form with a day in it."""
    return {"on": {"on": {"type": "datepicker", "selected_date": day}}}


def account(at: str, says: str, *handles: str, active: bool, apart: int = 0) -> Deed:
    """Slack says that accounts were deactivated or are active again, so many minutes apart."""

    async def act(stage: Stage) -> None:
        for place, handle in enumerate(handles):
            if place:
                await stage.sweep(stage.now + timedelta(minutes=apart))
            member = replace(named(handle).member(), active=active, updated=int(stage.now.timestamp() * 1_000_000))
            await stage.conversations.member_changed(TEAM, member, event=f"{at} {handle}")
            await stage.deliver()

    return Deed(at, says, act)


def imported(at: str, handle: str, mail: str, exam: str, day: str, profile: str) -> Deed:
    """An admin takes over an export of the vendor with one row."""

    async def act(stage: Stage) -> None:
        content = export(row(exam, f"{day} 00:00", profile, CorpEmail=f"{mail}@silverbirch.example"))

        async def fetch() -> bytes:
            return content

        preview = await stage.conversations.receive_file("trainings.csv", fetch, _caller(handle))
        button = buttons(preview)[0]
        _taken(await stage.conversations.press(button["action_id"], button["value"], _caller(handle)), "import")

    return Deed(at, f"{named(handle).name} takes over an export that shows {exam} of {named(mail).name}", act)


def moved(at: str, handle: str, command: str, label: str, channel: str) -> Deed:
    """Somebody records something in the sister's channel, and says that they belong there now."""

    async def act(stage: Stage) -> None:
        asked = await stage.conversations.hear(command, _caller(handle, channel), slash=True)
        button = next(b for b in buttons(asked) if b["text"]["text"] == label)
        moved = await stage.conversations.press(button["action_id"], button["value"], _caller(handle, channel))
        _taken(moved, label)

    return Deed(at, f"{named(handle).name}, in Northlight's channel: `/assay {command}`, then “{label}”", act)


def _caller(handle: str, channel: str = CHANNEL) -> Caller:
    return Caller(TEAM, named(handle).user, channel, request=f"{handle} {channel}")


def _labels(reply: Reply) -> list[str]:
    return [button["text"]["text"] for button in buttons(reply)]


def _taken(reply: Reply, said: str) -> Reply:
    """A deed that was refused, by a bare sentence, is a mistake of the story's."""
    if not reply.blocks:
        raise AssertionError(f"{said}: {reply.text}")
    return reply

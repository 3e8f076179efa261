"""People and channels as they come, change and go."""

from dataclasses import replace
from typing import TypedDict, Unpack

from bot.demo.core import Slack
from bot.demo.model import Channel, ChannelKind, User
from bot.demo.people import grant
from bot.demo.shapes import user_json


class ActError(Exception):
    """Something that this person cannot do; the text is one sentence for them."""


class Details(TypedDict, total=False):
    """What can be said of a user besides the name that people read."""

    name: str
    email: str
    tz: str
    locale: str
    is_admin: bool
    is_restricted: bool
    deleted: bool


class Traits(Details, total=False):
    """What can be said of a user."""

    real_name: str


class Members:
    """Who is in the team and in its channels."""

    def __init__(self, slack: Slack) -> None:
        self._slack = slack

    async def add_user(self, real_name: str, **details: Unpack[Details]) -> User:
        """Let a new person join the team and its public channels; the app hears of it by `team_join`."""
        state = self._slack.state
        details.setdefault("name", real_name.split(" ", maxsplit=1)[0].lower())
        user = state.put_user(User(id=state.new_id("U"), real_name=real_name, **details))
        for channel in list(state.channels.values()):
            if channel.kind is ChannelKind.PUBLIC:
                state.put_channel(replace(channel, members=channel.members | {user.id}))
        self._tell("team_join", user)
        return user

    async def change_user(self, user: str, **traits: Unpack[Traits]) -> User:
        """Change what is known of a person; the app hears of it by `user_change`."""
        changed = self._slack.state.put_user(replace(self._known(user), **traits))
        self._tell("user_change", changed)
        return changed

    async def deactivate(self, user: str) -> User:
        """Deactivate a person's account, as when they leave the company."""
        return await self.change_user(user, deleted=True)

    async def reactivate(self, user: str) -> User:
        """Give a deactivated person their account back."""
        return await self.change_user(user, deleted=False)

    async def rename(self, user: str, real_name: str) -> User:
        """Give a person another name."""
        return await self.change_user(user, real_name=real_name)

    async def invite(self, channel: str, user: str) -> Channel:
        """Take a user (or the bot) into a channel."""
        found = self._channel(channel)
        return self._slack.state.put_channel(replace(found, members=found.members | {self._known(user).id}))

    async def remove(self, channel: str, user: str) -> Channel:
        """Take a user (or the bot) out of a channel."""
        found = self._channel(channel)
        return self._slack.state.put_channel(replace(found, members=found.members - {user}))

    async def archive(self, channel: str) -> Channel:
        """Archive a channel: nobody can write in it any more."""
        return self._slack.state.put_channel(replace(self._channel(channel), is_archived=True))

    async def uninstall(self) -> None:
        """Remove the app from the workspace: its tokens end, and it hears of that and nothing more."""
        self._slack.emit("app_uninstalled", {"type": "app_uninstalled"})
        self._slack.emit(
            "tokens_revoked", {"type": "tokens_revoked", "tokens": {"oauth": [], "bot": [self._slack.bot]}}
        )
        self._slack.state.installed = False
        self._slack.state.changed()

    async def reinstall(self) -> None:
        """Install the app again, with the same tokens."""
        self._slack.state.installed = True
        self._slack.state.changed()

    def grant(self, user: str) -> str:
        """Let somebody allow, in the browser, that the app is installed: the code that Slack then gives the app."""
        return grant(self._slack, user)

    def neighbour(self, home: "Members") -> None:
        """Be reached at another workspace's Web API too, by tokens and codes, as all of Slack is at one address."""
        home.beside(self._slack)

    def beside(self, other: Slack) -> None:
        """Answer for another workspace's tokens and codes."""
        self._slack.neighbours.append(other)

    def _known(self, user: str) -> User:
        found = self._slack.state.person(user)
        if found is None:
            raise ActError(f"There is no user {user}.")
        return found

    def _active(self, user: str) -> User:
        found = self._known(user)
        if found.deleted:
            raise ActError(f"{found.real_name} is deactivated.")
        return found

    def _channel(self, ref: str) -> Channel:
        found = self._slack.state.find_channel(ref)
        if found is None:
            raise ActError(f"There is no channel {ref}.")
        return found

    def _place(self, user: str, ref: str) -> Channel:
        """The conversation in which this person can write: a channel of theirs, or the direct one with a user."""
        person = self._active(user)
        if ref != user and self._slack.state.person(ref) is not None:
            return self._slack.state.direct(user, ref)
        channel = self._channel(ref)
        if user not in channel.members:
            raise ActError(f"{person.real_name} is not in that conversation.")
        if channel.is_archived:
            raise ActError(f"#{channel.name} is archived.")
        return channel

    def _tell(self, name: str, user: User) -> None:
        shown = user_json(user, self._slack.config, with_email="users:read.email" in self._slack.config.app.scopes)
        event = {"type": name, "user": shown | {"locale": user.locale}, "event_ts": self._slack.state.next_ts()}
        self._slack.emit(name, event | {"cache_ts": int(self._slack.clock())})

"""auth.*, team.*, users.*, bots.*, views.* and apps.*: who is who, and what the app shows them."""

from secrets import token_hex

from bot.demo.args import Args
from bot.demo.blocks import Surface
from bot.demo.content import view as checked_view
from bot.demo.core import Slack
from bot.demo.errors import ApiError
from bot.demo.method import Method
from bot.demo.model import Json, User, View
from bot.demo.paging import more, page
from bot.demo.shapes import bot_profile, user_json, view_json


def auth_test(slack: Slack, args: Args) -> Json:  # noqa: ARG001 - every method is called alike
    """auth.test: whose token this is."""
    return {
        "url": f"https://{slack.config.team.domain}.slack.com/",
        "team": slack.config.team.name,
        "user": slack.config.app.handle,
        "team_id": slack.config.team.id,
        "user_id": slack.bot,
        "bot_id": slack.config.app.bot_id,
        "is_enterprise_install": False,
    }


def team_info(slack: Slack, args: Args) -> Json:  # noqa: ARG001 - every method is called alike
    """team.info: the workspace."""
    team = slack.config.team
    url = f"https://{team.domain}.slack.com/"
    return {"team": {"id": team.id, "name": team.name, "domain": team.domain, "email_domain": "", "url": url}}


def bots_info(slack: Slack, args: Args) -> Json:
    """bots.info: the app's bot."""
    if args.text("bot", slack.config.app.bot_id) != slack.config.app.bot_id:
        raise ApiError("bot_not_found")
    return {"bot": bot_profile(slack.config)}


def users_info(slack: Slack, args: Args) -> Json:
    """users.info: one user, also when deactivated."""
    user = slack.state.person(args.text("user"))
    if user is None:
        raise ApiError("user_not_found")
    return {"user": _user(slack, user, args)}


def users_list(slack: Slack, args: Args) -> Json:
    """users.list: all users, deactivated ones and bots included, in pages."""
    users = list(slack.state.users.values())
    shown, after = page(users, [user.id for user in users], args, args.limit(1000, 1000))
    members = [_user(slack, user, args) for user in shown]
    return {"members": members, "cache_ts": int(slack.clock())} | more(after)


def users_lookup(slack: Slack, args: Args) -> Json:
    """users.lookupByEmail: the active user with an address."""
    email = args.need("email").casefold()
    for user in slack.state.users.values():
        if user.email and user.email.casefold() == email and not user.deleted:
            return {"user": _user(slack, user, args)}
    raise ApiError("users_not_found")


def _user(slack: Slack, user: User, args: Args) -> Json:
    shown = user_json(user, slack.config, with_email="users:read.email" in slack.config.app.scopes)
    return shown | {"locale": user.locale} if args.flag("include_locale") else shown


def views_publish(slack: Slack, args: Args) -> Json:
    """views.publish: the app's Home tab for one user."""
    user = slack.state.person(args.text("user_id"))
    if user is None:
        raise ApiError("user_not_found")
    if not slack.config.app.home_tab:
        raise ApiError("not_enabled")
    body = checked_view(args, Surface.HOME)
    earlier = slack.state.homes.get(user.id)
    if args.text("hash") and (earlier is None or earlier.hash != args.text("hash")):
        raise ApiError("hash_conflict")
    view_id = earlier.id if earlier else slack.state.new_id("V")
    view = View(id=view_id, user=user.id, body=body, hash=_hash(slack))
    slack.state.homes[user.id] = view
    slack.state.changed()
    return {"view": view_json(view, slack.config)}


def views_open(slack: Slack, args: Args) -> Json:
    """views.open: a modal for the person whose trigger this is."""
    body = checked_view(args, Surface.MODAL)
    slack.triggers.redeem(args.need("trigger_id"))
    view = View(id=slack.state.new_id("V"), user="", body=body, hash=_hash(slack))
    slack.state.modals[view.id] = view
    slack.state.changed()
    return {"view": view_json(view, slack.config)}


def _hash(slack: Slack) -> str:
    return f"{int(slack.clock())}.{token_hex(4)}"


METHODS = {
    "auth.test": Method(auth_test),
    "team.info": Method(team_info, "team:read"),
    "bots.info": Method(bots_info, "users:read"),
    "users.info": Method(users_info, "users:read"),
    "users.list": Method(users_list, "users:read"),
    "users.lookupByEmail": Method(users_lookup, "users:read.email"),
    "views.publish": Method(views_publish),
    "views.open": Method(views_open),
}

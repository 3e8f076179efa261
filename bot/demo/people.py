"""auth.*, team.*, users.* and bots.*: who is who."""

from secrets import token_hex

from bot.demo.args import Args
from bot.demo.core import Slack
from bot.demo.errors import ApiError
from bot.demo.method import Method
from bot.demo.model import Json, User
from bot.demo.paging import more, page
from bot.demo.shapes import bot_profile, user_json


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


def auth_revoke(slack: Slack, args: Args) -> Json:  # noqa: ARG001 - every method is called alike
    """auth.revoke: the token ends."""
    slack.state.installed = False
    return {"revoked": True}


def grant(slack: Slack, user: str) -> str:
    """Somebody allows the app to be installed: the code that the app exchanges for a token, once."""
    code = token_hex(16)
    slack.grants[code] = user
    return code


def oauth_access(slack: Slack, args: Args) -> Json:
    """oauth.v2.access: the token of the workspace, this one or a neighbour, in which a code was given."""
    code = args.need("code")
    granting = next((each for each in (slack, *slack.neighbours) if code in each.grants), None)
    if granting is None:
        raise ApiError("invalid_code")
    user, app = granting.grants.pop(code), granting.config.app
    granting.state.installed = True
    return {
        "access_token": app.bot_token,
        "token_type": "bot",
        "scope": ",".join(sorted(app.scopes)),
        "bot_user_id": app.bot_user_id,
        "app_id": app.id,
        "team": {"id": granting.config.team.id, "name": granting.config.team.name},
        "enterprise": None,
        "is_enterprise_install": False,
        "authed_user": {"id": user},
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


METHODS = {
    "auth.test": Method(auth_test),
    "auth.revoke": Method(auth_revoke),
    "oauth.v2.access": Method(oauth_access, open=True),
    "team.info": Method(team_info, "team:read"),
    "bots.info": Method(bots_info, "users:read"),
    "users.info": Method(users_info, "users:read"),
    "users.list": Method(users_list, "users:read"),
    "users.lookupByEmail": Method(users_lookup, "users:read.email"),
}

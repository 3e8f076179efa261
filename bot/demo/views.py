"""views.*: the app's Home tab, and its modals: opened, pushed and updated."""

from dataclasses import replace
from secrets import token_hex

from bot.demo.args import Args
from bot.demo.blocks import Surface
from bot.demo.content import view as checked_view
from bot.demo.core import Slack
from bot.demo.errors import ApiError, invalid_arguments
from bot.demo.method import Method
from bot.demo.model import Json, View
from bot.demo.shapes import view_json

_DEEPEST = 3  # views one on another


def publish(slack: Slack, args: Args) -> Json:
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
    return {"view": shown(slack, view)}


def open_modal(slack: Slack, args: Args) -> Json:
    """views.open: a modal for the person whose trigger this is, in the place of whatever modal they have open."""
    body = checked_view(args, Surface.MODAL)
    user = slack.triggers.redeem(args.need("trigger_id"))
    slack.state.put_modals(user, ())
    return {"view": shown(slack, stack(slack, user, body))}


def push(slack: Slack, args: Args) -> Json:
    """views.push: a view on top of the modal in which the trigger's click was."""
    body = checked_view(args, Surface.MODAL)
    user = slack.triggers.redeem(args.need("trigger_id"))
    if not slack.state.modals.get(user):
        raise ApiError("invalid_trigger_id")
    return {"view": shown(slack, stack(slack, user, body))}


def update(slack: Slack, args: Args) -> Json:
    """views.update: of a modal that is open, found by its id or the app's own; with a hash only if nothing changed."""
    body = checked_view(args, Surface.MODAL)
    view = _named(slack, args)
    if args.text("hash") and args.text("hash") != view.hash:
        raise ApiError("hash_conflict")
    return {"view": shown(slack, rewrite(slack, view, body))}


def stack(slack: Slack, user: str, body: Json) -> View:
    """Put a view on top of what a person has open.

    Raises:
        ApiError: there are three already, or another one has its external id.
    """
    below = slack.state.modals.get(user, ())
    if len(below) >= _DEEPEST:
        raise ApiError("push_limit_reached")
    outer = body.get("external_id")
    if outer and any(view.body.get("external_id") == outer for kept in slack.state.modals.values() for view in kept):
        raise ApiError("duplicate_external_id")
    new = slack.state.new_id("V")
    view = View(
        id=new,
        user=user,
        body=body,
        hash=_hash(slack),
        root_id=below[0].id if below else new,
        previous_id=below[-1].id if below else None,
    )
    slack.state.put_modals(user, (*below, view))
    return view


def rewrite(slack: Slack, view: View, body: Json) -> View:
    """Put another body into an open view; what was typed stays where block and action keep their ids."""
    fresh = replace(view, body=body, hash=_hash(slack))
    kept = slack.state.modals.get(view.user, ())
    slack.state.put_modals(view.user, tuple(fresh if one.id == view.id else one for one in kept))
    return fresh


def shown(slack: Slack, view: View) -> Json:
    """A view as the app sees it, with what has been typed into it."""
    return view_json(view, slack.config, slack.state.values_of(view))


def _named(slack: Slack, args: Args) -> View:
    view_id, outer = args.text("view_id"), args.text("external_id")
    if not view_id and not outer:
        raise invalid_arguments("missing required field: view_id")
    for kept in slack.state.modals.values():
        for view in kept:
            if view.id == view_id or (outer and view.body.get("external_id") == outer):
                return view
    raise ApiError("not_found")


def _hash(slack: Slack) -> str:
    return f"{int(slack.clock())}.{token_hex(4)}"


METHODS = {
    "views.publish": Method(publish),
    "views.open": Method(open_modal),
    "views.push": Method(push),
    "views.update": Method(update),
}

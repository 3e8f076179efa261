"""Whatever people type, press or fill in: an answer, never an exception, a ping, or more than Slack takes."""

import re
from dataclasses import dataclass, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from structlog.testing import capture_logs

from handlers.grammar import COMMANDS
from handlers.modals import FORMS
from handlers.modals.form import Field
from handlers.presses import PRESSES
from handlers.replies import Reply
from handlers.replies import Surface as View
from tests.handlers.contoso import caller, plain, unsendable
from tests.handlers.fabrikam import ADA, ADMIN, GUEST, Fabrikam
from tests.handlers.forms import refused

FEW = settings(max_examples=40, deadline=None)
SOMEBODY = "U0SOMEBODY"
LONG = 40_000
MARKED = """
<!channel> <!here> <!everyone> <@U0SOMEBODY> <@U0SOMEBODY|x> <@ <!subteam^S1|@all> <#C1|general> &lt;!channel&gt;
&amp;lt;!here&amp;gt; <http://a.b|click> *bold* _it_ ~no~ `code` ```block``` > >>> :tada: @here @channel
\u202e\u2066gold\u2069
\u0661\u0662 \u05e9\u05dc\u05d5\u05dd \ufdfa e\u0301\u0301 \U0001f469\u200d\U0001f680 \u200b \u0000 \ud7ff
% %s {} {0} {person} \\ ' " "" null 0 -1 1e9
Gold Silver DevOps Cloud Platform 70-533 70-553 2018-02-30 2018-03-01 9999-12-31 0000-00-00 31.02. tomorrow gestern
what do we need for who holds expires if leaves until by because ticket csv off list cancel developed seats ? . ,
Was brauchen wir f\u00fcr wer hat l\u00e4uft ab wenn geht bis ohne und and
"""
WORDS = st.sampled_from(sorted(set(MARKED.split())))
TEXTS = st.text(max_size=80) | st.lists(WORDS | st.text(max_size=6), max_size=14).map(" ".join)
BEGINNINGS = sorted({name for entry in COMMANDS for name in (entry.name, *entry.aliases, entry.example)})
ENDLESS = (
    "x",
    "Gold ",
    "<@U0SOMEBODY> ",
    "<!channel>",
    "\U0001f389",
    "\u202e",
    "what do we need for ",
    "70-533 ",
    "*`",
    "\n",
)


@dataclass(frozen=True)
class Heard:
    """An answer, and whether anything went wrong inside."""

    reply: Reply
    failed: bool


async def heard(company: Fabrikam, text: str, user: str = ADMIN, *, private: bool = True) -> Heard:
    """What is heard in a thread of the channel, or privately by command."""
    speaker = replace(caller(user, private=private), thread=None if private else "1.0")
    with capture_logs() as logs:
        reply = await company.conversations.hear(text, speaker, slash=private)
    return Heard(reply, any(entry["event"] == "conversation_failed" for entry in logs))


def wrong(found: Heard) -> list[str]:
    """What is wrong with an answer."""
    reply = found.reply
    pinged = re.findall(r"<!|<@U0SOMEBODY", f"{reply.text}\n{plain(reply)}")
    problems = [*pinged, *(["failed inside"] if found.failed else [])]
    problems += [refused(reply.view)] if reply.view and refused(reply.view) else []
    return problems if reply.view and not reply.blocks else [*problems, *unsendable(_known(reply))]


def _known(reply: Reply) -> Reply:
    """The reply with the blocks that Slack's SDK has classes for."""
    return replace(reply, blocks=tuple(b for b in reply.blocks if not b["type"].startswith("data_")))


@FEW
@given(TEXTS, st.sampled_from([ADMIN, ADA, GUEST]), st.booleans())
async def test_any_question_is_answered(text: str, user: str, private: bool) -> None:  # noqa: FBT001 - hypothesis hands its examples over by place
    assert wrong(await heard(Fabrikam(), text, user, private=private)) == []


@FEW
@given(st.sampled_from(BEGINNINGS), TEXTS)
async def test_any_words_behind_a_command_are_answered(command: str, text: str) -> None:
    assert wrong(await heard(Fabrikam(), f"{command} {text}")) == []


@FEW
@given(st.sampled_from(BEGINNINGS), TEXTS)
async def test_any_words_in_a_thread_are_answered(first: str, text: str) -> None:
    company = Fabrikam()

    assert wrong(await heard(company, f"ask {first}", private=False)) == []
    assert wrong(await heard(company, text, private=False)) == []


@pytest.mark.parametrize("piece", ENDLESS, ids=ascii)
async def test_forty_thousand_letters_are_answered(piece: str) -> None:
    text = (piece * LONG)[:LONG]

    for said in (text, f"ask {text}", f"override grant {text}", text[:1990], f"link {text[:1900]}"):
        assert wrong(await heard(Fabrikam(), said)) == []
        assert wrong(await heard(Fabrikam(), said, private=False)) == []


@FEW
@given(
    st.sampled_from([*PRESSES, "share", "ask", "open", "place", "move", "nothing"]),
    TEXTS,
    st.sampled_from([ADMIN, ADA]),
)
async def test_any_value_of_any_button_is_answered(action: str, value: str, user: str) -> None:
    company = Fabrikam()
    with capture_logs() as logs:
        reply = await company.conversations.press(f"{action}:0", value, caller(user))
    failed = any(entry["event"] == "conversation_failed" for entry in logs)

    assert wrong(Heard(reply, failed)) == []


@st.composite
def states(draw: st.DrawFn) -> tuple[str, dict[str, dict[str, object]]]:
    """A form, and a state in which anything was typed and chosen."""
    form = draw(st.sampled_from(list(FORMS.values())))
    fields = [each for each in form.fields if draw(st.booleans())]
    return form.name, {each.id: {each.id: draw(_elements(each))} for each in fields}


def _elements(given_field: Field) -> st.SearchStrategy[dict[str, object]]:
    """What Slack sends for an input, with any value in it."""
    chosen = TEXTS | st.sampled_from([*given_field.choices, ADA, "ada", "70-533", "devops", "gold"])
    sent = {"user": "selected_user", "channel": "selected_conversation"}.get(given_field.kind)
    if sent is not None:
        return st.fixed_dictionaries({"type": st.just(given_field.kind), sent: chosen | st.none()})
    match given_field.kind:
        case "day":
            return st.fixed_dictionaries(
                {"type": st.just("datepicker"), "selected_date": st.dates().map(str) | st.none()}
            )
        case "users":
            return st.fixed_dictionaries({"type": st.just("users"), "selected_users": st.lists(chosen, max_size=3)})
        case "several":
            options = st.lists(chosen.map(lambda value: {"value": value}), max_size=3)
            return st.fixed_dictionaries({"type": st.just("checkboxes"), "selected_options": options})
        case "text" | "lines" | "column" | "address":
            return st.fixed_dictionaries({"type": st.just("plain_text_input"), "value": TEXTS | st.none()})
        case _:
            option = chosen.map(lambda value: {"text": {"type": "plain_text", "text": "x"}, "value": value})
            return st.fixed_dictionaries({"type": st.just("external_select"), "selected_option": option | st.none()})


@FEW
@given(states(), st.sampled_from([ADMIN, ADA]), TEXTS)
async def test_any_form_however_filled_in_is_answered(
    filled: tuple[str, dict[str, dict[str, object]]], user: str, metadata: str
) -> None:
    name, state = filled
    company = Fabrikam()
    with capture_logs() as logs:
        sent = await company.conversations.submit(name, state, caller(user), metadata)
        shape = await company.conversations.reshape(name, state, metadata, caller(user))
    view: View | None = sent.view

    assert not any(entry["event"] == "conversation_failed" for entry in logs)
    assert view is None or refused(view) == ""
    assert refused(shape) == ""
    assert all(0 < len(text) <= 3000 and "<!" not in text for text in sent.errors.values())


@FEW
@given(TEXTS, st.sampled_from([ADMIN, ADA, GUEST]))
async def test_the_shortcut_of_any_message_opens_what_slack_takes(text: str, user: str) -> None:
    with capture_logs() as logs:
        view = await Fabrikam().conversations.link_named(text, caller(user))

    assert not any(entry["event"] == "conversation_failed" for entry in logs)
    assert refused(view) == ""


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
@pytest.mark.parametrize("form", [form.name for form in FORMS.values() if any(f.kind == "day" for f in form.fields)])
async def test_the_first_and_the_last_of_all_days_are_answered_in_every_form(form: str, day: str) -> None:
    days = [field.id for field in FORMS[form].fields if field.kind == "day"]
    values = {"level": "gold", "competency": "devops", "credential": "70-533", "deed": "renew"}
    state: dict[str, object] = {name: {name: {"selected_option": {"value": value}}} for name, value in values.items()}
    state |= {name: {name: {"type": "datepicker", "selected_date": day}} for name in days}
    with capture_logs() as logs:
        sent = await Fabrikam().conversations.submit(form, state, caller(ADMIN), "en")

    assert not any(entry["event"] == "conversation_failed" for entry in logs)
    assert sent.errors or sent.view


@FEW
@given(st.sampled_from(["credential", "person", "competency", "metric", "holidays", "nothing"]), TEXTS)
async def test_a_menu_offers_what_slack_takes_for_anything_typed(field: str, typed: str) -> None:
    options = await Fabrikam().conversations.suggest(field, typed, caller(ADMIN))

    assert len(options) <= 100
    assert all(0 < len(option["text"]["text"]) <= 75 and len(option["value"]) <= 150 for option in options)

"""What an admin reads of a file: what it would bring, what it brought, and what was taken back."""

from collections.abc import Iterable, Iterator, Sequence

from domain.batches import WithdrawBatch
from domain.importing import Plan
from domain.ports import Upload
from domain.trainings import RowRefused
from handlers.finding import quoted
from handlers.incoming import Incoming, columns_origin
from handlers.modals.opening import open_button
from handlers.render.blocks import Button, actions, context, page, sections
from handlers.render.effects import effect_lines
from handlers.render.phrases import Phrases
from handlers.render.written import beside_lines, changed_lines, ground_line, risk_lines, touched
from handlers.replies import Reply
from handlers.room import Room, one_line
from handlers.words import escape
from handlers.writing import Changes, Written

MOST_REASONS = 20


def previewed(
    room: Room,
    upload: Upload,
    plan: Plan,
    changes: Changes,
    others: Sequence[tuple[str, int]] = (),
    named: Changes | None = None,
) -> Reply:
    """What a file would bring, with the button that takes it over; `others` are names with the rows that go there.

    `named` is what it would change if the names in it are right that are asked about.
    """
    words = room.words
    head = [words.say("import.preview", file=quoted(upload.file)), *counted(room, plan)]
    head += [words.say("import.routed", name=name, n=count) for name, count in others]
    would = would_change(room, changes)
    buttons = [
        *_ways(room, upload, plan, whole=bool(others)),
        Button(words.say("import.button_cancel"), "import_cancel:go", upload.id),
    ]
    ground = [words.say("import.waits"), ground_line(room, dict.fromkeys(e.after.competency for e in changes.here))]
    asked = _names(room, plan)
    if named is not None and named.all != changes.all:
        title = words.say("import.changes_named")
        asked += [title, *would_change(room, named)[1:]] if named.all else []
    blocks = [*sections(head, words), *sections(would, words), *sections(asked, words)]
    blocks += sections(left_out(room, plan), words)
    return page([*head, *would, *asked], [*blocks, context(ground, words), *actions(buttons)], words)


def _ways(room: Room, upload: Upload, plan: Plan, *, whole: bool) -> Iterator[Button]:
    """To take over what is clear, and what the names mean."""
    say, rows = room.words.say, plan.counts.new + plan.counts.confirmed
    if rows or whole or not plan.is_empty:
        yield Button(
            say("import.button", n=rows) if rows else say("import.button_plain"), "import:go", upload.id, "primary"
        )
    if plan.proposals:
        yield Button(say("names.same"), "import:same", f"{upload.id} same")
    if any(proposal.profile for proposal in plan.proposals):
        yield Button(say("names.new"), "import:new", f"{upload.id} new")


def _names(room: Room, plan: Plan) -> list[str]:
    """The names that somebody has to vouch for."""
    say, found = room.words.say, plan.proposals
    if not found:
        return []
    lines = [say("names.title")]
    for each in found[:MOST_REASONS]:
        known = "" if each.person is None else escape(one_line(each.person))
        key = "names.nobody" if each.person is None else "names.profile" if each.profile else "names.known"
        lines.append("• " + say(key, name=quoted(each.name), person=known, profile=each.profile, n=each.rows))
    more = [say("names.more", n=len(found) - MOST_REASONS)] if len(found) > MOST_REASONS else []
    return [*lines, *more, say("names.how")]


def columns_asked(room: Room, upload: Upload, incoming: Incoming) -> Reply:
    """That somebody has to say which column says what, with the form for it, and a button to read the file then."""
    words = room.words
    missing = words.both(words.say(f"column.{field}") for field in incoming.columns.missing)
    lines = [words.say("columns.asked", file=quoted(upload.file), missing=missing), words.say("import.waits")]
    origin = columns_origin(upload.id, incoming.header)
    buttons = [open_button("columns", words, origin), Button(words.say("columns.read"), "import_read:go", upload.id)]
    return page(lines, [*sections(lines[:1], words), context(lines[1:], words), *actions(buttons)], words)


def imported(room: Room, upload: Upload, plan: Plan, written: Written) -> Reply:
    """What a file brought and what that changed, with the button that takes it back."""
    words = room.words
    head = [words.say("import.done", file=quoted(upload.file)), *counted(room, plan)]
    effect = [*changed_lines(room, written), *risk_lines(room, written)]
    effect += [words.say("import.own" if plan.own else "import.vendor")]
    ground = [words.say("import.batch", batch=upload.id), ground_line(room, touched(written))]
    button = Button(words.say("import.button_withdraw"), "import_withdraw:go", upload.id, "danger")
    blocks = [*sections(head, words), *sections(effect, words), *sections(left_out(room, plan), words)]
    return page([*head, *effect], [*blocks, context(ground, words), *actions([button])], words)


def nothing_new(room: Room, file: str, plan: Plan) -> Reply:
    """That a file brings nothing, and why."""
    words = room.words
    lines = [words.say("import.nothing", file=quoted(file)), *counted(room, plan)]
    return page(lines, [*sections(lines, words), *sections(left_out(room, plan), words)], words)


def cancelled(room: Room) -> Reply:
    """That nothing was taken over."""
    return Reply(room.words.say("import.cancelled"))


def withdrawn(room: Room, change: WithdrawBatch, written: Written) -> Reply:
    """What was taken back and what that changed."""
    lines = [*taken_back(room, change), *changed_lines(room, written), *risk_lines(room, written)]
    ground = [room.words.say("import.again"), ground_line(room, touched(written))]
    return page(lines, [*sections(lines, room.words), context(ground, room.words)], room.words)


def taken_back(room: Room, change: WithdrawBatch) -> list[str]:
    """What was taken back, in numbers."""
    say = room.words.say
    return [
        say("import.withdrawn", n=len(change.achievements)),
        *([say("import.people_gone", n=len(change.people))] if change.people else []),
        *([say("import.restored", n=len(change.confirmations))] if change.confirmations else []),
    ]


def counted(room: Room, plan: Plan) -> list[str]:
    """How many rows there are of each kind, and which people are new."""
    counts, say = plan.counts, room.words.say
    kinds = ("new", "confirmed", "known", "waiting", "refused")
    found = [(kind, getattr(counts, kind)) for kind in kinds]
    lines = [f"• {say(f'import.rows.{kind}', n=n)}" for kind, n in found if n]
    if plan.people:
        lines.append(say("import.people", n=len(plan.people)))
    if plan.without_account:
        lines.append(say("import.without_account", n=plan.without_account))
    if plan.unsure is not None:
        lines.append(say("import.day_first", text=quoted(plan.unsure[0]), day=room.words.date(plan.unsure[1])))
    return [say("import.count", n=counts.rows), *lines]


def would_change(room: Room, changes: Changes) -> list[str]:
    """Which levels would change."""
    if not changes.all:
        return [room.words.say("import.changes_none")]
    here = effect_lines(changes.here, Phrases(room.words, room.programme))
    return [room.words.say("import.changes"), *here, *beside_lines(room, changes.beside)]


def left_out(room: Room, plan: Plan) -> list[str]:
    """The rows that are not taken over, with their reasons, the same reason once."""
    parts = (("import.waiting_title", plan.waiting), ("import.refused_title", plan.refused))
    return [line for title, rows in parts if rows for line in [room.words.say(title), *_reasons(room, rows)]]


def _reasons(room: Room, rows: Iterable[RowRefused]) -> Iterator[str]:
    alike: dict[tuple[str, str, str], list[int]] = {}
    for row in rows:
        alike.setdefault((row.column, row.why, row.value), []).append(row.number)
    for (column, why, value), numbers in list(alike.items())[:MOST_REASONS]:
        reason = room.words.say(f"import.why.{why}", value=quoted(value), column=column)
        yield f"• {room.words.say('import.row', n=len(numbers), row=numbers[0], more=len(numbers) - 1, reason=reason)}"
    if len(alike) > MOST_REASONS:
        yield room.words.say("import.more_reasons", n=len(alike) - MOST_REASONS)

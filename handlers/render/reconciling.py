"""What an admin reads of the record beside the vendor's last export."""

from collections.abc import Sequence

from domain.reconciling import KINDS, Difference, Reconciled
from handlers.effects import Effect
from handlers.finding import quoted
from handlers.render.blocks import Button, actions, context, page, sections
from handlers.render.effects import effect_lines
from handlers.render.phrases import Phrases
from handlers.replies import Reply
from handlers.room import Room
from handlers.tabled import Asked, list_buttons


def reconciled_page(
    room: Room,
    found: Reconciled,
    lost: Sequence[Effect],
    lines: Sequence[str],
    more: str | None,
    *,
    first: bool,
) -> Reply:
    """A page of differences, after what they come to on the first one; `more` is where the next one begins."""
    words = room.words
    head = [*_counted(room, found), *_would(room, lost)] if first else []
    listed = [words.say("reconcile.listed"), *lines] if lines else []
    if not first and not lines:
        listed = [words.say("list.nothing", name=words.say("reconcile.title"))]
    buttons = [Button(words.say("reconcile.more"), "reconcile_more:go", more)] if more is not None else []
    if found.differences:
        buttons += [*list_buttons(room, Asked("reconcile"))]
        buttons.append(Button(words.say("reconcile.file"), "reconcile_file:go", "all"))
    small = context([words.say("reconcile.ground")], words)
    blocks = [*sections(head, words), *sections(listed, words), small, *actions(buttons)]
    return page([*head, *listed], blocks, words)


def difference_line(room: Room, difference: Difference, levels: Sequence[tuple[str, str]]) -> str:
    """One difference, and the levels that it alone would change."""
    words, phrases = room.words, Phrases(room.words, room.programme)
    said = words.say(
        f"reconcile.line.{difference.kind}",
        person=room.name(difference.person) or "–",
        credential=phrases.credential(difference.credential, with_title=False),
        day=words.day(difference.earned),
    )
    if not levels:
        return f"• {said}"
    named = words.both(phrases.in_competency(competency, level) for competency, level in levels)
    key = "reconcile.gains" if difference.kind == "only_there" else "reconcile.costs"
    return f"• {said} {words.say(key, levels=named)}"


def _counted(room: Room, found: Reconciled) -> list[str]:
    say, seen = room.words.say, found.seen
    lines = [say("reconcile.head", file=quoted(seen.file), day=room.words.date(seen.on))]
    lines.append(f"• {say('reconcile.agreeing', n=found.agreeing)}")
    lines += [f"• {say(f'reconcile.{kind}', n=n)}" for kind in KINDS if (n := found.count(kind))]
    if found.outside and seen.begins is not None:
        day = room.words.date(seen.begins)
        lines.append(f"• {say('reconcile.outside', n=found.outside, day=day)}")
    return lines


def _would(room: Room, lost: Sequence[Effect]) -> list[str]:
    if not lost:
        return [room.words.say("reconcile.same")]
    return [room.words.say("reconcile.lost"), *effect_lines(lost, Phrases(room.words, room.programme))]

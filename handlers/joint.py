"""What is of no programme alone where an organisation takes part in several: files, and what people hold."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from domain.changes import Change, ReportFigure
from domain.corrections import WithdrawFigure
from domain.facts import Facts
from domain.owed import Due
from domain.ports import Company, Ledger
from handlers.programmes import are_several, in_each
from handlers.room import Room
from handlers.settling import settle


def joint(room: Room) -> Room:
    """The room, knowing the credentials and figures of all programmes of its organisation; its own come first."""
    if not are_several(room):
        return room
    rooms = [*in_each(room)][::-1]
    credentials = {key: each for there in rooms for key, each in there.programme.credentials.items()}
    metrics = {key: each for there in rooms for key, each in there.programme.metrics.items()}
    known = replace(room.programme, credentials=credentials, metrics=metrics, revision=f"{room.programme.revision}+")
    return replace(room, programme=known)


def figures_of(room: Room, company: Company) -> Facts:
    """The facts of a company with the figures of all its programmes, each as the first that counts it has it."""
    if not are_several(room):
        return company.facts
    there = [each.company.facts for each in in_each(replace(room, company=company, first=None))][::-1]
    return company.facts.with_figures({metric: known for facts in there for metric, known in facts.figures.items()})


async def settle_figures(room: Room, ledger: Ledger, changes: Sequence[ReportFigure | WithdrawFigure]) -> Due:
    """Record figures, each in the programme that counts it; returns what is due in the room's own."""
    home, due = room.programme.id, Due()
    for programme, theirs in _by_programme(room, changes).items():
        ledger.turn(programme)
        found = await settle(ledger, room.tools.grammar.catalogue[programme], theirs, room.at)
        due = found if programme == home else due
    ledger.turn(home)
    return due


def _by_programme(room: Room, changes: Sequence[ReportFigure | WithdrawFigure]) -> Mapping[str, list[Change]]:
    """Changes of figures by the first of the organisation's programmes that counts them."""
    found: defaultdict[str, list[Change]] = defaultdict(list)
    counting = [(each.programme.id, room.tools.grammar.catalogue[each.programme.id].metrics) for each in in_each(room)]
    for change in changes:
        found[next((key for key, metrics in counting if change.metric in metrics), room.programme.id)].append(change)
    return found

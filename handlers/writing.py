"""What every conversation that writes does: one transaction, what is due after it, and what it changed."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from domain.changes import Change
from domain.facts import Achievement, Facts
from domain.notices import Due
from domain.ports import Company, Member
from domain.programme import Programme
from domain.risk import risks
from domain.standing import Standing, standing
from handlers.beside import worked_out
from handlers.effects import Effect, Unmoved, effects
from handlers.room import Room
from handlers.settling import settle


@dataclass(frozen=True, slots=True)
class Planned:
    """What is to be recorded together, if anything. `member` is registered as a known person."""

    changes: Sequence[Change] = ()
    member: Member | None = None


@dataclass(frozen=True, slots=True)
class Beside:
    """What a change did to the levels of another programme of the organisation."""

    programme: Programme
    effects: tuple[Effect, ...]


@dataclass(frozen=True, slots=True)
class Changes:
    """What something would do to the levels: of the programme that is spoken of, and of the others."""

    here: tuple[Effect, ...]
    beside: tuple[Beside, ...] = ()

    @property
    def all(self) -> tuple[Effect, ...]:
        """The changes in every programme."""
        return (*self.here, *(effect for each in self.beside for effect in each.effects))


@dataclass(frozen=True, slots=True)
class Written:
    """What was recorded: the facts before and the company after it, what holds today, what is owed because of it.

    `alone` is what holds today on the facts alone, without any override; `known` are the subjects of what was at risk
    before, though nobody had looked. `beside` is what it did in the organisation's other programmes.
    """

    before: Facts
    company: Company
    standing: Standing
    alone: Standing
    effects: tuple[Effect, ...]
    due: Due
    changed: bool
    known: frozenset[str] = frozenset()
    beside: tuple[Beside, ...] = ()

    @property
    def opened(self) -> tuple[str, ...]:
        """The subjects of the risks that it opened, without departures."""
        return tuple(subject for subject in self._at_risk if subject not in self.known)

    @property
    def told_late(self) -> tuple[str, ...]:
        """The subjects of the risks that are told now, and were there before."""
        return tuple(subject for subject in self._at_risk if subject in self.known)

    @property
    def _at_risk(self) -> tuple[str, ...]:
        return tuple(notice.subject for notice in self.due.notices if notice.kind == "at_risk")

    @property
    def mended(self) -> tuple[str, ...]:
        """The subjects of the risks that were mended."""
        return tuple(notice.subject for notice in self.due.notices if notice.kind == "mended")


@dataclass(frozen=True, slots=True)
class LinkAnswer:
    """An achievement that was recorded, and what it changed.

    `joined`: the speaker is on record with it; `named`: a rule in force asks for it; `unmoved`: why levels stayed.
    `again`: the speaker had left, and counts once more from today.
    """

    written: Written
    achievement: Achievement
    joined: bool
    named: bool
    unmoved: tuple[Unmoved, ...]
    again: bool = False


async def write(room: Room, plan: Callable[[Company], Planned]) -> Written:
    """Plan on the company as it is while nobody else writes, and record it as the speaker.

    Raises what `plan` raises, and what `Ledger.record` raises; then nothing is written.
    """
    async with room.change() as ledger:
        before = ledger.company.facts
        planned, due = plan(ledger.company), Due()
        if planned.changes:
            due = await settle(ledger, room.programme, planned.changes, room.at, member=planned.member)
        elif planned.member is not None:
            await ledger.register(planned.member)
        company = ledger.company
    return await worked_out(company, lambda: written(room, before, company, due, changed=bool(planned.changes)))


def written(room: Room, before: Facts, company: Company, due: Due, *, changed: bool) -> Written:
    """What the facts before and the company after a change make of it."""
    facts = company.facts
    was, now, alone = (standing(room.programme, each, room.today) for each in (before, facts, facts.alone))
    told = any(notice.kind == "at_risk" for notice in due.notices)
    known = frozenset(each.subject for each in risks(room.programme, before, room.today)) if told else frozenset[str]()
    beside = tuple(beside_of(room, before, facts))
    return Written(before, company, now, alone, effects(was, now, alone), due, changed, known, beside)


def beside_of(room: Room, before: Facts, after: Facts) -> Iterator[Beside]:
    """What a change did in the other programmes than the room's, where it did anything."""
    for other in after.elsewhere:
        programme = room.tools.grammar.catalogue[other]
        was, now = (facts.in_programme(other, room.programme.id) for facts in (before, after))
        changed = was.people != now.people or was.figures != now.figures
        found = effects(*(standing(programme, each, room.today) for each in (was, now, now.alone))) if changed else ()
        if found:
            yield Beside(programme, found)

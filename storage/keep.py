"""Snapshots of facts, kept per revision: of each organisation the newest, and of no more than so many of them."""

import asyncio
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias
from weakref import WeakValueDictionary

from domain.facts import Facts
from domain.ports import Care, Member

Revisions: TypeAlias = tuple[int, int]
"""An organisation's revision of facts, and of members."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Facts and members of an organisation at their revisions, who takes care of what, and which risks are open."""

    revisions: Revisions
    facts: Facts
    members: Mapping[str, Member]
    cares: Mapping[tuple[str, int], Care] = field(default_factory=dict)
    at_risk: frozenset[str] = frozenset()


class Keep:
    """The newest snapshots, those used last."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._kept: OrderedDict[str, Snapshot] = OrderedDict()
        self._loading: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    def find(self, organisation: str, revisions: Revisions) -> Snapshot | None:
        """The snapshot of an organisation at just these revisions."""
        found = self._kept.get(organisation)
        if found is None or found.revisions != revisions:
            return None
        self._kept.move_to_end(organisation)
        return found

    def put(self, organisation: str, snapshot: Snapshot) -> None:
        """Keep a snapshot unless a newer one is kept."""
        kept = self._kept.get(organisation)
        if kept is None or kept.revisions <= snapshot.revisions:
            self._kept[organisation] = snapshot
            self._kept.move_to_end(organisation)
        while len(self._kept) > self._most:
            self._kept.popitem(last=False)

    def loading(self, organisation: str) -> asyncio.Lock:
        """Held while an organisation is loaded, so that many who ask at once load it once."""
        return self._loading.setdefault(organisation, asyncio.Lock())

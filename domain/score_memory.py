"""What the days of a company's scores came to, so that windows that share days work each of them out once."""

from collections.abc import Callable, Hashable
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from domain.conditions import Status
    from domain.points import Score


class ScoreMemory:
    """Kept beside a company's facts, which never change; forgotten with them."""

    def __init__(self) -> None:
        self._said: dict[Hashable, Status] = {}
        self._turns: dict[str, tuple[date, ...]] = {}
        self._scores: dict[int, Score] = {}

    def said(self, score: "Score", key: Hashable, work_out: "Callable[[], Status]") -> "Status":
        """What something of a score came to."""
        self._scores[id(score)] = score  # it lives on, so that no other one gets its identity
        known = (id(score), key)
        if known not in self._said:
            self._said[known] = work_out()
        return self._said[known]

    def turns(self, competency: str, work_out: Callable[[], tuple[date, ...]]) -> tuple[date, ...]:
        """The days on which anything turns for a competency, in order."""
        if competency not in self._turns:
            self._turns[competency] = work_out()
        return self._turns[competency]

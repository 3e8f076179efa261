"""What a sentence says, as far as it was read: what its words name and mean, and which are left over."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from handlers.grammar.names import Found
from handlers.grammar.text import Token
from handlers.grammar.when import When
from handlers.grammar.words import Cue


@dataclass
class Reading:
    """What was found in a sentence, and what stayed over."""

    tokens: Sequence[Token]
    used: list[bool]
    found: list[Found] = field(default_factory=list)
    dates: list[When] = field(default_factory=list)
    people: list[str] = field(default_factory=list)
    cues: list[tuple[int, Cue]] = field(default_factory=list)

    @property
    def left(self) -> list[int]:
        """The positions of words that nothing explains."""
        return [at for at, token in enumerate(self.tokens) if not self.used[at] and token.kind != "stop"]

    @property
    def ideas(self) -> frozenset[Cue]:
        """The cues that mean something."""
        return frozenset(cue for _, cue in self.cues if cue is not Cue.FILL)

    def named(self, slot: str) -> list[Found]:
        """What was found for a slot, each id once."""
        return list({entry.ids: entry for entry in self.found if entry.slot == slot}.values())

    def free_until(self, at: int) -> int:
        """Where the next explained token is, behind one that is not; the end where all are free."""
        return next((end for end in range(at, len(self.tokens)) if self.used[end]), len(self.tokens))

    def use(self, start: int, end: int) -> None:
        """Say that tokens are explained."""
        self.used[start:end] = [True] * (end - start)

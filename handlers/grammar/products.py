"""Products by which people call a competency: the words of the titles of the exams that its rules ask for."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from domain.programme import Programme
from handlers.grammar.words import fold

LONGEST_PRODUCT = 3
SHORTEST_PRODUCT = 4
MOST_MEANT = 3
MOST_NAMED = 6
"""A word in the exams of more competencies than this, such as "server", names no product of theirs."""


class Products:
    """An index of one programme's titles. What it finds is a guess, never sure."""

    def __init__(self, programme: Programme, joiners: frozenset[str]) -> None:
        named: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for competency in programme.competencies.values():
            for credential in {holds.credential for holds in competency.holdings_asked}:
                for key in set(_keys(programme.credentials[credential].title, joiners)):
                    named[key][competency.id] += 1
        self._named: Mapping[str, tuple[str, ...]] = {
            key: tuple(competency for competency, _ in found.most_common(MOST_MEANT))
            for key, found in named.items()
            if len(found) <= MOST_NAMED
        }

    def of(self, key: str) -> tuple[str, ...]:
        """The competencies whose exams name it most, the most often first; none where no title does, or many do."""
        return self._named.get(key, ())


def _keys(title: str, joiners: frozenset[str]) -> Iterator[str]:
    letters = "".join(letter if letter.isalnum() else " " for letter in title)
    words = [word for word in fold(letters).split() if word not in joiners]
    spans: Iterator[Sequence[str]] = (
        words[at : at + length] for length in range(1, LONGEST_PRODUCT + 1) for at in range(len(words))
    )
    return (key for span in spans if len(key := "".join(span)) >= SHORTEST_PRODUCT and not span[0].isdigit())

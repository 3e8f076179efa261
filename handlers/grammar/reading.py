"""A sentence read: what each of its words is for. Where a word is for nothing, nothing is answered."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from handlers.grammar.codes import Codes
from handlers.grammar.dates import DateReader
from handlers.grammar.found import Reading
from handlers.grammar.names import LONGEST_NAME, Found, Names
from handlers.grammar.people import PeopleReader
from handlers.grammar.products import LONGEST_PRODUCT
from handlers.grammar.text import Token
from handlers.grammar.vocabulary import Vocabulary
from handlers.grammar.words import Cue

MOST_CORRECTIONS = 3
MOST_WIDER_ERRORS = 2


class Reader:
    """Reads sentences against one programme's names, in one language first."""

    def __init__(self, names: Names, codes: Codes, dates: DateReader, vocabulary: Vocabulary) -> None:
        self._names = names
        self._codes = codes
        self._dates = dates
        self._vocabulary = vocabulary
        self._people = PeopleReader(names, vocabulary)
        self._levels = [key for key, (slot, _) in names.exact.items() if slot == "level"]

    def read(self, tokens: Sequence[Token], today: date, people: frozenset[str]) -> Reading:
        """Read a sentence; words that stay over are tried once more as misspelt ones."""
        reading = self._pass(tokens, today, people)
        mended = self._mended(reading)
        return self._pass(mended, today, people) if mended else reading

    def _mended(self, reading: Reading) -> list[Token] | None:
        left = [at for at in reading.left if reading.tokens[at].kind == "word"]
        if not left or len(left) > MOST_CORRECTIONS:
            return None
        tokens = [
            mended
            for at, token in enumerate(reading.tokens)
            for mended in (self._mended_word(token) if at in left else (token,))
        ]
        return tokens if tokens != list(reading.tokens) else None

    def _mended_word(self, token: Token) -> Iterator[Token]:
        """A word as another form of one that is known, as the two that it is made of, or as a misspelt one."""
        words = self._vocabulary
        known = words.bent(token.key) or words.corrected(token.key, self._levels)
        parts = (known,) if known else words.compound(token.key, self._levels) or (token.key,)
        yield from (replace(token, key=part) for part in parts)

    def _pass(self, tokens: Sequence[Token], today: date, people: frozenset[str]) -> Reading:
        reading = Reading(tokens, [token.kind == "link" for token in tokens])
        self._people.mark_named(reading, people)
        self._mark(reading, self._code_at)
        self._mark(reading, self._names.at)
        self._mark_dates(reading, today)
        self._mark_cues(reading)
        self._mark_wider(reading)
        self._mark_near(reading)
        self._mark_parts(reading)
        self._people.mark_placed(reading)
        self._mark_products(reading)
        self._mark_area(reading)
        return reading

    def _code_at(self, tokens: Sequence[Token], at: int) -> Found | None:
        """A credential; what is only like one, and is a name exactly, is the name."""
        found = self._codes.at(tokens, at)
        return found if found is None or found.sure or not self._names.at(tokens, at) else None

    def _mark(self, reading: Reading, look: Callable[[Sequence[Token], int], Found | None]) -> None:
        at = 0
        while at < len(reading.tokens):
            found = None if reading.used[at] or reading.tokens[at].kind == "stop" else look(reading.tokens, at)
            if found and not any(reading.used[found.start : found.end]):
                reading.found.append(found)
                reading.use(found.start, found.end)
                at = found.end
            else:
                at += 1

    def _mark_dates(self, reading: Reading, today: date) -> None:
        at = 0
        while at < len(reading.tokens):
            read = None if reading.used[at] else self._dates.read(reading.tokens, at, today)
            if read and not any(reading.used[at : read[1]]):
                reading.dates.append(read[0])
                reading.use(at, read[1])
                at = read[1]
            else:
                at += 1

    def _mark_cues(self, reading: Reading) -> None:
        self._mark_pairs(reading)
        at = 0
        while at < len(reading.tokens):
            marked = None if reading.used[at] else self._vocabulary.mark(reading.tokens, at, reading.free_until(at))
            if marked:
                reading.cues.append((at, marked[0]))
                reading.use(at, marked[1])
                at = marked[1]
            else:
                at += 1

    def _mark_pairs(self, reading: Reading) -> None:
        places = {token.key: at for at, token in enumerate(reading.tokens) if not reading.used[at]}
        for (start, end), cue in self._vocabulary.pairs.items():
            if start in places and end in places and places[start] < places[end]:
                reading.cues.append((places[start], cue))
                for at in (places[start], places[end]):
                    reading.use(at, at + 1)

    def _free(self, reading: Reading, longest: int) -> Iterator[tuple[int, int]]:
        """Spans that begin and end with a word left over, the longest first, with no slot or stop between."""
        filled = {at for at, cue in reading.cues if cue is Cue.FILL}
        left = set(reading.left)
        for length in range(longest, 0, -1):
            for start in range(len(reading.tokens) - length + 1):
                span = range(start, start + length)
                if start in left and span[-1] in left and all(at in left or at in filled for at in span):
                    yield start, start + length

    def _mark_wider(self, reading: Reading) -> None:
        """A misspelt name that holds another name: "Clud Productivity" is Cloud Productivity, and not Productivity."""
        for entry in [entry for entry in reading.found if entry.slot in {"area", "competency"}]:
            near = [self._names.near(reading.tokens, *span) for span in self._wider_spans(reading, entry)]
            sure = [found for found in near if found and found[0] <= MOST_WIDER_ERRORS and found[1].sure]
            if sure:
                widest = min(sure, key=lambda found: (found[1].start - found[1].end, found[0]))
                reading.found[reading.found.index(entry)] = widest[1]
                self._take(reading, widest[1])

    def _wider_spans(self, reading: Reading, entry: Found) -> Iterator[tuple[int, int]]:
        """Spans that hold an entry and words left over beside it, with words that mean nothing between."""
        left, filled = set(reading.left), {at for at, cue in reading.cues if cue is Cue.FILL}
        for start in range(max(0, entry.end - LONGEST_NAME), entry.start + 1):
            for end in range(entry.end, min(len(reading.tokens), start + LONGEST_NAME) + 1):
                beside = [at for at in range(start, end) if not entry.start <= at < entry.end]
                outermost = {start, end - 1} - set(range(entry.start, entry.end))
                if beside and outermost <= left and set(beside) <= left | filled:
                    yield start, end

    def _mark_near(self, reading: Reading) -> None:
        found = [self._names.near(reading.tokens, *span) for span in self._near_spans(reading)]
        left = set(reading.left)
        explained = {entry: len(left & set(range(entry.start, entry.end))) for _, entry in filter(None, found)}
        for _, near in sorted(filter(None, found), key=lambda entry: (-explained[entry[1]], entry[0])):
            if all(entry.end <= near.start or entry.start >= near.end for entry in reading.found):
                reading.found.append(near)
                self._take(reading, near)

    def _near_spans(self, reading: Reading) -> Iterator[tuple[int, int]]:
        """Spans with a word left over, which may begin or end with a word that means nothing to a question."""
        left = set(reading.left)
        slots = {at for entry in reading.found for at in range(entry.start, entry.end)}
        for start in range(len(reading.tokens)):
            for end in range(start + 1, min(len(reading.tokens), start + LONGEST_NAME) + 1):
                span = range(start, end)
                words = all(reading.tokens[at].kind == "word" and at not in slots for at in span)
                if words and left & set(span) and (start in left or end - 1 in left):
                    yield start, end

    def _take(self, reading: Reading, found: Found) -> None:
        """Give tokens to a name, and take them from the cues that they were."""
        reading.use(found.start, found.end)
        reading.cues = [(at, cue) for at, cue in reading.cues if not found.start <= at < found.end]

    def _mark_parts(self, reading: Reading) -> None:
        for start, end in self._free(reading, LONGEST_NAME):
            found = self._names.part(reading.tokens, start, end)
            if found and not any(self._is_slot(reading, at) for at in range(start, end)):
                reading.found.append(found)
                self._take(reading, found)

    def _mark_products(self, reading: Reading) -> None:
        if reading.named("competency") or reading.named("area"):
            return
        for start, end in self._free(reading, LONGEST_PRODUCT):
            found = self._names.product(reading.tokens, start, end)
            if found and not reading.named("competency"):
                reading.found.append(found)
                self._take(reading, found)

    def _is_slot(self, reading: Reading, at: int) -> bool:
        return any(entry.start <= at < entry.end for entry in reading.found)

    def _mark_area(self, reading: Reading) -> None:
        """A name that is a competency's too is the area where the words say "competency centre"."""
        if Cue.CENTRE in reading.ideas:
            reading.found = [self._as_area(reading.tokens, found) for found in reading.found]

    def _as_area(self, tokens: Sequence[Token], found: Found) -> Found:
        area = self._names.areas.get(self._names.squash(tokens[found.start : found.end]))
        return replace(found, slot="area", ids=(area,)) if area and found.slot == "competency" else found

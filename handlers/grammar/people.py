"""The people whom a sentence names: by a mention, by a name that is known, by the place where a name stands."""

from collections.abc import Sequence

from handlers.grammar.found import Reading
from handlers.grammar.names import Names
from handlers.grammar.vocabulary import Vocabulary
from handlers.grammar.words import Cue

LONGEST_PERSON = 3
OF_PERSON = frozenset({"of", "for", "von", "fur", "fuer", "bei"})
"""Words before whose certifications are meant, folded."""


_EVENTS = frozenset({Cue.LEAVE, Cue.LOSE, Cue.PASS, Cue.GET, Cue.REACH, Cue.TAKE})
_OWNED = frozenset({Cue.EXPIRE})


_OF_NAMES = frozenset({"der", "die", "den"})
"""Articles that people put before names."""
_ARTICLES = _OF_NAMES | {"the", "a", "an", "our", "das", "ein", "eine", "unser", "unsere"}


class PeopleReader:
    """Finds people in sentences against one programme's names, which nobody is taken to have."""

    def __init__(self, names: Names, vocabulary: Vocabulary) -> None:
        self._names = names
        self._vocabulary = vocabulary

    def mark_named(self, reading: Reading, people: frozenset[str]) -> None:
        """Mark mentions, and names that are known."""
        for at, token in enumerate(reading.tokens):
            if token.kind == "person" and token.key != "@assay":
                reading.people.append(token.text)
                reading.use(at, at + 1)
        for at in range(len(reading.tokens) if people else 0):
            end = next(
                (end for end in range(at + LONGEST_PERSON, at, -1) if self._is_name(reading, at, end, people)), at
            )
            if end > at:
                text = " ".join(token.text for token in reading.tokens[at:end])
                reading.people.append(text.removesuffix("'s"))
                reading.use(at, end)

    def _is_name(self, reading: Reading, at: int, end: int, people: frozenset[str]) -> bool:
        """Whether words are a person's name; one that means something else by itself, as Will does, is not."""
        if end > len(reading.tokens) or any(reading.used[at:end]):
            return False
        keys = [token.key for token in reading.tokens[at:end]]
        keys[-1] = keys[-1].removesuffix("'s")
        if end == at + 1 and (self._vocabulary.means(keys[0]) or self._names.at(reading.tokens, at)):
            return False
        return " ".join(keys) in people

    def mark_placed(self, reading: Reading) -> None:
        """A name that no list holds: "if Ada leaves", "should Ada take next", "Ada's certifications"."""
        if reading.people:
            return
        run = self._person_run(reading)
        if run:
            text = " ".join(reading.tokens[at].text for at in run)
            bare = self._is_genitive(reading, run[-1])
            reading.people.append(text[:-1] if bare and "'" not in text else text.removesuffix("'s"))
            reading.use(run[0], run[-1] + 1)
            return
        self._mark_speaker(reading)

    def _mark_speaker(self, reading: Reading) -> None:
        """Whoever speaks, where something of theirs expires, or where they are the one who leaves."""
        since = max((at for at, cue in reading.cues if cue is Cue.IF), default=None)
        name, *others = self._vocabulary.words.speaker.split()
        own = {cue for at, cue in reading.cues if since is None or at > since} & {Cue.I, Cue.MY}
        own |= {cue for at, cue in reading.cues if cue is Cue.FILL and reading.tokens[at].key in others}
        if own and reading.ideas & (_OWNED if since is None else _EVENTS):
            reading.people.append(name)

    def _is_genitive(self, reading: Reading, at: int) -> bool:
        """Adas, as Germans write it, before what is hers."""
        text = reading.tokens[at].text
        return text[0].isupper() and text.endswith("s") and (at + 1, Cue.EXAM) in reading.cues

    def _person_run(self, reading: Reading) -> list[int]:
        left = [at for at in reading.left if reading.tokens[at].kind == "word"]
        ideas = reading.ideas
        for at in left:
            run = [at]
            while run[-1] + 1 in left and len(run) < LONGEST_PERSON and reading.tokens[run[-1] + 1].text[0].isupper():
                run.append(run[-1] + 1)
            if self._is_place_of_person(reading, run, ideas):
                return run
        return []

    def _is_place_of_person(self, reading: Reading, run: Sequence[int], ideas: frozenset[Cue]) -> bool:
        word = reading.tokens[run[-1]]
        before = reading.tokens[run[0] - 1].key if run[0] else ""
        if Cue.WITHOUT in ideas:
            return (run[0] - 1, Cue.WITHOUT) in reading.cues
        if before in _ARTICLES and not (before in _OF_NAMES and word.text[0].isupper()):
            return False
        if Cue.IF in ideas:
            since = min((at for at, cue in reading.cues if cue is Cue.IF), default=0)
            return run[0] > since and any(cue in _EVENTS | _OWNED for at, cue in reading.cues if at >= since)
        if (run[0] - 1, Cue.SHOULD) in reading.cues:
            return True
        named = Cue.EXAM in ideas or word.text[0].isupper()
        of = word.key.endswith("'s") or before in OF_PERSON or self._is_genitive(reading, run[-1])
        return bool({Cue.EXPIRE, Cue.NEXT} & ideas) and named and of

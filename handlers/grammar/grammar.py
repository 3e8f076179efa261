"""The one grammar: slash commands, mentions, direct messages and buttons become the same typed requests."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice

from domain.programme import Catalogue
from handlers.grammar import candidates
from handlers.grammar.codes import Codes
from handlers.grammar.command_parser import CommandParser
from handlers.grammar.dates import DateReader
from handlers.grammar.following import followed, lacks_place, placed
from handlers.grammar.found import Reading
from handlers.grammar.frames import Frames
from handlers.grammar.impossible import Calendar, Impossible
from handlers.grammar.names import Names
from handlers.grammar.reading import Reader
from handlers.grammar.render import as_typed
from handlers.grammar.rule_questions import RuleQuestions
from handlers.grammar.text import LONGEST_SENTENCE, LONGEST_TEXT, Token, read_text, sentences
from handlers.grammar.vocabulary import Vocabulary
from handlers.grammar.words import Cue
from handlers.grammar.words_de import GERMAN
from handlers.grammar.words_en import ENGLISH
from handlers.kept import Kept
from handlers.requests import Intent, Language, Question, Request

LANGUAGES = (ENGLISH, GERMAN)
REQUESTS_KEPT = 1000
TOLD: frozenset[Intent] = frozenset({"status", "risk"})
"""What is no question where the order of words tells it."""


@dataclass(frozen=True, slots=True)
class Context:
    """What a text is read against: the speaker's date, language and company.

    `programme` is the company's (None: the catalogue's first). `language` decides where the words do not. `people`
    are names as they may be typed (see `callable_names`). `bot` is the bot's own Slack user id, whose mention is noise.
    """

    today: date
    language: Language = "en"
    programme: str | None = None
    people: frozenset[str] = frozenset()
    bot: str | None = None


class Grammar:
    """Reads text against one catalogue. Build it once per catalogue; it holds the index and what was asked last."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._kept: Kept[tuple[str, Context], Request] = Kept(REQUESTS_KEPT)
        self._dates = DateReader(LANGUAGES)
        self._calendar = Calendar(LANGUAGES)
        self._words = {words.language: words for words in LANGUAGES}
        self._vocabularies: dict[Language, Vocabulary] = {
            words.language: Vocabulary(words, [other for other in LANGUAGES if other is not words])
            for words in LANGUAGES
        }
        self._names = {key: Names(programme, catalogue, LANGUAGES) for key, programme in catalogue.items()}
        self._codes = {key: Codes(programme, LANGUAGES) for key, programme in catalogue.items()}
        self._commands = {
            key: CommandParser(programme, self._names[key], self._codes[key], self._dates)
            for key, programme in catalogue.items()
        }
        self._frames = {
            (key, language): Frames(LANGUAGES, self._names[key], vocabulary)
            for key in catalogue
            for language, vocabulary in self._vocabularies.items()
        }
        self._rules = {key: RuleQuestions(self._names[key], self._dates, self._vocabularies) for key in catalogue}
        self._readers = {
            (key, language): Reader(self._names[key], self._codes[key], self._dates, vocabulary)
            for key in catalogue
            for language, vocabulary in self._vocabularies.items()
        }

    @property
    def catalogue(self) -> Catalogue:
        """The catalogue whose names it knows."""
        return self._catalogue

    def impossible_date(self, text: str) -> Impossible | None:
        """The first date in a text that no calendar has; None where there is none."""
        return self._calendar.first(text) if len(text) <= LONGEST_TEXT else None

    def day_past(self, text: str, today: date) -> date | None:
        """The one day not after today that a text names for something that was; None where it names none, or several.

        A day up to which or from which on something is, is not meant.
        """
        days, tokens, at = set[date](), read_text(text[:LONGEST_TEXT]).tokens, 0
        while at < len(tokens):
            found = self._dates.read(tokens, at, today)
            when, at = found or (None, at + 1)
            if when is not None and not (when.until or when.since):
                days |= {day for day in when.past if day <= today}
        return days.pop() if len(days) == 1 else None

    def parse(self, text: str, context: Context) -> Request:
        """The typed request that a text makes. Never raises for any text; what cannot be read is intent `unknown`."""
        if len(text) > LONGEST_TEXT:
            return Question("unknown", context.language)
        return self._kept.get((text, context), lambda: self._parse(text, context))

    def _parse(self, text: str, context: Context) -> Request:
        read = read_text(text, context.bot)
        programme = context.programme or next(iter(self._catalogue))
        if not read.plain.strip(" \t\r\n?!."):
            return Question("help", context.language)
        commands = self._commands[programme]
        language = self._language(read.tokens, context.language, programme)
        command = commands.parse(read, language, context.today)
        asked = commands.without_ask(read.tokens)
        rules = None if command else self._rules[programme].read(asked, language, context.today)
        return command or rules or self._question(asked, context, programme)

    def following(self, text: str, context: Context, last: str) -> Question | None:
        """The whole question that a text asks after another one; None where it goes on from nothing.

        `last` is the question before, as `typed` gave it. Where the words leave several, they are its candidates. A
        text that says all that its answer needs follows nothing.
        """
        alone, before = self.parse(text, context), self.parse(last, context)
        if not isinstance(alone, Question) or not isinstance(before, Question) or before.candidates:
            return None
        if lacks_place(alone):
            whole = placed(alone, before)
            return whole if whole != alone else None
        return self._followed(text, context, before) if alone.intent == "unknown" else None

    def _followed(self, text: str, context: Context, before: Question) -> Question | None:
        programme = before.programme or context.programme or next(iter(self._catalogue))
        tokens = self._commands[programme].without_ask(read_text(text, context.bot).tokens)
        if not 0 < len(tokens) <= LONGEST_SENTENCE:
            return None
        language = self._language(tokens, before.language, programme)
        reading = self._readers[programme, language].read(tokens, context.today, context.people)
        speaker = self._words[language].speaker.split()[0]
        found = [replace(question, language=language) for question in followed(reading, before, speaker)]
        open_slots = candidates.undecided(reading)
        if not found or (len(found) == 1 and not open_slots):
            return found[0] if found else None
        return replace(candidates.common(found, open_slots), candidates=self._typed(found, context))

    def typed(self, question: Question, context: Context) -> str:
        """A question as a person would type it, in its language."""
        programme = question.programme or context.programme or next(iter(self._catalogue))
        return as_typed(question, self._catalogue[programme], self._words[question.language])

    def unread(self, text: str, context: Context) -> tuple[str, frozenset[str]]:
        """The words of a question that name nothing, as typed, and the slots that its other words fill."""
        programme = context.programme or next(iter(self._catalogue))
        tokens = self._commands[programme].without_ask(read_text(text, context.bot).tokens)
        reading = self._read(tokens, self._language(tokens, context.language, programme), context, programme)
        said = " ".join(tokens[at].text for at in reading.left)
        return said, frozenset(found.slot for found in reading.found)

    def _question(self, tokens: tuple[Token, ...], context: Context, programme: str) -> Question:
        language = self._language(tokens, context.language, programme)
        words = [token for token in tokens if token.kind != "stop"]
        if not words or len(words) > LONGEST_SENTENCE:
            return Question("unknown", language)
        frames = self._frames[programme, language]
        alone = frames.without(tokens)
        asked = frames.is_asked(tokens) or alone != tokens
        whole = self._read(alone, language, context, programme)
        answer = self._exact(whole, language, context, asked=asked)
        answer = answer or self._parts(alone, whole, context, programme)
        if answer and not answer.candidates:
            return answer
        elsewhere = self._elsewhere(alone, context, programme)
        return elsewhere or answer or self._unknown(whole, language, context)

    def _elsewhere(self, tokens: tuple[Token, ...], context: Context, programme: str) -> Question | None:
        """What the words ask about another programme, where what they name is in that one alone."""
        found = [
            replace(question, programme=other)
            for other in self._catalogue
            if other != programme and (question := self._about(tokens, context, other))
        ]
        return found[0] if len(found) == 1 else None

    def _about(self, tokens: tuple[Token, ...], context: Context, programme: str) -> Question | None:
        language = self._language(tokens, context.language, programme)
        reading = self._readers[programme, language].read(tokens, context.today, context.people)
        rule = candidates.exact(reading, question=self._frames[programme, language].is_asked(tokens))
        options = candidates.variants(reading, rule, language) if rule else []
        if len(options) != 1 or candidates.undecided(reading):
            return None
        ours = self._catalogue[context.programme or next(iter(self._catalogue))]
        level = options[0].level if options[0].level not in ours.levels else None
        return options[0] if options[0].competency or options[0].credential or level else None

    def _language(self, tokens: Sequence[Token], hint: Language, programme: str) -> Language:
        """The language of most words; then of most names, then the one that the speaker uses."""
        names = self._names[programme].of_language
        keys = [token.key for token in tokens]
        own = {key: sum(map(vocabulary.is_own, keys)) for key, vocabulary in self._vocabularies.items()}
        named = {key: sum(word in names[key] for word in keys) for key in own}
        return max(own, key=lambda language: (own[language], named[language], language == hint))

    def _read(self, tokens: Sequence[Token], language: Language, context: Context, programme: str) -> Reading:
        reading = self._readers[programme, language].read(tokens, context.today, context.people)
        named = reading.named("programme")
        other = named[0].ids[0] if len(named) == 1 else programme
        if other == programme:
            return reading
        elsewhere = self._readers[other, language].read(tokens, context.today, context.people)
        if not elsewhere.named("programme"):  # where it is the name of a level too
            elsewhere.found += named
        return elsewhere

    def _exact(self, reading: Reading, language: Language, context: Context, *, asked: bool) -> Question | None:
        rule = candidates.exact(reading, question=asked)
        told = self._frames[context.programme or next(iter(self._catalogue)), language].is_told
        if not rule or (rule.intent in TOLD and not asked and told(reading)):
            return None
        options = candidates.variants(reading, rule, language)
        open_slots = candidates.undecided(reading)
        if not options or (len(options) == 1 and not open_slots):
            return options[0] if options else None
        shown = self._typed(options, context)
        return replace(candidates.common(options, open_slots), candidates=shown)

    def _typed(self, questions: Sequence[Question], context: Context) -> tuple[str, ...]:
        """The first of the questions that are read again as what they are, as a person would type them."""
        typed = ((question, self.typed(question, context)) for question in dict.fromkeys(questions))
        same = (text for question, text in typed if self._reads(text, question, context))
        return tuple(islice(dict.fromkeys(same), candidates.MOST_CANDIDATES))

    def _reads(self, text: str, question: Question, context: Context) -> bool:
        """Whether a text is read as just this question."""
        tokens = read_text(text, context.bot).tokens
        programme = context.programme or next(iter(self._catalogue))
        if self._language(tokens, context.language, programme) != question.language:
            return False
        reading = self._read(tokens, question.language, context, programme)
        asked = self._frames[programme, question.language].is_asked(tokens)
        rule = candidates.exact(reading, question=asked)
        if rule is None or candidates.undecided(reading):
            return False
        return candidates.variants(reading, rule, question.language) == [question]

    def _parts(self, tokens: tuple[Token, ...], whole: Reading, context: Context, programme: str) -> Question | None:
        """The one sentence that asks something, about what the others name where it names nothing itself."""
        language = self._language(tokens, context.language, programme)
        for stops in ("?!;\n.", "?!;\n.:,-()"):
            parts = sentences(tokens, stops)
            found = [self._part(part, tokens, whole, language, context, programme) for part in parts if len(parts) > 1]
            answers = [answer for answer in found if answer]
            asked = [answer for answer in answers if answer.intent != "help"] or ([] if whole.found else answers)
            if len(asked) == 1:
                return candidates.completed(asked[0], whole)
        return None

    def _part(
        self,
        part: tuple[Token, ...],
        tokens: tuple[Token, ...],
        whole: Reading,
        language: Language,
        context: Context,
        programme: str,
    ) -> Question | None:
        """What one of several sentences asks by itself, or about what the others name."""
        frames = self._frames[programme, language]
        alone = frames.without(part)
        if frames.depends(alone):
            return None
        behind = next((token.text for token in tokens if token.start >= part[-1].end), "")
        asked = alone != part or frames.is_asked(part) or behind == "?" or Cue.SAID in whole.ideas
        reading = self._read(alone, language, context, programme)
        if Cue.SAID in whole.ideas and frames.is_told(reading):
            return None
        answer = self._exact(reading, language, context, asked=asked)
        return answer or self._exact(candidates.borrowed(reading, whole), language, context, asked=asked)

    def _unknown(self, reading: Reading, language: Language, context: Context) -> Question:
        guesses = candidates.guesses(reading, language)
        return Question("unknown", language, candidates=self._typed(guesses, context))

"""What a language's file says: which words mean what. A further language is one more file of this form."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum, auto
from unicodedata import combining, normalize

from handlers.requests import Intent, Language


class Cue(StrEnum):
    """What a word adds to a question, whatever the language. `FILL` adds nothing; `YOU` is anybody but us.

    `POLITE` begins a request; `SAID` is what somebody else says; `LAPSED` what has run out already.

    `ANY` is "anything": it adds nothing either, but where something expires it is what is asked for.
    """

    FILL = auto()
    POLITE = auto()
    SAID = auto()
    ANY = auto()
    WHO = auto()
    WHAT = auto()
    WHEN = auto()
    HOW = auto()
    WHY = auto()
    BE = auto()
    DO = auto()
    WE = auto()
    I = auto()  # noqa: E741 - the person who speaks
    MY = auto()
    YOU = auto()
    NOT = auto()
    WITHOUT = auto()
    WISH = auto()
    IF = auto()
    CAN = auto()
    MUST = auto()
    WILL = auto()
    SHOULD = auto()
    NEED = auto()
    HAVE = auto()
    REACH = auto()
    GET = auto()
    MEET = auto()
    STATUS = auto()
    COUNT = auto()
    CONTRIBUTOR = auto()
    HOLD = auto()
    PASS = auto()
    TAKE = auto()
    LINK = auto()
    EXAM = auto()
    EXPIRE = auto()
    LAPSED = auto()
    RISK = auto()
    RENEW = auto()
    UPGRADE = auto()
    MEMBER = auto()
    OVERRIDE = auto()
    ACTIVE = auto()
    BENEFIT = auto()
    NEXT = auto()
    LEAVE = auto()
    LOSE = auto()
    HELP = auto()
    CENTRE = auto()
    FIELD = auto()
    PEOPLE = auto()
    SHOW = auto()


@dataclass(frozen=True)
class DateWords:
    """The words of dates, separated by spaces; of things that are counted in order, each between `|`."""

    months: str  # from January
    weekdays: str  # from Monday
    days: Mapping[str, int]  # today 0, tomorrow 1, ...; phrases too
    numbers: str  # from one
    ordinals: str  # from first
    units: Mapping[str, str]  # for day, week, month, quarter and year
    until: str
    before: str
    on: str
    within: str
    since: str
    ago: str
    ahead: str
    next: str
    last: str
    this: str
    end: str
    start: str
    middle: str
    of: str
    several: str  # units of which there are several: weeks
    half_years: str
    now: str  # from now
    tens: Mapping[str, int]  # the numbers above twelve
    half: str = ""
    ends: Mapping[str, str] = field(default_factory=dict)  # Jahresende: year
    middles: Mapping[str, str] = field(default_factory=dict)  # Jahresmitte: year


@dataclass(frozen=True)
class Words:
    """One language. Phrases are separated by `|`; `pairs` are words that may stand apart, as in "läuft ... ab"."""

    language: Language
    cues: Mapping[Cue, str]
    pairs: Mapping[str, Cue]
    dates: DateWords
    level_aliases: Mapping[str, str]
    level_suffixes: str
    generic: str  # words that alone never name a competency, though a name contains them
    joiners: str  # and
    longer: Mapping[str, str]  # shortened words and what they stand for: mgmt, management
    never_corrected: str
    endings: str  # with which words are bent, the longest first
    asks: str  # how somebody else asks, each between `|`: wants to know
    whether: str  # if
    clauses: str  # words that begin what is told, not asked: because
    speaker: str  # who speaks, as a person; then words that mean them where something expires, and else nothing
    forms: Mapping[Intent, str]  # how each question is typed, with places for its slots
    slots: Mapping[str, str]  # how each slot is typed


SPEAKERS = frozenset({"me", "ich"})
"""What a question says of whoever asks it, in place of a name; the first word of each language's `speaker`."""


def counted(text: str, first: int = 0) -> dict[str, int]:
    """The words of a row with their numbers."""
    return {word: number for number, words in enumerate(text.split("|"), first) for word in words.split()}


def fold(text: str) -> str:
    """A word without case, accents and typographic apostrophes, for comparison."""
    plain = text.replace("’", "'").replace("‘", "'").casefold()
    return "".join(letter for letter in normalize("NFKD", plain) if not combining(letter))


def spellings(word: str) -> set[str]:
    """How a word may be typed: folded, and with ae, oe, ue for the umlauts."""
    lower = word.casefold()
    written_out = lower.replace("ä", "ae").replace("ö", "oe").replace("ü", "ue")
    return {fold(lower), fold(written_out)}

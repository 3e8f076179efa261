"""A forecast: a chart, and the same in text: each date with what falls and what it costs."""

from collections.abc import Iterator, Mapping, Sequence

from domain.conditions import ConditionStanding, Status
from domain.projection import MONTHS_OF_THE_MEAN
from domain.requirements import Threshold
from handlers.forecast import ForecastAnswer
from handlers.render.blocks import context, section, sections
from handlers.render.charts import chart
from handlers.render.effects import level_name
from handlers.render.figures import amount_of, condition_name
from handlers.render.lapses import Lapses
from handlers.render.phrases import ICONS, Phrases
from handlers.render.scores import open_metrics
from handlers.replies import Block
from handlers.words import Words

MOST_DAYS = 15


def forecast_text(answer: ForecastAnswer, words: Words) -> list[str]:
    """The whole answer in plain text."""
    return [_title(answer, words), *_summary(answer, words), *_days(answer, words), *_figures(answer, words)]


def forecast_blocks(answer: ForecastAnswer, words: Words) -> list[Block]:
    """The answer in short, the chart, then date by date."""
    head = "\n".join([f"*{_title(answer, words)}*", *_summary(answer, words)])
    rest = [*_days(answer, words), *_figures(answer, words)]
    ground = context(list(_ground(answer, words)), words)
    return [section(head, words), _chart(answer, words), *sections(rest, words), ground]


def _title(answer: ForecastAnswer, words: Words) -> str:
    day = words.date(answer.forecast.until)
    if answer.competency is None:
        return words.say("forecast.title", day=day)
    competency = Phrases(words, answer.programme).competency(answer.competency)
    return words.say("forecast.title_of", competency=competency, day=day)


def _summary(answer: ForecastAnswer, words: Words) -> Iterator[str]:
    """When a level changes next, and how many are met at the end."""
    found, phrases = answer.forecast, Phrases(words, answer.programme)
    if found.next_turn is None:
        yield words.say("forecast.none")
    else:
        yield words.say("forecast.next", day=words.date(found.next_turn.on))
    for series, values in _series(answer, phrases).items():
        said = {"level": series, "day": words.date(found.until)}
        if answer.competency is None:
            yield words.say("forecast.counts", today=values[0], then=values[-1], **said)
        else:
            yield words.say("forecast.reserve", today=_signed(values[0]), then=_signed(values[-1]), **said)


def _signed(value: int) -> str:
    """+2, 0, −1."""
    return f"{value:+d}".replace("-", "−") if value else "0"


def _chart(answer: ForecastAnswer, words: Words) -> Block:
    """How many competencies hold each level; of one competency how many people are above what it needs."""
    phrases = Phrases(words, answer.programme)
    labels = [words.day(day) for day in answer.points]
    if answer.competency is None:
        return chart("line", words.say("forecast.chart"), labels, _series(answer, phrases))
    title = words.say("forecast.chart_of", competency=phrases.competency(answer.competency))
    return chart("bar", title, labels, _series(answer, phrases))


def _series(answer: ForecastAnswer, phrases: Phrases) -> Mapping[str, Sequence[int]]:
    return {phrases.level(level): values for level, values in answer.series.items()}


def _days(answer: ForecastAnswer, words: Words) -> Iterator[str]:
    """Every date that costs or brings a level, and as many of the others as there is room for."""
    lapses = Lapses(Phrases(words, answer.programme), answer.names, answer.own)
    turning = [day for day in answer.forecast.days if day.turns]
    room = max(MOST_DAYS - len(turning), 0)
    calm = [day for day in answer.forecast.days if not day.turns][:room]
    for day in sorted((*turning, *calm), key=lambda each: each.on):
        yield from lapses.day(day)
    left_out = len(answer.forecast.days) - len(turning) - len(calm)
    if left_out:
        yield words.say("forecast.more", n=left_out)


def _figures(answer: ForecastAnswer, words: Words) -> Iterator[str]:
    """The figures still needed where months are to come; and, shortly before, what they would be if they went on."""
    phrases = Phrases(words, answer.programme)
    day = words.date(answer.forecast.until)
    for level in answer.unknown:
        name = level_name(level.competency, level.level, phrases)
        branch = level.nearest.nearest
        asked = [_needed(c, phrases) for c in branch.conditions if c.status is Status.NOT_KNOWN]
        needs = words.both([*asked, *(name for score in branch.scores for name in open_metrics(score, phrases))])
        yield words.say("forecast.needs", level=name, day=day, what=needs)
        expected = answer.expected.get((level.competency, level.level))
        if expected is not None and expected is not Status.NOT_KNOWN:
            said = {"icon": ICONS[expected], "status": words.status(expected), "day": day}
            yield words.say("forecast.projection", n=MONTHS_OF_THE_MEAN, **said)


def _needed(found: ConditionStanding, phrases: Phrases) -> str:
    name = condition_name(found.condition, phrases)
    if not isinstance(found.condition, Threshold) or not found.needed:
        return name
    metric = phrases.programme.metrics[found.condition.metric]
    return phrases.words.say("forecast.needed", amount=amount_of(found.needed, metric, phrases), metric=name)


def _ground(answer: ForecastAnswer, words: Words) -> Iterator[str]:
    yield words.say("forecast.ground", day=words.date(answer.forecast.on))
    end = answer.programme.end
    if end is not None and answer.forecast.until > end.last_renewal:
        successor = words.name(end.successor_name) if end.successor_name else end.successor
        yield words.say("ground.ended", day=words.date(end.last_renewal), successor=successor)

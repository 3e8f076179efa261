"""Logs: one JSON object a line on standard error, each with the request it belongs to.

No message texts, no names, no secrets: events carry ids and counts alone. What libraries log is reduced to where it
was said, since their texts quote what they work on; of an exception its kind and the lines it passed are kept, since
its text may quote a row or a message.
"""

import logging
import sys
import traceback
from collections.abc import Sequence

import structlog
from structlog.typing import EventDict, Processor, WrappedLogger

Log = structlog.stdlib.BoundLogger


def configure(extra: Sequence[Processor] = (), level: int = logging.INFO) -> None:
    """Set up logging of this process.

    Args:
        extra: processors that see every event of Assay's own before it is written.
        level: what is less important is left out.
    """
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            _bare_exception,
            *extra,
            structlog.processors.JSONRenderer(),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
        cache_logger_on_first_use=False,
    )
    logging.basicConfig(handlers=[_Libraries()], level=logging.WARNING, force=True)


def get() -> Log:
    """The logger."""
    logger: Log = structlog.get_logger()
    return logger


def kind_of(error: BaseException) -> str:
    """The kind of an exception, for a log."""
    return type(error).__name__


def where(error: BaseException) -> list[str]:
    """The lines that an exception passed, the raising one last, its causes after it; never its text."""
    lines = [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(error.__traceback__)]
    cause = error.__cause__ or error.__context__
    return lines if cause is None else [*lines, f"from {kind_of(cause)}", *where(cause)]


def _bare_exception(_logger: WrappedLogger, _method: str, event: EventDict) -> EventDict:
    error = event.pop("exc_info", None)
    if error is True:
        error = sys.exc_info()[1]
    if isinstance(error, BaseException):
        event.update(error=kind_of(error), where=where(error))
    return event


class _Libraries(logging.Handler):
    """What libraries log, without their words."""

    def emit(self, record: logging.LogRecord) -> None:
        error = record.exc_info[1] if record.exc_info else None
        method = "error" if record.levelno >= logging.ERROR else "warning"
        place = f"{record.module}:{record.lineno}"
        getattr(get(), method)("library.logged", library=record.name, place=place, exc_info=error)

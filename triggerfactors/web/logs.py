"""The log: one JSON object per line, with the kind and place of a failure and nobody's words.

A message of a library can quote what someone typed, or name a session. So of a foreign logger only
the fixed part of its message is written, and of an exception never more than its kind and place.
"""

import json
import logging
import sys
import traceback
from datetime import UTC, datetime
from types import TracebackType
from typing import Final

import streamlit.logger

# Their messages are about the server itself: an address in use, a process that stops.
_OURS: Final = ("triggerfactors", "uvicorn")
_LONGEST: Final = 2000


def place_of(error: BaseException) -> str:
    """File and line where ``error`` was raised."""
    frames = traceback.extract_tb(error.__traceback__)
    return f"{frames[-1].filename}:{frames[-1].lineno}" if frames else "onbekende plek"


class JsonLines(logging.Formatter):
    """Writes a record as one line of JSON."""

    def format(self, record: logging.LogRecord) -> str:
        """The record without anyone's words."""
        line = {
            "tijd": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "niveau": record.levelname.lower(),
            "bron": record.name,
            "melding": self._message(record),
        }
        error = record.exc_info[1] if record.exc_info else None
        if error is not None:
            line["fout"] = type(error).__name__
            line["plek"] = place_of(error)
        return json.dumps(line, ensure_ascii=False)

    @staticmethod
    def _message(record: logging.LogRecord) -> str:
        if record.name.partition(".")[0] in _OURS:
            return record.getMessage().strip()[:_LONGEST]
        if record.args:
            # The words around the values, not the values.
            return str(record.msg).strip()[:_LONGEST]
        return f"{record.module}:{record.lineno}"


def _write_lines(logger: logging.Logger) -> None:
    """Give ``logger`` one handler, ours; takes the place of Streamlit's own set-up."""
    for handler in list(logger.handlers):
        logger.removeHandler(handler)
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLines())
    logger.addHandler(handler)


def _last_words(kind: type[BaseException], error: BaseException, _: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        return
    logging.getLogger("triggerfactors").critical("Het proces stopt", exc_info=error)


def write_json_lines() -> None:
    """Make everything this process logs one JSON line; safe to call twice."""
    logging.captureWarnings(True)
    _write_lines(logging.getLogger())
    # Streamlit gives each of its loggers a handler, also those it makes later.
    streamlit.logger.setup_formatter = _write_lines
    for logger in streamlit.logger._loggers.values():
        _write_lines(logger)
    sys.excepthook = _last_words

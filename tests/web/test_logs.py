"""The log is one JSON object per line and holds nobody's words."""

import io
import json
import logging
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from triggerfactors.web.logs import JsonLines


def written(name: str, log: Callable[[logging.Logger], None]) -> list[dict[str, str]]:
    logger = logging.Logger(name)
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(JsonLines())
    logger.addHandler(handler)
    log(logger)
    return [json.loads(line) for line in stream.getvalue().splitlines()]


def test_a_failure_gives_its_kind_and_place_and_not_its_message() -> None:
    def fail(logger: logging.Logger) -> None:
        try:
            raise ValueError("Sanne uit Utrecht")
        except ValueError:
            logger.exception("Een verzoek mislukte")

    (line,) = written("triggerfactors.web", fail)
    assert line["fout"] == "ValueError" and "test_logs.py" in line["plek"]
    assert "Sanne" not in json.dumps(line)


@pytest.mark.parametrize("name", ["streamlit.runtime.app_session", "sqlalchemy", "asyncio", "h11"])
@given(words=st.text(min_size=6).filter(lambda text: text.strip() not in "melding: %s"))
def test_the_values_in_a_message_of_a_library_are_left_out(name: str, words: str) -> None:
    (line,) = written(name, lambda logger: logger.warning("Melding: %s", words))
    assert line["melding"] == "Melding: %s"
    (line,) = written(name, lambda logger: logger.warning(f"Melding {words}"))
    assert line["melding"].startswith("test_logs:")

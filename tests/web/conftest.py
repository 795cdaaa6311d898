"""One running app for all tests of the web side; none of them needs a browser."""

from collections.abc import Iterator

import pytest

from tests.browser.harness import Server, served

TOKEN = "een-sleutel-alleen-voor-de-test"


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The real app, with the metrics open to whoever has the key."""
    log = tmp_path_factory.mktemp("web") / "server.log"
    with served(log, settings={"TRIGGERWIJZER_METING_SLEUTEL": TOKEN}) as running:
        yield running

"""The same store on SQLite and on a private PostgreSQL."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.workshop.postgres import NoPostgresError, private_postgres
from triggerfactors.workshop import Store


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path}/zaal.sqlite3"


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """Skipped with a reason where no PostgreSQL can be started; ``make test`` installs it."""
    try:
        with private_postgres() as url:
            yield url
    except NoPostgresError as error:
        pytest.skip(str(error))


@pytest.fixture(params=["sqlite", "postgres"])
def store(request: pytest.FixtureRequest) -> Iterator[Store]:
    opened = Store(request.getfixturevalue(f"{request.param}_url"))
    yield opened
    opened.close()

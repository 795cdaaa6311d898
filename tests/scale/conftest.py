"""The scale test uses a browser for one story."""

from pathlib import Path

import pytest


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the story in a browser, so that ``-m "not browser"`` leaves it out."""
    for item in items:
        if Path(__file__).parent in item.path.parents and "by_the_file" in item.name:
            item.add_marker(pytest.mark.browser)

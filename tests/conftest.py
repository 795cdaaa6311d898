"""Shared by all tests: the real content, read once."""

import pytest

from triggerfactors.content import Content, inspect


@pytest.fixture(scope="session")
def content() -> Content:
    """The content as it is in the repository."""
    report = inspect()
    assert report.content is not None, [fault.line() for fault in report.faults]
    return report.content

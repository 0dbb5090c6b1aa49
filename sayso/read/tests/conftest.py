"""What the reader's tests share."""

import pytest

from sayso.read import Reader, load_reader


@pytest.fixture(scope="session")
def reader() -> Reader:
    return load_reader()

"""What the tests of the llm reader share."""

from collections.abc import Iterator

import pytest

from sayso.read.llm.tests.server import Model, serve_model


@pytest.fixture
def model() -> Iterator[Model]:
    """A played language model on this machine."""
    with serve_model() as served:
        yield served

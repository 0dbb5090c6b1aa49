"""What tests share: where the data that is not ours to ship lies, if it is there."""

import pathlib

import pytest

SHARED = pathlib.Path(__file__).resolve().parent.parent / "shared"


@pytest.fixture(scope="session")
def shared() -> pathlib.Path:
    """The folder of data beside the checkout; tests that need it skip where it is absent."""
    if not SHARED.is_dir():
        pytest.skip("needs the folder 'shared' beside the checkout, which this machine does not have")
    return SHARED

"""Commands in this process, for the tests of them."""

import os

import pytest
from click.testing import CliRunner, Result

from workbench.cli import main

#: An article with a quote, a figure and a speaker.
FERRY = "“Fares rose 40 percent,” said Ida Holm.\nThe ferry stops in May.\n"


@pytest.fixture(autouse=True)
def plain(monkeypatch: pytest.MonkeyPatch) -> None:
    """No setting of the machine reaches a test of the module that takes this in."""
    for name in list(os.environ):
        if name.startswith("WORKBENCH_"):
            monkeypatch.delenv(name)


def run(*arguments: object, code: int = 0) -> Result:
    """A command in this process, and its exit code checked."""
    result = CliRunner().invoke(main, [str(a) for a in arguments])
    assert result.exit_code == code, result.output
    if result.exception:
        assert isinstance(result.exception, SystemExit)
    return result

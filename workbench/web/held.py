"""What schema.json demands, as the application holds it."""

from flask import current_app

from workbench.labels import Labels
from workbench.schema import Contract


def contract() -> Contract:
    """The contract that the application was made with."""
    found: Contract = current_app.extensions["contract"]
    return found


def labels() -> Labels:
    """Its labels and relations."""
    return contract().labels

"""Reading quotes in other languages than English, each with its own words."""

from workbench.suggest.foreign.languages import Language
from workbench.suggest.foreign.lines import quotes
from workbench.suggest.foreign.people import People
from workbench.suggest.foreign.telling import language_of, language_of_line

__all__ = ["Language", "People", "language_of", "language_of_line", "quotes"]

"""Fact-check annotation workbench: label news articles, prove what you export."""

__version__ = "0.1.0"

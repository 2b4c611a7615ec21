"""A report to read: as text, Markdown, CSV, or one HTML file with pictures."""

from workbench.agreement.show.page import html
from workbench.agreement.show.plain import csv, markdown, numbers, text

__all__ = ["csv", "html", "markdown", "numbers", "text"]

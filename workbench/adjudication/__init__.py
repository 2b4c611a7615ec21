"""From what several people say of an article to one gold set that says where it came
from: cases, decisions, gold, and the difference between two versions of it."""

from workbench.adjudication.cases import (
    DIFFERENCES,
    Case,
    Lapsed,
    Link,
    Proposal,
    Source,
    cases,
    lapsed,
)

__all__ = [
    "DIFFERENCES",
    "Case",
    "Lapsed",
    "Link",
    "Proposal",
    "Source",
    "cases",
    "lapsed",
]

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
    content,
    lapsed,
)
from workbench.adjudication.decisions import (
    CHOICES,
    PATHS,
    REASONS,
    RULES,
    Aim,
    Decision,
    DecisionError,
    because,
    by_rule,
    edit,
    intersection,
    reject,
    take,
    union,
)
from workbench.adjudication.feedback import Feedback, feedback
from workbench.adjudication.gold import Gold, gold
from workbench.adjudication.material import Material, Version

__all__ = [
    "CHOICES",
    "DIFFERENCES",
    "PATHS",
    "REASONS",
    "RULES",
    "Aim",
    "Case",
    "Decision",
    "DecisionError",
    "Feedback",
    "Gold",
    "Lapsed",
    "Link",
    "Material",
    "Proposal",
    "Source",
    "Version",
    "because",
    "by_rule",
    "cases",
    "content",
    "edit",
    "feedback",
    "gold",
    "intersection",
    "lapsed",
    "reject",
    "take",
    "union",
]

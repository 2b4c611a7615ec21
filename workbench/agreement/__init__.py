"""How far annotators agree: a library of its own, with nothing but Python in it.

    from workbench.agreement import Document, Unit, compute

    doc = Document("d1", 120, {"a1": [Unit([(3, 9)], "quote")], "a2": []})
    compute([doc], ["f1_exact", "alpha_char[quote]", "f1_exact.ci95"])

It knows nothing of our labels, files or pages. docs/agreement.md says what each number
means. A value that has no meaning is None, never 0 or 1.
"""

from workbench.agreement.cases import Case, disagreements
from workbench.agreement.model import AgreementError, Document, Unit
from workbench.agreement.names import known, parse
from workbench.agreement.report import Report, report
from workbench.agreement.summary import Summary, summary
from workbench.agreement.values import Result, Values, compute

__all__ = [
    "AgreementError",
    "Case",
    "Document",
    "Report",
    "Result",
    "Summary",
    "Unit",
    "Values",
    "compute",
    "disagreements",
    "known",
    "parse",
    "report",
    "summary",
]

"""Articles and annotations in files: read, checked, exported, kept as a dataset folder.

Reading collects everything that is wrong, with file and line, and leaves it to whoever
imports to take nothing when something is. Writing is the other way round: what is not
proved right is not written at all.
"""

from workbench.files.exports import (
    Exported,
    ExportRefused,
    canonical_json,
    export,
)
from workbench.files.folder import write_dataset
from workbench.files.found import FileProblem, Found, Progress, Reading
from workbench.files.reading import read, stream, validate

__all__ = [
    "ExportRefused",
    "Exported",
    "FileProblem",
    "Found",
    "Progress",
    "Reading",
    "canonical_json",
    "export",
    "read",
    "stream",
    "validate",
    "write_dataset",
]

"""What the machine proposes: spans with attributes, and the rule that found each."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from workbench.spans import Fragment, Value

#: The version of every rule: it changes when any of them finds something else.
VERSION = "8"
#: The speaker of whom nothing is said.
UNKNOWN = "unknown"
#: The least score of a claim that is suggested, by how the lead wants it.
THRESHOLDS = {"off": 2.0, "careful": 0.55, "eager": 0.35}


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A label that the machine proposes for one or more fragments of a text.

    `rule` names what found it, as "quote.cue"; `score` says from 0 to 1 how sure it is.
    `cue` are the words that report a quote, where there are any.
    """

    label: str
    fragments: tuple[Fragment, ...]
    rule: str
    score: float
    attributes: Mapping[str, Value] = field(default_factory=dict)
    cue: Fragment | None = None
    version: str = VERSION

    @property
    def start(self) -> int:
        """The code point where the first fragment begins."""
        return self.fragments[0][0]

    @property
    def end(self) -> int:
        """The code point where the last fragment ends, excluded."""
        return self.fragments[-1][1]


@dataclass(frozen=True, slots=True)
class Region:
    """A stretch [start, end) that is not the article, and the rule that says so."""

    start: int
    end: int
    rule: str
    version: str = VERSION

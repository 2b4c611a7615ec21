"""Values of measures by name, and why one has none."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from workbench.agreement.bootstrap import Resamples
from workbench.agreement.measure import Counts, Measure, add, members, pairs
from workbench.agreement.model import Document, Undefined
from workbench.agreement.names import Name, parse
from workbench.agreement.summary import Summary, summary
from workbench.agreement.tally import NOTHING, Tally

Interval = tuple[float, float]
Result = float | Interval | dict[str, int] | None


@dataclass(slots=True)
class Values:
    """Asks a summary for measures, and remembers why some have no value."""

    of: Summary
    bootstrap: int = 1000
    seed: int = 0
    #: name: why it has no value, as half a sentence
    undefined: dict[str, str] = field(default_factory=dict)
    #: name of an interval: resamples without a value, which it leaves out
    left_out: dict[str, int] = field(default_factory=dict)
    _resamples: dict[int, Resamples] = field(default_factory=dict)

    def get(self, full: str) -> Result:
        """The value of that name; None where it is undefined, and `undefined` says why.

        :raises AgreementError: the name means nothing here.
        """
        name = parse(full, self.of)
        if name.measure is None:
            return self._confusion(name)
        try:
            made = self._interval if name.interval else self._number
            return made(name, name.measure)
        except Undefined as why:
            self.undefined[full] = str(why)
            return None

    def number(self, full: str) -> float | None:
        """`get` of a name that is no interval and no confusion."""
        found = self.get(full)
        return float(found) if isinstance(found, int | float) else None

    def interval(self, full: str) -> Interval | None:
        """The interval of the value of that name."""
        found = self.get(f"{full}.ci95")
        return found if isinstance(found, tuple) else None

    def _tallies(self, name: Name) -> list[Tally]:
        if name.document is None:
            return self.of.folded
        return [self.of.documents[name.document]]

    def _number(self, name: Name, measure: Measure) -> float:
        counts: Counts = {}
        for tally in self._tallies(name):
            add(counts, measure.counts(tally, name.ask))
        return measure.value(counts, name.ask)

    def _interval(self, name: Name, measure: Measure) -> Interval:
        parts = [
            measure.counts(tally, name.ask)
            for tally in self.of.documents.values()
            if members(tally, name.ask)
        ]
        size = len(parts)
        if size < 2:
            raise Undefined("an interval needs two documents that two people finished")
        if size not in self._resamples:
            self._resamples[size] = Resamples(size, self.bootstrap, self.seed)
        found, without = self._resamples[size].interval(
            parts, lambda counts: measure.value(counts, name.ask)
        )
        if without:
            self.left_out[name.full] = without
        return found

    def _confusion(self, name: Name) -> dict[str, int]:
        """Units of equal bounds as "x>y": what the first called x, the second called y.

        Without a pair every pair is counted from both sides.
        """
        found: dict[str, int] = {}
        turned = name.ask.pair is not None and name.ask.pair[0] > name.ask.pair[1]
        for tally in self._tallies(name):
            wanted = set(pairs(tally, name.ask))
            label = dict(enumerate(tally.labels)) | {NOTHING: ""}
            for (a, b, x, y), number in tally.confusion.items():
                if (a, b) not in wanted:
                    continue
                sides = [(x, y), (y, x)] if name.ask.pair is None else [(x, y)]
                for ours, theirs in [(y, x)] if turned else sides:
                    key = f"{label[ours]}>{label[theirs]}"
                    found[key] = found.get(key, 0) + number
        return dict(sorted(found.items()))


def compute(
    documents: Iterable[Document] | Summary,
    names: Iterable[str],
    *,
    bootstrap: int = 1000,
    seed: int = 0,
) -> dict[str, Result]:
    """Each of `names` with its value, or None where it is undefined.

    An interval (`.ci95`) is a pair of numbers, made of `bootstrap` resamples of the
    documents; a confusion is a dict of counts. `report` also says why a value is None.

    :raises AgreementError: a name means nothing here; what would is listed.
    """
    whole = documents if isinstance(documents, Summary) else summary(documents)
    values = Values(whole, bootstrap, seed)
    return {name: values.get(name) for name in names}

"""Everything that the machine proposes for a text, in one reading."""

from collections.abc import Mapping
from dataclasses import dataclass

from workbench.labels import Label, Labels
from workbench.spans import Annotation, Value
from workbench.suggest import boilerplate, find_claims, find_figures, find_quotes
from workbench.suggest.passages import Passages
from workbench.suggest.speakers import Names
from workbench.suggest.suggestion import VERSION, Region, Suggestion

#: How readily claims are suggested; a lead chooses one.
EAGERNESS = tuple(find_claims.THRESHOLDS)


@dataclass(frozen=True, slots=True)
class Suggestions:
    """What is proposed for a text, in text order, and the regions it skips."""

    suggestions: tuple[Suggestion, ...]
    regions: tuple[Region, ...]

    def annotations(self, labels: Labels) -> tuple[Annotation, ...]:
        """The suggestions as annotations; a note names the rule that found each.

        Labels, attributes and values that `labels` does not have are left out.
        """
        count: dict[str, int] = {}
        found: list[Annotation] = []
        for made in self.suggestions:
            label = labels.get(made.label)
            if label is None:
                continue
            letter = made.label[0]
            count[letter] = count.get(letter, 0) + 1
            found.append(
                Annotation(
                    f"{letter}{count[letter]}",
                    made.label,
                    made.fragments,
                    _known(made.attributes, label),
                    f"Rule {made.rule}, version {made.version}, score {made.score:.2f}",
                )
            )
        return tuple(found)


def _known(attributes: Mapping[str, Value], label: Label) -> dict[str, Value]:
    known = {attribute.name: attribute.options for attribute in label.attributes}
    return {
        name: value
        for name, value in attributes.items()
        if name in known and (not known[name] or value in known[name])
    }


def suggest(text: str, claims: str = "careful") -> Suggestions:
    """The quotes, figures and claims of `text`, which is canonical.

    `claims` is one of EAGERNESS: how sure a claim must be. The same text has the same
    suggestions every time; all offsets are code points.
    """
    regions = tuple(boilerplate.regions(text))
    hidden = tuple((region.start, region.end) for region in regions)
    passages = Passages(text, hidden)
    figures = find_figures.find(text, regions)
    quotes = find_quotes.find(passages, Names(passages.visible))
    found = [*figures, *quotes]
    if claims != "off":
        threshold = find_claims.THRESHOLDS[claims]
        found += find_claims.find(passages, quotes, figures, threshold)
    return Suggestions(tuple(sorted(found, key=_order)), regions)


def _order(made: Suggestion) -> tuple[int, int, str, tuple[tuple[int, int], ...]]:
    return made.start, -made.end, made.label, made.fragments


__all__ = ["EAGERNESS", "VERSION", "Suggestions", "suggest"]

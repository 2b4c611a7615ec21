"""The measures once more: slow, clear, character by character, in exact fractions.

None stands for undefined. Nothing here comes from the product but what units are.
"""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from fractions import Fraction
from itertools import combinations, permutations

from hypothesis import strategies as st

from workbench.agreement import Document, Unit

LABELS = ("x", "y")
PEOPLE = ("a", "b", "c")


# --- documents to try -----------------------------------------------------------------


def units(length: int) -> st.SearchStrategy[list[Unit]]:
    """Up to four units: nested, crossing, equal, in fragments."""
    span = st.integers(0, length - 1).flatmap(
        lambda start: st.integers(start + 1, length).map(lambda end: (start, end))
    )
    unit = st.builds(
        Unit,
        st.lists(span, min_size=1, max_size=2).map(tuple),
        st.sampled_from(LABELS),
        st.dictionaries(
            st.sampled_from(["size", "kind"]), st.integers(1, 4), max_size=2
        ),
    )
    return st.lists(unit, max_size=4)


@st.composite
def one_document(draw: st.DrawFn, id: str = "d") -> Document:
    length = draw(st.integers(1, 12))
    people = draw(st.lists(st.sampled_from(PEOPLE), unique=True))
    return Document(id, length, {name: draw(units(length)) for name in people})


def documents(most: int = 4) -> st.SearchStrategy[list[Document]]:
    """Documents that some of three people finished."""
    return st.integers(1, most).flatmap(
        lambda n: st.tuples(*[one_document(f"d{i}") for i in range(n)]).map(list)
    )


def flat(length: int) -> st.SearchStrategy[list[Unit]]:
    """Units of one annotator that do not overlap, in one piece each."""

    def cut(borders: list[int]) -> list[Unit]:
        edges = sorted(borders)
        pairs = list(zip(edges[::2], edges[1::2], strict=False))
        return [
            Unit(((start, end),), LABELS[start % 2])
            for start, end in pairs
            if end > start
        ]

    return st.lists(st.integers(0, length), unique=True, max_size=8).map(cut)


@st.composite
def flat_documents(draw: st.DrawFn) -> list[Document]:
    """Documents in which nobody's units overlap."""
    made = []
    for i in range(draw(st.integers(1, 3))):
        length = draw(st.integers(1, 12))
        people = draw(st.lists(st.sampled_from(PEOPLE), unique=True))
        made.append(Document(f"d{i}", length, {p: draw(flat(length)) for p in people}))
    return made


# --- what everything is made of -------------------------------------------------------


Key = tuple[tuple[tuple[int, int], ...], str]


def keys(found: Sequence[Unit], label: str | None = None) -> list[Key]:
    """Every unit once."""
    return sorted(
        {
            (tuple(sorted(unit.fragments)), unit.label)
            for unit in found
            if label in (None, unit.label)
        }
    )


def characters(key: Key) -> set[int]:
    return {at for start, end in key[0] for at in range(start, end)}


def covering(document: Document, name: str, at: int) -> frozenset[str]:
    """The labels that somebody put on one character."""
    return frozenset(
        key[1] for key in keys(document.annotators[name]) if at in characters(key)
    )


def people(found: Iterable[Document]) -> list[str]:
    return sorted({name for document in found for name in document.annotators})


# --- spans ----------------------------------------------------------------------------


def iou(one: Key, other: Key) -> Fraction:
    a, b = characters(one), characters(other)
    return Fraction(len(a & b), len(a | b))


def best(ours: Sequence[Key], theirs: Sequence[Key], score: Callable) -> Fraction:
    """The greatest sum of scores of any one-to-one matching: all of them are tried."""
    few, many = sorted((ours, theirs), key=len)
    return max(
        (
            sum((score(*both) for both in zip(few, chosen, strict=True)), Fraction())
            for chosen in permutations(many, len(few))
        ),
        default=Fraction(),
    )


SCORES: dict[str, Callable[[Key, Key], Fraction | int]] = {
    "f1_exact": lambda a, b: a == b,
    "f1_bounds": lambda a, b: a[0] == b[0],
    "f1_overlap": lambda a, b: a[1] == b[1] and iou(a, b) > 0,
    "f1_overlap_any": lambda a, b: iou(a, b) > 0,
    "f1_iou50": lambda a, b: a[1] == b[1] and iou(a, b) >= Fraction(1, 2),
    "f1_soft": lambda a, b: iou(a, b) if a[1] == b[1] else Fraction(),
}


def f1_of_pair(
    found: Sequence[Document], name: str, a: str, b: str, label: str | None = None
) -> Fraction | None:
    hits, number = Fraction(), 0
    for document in found:
        if not {a, b} <= set(document.annotators):
            continue
        ours, theirs = (keys(document.annotators[who], label) for who in (a, b))
        if name == "f1_char":
            left, right = (
                {(at, key[1]) for key in side for at in characters(key)}
                for side in (ours, theirs)
            )
            hits += len(left & right)
            number += len(left) + len(right)
        else:
            hits += best(ours, theirs, SCORES[name])
            number += len(ours) + len(theirs)
    return 2 * hits / number if number else None


def mean(values: Iterable[Fraction | None]) -> Fraction | None:
    known = [value for value in values if value is not None]
    return sum(known, Fraction()) / len(known) if known else None


def f1(found: Sequence[Document], name: str, label: str | None) -> Fraction | None:
    return mean(
        f1_of_pair(found, name, a, b, label) for a, b in combinations(people(found), 2)
    )


# --- alpha, kappa, Fleiss -------------------------------------------------------------


def values(
    found: Sequence[Document], read: Callable[[frozenset[str]], Hashable]
) -> list[list[Hashable]]:
    """What everybody says of each character, where two or more finished."""
    return [
        [read(covering(document, name, at)) for name in sorted(document.annotators)]
        for document in found
        if len(document.annotators) > 1
        for at in range(document.length)
    ]


def unlike(one: Hashable, other: Hashable) -> Fraction:
    return Fraction(one != other)


def jaccard(one: frozenset[str], other: frozenset[str]) -> Fraction:
    return (
        1 - Fraction(len(one & other), len(one | other)) if one | other else Fraction()
    )


def alpha(found: Sequence[Sequence[Hashable]], apart: Callable) -> Fraction | None:
    """Krippendorff's alpha; `apart` gets two values and squares what it must."""
    units_ = [unit for unit in found if len(unit) > 1]
    every = [value for unit in units_ for value in unit]
    total = len(every)
    observed = sum(
        (
            Fraction(1, len(unit) - 1) * apart(one, other)
            for unit in units_
            for one, other in permutations(unit, 2)
        ),
        Fraction(),
    )
    chance = sum(
        (apart(one, other) for one, other in permutations(every, 2)), Fraction()
    )
    if not chance:
        return None
    return 1 - Fraction(observed, total) / Fraction(chance, total * (total - 1))


def kappa_of_pair(
    found: Sequence[Document], a: str, b: str, read: Callable
) -> Fraction | None:
    both = [
        (read(covering(document, a, at)), read(covering(document, b, at)))
        for document in found
        if {a, b} <= set(document.annotators)
        for at in range(document.length)
    ]
    if not both:
        return None
    same = Fraction(sum(x == y for x, y in both), len(both))
    ours, theirs = Counter(x for x, _ in both), Counter(y for _, y in both)
    chance = sum(
        (Fraction(ours[x] * theirs[x], len(both) ** 2) for x in ours), Fraction()
    )
    return (same - chance) / (1 - chance) if chance != 1 else None


def fleiss(found: Sequence[Sequence[Hashable]]) -> Fraction | None:
    if len({len(unit) for unit in found}) != 1:
        return None
    many = len(found[0])
    each = [
        Fraction(sum(x == y for x, y in permutations(unit, 2)), many * (many - 1))
        for unit in found
    ]
    number = Counter(value for unit in found for value in unit)
    chance = sum(
        (Fraction(n, many * len(found)) ** 2 for n in number.values()), Fraction()
    )
    same = sum(each, Fraction()) / len(found)
    return (same - chance) / (1 - chance) if chance != 1 else None


# --- unitizing ------------------------------------------------------------------------


Piece = tuple[str, frozenset[int]]


def partition(document: Document, name: str, label: str | None) -> list[Piece]:
    """Somebody's document in units, and one gap of all the rest.

    For a label: only its units, those that share characters made into one.
    """
    pieces: list[Piece] = []
    for key in keys(document.annotators[name], label):
        piece = (key[1], frozenset(characters(key)))
        while label is not None:
            other = next((p for p in pieces if p[1] & piece[1]), None)
            if other is None:
                break
            pieces.remove(other)
            piece = (label, other[1] | piece[1])
        pieces.append(piece)
    marked = frozenset(at for _, piece in pieces for at in piece)
    return [*pieces, ("", frozenset(range(document.length)) - marked)]


class Unitizing:
    """The coincidences and corrections of the paper, built up piece by piece."""

    def __init__(self, found: Sequence[Document], label: str | None = None) -> None:
        self.l: dict[tuple[str, str], Fraction] = Counter()
        self.k: dict[str, Fraction] = Counter()
        self.star: dict[str, Fraction] = Counter()
        for document in found:
            many = len(document.annotators)
            if many < 2:
                continue
            cut = {p: partition(document, p, label) for p in document.annotators}
            for mine in cut.values():
                for category, piece in mine:
                    size = len(piece)
                    self.k[category] += size * size if category else size
            for one, other in permutations(cut, 2):
                for c, piece in cut[one]:
                    met = 0
                    for k, theirs in cut[other]:
                        both = len(piece & theirs)
                        self.l[c, k] += Fraction(both, many - 1)
                        met += both if k else 0
                    if c:
                        self.star[c] += Fraction(met * met, many - 1)
        self.names = sorted({c for pair in self.l for c in pair})

    def disagreement(self) -> tuple[Fraction, Fraction] | None:
        """Observed and expected."""
        total = sum(self.l.values())
        if not total:
            return None
        free = total - Fraction(sum(self.k.values()), 1) / total
        if not free:
            return None
        rows = {c: sum(self.l[c, k] for k in self.names) for c in self.names}
        expected = sum((rows[c] ** 2 - self.k[c]) / free for c in self.names)
        return total - sum(self.l[c, c] for c in self.names), total - expected

    def u(self) -> Fraction | None:
        both = self.disagreement()
        return 1 - both[0] / both[1] if both and both[1] else None

    def binary(self) -> Fraction | None:
        total = sum(self.l.values())
        if not total:
            return None
        free = total - Fraction(sum(self.k.values()), 1) / total
        gap = sum(self.l["", k] for k in self.names)
        if not free:
            return None
        expected = sum(
            gap * sum(self.l[k, c] for c in self.names) / free for k in self.names if k
        )
        return 1 - (gap - self.l["", ""]) / expected if expected else None

    def _marked(self) -> tuple[dict[str, Fraction], Fraction, Fraction]:
        names = [c for c in self.names if c]
        rows = {c: sum(self.l[c, k] for k in names) for c in names}
        total = sum(rows.values())
        return rows, total, total and total - sum(self.star.values()) / total

    def cu(self) -> Fraction | None:
        rows, total, free = self._marked()
        if not total or not free:
            return None
        expected = total - sum((rows[c] ** 2 - self.star[c]) / free for c in rows)
        observed = total - sum(self.l[c, c] for c in rows)
        return 1 - observed / expected if expected else None

    def ku(self, label: str) -> Fraction | None:
        rows, _, free = self._marked()
        if not rows.get(label) or not free:
            return None
        diagonal = (rows[label] ** 2 - self.star[label]) / free
        row = diagonal + sum(rows[label] * rows[k] / free for k in rows if k != label)
        if row == diagonal:
            return None
        apart = rows[label] - self.l[label, label]
        return 1 - row / rows[label] * apart / (row - diagonal)


def layered(found: Sequence[Document]) -> Fraction | None:
    observed, expected = Fraction(), Fraction()
    for label in LABELS:
        layer = Unitizing(found, label)
        both = layer.disagreement()
        if both and label in layer.names:
            observed += both[0]
            expected += both[1]
    return 1 - observed / expected if expected else None


# --- attributes -----------------------------------------------------------------------


def attribute_units(found: Sequence[Document], name: str) -> list[list[int]]:
    """The values of each unit that two or more marked alike."""
    made = []
    for document in found:
        said: dict[Key, list[int]] = {}
        for given in document.annotators.values():
            for key in keys(given):
                copies = [u for u in given if keys([u]) == [key]]
                told = {u.attributes[name] for u in copies if name in u.attributes}
                if len(told) == 1:
                    said.setdefault(key, []).append(told.pop())
        made += [values_ for values_ in said.values() if len(values_) > 1]
    return made


def scale(level: str, found: Sequence[Sequence[int]]) -> Callable:
    number = Counter(value for unit in found for value in unit)

    def ordinal(c: int, k: int) -> Fraction:
        low, high = sorted((c, k))
        between = sum(n for g, n in number.items() if low <= g <= high)
        return (between - Fraction(number[c] + number[k], 2)) ** 2 if c != k else 0

    return {
        "nominal": unlike,
        "ordinal": ordinal,
        "interval": lambda c, k: Fraction(c - k) ** 2,
        "ratio": lambda c, k: Fraction(c - k, c + k) ** 2,
    }[level]

"""Which annotations of several people are about the same thing.

Why it is done this way, and what ties do: docs/decisions/011-alignment.md.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush

from workbench.adjudication.matching import best
from workbench.spans import Fragment

#: How much of their words two annotations must share (of all words of both) to be one
#: thing under two labels. Less is the nesting that every article is full of.
SAME_WORDS = 0.5

# A weight is one whole number: first the shared words, then attributes, then links. No
# sum of the lower ones reaches up into the higher ones.
_WORDS, _ATTRIBUTES = 1 << 80, 1 << 40
_FINE = 1 << 30


@dataclass(frozen=True, slots=True)
class Item:
    """What the alignment sees of an annotation: its content, not its id."""

    label: str
    fragments: tuple[Fragment, ...]
    attributes: frozenset[str] = frozenset()
    links: frozenset[str] = frozenset()

    @property
    def content(self) -> tuple[object, ...]:
        """Sorts items as they stand in the text; the same for the same content."""
        return (
            self.fragments,
            self.label,
            sorted(self.attributes),
            sorted(self.links),
        )


#: A person and one of the person's items, by their places in what was given.
Member = tuple[int, int]


def align(people: Sequence[Sequence[Item]]) -> list[list[Member]]:
    """Groups of items that are about the same thing, at most one item a person.

    Every item is in exactly one group. Per label, the groups have the greatest total
    overlap: for two people exactly, for more than no move of one person's items and no
    joining of two groups would make greater. Then groups of different labels over the
    same words are joined. Neither the order of people nor that of items matters.
    """
    content = [[item.content for item in items] for items in people]
    order = [sorted(range(len(one)), key=one.__getitem__) for one in content]
    ranked = sorted(range(len(people)), key=lambda p: [content[p][i] for i in order[p]])
    nodes = [(p, i) for p in ranked for i in order[p]]
    person = [p for p, _ in nodes]
    items = [people[p][i] for p, i in nodes]
    groups = _Groups(person, _weights(person, items))
    spread = sorted(set(person), key=ranked.index)
    for one in spread:
        groups.place(one)
    # Each change makes the total greater, so there is an end.
    while sum([groups.place(one) for one in spread]) or groups.join():
        pass
    groups.weights = _weights(person, items, across=True)
    groups.join()
    return [[nodes[n] for n in group] for group in groups.groups if group]


def _weights(
    person: Sequence[int], items: Sequence[Item], across: bool = False
) -> list[dict[int, int]]:
    """How alike items of different people are; only of one label, or only `across`."""
    weights: list[dict[int, int]] = [{} for _ in items]
    for a, b in _meeting(items):
        if person[a] == person[b] or (items[a].label != items[b].label) != across:
            continue
        weight = _likeness(items[a], items[b])
        if weight >= (SAME_WORDS * _FINE * _WORDS if across else 1):
            weights[a][b] = weights[b][a] = weight
    return weights


def _meeting(items: Sequence[Item]) -> Iterator[tuple[int, int]]:
    """Every pair of items whose words, from first to last, meet."""
    starts = [item.fragments[0][0] for item in items]
    ends = [item.fragments[-1][1] for item in items]
    in_text = sorted(range(len(items)), key=lambda n: (starts[n], n))
    open_: list[int] = []
    for n in in_text:
        open_ = [m for m in open_ if ends[m] > starts[n]]
        for m in open_:
            yield m, n
        open_.append(n)


def _likeness(a: Item, b: Item) -> int:
    """The weight of a pair; 0 when the two share no character."""
    if a.fragments == b.fragments:
        shared = _FINE
    else:
        common = overlap(a.fragments, b.fragments)
        if not common:
            return 0
        shared = common * _FINE // (size(a.fragments) + size(b.fragments) - common)
    return (
        shared * _WORDS
        + _share(a.attributes, b.attributes) * _ATTRIBUTES
        + _share(a.links, b.links)
    )


def size(fragments: Iterable[Fragment]) -> int:
    """How many characters the fragments have."""
    return sum(end - start for start, end in fragments)


def overlap(a: Sequence[Fragment], b: Sequence[Fragment]) -> int:
    """How many characters two lists of fragments share."""
    return sum(max(0, min(s[1], t[1]) - max(s[0], t[0])) for s in a for t in b)


def _share(a: frozenset[str], b: frozenset[str]) -> int:
    return 1024 * len(a & b) // len(a | b) if a or b else 1024


class _Groups:
    """Groups of nodes, at most one node a person, that only ever grow better."""

    def __init__(self, person: Sequence[int], weights: list[dict[int, int]]) -> None:
        self.groups: list[list[int]] = []
        self.weights = weights
        self._person = person
        self._of: dict[int, int] = {}
        self._nodes: dict[int, list[int]] = {}
        for node, one in enumerate(person):
            self._nodes.setdefault(one, []).append(node)

    def place(self, one: int) -> bool:
        """Whether that person's nodes went to better groups than before."""
        nodes = self._nodes[one]
        wishes: list[dict[int, int]] = []
        for node in nodes:
            wish: dict[int, int] = {}
            for other, weight in self.weights[node].items():
                if other in self._of:
                    group = self._of[other]
                    wish[group] = wish.get(group, 0) + weight
            wishes.append(wish)
        new = best(wishes)
        before = sum(
            wish.get(self._of.get(node, -1), 0)
            for node, wish in zip(nodes, wishes, strict=True)
        )
        after = sum(
            wish[group]
            for wish, group in zip(wishes, new, strict=True)
            if group is not None
        )
        if after <= before and nodes[0] in self._of:
            return False
        for node in nodes:
            if node in self._of:
                self.groups[self._of.pop(node)].remove(node)
        for node, found in zip(nodes, new, strict=True):
            if found is None:
                self._of[node] = len(self.groups)
                self.groups.append([node])
            else:
                self._of[node] = found
                self.groups[found].append(node)
        return True

    def join(self) -> bool:
        """Whether groups without a person in common were joined, the most alike first.

        Of several that are as alike, those that come first are joined.
        """
        likeness: dict[tuple[int, int], int] = {}
        for node, others in enumerate(self.weights):
            for other, weight in others.items():
                a, b = self._of[node], self._of[other]
                if a < b and self._apart(a, b):
                    likeness[a, b] = likeness.get((a, b), 0) + weight
        queue = [(-weight, a, b) for (a, b), weight in likeness.items()]
        heapify(queue)
        joined = False
        while queue:
            weight, a, b = heappop(queue)
            if likeness.get((a, b)) != -weight or not self._apart(a, b):
                continue
            joined = True
            self.groups[a] += self.groups[b]
            for node in self.groups[b]:
                self._of[node] = a
            self.groups[b] = []
            near: dict[int, int] = {}
            for node in self.groups[a]:
                for other, more in self.weights[node].items():
                    group = self._of[other]
                    near[group] = near.get(group, 0) + more
            for group, total in near.items():
                pair = (min(a, group), max(a, group))
                if group != a and self._apart(*pair):
                    likeness[pair] = total
                    heappush(queue, (-total, *pair))
        return joined

    def _apart(self, a: int, b: int) -> bool:
        """Whether both groups have nodes, of different people throughout."""
        people = {self._person[node] for node in self.groups[a]}
        return (
            a != b
            and bool(people)
            and bool(self.groups[b])
            and all(self._person[node] not in people for node in self.groups[b])
        )

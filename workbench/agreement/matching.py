"""One-to-one matchings between the units of two annotators.

An edge is (i, j, weight): unit i of the one and unit j of the other may be matched.
Matchings are made component by component, and most components are a single edge.
"""

from collections.abc import Iterator, Sequence

Edge = tuple[int, int, int]


def components(edges: Sequence[Edge]) -> Iterator[list[Edge]]:
    """The edges in groups that share no unit with each other."""
    at_left: dict[int, list[Edge]] = {}
    at_right: dict[int, list[Edge]] = {}
    for edge in edges:
        at_left.setdefault(edge[0], []).append(edge)
        at_right.setdefault(edge[1], []).append(edge)
    seen: set[int] = set()
    for first, own in at_left.items():
        if first in seen:
            continue
        seen.add(first)
        if len(own) == 1 and len(at_right[own[0][1]]) == 1:
            yield own
            continue
        group, todo, rights = [], [first], set()
        while todo:
            for edge in at_left[todo.pop()]:
                group.append(edge)
                if edge[1] not in rights:
                    rights.add(edge[1])
                    new = [e[0] for e in at_right[edge[1]] if e[0] not in seen]
                    seen.update(new)
                    todo += new
        yield group


def most(edges: Sequence[Edge]) -> int:
    """The size of a largest matching (Kuhn's augmenting paths)."""
    if len(edges) < 2:
        return len(edges)
    adjacent: dict[int, list[int]] = {}
    for i, j, _ in edges:
        adjacent.setdefault(i, []).append(j)
    owner: dict[int, int] = {}
    mate: dict[int, int] = {}
    for start in adjacent:
        # Breadth first without recursion: a document may hold thousands of units.
        came: dict[int, int] = {}
        queue, end = [start], None
        for i in queue:
            for j in adjacent[i]:
                if j in came:
                    continue
                came[j] = i
                if j not in owner:
                    end = j
                    break
                queue.append(owner[j])
            if end is not None:
                break
        while end is not None:
            i = came[end]
            previous = mate.get(i)
            owner[end], mate[i] = i, end
            end = previous
    return len(owner)


def heaviest(edges: Sequence[Edge]) -> list[Edge]:
    """The edges of a matching of greatest total weight; all weights are positive.

    The Hungarian method with potentials, exact in whole numbers.
    """
    if len(edges) < 2:
        return list(edges)
    lefts = sorted({i for i, _, _ in edges})
    rights = sorted({j for _, j, _ in edges})
    if len(lefts) == 1 or len(rights) == 1:
        return [max(edges, key=lambda edge: edge[2])]
    turned = len(lefts) > len(rights)
    rows, columns = (rights, lefts) if turned else (lefts, rights)
    row_of = {unit: k for k, unit in enumerate(rows)}
    column_of = {unit: k for k, unit in enumerate(columns)}
    cost = [[0] * len(columns) for _ in rows]
    for i, j, weight in edges:
        row, column = (j, i) if turned else (i, j)
        cost[row_of[row]][column_of[column]] = -weight
    matched = {(row, column) for column, row in _assign(cost).items()}
    return [
        (i, j, weight)
        for i, j, weight in edges
        if ((row_of[j], column_of[i]) if turned else (row_of[i], column_of[j]))
        in matched
    ]


def _assign(cost: Sequence[Sequence[int]]) -> dict[int, int]:
    """Which row each column gets in a cheapest assignment of every row."""
    height, width = len(cost), len(cost[0])
    endless = sum(map(abs, map(min, cost))) * 4 + 1
    up, down = [0] * (height + 1), [0] * (width + 1)
    row_at = [0] * (width + 1)  # Rows and columns count from 1; 0 is the way in.
    for row in range(1, height + 1):
        row_at[0] = row
        least, way, used = [endless] * (width + 1), [0] * (width + 1), set[int]()
        at = 0
        while row_at[at]:
            used.add(at)
            here, delta, nearest = row_at[at], endless, 0
            for column in range(1, width + 1):
                if column in used:
                    continue
                price = cost[here - 1][column - 1] - up[here] - down[column]
                if price < least[column]:
                    least[column], way[column] = price, at
                if least[column] < delta:
                    delta, nearest = least[column], column
            for column in range(width + 1):
                if column in used:
                    up[row_at[column]] += delta
                    down[column] -= delta
                else:
                    least[column] -= delta
            at = nearest
        while at:
            row_at[at], at = row_at[way[at]], way[at]
    return {column - 1: row - 1 for column, row in enumerate(row_at) if column and row}

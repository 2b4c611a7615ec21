"""Cases: what belongs together, in what people differ, and the laws of both."""

import itertools
import random
import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from workbench.adjudication import Case, Source, cases, lapsed
from workbench.adjudication.matching import best
from workbench.spans import Annotation, Relation

# --- words for what is tested ---------------------------------------------------------


def marks(person: str, *written: str, links: str = "") -> Source:
    """A source from lines such as "quote 0-20 speaker=Orm"; links as "a1>a2"."""
    made = []
    for number, line in enumerate(written, 1):
        label, places, *attributes = line.split()
        fragments = tuple(
            (int(start), int(end))
            for start, end in (place.split("-") for place in places.split("+"))
        )
        pairs = dict(one.split("=") for one in attributes)
        made.append(Annotation(f"a{number}", label, fragments, pairs))
    relations = tuple(
        Relation(f"r{n}", "expresses", *pair.split(">"))
        for n, pair in enumerate(links.split(), 1)
    )
    return Source(person, tuple(made), relations)


def shown(found: tuple[Case, ...]) -> list[str]:
    """Each case as "A:a1 B:a2 -C boundary label"."""
    return [
        " ".join(
            [f"{p.person}:{p.annotation.id}" for p in case.proposals]
            + [f"-{person}" for person in case.missing]
            + list(case.differs)
        )
        for case in found
    ]


# --- what belongs together ------------------------------------------------------------


@pytest.mark.parametrize(
    ("sources", "expected"),
    [
        pytest.param(
            [
                marks("A", "quote 0-20 type=direct"),
                marks("B", "quote 0-20 type=direct"),
            ],
            ["A:a1 B:a1"],
            id="the same",
        ),
        pytest.param(
            [marks("A", "quote 0-20"), marks("B", "quote 0-25")],
            ["A:a1 B:a1 boundary"],
            id="another border",
        ),
        pytest.param(
            [marks("A", "quote 0-20"), marks("B", "quote 20-25")],
            ["A:a1 -B existence", "B:a1 -A existence"],
            id="touching is not overlapping",
        ),
        pytest.param(
            [marks("A", "quote 0-20"), marks("B", "claim 0-20")],
            ["A:a1 B:a1 label"],
            id="the same words, another label: one case",
        ),
        pytest.param(
            [marks("A", "quote 0-20"), marks("B", "claim 1-19")],
            ["A:a1 B:a1 boundary label"],
            id="nearly the same words, another label",
        ),
        pytest.param(
            [marks("A", "quote 0-40"), marks("B", "figure 5-9")],
            ["A:a1 -B existence", "B:a1 -A existence"],
            id="a figure within a quote is not the quote under another label",
        ),
        pytest.param(
            [marks("A", "quote 0-20", "claim 1-19"), marks("B", "claim 0-20")],
            ["A:a2 B:a1 boundary", "A:a1 -B existence"],
            id="the same label goes first",
        ),
        pytest.param(
            [marks("A", "quote 0-9"), marks("B", "quote 0-9"), marks("C", "claim 0-9")],
            ["A:a1 B:a1 C:a1 label"],
            id="two against one label",
        ),
        pytest.param(
            [marks("A", "quote 0-9"), marks("B", "claim 0-9"), marks("C", "cue 0-9")],
            ["A:a1 B:a1 C:a1 label"],
            id="three labels",
        ),
        pytest.param(
            [marks("A", "quote 0-10+20-30"), marks("B", "quote 0-10+20-30")],
            ["A:a1 B:a1"],
            id="fragments",
        ),
        pytest.param(
            [marks("A", "quote 0-10+20-30"), marks("B", "quote 0-10", "quote 20-30")],
            ["A:a1 B:a1 boundary", "B:a2 -A existence"],
            id="one of two parts against two: the first of equals",
        ),
        pytest.param(
            [marks("A", "quote 0-10+20-30"), marks("B", "quote 12-18")],
            ["A:a1 -B existence", "B:a1 -A existence"],
            id="within the gap of another is no overlap",
        ),
        pytest.param(
            [marks("A", "quote 0-10", "quote 8-30"), marks("B", "quote 8-12")],
            ["A:a1 -B existence", "A:a2 B:a1 boundary"],
            id="the greater share of words, not the first",
        ),
        pytest.param(
            # The best pair is 10-30 with 10-25; it would leave little for the rest.
            [
                marks("A", "quote 10-30", "quote 10-21"),
                marks("B", "quote 10-25", "quote 17-30"),
            ],
            ["A:a2 B:a1 boundary", "A:a1 B:a2 boundary"],
            id="the best total, not the best pair first",
        ),
        pytest.param(
            [
                marks("A", "quote 0-9 type=direct", "quote 0-9 type=mixed"),
                marks("B", "quote 0-9 type=mixed", "quote 0-9 type=direct"),
            ],
            ["A:a1 B:a2", "A:a2 B:a1"],
            id="of two on the same words, the one with the same attributes",
        ),
        pytest.param(
            [marks("A", "quote 0-20 type=direct"), marks("B", "quote 0-20 type=mixed")],
            ["A:a1 B:a1 attribute"],
            id="an attribute",
        ),
        pytest.param(
            [marks("A", "quote 0-20 type=direct"), marks("B", "quote 0-20")],
            ["A:a1 B:a1 attribute"],
            id="an attribute that one lacks",
        ),
        pytest.param(
            [
                marks("A", "quote 0-20", "claim 2-9", links="a1>a2"),
                marks("B", "quote 0-20", "claim 2-9"),
            ],
            ["A:a1 B:a1 link", "A:a2 B:a2"],
            id="a link that one lacks",
        ),
        pytest.param(
            [
                marks("A", "quote 0-20", "claim 2-9", links="a1>a2"),
                marks("B", "claim 2-11", "quote 0-20", links="a2>a1"),
            ],
            ["A:a1 B:a2", "A:a2 B:a1 boundary"],
            id="a link to the same case is the same link",
        ),
        pytest.param(
            [
                marks("A", "quote 0-9", "claim 20-29", "claim 30-39", links="a1>a2"),
                marks("B", "quote 0-9", "claim 20-29", "claim 30-39", links="a1>a3"),
            ],
            ["A:a1 B:a1 link", "A:a2 B:a2", "A:a3 B:a3"],
            id="a link to another case",
        ),
        pytest.param([marks("A", "quote 0-9")], ["A:a1"], id="one person"),
        pytest.param([marks("A"), marks("B")], [], id="nothing at all"),
        pytest.param(
            [marks("A", "quote 0-9"), marks("B")], ["A:a1 -B existence"], id="one alone"
        ),
    ],
)
def test_the_cases_of_an_article(sources, expected):
    assert shown(cases(sources)) == expected


def test_two_groups_of_two_become_one_case():
    """A and B agree on its beginning, C and D on its end."""
    found = cases(
        [
            marks("A", "quote 0-10"),
            marks("B", "quote 0-14"),
            marks("C", "quote 12-30"),
            marks("D", "quote 15-30"),
        ]
    )
    assert shown(found) == ["A:a1 B:a1 C:a1 D:a1 boundary"]


def test_a_symmetric_link_may_begin_at_either_end():
    a = marks("A", "claim 0-9", "claim 20-29", links="a1>a2")
    b = marks("B", "claim 0-9", "claim 20-29", links="a2>a1")
    assert shown(cases([a, b])) == ["A:a1 B:a1 link", "A:a2 B:a2 link"]
    assert shown(cases([a, b], symmetric=["expresses"])) == ["A:a1 B:a1", "A:a2 B:a2"]


def test_links_abroad_are_the_same_when_they_end_at_the_same_thing():
    a = Source(
        "A",
        (Annotation("a1", "claim", ((0, 9),)),),
        (Relation("r1", "contradicts", "a1", "other#a7"),),
        abroad={"other#a7": "the claim at 5"},
    )
    b = Source(
        "B",
        (Annotation("x1", "claim", ((0, 9),)),),
        (Relation("r1", "contradicts", "x1", "other#a2"),),
        abroad={"other#a2": "the claim at 5"},
    )
    assert shown(cases([a, b])) == ["A:a1 B:x1"]
    without = Source("B", b.annotations, b.relations)
    assert shown(cases([a, without])) == ["A:a1 B:x1 link"]


def test_a_number_is_the_same_however_a_file_writes_it():
    whole, decimal = (
        Source(person, (Annotation("a1", "figure", ((0, 9),), {"value": value}),))
        for person, value in (("A", 91), ("B", 91.0))
    )
    assert shown(cases([whole, decimal])) == ["A:a1 B:a1"]


# --- laws -----------------------------------------------------------------------------

LABELS = ("quote", "figure", "claim")


@st.composite
def annotation_lists(draw: st.DrawFn) -> tuple[list[Annotation], list[Relation]]:
    """A few annotations on a short text, so that they meet, and links among them."""
    found = []
    for number in range(draw(st.integers(0, 5))):
        edges = draw(
            st.lists(
                st.integers(0, 12),
                unique=True,
                min_size=2,
                max_size=4,
            ).filter(lambda e: len(e) % 2 == 0)
        )
        edges.sort()
        fragments = tuple((edges[i], edges[i + 1]) for i in range(0, len(edges), 2))
        attributes = draw(st.dictionaries(st.just("type"), st.sampled_from("xy")))
        found.append(
            Annotation(
                f"a{number}", draw(st.sampled_from(LABELS)), fragments, attributes
            )
        )
    ids = [a.id for a in found]
    pairs = (
        draw(
            st.lists(
                st.tuples(st.sampled_from(ids), st.sampled_from(ids)).filter(
                    lambda pair: pair[0] != pair[1]
                ),
                unique=True,
                max_size=3,
            )
        )
        if len(ids) > 1
        else []
    )
    return found, [Relation(f"r{n}", "same_as", *p) for n, p in enumerate(pairs)]


def source(person: str, content: tuple[list[Annotation], list[Relation]]) -> Source:
    return Source(person, tuple(content[0]), tuple(content[1]))


teams = st.lists(annotation_lists(), min_size=1, max_size=4).map(
    lambda contents: [
        source(name, c) for name, c in zip("ABCD", contents, strict=False)
    ]
)


@given(teams)
def test_every_annotation_is_in_exactly_one_case(team):
    found = [
        (p.person, p.annotation.id) for case in cases(team) for p in case.proposals
    ]
    assert sorted(found) == sorted(
        (s.person, a.id) for s in team for a in s.annotations
    )


@given(teams)
def test_nobody_is_twice_in_a_case_and_everybody_is_in_it_or_missing(team):
    everybody = [s.person for s in team]
    for case in cases(team):
        assert sorted([*(p.person for p in case.proposals), *case.missing]) == everybody


@given(teams, st.randoms(use_true_random=False))
def test_the_order_of_people_and_annotations_changes_nothing(team, chance):
    mixed = [
        Source(
            s.person,
            tuple(chance.sample(s.annotations, len(s.annotations))),
            tuple(chance.sample(s.relations, len(s.relations))),
        )
        for s in team
    ]
    chance.shuffle(mixed)
    assert cases(mixed, ["same_as"]) == cases(team, ["same_as"])


@given(annotation_lists(), st.integers(1, 5))
@example(
    (
        [
            Annotation("a0", "quote", ((0, 2),)),
            Annotation("a1", "quote", ((0, 2),)),
            Annotation("a2", "claim", ((3, 4),)),
            Annotation("a3", "claim", ((3, 4),)),
        ],
        [Relation("r0", "same_as", "a0", "a3"), Relation("r1", "same_as", "a1", "a2")],
    ),
    2,
)
def test_identical_sets_give_only_unanimous_cases(content, people):
    team = [source(name, content) for name in "ABCDE"[:people]]
    found = cases(team, ["same_as"])
    assert [case.differs for case in found] == [()] * len(content[0])


@given(annotation_lists(), st.integers(2, 5), st.randoms(use_true_random=False))
def test_ids_do_not_matter(content, people, chance):
    """Each person has the same annotations under ids of their own."""
    team = []
    for name in "ABCDE"[:people]:
        ids = [a.id for a in content[0]]
        chance.shuffle(ids)
        own = dict(zip((a.id for a in content[0]), ids, strict=True))
        team.append(
            Source(
                name,
                tuple(
                    Annotation(own[a.id], a.label, a.fragments, a.attributes)
                    for a in content[0]
                ),
                tuple(
                    Relation(r.id, r.type, own[r.source], own[r.target])
                    for r in content[1]
                ),
            )
        )
    assert all(case.unanimous for case in cases(team, ["same_as"]))


@given(teams.filter(lambda team: len(team) > 1))
def test_total_disagreement_is_never_unanimous(team):
    """Everybody's words are moved to where nobody else has any."""
    apart = [
        Source(
            s.person,
            tuple(
                Annotation(
                    a.id,
                    a.label,
                    tuple((i * 100 + f, i * 100 + t) for f, t in a.fragments),
                )
                for a in s.annotations
            ),
        )
        for i, s in enumerate(team)
    ]
    found = cases(apart)
    assert len(found) == sum(len(s.annotations) for s in team)
    assert all(case.differs == ("existence",) for case in found)


@given(teams)
def test_a_case_is_unanimous_exactly_when_everybody_says_the_same(team):
    for case in cases(team):
        said = {
            (
                p.annotation.label,
                p.annotation.fragments,
                tuple(p.annotation.attributes.items()),
            )
            for p in case.proposals
        }
        if case.unanimous:
            assert not case.missing
            assert len(said) == 1
        elif not case.missing and "link" not in case.differs:
            assert len(said) > 1


@given(teams)
def test_keys_are_unique_and_the_same_each_time(team):
    keys = [case.key for case in cases(team)]
    assert len(set(keys)) == len(keys)
    assert keys == [case.key for case in cases(team[::-1])]


# --- the matching itself --------------------------------------------------------------


def by_trying(weights: list[dict[int, int]]) -> int:
    """The greatest total there is, found by trying everything."""

    def rest(row: int, used: frozenset[int]) -> int:
        if row == len(weights):
            return 0
        return max(
            [rest(row + 1, used)]
            + [
                weight + rest(row + 1, used | {column})
                for column, weight in weights[row].items()
                if column not in used
            ]
        )

    return rest(0, frozenset())


@settings(max_examples=400)
@given(st.lists(st.dictionaries(st.integers(0, 4), st.integers(1, 9)), max_size=5))
def test_no_other_matching_has_a_greater_total(weights):
    found = best(weights)
    taken = [column for column in found if column is not None]
    assert len(set(taken)) == len(taken)
    total = sum(
        weights[row][column] for row, column in enumerate(found) if column is not None
    )
    assert total == by_trying(weights)


# --- speed ----------------------------------------------------------------------------


def article_of(annotations: int, people: int) -> list[Source]:
    """A news article: quotes with a claim and a figure in them, borders that waver."""
    team = []
    for person in range(people):
        chance = random.Random(person)
        made = []
        for n in range(annotations):
            label = LABELS[n % 3]
            start = (n // 3) * 100 + (n % 3) * 10
            end = start + (80 - (n % 3) * 30)
            if chance.random() < 0.1:
                continue
            made.append(
                Annotation(
                    f"a{n}", label, ((start + chance.choice([0, 0, 0, 2]), end),)
                )
            )
        team.append(Source(f"p{person}", tuple(made)))
    return team


def test_a_thousand_annotations_of_five_people_are_aligned_in_a_moment():
    """Generous: what this notices is a method that grows with the square."""

    def took(team: list[Source]) -> float:
        began = time.process_time()
        cases(team)
        return time.process_time() - began

    small, large = article_of(250, 5), article_of(1000, 5)
    # The least of three, since others disturb.
    least = min(took(small) for _ in range(3))
    assert min(took(large) for _ in range(3)) < 12 * least


# --- decisions that lapse -------------------------------------------------------------


def decided(found: tuple[Case, ...]) -> dict[str, dict[tuple[str, str], str]]:
    return {
        case.key: {(p.person, p.annotation.id): p.sha256 for p in case.proposals}
        for case in found
    }


def test_a_changed_annotation_lapses_its_decision_and_no_other():
    a, b = (marks(name, "quote 0-20", "claim 30-50", links="a1>a2") for name in "AB")
    before = cases([a, b])
    changed = marks("B", "quote 0-20", "claim 30-55", links="a1>a2")
    after = cases([a, changed])
    [one] = lapsed(decided(before), after)
    assert one.key == before[1].key
    assert one.people == ("B",)
    assert one.cases == (after[1].key,)
    assert after[0].key == before[0].key


def test_a_removed_annotation_lapses_its_decision():
    a, b = marks("A", "quote 0-20", "claim 30-50"), marks("B", "quote 0-20")
    before = cases([a, b])
    [one] = lapsed(decided(before), cases([marks("A", "quote 0-20"), b]))
    assert (one.key, one.people, one.cases) == (before[1].key, ("A",), ())


def test_a_new_annotation_lapses_the_decision_that_said_it_was_missing():
    a, b = marks("A", "quote 0-20", "claim 30-50"), marks("B", "quote 0-20")
    before = cases([a, b])
    after = cases([a, marks("B", "quote 0-20", "claim 30-50")])
    [one] = lapsed(decided(before), after)
    assert (one.key, one.people, one.cases) == (
        before[1].key,
        ("B",),
        (after[1].key,),
    )


def test_nothing_lapses_when_nothing_changed():
    found = cases([marks("A", "quote 0-20"), marks("B", "quote 0-25")])
    assert lapsed(decided(found), found) == ()


@given(teams)
def test_a_new_note_lapses_nothing(team):
    noted = [
        Source(
            s.person,
            tuple(
                Annotation(a.id, a.label, a.fragments, a.attributes, "hm", True)
                for a in s.annotations
            ),
            s.relations,
        )
        for s in team
    ]
    assert lapsed(decided(cases(team)), cases(noted)) == ()


def test_everybody_takes_part_in_every_order():
    """Four people, every order of them: the same cases under the same keys."""
    team = [
        marks("A", "quote 0-20", "claim 5-15"),
        marks("B", "quote 0-25", "figure 5-9"),
        marks("C", "claim 0-20"),
        marks("D", "quote 18-40"),
    ]
    found = [cases(order) for order in itertools.permutations(team)]
    assert all(one == found[0] for one in found)


def test_a_case_tells_its_extent_and_each_attribute_by_person():
    [case] = cases(
        [
            marks("A", "quote 3-20 type=direct"),
            marks("B", "quote 0-15 type=mixed speaker=Orm"),
        ]
    )
    assert (case.start, case.end) == (0, 20)
    assert case.attributes() == {
        "speaker": {"A": None, "B": "Orm"},
        "type": {"A": "direct", "B": "mixed"},
    }

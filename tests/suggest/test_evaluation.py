"""How suggestions are held against gold."""

import pytest

from tests.suggest import measure
from workbench import agreement, files, schema
from workbench.agreement import Document, Unit
from workbench.spans import Annotation
from workbench.suggest.evaluation import Evaluation
from workbench.suggest.suggesters import suggest
from workbench.suggest.suggestion import Suggestion

TEXT = "Ida Holm said that “fares rose 40 percent” and 3 ferries stop in May 2019."


def place(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


def made(label: str, *words: str, rule: str = "x", **attributes: object) -> Suggestion:
    return Suggestion(
        label, tuple(map(place, words)), f"{label}.{rule}", 1.0, attributes
    )


def gold(label: str, *words: str, **attributes: object) -> Annotation:
    return Annotation("a", label, tuple(map(place, words)), attributes)


def evaluation(
    suggested: list[Suggestion], answers: list[Annotation], *labels: str
) -> Evaluation:
    of = Evaluation({"quote": "type"})
    of.add("one", TEXT, suggested, answers, labels or ("quote", "figure"))
    return of


def test_a_hit_is_exact_only_with_every_border_right() -> None:
    of = evaluation(
        [made("figure", "40 percent"), made("figure", "3 ferries")],
        [gold("figure", "40 percent"), gold("figure", "3"), gold("figure", "2019")],
    )
    score = of.labels["figure"]
    assert (score.made, score.wanted, score.exact, score.overlap) == (2, 3, 1, 1)
    assert score.precision(score.exact) == 0.5
    assert score.recall(score.exact) == pytest.approx(1 / 3)
    assert score.f1(score.exact) == pytest.approx(0.4)


def test_an_overlap_shares_half_of_the_characters() -> None:
    long = "that “fares rose 40 percent”"
    of = evaluation([made("quote", long)], [gold("quote", "“fares rose 40 percent”")])
    assert (of.labels["quote"].exact, of.labels["quote"].overlap) == (0, 1)
    [one] = of.differences
    assert one.kind == "borders"
    assert (one.made_text, one.gold_text) == (long, "“fares rose 40 percent”")
    of = evaluation([made("quote", TEXT[:-1])], [gold("quote", "fares rose")])
    assert of.labels["quote"].overlap == 0
    assert sorted(one.kind for one in of.differences) == ["false", "missed"]


def test_two_suggestions_never_share_one_answer() -> None:
    both = [made("figure", "40 percent"), made("figure", "40 percent", rule="y")]
    of = evaluation(both, [gold("figure", "40 percent")])
    assert (of.labels["figure"].exact, of.labels["figure"].overlap) == (1, 1)
    assert [one.kind for one in of.differences] == ["false"]


def test_every_fragment_counts() -> None:
    of = evaluation(
        [made("quote", "fares rose", "40 percent")], [gold("quote", "fares rose")]
    )
    assert (of.labels["quote"].exact, of.labels["quote"].overlap) == (0, 1)


def test_each_rule_answers_for_what_it_made() -> None:
    of = evaluation(
        [
            made("figure", "40 percent", rule="digits"),
            made("figure", "3", rule="digits"),
            made("figure", "Ida", rule="words"),
        ],
        [gold("figure", "40 percent"), gold("figure", "3")],
    )
    digits, words = (
        of.by_rule["figure", "figure.digits"],
        of.by_rule["figure", "figure.words"],
    )
    assert (digits.made, digits.wanted, digits.exact) == (2, 2, 2)
    assert (words.made, words.wanted, words.exact) == (1, 2, 0)


def test_types_are_scored_by_themselves() -> None:
    of = evaluation(
        [made("quote", "fares rose", type="direct")],
        [gold("quote", "fares rose", type="mixed")],
    )
    assert of.labels["quote"].exact == 1
    assert of.by_kind["quote", "direct"].exact == 0
    assert of.by_kind["quote", "mixed"].wanted == 1


def test_attributes_count_on_exact_hits_where_the_gold_has_them() -> None:
    of = evaluation(
        [
            made("quote", "fares rose", speaker="the harbour board", medium="radio"),
            made("quote", "ferries stop", speaker="Nia"),
            made("figure", "40 percent", value=40.0),
        ],
        [
            gold("quote", "fares rose", speaker="harbour  board", addressee="Nia"),
            gold("quote", "ferries", speaker="Nia"),
            gold("figure", "40 percent", value=40),
        ],
    )
    told = {name: (a.right, a.made, a.wanted) for name, a in of.attributes.items()}
    assert told == {
        ("quote", "speaker"): (1, 1, 1),
        ("quote", "addressee"): (0, 0, 1),
        ("figure", "value"): (1, 1, 1),
    }
    [wrong] = of.wrong
    assert (wrong.attribute, wrong.made, wrong.gold) == ("addressee", None, "Nia")
    assert TEXT[slice(*wrong.place)] == wrong.text == "fares rose"


def test_what_no_rule_suggests_is_not_missed() -> None:
    of = evaluation([], [gold("source", "Ida Holm")])
    assert of.differences == []
    assert of.labels["quote"].f1(0) is None


def test_f1_is_that_of_the_agreement_report() -> None:
    of = measure.of_sample()
    documents = []
    for found in files.read([measure.SAMPLE], schema.load()).found:
        text = found.record.article.text
        [its] = [s for s in found.record.sets if s.kind == "gold"]
        sides = {"gold": its.annotations, "rules": suggest(text).suggestions}
        units = {
            who: [
                Unit(a.fragments, a.label)
                for a in annotations
                if a.label in ("quote", "figure", "claim")
            ]
            for who, annotations in sides.items()
        }
        documents.append(Document(found.record.article.id, len(text), units))
    for label, score in of.labels.items():
        names = [f"f1_exact_micro[{label}]", f"f1_iou50_micro[{label}]"]
        told = agreement.compute(documents, names)
        assert score.f1(score.exact) == pytest.approx(told[names[0]])
        assert score.f1(score.overlap) == pytest.approx(told[names[1]])

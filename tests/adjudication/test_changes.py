"""What differs between two versions, and `workbench diff`, which shows it."""

import json
from dataclasses import replace

import pytest
from click.testing import CliRunner
from hypothesis import given

from workbench import files, schema
from workbench.adjudication.changes import KINDS, counts, differences
from workbench.cli import main
from workbench.dataset import AnnotationSet, Article, ArticleRecord
from workbench.spans import Annotation

from .test_cases import annotation_lists, marks

TEXT = "The dam will hold, said Orm, and it will hold for long."
ARTICLE = Article("dam", "The dam", TEXT)
SPEAKER = {"type": "mixed", "speaker": "Orm"}


def dam(*annotations: Annotation, name: str = "gold", **more) -> ArticleRecord:
    made = AnnotationSet(name, "gold", "adjudicated", "1", (), annotations, **more)
    return ArticleRecord(ARTICLE, (made,))


def quote(start: int, end: int, id: str = "a1", **attributes) -> Annotation:
    return Annotation(id, "quote", ((start, end),), SPEAKER | attributes)


def told(old, new) -> list[tuple[str, tuple[str, ...]]]:
    return [
        (one.kind, one.differs)
        for article in differences([old], [new])
        for set_ in article.sets
        for one in set_.annotations
    ]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (dam(quote(0, 17)), dam(quote(0, 17)), []),
        (dam(quote(0, 17)), dam(quote(0, 17, "a7"), name="gold v2"), []),
        (dam(), dam(quote(0, 17)), [("added", ())]),
        (dam(quote(0, 17)), dam(), [("removed", ())]),
        (dam(quote(0, 17)), dam(quote(4, 17)), [("moved", ("boundary",))]),
        (
            dam(quote(0, 17)),
            dam(quote(4, 17, speaker="Ann")),
            [("moved", ("boundary", "attribute"))],
        ),
        (
            dam(quote(0, 17)),
            dam(quote(0, 17, speaker="Ann")),
            [("changed", ("attribute",))],
        ),
        (
            dam(quote(0, 17)),
            dam(replace(quote(0, 17), label="claim")),
            [("changed", ("label",))],
        ),
        (
            dam(quote(0, 17)),
            dam(replace(quote(0, 17), note="hm")),
            [("changed", ("note",))],
        ),
        (
            dam(quote(0, 17)),
            dam(quote(33, 45)),
            [("removed", ()), ("added", ())],
        ),
    ],
)
def test_what_became_of_an_annotation(old, new, expected):
    assert told(old, new) == expected


def test_a_link_that_changed_is_told():
    a = marks("x", "quote 0-17", "claim 4-12", links="a1>a2")
    old = dam(*a.annotations, relations=a.relations)
    assert told(old, dam(*a.annotations)) == [("changed", ("link",))]


def test_articles_come_and_go_and_another_text_is_not_compared():
    other = ArticleRecord(Article("dyke", "The dyke", "It holds."))
    assert [(d.article, d.state) for d in differences([dam()], [other])] == [
        ("dam", "removed"),
        ("dyke", "added"),
    ]
    reworded = ArticleRecord(replace(ARTICLE, text="It broke."), dam().sets)
    [one] = differences([dam(quote(0, 17))], [reworded])
    assert (one.state, one.sets) == ("text", ())


def test_none_status_metadata_and_rejected_are_told():
    old = dam(rejected=(quote(0, 17, "x1"),))
    [set_] = old.sets
    new = ArticleRecord(
        replace(ARTICLE, outlet="The Wire"),
        (replace(set_, none=("claim",), status="submitted", rejected=()),),
    )
    [one] = differences([old], [new])
    assert one.metadata == ("outlet",)
    assert (one.sets[0].none, one.sets[0].status) == (
        ("claim",),
        ("adjudicated", "submitted"),
    )
    assert [d.kind for d in one.sets[0].rejected] == ["removed"]


@given(annotation_lists(), annotation_lists())
def test_a_difference_the_other_way_round_swaps_added_and_removed(a, b):
    old, new = (dam(*one[0], relations=tuple(one[1])) for one in (a, b))
    there, back = counts(differences([old], [new])), counts(differences([new], [old]))
    assert back == {
        "added": there["removed"],
        "removed": there["added"],
        "moved": there["moved"],
        "changed": there["changed"],
    }
    assert differences([old], [old]) == []
    assert len(a[0]) - there["removed"] == len(b[0]) - there["added"]


# --- the command ----------------------------------------------------------------------


def written(path, *found: ArticleRecord):
    files.export(found, path, "jsonl", schema.load())
    return path


def run(*arguments, code: int):
    done = CliRunner().invoke(main, ["diff", *map(str, arguments)])
    assert done.exit_code == code, done.output
    return done


def test_the_command_shows_every_difference_with_its_words(tmp_path):
    old = written(tmp_path / "1.jsonl", dam(quote(0, 17), quote(33, 45, "a2")))
    new = written(
        tmp_path / "2.jsonl", dam(quote(4, 17, speaker="Ann Orm"), name="gold v2")
    )
    assert run(old, new, code=1).output.splitlines() == [
        "dam",
        "  gold gold v2",
        "    moved quote [0, 17) “The dam will hold” → quote [4, 17) “dam will hold”; "
        "speaker Orm → Ann Orm",
        "    removed quote [33, 45) “it will hold”",
        "1 article differs: 0 added, 1 removed, 1 moved, 0 changed.",
    ]


def test_the_command_reports_as_json(tmp_path):
    old = written(tmp_path / "1.jsonl", dam())
    new = written(tmp_path / "2.jsonl", dam(quote(0, 17)))
    told_ = json.loads(run(old, new, "--json", code=1).output)
    assert told_["same"] is False
    assert told_["counts"] == dict.fromkeys(KINDS, 0) | {"added": 1}
    [one] = told_["articles"][0]["sets"][0]["annotations"]
    assert (one["before"], one["after"]["text"]) == (None, ["The dam will hold"])


def test_the_same_is_said_and_ends_well(tmp_path):
    old = written(tmp_path / "1.jsonl", dam(quote(0, 17)))
    assert run(old, old, code=0).output == "Nothing differs.\n"
    assert json.loads(run(old, old, "--json", code=0).output)["same"] is True


def test_what_cannot_be_read_is_no_difference(tmp_path):
    old = written(tmp_path / "1.jsonl", dam())
    assert "no such file" in run(old, tmp_path / "2.jsonl", code=2).output
    broken = tmp_path / "2.jsonl"
    broken.write_text('{"format": 1}\n')
    assert "nothing was compared" in run(old, broken, code=2).output


@pytest.mark.parametrize(
    ("old", "new"), [(["ana", "ben"], ["ben", "cleo"]), (["ana"], ["cleo"])]
)
def test_people_are_held_against_each_other_by_name(old, new):
    def of(names: list[str]) -> ArticleRecord:
        return ArticleRecord(
            ARTICLE,
            tuple(AnnotationSet(n, annotations=(quote(0, 17),)) for n in names),
        )

    [one] = differences([of(old)], [of(new)])
    assert [(s.annotator, [d.kind for d in s.annotations]) for s in one.sets] == [
        ("ana", ["removed"]),
        ("cleo", ["added"]),
    ]


def test_everything_else_that_differs_has_its_line(tmp_path):
    [set_] = dam(quote(0, 17), rejected=(quote(33, 45, "x1"),)).sets
    new = ArticleRecord(
        replace(ARTICLE, outlet="The Wire"),
        (replace(set_, none=("claim",), status="submitted", rejected=()),),
    )
    other = ArticleRecord(Article("dyke", "The dyke", "It holds."))
    changed = ArticleRecord(Article("dyke", "The dyke", "It broke."))
    first = dam(quote(0, 17), rejected=(quote(33, 45, "x1"),))
    lines = run(
        written(tmp_path / "1.jsonl", first, other),
        written(tmp_path / "2.jsonl", new, changed),
        code=1,
    ).output.splitlines()
    assert lines == [
        "dam",
        "  metadata: outlet",
        "  gold gold",
        "    status: adjudicated → submitted",
        "    none: claim",
        "    rejected, removed quote [33, 45) “it will hold”",
        "dyke: another text under the same id, not compared",
        "2 articles differ: 0 added, 0 removed, 0 moved, 0 changed.",
    ]

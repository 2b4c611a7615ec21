"""The gold of the sample is what the decisions beside it come to, and nothing else."""

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlite_utils import Database

from workbench import files
from workbench.adjudication import REASONS
from workbench.files import canonical_json
from workbench.store import adjudications, connect, migrations, records

from .bench import CONTRACT, LABELS
from .sample import SAMPLE, adjudicated, decisions, work


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    path = tmp_path_factory.mktemp("sample") / "workbench.db"
    migrations.migrate(path)
    db = connect(path)
    work(db)
    yield db
    db.close()


@pytest.fixture(scope="module")
def made(db):
    return adjudicated(db)


def test_the_gold_of_the_sample_is_what_its_decisions_come_to(made, tmp_path):
    files.write_dataset(tmp_path, made, decisions_claims(), CONTRACT)
    assert (tmp_path / "gold.json").read_bytes() == (SAMPLE / "gold.json").read_bytes()


def decisions_claims():
    return json.loads((SAMPLE / "claims.json").read_bytes())["claims"]


def test_every_case_is_decided_and_the_replay_is_sound(db, made):
    for record in made:
        table = adjudications.read(db, record.article.id, LABELS)
        assert table
        assert table.signed_off
        assert table.undecided == ()
    assert list(records.problems(db)) == []


def test_everything_a_person_decided_has_a_reason_worth_reading():
    kept = [one for article in decisions()["articles"] for one in article["decisions"]]
    assert len(kept) > 100
    for one in kept:
        assert one["reason"] in REASONS, one
        assert 20 < len(one["note"]) < 300, one
        assert one["note"].endswith((".", "?")), one
    assert {one["reason"] for one in kept} == set(REASONS)
    assert {one["choice"] for one in kept} >= {"take", "edit", "reject"}
    repeated = Counter(one["note"] for one in kept).most_common(1)[0][1]
    assert repeated <= 2
    readme = (SAMPLE / "README.md").read_text(encoding="utf-8")
    assert f"one by one: {len(kept)} decisions" in readme


def test_the_words_of_a_decision_are_those_of_its_article(made):
    texts = {record.article.id: record.article.text for record in made}
    for article in decisions()["articles"]:
        for one in article["decisions"]:
            for piece in one["words"].split(" … "):
                assert piece in texts[article["article"]]


def test_every_annotation_says_where_it_comes_from(db, made):
    """Held against the decisions, one by one."""
    paths = Counter()
    for record in made:
        table = adjudications.read(db, record.article.id, LABELS)
        assert table
        names = {person.key: person.name for person in table.people}
        by_source = {
            frozenset((names[p], id) for p, id in one.decision.sources): one
            for one in table.decisions.values()
        }
        [gold] = record.sets
        for annotation in (*gold.annotations, *gold.rejected):
            origin = annotation.origin
            assert origin
            decision = by_source[frozenset(origin.sources)].decision
            assert (origin.path, origin.reason, origin.rule) == (
                decision.path,
                decision.reason,
                decision.rule,
            )
            assert (origin.by, origin.guideline) == ("lena", "1")
            assert origin.schema == CONTRACT.schema["$id"]
            paths[origin.path] += 1
        for annotation in gold.rejected:
            assert annotation.origin
            assert annotation.origin.reason
    assert set(paths) == {"unanimous", "adjudicated"}


def test_the_decisions_are_kept_in_canonical_bytes():
    kept = (SAMPLE / "decisions.json").read_text(encoding="utf-8")
    assert kept == canonical_json(json.loads(kept))


def test_the_data_card_of_the_sample_counts_what_is_there(made):
    """The table of the gold in its README."""
    readme = (SAMPLE / "README.md").read_text(encoding="utf-8")
    total = Counter(a.label for record in made for a in record.sets[0].annotations)
    links = sum(len(record.sets[0].relations) for record in made)
    labels = ("quote", "figure", "claim", "source", "cue")
    told = " | ".join(f"**{total[name]}**" for name in labels)
    assert f"| **Together** | {told} | **{links}** |" in readme
    for record in made:
        [gold] = record.sets
        found = Counter(a.label for a in gold.annotations)
        told = " | ".join(str(found[name]) for name in labels)
        row = f"| `{record.article.id}` | {told} | {len(gold.relations)} |"
        assert row in readme


def test_the_annotators_are_counted_as_they_are():
    readme = (SAMPLE / "README.md").read_text(encoding="utf-8")
    for found in files.read([SAMPLE], CONTRACT).found:
        sets = {s.annotator: s for s in found.record.sets}
        ana = Counter(a.label for a in sets["ana"].annotations)
        told = f"{ana['quote']}, {ana['figure']}, {ana['claim']}"
        assert f"| `{found.record.article.id}` | {told} |" in readme


def test_the_first_import_takes_no_notice_of_the_decisions(tmp_path: Path):
    reading = files.read([SAMPLE], CONTRACT)
    assert reading.problems == []
    gold = [s for f in reading.found for s in f.record.sets if s.kind == "gold"]
    assert [s.annotator for s in gold] == ["gold"] * 6

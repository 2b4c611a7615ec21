"""What lies beside exported gold: the data card, the manifest, and nobody's name."""

import json
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from click.testing import CliRunner

from workbench import files, measured
from workbench.agreement import show
from workbench.agreement.show.tables import tables
from workbench.cli import main
from workbench.dataset import AnnotationSet, Article, ArticleRecord
from workbench.files import gold as gold_files
from workbench.pseudonyms import hidden, names_in, pseudonyms
from workbench.spans import Annotation, Origin
from workbench.store import articles, gold, records, sets

from .bench import CONTRACT, LABELS, Bench, bench, op, take

DAM = "The dam of {} holds 40 tonnes, said Orm. “It is full.”"
#: Names that stand nowhere else.
ANA, BEN, LENA, KLARA = "Zana Zebra", "Zben Zebra", "Zlena Zebra", "Zklara Zebra"


@pytest.fixture
def made(tmp_path: Path) -> Iterator[Bench]:
    """Three articles by two people, decided by a third, and a canonical claim that a
    fourth has checked."""
    found = bench(tmp_path)
    records.bring_in(
        found.db,
        [],
        [{"id": "dam-holds", "proposition": "The dam holds.", "checked_by": KLARA}],
    )
    claim = {"claim_id": "dam-holds"}
    for n in range(3):
        key = f"dam-{n}"
        found.article(
            key, DAM.format(n), outlet="Tidings", published=f"2024-0{n + 1}-01"
        )
        words = f"The dam of {n} holds 40 tonnes"
        found.label(key, ANA, ("claim", words, claim), ("figure", "40"))
        found.label(
            key, BEN, ("claim", words, claim), ("figure", "40 tonnes"), ("quote", "It")
        )
    found.article("dam-9", DAM.format(9))
    found.label("dam-9", ANA, ("figure", "40"))
    made = found.batch("spring", [f"dam-{n}" for n in range(3)], [ANA, BEN])
    for n in range(3):
        found.adjudicate(f"dam-{n}", LENA, take(ANA, "boundary_rule"))
    found.gold(made, LENA)
    yield found
    found.db.close()


def export(made: Bench, folder: Path, *more: object, code: int = 0):
    done = CliRunner().invoke(
        main,
        [
            "export",
            "--gold",
            "--db",
            str(made.path),
            "-o",
            str(folder),
            *map(str, more),
        ],
    )
    assert done.exit_code == code, done.output
    return done.output


def validate(folder: Path, code: int = 0) -> str:
    done = CliRunner().invoke(main, ["validate", str(folder)])
    assert done.exit_code == code, done.output
    return done.output


def test_a_folder_of_gold_has_a_card_a_manifest_and_the_claims(made, tmp_path):
    folder = tmp_path / "out"
    export(made, folder, "--with-rejected", "--licence", "CC0 1.0")
    assert {p.name for p in folder.iterdir()} == {
        *("gold.jsonl", "claims.json", "README.md", "manifest.json"),
    }
    card = (folder / "README.md").read_text("utf-8")
    for told in (
        "# Gold: spring v1",
        "3 articles, 36 words, 6 annotations, 3 hard negatives",
        "## Licence\n\nCC0 1.0",
        "| claim | 3 | 0 | 0 |",
        "| figure | 3 | 0 | 0 |",
        "| quote | 0 | 0 | 3 |",
        "| claim: claim_id | 3 (100 %) |",
        "| claim: disputed_by | 0 (0 %) |",
        "| Tidings | 3 (100 %) |",
        "Published: 2024-01-01 to 2024-03-01.",
        "| unanimous: everybody who labelled the article said the same | 3 (50 %) |",
        "| boundary_rule: The guideline says where it ends | 6 |",
        "| spring v1 | ",
        CONTRACT.schema["$id"],
    ):
        assert told in card, told
    manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
    assert (manifest["licence"], manifest["pseudonyms"]) == ("CC0 1.0", True)
    assert validate(folder) == "Valid.\n"


def test_the_card_has_the_digits_of_the_agreement_report(made, tmp_path):
    export(made, tmp_path / "out", "--names")
    card = (tmp_path / "out" / "README.md").read_text("utf-8")
    keys = [f"dam-{n}" for n in range(3)]
    report = measured.report_of(records.export(made.db, keys), bootstrap=1000)
    for table in tables(report):
        if table.title in ("By label", "Attributes"):
            assert show.plain.table(table) in card
    assert "[" in card.partition("### By label")[2].partition("###")[0], "intervals"
    export(made, tmp_path / "hidden")
    other = (tmp_path / "hidden" / "README.md").read_text("utf-8")
    by_label = card.partition("### By label")[2].partition("### Attributes")[0]
    assert by_label in other, "pseudonyms change no number"


def test_without_a_licence_the_card_says_that_there_is_none(made, tmp_path):
    export(made, tmp_path / "out")
    card = (tmp_path / "out" / "README.md").read_text("utf-8")
    assert "## Licence\n\nNone was given." in card


def test_known_gaps_are_told(made, tmp_path):
    made.label("dam-9", BEN, ("figure", "40"))
    made.adjudicate("dam-9", ANA, rule="majority")
    made.gold(None, LENA)
    out = tmp_path / "out"
    export(made, out, "--split", "train=100,dev=0")
    card = (out / "README.md").read_text("utf-8")
    gaps = card.partition("## Known gaps")[2].partition("## How")[0]
    for told in (
        "adjudicated by somebody who is also an annotator there: `dam-9`.",
        "No annotation has the label source.",
        "Only 4 annotations have the label figure.",
        "so that nobody looked at them one by one, annotations and rejections "
        "together: unanimous 3, majority 1.",
        "4 articles are few",
        "1 article without an outlet, 4 articles without a language",
        "`dev.jsonl` is empty",
        "What adjudicators rejected is not in these files.",
    ):
        assert told in gaps, (told, gaps)


def test_articles_that_are_missing_or_weak_are_named(made, tmp_path):
    for key in ("late-1", "late-2"):
        made.article(key, DAM.format(key))
    batch = made.batch("late", ["late-1", "late-2"], [ANA], labels=["figure"])
    made.label("late-1", ANA, ("figure", "40"))
    made.adjudicate("late-1", LENA)
    made.gold(batch, LENA)
    export(made, tmp_path / "out", "--batch", "late")
    card = (tmp_path / "out" / "README.md").read_text("utf-8")
    assert (
        "1 article was not signed off when this gold was made, and left out: `late-2`."
        in card
    )
    assert "1 article was labelled by one person alone: `late-1`." in card
    assert "late v1: quote, claim were out of play" in card


def reopened(made: Bench, key: str, name: str) -> sets.Desk:
    stored = articles.get(made.db, key)
    assert stored
    desk = sets.Desk(stored.row, stored.article.text, made.person(name), "1")
    sets.reopen(made.db, desk, op())
    return desk


def test_who_works_on_an_article_anew_still_is_its_annotator(made, tmp_path):
    export(made, tmp_path / "before", "--names")
    before = (tmp_path / "before" / "README.md").read_text("utf-8")
    desk = reopened(made, "dam-0", ANA)
    head = sets.state(made.db, desk.article, desk.person)
    assert head
    for annotation in sets.annotations(made.db, head.id):
        sets.remove(made.db, desk, op(), annotation.id)
    export(made, tmp_path / "after", "--names")
    assert (tmp_path / "after" / "README.md").read_text("utf-8") == before
    assert "labelled by one person alone" not in before


def test_an_article_whose_source_changed_since_is_a_known_gap(made, tmp_path):
    desk = reopened(made, "dam-1", BEN)
    sets.submit(made.db, desk, op())
    export(made, tmp_path / "same")
    card = (tmp_path / "same" / "README.md").read_text("utf-8")
    assert "reopened since" not in card, "submitted as it was, it changes nothing"
    desk = reopened(made, "dam-1", BEN)
    sets.add(made.db, desk, op(), "quote", [(0, 3)], {"type": "direct", "speaker": "x"})
    sets.submit(made.db, desk, op())
    export(made, tmp_path / "other")
    card = (tmp_path / "other" / "README.md").read_text("utf-8")
    assert (
        "1 article was reopened since, so the next version may differ: `dam-1`." in card
    )


def test_versions_of_the_guideline_that_annotators_followed_are_told(made, tmp_path):
    stored = articles.get(made.db, "dam-9")
    assert stored
    article, text = stored.row, stored.article.text
    desk = sets.Desk(article, text, made.person(BEN), "2")
    sets.add(made.db, desk, op(), "quote", [(0, 3)], {"type": "direct", "speaker": "x"})
    sets.submit(made.db, desk, op())
    batch = made.batch("late", ["dam-9"], [BEN])
    made.adjudicate("dam-9", LENA, take(ANA, "slip"))
    made.gold(batch, LENA)
    export(made, tmp_path / "out", "--batch", "late")
    card = (tmp_path / "out" / "README.md").read_text("utf-8")
    assert "More than one version of the guideline was followed: 1, 2." in card


def test_gold_of_no_batch_says_under_which_guideline_it_was_made(made):
    made.adjudicate("dam-9", LENA)
    assert made.gold(None, LENA).guideline == "1"


# --- nobody's name --------------------------------------------------------------------


def contents(folder: Path) -> str:
    return "\n".join(p.read_text("utf-8") for p in sorted(folder.iterdir()))


@pytest.mark.parametrize("split", [(), ("--split", "train=50,test=50")])
def test_no_name_of_anybody_is_in_any_file(made, tmp_path, split):
    folder = tmp_path / "out"
    export(made, folder, "--with-rejected", *split)
    told = contents(folder)
    assert "Zebra" not in told
    for n in (1, 2, 3, 4):
        assert f"person-{n}" in told
    export(made, folder, "--with-rejected", "--names", *split)
    told = contents(folder)
    for name in (ANA, BEN, LENA, KLARA):
        assert name in told, f"the test would not notice {name}"


@pytest.mark.parametrize("format_", ["json", "jsonl"])
def test_no_name_is_in_a_single_file(made, tmp_path, format_):
    out = tmp_path / f"gold.{format_}"
    export(made, out, "--with-rejected", "--format", format_)
    assert "Zebra" not in out.read_text("utf-8")
    assert "person-" in out.read_text("utf-8")


@pytest.mark.parametrize(
    ("note", "kept"),
    [
        ("The log of 3 May settles it.", True),
        (f"{KLARA} asked the keeper.", False),
        (f"See what {ANA.upper()} noted.", False),
        ("Zother Zebra knows the keeper.", False),
        ("The Zother Zebras are a band.", True),
    ],
)
def test_a_note_that_may_name_somebody_is_left_out_and_that_is_told(
    made, tmp_path, note, kept
):
    made.person("Zother Zebra")
    claim = {"id": "dam-noted", "proposition": "It holds.", "verdict_note": note}
    records.bring_in(made.db, [], [claim])
    made.article("noted", DAM.format("noted"))
    named = {"claim_id": "dam-noted"}
    made.label("noted", ANA, ("claim", "The dam of noted holds", named))
    made.adjudicate("noted", LENA)
    made.gold(None, LENA)
    for names in ((), ("--names",)):
        folder = tmp_path / f"out{len(names)}"
        export(made, folder, *names)
        card = (folder / "README.md").read_text("utf-8")
        told = "1 note on the verdict of a canonical claim was left out" in card
        there = note in (folder / "claims.json").read_text("utf-8")
        assert there == (kept or bool(names))
        assert told != there


def test_one_person_has_one_pseudonym_throughout(made):
    material = gold.material(made.db, gold.newest(made.db), LABELS)
    how = gold_files.Wanted(rejected=True)
    called = gold_files.called(material, how)
    pairs = set()
    for a, b in zip(material.labelled, called.labelled, strict=True):
        pairs |= {
            (x.annotator, y.annotator) for x, y in zip(a.sets, b.sets, strict=True)
        }
    for a, b in zip(material.records, called.records, strict=True):
        before = [*a.sets[0].annotations, *a.sets[0].rejected]
        after = [*b.sets[0].annotations, *b.sets[0].rejected]
        for x, y in zip(before, after, strict=True):
            assert x.origin
            assert y.origin
            pairs.add((x.origin.by, y.origin.by))
            pairs |= {
                (p[0], q[0])
                for p, q in zip(x.origin.sources, y.origin.sources, strict=True)
            }
    assert len(pairs) == len({a for a, _ in pairs}) == len({b for _, b in pairs}) == 3


def test_who_knows_the_names_cannot_tell_the_pseudonyms():
    names = ["ana", "ben", "chidi", "dora"]
    drawn = {tuple(pseudonyms(names, str(n))) for n in range(200)}
    assert len(drawn) == 24, "every order of four occurs"
    assert pseudonyms(names, "x") == pseudonyms(reversed(names), "x")


# --- the manifest ---------------------------------------------------------------------


def test_the_same_gold_is_the_same_bytes(made, tmp_path):
    for name in ("one", "two"):
        export(made, tmp_path / name, "--exported", "2026-01-31")
    assert contents(tmp_path / "one") == contents(tmp_path / "two")


def test_a_changed_file_is_named(made, tmp_path):
    folder = tmp_path / "out"
    export(made, folder)
    card = folder / "README.md"
    card.write_text(card.read_text("utf-8").replace("too low", "very good"), "utf-8")
    told = validate(folder, code=1)
    assert "README.md: Was changed after the manifest was made" in told
    assert "1 problem." in told


def test_a_missing_file_and_one_that_came_later_are_named(made, tmp_path):
    folder = tmp_path / "out"
    export(made, folder)
    (folder / "claims.json").unlink()
    (folder / "more.md").write_text("# More\n")
    told = validate(folder, code=1)
    assert "claims.json: Is missing, and the manifest lists it." in told
    assert "more.md: The manifest does not list it: it came later." in told


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        ({"file": "../secret"}, "files/0: Must name a file in this folder."),
        ({"file": 3}, "files/0: Must name a file in this folder."),
        ("gold.jsonl", "files/0: Must name a file in this folder."),
        ({"file": "gold.jsonl"}, "gold.jsonl: Was changed"),
    ],
)
def test_a_manifest_that_says_nonsense_is_refused(made, tmp_path, entry, told):
    folder = tmp_path / "out"
    export(made, folder)
    path = folder / "manifest.json"
    manifest = json.loads(path.read_text("utf-8")) | {"files": [entry]}
    path.write_text(json.dumps(manifest), "utf-8")
    assert told in validate(folder, code=1)
    path.write_text(json.dumps(manifest | {"files": "all"}), "utf-8")
    assert "Must be the list of the files" in validate(folder, code=1)
    path.write_text('{"format": ', "utf-8")
    assert "manifest.json" in validate(folder, code=1)


def test_an_export_of_gold_can_be_imported_elsewhere(made, tmp_path):
    folder = tmp_path / "out"
    export(made, folder, "--with-rejected", "--split", "train=50,test=50")
    reading = files.read([folder], CONTRACT)
    assert reading.problems == []
    assert len(reading.found) == 3
    assert [claim["id"] for claim in reading.claims] == ["dam-holds"]


def test_a_new_export_takes_the_place_of_the_last_one(made, tmp_path):
    folder = tmp_path / "out"
    export(made, folder, "--split", "train=50,dev=50")
    export(made, folder)
    assert {p.name for p in folder.iterdir()} == {
        *("gold.jsonl", "claims.json", "README.md", "manifest.json"),
    }
    assert validate(folder) == "Valid.\n"


def test_a_folder_with_other_things_is_left_alone(made, tmp_path):
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "README.md").write_text("# Mine\n")
    told = export(made, folder, code=1)
    assert "holds other things than an export of gold" in told
    assert (folder / "README.md").read_text() == "# Mine\n"
    assert len(list(folder.iterdir())) == 1


def test_nothing_is_written_when_something_is_wrong(made, tmp_path):
    for (name,) in made.db.execute(
        "SELECT name FROM sqlite_master WHERE type = 'trigger'"
    ).fetchall():
        made.db.execute(f"DROP TRIGGER {name}")
    made.db.execute("UPDATE annotation SET label = 'lie' WHERE label = 'figure'")
    told = export(made, tmp_path / "out", code=1)
    assert "'lie' is not one of" in told
    assert "nothing was written" in told
    assert not (tmp_path / "out").exists()


def test_a_zip_is_the_same_files_and_the_same_bytes(made):
    material = gold.material(made.db, gold.newest(made.db), LABELS)
    written, _ = gold_files.gold_files(
        material, gold_files.Wanted(), CONTRACT, "2026-01-31"
    )
    packed = gold_files.zipped(written, "gold")
    assert packed == gold_files.zipped(written, "gold")
    with zipfile.ZipFile(BytesIO(packed)) as opened:
        assert {
            name.removeprefix("gold/"): opened.read(name) for name in opened.namelist()
        } == written


def test_a_suggester_is_no_person_and_needs_no_pseudonym():
    origin = Origin("accepted", (("rules", "q1"),), rule="quote", version="1")
    quote = Annotation("q1", "quote", ((0, 3),), {}, origin=origin)
    found = ArticleRecord(
        Article("a", "a", "The dam."),
        (AnnotationSet("Ana", "human", annotations=(quote,)),),
    )
    assert names_in([found], []) == {"Ana"}
    [made] = hidden(found, {"Ana": "person-1"}).sets
    assert made.annotator == "person-1"
    assert made.annotations == (quote,)

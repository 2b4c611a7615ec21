"""Splits as they leave: through the very function that the command and the page call,
and through the command."""

import json
from collections.abc import Sequence
from pathlib import Path

from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.adjudication import Material
from workbench.adjudication.splits import Item
from workbench.cli import main
from workbench.dataset import AnnotationSet, Article, ArticleRecord
from workbench.files.gold import Wanted, gold_files
from workbench.spans import Annotation, Origin
from workbench.store import adjudications

from .bench import CONTRACT, Bench, bench, op, take

ORIGIN = Origin("single", (("ana", "a1"),), by="lena")
PARTS = {"train": 60, "dev": 20, "test": 20}


def record(id: str, text: str, kept: frozenset[str], rejected: frozenset[str]):
    def claims(names: frozenset[str], stem: str) -> tuple[Annotation, ...]:
        return tuple(
            Annotation(
                f"{stem}{n}",
                "claim",
                ((0, len(text)),),
                {"asserted_by": "x", "checkable": "checkable", "claim_id": name},
                origin=ORIGIN,
            )
            for n, name in enumerate(sorted(names))
        )

    made = AnnotationSet(
        "gold",
        "gold",
        "adjudicated",
        annotations=claims(kept, "a"),
        rejected=claims(rejected, "x"),
    )
    return ArticleRecord(Article(id, id, text), (made,))


names = st.frozensets(st.sampled_from("abcdef"), max_size=2)
articles = st.lists(
    st.tuples(st.sampled_from("pqrstuvwxyz"), names, names), max_size=12
).map(
    lambda found: [
        record(f"n{i}", f"Text {t}", k, r) for i, (t, k, r) in enumerate(found)
    ]
)


def since_of(one: ArticleRecord) -> int:
    return int(one.article.id[1:])


def placed(
    found: Sequence[ArticleRecord],
    seed: int,
    rejected: bool,
) -> dict[str, str]:
    material = Material(
        (),
        tuple(found),
        (),
        tuple(
            Item(one.article.id, one.article.sha256, frozenset(claims_of(one)))
            for one in sorted(found, key=since_of)
        ),
        (),
        {},
        (),
        (),
        (),
        (),
        "secret",
    )
    how = Wanted(PARTS, seed, rejected)
    made, _ = gold_files(material, how, CONTRACT, "2026-01-31")
    return {
        json.loads(line)["id"]: name
        for name, content in made.items()
        if name.endswith(".jsonl")
        for line in content.splitlines()
    }


def claims_of(one: ArticleRecord) -> set[str]:
    [made] = one.sets
    return {str(a.attributes["claim_id"]) for a in (*made.annotations, *made.rejected)}


def ties(one: ArticleRecord) -> set[str]:
    return {one.article.text} | claims_of(one)


@settings(max_examples=40, deadline=None)
@given(articles, st.integers(0, 5), st.booleans())
def test_no_text_and_no_claim_is_in_two_files(found, seed, rejected):
    where = placed(found, seed, rejected)
    assert where.keys() == {one.article.id for one in found}
    for a in found:
        for b in found:
            if ties(a) & ties(b):
                assert where[a.article.id] == where[b.article.id]


@settings(max_examples=40, deadline=None)
@given(articles, st.integers(0, 12), st.integers(0, 5))
def test_an_article_that_joins_no_groups_moves_nothing(found, first, seed):
    """As they come in one by one: only a newcomer that ties two groups together moves
    the younger of them, and what is tied to neither stays."""
    old = found[:first]
    before = placed(old, seed, False)
    for n, new in enumerate(found[first:], first + 1):
        after = placed(found[:n], seed, False)
        touched = [one for one in found[: n - 1] if ties(one) & ties(new)]
        if len({before[one.article.id] for one in touched}) < 2:
            assert before.items() <= after.items()
        before = after


@settings(max_examples=20, deadline=None)
@given(articles, st.integers(0, 5))
def test_hard_negatives_move_nothing(found, seed):
    assert placed(found, seed, True) == placed(found, seed, False)


@settings(max_examples=20, deadline=None)
@given(articles.flatmap(st.permutations), st.integers(0, 5))
def test_the_order_in_which_articles_are_given_moves_nothing(found, seed):
    """When each came in decides, and not how the store hands them out."""
    ordered = sorted(found, key=since_of)
    assert placed(found, seed, False) == placed(ordered, seed, False)


# --- through the command --------------------------------------------------------------


def split(made: Bench, folder: Path, *more: str) -> dict[str, str]:
    done = CliRunner().invoke(
        main,
        [
            *("export", "--gold", "--db", str(made.path), "-o", str(folder)),
            *("--split", "train=50,dev=25,test=25", "--seed", "4", *more),
        ],
    )
    assert done.exit_code == 0, done.output
    return {
        json.loads(line)["id"]: path.name
        for path in folder.glob("*.jsonl")
        for line in path.read_text("utf-8").splitlines()
    }


def grown(made: Bench, keys: list[str], claims: dict[str, str]) -> None:
    for key in keys:
        made.article(key, f"The dam of {key} holds 40 tonnes.")
        claim = {"claim_id": claims[key]} if key in claims else {}
        made.label(key, "ana", ("claim", f"The dam of {key}", claim), ("figure", "40"))
        made.label(key, "ben", ("figure", "40"))
        # What ben has not is rejected: claims tie articles there, too.
        made.adjudicate(key, "lena", take("ben", "not_check_worthy"))
    made.gold()


def test_what_is_split_stays_where_it_is_while_gold_grows(tmp_path):
    made = bench(tmp_path)
    first = [f"a{n}" for n in range(8)]
    grown(made, first, {"a1": "full", "a6": "full"})
    before = split(made, tmp_path / "one")
    assert before["a1"] == before["a6"]
    assert len(set(before.values())) > 1
    grown(made, [f"b{n}" for n in range(8)], {"b2": "full", "b3": "new", "b5": "new"})
    after = split(made, tmp_path / "two")
    assert before.items() <= after.items()
    assert len(after) == 16
    assert after["b2"] == before["a1"]
    assert after["b3"] == after["b5"]
    assert split(made, tmp_path / "three", "--with-rejected") == after
    made.db.close()


def claimed(made: Bench, keys: Sequence[str], claims: int) -> None:
    """Articles by one person; every one of `claims` runs through several of them."""
    for n, key in enumerate(keys):
        made.article(key, f"The dam of {key} holds 40 tonnes.")
        claim = {"claim_id": f"claim-{n % claims}"}
        made.label(key, "ana", ("claim", f"The dam of {key}", claim))


def test_what_was_imported_early_and_signed_off_late_moves_nothing(tmp_path):
    made = bench(tmp_path)
    early, late = ([f"{stem}{n}" for n in range(8)] for stem in "ab")
    claimed(made, [*early, *late], claims=8)
    for key in late:
        made.adjudicate(key, "lena")
    made.gold()
    before = split(made, tmp_path / "one")
    assert len(set(before.values())) > 1
    for key in early:
        made.adjudicate(key, "lena")
    made.gold()
    after = split(made, tmp_path / "two")
    assert before.items() <= after.items()
    assert len(after) == 16
    made.db.close()


def test_what_leaves_gold_for_a_while_moves_nothing(tmp_path):
    made = bench(tmp_path)
    keys = [f"a{n}" for n in range(12)]
    claimed(made, keys, claims=6)
    for key in keys:
        made.adjudicate(key, "lena")
    made.gold()
    before = split(made, tmp_path / "one")
    lena = made.person("lena")
    for key in keys[:6]:
        adjudications.reopen(made.db, key, lena, op(), labels=CONTRACT.labels)
    made.gold()
    after = split(made, tmp_path / "two")
    assert sorted(after) == sorted(keys[6:])
    assert after.items() <= before.items()
    made.db.close()


def test_an_article_is_in_the_same_part_whichever_batches_are_exported(tmp_path):
    made = bench(tmp_path)
    first, second = ([f"{stem}{n}" for n in range(8)] for stem in "ab")
    claimed(made, [*first, *second], claims=8)
    for name, keys in (("One", first), ("Two", second)):
        batch = made.batch(name, keys, ["ana"], labels=["claim"])
        for key in keys:
            made.adjudicate(key, "lena")
        made.gold(batch)
        split(made, tmp_path / f"{name} alone", "--batch", name)
    together = split(made, tmp_path / "both")
    assert len(set(together.values())) > 1
    for name in ("One", "Two"):
        alone = split(made, tmp_path / name, "--batch", name)
        assert alone.items() <= together.items()
        assert alone == split(made, tmp_path / f"{name} alone", "--batch", name)
    made.db.close()


def test_an_older_version_is_split_as_it_was(tmp_path):
    """Also where an article came later that joins two of its groups."""
    made = bench(tmp_path)
    keys = [f"a{n}" for n in range(16)]
    claimed(made, keys, claims=16)
    for key in keys:
        made.adjudicate(key, "lena")
    made.gold()
    before = split(made, tmp_path / "one")
    made.article("b", "The dam of b holds, and its dyke too.")
    tied = [
        ("The dam of b", "claim-0"),
        *(("its dyke", f"claim-{n}") for n in range(1, 16)),
    ]
    made.label("b", "ana", *(("claim", words, {"claim_id": id}) for words, id in tied))
    made.adjudicate("b", "lena")
    made.gold()
    after = split(made, tmp_path / "two")
    assert len(set(after.values())) == 1, "everything is tied together now"
    assert split(made, tmp_path / "three", "--version", "1") == before
    made.db.close()

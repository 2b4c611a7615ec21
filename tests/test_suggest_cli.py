"""`workbench suggest`: held against gold, with what comes from outside."""

import json
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from tests.commands import FERRY as TEXT
from tests.commands import plain, run
from workbench import files, schema
from workbench.dataset import AnnotationSet, Article, ArticleRecord
from workbench.places import shipped
from workbench.spans import Annotation, Relation
from workbench.store import connect

__all__ = ["plain"]  # a fixture

SAMPLE = shipped("annotations", "sample")


def quote(start: int, end: int, **told: str) -> Annotation:
    return Annotation(
        f"q{start}",
        "quote",
        ((start, end),),
        {"type": "direct", "speaker": "Ida Holm", **told},
    )


def written(path: Path, *sets: AnnotationSet) -> Path:
    record = ArticleRecord(Article("ferry", "Ferry", TEXT), sets)
    files.export([record], path, "jsonl", schema.load())
    return path


# --- held against gold ----------------------------------------------------------------


def test_the_sample_is_evaluated_by_one_command() -> None:
    told = run("suggest", "--evaluate", SAMPLE).output
    assert "6 articles with gold." in told
    [cue] = [line.split() for line in told.splitlines() if "quote.cue " in line]
    quotes = json.loads(run("suggest", "--evaluate", SAMPLE, "--json").output)
    parts = [
        rule["exact"]["recall"] for rule in quotes["labels"]["quote"]["rules"].values()
    ]
    assert sum(parts) == pytest.approx(quotes["labels"]["quote"]["exact"]["recall"])
    rule = quotes["labels"]["quote"]["rules"]["quote.cue"]
    assert cue[1:4] == [
        str(rule["suggested"]),
        *(f"{rule['exact'][name]:.2f}" for name in ("precision", "recall")),
    ]
    assert "Missed:" in told
    numbers = json.loads(run("suggest", "--evaluate", SAMPLE, "--json").output)
    labels = numbers["labels"]
    assert labels["quote"]["kinds"]["direct"]["exact"]["f1"] >= 0.95
    assert labels["quote"]["kinds"]["indirect"]["exact"]["f1"] >= 0.6
    assert labels["figure"]["exact"]["f1"] >= 0.95
    assert labels["claim"]["overlap"]["f1"] >= 0.5
    assert labels["figure"]["attributes"]["value"]["accuracy"] >= 0.95


def test_an_export_is_evaluated_with_its_misses_and_false_ones(tmp_path: Path) -> None:
    gold = AnnotationSet(
        "gold",
        "gold",
        "adjudicated",
        annotations=(quote(0, 24, speaker="Ida"), quote(40, 62)),
    )
    file = written(tmp_path / "gold.jsonl", gold)
    told = run("suggest", "--evaluate", file, "--claims", "off").output
    assert "ferry [40, 62) quote: “The ferry stops in May”" in told
    assert "ferry [12, 22) figure: “40 percent” (figure.digits)" in told
    assert "[0, 24) quote “" in told
    assert "speaker is 'Ida Holm', in the gold 'Ida'" in told
    assert "claim" not in told


def test_a_single_annotator_answers_where_there_is_no_gold(tmp_path: Path) -> None:
    ana, ben = (
        AnnotationSet(name, "human", "submitted", annotations=(quote(0, 24),))
        for name in ("ana", "ben")
    )
    one = written(tmp_path / "one.jsonl", ana)
    assert "1 article with gold" in run("suggest", "--evaluate", one).output
    two = written(tmp_path / "two.jsonl", ana, ben)
    refused = run("suggest", "--evaluate", two, code=3)
    assert "No article has an answer" in refused.output


def test_what_cannot_be_read_is_not_evaluated(tmp_path: Path) -> None:
    file = tmp_path / "broken.jsonl"
    file.write_text("{}\n")
    assert "broken.jsonl" in run("suggest", "--evaluate", file, code=2).output
    told = json.loads(run("suggest", "--evaluate", file, "--json", code=2).output)
    assert told["problems"]


@pytest.mark.parametrize("option", [[], ["--evaluate"]])
def test_what_is_not_there_is_not_called_a_wrong_kind_of_file(
    tmp_path: Path, option: list[str]
) -> None:
    told = run("suggest", *option, tmp_path / "nope", code=2).output
    assert "nope: Cannot be read: No such file or directory." in told


def test_gold_and_articles_are_not_named_together(tmp_path: Path) -> None:
    told = run("suggest", "a.txt", "--evaluate", SAMPLE, code=2).output
    assert "Name one of these" in told


@pytest.mark.parametrize(
    ("options", "why"),
    [
        (("--timeout", "5"), "--timeout goes with --url."),
        (("--from", __file__, "--again"), "--again is for the database"),
        (("--evaluate", "gold.jsonl", "--again"), "--again is for the database"),
        (("--as", "bot"), "--as and --loopback go with --from or --url."),
        (("--claims", "eager"), "--claims goes with files or --evaluate"),
        (("--claims", "careful", "--from", __file__), "--claims goes with files"),
        (("--claims", "off", "--url", "http://127.0.0.1:1/"), "--claims goes with"),
        (("--evaluate", "gold.jsonl", "--dry-run"), "--evaluate reads no database"),
        (("--evaluate", "gold.jsonl", "--db", "x.db"), "--evaluate reads no database"),
    ],
)
def test_an_option_that_would_do_nothing_is_refused(
    options: tuple[str, ...], why: str
) -> None:
    assert why in run("suggest", *options, code=2).output


# --- into the database ----------------------------------------------------------------


def refuse_the_dam(db: Path) -> None:
    """Nothing more can be stored of one of the two articles."""
    with closing(connect(db)) as opened:
        opened.execute(
            """
            CREATE TRIGGER no_dam BEFORE INSERT ON annotation_set
            WHEN NEW.article_id = (SELECT id FROM article WHERE key = 'dam')
            BEGIN SELECT RAISE(ABORT, 'no dam'); END
            """
        )


def test_what_is_told_of_a_database_is_what_changed_in_it(
    db: Path, tmp_path: Path
) -> None:
    empty = tmp_path / "empty.db"
    empty.touch()
    assert "There is no article" in run("suggest", "--db", empty).output
    article = tmp_path / "bare.txt"
    article.write_text("Nothing\n\nNothing here.\n", encoding="utf-8")
    run("import", article, "--db", db)
    assert "for 3 articles." in run("suggest", "--db", db).output
    # Of what version a set without suggestions is nobody can tell.
    for _ in range(2):
        told = run("suggest", "--again", "--db", db).output
        assert told == "Every article has its suggestions.\n"


def test_an_empty_name_is_not_the_current_folder(db: Path) -> None:
    for command in ("suggest", "import", "validate"):
        assert "An empty name is no file" in run(command, "", code=2).output


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
@pytest.mark.parametrize("command", ["suggest", "stats", "validate"])
def test_output_that_nothing_takes_is_said_in_a_sentence(
    command: str, tmp_path: Path
) -> None:
    article = tmp_path / "ferry.txt"
    article.write_text(TEXT, encoding="utf-8")
    line = f'exec "{sys.executable}" -m workbench "$@" '
    for place in (">/dev/full", ">&-"):
        done = subprocess.run(
            ["sh", "-c", line + place, "sh", command, str(article)],
            capture_output=True,
            text=True,
            timeout=60,
        )
        if place == ">&-" and command != "suggest":
            assert (done.returncode, done.stderr) == (0, "")
            continue
        assert done.returncode == 2
        assert done.stderr.startswith("Error: The")
        assert len(done.stderr.splitlines()) == 1


def test_what_one_article_refuses_stops_no_other(db: Path, server: "Server") -> None:
    refuse_the_dam(db)
    told = run("suggest", "--db", db, code=1).output
    assert "dam: its suggestions cannot be stored: no dam." in told
    assert "for 1 article." in told
    told = ask(server, db, code=1)
    assert "dam: refused: Its suggestions cannot be stored: no dam." in told
    assert stored(db, "ferry").keys() == {"bot", "workbench suggest"}
    assert stored(db, "dam") == {}


# --- from a file ----------------------------------------------------------------------


@pytest.fixture
def db(tmp_path: Path) -> Path:
    """A database with two articles; one of them has two quotes that read alike."""
    texts = {
        "ferry": "“It leaks,” said Ida Holm.\n\n“It leaks,” said her son. 3 boats.\n",
        "dam": "The dam holds – so far. “No danger,” said Ida Holm.\n",
    }
    found = [
        ArticleRecord(Article(key, key, text, url=f"https://example.org/{key}"))
        for key, text in texts.items()
    ]
    file = tmp_path / "articles.jsonl"
    files.export(found, file, "jsonl", schema.load())
    path = tmp_path / "workbench.db"
    run("import", file, "--db", path)
    return path


def lines(path: Path, *made: object) -> Path:
    path.write_text("".join(json.dumps(one) + "\n" for one in made), encoding="utf-8")
    return path


def stored(db: Path, key: str) -> dict[str, dict[str, object]]:
    """The sets of kind model of an article, by annotator."""
    for line in run("export", "--format", "jsonl", "--db", db).stdout.splitlines():
        record = json.loads(line)
        if record["id"] == key:
            return {
                set_["annotator"]: set_
                for set_ in record["annotation_sets"]
                if set_["kind"] == "model"
            }
    raise AssertionError(key)


DIRECT = {"type": "direct", "speaker": "Ida Holm"}


def test_what_a_model_proposes_is_stored_where_its_words_stand(
    db: Path, tmp_path: Path
) -> None:
    file = lines(
        tmp_path / "gpt.jsonl",
        {
            "article": "ferry",
            "label": "quote",
            "quote": '"It leaks,"',
            "suffix": " said Ida",
            "attributes": DIRECT,
            "rule": "prompt-3",
            "version": "7",
            "score": 0.8,
        },
        {"url": "https://example.org/dam", "label": "figure", "quote": "far"},
    )
    told = run("suggest", "--from", file, "--db", db).output
    assert "2 suggestions for 2 articles stored" in told
    [one] = stored(db, "ferry")["gpt"]["annotations"]  # type: ignore[misc]
    assert one["fragments"] == [[0, 11]]
    assert one["text"] == ["“It leaks,”"]
    assert one["attributes"] == DIRECT
    origin = {"path": "suggested", "rule": "prompt-3", "version": "7", "score": 0.8}
    assert one["origin"] == {**origin, "sources": []}
    assert stored(db, "dam")["gpt"]["status"] == "in_progress"
    run("verify", "--db", db)


def test_what_is_ambiguous_or_lost_is_listed_and_the_rest_is_stored(
    db: Path, tmp_path: Path
) -> None:
    file = lines(
        tmp_path / "gpt.jsonl",
        {"article": "ferry", "label": "figure", "quote": "3"},
        {"article": "ferry", "label": "quote", "quote": "“It leaks,”"},
        {"article": "ferry", "label": "quote", "quote": "“It floats,”"},
        {"article": "quay", "label": "quote", "quote": "“It leaks,”"},
    )
    told = run("suggest", "--from", file, "--db", db, code=1).output
    assert f"{file}:2: ambiguous: quote: “It leaks,” is there 2 times" in told
    assert f"{file}:3: lost: quote: " in told
    assert f"{file}:4: lost: There is no article 'quay'" in told
    assert "3 left out." in told
    [one] = stored(db, "ferry")["gpt"]["annotations"]  # type: ignore[misc]
    assert one["text"] == ["3"]
    listed = json.loads(
        run("suggest", "--from", file, "--db", db, "--json", code=1).stdout
    )
    assert [(one["line"], one["kind"]) for one in listed["left_out"]] == [
        (4, "lost"),
        (2, "ambiguous"),
        (3, "lost"),
    ]
    assert listed["changed"] == 0


def test_what_is_taken_for_words_that_are_not_there_is_listed(
    db: Path, tmp_path: Path
) -> None:
    words = {"quote": "“No dangers,”", "prefix": "m holds – so far. "}
    place = {"article": "dam", "label": "claim", "suffix": " said Ida Holm."}
    file = lines(tmp_path / "gpt.jsonl", words | place)
    told = run("suggest", "--from", file, "--db", db).output
    line = (
        "1: context: claim: “No dangers,” is not there; “No danger,” is taken for it."
    )
    assert f"{file}:{line}" in told
    report = json.loads(run("suggest", "--from", file, "--db", db, "--json").stdout)
    [one] = report["by_context"]
    assert (one["said"], one["stands"]) == ("“No dangers,”", "“No danger,”")


def test_our_own_records_are_found_again_in_a_text_that_changed(
    db: Path, tmp_path: Path
) -> None:
    text = 'Update. The dam holds - so far. "No danger," said Ida Holm. 3 boats.\n'
    at = text.index('"No')
    cue = text.index("said")
    set_ = AnnotationSet(
        "llm",
        "model",
        "submitted",
        annotations=(
            Annotation("q1", "quote", ((at, at + 12),), DIRECT),
            Annotation("v1", "cue", ((cue, cue + 4),)),
        ),
        relations=(Relation("r1", "attributed_to", "q1", "v1"),),
    )
    file = tmp_path / "out.jsonl"
    record = ArticleRecord(Article("dam", "dam", text), (set_,))
    files.export([record], file, "jsonl", schema.load())
    told = json.loads(run("suggest", "--from", file, "--db", db, "--json").stdout)
    assert told["how"] == {"exact": 1, "folded": 1}
    made = stored(db, "dam")["llm"]
    assert {one["text"][0] for one in made["annotations"]} == {  # type: ignore[attr-defined]
        "“No danger,”",
        "said",
    }
    assert len(made["relations"]) == 1  # type: ignore[arg-type]


def test_offsets_that_slipped_are_put_right(db: Path, tmp_path: Path) -> None:
    exported = run("export", "--format", "jsonl", "--db", db).stdout.splitlines()
    record = next(one for one in map(json.loads, exported) if one["id"] == "ferry")
    record["annotation_sets"] = [
        {
            "annotator": "llm",
            "kind": "model",
            "status": "in_progress",
            "annotations": [
                {
                    "id": "f1",
                    "label": "figure",
                    "fragments": [[2, 3]],
                    "text": ["3"],
                    "attributes": {},
                }
            ],
            "relations": [],
        }
    ]
    del record["proof"]
    file = lines(tmp_path / "out.jsonl", record)
    told = json.loads(run("suggest", "--from", file, "--db", db, "--json").stdout)
    assert told["how"] == {"exact": 1}


def test_a_dry_run_stores_nothing(db: Path, tmp_path: Path) -> None:
    file = lines(
        tmp_path / "gpt.jsonl", {"article": "ferry", "label": "figure", "quote": "3"}
    )
    told = run("suggest", "--from", file, "--db", db, "--dry-run").output
    assert "1 suggestion for 1 article would be stored" in told
    assert stored(db, "ferry") == {}


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("{", "This is no JSON"),
        ('{"label": "quote", "quote": "x"}', "Say which article it is"),
        ('{"article": "ferry", "label": "quote"}', "quote"),
        ('{"article": "ferry", "label": "verb", "quote": "x"}', "label"),
        ('{"article": "ferry", "label": "quote", "quote": "x", "sppeaker": 1}', "spp"),
        (
            '{"article": "ferry", "label": "quote", "quote": "x",'
            ' "attributes": {"type": "loud"}}',
            "attributes/type",
        ),
        ('{"article": "ferry", "label": "quote", "quote": " "}', "white space alone"),
        ('{"article": "ferry", "label": "quote", "quote": ["x", ""]}', "white space"),
        ('{"article": "ferry", "label": "quote", "quote": ""}', "white space alone"),
        ('{"article": "ferry", "label": "quote", "quote": []}', "it needs 1"),
        ('{"article": "a\tb", "label": "quote", "quote": "x"}', "character at char"),
        (
            '{"article": "ferry", "label": "quote", "quote": "x", "annotator": " "}',
            "white space alone: give a name",
        ),
        (
            '{"article": "ferry", "label": "quote", "quote": "x",'
            ' "annotator": "workbench suggest"}',
            "a model needs another name",
        ),
        ("", "Nothing is proposed here"),
    ],
)
def test_a_file_that_is_not_right_is_refused_whole(
    db: Path, tmp_path: Path, line: str, problem: str
) -> None:
    file = tmp_path / "gpt.jsonl"
    good = '{"article": "ferry", "label": "figure", "quote": "3"}\n' if line else ""
    file.write_text(good + line + "\n", encoding="utf-8")
    told = run("suggest", "--from", file, "--db", db, code=2).output
    assert problem in told
    assert "nothing was stored" in told
    assert stored(db, "ferry") == {}


def test_two_files_are_read_together_or_not_at_all(db: Path, tmp_path: Path) -> None:
    figure = {"article": "ferry", "label": "figure", "quote": "3"}
    one = lines(tmp_path / "a.jsonl", figure)
    two = lines(tmp_path / "b.jsonl", {**figure, "article": "dam", "quote": "far"})
    bad = lines(tmp_path / "c.jsonl", {**figure, "label": "verb"})
    files_ = ("--from", one, "--from", two, "--as", "m", "--db", db)
    told = run("suggest", *files_, "--from", bad, code=2).output
    assert "c.jsonl:1" in told
    assert stored(db, "ferry") == {}
    assert "2 suggestions for 2 articles stored" in run("suggest", *files_).output


def test_a_file_full_of_errors_says_the_first_and_how_many(
    db: Path, tmp_path: Path
) -> None:
    wrong = {"article": "ferry", "label": "x" * 5_000, "quote": "3"}
    file = lines(tmp_path / "a.jsonl", *[wrong] * 50)
    told = run("suggest", "--from", file, "--db", db, code=2).output
    assert "And 30 more." in told
    assert len(told.splitlines()) == 22
    assert len(told) < 22 * 500
    pretty = tmp_path / "gold.json"
    pretty.write_text(json.dumps([wrong] * 3, indent=2), encoding="utf-8")
    told = run("suggest", "--from", pretty, "--db", db, code=2).output
    assert "gold.json: Is .json: --from reads .jsonl" in told
    assert len(told.splitlines()) == 2


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"sha256": "0" * 64}, "sha256: Is not that of the text"),
        ({"title": "Another"}, "proof: Something in the record was changed"),
        ({"twice": "set"}, "annotation_sets/1/annotator: Has two sets"),
        ({"twice": "id"}, "annotation_sets/0/annotations: 'q0' stands twice"),
    ],
)
def test_a_record_that_contradicts_itself_is_refused(
    db: Path, tmp_path: Path, change: dict[str, str], problem: str
) -> None:
    set_ = AnnotationSet("m", "model", "submitted", annotations=(quote(0, 24),))
    file = written(tmp_path / "m.jsonl", set_)
    record = json.loads(file.read_text(encoding="utf-8"))
    sets_ = record["annotation_sets"]
    if twice := change.pop("twice", ""):
        del record["proof"]
        twin = sets_ if twice == "set" else sets_[0]["annotations"]
        twin.append(twin[0])
    told = run(
        "suggest", "--from", lines(file, {**record, **change}), "--db", db, code=2
    ).output
    assert problem in told


def test_a_second_file_of_the_same_model_replaces_the_first(
    db: Path, tmp_path: Path
) -> None:
    one = {"article": "ferry", "label": "figure", "quote": "3"}
    other = {"article": "ferry", "label": "cue", "quote": "said", "suffix": " Ida"}
    run("suggest", "--from", lines(tmp_path / "a.jsonl", one), "--as", "m", "--db", db)
    run(
        "suggest", "--from", lines(tmp_path / "b.jsonl", other), "--as", "m", "--db", db
    )
    [left] = stored(db, "ferry")["m"]["annotations"]  # type: ignore[misc]
    assert left["label"] == "cue"
    run("verify", "--db", db)


def test_a_model_that_proposes_nothing_any_more_is_believed(
    db: Path, tmp_path: Path
) -> None:
    """But not one whose words have no place."""
    figure = {"article": "ferry", "label": "figure", "quote": "3"}
    run(
        "suggest",
        "--from",
        lines(tmp_path / "m.jsonl", figure),
        "--as",
        "m",
        "--db",
        db,
    )
    lost = lines(tmp_path / "m.jsonl", {**figure, "quote": "elsewhere"})
    run("suggest", "--from", lost, "--as", "m", "--db", db, code=1)
    assert len(stored(db, "ferry")["m"]["annotations"]) == 1  # type: ignore[arg-type]
    exported = run("export", "--format", "jsonl", "--db", db).stdout.splitlines()
    record = next(one for one in map(json.loads, exported) if one["id"] == "ferry")
    del record["proof"]
    for set_ in record["annotation_sets"]:
        set_["annotations"] = []
    run("suggest", "--from", lines(tmp_path / "none.jsonl", record), "--db", db)
    assert stored(db, "ferry")["m"]["annotations"] == []


def test_our_own_suggestions_are_not_taken_from_a_file(
    db: Path, tmp_path: Path
) -> None:
    """They would lose their regions, and all claims that are not careful."""
    file = tmp_path / "own.jsonl"
    article = tmp_path / "ferry.txt"
    article.write_text(TEXT, encoding="utf-8")
    file.write_bytes(run("suggest", article).stdout_bytes)
    told = run("suggest", "--from", file, "--db", db, code=2).output
    assert "annotation_sets/0/annotator" in told
    assert stored(db, "ferry") == {}


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("workbench suggest", "another name"),
        ("", "1 to 80 characters"),
        (" ", "1 to 80 characters"),
        ("x" * 81, "1 to 80 characters"),
        ("a\nb", "in one line"),
    ],
)
@pytest.mark.parametrize("way", ["--from", "--url"])
def test_a_model_needs_a_name_of_its_own(
    db: Path, tmp_path: Path, way: str, name: str, problem: str
) -> None:
    file = lines(
        tmp_path / "gpt.jsonl", {"article": "ferry", "label": "figure", "quote": "3"}
    )
    where = file if way == "--from" else "http://127.0.0.1:1/"
    told = run("suggest", way, where, "--as", name, "--db", db, code=2).output
    assert problem in " ".join(told.split())
    assert stored(db, "ferry") == {}


# --- from a server --------------------------------------------------------------------


class Server:
    """A suggester on this machine: answers with what `answer` makes of a record."""

    def __init__(self) -> None:
        self.asked: list[dict[str, object]] = []
        self.headers: list[dict[str, str]] = []
        self.status = 200
        self.type = "application/json"
        self.more: dict[str, str] = {}
        self.slow = 0.0
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                size = int(self.headers["Content-Length"])
                record = json.loads(self.rfile.read(size))
                outer.asked.append(record)
                outer.headers.append(dict(self.headers))
                body = outer.answer(record)
                self.send_response(outer.status)
                self.send_header("Content-Type", outer.type)
                for name, value in outer.more.items():
                    self.send_header(name, value)
                self.end_headers()
                try:
                    for place in range(0, len(body), 100_000):
                        self.wfile.write(body[place : place + 100_000])
                        if outer.slow:
                            self.wfile.flush()
                            time.sleep(outer.slow)
                except OSError:
                    pass  # Whoever asked has heard enough.

            def log_message(self, *_: object) -> None:
                pass

        self.http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.http.server_port}/suggest?v=1"
        Thread(target=self.http.serve_forever, daemon=True).start()

    def answer(self, record: dict[str, object]) -> bytes:
        return json.dumps(self.set_of(record)).encode()

    def set_of(self, record: dict[str, object], **more: object) -> dict[str, object]:
        """A set with the first “Ida Holm” as a source."""
        text = str(record["text"])
        at = text.index("Ida Holm")
        one = {
            "id": "s1",
            "label": "source",
            "fragments": [[at, at + 8]],
            "text": ["Ida Holm"],
            "attributes": {},
        }
        return {
            "annotator": "whoever",
            "kind": "model",
            "status": "submitted",
            "annotations": [{**one, **more}],
            "relations": [],
        }


@pytest.fixture
def server() -> Iterator[Server]:
    made = Server()
    yield made
    made.http.shutdown()
    made.http.server_close()


def ask(server: Server, db: Path, *more: object, code: int = 0) -> str:
    asked = ("suggest", "--url", server.url, "--loopback", "--as", "bot", "--db", db)
    return run(*asked, *more, code=code).output


def test_a_server_gets_each_article_bare_and_its_answer_is_stored(
    db: Path, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WORKBENCH_SUGGESTER_TOKEN", "secret")
    assert "2 suggestions for 2 articles stored" in ask(server, db)
    assert [one["id"] for one in server.asked] == ["dam", "ferry"]
    assert all(one["annotation_sets"] == [] for one in server.asked)
    assert all(one["format"] == "factcheck-annotations/1" for one in server.asked)
    assert server.headers[0]["Authorization"] == "Bearer secret"
    assert server.headers[0]["Host"] == f"127.0.0.1:{server.http.server_port}"
    [made] = stored(db, "ferry").items()
    assert made[0] == "bot"
    [one] = made[1]["annotations"]  # type: ignore[misc]
    assert (one["text"], one["origin"]["path"]) == (["Ida Holm"], "suggested")
    run("verify", "--db", db)


def test_only_articles_without_its_suggestions_are_asked_for(
    db: Path, server: Server
) -> None:
    ask(server, db)
    ask(server, db)
    assert len(server.asked) == 2
    ask(server, db, "--again")
    assert len(server.asked) == 4


def test_to_know_what_to_ask_for_no_set_is_read(db: Path, server: Server) -> None:
    ask(server, db)
    with closing(connect(db)) as opened:
        opened.execute("ALTER TABLE relation RENAME TO elsewhere")
    assert "for 2 articles would be" in ask(server, db, "--again", "--dry-run")


def test_a_dry_run_asks_and_stores_nothing(db: Path, server: Server) -> None:
    assert "would be stored" in ask(server, db, "--dry-run")
    assert stored(db, "ferry") == {}


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"fragments": [[0, 8]]}, "Ida Holm"),  # other words stand there
        ({"fragments": [[0, 80_000]]}, "is no span"),
        ({"label": "verb"}, "label"),
        ({"attributes": {"loud": True}}, "loud"),
        ({"origin": {"path": "accepted", "sources": []}}, "origin/path"),
    ],
)
def test_an_answer_that_is_not_right_is_refused_and_the_others_are_stored(
    db: Path, server: Server, change: dict[str, object], problem: str
) -> None:
    good = server.set_of

    def answer(record: dict[str, object]) -> bytes:
        return json.dumps(
            good(record, **(change if record["id"] == "dam" else {}))
        ).encode()

    server.answer = answer  # type: ignore[method-assign]
    told = ask(server, db, code=1)
    assert problem in told
    assert told.count("dam: ") >= 1
    assert stored(db, "dam") == {}
    assert "bot" in stored(db, "ferry")


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        (b"{", "This is no JSON"),
        (b"\xff", "is not UTF-8"),
        (b"[]", "object"),
        (b'{"kind": "model"}', "annotations"),
    ],
)
def test_an_answer_that_is_no_set_is_refused(
    db: Path, server: Server, body: bytes, problem: str
) -> None:
    server.answer = lambda _: body  # type: ignore[method-assign]
    assert problem in ask(server, db, code=1)
    assert stored(db, "ferry") == {}


def test_a_set_of_another_kind_is_refused(db: Path, server: Server) -> None:
    good = server.set_of
    server.answer = lambda record: json.dumps(  # type: ignore[method-assign]
        {**good(record), "kind": "gold"}
    ).encode()
    assert "a server's is 'model'" in ask(server, db, code=1)


def test_what_is_wrong_with_an_answer_is_told_in_some_lines(
    db: Path, server: Server
) -> None:
    def answer(record: dict[str, object]) -> bytes:
        made = server.set_of(record, label="x" * 5_000)
        made["annotations"] = made["annotations"] * 50  # type: ignore[operator]
        return json.dumps(made).encode()

    server.answer = answer  # type: ignore[method-assign]
    told = ask(server, db, code=1)
    assert told.count("And ") == 2
    assert len(told.splitlines()) < 50
    assert len(told) < 25_000
    server.answer = lambda _: b"\xff"  # type: ignore[method-assign]
    told = ask(server, db, code=1)
    assert "is not UTF-8." in told
    assert "save" not in told


@pytest.mark.parametrize("token", ["s3c€et", "s3cr et", "s3c\nret"])
def test_a_token_that_no_header_can_hold_is_not_told(
    db: Path, server: Server, monkeypatch: pytest.MonkeyPatch, token: str
) -> None:
    monkeypatch.setenv("WORKBENCH_SUGGESTER_TOKEN", token)
    told = ask(server, db, code=2)
    assert "WORKBENCH_SUGGESTER_TOKEN holds" in told
    assert "s3c" not in told
    monkeypatch.setenv("WORKBENCH_SUGGESTER_TOKEN", "secret\n")
    ask(server, db)
    assert server.headers[0]["Authorization"] == "Bearer secret"


def test_who_stops_the_command_is_told_what_is_stored(db: Path, server: Server) -> None:
    def answer(record: dict[str, object]) -> bytes:
        if len(server.asked) == 2:
            running.send_signal(signal.SIGINT)
            time.sleep(5)
        return json.dumps(server.set_of(record)).encode()

    server.answer = answer  # type: ignore[method-assign]
    asked = ("--url", server.url, "--loopback", "--as", "bot", "--db", str(db))
    # Tests that a shell runs in the background ignore it, and so would the command.
    kept = signal.signal(signal.SIGINT, signal.default_int_handler)
    running = subprocess.Popen(
        [sys.executable, "-m", "workbench", "suggest", *asked],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    signal.signal(signal.SIGINT, kept)
    said, complaint = running.communicate(timeout=60)
    assert running.returncode == 130, complaint
    assert said.startswith("1 suggestion for 1 article stored")
    assert "Stopped at your wish" in complaint
    assert stored(db, "dam").keys() == {"bot"}
    assert stored(db, "ferry") == {}


def test_what_cannot_be_asked_is_told_as_json(db: Path, server: Server) -> None:
    for asked in (
        ("--url", server.url, "--db", db),
        ("--db", db.with_name("none.db")),
        ("--evaluate", written(db.with_name("bare.jsonl"))),
    ):
        code = 3 if asked[0] == "--evaluate" else 2
        told = run("suggest", *asked, "--json", code=code)
        assert len(json.loads(told.stdout)["problems"]) == 1


def test_servers_on_two_ports_are_two(db: Path, server: Server) -> None:
    asked = ("suggest", "--url", server.url, "--loopback", "--db", db)
    run(*asked)
    told = run(*asked).output
    name = f"127.0.0.1:{server.http.server_port}"
    assert told == f"Every article has suggestions of {name} already.\n"
    assert stored(db, "ferry").keys() == {name}


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"status": 503}, "answered 503"),
        (
            {"status": 307, "more": {"Location": "http://10.0.0.1/"}},
            "refers to http://10",
        ),
        ({"type": "text/html"}, "is text/html, not JSON"),
        ({"more": {"Content-Encoding": "gzip"}}, "packed as gzip"),
        ({"more": {"Content-Length": "99999999"}}, "more than 10,000,000 bytes"),
        ({"more": {"Content-Length": "9999999"}}, "broke off"),
    ],
)
def test_a_server_that_does_not_answer_as_it_should_ends_the_command(
    db: Path, server: Server, change: dict[str, object], problem: str
) -> None:
    for name, value in change.items():
        setattr(server, name, value)
    told = ask(server, db, "--json", code=2)
    assert "Stopped at dam: " in told
    assert '"stopped": "dam: ' in told
    assert problem in told
    assert len(server.asked) == 1
    assert stored(db, "dam") == {}


def test_an_answer_without_end_is_cut_short(db: Path, server: Server) -> None:
    server.answer = lambda _: b" " * 11_000_000  # type: ignore[method-assign]
    assert "more than 10,000,000 bytes" in ask(server, db, code=2)


def test_a_server_that_drips_is_left_in_time(db: Path, server: Server) -> None:
    server.slow = 0.2
    server.answer = lambda _: b" " * 5_000_000  # type: ignore[method-assign]
    told = ask(server, db, "--timeout", 0.5, code=2)
    assert "No answer within 0.5 seconds" in told


def test_a_server_that_is_not_there_is_named(db: Path, server: Server) -> None:
    server.http.shutdown()
    server.http.server_close()
    assert "cannot be asked" in ask(server, db, code=2)


def test_this_machine_is_asked_only_with_leave(db: Path, server: Server) -> None:
    told = run("suggest", "--url", server.url, "--db", db, code=2).output
    assert "allow that with --loopback" in told
    assert server.asked == []

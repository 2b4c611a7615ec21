"""The command line: what QA scripts call, and what they may rely on."""

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from click import Context
from click.testing import CliRunner

from tests.commands import plain, run
from workbench.cli import main
from workbench.places import shipped
from workbench.store import accounts, articles, connect, migrations, people, sets

__all__ = ["plain"]  # a fixture

ROOT = Path(__file__).resolve().parent.parent
SAMPLE = shipped("annotations", "sample")
CONTEXT = Context(main)
COMMANDS = {
    name: main.get_command(CONTEXT, name) for name in main.list_commands(CONTEXT)
}


@pytest.fixture
def db(tmp_path: Path) -> Path:
    return tmp_path / "workbench.db"


@contextmanager
def opened(path: Path) -> Iterator[object]:
    db = connect(path)
    try:
        yield db
    finally:
        db.close()


def keys(path: Path) -> list[str]:
    with opened(path) as db:
        return [row[0] for row in db.execute("SELECT key FROM article ORDER BY key")]


# --- help -----------------------------------------------------------------------------


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_for_itself_and_its_options(name):
    command = COMMANDS[name]
    assert len(command.help) > 20
    help_ = run(name, "--help").output
    assert command.help.partition("\n")[0] in " ".join(help_.split())
    assert run(name, "-h").output == help_
    for parameter in command.params:
        if parameter.param_type_name == "option":
            assert parameter.help, parameter.name


def test_people_are_looked_after_without_a_server(tmp_path):
    db = tmp_path / "workbench.db"
    run("import", ROOT / "annotations" / "sample", "--db", db)
    link = run("user", "add", "Alice", "--db", db).output
    assert "/sign-in/" in link
    assert run("user", "add", "alice", "--db", db, code=2).output
    found = {
        one["name"]: one
        for one in json.loads(run("user", "list", "--json", "--db", db).output)
    }
    assert (found["Alice"]["role"], found["Alice"]["disabled"]) == ("annotator", False)
    run("user", "disable", "ALICE", "--db", db)
    assert (
        "Alice: annotator, 0 articles submitted, disabled"
        in run("user", "list", "--db", db).output
    )
    run("user", "disable", "Alice", "--enable", "--db", db)
    assert "/sign-in/" in run("user", "reset", "Alice", "--db", db).output
    secret = run(
        "user", "token", "Alice", "--for", "nightly", "--db", db
    ).output.strip()
    opened_db = connect(db)
    used = accounts.use_token(opened_db, secret)
    opened_db.close()
    assert used is not None
    assert (used[0].name, used[1]) == ("Alice", "read")
    assert "nobody called" in run("user", "reset", "Bob", "--db", db, code=2).output


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_stands_in_the_readme(name):
    readme = ROOT / "README.md"
    if not readme.exists():
        pytest.skip("There is no README beside an installed package.")
    assert f"| `{name}" in readme.read_text(encoding="utf-8")


def test_the_readme_names_no_command_that_is_not_there():
    readme = ROOT / "README.md"
    if not readme.exists():
        pytest.skip("There is no README beside an installed package.")
    lines = readme.read_text(encoding="utf-8").splitlines()
    rows = [line for line in lines if line.startswith("| `")]
    assert sorted(row.split("`")[1].split()[0] for row in rows) == list(COMMANDS)


def test_what_can_report_does_so_as_json():
    silent = {"serve", "link", "backup", "user"}
    for name in COMMANDS:
        options = {o for p in COMMANDS[name].params for o in p.opts}
        assert ("--json" in options) == (name not in silent), name


def test_the_version_is_said():
    from workbench import __version__

    assert run("--version").output == f"workbench, version {__version__}\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ("no-such-command",),
        ("import",),
        ("validate",),
        ("export", "--format", "xml"),
        ("export", "--exported", "2026-01-31"),
        ("serve", "--port", "70000"),
        ("serve", "--port", "-1"),
        ("verify", "--nonsense"),
    ],
)
def test_wrong_usage_is_exit_2(arguments):
    result = run(*arguments, code=2)
    assert "Error: " in result.output or "Usage: " in result.output


# --- import, export, validate, verify -------------------------------------------------


def test_the_sample_goes_round(db, tmp_path):
    done = run("import", SAMPLE, "--db", db)
    assert done.output.endswith("15 claims.\n") or "claims." in done.output
    assert "Imported 6 articles" in done.output
    run("verify", "--db", db)
    for form in ("json", "jsonl"):
        out = tmp_path / f"out.{form}"
        wrote = run("export", "--db", db, "--format", form, "-o", out)
        assert f"Wrote {out}: 6 articles" in wrote.output
        assert run("validate", out).output == "Valid.\n"


def test_a_folder_of_texts_with_a_list_goes_round(db, tmp_path):
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "a.txt").write_bytes(b"\xef\xbb\xbfFerry stops\r\nIt stopped.\r\n")
    (folder / "b.txt").write_text("Паром 🚢 остановлен\n", encoding="utf-8")
    entries = [{"file": "a.txt", "id": "ferry", "outlet": "Lantern"}]
    (folder / "articles.json").write_text(json.dumps(entries), encoding="utf-8")
    done = run("import", folder, "--db", db)
    assert "a.txt:1: byte order mark dropped (1), line break made" in done.output
    assert "Imported 2 articles, 0 annotation sets with 0 annotations" in done.output
    assert keys(db) == ["b", "ferry"]
    out = tmp_path / "out.jsonl"
    run("export", "--db", db, "-o", out)
    run("validate", out, folder)
    run("verify", "--db", db)


@pytest.mark.parametrize("form", ["json", "jsonl"])
def test_exported_bytes_survive_a_second_database(db, tmp_path, form):
    run("import", SAMPLE, "--db", db)
    first, second = tmp_path / f"1.{form}", tmp_path / f"2.{form}"
    day = ("--exported", "2026-01-31") if form == "json" else ()
    run("export", "--db", db, "--format", form, *day, "-o", first)
    other = tmp_path / "other.db"
    run("import", first, "--db", other)
    run("export", "--db", other, "--format", form, *day, "-o", second)
    assert second.read_bytes() == first.read_bytes()
    run("verify", "--db", other)


def test_an_export_without_a_file_goes_to_standard_output(db, tmp_path):
    run("import", SAMPLE, "--db", db)
    out = tmp_path / "out.jsonl"
    run("export", "--db", db, "-o", out)
    assert run("export", "--db", db).stdout_bytes == out.read_bytes()


def test_only_the_articles_that_were_asked_for_are_exported(db):
    run("import", SAMPLE, "--db", db)
    ids = keys(db)[:2]
    lines = run("export", "--db", db, "--article", ids[1], "--article", ids[0]).stdout
    assert [json.loads(line)["id"] for line in lines.splitlines()] == ids


def test_an_article_that_is_not_there_is_not_exported_silently(db, tmp_path):
    run("import", SAMPLE, "--db", db)
    out = tmp_path / "out.jsonl"
    done = run("export", "--db", db, "--article", "none-such", "-o", out, code=2)
    assert "There is no article 'none-such'" in done.output
    assert not out.exists()


def test_what_is_here_already_is_not_doubled(db):
    run("import", SAMPLE, "--db", db)
    again = run("import", SAMPLE, "--db", db)
    assert "this text is here already, not doubled" in again.output
    assert "Imported 0 articles, 0 annotation sets" in again.output
    assert len(keys(db)) == 6


def test_a_dry_run_says_all_and_does_nothing(db):
    dry = run("import", SAMPLE, "--db", db, "--dry-run")
    assert "Would import 6 articles" in dry.output
    assert not db.exists()
    assert list(db.parent.iterdir()) == []
    wet = run("import", SAMPLE, "--db", db)
    assert dry.output.replace("Would import", "Imported") == wet.output
    before = db.read_bytes()
    again = run("import", SAMPLE, "--db", db, "--dry-run")
    assert "Would import 0 articles" in again.output
    assert db.read_bytes() == before


def test_an_import_with_problems_takes_nothing_in(db, tmp_path):
    good, bad = tmp_path / "good.txt", tmp_path / "bad.json"
    good.write_text("Ferry stops\n", encoding="utf-8")
    bad.write_text('{"articles": [\n', encoding="utf-8")
    done = run("import", good, bad, tmp_path / "none.txt", "--db", db, code=2)
    assert f"{bad}:2: " in done.stderr
    assert "none.txt" in done.stderr
    assert "2 problems; nothing was imported." in done.stderr
    assert done.stdout == ""
    assert not db.exists()


def test_a_text_under_a_known_id_is_refused_with_exit_1(db, tmp_path):
    ferry = tmp_path / "ferry.txt"
    ferry.write_text("Ferry stops\n", encoding="utf-8")
    run("import", ferry, "--db", db)
    ferry.write_text("Ferry goes on\n", encoding="utf-8")
    done = run("import", ferry, "--db", db, code=1)
    assert f"{ferry}:1: An article 'ferry' with another text is here" in done.stderr
    assert "1 problem; nothing was imported." in done.stderr


def test_nothing_to_import_is_said(db, tmp_path):
    empty = tmp_path / "empty.jsonl"
    empty.write_text("", encoding="utf-8")
    done = run("import", empty, "--db", db, code=2)
    assert "There is no article in what you named." in done.output


# --- findings -------------------------------------------------------------------------


@pytest.fixture
def exported(db: Path, tmp_path: Path) -> Path:
    run("import", SAMPLE, "--db", db)
    out = tmp_path / "out.jsonl"
    run("export", "--db", db, "-o", out)
    return out


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("“", '\\"', "proof: Something in the record was changed"),
        ('"label":"quote"', '"label":"lie"', "label: 'lie' is not one of quote"),
        ('"kind":"human"', '"kind":"robot"', "kind: 'robot' is not one of"),
        ('"format":', '"fromat":', "'fromat' is unknown here: did you mean 'format'?"),
        ('"offset_unit":"codepoint"', '"offset_unit":"utf-16"', "offset_unit: Must be"),
    ],
)
def test_a_tampered_export_is_found_out_with_file_line_and_path(
    exported, old, new, message
):
    lines = exported.read_text(encoding="utf-8").split("\n")
    at = next(n for n, line in enumerate(lines) if old in line)
    lines[at] = lines[at].replace(old, new, 1)
    exported.write_text("\n".join(lines), encoding="utf-8")
    done = run("validate", exported, code=1)
    assert f"{exported}:{at + 1}: " in done.output
    assert message in done.output
    assert (
        done.output.splitlines()[-1].endswith("problem.") or "problems." in done.output
    )


def test_every_problem_is_a_line(exported):
    text = exported.read_text(encoding="utf-8")
    exported.write_text(
        text.replace('"kind":"human"', '"kind":"robot"'), encoding="utf-8"
    )
    lines = run("validate", exported, code=1).output.splitlines()
    assert lines[-1] == f"{len(lines) - 1} problems."
    assert all(line.startswith(f"{exported}:") for line in lines[:-1])


def test_what_is_not_there_cannot_be_validated(exported, tmp_path):
    done = run("validate", exported, tmp_path / "none.json", code=2)
    assert "none.json: there is no such file or folder." in done.output


def test_a_file_that_is_no_text_is_a_finding(tmp_path):
    path = tmp_path / "broken.jsonl"
    path.write_bytes(b"\xff\xfe{}\n{broken\n")
    done = run("validate", path, code=1)
    assert f"{path}:1: " in done.output
    assert f"{path}:2: " in done.output


@pytest.mark.parametrize(
    ("statement", "message"),
    [
        ("UPDATE article SET text = text || 'x' WHERE id = 1", "hash"),
        ("UPDATE fragment SET start = start + 1", "reads"),
        ("UPDATE annotation SET label = 'cue' WHERE label = 'claim'", "the events say"),
        ("DELETE FROM relation", "the events say"),
        ("DELETE FROM event WHERE rev = 1", "rev"),
        ("UPDATE annotation_set SET status = 'todo'", "status"),
    ],
)
def test_a_tampered_database_is_found_out(db, statement, message):
    run("import", SAMPLE, "--db", db)
    assert run("verify", "--db", db).output == "The database is sound.\n"
    with opened(db) as opened_db:
        for (name,) in opened_db.execute(
            "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        ).fetchall():
            opened_db.execute(f"DROP TRIGGER {name}")
        opened_db.execute("PRAGMA ignore_check_constraints = ON")
        opened_db.execute("PRAGMA foreign_keys = OFF")
        opened_db.execute(statement)
    done = run("verify", "--db", db, code=1)
    assert message in done.output
    assert done.output.splitlines()[-1].endswith(("problem.", "problems."))


def test_a_database_that_is_not_right_is_not_exported(db, tmp_path):
    run("import", SAMPLE, "--db", db)
    with opened(db) as opened_db:
        opened_db.execute("UPDATE annotation SET label = 'lie'")
    out = tmp_path / "out.jsonl"
    out.write_text("the export of yesterday", encoding="utf-8")
    done = run("export", "--db", db, "-o", out, code=1)
    assert "label: 'lie' is not one of quote" in done.stderr
    assert "problems; nothing was written." in done.stderr
    assert out.read_text(encoding="utf-8") == "the export of yesterday"
    assert [p.name for p in tmp_path.glob("*out*")] == ["out.jsonl"]
    assert run("export", "--db", db, code=1).stdout == ""


# --- JSON -----------------------------------------------------------------------------


def test_reports_as_json_are_sorted_and_the_same_each_time(db, tmp_path):
    first = run("import", SAMPLE, "--db", db, "--json").stdout
    report = json.loads(first)
    assert list(report) == sorted(report)
    assert report["added"] == sorted(report["added"]) == keys(db)
    assert (report["dry_run"], report["known"], report["sets"] > 0) == (False, [], True)
    assert run("import", SAMPLE, "--db", tmp_path / "b.db", "--json").stdout == first
    again = json.loads(run("import", SAMPLE, "--db", db, "--json").stdout)
    assert (again["added"], again["known"]) == ([], report["added"])
    out = tmp_path / "out.jsonl"
    export = json.loads(run("export", "--db", db, "-o", out, "--json").stdout)
    assert (export["articles"], export["annotations"]) == (6, report["annotations"])
    assert export["file"] == str(out)
    assert json.loads(run("validate", out, "--json").stdout) == {
        "problems": [],
        "valid": True,
    }
    assert json.loads(run("verify", "--db", db, "--json").stdout) == {
        "problems": [],
        "sound": True,
    }


def test_findings_as_json_name_file_line_path_and_message(exported):
    text = exported.read_text(encoding="utf-8")
    exported.write_text(
        text.replace('"kind":"human"', '"kind":"robot"', 1), encoding="utf-8"
    )
    done = run("validate", exported, "--json", code=1)
    report = json.loads(done.stdout)
    assert report["valid"] is False
    (problem, *_) = report["problems"]
    assert list(problem) == ["file", "line", "message", "path"]
    assert (problem["file"], problem["line"]) == (str(exported), 1)
    assert problem["path"].startswith("annotation_sets/")
    assert run("validate", exported, "--json", code=1).stdout == done.stdout


@pytest.mark.parametrize("command", ["suggest", "verify", "stats"])
def test_a_database_that_is_none_is_told_as_json_too(command, tmp_path):
    (tmp_path / "a.db").write_text("garbage, and no database at all\n" * 40)
    done = run(command, "--db", tmp_path / "a.db", "--json", code=2)
    [problem] = json.loads(done.stdout)["problems"]
    assert "file is not a database" in problem
    assert not done.stderr


def test_problems_of_an_import_as_json(db, tmp_path):
    bad = tmp_path / "bad.txt"
    bad.write_text(" ", encoding="utf-8")
    done = run("import", bad, "--db", db, "--json", code=2)
    (problem,) = json.loads(done.stdout)["problems"]
    assert problem.startswith(f"{bad}:1: The text is empty")


# --- databases that cannot be used ----------------------------------------------------


@pytest.mark.parametrize("command", ["export", "verify", "link", "backup"])
def test_a_missing_database_is_said_and_not_made(db, command):
    done = run(command, "--db", db, code=2)
    assert f"There is no database {db}: import something first" in done.output
    assert not db.exists()


@pytest.mark.parametrize("command", ["export", "verify", "link", "backup"])
def test_a_file_that_is_no_database_is_said_in_one_line(db, command):
    db.write_text("This is a shopping list, and no database at all. " * 30)
    done = run(command, "--db", db, code=2)
    assert "not a database" in done.output
    assert len(done.output.splitlines()) == 1
    assert db.read_text().startswith("This is a shopping list")


@pytest.mark.parametrize("command", ["export", "verify", "link", "serve"])
def test_a_database_of_a_newer_version_is_left_alone(db, command):
    migrations.migrate(db)
    with opened(db) as opened_db:
        opened_db.execute(
            """
            INSERT INTO _sqlite_migrations (migration_set, name, applied_at)
            VALUES ('workbench', '9999_from_the_future', '2099-01-01')
            """
        )
    done = run(command, "--db", db, code=2)
    assert "newer version of the workbench (it has 9999_from_the_future)" in done.output
    assert "update the workbench" in done.output


def test_a_damaged_database_is_said_in_one_line(db):
    run("import", SAMPLE, "--db", db)
    with opened(db) as opened_db:
        opened_db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    raw = bytearray(db.read_bytes())
    raw[4096 * 3 :] = b"\x00" * (len(raw) - 4096 * 3)
    db.write_bytes(raw)
    result = CliRunner().invoke(main, ["verify", "--db", str(db)])
    assert result.exit_code in (1, 2)
    assert isinstance(result.exception, SystemExit)
    assert result.output.strip()


@contextmanager
def as_nobody(folder: Path) -> Iterator[None]:
    """Rights count: root is everybody's exception, so not as root."""
    if os.geteuid() != 0:
        yield
        return
    for parent in (folder, *folder.parents):
        if parent.name.startswith(("pytest-", "test_")):
            parent.chmod(0o755)
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.mark.skipif(os.name != "posix", reason="rights are POSIX here")
@pytest.mark.parametrize("command", ["export", "verify", "link", "backup"])
def test_a_database_that_may_not_be_written_is_said_in_one_line(tmp_path, command):
    folder = tmp_path / "locked"
    folder.mkdir()
    db = folder / "workbench.db"
    run("import", SAMPLE, "--db", db)
    db.chmod(0o444)
    folder.chmod(0o555)
    with as_nobody(folder):
        done = run(command, "--db", db, code=2)
    folder.chmod(0o755)
    assert f"The database {db} cannot be " in done.output
    assert len(done.output.splitlines()) == 1


@pytest.mark.skipif(os.name != "posix", reason="rights are POSIX here")
def test_a_folder_that_may_not_be_written_is_said_in_one_line(tmp_path):
    folder = tmp_path / "locked"
    folder.mkdir(mode=0o555)
    with as_nobody(folder):
        done = run("import", SAMPLE, "--db", folder / "sub" / "workbench.db", code=2)
    assert str(folder / "sub") in done.output
    assert len(done.output.splitlines()) == 1


def test_an_export_to_where_nothing_can_be_written_is_said(db, tmp_path):
    run("import", SAMPLE, "--db", db)
    out = tmp_path / "nowhere" / "out.jsonl"
    done = run("export", "--db", db, "-o", out, code=2)
    assert f"{out}: " in done.output
    run("export", "--db", db, "-o", tmp_path, code=2)


@pytest.mark.parametrize(
    "written", ["{", "[]", '{"$defs": {}}', '{"type": "nonsense"}']
)
def test_a_schema_that_cannot_be_followed_is_said(db, tmp_path, monkeypatch, written):
    path = tmp_path / "schema.json"
    path.write_text(written, encoding="utf-8")
    monkeypatch.setenv("WORKBENCH_SCHEMA", str(path))
    for command in (("import", SAMPLE, "--db", db), ("serve", "--db", db)):
        done = run(*command, code=2)
        assert len(done.output.splitlines()) == 1
    assert not db.exists() or keys(db) == []


@pytest.mark.parametrize("written", ["eger", "", "1", "[]", "Eager"])
def test_a_setting_that_is_none_is_said_before_anything_is_served(
    db, monkeypatch, written
):
    monkeypatch.setenv("WORKBENCH_SUGGESTIONS", written)
    said = run("serve", "--db", db, code=2).output
    assert "it must be one of off, careful, eager." in said
    assert not db.exists()


def test_the_database_may_be_named_in_the_environment(db, monkeypatch):
    monkeypatch.setenv("WORKBENCH_DB", str(db))
    run("import", SAMPLE)
    assert len(keys(db)) == 6
    run("verify")


# --- links and backups ----------------------------------------------------------------


def test_a_link_signs_the_lead_in_once(db):
    run("import", SAMPLE, "--db", db)
    made = run(
        "link", "--db", db, "--url", "https://labels.example.org/"
    ).output.strip()
    base, _, token = made.rpartition("/")
    assert base == "https://labels.example.org/sign-in"
    other = run("link", "--db", db).output
    assert other.startswith("http://127.0.0.1:8000/sign-in/")
    with opened(db) as opened_db:
        person = people.use_link(opened_db, token)
        assert person is not None
        assert person.role == "lead"
        assert people.use_link(opened_db, token) is None


def test_a_backup_is_a_whole_database_and_replaces_nothing(db, tmp_path):
    run("import", SAMPLE, "--db", db)
    out = tmp_path / "copies" / "copy.db"
    assert run("backup", "--db", db, "-o", out).output == f"Wrote {out}\n"
    assert run("verify", "--db", out).output == "The database is sound.\n"
    assert run("export", "--db", out).stdout == run("export", "--db", db).stdout
    done = run("backup", "--db", db, "-o", out, code=2)
    assert "is there already" in done.output
    run("backup", "--db", db)
    assert len(list((tmp_path / "backups").iterdir())) == 1


# --- serving --------------------------------------------------------------------------


def start(db: Path, *arguments: str, **environment: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [
            sys.executable,
            "-m",
            "workbench",
            "serve",
            "--db",
            str(db),
            "--no-open",
            *arguments,
        ],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        # Whoever runs the tests in the background has Ctrl+C ignored, and so would it.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
        text=True,
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)} | environment,
    )


def lines_until(server: subprocess.Popen[str], words: str) -> list[str]:
    said: list[str] = []
    assert server.stdout
    for line in server.stdout:
        said.append(line.rstrip("\n"))
        if words in line:
            return said
    assert server.stderr
    pytest.fail(f"It said {said} and {server.stderr.read()!r}.")


def stop(server: subprocess.Popen[str]) -> tuple[int, str]:
    """The exit code after Ctrl+C, and what was said on standard error."""
    for _ in range(5):
        # Python swallows an interrupt that comes while it looks for a module.
        server.send_signal(signal.SIGINT)
        try:
            _, errors = server.communicate(timeout=4)
        except subprocess.TimeoutExpired:
            continue
        return server.returncode, errors
    server.kill()
    server.communicate()
    pytest.fail("The server does not stop with Ctrl+C.")


def test_serving_says_where_and_signs_in_and_has_the_sample(db):
    server = start(db, "--port", "0")
    try:
        said = lines_until(server, "Stop with Ctrl+C.")
        base = next(s for s in said if s.startswith("The workbench is at ")).split()[-1]
        link = said[-2].split()[-1]
        assert link.startswith(f"{base}/sign-in/")
        request = urllib.request.Request(
            link, method="POST", headers={"Sec-Fetch-Site": "same-origin"}
        )
        opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())
        with opener.open(request, timeout=10) as answer:
            assert b"Port Vessing votes to leave" in answer.read()
    finally:
        code, _ = stop(server)
    assert code == 0
    assert len(keys(db)) == 6
    # The second start finds the articles, and imports nothing again.
    with opened(db) as opened_db:
        before = articles.count(opened_db)
        row = opened_db.execute("SELECT id FROM article LIMIT 1").fetchone()[0]
        assert sets.people(opened_db, row)
    server = start(db, "--port", "0")
    try:
        lines_until(server, "Stop with Ctrl+C.")
    finally:
        stop(server)
    with opened(db) as opened_db:
        assert articles.count(opened_db) == before


def test_a_port_in_use_is_said_and_the_next_free_one_taken(db):
    with closing(socket.socket()) as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        server = start(db, "--port", str(port))
        try:
            said = lines_until(server, "Stop with Ctrl+C.")
        finally:
            stop(server)
    assert said[0].startswith(f"Port {port} is in use, so this is port ")
    found = int(said[0].rstrip(".").split()[-1])
    assert port < found < port + 20
    assert f":{found}/sign-in/" in said[-2]


def test_any_free_port_is_no_port_in_use(db):
    server = start(db, "--port", "0")
    try:
        said = lines_until(server, "Stop with Ctrl+C.")
    finally:
        stop(server)
    assert said[0].startswith("The workbench is at http://127.0.0.1:")


def test_an_address_that_is_not_ours_is_said(db):
    done = run("serve", "--db", db, "--host", "192.0.2.1", "--no-open", code=2)
    assert "192.0.2.1" in done.output
    assert "Cannot serve on" in done.output


def test_named_hosts_must_be_a_list(db, monkeypatch):
    for written in ("labels.example.org", '"x"', "[1]"):
        monkeypatch.setenv("WORKBENCH_TRUSTED_HOSTS", written)
        done = run("serve", "--db", db, "--host", "0.0.0.0", "--no-open", code=2)
        assert "needs a JSON list of names" in done.output


def test_a_sample_that_does_not_fit_the_schema_is_left_out(db, tmp_path):
    contract = json.loads(shipped("schema.json").read_text(encoding="utf-8"))
    contract["$defs"]["quote"]["properties"].pop("speaker_role")
    path = tmp_path / "schema.json"
    path.write_text(json.dumps(contract), encoding="utf-8")
    server = start(db, "--port", "0", WORKBENCH_SCHEMA=str(path))
    try:
        lines_until(server, "Stop with Ctrl+C.")
    finally:
        _, errors = stop(server)
    assert "The sample does not fit this schema, so it is left out." in errors
    assert keys(db) == []


def test_a_command_run_as_a_program_has_the_same_exit_codes(db, tmp_path):
    def code(*arguments: object) -> int:
        return subprocess.run(
            [sys.executable, "-m", "workbench", *map(str, arguments)],
            cwd=ROOT,
            capture_output=True,
            check=False,
        ).returncode

    broken = tmp_path / "broken.jsonl"
    broken.write_text("{}\n", encoding="utf-8")
    assert code("import", SAMPLE, "--db", db) == 0
    assert code("validate", broken) == 1
    assert code("verify", "--db", tmp_path / "none.db") == 2


def test_the_sample_in_a_moved_folder_is_the_same(db, tmp_path):
    moved = tmp_path / "moved"
    shutil.copytree(SAMPLE, moved)
    run("import", moved, "--db", db)
    assert (
        "Would import 0 articles"
        in run("import", SAMPLE, "--db", db, "--dry-run").output
    )


# --- suggest --------------------------------------------------------------------------


def test_what_machines_propose_is_counted_apart(db, tmp_path):
    people = run("import", SAMPLE, "--db", db).output
    assert "suggestion" not in people
    counted = people.rpartition("articles, ")[2].rpartition(", ")[0]
    assert "annotations" in counted
    run("suggest", "--db", db)
    out = tmp_path / "out.jsonl"
    told = run("export", "--db", db, "-o", out).output
    assert counted.replace(" with ", ", ") + "; " in told
    assert "suggestions in 6 more sets." in told
    report = json.loads(run("export", "--db", db, "-o", out, "--json").output)
    assert report["suggested_sets"] == 6
    assert f"; {report['suggested']:,} suggestions" in told
    again = run("import", out, "--db", tmp_path / "b.db").output
    assert f"{counted}, 0 claims; {report['suggested']:,} suggestions in 6" in again


def test_suggesting_for_files_prints_records_that_prove_right(tmp_path):
    (tmp_path / "a.txt").write_text("“300 boats sank,” said Ida Brandt.\n")
    (tmp_path / "b.txt").write_text("It rained.\n")
    out = run("suggest", tmp_path).stdout
    assert run("suggest", tmp_path / "a.txt", tmp_path / "b.txt").stdout == out
    first, second = map(json.loads, out.splitlines())
    [made] = first["annotation_sets"]
    assert (made["kind"], made["annotator"]) == ("model", "workbench suggest")
    labels = {a["label"] for a in made["annotations"]}
    assert labels == {"quote", "figure", "claim", "cue"}
    origins = {a["label"]: a["origin"] for a in made["annotations"]}
    assert origins["quote"]["rule"] == "quote.cue"
    assert (origins["quote"]["path"], origins["quote"]["score"]) == ("suggested", 0.95)
    assert second["annotation_sets"][0]["annotations"] == []
    (tmp_path / "made.jsonl").write_text(out)
    run("validate", tmp_path / "made.jsonl")
    run("import", tmp_path / "made.jsonl", "--db", tmp_path / "w.db")


def test_suggesting_says_how_readily_claims_are_made(tmp_path):
    (tmp_path / "a.txt").write_text("The lock cost €40 million in 1998.\n")

    def labels(*options: str) -> set[str]:
        made = json.loads(run("suggest", tmp_path / "a.txt", *options).stdout)
        [set_] = made["annotation_sets"]
        return {a["label"] for a in set_["annotations"]}

    assert labels() == {"figure", "claim"}
    assert labels("--claims", "off") == {"figure"}


def test_suggesting_fills_the_articles_of_a_database_that_have_none(tmp_path):
    db = tmp_path / "w.db"
    (tmp_path / "a.txt").write_text("“It is sound,” said Orm. It cost $2 million.\n")
    run("import", tmp_path / "a.txt", "--db", db)
    dry = run("suggest", "--db", db, "--dry-run").stdout
    assert dry == "4 suggestions for 1 article, not stored.\n"
    assert run("suggest", "--db", db).stdout == "4 suggestions for 1 article.\n"
    again = json.loads(run("suggest", "--db", db, "--again", "--json").stdout)
    assert again == {"articles": 0, "suggestions": 0, "stored": 0, "refused": []}
    run("verify", "--db", db)
    out = tmp_path / "out.jsonl"
    run("export", "--db", db, "--format", "jsonl", "-o", out)
    run("validate", out)
    [made] = json.loads(out.read_text())["annotation_sets"]
    assert (made["kind"], made["status"]) == ("model", "in_progress")
    run("import", out, "--db", tmp_path / "other.db")
    run("export", "--db", tmp_path / "other.db", "--format", "jsonl", "-o", f"{out}2")
    assert Path(f"{out}2").read_bytes() == out.read_bytes()


def test_suggesting_needs_files_that_can_be_read(tmp_path):
    run("suggest", "--db", tmp_path / "none.db", code=2)
    missing = run("suggest", tmp_path / "none.txt", code=2)
    assert "No such file" in missing.stderr
    assert missing.stdout == ""
    told = json.loads(run("suggest", tmp_path / "none.txt", "--json", code=2).stdout)
    assert len(told["problems"]) == 1
    (tmp_path / "empty").mkdir()
    assert "no .txt" in run("suggest", tmp_path / "empty", code=2).stderr


def test_suggesting_touches_no_database(tmp_path, monkeypatch):
    monkeypatch.setenv("WORKBENCH_DB", str(tmp_path / "w.db"))
    (tmp_path / "a.txt").write_text("It rained.\n")
    run("suggest", tmp_path / "a.txt")
    assert not (tmp_path / "w.db").exists()

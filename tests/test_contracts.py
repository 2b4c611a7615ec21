"""Promises between templates, scripts and Python that none of them can keep alone."""

import re
import subprocess
from pathlib import Path

import pytest
from jinja2 import StrictUndefined

from workbench import schema
from workbench.dataset import AnnotationSet, Article
from workbench.places import shipped
from workbench.spans import Annotation
from workbench.store import (
    accounts,
    adjudications,
    articles,
    connect,
    people,
    questions,
    sets,
)
from workbench.web import create_app
from workbench.web.guard import ACCESS
from workbench.web.guide import CASE_KEYS, KEYS, case_keys_of, keys_of

ROOT = Path(__file__).resolve().parent.parent
TEMPLATES = sorted(shipped("templates").rglob("*.html"))
SCRIPTS = sorted(shipped("static", "js").glob("*.js"))
STYLES = sorted(shipped("static", "css").glob("*.css"))
MODULES = sorted(shipped("workbench", "web").glob("*.py"))


def name_of(path: Path) -> str:
    return path.name


def source(path: Path) -> str:
    return path.read_text(encoding="utf-8")


# --- templates ------------------------------------------------------------------------


@pytest.mark.parametrize("path", TEMPLATES, ids=name_of)
def test_no_template_trusts_a_string_or_holds_style_or_script(path):
    text = source(path)
    for pattern in (
        r"\|\s*safe\b",
        r"autoescape",
        r"\bstyle\s*=",
        r"<style",
        r"\son[a-z]+\s*=",
        r"javascript:",
        r"<script(?![^>]*\bsrc=)",
        r"\bhref=\"/",
        r"\b(?:src|action)=\"/",
    ):
        assert re.search(pattern, text) is None, pattern


@pytest.mark.parametrize("path", TEMPLATES, ids=name_of)
def test_a_partial_has_one_root_with_an_id(path):
    if path.parent.name != "partials" or path.name in ("_menu.html", "_brand.html"):
        return
    # Whatever stands before the first element sets something up and prints nothing.
    text = re.sub(
        r"{% macro .*?{%- endmacro %}|{% macro .*?{% endmacro %}",
        "",
        source(path),
        flags=re.S,
    )
    first = re.search(r"<(\w+)([^>]*)>", text)
    assert first, path.name
    assert re.search(r'\bid="[^"]+"', first[2]), path.name
    assert text[: first.start()].strip() == "" or "{% if" in text[: first.start()]


#: Forms that write, and yet change no annotation set.
OTHER_FORMS = (
    "sign_in.",
    "team.",
    "articles.take_in",
    "questions.",
    "queue.",
    "guidelines.",
    "batches.",
    "against_gold.release",
    "adjudicate.begin",
    "adjudications.make_gold",
)


@pytest.mark.parametrize("path", TEMPLATES, ids=name_of)
def test_every_form_that_writes_carries_an_op_and_a_rev(path):
    forms = re.findall(r'<form\b[^>]*method="post"[^>]*>.*?</form>', source(path), re.S)
    assert len(forms) == len(re.findall(r'method="post"', source(path)))
    for form in forms:
        head = form.partition(">")[0] + form.partition(">")[2].partition(">")[0]
        if any(f"url_for('{name}" in head for name in OTHER_FORMS):
            continue
        tag = re.match(r"<form [^>]*>", form)
        assert tag
        assert "data-op" in tag[0], form[:200]
        assert 'name="op" value="{{ op }}' in form, form[:200]
        assert 'name="rev" value="{{ rev }}"' in form, form[:200]


def test_the_ops_of_one_page_differ():
    """Two forms of a page with one op would be taken for one request."""
    for path in TEMPLATES:
        ops = re.findall(r'name="op" value="({{ op }}[^"]*)"', source(path))
        assert len(ops) == len(set(ops)), path.name
    every = [
        op
        for path in TEMPLATES
        for op in re.findall(r'name="op" value="({{ op }}[^"]*)"', source(path))
    ]
    assert len(every) == len(set(every))


def test_every_address_that_is_asked_for_exists():
    named = {
        name
        for path in (*TEMPLATES, *MODULES)
        for name in re.findall(r"""url_for\(\s*['"]([\w.]+)['"]""", source(path))
    }
    assert len(named) > 10
    assert named <= set(ACCESS)


def test_every_template_that_is_named_exists_and_every_template_is_named():
    named = {
        name
        for path in (*TEMPLATES, *MODULES)
        for name in re.findall(
            r"""['"]((?:pages|partials|macros)/\w+\.html)['"]""", source(path)
        )
    }
    there = {str(p.relative_to(shipped("templates")).as_posix()) for p in TEMPLATES}
    assert named == there - {"base.html"}


def test_every_file_that_a_page_asks_for_is_there():
    for path in TEMPLATES:
        for name in re.findall(
            r"url_for\('static', filename='([^']+)'\)", source(path)
        ):
            assert shipped("static", *name.split("/")).is_file(), name
    for path in STYLES:
        for name in re.findall(r"url\([\"']?([^\"')]+)", source(path)):
            if not name.startswith("data:"):
                assert (path.parent / name).resolve().is_file(), name
    for path in SCRIPTS:
        for name in re.findall(r"""from ['"](\./[^'"]+)['"]""", source(path)):
            assert (path.parent / name).is_file(), name


TEXT = (
    "Ferry\nFares rose, she said. Fares rose again.\n“It hurts.” It does.\n"
    "See also: Ten ferries to love\n"
)


def test_every_template_is_rendered_with_every_variable_it_names(tmp_path):
    """Undefined variables raise, so it is enough that each template is seen once."""
    path = tmp_path / "workbench.db"
    app = create_app({"DB": str(path)})
    assert app.jinja_env.undefined is StrictUndefined
    db = connect(path)
    client = app.test_client()
    same = {"Sec-Fetch-Site": "same-origin"}
    htmx = same | {"HX-Request": "true", "HX-Request-Type": "partial"}

    def get(address: str, status: int = 200) -> None:
        with client.get(address) as answer:
            assert answer.status_code == status, address

    def post(address: str, status: int, **fields: object) -> None:
        for headers in (htmx, same):
            answer = client.post(address, data=fields, headers=headers)
            assert answer.status_code in (status, 303), answer.text

    get("/sign-in")
    token = people.make_link(db, people.lead(db))
    get(f"/sign-in/{token}")
    get("/articles", 302)
    client.post(f"/sign-in/{token}", headers=same)
    get("/articles")
    row = articles.add(db, Article("a", "Ferry", TEXT, "Lantern", None, "2026-01-31"))
    person = people.ensure(db, "alice")
    other = AnnotationSet(
        "alice",
        status="in_progress",
        annotations=(Annotation("a1", "claim", ((0, 5),), {}, "note", True),),
    )
    sets.bring_in(db, row, TEXT, person.id, other)
    for address in ("/articles", "/articles/a", "/articles?search=ferry&order=title"):
        get(address)
    client.get("/articles", headers=htmx).close()
    get("/articles/a?suggestion=quote.46-57")
    get("/articles/a/suggestions?label=quote")
    greyed = f"/articles/a/regions/{TEXT.index('See also')}"
    assert client.get(greyed, headers=htmx).status_code == 200
    base = "/articles/a/annotations"
    post(base, 422, label="claim", exact="Fares rose")
    post(base, 200, label="quote", exact="“It hurts.”", op="1", notice="yes")
    post(base, 200, label="claim", exact="It does", op="2")
    post("/articles/a/links", 200, link="expresses a2", op="3", **{"from": "a1"})
    post(f"{base}/a1/fragments", 200, exact="Ferry", op="4")
    post(f"{base}/a2", 422, checkable="perhaps")
    post(f"{base}/a2", 200, note="n", unsure="yes", op="5")
    post(f"{base}/a2", 409, note="n", seen=0, rev=0, client="elsewhere", op="6")
    post(f"{base}/a9", 409, op="7")
    post("/articles/a/submit", 422, op="8")
    get("/articles/a?open=a1")
    client.get(f"{base}/a1", headers=htmx).close()
    client.get("/articles/a/changes?rev=0&open=a1", headers=htmx).close()
    get("/articles/a/history")
    get("/articles/a/sets/human/alice")
    get("/articles/a/beside?set=human/alice&at=3")
    get("/agreement")
    get("/suggestions")
    get("/agreement/cases?kind=missed")
    questions.ask(db, 1, person.id, "Is it?", "ask", "a1")
    get("/questions")
    get("/articles/a/sets/human/alice?open=a1")
    post("/questions/1", 200, text="It is.")
    get("/people")
    post("/people/invitations", 200, role="annotator", remark="for Alice")
    get("/account")
    post("/account/password", 422, password="short")
    post("/account/tokens", 200, name="nightly", days="7")
    get(f"/join/{accounts.invite(db, 1, 'annotator')}")
    get("/join/guessed")
    sets.submit(db, sets.Desk(row, TEXT, person.id), sets.Op("s", "w", 1))
    get("/adjudicate")
    get("/adjudicate/a")
    post("/adjudicate/a/begin", 409)
    post("/adjudicate/a/begin", 303, knowing="yes")
    (case,) = adjudications.glimpse(db, "a", schema.load().labels)
    there = f"/adjudicate/a/cases/{case.key}"
    get("/adjudicate/a")
    get("/adjudicate/a?choice=edit")
    client.get(f"{there}?choice=edit", headers=htmx).close()
    client.get("/adjudicate/a/changes?shows=other", headers=htmx).close()
    edit = {"choice": "edit", "label": "claim", "exact": "Ferry"}
    post(there, 422, op="e1", checkable="perhaps", **edit)
    post(there, 200, op="e2", checkable="checkable", asserted_by="x", **edit)
    post(there, 409, op="e3", choice="reject", seen=0, rev=0, client="elsewhere")
    post(there, 200, op="e4", choice="take A", notice="yes")
    post("/adjudicate/a/sign-off", 422, op="e5")
    post(there, 200, op="e6", checkable="checkable", asserted_by="x", **edit)
    post("/adjudicate/a/sign-off", 200, op="e7")
    get("/adjudicate/a")
    client.post("/gold", data={"remark": "first"}, headers=same)
    get("/adjudicate")
    get("/gold/1")
    get("/export")
    get("/import")
    post("/import", 422, text=" \n")
    post("/import", 200, text="Ferry", dry="yes")
    get("/guideline")
    get("/batches")
    get("/batches/new")
    post("/batches", 422, name="", overlap="x", pasted="nothing")
    post("/batches", 200, act="filter", name="spring")
    who = {"person": [1, person.id], "label": "quote", "article": "a"}
    client.post("/batches", data={"name": "spring", **who}, headers=same)
    for address in ("", "?at=1.1", "?at=1.2", "/deal", "/articles", "/change"):
        get(f"/batches/1{address}")
    client.get("/batches/1?at=1.2", headers=htmx).close()
    client.get("/batches/1?state=free&sort=left", headers=htmx).close()
    client.get("/batches/articles?search=fe", headers=htmx).close()
    post("/batches/1/cell", 200, at=f"1.{person.id}", act="give")
    post("/batches/1/cell", 409, at=f"1.{person.id}", act="give-away")
    post("/batches/1/people", 422)
    post("/batches/1/name", 422, name="")
    get("/batches/lost")
    get("/lead")
    get("/lead/flagged")
    get("/activity")
    client.get("/lead", headers=htmx).close()
    client.get("/activity", headers=htmx).close()
    get("/activity.jsonl")
    get("/guideline/versions")
    get("/guideline/edit")
    draft = {"text": "# Short", "seen": "1"}
    post("/guideline/edit", 200, act="preview", **draft)
    post("/guideline/edit", 422, **draft)
    client.post("/guideline/edit", data=draft | {"remark": "shorter"}, headers=same)
    get("/guideline/changes")
    get("/guideline/1")
    post("/guideline/edit", 409, remark="again", text="Mine", seen="1")
    get("/keys")
    get("/nowhere", 404)
    post(f"{base}/a1", 200, type="direct", speaker="x", op="9")
    post(f"{base}/a2", 200, asserted_by="x", checkable="checkable", op="10")
    post("/articles/a/submit", 200, sure="yes", op="11")
    get("/articles/a?open=a1")
    get("/articles/a/history")
    get("/agreement/gold")
    for address in ("/export", "/agreement/gold", "/agreement/gold/cases"):
        get(address)
    post("/agreement/gold/release", 303, version=1)
    get("/gold/mine")
    get("/articles/a/gold")
    client.post(f"/sign-in/{people.make_link(db, person)}", headers=same)
    get("/queue")
    get("/articles/a?open=a1")
    post("/articles/a/questions", 200, text="Is this a claim?", ask="1")
    get("/gold/mine")
    get("/articles/a/gold")
    get("/articles/b/gold", 404)
    seen = {name for _, name in app.jinja_env.cache}
    there = {str(p.relative_to(shipped("templates")).as_posix()) for p in TEMPLATES}
    assert seen == there
    db.close()


# --- scripts --------------------------------------------------------------------------


def acts(script: str) -> set[str]:
    """The names of the actions that a screen can do: the keys of its object `acts`."""
    text = source(shipped("static", "js", script))
    text = text[text.index("const acts = {") + len("const acts = ") :]
    # What is quoted and is no name could hold a brace.
    text = re.sub(r"//.*", "", text)
    text = re.sub(
        r"'([^'\n]*)'",
        lambda quoted: quoted[0] if re.fullmatch(r"[\w-]*", quoted[1]) else "''",
        text,
    )
    flat, depth = "", 0
    for char in text:
        depth -= char in ")}]"
        if depth == 1:
            flat += char
        depth += char in "({["
        if depth == 0:
            break
    names = set()
    for entry in flat.split(","):
        name = entry.partition(":")[0].strip().strip("'{ \n")
        if re.fullmatch(r"[a-z][a-z-]*", name):
            names.add(name)
    return names


def test_every_key_has_an_action_and_every_action_a_key():
    assert {key.action for key in KEYS} == acts("desk.js")
    more = {"relabel"}  # its keys are those of the labels
    assert {key.action for key in CASE_KEYS} | more == acts("adjudicate.js")


@pytest.mark.parametrize("table", [keys_of, case_keys_of], ids=["desk", "adjudicate"])
def test_no_key_means_two_things(table):
    found = table(schema.load().labels)
    keys = [key for one in found for key in one.keys]
    assert len(keys) == len(set(keys))
    assert all(one.does and one.group for one in found)


def test_no_label_takes_a_key_of_the_screen():
    labels = schema.load().labels
    taken = {key for one in KEYS for key in one.keys if len(key) == 1}
    assert taken <= set("jkuyxemnpgzl.0/?!`[]{}+"), "labels.RESERVED_KEYS lacks one"
    assert not taken & {label.hotkey for label in labels}


def test_every_element_that_a_script_asks_for_is_in_a_template():
    ids = {id for p in TEMPLATES for id in re.findall(r'\bid="([\w-]+)"', source(p))}
    for path in SCRIPTS:
        text = source(path)
        asked = set(re.findall(r"\bby\('([\w-]+)'\)", text))
        asked |= set(re.findall(r"getElementById\('([\w-]+)'\)", text))
        assert asked <= ids, path.name


@pytest.mark.parametrize("path", SCRIPTS, ids=name_of)
def test_no_script_writes_markup_or_talks_to_itself(path):
    text = source(path)
    for pattern in (
        r"\.innerHTML",
        r"\.outerHTML",
        r"insertAdjacentHTML",
        r"document\.write",
        r"\beval\(",
        r"new Function",
        r"\bconsole\.",
        r"\bdebugger\b",
        r"\.style\.cssText",
        r"\bvar\s",
        r"https?://",
    ):
        assert re.search(pattern, text) is None, pattern


def test_nothing_is_fetched_from_elsewhere():
    for path in (*TEMPLATES, *STYLES):
        found = re.findall(r"(?:src|href|url\()=?[\"']?https?:", source(path))
        assert found == [], path.name


# --- Python ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    "path", [*MODULES, *sorted(shipped("workbench", "cli").glob("*.py"))], ids=name_of
)
def test_no_product_code_asserts_prints_or_swallows(path):
    text = source(path)
    for pattern in (
        r"^\s*assert\s",
        r"^\s*print\(",
        r"except Exception",
        r"except BaseException",
        r"except:\s*$",
    ):
        assert re.search(pattern, text, re.M) is None, pattern


# --- the repository -------------------------------------------------------------------


def tracked() -> list[Path]:
    answer = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False
    )
    if answer.returncode:
        pytest.skip("This is no git checkout.")
    names = answer.stdout.decode().split("\0")
    return [ROOT / name for name in names if name and (ROOT / name).is_file()]


def test_no_file_names_a_folder_of_somebodys_machine():
    # Written so that this file does not name them either.
    machine = re.compile(
        "|".join(
            f"/{word}/" for word in ("work", "root", "home/[a-z]+", "Users/[a-z]+")
        )
    )
    for path in tracked():
        try:
            text = source(path)
        except UnicodeDecodeError:
            continue
        found = machine.search(text)
        assert found is None, f"{path.relative_to(ROOT)}: {found}"


def test_every_text_file_ends_in_one_line_feed_and_has_no_trailing_space():
    for path in tracked():
        if path.suffix not in (".py", ".html", ".css", ".js", ".md", ".toml"):
            continue
        if "vendor" in path.parts or "articles" in path.parts:
            continue
        text = source(path)
        assert text == "" or text.endswith("\n"), path.name
        assert not text.endswith("\n\n"), path.name
        assert "\r" not in text, path.name

"""A fourth label and a new attribute, by an edit of schema.json alone."""

import json
from pathlib import Path

import pytest

from workbench import files, schema
from workbench.places import shipped

from .conftest import House, Visitor, Window, open_house
from .dom import parse

PROMISE = {
    "title": "Promise",
    "description": "What somebody says they will do.",
    "x-hotkey": "w",
    "x-letter": "P",
    "x-line": "dashdot",
    "x-colour": {"line": ["#2f6b1f", "#9bd887"], "tint": ["#e3f5dd", "#1d3315"]},
    "x-snap": "claim",
    "type": "object",
    "additionalProperties": False,
    "properties": {
        "promised_by": {
            "title": "Promised by",
            "description": "Who says they will.",
            "type": "string",
            "minLength": 1,
            "x-suggest": "speaker",
        },
        "strength": {
            "title": "Strength",
            "enum": ["vow", "plan", "hope"],
            "default": "plan",
        },
        "by_year": {"title": "By the year", "type": "integer", "minimum": 1900},
    },
}


def edited() -> dict:
    """schema.json as a lead edits it: the label, what it must have, whom it links."""
    contract = json.loads(shipped("schema.json").read_text(encoding="utf-8"))
    defs = contract["$defs"]
    defs["promise"] = PROMISE
    defs["label"]["enum"].insert(3, "promise")
    is_promise = {"properties": {"label": {"const": "promise"}}, "required": ["label"]}
    defs["annotation"]["allOf"].append(
        {
            "if": is_promise,
            "then": {"properties": {"attributes": {"$ref": "#/$defs/promise"}}},
        }
    )
    defs["complete"]["allOf"].append(
        {
            "if": is_promise,
            "then": {"properties": {"attributes": {"required": ["promised_by"]}}},
        }
    )
    ends = defs["relation"]["properties"]["type"]["x-relations"]["expresses"]["ends"]
    ends["quote"].append("promise")
    defs["quote"]["properties"]["tone"] = {"title": "Tone", "enum": ["calm", "angry"]}
    return contract


@pytest.fixture
def path(tmp_path: Path) -> Path:
    written = tmp_path / "schema.json"
    written.write_text(json.dumps(edited()), encoding="utf-8")
    return written


@pytest.fixture
def house(tmp_path: Path, path: Path) -> House:
    return open_house(tmp_path, SCHEMA=str(path))


@pytest.fixture
def alice(house: House) -> Visitor:
    return house.visitor("alice")


@pytest.fixture
def window(house: House, alice: Visitor) -> Window:
    return house.window(alice)


def test_the_label_has_a_button_a_key_and_help(window, alice):
    page = window.read()
    button = page.by_id("passage").one("button", value="promise")
    assert (button["data-hotkey"], button["title"]) == ("w", PROMISE["description"])
    assert button.words == "Promise w"
    for table in (page, alice.page("/keys")):
        rows = {
            key: row["data-action"]
            for row in table.by_id("keys-table").walk()
            if "data-keys" in row
            for key in row["data-keys"].split()
        }
        assert rows["w"] == "label-promise"
        assert rows["Shift+W"] == "relabel"
    assert page.one("button", data_only="promise")
    assert page.by_id("none-promise")
    assert "promise" in page.one(class_="none-yet").words


def test_its_form_asks_for_its_attributes(window):
    id = window.mark("promise", "“It hurts,”")
    form = window.visitor.fragment(f"{window.base}/annotations/{id}").by_id(
        "attributes"
    )
    assert (
        form.by_id("field-promised_by")["aria-describedby"] == "field-promised_by-help"
    )
    assert "data-wanted" in form.by_id("field-promised_by")
    assert form.by_id("field-promised_by-help").words == "Who says they will."
    assert form.by_id("field-strength-plan")["checked"] == ""
    assert form.by_id("field-by_year")["value"] == ""
    fields = [div["data-field"] for div in form.walk() if "data-field" in div]
    # What is needed stands first.
    assert fields == ["promised_by", "strength", "by_year"]


def test_a_new_attribute_of_an_old_label_is_there_too(window):
    id = window.mark("quote", "“It hurts,”")
    form = window.visitor.fragment(f"{window.base}/annotations/{id}").by_id(
        "attributes"
    )
    assert form.by_id("field-tone-angry")["value"] == "angry"
    window.send(f"/annotations/{id}", type="direct", speaker="x", tone="angry")
    assert window.saved().annotations[0].attributes["tone"] == "angry"
    window.send(f"/annotations/{id}", 422, tone="sleepy")


def test_its_borders_values_and_links_follow_the_schema(window):
    quote = window.mark("quote", "“It hurts,”")
    id = window.mark("promise", "“It hurts,”")
    assert ("promise", ("It hurts",)) in window.marked()
    bad = window.send(f"/annotations/{id}", 422, by_year="1066")
    assert bad.by_id("field-problems").words.startswith("By the year: ")
    window.send(f"/annotations/{id}", promised_by="Ida Holm", by_year="2030")
    saved = next(a for a in window.saved().annotations if a.id == id)
    assert saved.attributes == {"promised_by": "Ida Holm", "by_year": 2030}
    window.send("/links", link=f"expresses {id}", **{"from": quote})
    assert len(window.saved().relations) == 1
    suggested = window.visitor.fragment(f"{window.base}/annotations/{quote}")
    options = suggested.by_id("known-speaker").all("option")
    assert [o["value"] for o in options] == ["Ida Holm"]


def test_it_is_drawn_and_its_style_is_served(window):
    id = window.mark("promise", "“It hurts,”")
    page = window.read()
    mark = page.by_id("article").one("mark")
    assert mark["class"] == "label-promise"
    tag = mark.one("i")
    assert (tag["class"], tag["data-tag"]) == ("label-promise", "P")
    assert page.by_id(f"row-{id}")["data-label"] == "promise"
    css = window.visitor.get("/labels.css").text
    assert "--label-promise: light-dark(#2f6b1f, #9bd887);" in css
    assert "--label-promise-tint: light-dark(#e3f5dd, #1d3315);" in css
    rule = next(line for line in css.splitlines() if "mark.label-promise" in line)
    assert "repeating-linear-gradient" in rule
    assert rule.count("var(--label-promise)") == 2
    assert '#list[data-only="promise"]' in css
    # A lane of its own: four labels that are no anchors, and the anchors below.
    assert "--lanes: 13px;" in css
    assert css.count("{") == css.count("}")


def test_it_is_counted_in_the_list_of_articles(window):
    window.mark("promise", "“It hurts,”")
    row = window.visitor.page("/articles").one("td", class_="counts")
    assert row.words == "P1"
    assert row.one(class_="chip label-promise")["title"] == "Promise"


def test_what_it_must_have_is_checked_before_submitting(window):
    id = window.mark("promise", "“It hurts,”")
    answer = window.send("/submit", 422)
    notice = answer.by_id("notice")
    assert "'promised_by' is missing" in notice.one("a", data_id=id).words
    window.send(f"/annotations/{id}", promised_by="Ida Holm")
    answer = window.send("/submit", 422)
    assert "No promise is marked" not in answer.by_id("notice").words
    window.send("/submit", sure="yes")
    assert window.saved().status == "submitted"


def test_none_of_it_can_be_said(window):
    answer = window.send("/submit", 422)
    assert "No promise is marked. Is there none" in answer.by_id("notice").words
    window.send("/none", label="promise", none="yes")
    assert window.saved().none == ("promise",)


def test_exports_are_proved_against_the_edited_schema(house, window, path, tmp_path):
    id = window.mark("promise", "“It hurts,”")
    window.send(f"/annotations/{id}", promised_by="Ida Holm", strength="vow")
    window.send("/submit", sure="yes")
    with house.visitor("lena", "lead").get("/export/file") as answer:
        assert answer.status_code == 200
        written = tmp_path / "got.jsonl"
        written.write_bytes(answer.data)
    assert list(files.validate([written], schema.load(path))) == []
    # The shipped schema knows no such label, and says so.
    (problem, *_) = files.validate([written], schema.load())
    assert "'promise' is not one of" in problem.message
    house.db.execute("""UPDATE annotation SET attributes = '{"strength": "vow"}'""")
    refused = house.visitor("lena", "lead").get("/export/file")
    assert refused.status_code == 422
    assert "'promised_by' is missing." in parse(refused.text).one("li").words


def test_a_schema_that_cannot_be_followed_stops_the_start(tmp_path):
    broken = edited()
    broken["$defs"]["promise"] = PROMISE | {"x-hotkey": "q"}
    path = tmp_path / "broken.json"
    path.write_text(json.dumps(broken), encoding="utf-8")
    with pytest.raises(schema.SchemaError, match="share the key 'q'"):
        open_house(tmp_path, SCHEMA=str(path))


def test_no_code_or_template_names_the_labels():
    """What a lead adds works like what ships, because nothing else knows the names."""
    sources = [
        *shipped("templates").rglob("*.html"),
        *shipped("static", "js").glob("*.js"),
        *(shipped("workbench", "web") / f"{m}.py" for m in ("drawing", "guide")),
    ]
    for source in sources:
        text = source.read_text(encoding="utf-8")
        for name in ("figure", "claim", "cue"):
            assert f'"{name}"' not in text, source.name
            assert f"'{name}'" not in text, source.name

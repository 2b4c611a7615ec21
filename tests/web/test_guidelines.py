"""The guideline is edited by leads, keeps its versions, and shows what changed."""

import pytest

from workbench.store import guidelines

from .conftest import House, Visitor, Window


def edit(visitor: Visitor, text: str, seen: str = "1", remark: str = "dates"):
    fields = {"text": text, "remark": remark, "seen": seen}
    return visitor.post("/guideline/edit", fields)


def test_a_new_version_is_shown_and_stamped_on_what_is_begun_after_it(
    house: House, lena: Visitor, alice: Visitor
):
    before = Window(alice, house.db, house.article(), "x")
    before.text = "Ferry fares rise\n"
    before.mark("claim", "fares")
    answer = edit(lena, "# Ours\r\n\r\nDates are figures.")
    assert answer.status_code == 303
    page = alice.page("/guideline")
    assert page.by_id("guideline")["data-version"] == "2"
    assert page.one("h1").words == "Ours"
    assert "by lena: dates" in page.words
    assert before.saved().guideline == "1"
    after = Window(alice, house.db, house.article(key="b", text="Other\nwords.\n"), "x")
    after.text = "Other\n"
    after.mark("claim", "Other")
    assert after.saved().guideline == "2"


def test_an_old_version_stays_readable_and_says_that_it_is_old(lena, alice):
    edit(lena, "# Ours\n")
    page = alice.page("/guideline/1")
    assert page.one("h1").words == "Annotation guideline"
    assert "This is an old version" in page.words
    assert alice.page("/guideline/7", 404)


def test_the_versions_say_who_made_them_and_why(lena, alice):
    edit(lena, "# Ours\n")
    words = alice.page("/guideline/versions").words
    assert "Version 2" in words
    assert "lena dates" in words
    assert "shipped" in words


def test_the_changes_are_marked_word_by_word(lena, alice):
    edit(lena, "Label what the text says.\n")
    edit(lena, "Label what the author says.\n", "2")
    page = alice.page("/guideline/changes")
    assert [one.text for one in page.all("del")] == ["text "]
    assert [one.text for one in page.all("ins")] == ["author "]
    assert alice.page("/guideline/changes?since=2&to=2").all("ins") == []
    assert alice.page("/guideline/changes?since=9", 404)


def test_between_versions_without_a_difference_nothing_is_shown(alice):
    assert "one version so far" in alice.page("/guideline/changes").words


@pytest.mark.parametrize(
    ("text", "remark", "why"),
    [
        (" \n", "x", "needs a text"),
        ("# Ours", " ", "Say in a few words what changed"),
        ("x" * (guidelines.LONGEST + 1), "x", "at most 200,000"),
    ],
)
def test_what_does_not_do_is_said_and_the_text_is_kept(lena, text, remark, why):
    answer = edit(lena, text, remark=remark)
    assert answer.status_code == 422
    assert why in answer.text
    assert text.strip() in answer.text


def test_a_text_that_is_the_same_makes_no_version(house, lena):
    present = guidelines.current(house.db)
    assert present
    answer = edit(lena, present.text.replace("\n", "\r\n"))
    assert answer.status_code == 422
    assert "Nothing was changed" in answer.text


def test_the_second_of_two_editors_is_told_and_keeps_the_text(house, lena):
    other = house.visitor("lea", "lead")
    assert edit(lena, "# Ours\n\nDates are figures.\n").status_code == 303
    answer = edit(other, "# Mine\n\nTimes are figures.\n")
    assert answer.status_code == 409
    assert "Version 2 was made meanwhile by lena" in answer.text
    assert "Times are figures." in answer.text
    assert "<ins>" in answer.text
    # Having seen it, the second may save.
    assert edit(other, "# Mine\n\nTimes are figures.\n", "2").status_code == 303
    assert [v.version for v in guidelines.versions(house.db)] == ["3", "2", "1"]


def test_a_preview_saves_nothing_and_trusts_no_markup(house, lena):
    fields = {"text": "# Ours\n\n<script>x</script>", "seen": "1", "act": "preview"}
    drawn = lena.post_htmx("/guideline/edit", fields)
    assert drawn.status_code == 200
    assert "&lt;script&gt;" in drawn.text
    whole = lena.post("/guideline/edit", fields)
    assert "&lt;script&gt;x" in whole.text
    assert len(guidelines.versions(house.db)) == 1


def test_an_annotator_reads_and_does_not_edit(alice):
    assert alice.get("/guideline/edit").status_code == 403
    assert edit(alice, "# Mine").status_code == 403
    assert "Edit" not in alice.page("/guideline").words.split()


def test_the_shipped_guideline_is_stored_once(house):
    (only,) = guidelines.versions(house.db)
    assert only.version == "1"
    assert not any(line.startswith("Version ") for line in only.text.splitlines())

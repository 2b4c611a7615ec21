"""What holds for every text whatever stands in it, and how well the rules do."""

import hashlib
import json
import os
import re
import subprocess
import sys
import time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.suggest import measure, tongues
from tests.test_text import ZOO
from workbench import schema
from workbench.dataset import Article, ArticleRecord, article_record, set_record
from workbench.places import shipped
from workbench.spans import Origin, snap
from workbench.suggest.suggesters import EAGERNESS, stored, suggest, within
from workbench.suggest.suggestion import VERSION
from workbench.text import TextError, canonical

CONTRACT = schema.load()
SAMPLE = shipped("annotations", "sample")

#: Pieces of the kind that the rules look for, and the kind that offsets slip on.
PIECES = st.sampled_from(
    [
        *ZOO.split("\n"),
        *("“", "”", '"', "'", "’", "«", "»", "„", "「", "」", "[", "]", "(", ")"),
        *(" ", "\n", "\n\n", ". ", ", ", ": ", "; ", " — ", "…", "?", "\t"),
        *("said", "says", "told", "according to", "that", "denied", "adding", "who"),
        *("Ida Brandt", "Brandt", "the mayor", "she", "Mr", "U.S.", "D.C.", "Dr."),
        *("97 percent", "almost", "between", "and", "July 16", "half of", "$", "2.0.1"),
        *("two", "hundred", "1 000", "a third", "10:30", "١٢", "年", "و20", "½", "°"),
        *("Photo:", "Advertisement", "See also:", "قال", "إن", "сказал", "что"),
    ]
)
TEXTS = st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=60).map("".join))


def whole(raw: str) -> str:
    try:
        return canonical(raw).text
    except TextError:
        return "x"


@settings(deadline=None, max_examples=50)
@given(TEXTS)
def test_what_is_kept_has_an_id_that_tells_its_place_and_proves_right(raw: str) -> None:
    text = whole(raw)
    read = tuple((r.start, r.end) for r in suggest(text).regions)
    for made in (stored(text, CONTRACT.labels), within(text, read, CONTRACT.labels)):
        ids = {one.id: (one.label, one.fragments) for one in made.annotations}
        assert len(set(ids.values())) == len(ids) == len(made.annotations)
        assert CONTRACT.set_problems(set_record(made, text), text) == []
    assert stored(text, CONTRACT.labels) == stored(text, CONTRACT.labels)


@settings(deadline=None, max_examples=300)
@given(TEXTS)
def test_any_text_has_suggestions_that_fit_it_and_prove_right(raw: str) -> None:
    text = whole(raw)
    made = suggest(text, "eager")
    for region in made.regions:
        assert 0 <= region.start < region.end <= len(text)
    for one in made.suggestions:
        assert one.rule.startswith(f"{one.label}.")
        assert one.version == VERSION
        assert 0 <= one.score <= 1
        at = 0
        for start, end in one.fragments:
            assert at <= start < end <= len(text)
            assert text[start:end] == text[start:end].strip()
            at = end
        for region in made.regions:
            assert (
                one.end <= region.start
                or region.end <= one.start
                or not any(
                    s < region.end and region.start < e for s, e in one.fragments
                )
            )
    set_ = made.annotation_set("rules", CONTRACT.labels)
    assert set_.status == "submitted"
    record = article_record(ArticleRecord(Article("a", "A", text), (set_,)))
    assert CONTRACT.article_problems(record) == []


@settings(deadline=None, max_examples=60)
@given(TEXTS)
def test_the_same_text_has_the_same_suggestions(raw: str) -> None:
    text = whole(raw)
    assert suggest(text) == suggest(text)


@settings(deadline=None, max_examples=100)
@given(TEXTS)
def test_figures_do_not_overlap(raw: str) -> None:
    figures = [m for m in suggest(whole(raw)).suggestions if m.label == "figure"]
    assert all(a.end <= b.start for a, b in pairwise(figures))


@pytest.mark.parametrize(
    "path", sorted((SAMPLE / "articles").glob("*.txt")), ids=lambda path: path.stem
)
def test_borders_are_those_that_the_screen_would_set(path: Path) -> None:
    text = canonical(path.read_text(encoding="utf-8")).text
    for made in suggest(text).suggestions:
        for fragment in made.fragments:
            # "over 30 years" may mean "during": the screen cannot know.
            if "over" not in text[fragment[0] - 5 : fragment[0]]:
                assert snap(text, *fragment, made.label) == fragment


HOSTILE = [
    *('"', "“", "'a ", '"a" ', "“‘a’” ", "“A\n", "1", "1 ", "1-", "1,", "97% "),
    *("said ", '"A," he said. ', "said that ", "according to ", "Ab ", "Al-Ab ", ", "),
    *("two ", "two hundred ", "half of ", "between 1 and ", "May 1 ", "$", ". ", "; "),
    *("\n", " ", "A", "(", "「一」", "— ", "Photo: ", "the fact that ", "who said "),
    *("Advertisement\n", "Ab's claim that ", "adding ", ", adding", "Mr. ", "a/1 "),
    *("…", ".", ".A", "\u00a01", "1\u00a0", "A. ", "al-Ab ", "Ab de la ", "those who "),
    *("x denies this. ", ", which she denies", "of the 4 cats, ", "One in five "),
    *(", who said ", ", which ab, ", "“a,” and ", "magnitude-", "minus ", "1% to 0% "),
    *("over at least ", "early May ", "one-in-", "1-in-1-", "the 7 jet ", "31C "),
    *("expects ab to ", "quoted ab as saying ", "told ab that ", "warned ab ab "),
    *(
        "in a ab that ",
        ", seen by ab, ",
        "was told ",
        "Ab, of Ab, ",
        "report by Ab, a ",
    ),
    *("Ab & ", "Ab (AB.C) ", "with Ab calling it ", ", whose ab called it “a b” "),
    *("ab to ab, who called it “a b” ", "and said ", "and accused ", "a — ab aide "),
    *("‘a b’: ", "Exclusive: ", "Asked ab, ", "what ab believes ", "Ab’s ab, Ab, "),
    *("was told by ab that ", "a book called “Ab” and ", "told the story of ab that "),
    *("contributed to this report ", "Ab and Ab Health editor ", "Mon 1 May 2024 "),
    *("in the words of Ab, ", "رئيس الأب ", "قال الأب إن ", "وقال: «أ». ", "« "),
    *("a | ", "A | b| c |d\n", "X Email ", "Ab Cd Ef\n", "ab@ab ", "Ab Ab: Ab "),
    *("head of the Ab of ", "Chairman of the Ab Ab ", "the Ab of Ab's Ab Ab, "),
    *("if ab ab ", "Saying ab is, ", "as the ab ", ", which ab had said ab, was "),
    *("While ab said it is, ", "Ab, a ab of ab, ", "Ab and Ab officials ", "as he "),
    *("data released by ", "losing hope that ", "told ab to ", ", telling ab to “a” "),
    *(
        "5 million crowns, ",
        "1 Norwegian crowns ",
        "Sh1 ",
        "0.1 of a ",
        "Ab hopes that ",
    ),
    *(
        "a memo ab. It warns that ",
        "Ab, through his ab Ab, ",
        "said of ab: ",
        "Do ab say ",
    ),
    # Other languages, each with enough of it to be told.
    *(
        "sagte der Ab, dass ",
        "„A“, sagte er. ",
        "Laut der Polizei ist der ",
        "und die Ab ",
    ),
    *("er sagte, die Ab sei ", "räumte der Ab nicht ", "zwei von drei ", "12.500 der "),
    *(
        "a dit le Ab que ",
        "« A, dit Ab. B » ",
        "Selon la police, ",
        "que les ",
        "d’",
        "l’Ab ",
    ),
    *("«A, — сказал он. — ", ", что он ", "По его словам, ", "и Аб ", "сказал Аб "),
    *(
        "– Ab – mówi się. ",
        "że nie jest ",
        "El Ab, y la Ab, ",
        "dijo que los ",
        "Según el Ab ",
    ),
    *(
        "che il Ab, ",
        "ha detto della ",
        "«A – ha detto – ",
        "disse que não ",
        "och Ab, ",
    ),
    *(
        "ve yaptığını söyledi ",
        "“a” diyen Ab, ",
        "yönündeki iddiaları ",
        "Ab'a göre bir ",
    ),
    *(
        "yüzde 3 bin ",
        "وقال الأب إن ",
        "مضيفا أن في ",
        "بحسب الأب، ",
        "表示，",
        "他说：“一”。",
    ),
    *(
        "，说“一”，",
        "王一说",
        "三人",
        "四分之一",
        "は「一」と述べた。",
        "によると、",
        "4万3",
        "市は、",
    ),
    *(
        "という。",
        "「一」と",
        "【一】\n",
        "Von Ab und Ab\n",
        "PARIS, 1 mai – A\n",
        "ab: „A“\n",
    ),
    *("by Ab, ", "Reporting by Ab ", "may not be published ", "10 Ab Ab Street "),
    *("urged all of the one and ", "called on him to ", "voiced grave fears that "),
    *("denied any claims that ", "Ab Inc. The firm ", ", the head of ab, Ab said "),
    *("the teacher said it. A teacher met ", "Ab and Ab and ", "1 May at 10:00 GMT\n"),
    *(
        "who gave his name as Ab ",
        "by Ab, who ab, ",
        "“a b c d,” Ab walked ",
        "Ab Holm\n",
    ),
    *("$1 million to $1 million ", "1 or 2 ", "N1,000 ", "61.48m ", "(Ab/Reuters) "),
]
#: Two kinds of line, each of which is read again for what the other holds.
PAIRS = (("“a ", "‘a "), ("“a ", "a” "), ("Ab said ", "“a "), ("“a\n", "b\n"))
#: Long runs of what the rules look for, on one line.
RUNS = (
    '"',
    "1 ",
    " ",
    "(",
    ",",
    "Ab ",
    "said ",
    "…",
    "der ",
    "и",
    "は",
    "，",
    "一",
    "en ",
    "d’",
)

#: How a text begins that is read in another language.
FOREIGN = {
    "de": "Der Bürgermeister sagte, dass die Brücke seit einem Jahr gesperrt ist.\n",
    "ru": "Мэр сказал, что мост был закрыт в прошлом году из-за ремонта дороги.\n",
    "tr": "Belediye başkanı köprünün geçen yıl kapatıldığını söyledi.\n",
    "zh": "市政府表示，这座桥去年已经关闭，居民们都很担心。\n",
    "ja": "市は橋を閉鎖すると発表した。住民は困っていると話した。\n",
}
HOSTILE_FOREIGN = [
    *(("ja", "1"), ("ja", "1,"), ("zh", "1."), ("zh", "一"), ("tr", "yüzde 1")),
    *(("tr", "1"), ("zh", "“啊。”李明说，"), ("ja", "「ア。」と話した。")),
    *(("de", "AB, "), ("ru", "АБ, "), ("ru", "По словам А ")),
    *(("tr", "“Ala bal”" + " " * 2_900 + "x.\n"), ("tr", "Orm da ")),
    ("tr", "N Orm" + " " * 2_900 + "a, köprünün açılacağını söyledi.\n"),
    ("tr", "N Orm " + "da " * 900 + ", köprünün açılacağını söyledi.\n"),
]


def grows(unit: str, size: int, head: str = "") -> bool:
    """Whether four times the text take much more than four times the work."""

    def took(size: int) -> float:
        text = head + (unit * (size // len(unit) + 1))[:size]
        begun = time.process_time()
        suggest(text, "eager")
        return time.process_time() - begun

    took(2_000)
    # Sixteen times would be quadratic. The least of two, since others disturb.
    small = took(size)
    return took(4 * size) > 9 * small + 0.3 and took(4 * size) > 9 * small + 0.3


def test_two_long_lines_after_another_are_read_in_linear_time() -> None:
    for first, second in PAIRS:

        def took(size: int, first: str = first, second: str = second) -> float:
            text = (
                first * (size // len(first)) + "\nx " + second * (size // len(second))
            )
            begun = time.process_time()
            suggest(text, "eager")
            return time.process_time() - begun

        took(1_000)
        assert took(80_000) < 9 * took(20_000) + 0.3, (first, second)


@pytest.mark.parametrize("unit", HOSTILE)
def test_no_hostile_text_takes_more_than_linear_time(unit: str) -> None:
    assert not grows(unit, 10_000)


@pytest.mark.parametrize(("code", "unit"), HOSTILE_FOREIGN)
def test_no_hostile_text_of_another_language_does(code: str, unit: str) -> None:
    assert not grows(unit, 10_000, FOREIGN[code])


@pytest.mark.parametrize(
    ("code", "line"),
    [
        ("ru", "По словам ., мост закрыт на ремонт до весны."),
        ("ru", "По словам ”, мост закрыт на ремонт до весны."),
        ("zh", "耗资1.2.3亿5万元。"),
        ("zh", "耗资" + "9" * 400 + "亿5万元。"),
        ("zh", "耗资1亿" + "9" * 5_000 + "万元。"),
    ],
)
def test_what_no_language_writes_is_read_over(code: str, line: str) -> None:
    for made in suggest(FOREIGN[code] + line).suggestions:
        if made.label == "quote":
            assert re.search(r"\w", str(made.attributes["speaker"]))


def test_nothing_of_what_is_suggested_is_left_to_chance() -> None:
    # The order of a set of words differs from one Python to the next.
    texts = [text for text, _ in tongues.QUOTES]
    said = [
        subprocess.run(
            [
                *(sys.executable, "-c"),
                "import json, sys\n"
                "from workbench.suggest.suggesters import suggest\n"
                "for text in json.load(sys.stdin): print(repr(suggest(text)))",
            ],
            input=json.dumps(texts),
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed in ("1", "2", "3")
    ]
    assert said[0]
    assert set(said) == {said[0]}


def test_a_claim_in_arabic_begins_with_a_word() -> None:
    text = "وأكد الوزير أنّ الصادرات ارتفعت بنسبة 20% في العام الماضي."
    [claim] = [s for s in suggest(text, "eager").suggestions if s.label == "claim"]
    assert text[slice(*claim.fragments[0])].startswith("الصادرات")


def test_a_hard_space_is_not_of_a_role_and_a_name_not_of_a_cue() -> None:
    text = "Le maire\u00a0Jean Orm a dit que le pont est fermé pour tous les habitants."
    [quote] = [s for s in suggest(text).suggestions if s.label == "quote"]
    assert quote.attributes["speaker_role"] == "maire"
    text = "“Su gelmez” diyen çiftçi Veli Durmaz çok zor bir yıl için para istedi."
    [quote] = [s for s in suggest(text).suggestions if s.label == "quote"]
    assert quote.cue is not None
    assert text[slice(*quote.cue)] == "diyen"


def test_no_group_is_possessive_which_early_pythons_match_wrongly() -> None:
    for path in Path(measure.suggest.__code__.co_filename).parent.rglob("*.py"):
        assert not re.search(r"\)[*+?]\+|\(\?>", path.read_text("utf-8")), path


@pytest.mark.parametrize("unit", RUNS)
def test_a_long_run_of_anything_takes_linear_time(unit: str) -> None:
    assert not grows(unit, 50_000)


def test_a_huge_text_of_quotation_marks_or_digits_is_read() -> None:
    for unit in ('"', "1", "“a” "):
        suggest((unit * 200_000)[:200_000])


def test_a_quote_is_linked_to_its_cue() -> None:
    text = "Mayor: ‘No danger’\n\n“It is sound,” Mayor Ida Brandt said on Monday."
    set_ = suggest(text).annotation_set("rules", CONTRACT.labels)
    words = {a.id: text[a.start : a.end] for a in set_.annotations}
    linked = {(words[r.source], words[r.target]) for r in set_.relations}
    assert linked == {("‘No danger’", ":"), ("“It is sound,”", "said")}


def test_labels_that_a_project_does_not_have_are_left_out() -> None:
    text = "Ida Brandt said that 300 boats had sunk."
    only = CONTRACT.labels.only(["figure"])
    set_ = suggest(text).annotation_set("rules", only)
    assert [a.label for a in set_.annotations] == ["figure"]
    assert set_.annotations[0].origin == Origin(
        "suggested", (), rule="figure.digits", version=VERSION, score=0.9
    )


def test_eagerness_is_one_of_three() -> None:
    assert EAGERNESS == ("off", "careful", "eager")
    with pytest.raises(KeyError):
        suggest("It rained.", "wild")


def test_what_the_rules_find_changes_with_their_version_alone() -> None:
    # A database keeps what it has until the version changes: then raise it, and write
    # down what the sample has now.
    found = hashlib.sha256()
    for path in sorted((measure.SAMPLE / "articles").glob("*.txt")):
        found.update(repr(suggest(path.read_text("utf-8"), "eager")).encode())
    assert (VERSION, found.hexdigest()[:16]) == ("8", "b3a7064eb6c822c7")


# --- how well -------------------------------------------------------------------------


def test_the_gold_of_the_sample_is_met() -> None:
    of = measure.of_sample()
    direct, mixed, indirect = (
        of.by_kind["quote", kind] for kind in ("direct", "mixed", "indirect")
    )
    assert (direct.f1(direct.exact) or 0) >= 0.95
    assert (mixed.f1(mixed.exact) or 0) >= 0.95
    assert (indirect.f1(indirect.exact) or 0) >= 0.9
    assert (of.labels["figure"].f1(of.labels["figure"].exact) or 0) >= 0.97


@pytest.mark.parametrize("claims", ["careful", "eager"])
def test_the_claims_of_the_sample_are_met_by_half(claims: str) -> None:
    score = measure.of_sample(claims).labels["claim"]
    assert (score.f1(score.overlap) or 0) >= 0.75


@pytest.mark.parametrize(
    ("label", "attribute", "least"),
    [
        ("quote", "type", 1.0),
        ("quote", "speaker", 0.75),
        ("quote", "polarity", 1.0),
        ("figure", "kind", 0.98),
        ("figure", "value", 0.98),
        ("figure", "unit", 0.97),
        ("claim", "asserted_by", 0.85),
    ],
)
def test_the_attributes_of_the_sample_are_met(
    label: str, attribute: str, least: float
) -> None:
    of = measure.of_sample().attributes[label, attribute]
    assert of.right >= least * of.wanted > 0


CASES = os.environ.get("WORKBENCH_CASES")


@pytest.mark.skipif(CASES is None, reason="WORKBENCH_CASES names no folder of cases")
def test_a_folder_of_cases_is_met() -> None:
    met = measure.met_cases(Path(CASES or ""))
    for name in ("figure", "direct quote", "speaker", "value", "modifier"):
        assert met[name].misses == []
    # One answer there leaves the opening "that" out, which the guideline takes in.
    assert len(met["mixed quote"].misses) <= 1
    assert met["wrong"].hits == 0


def test_an_id_of_what_is_kept_stays_when_a_paragraph_before_it_gets_another() -> None:
    """Whoever has the page open from before an update of the rules decides the words
    that are seen there, or nothing."""
    labels = CONTRACT.labels
    made = stored("Boats\nThere were 12 boats. Ann said 40 percent sank.\n", labels)
    more = stored("Boats\nThere were ten boats. Ann said 40 percent sank.\n", labels)
    for one in made.annotations:
        same = [a for a in more.annotations if a.id == one.id]
        assert all(a.label == one.label for a in same)
        assert all(a.fragments == one.fragments for a in same)

"""The guideline, the keys and the look of the labels, each read from its one source."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import astuple, dataclass
from functools import lru_cache

from flask import (
    Blueprint,
    Flask,
    Response,
    abort,
    g,
    render_template,
    request,
)
from markdown_it import MarkdownIt
from markupsafe import Markup

from workbench.labels import Label, Labels
from workbench.places import shipped
from workbench.store import guidelines
from workbench.web import held
from workbench.web.db import db

blueprint = Blueprint("guide", __name__)


@dataclass(frozen=True, slots=True)
class Key:
    """One key of the annotate screen: what is pressed, what happens, who handles it.

    `shown` says it in other words than the keys. A gesture has those words alone.
    """

    keys: tuple[str, ...]
    does: str
    action: str
    group: str
    shown: str = ""


#: The one table of keys: the handler, the help and the tests read it. The keys of the
#: labels come from schema.json and are added by `keys_of`.
KEYS = (
    Key(("ArrowLeft",), "word before", "word-left", "Move"),
    Key(("ArrowRight",), "word after", "word-right", "Move"),
    Key(("ArrowUp",), "sentence before", "sentence-left", "Move"),
    Key(("ArrowDown",), "sentence after", "sentence-right", "Move"),
    Key(("Shift+ArrowLeft", "Shift+ArrowRight"), "extend by a word", "extend", "Move"),
    Key(("Alt+ArrowLeft", "Alt+ArrowRight"), "by a character", "character", "Move"),
    Key(("j",), "next annotation or suggestion", "next", "Annotations"),
    Key(("k",), "previous annotation or suggestion", "previous", "Annotations"),
    Key(("`",), "the annotations here, inner to outer", "outwards", "Annotations"),
    Key(("Enter",), "open the form of the annotation", "form", "Annotations"),
    Key(("Escape",), "back to the text; clear", "escape", "Annotations"),
    Key(("[",), "start a word to the left", "start-left", "Borders"),
    Key(("]",), "start a word to the right", "start-right", "Borders"),
    Key(("{",), "end a word to the left", "end-left", "Borders"),
    Key(("}",), "end a word to the right", "end-right", "Borders"),
    Key(
        ("Alt+[", "Alt+]", "Alt+{", "Alt+}"),
        "by a character",
        "edge-character",
        "Borders",
    ),
    Key(("+",), "the next selection is another part", "part", "Annotations"),
    Key(("l",), "link it to another annotation", "link", "Annotations"),
    Key(("u",), "unsure, or sure again", "unsure", "Annotations"),
    Key(("m",), "write a note", "note", "Annotations"),
    Key(("Delete", "Backspace"), "remove the annotation", "remove", "Annotations"),
    Key((".",), "the same label where its words stand again", "again", "Annotations"),
    Key(("y",), "accept the suggestion, or go to the next", "accept", "Suggestions"),
    Key(("x",), "reject it", "reject", "Suggestions"),
    Key(("e",), "adjust it: accept and change", "adjust", "Suggestions"),
    Key(("Shift+Y",), "all of its label: look, then accept", "all", "Suggestions"),
    Key(("0",), "none here: then the key of a label", "none", "Article"),
    Key(("/",), "find or paste words; Enter selects them", "find", "Article"),
    Key(("z", "Ctrl+z"), "undo", "undo", "Article"),
    Key(("Shift+Z", "Ctrl+Shift+Z", "Ctrl+y"), "redo", "redo", "Article"),
    Key(("Ctrl+Enter",), "check and submit", "submit", "Article"),
    Key(("n",), "next article", "next-article", "Article"),
    Key(("p",), "previous article", "previous-article", "Article"),
    Key(("g",), "the guideline, in place of the labels", "guide", "Article"),
    Key(("?",), "these keys", "help", "Article"),
)

#: The same for the screen of an adjudicator.
CASE_KEYS = (
    Key(tuple("123456789"), "take A, B, C …", "take", "Decide", "1 … 9"),
    Key(("u",), "union: all words that anybody marked", "union", "Decide"),
    Key(("i",), "intersection: the words in common", "intersection", "Decide"),
    Key(("e",), "edit: other borders, label or attributes", "edit", "Decide"),
    Key(("x",), "reject all", "reject", "Decide"),
    Key(("a",), "accept all in which everybody agrees", "accept", "Decide"),
    Key(("r",), "say why: then the number of the reason", "reason", "Say why"),
    Key(("m",), "write a note", "note", "Say why"),
    Key(("Shift+G",), "the guideline has a gap: note it", "gap", "Say why"),
    Key(("Space",), "next undecided case", "next-open", "Move"),
    Key(("Shift+Space",), "previous undecided case", "previous-open", "Move"),
    Key(("j", "ArrowDown"), "next case", "next", "Move"),
    Key(("k", "ArrowUp"), "previous case", "previous", "Move"),
    Key(("Enter",), "into the open case", "form", "Move"),
    Key(("Escape",), "back to the text; end an edit", "escape", "Move"),
    Key(("[", "]"), "start a word to the left, right", "start", "While editing"),
    Key(("{", "}"), "end a word to the left, right", "end", "While editing"),
    Key(
        ("Alt+[", "Alt+]", "Alt+{", "Alt+}"),
        "by a character",
        "edge-character",
        "While editing",
    ),
    Key(
        ("ArrowLeft", "ArrowRight", "Shift+ArrowLeft", "Shift+ArrowRight"),
        "select words; Shift extends",
        "walk",
        "While editing",
        "← →",
    ),
    Key(("+",), "what is selected is another part", "part", "While editing"),
    Key(("`",), "the next part: its borders move", "next-part", "While editing"),
    Key(("Delete", "Backspace"), "remove the part", "remove-part", "While editing"),
    Key(("z", "Ctrl+z"), "undo", "undo", "Article"),
    Key(("Shift+Z", "Ctrl+Shift+Z", "Ctrl+y"), "redo", "redo", "Article"),
    Key(("Ctrl+Enter",), "sign off", "sign-off", "Article"),
    Key(("?",), "these keys", "help", "Article"),
)

#: What mouse and fingers do, for the same help.
GESTURES = tuple(
    Key((), does, "", "Mouse and touch", shown)
    for shown, does in (
        (
            "click",
            "a word, to walk on from it; a label opens, again: the next outwards",
        ),
        ("drag", "select whole words; double click: a word, triple: the line"),
        ("Shift click", "extend the selection"),
        ("Alt drag", "select exactly what is dragged over; a label keeps to it"),
        ("drag a knob", "move a border by words; with Alt by characters"),
        ("tap, tap", "first and last word, while “Tap words” is on"),
    )
)


def keys_of(labels: Labels) -> list[Key]:
    """All keys, those of the labels first."""
    return [
        *(
            Key(
                (label.hotkey,),
                label.title.lower(),
                f"label-{label.name}",
                "Label what is selected now or next",
            )
            for label in labels
        ),
        Key(
            tuple(f"Shift+{label.hotkey.upper()}" for label in labels),
            "make the open annotation that label instead",
            "relabel",
            "Label what is selected now or next",
            "Shift+its key",
        ),
        Key(
            (),
            "nothing selected: what is suggested at the cursor, or else the "
            "quotation, the figure, the sentence there",
            "",
            "Label what is selected now or next",
            " ".join(label.hotkey for label in labels if label.snap != "words"),
        ),
        *KEYS,
        *GESTURES,
    ]


def case_keys_of(labels: Labels) -> list[Key]:
    """All keys of an adjudicator, with those of the labels: while editing they make it
    that label instead."""
    return [
        *CASE_KEYS,
        Key(
            tuple(f"Shift+{label.hotkey.upper()}" for label in labels),
            "make it that label",
            "relabel",
            "While editing",
            "Shift+its key",
        ),
    ]


def key_groups(labels: Labels) -> list[tuple[str, list[Key]]]:
    """All keys under their groups, both in the order of the table."""
    return _grouped(keys_of(labels))


def case_key_groups(labels: Labels) -> list[tuple[str, list[Key]]]:
    """The same of the keys of an adjudicator."""
    return _grouped(case_keys_of(labels))


def _grouped(keys: list[Key]) -> list[tuple[str, list[Key]]]:
    groups: dict[str, list[Key]] = {}
    for key in keys:
        groups.setdefault(key.group, []).append(key)
    return list(groups.items())


_VERSION = re.compile(r"^Version (\S+?)\.?\n\n?", re.MULTILINE)


def init_app(app: Flask) -> None:
    """Stores the guideline that ships with the product as the first version."""
    source = shipped("docs", "guidelines.md").read_text(encoding="utf-8")
    version = _VERSION.search(source)
    with app.app_context():
        guidelines.ship(
            db(),
            version[1] if version else "1",
            # The app shows the version above the text, whoever wrote it.
            guidelines.canonical(_VERSION.sub("", source, count=1)),
        )


def guideline_version() -> str:
    """The version that annotation sets are stamped with."""
    return guidelines.current_version(db()) or "1"


@lru_cache(maxsize=8)
def draw(source: str) -> Markup:
    """A guideline in markdown as HTML, with an id for every heading."""
    parser = MarkdownIt("commonmark", {"html": False}).enable("table")
    tokens = parser.parse(source)
    taken: set[str] = set()
    for at, token in enumerate(tokens):
        if token.type == "heading_open":
            words = tokens[at + 1].content.split()
            slug = re.sub(r"[^a-z0-9]+", "-", " ".join(words).lower()).strip("-")
            # The screen looks for the first; a second one must not be the same.
            if slug in taken:
                slug = f"{slug}-{at}"
            taken.add(slug)
            token.attrSet("id", f"guide-{slug}")
    return Markup(parser.renderer.render(tokens, parser.options, {}))


@blueprint.get("/guideline")
def guideline() -> str:
    """The annotation guideline as it is now."""
    present = guidelines.current(db())
    return _guideline(present.version if present else "1")


@blueprint.get("/guideline/<version>")
def version(version: str) -> str:
    """The guideline as it was."""
    return _guideline(version)


def _guideline(version: str) -> str:
    found = guidelines.get(db(), version)
    if found is None:
        abort(404, f"The guideline has no version {version!r}.")
    return render_template(
        "pages/guideline.html",
        version=found,
        newest=guideline_version(),
        guideline=draw(found.text),
    )


@blueprint.get("/keys")
def keys() -> str:
    """The keys of the annotate screen, and for leads those of adjudication."""
    contract = held.contract()
    lead = g.person.role == "lead"
    return render_template(
        "pages/keys.html",
        keys=key_groups(contract.labels),
        case_keys=case_key_groups(contract.labels) if lead else [],
    )


@blueprint.get("/labels.css")
def label_styles() -> Response:
    """The look of the labels as schema.json gives it."""
    contract = held.contract()
    response = Response(styles(contract.labels), mimetype="text/css")
    response.headers["Cache-Control"] = "no-cache"
    response.add_etag()
    response.make_conditional(request)
    return response


_LINES = {
    "solid": "linear-gradient(var(--{0}), var(--{0}))",
    "dashed": "repeating-linear-gradient(90deg, var(--{0}) 0 6px, transparent 6px 9px)",
    "dotted": "repeating-linear-gradient(90deg, var(--{0}) 0 2px, transparent 2px 4px)",
    "dashdot": "repeating-linear-gradient(90deg, var(--{0}) 0 7px, transparent 7px "
    "9px, var(--{0}) 9px 11px, transparent 11px 13px)",
    "thin": "linear-gradient(var(--{0}), var(--{0}))",
}


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line drawn as a background: what it looks like, its size and its place."""

    image: str
    size: str
    place: str


def styles(labels: Labels) -> str:
    """Colours, tints, and one lane below the text for every label's underline."""
    lanes = _lanes(labels)
    layers = [
        (label, lanes[label.name], _LINES.get(label.line, _LINES["solid"]))
        for label in labels
    ]
    css = [":root {"]
    for label in labels:
        css.append(f"  --label-{label.name}: light-dark({', '.join(label.colour)});")
        css.append(f"  --label-{label.name}-tint: light-dark({', '.join(label.tint)});")
    deepest = max(lanes.values())
    css += [f"  --lanes: {3 * deepest + 1}px;", "}", "@layer marks {"]
    lines = [
        Stroke(
            f"var(--line-label-{label.name}, none)",
            f"100% {1 if label.line == 'thin' else 2}px",
            f"0 calc(100% - {3 * lane}px)",
        )
        for label, lane, _ in layers
    ]
    css += ["  mark {", *_drawn(lines), "  }"]
    for label, _, line in layers:
        css += _rules(label, line)
    css += _outlines(labels, lanes, lines)
    css.append("}")
    return "\n".join(css) + "\n"


#: How much of a label's colour its outlines have: fainter than its own line, as an
#: article is full of them and is read, and 3 to 1 on paper and on every tint, also
#: on that of an opened label.
_OUTLINE = 92


def _outlines(
    labels: Labels, lanes: dict[str, int], lines: Sequence[Stroke]
) -> list[str]:
    """The hollow outlines of suggestions: each label's in a colour and at a height of
    its own, so that a figure in a claim in a quote shows three. A run draws its part of
    each, and the ends only where a suggestion begins or ends; where it is a label
    already, over the `lines` of that.
    """
    deepest = max(lanes.values()) + 1
    strokes, css = [], []
    # The lower outlines first: where two begin at once, the ends of both are seen.
    for label in reversed(labels.primary):
        name, off = label.name, 3 * lanes[label.name]
        line = f"var(--outline-{name}, none)"
        strokes += [
            Stroke(line, "100% 1px", f"0 {off}px"),
            Stroke(line, "100% 1px", f"0 calc(100% - {off}px)"),
        ]
        strokes += [
            Stroke(
                f"var(--{side}-{name}, none)",
                f"1px calc(100% - {2 * off}px)",
                f"{edge} {off}px",
            )
            for side, edge in (("from", "0"), ("to", "100%"))
        ]
        colour = f"color-mix(in oklab, var(--label-{name}) {_OUTLINE}%, var(--paper))"
        ink = f"linear-gradient({colour}, {colour})"
        css += [
            f"  .suggests-{name} {{ --outline-{name}: repeating-linear-gradient(90deg, "
            f"{colour} 0 3px, transparent 3px 5px); --hint-{name}: "
            f"{_string(label.letter)}; }}",
            f"  .from-{name} {{ --from-{name}: {ink}; }}",
            f"  .to-{name} {{ --to-{name}: {ink}; }}",
            f"  .looks-{name} {{ --outline-{name}: linear-gradient("
            f"var(--label-{name}), var(--label-{name})); }}",
            f"  .looks-{name}.from-{name}::before {{ content: {_string(label.letter)}; "
            f"color: var(--label-{name}); }}",
        ]
    letters = " ".join(f'var(--hint-{label.name}, "")' for label in labels.primary)
    return [
        "  [data-suggests] {",
        f"    padding-block: {3 * deepest - 2}px calc(var(--lanes) - 2px);",
        "    background-repeat: no-repeat;",
        *_drawn(strokes),
        "  }",
        "  mark[data-suggests] {",
        *_drawn([*strokes, *lines]),
        "  }",
        f"  [data-suggests]:hover::before {{ content: {letters}; }}",
        *css,
    ]


def _drawn(strokes: Iterable[Stroke]) -> list[str]:
    """Strokes as backgrounds, the first on top."""
    images, sizes, places = zip(*map(astuple, strokes), strict=True)
    return [
        f"    background-image: {', '.join(images)};",
        f"    background-size: {', '.join(sizes)};",
        f"    background-position: {', '.join(places)};",
    ]


def _string(words: str) -> str:
    """The words as a string of CSS."""
    return '"' + words.replace("\\", r"\\").replace('"', r"\"") + '"'


def _lanes(labels: Labels) -> dict[str, int]:
    """The lane of each label, the first lowest; labels that anchor share the last."""
    primary = labels.primary
    return {
        label.name: primary.index(label) if label in primary else len(primary)
        for label in labels
    }


def _rules(label: Label, line: str) -> list[str]:
    name = f"label-{label.name}"
    style = {"dashed": "dashed", "dotted": "dotted", "dashdot": "dashed"}.get(
        label.line, "solid"
    )
    return [
        f"  mark.{name} {{ --line-{name}: {line.format(name)}; }}",
        f"  mark i.{name} {{ color: var(--{name}); }}",
        f'  mark[data-top="{label.name}"] {{ background-color: var(--{name}-tint); }}',
        f'  mark.open[data-top="{label.name}"] {{ background-color: '
        f"color-mix(in oklab, var(--{name}) 18%, var(--{name}-tint)); }}",
        f"  .chip.{name} {{ border-color: var(--{name}); border-style: {style}; "
        f"background-color: var(--{name}-tint); }}",
        f'  #list[data-only="{label.name}"] .row:not([data-label="{label.name}"]) '
        "{ display: none; }",
    ]

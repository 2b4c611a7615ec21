"""The article as HTML: one element a line, flat marks in it.

Finished strings, not templates: a filter or a loop in a template costs several times
as much, and an article may have thousands of runs.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from html import escape

from markupsafe import Markup

from workbench.labels import Labels
from workbench.segments import Piece, Run, runs
from workbench.spans import Annotation, Fragment


@dataclass(frozen=True, slots=True)
class Edge:
    """Something empty that stands in the text at `at`: an edge of an annotation that is
    not drawn itself. An end stands behind the text before it."""

    at: int
    end: bool
    html: str


@dataclass(frozen=True, slots=True)
class Added:
    """What a screen adds to plain marks: classes for a run, given the piece on top of
    it, and edges in text order."""

    classes: Callable[[Run, Piece], str] = lambda run, top: ""
    edges: Sequence[Edge] = ()

    def within(self, start: int, end: int) -> Sequence[Edge]:
        """The edges that stand in [start, end)."""
        first = bisect_left(self.edges, start, key=lambda edge: edge.at)
        last = bisect_right(self.edges, end, key=lambda edge: edge.at)
        return [
            edge
            for edge in self.edges[first:last]
            if (edge.at > start if edge.end else edge.at < end)
        ]


PLAIN = Added()


def line(
    start: int,
    end: int,
    text: str,
    pieces: Iterable[Piece],
    labels: Labels,
    added: Added = PLAIN,
) -> str:
    """The inside of the line [start, end) of `text`: its DOM text is just that slice.

    What a label adds to see (a letter, a tint, a line) is in attributes and styles, so
    that offsets never depend on it.
    """
    html: list[str] = []
    cut = list(runs(start, end, pieces))
    tags = _tags(cut)
    for run in cut:
        slice_ = _slice(text, run, added) if added.edges else _plain(text, run)
        if not run.pieces:
            html.append(slice_)
            continue
        # The shortest is on top, also of two that cross: a click opens what is seen.
        stacked = sorted(run.pieces, key=lambda p: (p.start - p.end, p.id))
        marked = [piece for piece in stacked if piece.kind == "annotation"]
        names = dict.fromkeys(
            f"label-{p.label}" for p in run.pieces if p.kind == "annotation"
        )
        proposed = ""
        if len(marked) < len(stacked):
            proposed = _proposed(run, stacked, names)
        if not marked:
            html.append(f'<span class="{" ".join(names)}"{proposed}>{slice_}</span>')
            continue
        ids = dict.fromkeys(piece.id for piece in marked)
        top = marked[-1].label
        more = added.classes(run, marked[-1])
        letters = "".join(
            f'<i class="label-{name}" data-tag="{escape(_letter(name, labels))}"></i>'
            for name in tags.get(run.start, ())
        )
        html.append(
            f'<mark class="{" ".join(names)}{more}" data-spans="{" ".join(ids)}" '
            f'data-top="{top}"{proposed}>{letters}{slice_}</mark>'
        )
    return "".join(html)


def _proposed(run: Run, stacked: Iterable[Piece], names: dict[str, None]) -> str:
    """The attribute that names the suggestions over a run; into `names` go the classes
    that draw their outlines and what is no part of the article."""
    ids: dict[str, None] = {}
    for piece in stacked:
        if piece.kind == "region":
            names["boilerplate"] = None
        elif piece.kind == "suggestion":
            ids[piece.id] = None
            names[f"suggests-{piece.label}"] = None
            if piece.start == run.start:
                names[f"from-{piece.label}"] = None
            if piece.end == run.end:
                names[f"to-{piece.label}"] = None
        elif piece.kind == "looked":
            names |= {"looked-at": None, f"looks-{piece.label}": None}
    return f' data-suggests="{" ".join(ids)}"' if ids else ""


def _plain(text: str, run: Run) -> str:
    return escape(text[run.start : run.end], quote=False)


def _slice(text: str, run: Run, added: Added) -> str:
    """The text of a run with the edges that stand in it."""
    html: list[str] = []
    at = run.start
    for edge in added.within(run.start, run.end):
        html += (escape(text[at : edge.at], quote=False), edge.html)
        at = edge.at
    return "".join((*html, escape(text[at : run.end], quote=False)))


#: How many characters the letter of a label takes up above the text.
_ROOM = 2


def _tags(cut: Iterable[Run]) -> dict[int, dict[str, None]]:
    """The labels whose letters stand above the text, by the start of their run.

    A letter that would lie on those before it stands beside them instead.
    """
    tags: dict[int, dict[str, None]] = {}
    last: dict[str, None] = {}
    free = 0
    for run in cut:
        begun = [
            piece.label
            for piece in run.pieces
            if piece.start == run.start and piece.kind == "annotation"
        ]
        if not begun:
            continue
        if not last or run.start >= free:
            last = tags[run.start] = {}
            free = run.start
        for name in begun:
            if name not in last:
                last[name] = None
                free += _ROOM
    return tags


def _letter(name: str, labels: Labels) -> str:
    label = labels.get(name)
    return label.letter if label else name[:1].upper()


def lines(
    text: str,
    spans: Sequence[tuple[int, int]],
    pieces: Sequence[Piece],
    labels: Labels,
    *,
    swap: bool = False,
    added: Added = PLAIN,
) -> Markup:
    """The elements of the given lines; with `swap`, for htmx to put in their place.

    `pieces` in text order; they may begin before the first line and end after the last.
    """
    html: list[str] = []
    oob = ' hx-swap-oob="true"' if swap else ""
    waiting = sorted(pieces, key=lambda p: p.start)
    open_pieces: list[Piece] = []
    coming = 0
    for start, end in spans:
        open_pieces = [p for p in open_pieces if p.end > start]
        while coming < len(waiting) and waiting[coming].start < end:
            if waiting[coming].end > start:
                open_pieces.append(waiting[coming])
            coming += 1
        # A line that takes another's place has no remembered height: guessed for one
        # moment, at the end of the article, it would move the page.
        names = [n for n, so in (("title", start == 0), ("fresh", swap)) if so]
        classes = f' class="{" ".join(names)}"' if names else ""
        inside = line(start, end, text, open_pieces, labels, added)
        html.append(
            f'<p id="l{start}" data-o="{start}" dir="auto"{classes}{oob}>{inside}</p>\n'
        )
    return Markup("").join(map(Markup, html))


def touched(
    spans: Sequence[tuple[int, int]], stretches: Iterable[Fragment]
) -> list[Fragment]:
    """The lines that share text with any of `stretches`, in order."""
    starts = [start for start, _ in spans]
    found: set[int] = set()
    for start, end in stretches:
        first = max(0, bisect_right(starts, start) - 1)
        found.update(range(first, bisect_left(starts, end)))
    return [spans[at] for at in sorted(found)]


#: More characters than two lines of the list hold at its widest.
_SEEN = 300


def row(annotation: Annotation, text: str, labels: Labels, base: str) -> str:
    """One annotation in the list: its letter, its words, its main attributes, flags."""
    label = labels.get(annotation.label)
    title = label.title if label else annotation.label
    words = " […] ".join(text[start:end] for start, end in annotation.fragments)
    # The list shows two lines and says itself where it stops: more is never seen.
    words = " ".join(words.split())[:_SEEN]
    told = [
        str(annotation.attributes[a.name]).replace("_", " ")
        for a in (label.attributes if label else ())
        if a.must and a.name in annotation.attributes
    ]
    missing = [
        a.title.lower()
        for a in (label.attributes if label else ())
        if a.must and a.name not in annotation.attributes
    ]
    flags = ""
    if missing:
        flags += f'<span class="missing">{escape(", ".join(missing))} missing</span>'
    if annotation.unsure:
        flags += '<span class="flag">unsure</span>'
    if annotation.note:
        flags += f'<span class="flag" title="{escape(annotation.note)}">note</span>'
    return (
        f'<li><a class="row" id="row-{annotation.id}" data-id="{annotation.id}" '
        f'data-label="{annotation.label}" data-start="{annotation.start}" '
        f'href="{escape(base)}?open={annotation.id}">'
        f'<span class="chip label-{annotation.label}">'
        f'<span aria-hidden="true">{escape(_letter(annotation.label, labels))}</span>'
        f'<span class="sr">{escape(title)}</span></span>'
        f'<span class="words" dir="auto">{escape(words)}</span>'
        f'<span class="told">{escape(" · ".join(told))}{flags}</span></a></li>'
    )


def suggestion_row(made: Annotation, text: str, labels: Labels, base: str) -> str:
    """One suggestion in its list: its letter, its words, its main attributes."""
    label = labels.get(made.label)
    words = " […] ".join(text[start:end] for start, end in made.fragments)
    words = " ".join(words.split())[:_SEEN]
    told = [
        str(made.attributes[a.name]).replace("_", " ")
        for a in (label.attributes if label else ())
        if a.must and a.name in made.attributes
    ]
    return (
        f'<li><a class="row" id="suggestion-{made.id}" data-suggestion="{made.id}" '
        f'data-label="{made.label}" data-start="{made.start}" '
        f'href="{escape(base)}?suggestion={made.id}">'
        f'<span class="chip hollow label-{made.label}">'
        f'<span aria-hidden="true">{escape(_letter(made.label, labels))}</span>'
        f'<span class="sr">{escape(label.title if label else made.label)}</span></span>'
        f'<span class="words" dir="auto">{escape(words)}</span>'
        f'<span class="told">{escape(" · ".join(told))}</span></a></li>'
    )


def suggestion_groups(
    starts: Iterable[int], rows: Iterable[tuple[int, str]], *, swap: bool = False
) -> Markup:
    """The list of suggestions as one group for each line that begins at `starts`.

    `rows` are in text order, each with where it begins, in one of those lines.
    """
    of: dict[int, list[str]] = {start: [] for start in starts}
    places = sorted(of)
    for start, row in rows:
        of[places[bisect_right(places, start) - 1]].append(row)
    oob = ' hx-swap-oob="true"' if swap else ""
    html = [
        f'<ul id="suggested{start}"{"" if here else " hidden"}{oob}>{"".join(here)}'
        "</ul>\n"
        for start, here in of.items()
    ]
    return Markup("").join(map(Markup, html))


def groups(
    text: str,
    spans: Sequence[tuple[int, int]],
    annotations: Sequence[Annotation],
    labels: Labels,
    base: str,
    *,
    swap: bool = False,
) -> Markup:
    """The list as one group a line, so that a changed line changes one group.

    `annotations` in text order; only those that start in the given lines are drawn.
    """
    html: list[str] = []
    oob = ' hx-swap-oob="true"' if swap else ""
    starts = [a.start for a in annotations]
    for start, end in spans:
        first, last = bisect_left(starts, start), bisect_left(starts, end)
        if first == last and not swap:
            html.append(f'<ul id="rows{start}" hidden></ul>')
            continue
        hidden = " hidden" if first == last else ""
        inside = "".join(
            row(annotation, text, labels, base)
            for annotation in annotations[first:last]
        )
        html.append(f'<ul id="rows{start}"{hidden}{oob}>{inside}</ul>\n')
    return Markup("").join(map(Markup, html))

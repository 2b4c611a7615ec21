"""How a change of the annotate screen is answered: the parts that differ."""

import secrets
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence

from flask import Response, current_app, redirect, render_template, request, url_for
from markupsafe import Markup
from werkzeug.wrappers import Response as BaseResponse

from workbench.segments import Piece, pieces
from workbench.spans import Annotation, Fragment, SpanError, Value
from workbench.store import batches, sets
from workbench.web import drawing, held, proposed
from workbench.web.asked import number, write_op
from workbench.web.db import db
from workbench.web.fragments import fragment, wanted
from workbench.web.handing_in import check
from workbench.web.screen import (
    following_suggestion,
    form_of,
    greyed_regions,
    suggestion_panel,
    tally_of,
    whole_page,
)
from workbench.web.sheet import (
    RefusedError,
    Sheet,
    annotations_around,
    set_id_of,
    sheet_of,
    typed_note,
)
from workbench.web.spoken import Spoken, spoken

_BACK_AND_FORTH = ("annotate.undo", "annotate.redo")

#: After what the next suggestion is looked at, when the one before is decided by it.
_GOES_ON = ("suggested.accept_several", *_BACK_AND_FORTH)

#: What may change which stretches are greyed.
_MAY_GREY = ("suggested.overrule", *_BACK_AND_FORTH)


def answer_write(
    key: str,
    change: Callable[[Sheet, sets.Op], sets.Done],
    *,
    opens: bool = True,
    decides: str = "",
) -> BaseResponse:
    """The answer to a write: `change(sheet, op)` does it and says what it did.

    After a write that `decides` a suggestion, the next one is shown.

    Lines, rows and counters that differ from what the client shows, as fragments; or
    the page, for a browser without script. Everything that goes wrong is said with the
    present state beside it.
    """
    sheet = sheet_of(key)
    status, said, stale = 200, "", None
    refused: RefusedError | None = None
    done: sets.Done | None = None
    try:
        if sheet.view.how != "off":
            proposed.store(sheet.row, str(current_app.config["DB"]), sheet.text)
        done = change(sheet, write_op())
    except SpanError as error:
        status, said = 409, f"{error} Nothing was changed; select the words again."
    except sets.Stale as error:
        status, said, stale = 409, str(error), error
    except (sets.Closed, sets.Unknown) as error:
        status, said = 409, str(error)
    except RefusedError as error:
        status, said, refused = error.status, str(error), error
    if done and done.changed and sheet.standing:
        batches.keep(db(), sheet.row, sheet.desk.person)
    after = sheet_of(key)
    extra = _conflict(after, stale) if stale else _extra(after, refused)
    about = (done.annotation if done and opens else None) or request.form.get("open")
    about = about or ""
    shows = ""
    if status < 400 and decides:
        shows = _next_suggestion(after, decides)
    elif done and done.changed and request.endpoint in _BACK_AND_FORTH:
        shows = _open_again(after, sheet.rev)
    ghost = status == 200 and not decides and not shows and is_ghost(after)
    if ghost and request.endpoint in _GOES_ON:
        shows = _next_suggestion(after, request.form["looking"])
    if not wanted():
        if status < 400 and (decides or shows):
            return redirect(
                url_for(
                    "annotate.read",
                    key=key,
                    suggestion=shows or None,
                    _anchor="inspector" if shows else "suggested",
                ),
                code=303,
            )
        if status < 400:
            return _back(after, (done.annotation if done else None) or about)
        page = whole_page(
            after,
            said,
            open_id=about or str((request.view_args or {}).get("id", "")),
            extra=extra,
        )
        return Response(page, status, mimetype="text/html")
    # A step that changed nothing leaves open what is open.
    opens = opens and done is not None and (done.changed or done.annotation is not None)
    opens = opens and not shows
    parts: list[str] = [changed_parts(sheet, after, open_id=about, opens=opens), extra]
    if shows or (decides and status == 200) or (ghost and not opens):
        parts.append(panel(after, shows))
    if after.view.proposed.regions and request.endpoint in _MAY_GREY:
        parts.append(_greyed(after))
    if after.standing != sheet.standing or (
        after.standing and after.standing.state and not after.standing.has_it
    ):
        # The place may have gone to somebody else while this was typed.
        parts.append(
            render_template(
                "partials/_standing.html",
                swap=True,
                key=key,
                standing=after.standing,
                finished=bool(after.head and after.head.finished),
            )
        )
    if status == 200 and request.form.get("notice"):
        parts.append(render_template("partials/_notice.html"))
    elif status == 200 and request.form.get("checking"):
        parts.append(_check_anew(after))
    if status == 200 and request.endpoint == "annotate.revise":
        parts.append(render_template("partials/_field_problems.html", problems=[]))
    heard = Spoken(said) if said else spoken(sheet, after, done, shows)
    parts.append(
        render_template(
            "partials/_said.html",
            said=heard.words,
            # What has a place of its own on the screen is only spoken.
            bad=status >= 400 and not extra,
            told=heard.told,
            about=heard.place,
        )
    )
    return fragment(Markup("").join(map(Markup, parts)), status)


def _next_suggestion(sheet: Sheet, decided: str) -> str:
    """The suggestion to look at after one: the one that the page goes to, or the next
    in the text; "" when all are decided."""
    opened = sheet.view.all_open()
    wanted_ = request.form.get("next", "")
    if any(p.ref == wanted_ for p in opened):
        return wanted_
    here = sheet.view.proposed.get(decided)
    return following_suggestion(here.shown.start if here else 0, opened)


def _open_again(sheet: Sheet, rev: int) -> str:
    """The first suggestion that was decided before `rev` and is not now; "" without
    one."""
    if sheet.head is None or sheet.view.how == "off":
        return ""
    back = sets.touched(db(), sheet.head.id, rev).sources
    if not back:
        return ""
    return next(
        (p.ref for p in sheet.view.all_open() if not back.isdisjoint(p.taken.names)), ""
    )


def is_ghost(sheet: Sheet) -> bool:
    """Whether the client looks at a suggestion that is not open any more."""
    looked = sheet.view.proposed.get(request.values.get("looking", ""))
    if looked is None:
        return False
    mine = annotations_around(sheet, looked.shown.fragments)
    return not sheet.view.open([looked], mine)


def panel(sheet: Sheet, ref: str) -> Markup:
    """The panel of a suggestion, or none, in the place of what is open."""
    found = suggestion_panel(sheet, ref, sheet.view.all_open()) if ref else {}
    template = "_suggestion" if found else "_inspector"
    return Markup(
        render_template(
            f"partials/{template}.html",
            base=url_for("annotate.read", key=sheet.key),
            swap=True,
            **tally_of(sheet),
            **(found or {"annotation": None}),
        )
    )


def _greyed(sheet: Sheet) -> Markup:
    """What is greyed, listed anew."""
    return Markup(
        render_template(
            "partials/_greyed.html",
            base=url_for("annotate.read", key=sheet.key),
            swap=True,
            regions=greyed_regions(sheet),
            **tally_of(sheet),
        )
    )


def _back(sheet: Sheet, about: str) -> BaseResponse:
    """Sends a browser without script to the page, at the annotation if it is there."""
    there = about and sheet.head and sets.annotation(db(), sheet.head.id, about)
    return redirect(
        url_for(
            "annotate.read",
            key=sheet.key,
            open=about if there else None,
            _anchor=f"row-{about}" if there else None,
        ),
        code=303,
    )


def _extra(sheet: Sheet, refused: RefusedError | None) -> Markup:
    """What a refusal shows in a place of its own, if anything."""
    if refused is None or "template" not in refused.details:
        return Markup()
    return Markup(
        render_template(
            refused.details["template"],
            base=url_for("annotate.read", key=sheet.key),
            said=str(refused),
            **tally_of(sheet),
            **{k: v for k, v in refused.details.items() if k != "template"},
        )
    )


def _check_anew(sheet: Sheet) -> Markup:
    """The list of what is to be mended, as it is after a change."""
    found = check(sheet)
    return Markup(
        render_template(
            "partials/_check.html",
            base=url_for("annotate.read", key=sheet.key),
            said=found.said,
            check=found,
            **tally_of(sheet),
        )
    )


def changed_parts(
    seen: Sheet, sheet: Sheet, *, open_id: str, opens: bool = False
) -> Markup:
    """The lines, rows and counters that changed since the rev the client shows."""
    asked = number("rev")
    rev = seen.rev if asked is None else asked
    base = url_for("annotate.read", key=sheet.key)
    parts: list[str] = []
    touched: set[str] = set()
    if sheet.head and rev < sheet.rev:
        since = sets.touched(db(), sheet.head.id, rev)
        touched = since.ids
        proposals = sheet.view.proposed.proposals if since.sources else ()
        changed = drawing.touched(
            sheet.lines,
            [
                *since.stretches,
                # What is free again, wherever the annotation made of it lay last.
                *(
                    f
                    for p in proposals
                    if not since.sources.isdisjoint(p.taken.names)
                    for f in p.shown.fragments
                ),
            ],
        )
        if changed:
            found = sets.around(db(), sheet.head.id, changed[0][0], changed[-1][1])
            parts += _drawn(sheet, changed, found, base)
    shown = {"base": base, "swap": True, **tally_of(sheet)}
    parts.append(render_template("partials/_tally.html", **shown))
    if opens or (open_id in touched and _theirs(open_id, sheet)):
        form = form_of(sheet, open_id, offers=False)
        parts.append(render_template("partials/_inspector.html", **shown, **form))
    return Markup("").join(map(Markup, parts))


def _drawn(
    sheet: Sheet, changed: Sequence[Fragment], found: Sequence[Annotation], base: str
) -> Iterable[Markup]:
    """Lines and their rows, in the place of what the page has; `found` are the
    annotations there."""
    opened: list[proposed.Proposal] = []
    greyed: list[Piece] = []
    if sheet.view.how != "off":
        near = sheet.view.proposed.within(changed[0][0], changed[-1][1])
        # An annotation may reach into these lines only, a suggestion beyond them.
        mine = found
        if any(
            p.shown.start < changed[0][0] or p.shown.end > changed[-1][1] for p in near
        ):
            start = min(p.shown.start for p in near)
            end = max(p.shown.end for p in near)
            mine = sets.around(db(), set_id_of(sheet), start, end)
        opened = sheet.view.open(near, mine)
        greyed = sheet.view.pieces(opened)
    drawn = [*pieces(found), *greyed]
    yield drawing.lines(sheet.text, changed, drawn, held.labels(), swap=True)
    yield drawing.groups(sheet.text, changed, found, held.labels(), base, swap=True)
    with_any = set(sheet.view.proposed.lines)
    starts = [start for start, _ in changed if start in with_any]
    if starts:
        listed = [
            (p.shown.start, p.row)
            for p in opened
            if _line_of(sheet.lines, p.shown.start) in starts
        ]
        yield drawing.suggestion_groups(starts, listed, swap=True)


def _line_of(lines: Sequence[Fragment], offset: int) -> int:
    """Where the line with that offset begins."""
    return lines[bisect_right(lines, offset, key=lambda line: line[0]) - 1][0]


def _theirs(id: str, sheet: Sheet) -> bool:
    """Whether the open form shows something that this request did not send itself."""
    return (
        request.method == "GET"
        or sheet.head is None
        or sets.annotation(db(), sheet.head.id, id) is None
    )


def _conflict(sheet: Sheet, stale: sets.Stale) -> Markup:
    """Mine and theirs, side by side, with both choices."""
    fields = [
        (name, value)
        for name, value in request.form.items(multi=True)
        if name not in ("op", "seen", "rev", "client", "notice", "checking")
    ]
    differences = []
    if stale.present and request.endpoint == "annotate.revise":
        differences = list(_differences(stale.present))
    return Markup(
        render_template(
            "partials/_conflict.html",
            base=url_for("annotate.read", key=sheet.key),
            action=request.path,
            fields=fields,
            stale=stale,
            differences=differences,
            rev=sheet.rev,
            op=secrets.token_hex(8),
        )
    )


def _differences(present: Annotation) -> Iterable[tuple[str, str, str]]:
    """Where the form and the annotation differ: the field, what the form has, what
    the annotation has."""
    label = held.labels().get(present.label)
    for attribute in label.attributes if label else ():
        mine = attribute.parse(request.form.get(attribute.name, ""))
        theirs = present.attributes.get(attribute.name)
        if mine != theirs:
            yield attribute.title, _written(mine), _written(theirs)
    if typed_note() != (present.note or ""):
        yield "Note", typed_note(), present.note or ""
    unsure = "unsure" in request.form
    if unsure != present.unsure:
        yield "Unsure", "yes" if unsure else "no", "yes" if present.unsure else "no"


def _written(value: Value | None) -> str:
    return "" if value is None else str(value).replace("_", " ")

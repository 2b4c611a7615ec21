"""Adjudication: the cases of an article, side by side, and every decision."""

import secrets
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Any, NoReturn

from flask import (
    Blueprint,
    Response,
    abort,
    flash,
    redirect,
    render_template,
    request,
    url_for,
)
from markupsafe import Markup
from werkzeug.wrappers import Response as BaseResponse

from workbench import adjudication as domain
from workbench import spans, text
from workbench.adjudication import Aim, Case, Decision, DecisionError
from workbench.dataset import read_annotation, set_record
from workbench.spans import Annotation, Fragment, SpanError
from workbench.store import adjudications, articles, batches, records, sets
from workbench.store.adjudications import AdjudicationError, Table
from workbench.store.articles import Stored
from workbench.store.batches import Batch
from workbench.suggest import prefill
from workbench.web import drawing, guard, held
from workbench.web.asked import number, whole, write_op
from workbench.web.checks import incomplete, unfinished, unknown_claims
from workbench.web.db import db
from workbench.web.docket import Docket, usual
from workbench.web.fragments import fragment, goto, wanted
from workbench.web.guide import case_key_groups

blueprint = Blueprint("adjudicate", __name__)

#: How far from its place the words of an edit are looked for, in code points.
_NEAR = 400


def _schema() -> str:
    """The $id of the schema, as gold carries it."""
    return str(held.contract().schema["$id"])


def _article(key: str) -> Stored:
    return articles.get(db(), key) or _nothing(f"There is no article {key!r} here.")


def _nothing(message: str) -> NoReturn:
    abort(404, message)


# --- one article ----------------------------------------------------------------------


def _docket(key: str) -> Docket | None:
    """The cases of the article as the signed-in lead may see them; None before they are
    begun, or before the lead said that own labels are known."""
    table = adjudications.read(db(), key, held.labels())
    me = guard.me().id
    if table is None or (
        me not in table.own and adjudications.labelled(db(), table.article, me)
    ):
        return None
    return Docket(table, held.labels(), me)


@blueprint.get("/adjudicate/<key>")
def read(key: str) -> str:
    """The cases of an article; before they are begun, what to know first."""
    stored = _article(key)
    docket = _docket(key)
    if docket is None:
        return _beginning(stored)
    return _page(stored, docket, open_key=request.args.get("open"))


def _beginning(stored: Stored, problem: str = "") -> str:
    key = stored.article.id
    found = next((o for o in adjudications.listed(db()) if o.key == key), None)
    return render_template(
        "pages/adjudication_begin.html",
        article=stored.article,
        key=key,
        found=found,
        cases=len(adjudications.glimpse(db(), key, held.labels())),
        own=adjudications.labelled(db(), stored.row, guard.me().id),
        problem=problem,
    )


@blueprint.post("/adjudicate/<key>/begin")
def begin(key: str) -> BaseResponse | tuple[str, int]:
    """The adjudication begun; `knowing` says that own labels here are known."""
    stored = _article(key)
    try:
        adjudications.begin(
            db(),
            key,
            guard.me().id,
            labels=held.labels(),
            knowing=request.form.get("knowing") == "yes",
        )
    except AdjudicationError as error:
        return _beginning(stored, str(error)), 409
    return redirect(url_for("adjudicate.read", key=key), code=303)


def _page(
    stored: Stored,
    docket: Docket,
    said: str = "",
    *,
    open_key: str | None,
    **more: Any,
) -> str:
    table = docket.table
    if open_key is None or open_key not in docket.numbers:
        open_key = docket.first
    pieces, added = docket.drawn
    batch = batches.of_article(db(), stored.row)
    return render_template(
        "pages/adjudicate.html",
        article=stored.article,
        words=stored.words,
        batch=batch,
        article_lines=drawing.lines(
            table.text, docket.lines, pieces, held.labels(), added=added
        ),
        keys=case_key_groups(held.labels()),
        following=_following(table.key, batch) if table.signed_off else None,
        letters=[person.letter for person in table.people],
        said=said,
        rows=docket.rows(),
        **_tally(docket),
        **_opened(docket, open_key, editing=request.values.get("choice") == "edit"),
        **more,
    )


def _tally(docket: Docket) -> dict[str, Any]:
    """What the progress, the list's head and the hidden fields of forms need."""
    table = docket.table
    alike = [case for case in table.cases if case.unanimous]
    return {
        "base": url_for("adjudicate.read", key=table.key),
        "key": table.key,
        "table": table,
        "named": docket.named,
        "rev": table.rev,
        "op": secrets.token_hex(8),
        "decided": len(table.cases) - len(table.undecided),
        "total": len(table.cases),
        "alike": len(alike),
        "single": len(table.people) == 1,
        "alike_open": len(table.unanimous),
        "rules": {rule: docket.reach(rule) for rule in ("majority", "union")}
        if table.undecided and not table.signed_off
        else {},
        "shows": docket.shows,
        "finished": table.signed_off,
    }


def _opened(docket: Docket, key: str, *, editing: bool = False) -> dict[str, Any]:
    """What the panel of one case needs; a shut one when there is none."""
    found = docket.opened(key)
    if found is None:
        return {"opened": None, "editing": False}
    before, after = docket.beside(key)
    was = found.decided.decision if found.decided else None
    # What was refused to a browser without script is not lost.
    refused = request.method == "POST" and not wanted()
    reason, note = (was.reason, was.note) if was else (None, "")
    if refused:
        reason, note = _why(was)
    return {
        "opened": found,
        "reason": reason,
        "note": note,
        "editing": editing and not docket.table.signed_off,
        "labels": held.labels(),
        "reasons": domain.REASONS,
        "before": before,
        "after": after,
        "next_open": docket.following(key),
        **(_edited(docket, found.case) if editing else {}),
    }


def _edited(docket: Docket, case: Case) -> dict[str, Any]:
    """What the form of an edit holds: what was decided, or somebody's proposal."""
    draft, links = docket.draft(case)
    excerpts = [docket.table.text[s:e] for s, e in draft.fragments]
    if request.method == "POST" and not wanted():
        # It was refused: nothing that was typed is lost.
        draft = replace(draft, label=request.form.get("label", draft.label))
        draft = replace(draft, attributes=request.form.to_dict())
        typed = [one for one in request.form.getlist("exact") if one.strip()]
        excerpts = typed or excerpts
    label = docket.label(draft.label) or held.labels().labels[0]
    suggestions: dict[str, dict[str, str]] = {}
    for attribute in label.attributes:
        if attribute.suggest == "claim":
            suggestions["claim"] = _claims()
        elif attribute.suggest:
            said = case.attributes().get(attribute.name, {}).values()
            known = suggestions.setdefault(attribute.suggest, {})
            known |= {str(value): "" for value in said if value is not None}
    return {
        "draft": draft,
        "label": label,
        "excerpts": excerpts,
        "voices": docket.voices(case, links),
        "suggestions": suggestions,
    }


def _claims() -> dict[str, str]:
    """The proposition of every canonical claim, by its id."""
    return {claim["id"]: claim["proposition"] for claim in records.claims(db())}


def _following(key: str, batch: Batch | None) -> str | None:
    """The next article that waits for an adjudicator, in the same batch if one does."""
    name = batch.name if batch else None
    found = [o for o in adjudications.waiting(db(), held.labels()) if o.key != key]
    found.sort(key=lambda one: one.batch != name)
    return found[0].key if found else None


@blueprint.get("/adjudicate/<key>/cases/<case>")
def open_case(key: str, case: str) -> str | BaseResponse:
    """One case side by side, alone or in its page."""
    choice = request.args.get("choice")
    if not wanted():
        place = url_for("adjudicate.read", key=key, open=case, choice=choice)
        return redirect(place)
    docket = _docket(key) or _not_begun()
    if case not in docket.numbers:
        said = render_template(
            "partials/_said.html", said=str(adjudications.Moved(case)), bad=True
        )
        return fragment(_parts(docket, "", anyway=True) + Markup(said), 409)
    return render_template(
        "partials/_case.html",
        **_tally(docket),
        **_opened(docket, case, editing=choice == "edit"),
    )


@blueprint.get("/adjudicate/<key>/changes")
def changed(key: str) -> BaseResponse:
    """What changed since the page was drawn: for a second window, or another lead."""
    if not wanted():
        return redirect(url_for("adjudicate.read", key=key))
    docket = _docket(key) or _not_begun()
    return fragment(_parts(docket, request.args.get("open", "")))


def _not_begun() -> NoReturn:
    abort(409, "Load the page again: there is something to know before you decide.")


# --- writing --------------------------------------------------------------------------


class RefusedError(ValueError):
    """A decision cannot be taken as it is; `problems` are those of single fields."""

    def __init__(self, message: str, problems: Sequence[Any] = ()) -> None:
        super().__init__(message)
        self.problems = problems


def _answer(
    key: str,
    act: Callable[[sets.Op], sets.Done],
    *,
    about: str = "",
    follow: bool = False,
    told: bool = False,
    spoken: Callable[[Docket], str] = lambda docket: "Saved.",
) -> BaseResponse:
    """The answer to a write: `act` does it; then the case, its lines and row and the
    progress, as fragments, or the page for a browser without script.

    Everything that goes wrong is said with the present state beside it. `about` is the
    case that is open then; with `follow`, the one that was changed. What came of it is
    `told` to all when it is more than the open case shows.
    """
    stored = _article(key)
    status, said = 200, ""
    problems: Sequence[Any] = ()
    choose = ""
    done: sets.Done | None = None
    try:
        done = act(write_op(f"form {guard.me().id}"))
    except adjudications.SignedOff as error:
        flash(str(error))
        return _elsewhere(url_for("adjudicate.read", key=key, open=about or None))
    except adjudications.OwnWork:
        return _elsewhere(url_for("adjudicate.read", key=key))
    except adjudications.Overtaken as error:
        status, said, choose = 409, str(error), "Decide it my way"
    except adjudications.NotYours as error:
        status, said = 409, str(error)
        choose = f"{request.path.rpartition('/')[2].capitalize()} it all the same"
    except (adjudications.Moved, sets.Unknown) as error:
        status, said = 409, str(error)
    except SpanError as error:
        status, said = 409, f"{error} Nothing was changed."
    except RefusedError as error:
        status, said, problems = 422, str(error), error.problems
    except (AdjudicationError, DecisionError) as error:
        status, said = 422, str(error)
    docket = _docket(key)
    if docket is None:
        return _elsewhere(url_for("adjudicate.read", key=key))
    if follow and done and done.changed:
        about = _changed_last(docket, about)
    elif request.endpoint == "adjudicate.sign_off" and status == 422:
        about, follow = docket.first if docket.table.undecided else _amiss(docket), True
    if about not in docket.numbers:
        about = docket.first
    extra = _overtaken(docket, about, said, choose) if choose else Markup()
    if not wanted():
        if status < 400:
            return redirect(
                url_for("adjudicate.read", key=key, open=about or None), code=303
            )
        page = _page(
            stored, docket, said, open_key=about, extra=extra, problems=problems
        )
        return Response(page, status, mimetype="text/html")
    parts = [_parts(docket, about, opens=status != 422, anyway=follow), extra]
    if request.form.get("notice") and status == 200:
        parts.append(Markup(render_template("partials/_notice.html")))
    if request.form.get("choice") == "edit":
        parts.append(
            Markup(
                render_template(
                    "partials/_field_problems.html", problems=problems, **_label()
                )
            )
        )
    parts.append(
        Markup(
            render_template(
                "partials/_said.html",
                said=said or spoken(docket),
                bad=status >= 400 and not (choose or problems),
                told=told and status == 200,
            )
        )
    )
    return fragment(Markup("").join(parts), status)


def _amiss(docket: Docket) -> str:
    """The first case of which an export would refuse what was decided; "" for none."""
    table = docket.table
    made = adjudications.gold_of(table, labels=held.labels(), schema=_schema())
    written = set_record(made, table.text)["annotations"]
    for problem in unfinished(made, table.text, held.contract(), _claims()):
        kind, _, rest = problem.path.partition("/")
        at = whole(rest.partition("/")[0])
        if kind != "annotations" or at is None:
            continue
        wrong = replace(read_annotation(written[at]), id="", origin=None)
        for case in table.cases:
            if table.decisions[case.key].decision.result == wrong:
                return case.key
    return ""


def _label() -> dict[str, Any]:
    return {"label": held.labels().get(request.form.get("label", ""))}


def _elsewhere(url: str) -> BaseResponse:
    return goto(url) if wanted() else redirect(url, code=303)


def _overtaken(docket: Docket, key: str, said: str, choose: str) -> Markup:
    """What somebody else did meanwhile, with both choices; `choose` names the own."""
    fields = [
        (name, value)
        for name, value in request.form.items(multi=True)
        if name not in ("op", "seen", "rev", "client", "notice", "shows", "sure")
    ]
    return Markup(
        render_template(
            "partials/_overtaken.html",
            said=said,
            fields=fields,
            choose=choose,
            action=request.path,
            outcome=docket.outcome(docket.table.decisions[key].decision)
            if "choice" in request.form and key in docket.table.decisions
            else "",
            open_key=key,
            **_tally(docket),
        )
    )


def _changed_last(docket: Docket, key: str) -> str:
    """The case that the last step was about; `key` when that is one of several."""
    keys = _last(docket)
    return key if key in keys or not keys else keys[0]


def _last(docket: Docket) -> list[str]:
    """The cases that the last step was about."""
    events = sets.events(db(), docket.table.set_id, docket.table.rev - 1)
    return [c.id for event in events for c in event.changes if c.what == "decision"]


def _parts(
    docket: Docket, key: str, *, opens: bool = False, anyway: bool = False
) -> Markup:
    """The lines, rows and progress that differ from what the client shows; with
    `opens`, or when it changed, the open case too; `anyway` also over another one."""
    table = docket.table
    shown = {"swap": True, **_tally(docket)}
    asked = number("rev")
    same = request.values.get("shows") == docket.shows
    touched, stretches = _touched(docket, table.rev if asked is None else asked)
    if same:
        lines = drawing.touched(docket.lines, stretches)
        rows = [docket.row(case) for case in table.cases if case.key in touched]
        listed = [
            render_template("partials/_case_row.html", row=row, **shown) for row in rows
        ]
    else:
        # A source changed, or nothing is known of what the page shows.
        lines = list(docket.lines)
        listed = [render_template("partials/_cases.html", rows=docket.rows(), **shown)]
        anyway = True
        if key not in docket.numbers:
            key = docket.first
    pieces, added = docket.drawn
    parts = [
        drawing.lines(table.text, lines, pieces, held.labels(), swap=True, added=added),
        *listed,
        render_template("partials/_case_tally.html", **shown),
        render_template("partials/_unanimous.html", **shown),
    ]
    keep = request.form.get("keep") == "yes"
    seen = key in touched and request.method == "GET"
    if anyway or (opens and not keep) or seen:
        editing = request.form.get("choice") == "edit" and not anyway
        found = _opened(docket, key, editing=editing)
        parts.append(
            render_template("partials/_case.html", anyway=anyway, **shown, **found)
        )
    return Markup("").join(map(Markup, parts))


def _touched(docket: Docket, rev: int) -> tuple[set[str], list[Fragment]]:
    """The cases decided or undecided since `rev`, and the text that they are drawn in,
    now and then."""
    keys: set[str] = set()
    stretches: list[Fragment] = []
    if rev < docket.table.rev:
        for event in sets.events(db(), docket.table.set_id, rev):
            for change in event.changes:
                if change.what != "decision":
                    continue
                keys.add(change.id)
                for side in (change.before, change.after):
                    if side and side["result"]:
                        stretches += [(f[0], f[1]) for f in side["result"]["fragments"]]
    return keys, [*stretches, *docket.stretches(keys)]


# --- decisions ------------------------------------------------------------------------


@blueprint.post("/adjudicate/<key>/cases/<case>")
def decide(key: str, case: str) -> BaseResponse:
    """What becomes of a case, by the choice that the form has."""

    def act(op: sets.Op) -> sets.Done:
        choice, _, letter = request.form.get("choice", "").partition(" ")
        makers: dict[str, Callable[[Case, Table], Decision]] = {
            "take": lambda case, table: domain.take(case, table.of(letter).key),
            "union": lambda case, table: domain.union(case, table.cases, table.text),
            "intersection": lambda case, table: domain.intersection(
                case, table.cases, table.text
            ),
            "reject": lambda case, table: domain.reject(case),
            "edit": _edit,
        }
        if choice not in makers:
            raise RefusedError("Choose what becomes of the case.")

        def make(case: Case, table: Table) -> Decision:
            before = table.decisions.get(case.key)
            was = before.decision if before else None
            why, note = _why(was)
            if was and was.reason == why and (was.choice, choice).count("reject") == 1:
                # Why something was rejected is not why it is taken after all.
                why = None
            if choice == "reject" and why is None:
                why = usual(case)
            return domain.because(makers[choice](case, table), why, note)

        return _decide(key, op, case, make)

    return _answer(key, act, about=case, spoken=partial(_spoken, case))


def _decide(
    key: str, op: sets.Op, case: str, make: Callable[[Case, Table], Decision]
) -> sets.Done:
    return adjudications.decide(
        db(), key, guard.me().id, op, case, make, labels=held.labels()
    )


def _why(was: Decision | None) -> tuple[str | None, str]:
    """Reason and note that the form has, or those that there were when it has none: a
    key may decide before the case has come."""
    if was and not request.form.keys() & {"reason", "note"}:
        return was.reason, was.note
    return _reason(), _note()


def _reason() -> str | None:
    """The reason that the form has, if any."""
    reason = request.form.get("reason", "")
    return reason if reason in domain.REASONS else None


def _note() -> str:
    return request.form.get("note", "").replace("\r\n", "\n").strip()[:2000]


def _spoken(key: str, docket: Docket) -> str:
    """What a screen reader hears after a decision."""
    one = docket.table.decisions.get(key)
    left = len(docket.table.undecided)
    number = docket.numbers.get(key)
    told = f"{docket.outcome(one.decision)}" if one else "undecided again"
    why = domain.REASONS.get(one.decision.reason or "") if one else None
    because = f", {why.lower()}" if why else ""
    return f"Case {number}: {told}{because}. Saved. {left} left."


@blueprint.post("/adjudicate/<key>/cases/<case>/reason")
def explain(key: str, case: str) -> BaseResponse:
    """Another reason or note for what was decided."""

    def act(op: sets.Op) -> sets.Done:
        def make(case: Case, table: Table) -> Decision:
            one = table.decisions.get(case.key)
            if one is None:
                raise RefusedError("Decide the case first, then say why.")
            reason = _reason()
            if reason is None and one.decision.choice == "reject":
                reason = usual(case)
            return domain.because(one.decision, reason, _note())

        return _decide(key, op, case, make)

    return _answer(key, act, about=case, spoken=partial(_spoken, case))


def _edit(case: Case, table: Table) -> Decision:
    """The case as the form of an edit has it, checked against text and schema."""
    label = held.labels().get(request.form.get("label", ""))
    if label is None:
        raise RefusedError("Choose a label.")
    fragments = _fragments(case, table)
    attributes = label.parse(
        request.form,
        lambda draft: {
            problem.path
            for problem in held.contract().attribute_problems(label.name, draft)
        },
    )
    problems = held.contract().attribute_problems(label.name, attributes)
    if request.form.get("was", label.name) != label.name:
        # Under another label stays what fits it, and the text tells the rest.
        wrong = {problem.path for problem in problems}
        place = prefill.Place(table.text, fragments, ())
        attributes = prefill.attributes(label, place) | {
            name: value for name, value in attributes.items() if name not in wrong
        }
    else:
        problems += unknown_claims(label, attributes, _claims())
        if problems:
            raise RefusedError("This was not saved: see the marked field.", problems)
    aims = []
    for chosen in request.form.getlist("link"):
        type, _, rest = chosen.partition(" ")
        letter, _, target = rest.partition(" ")
        aims.append(Aim(type, table.of(letter).key, target))
    known = {
        Aim(link.type, p.person, link.target)
        for p in case.proposals
        for link in p.links
    }
    if not known.issuperset(aims):
        raise RefusedError("A link that you chose is no more: look at the case again.")
    return domain.edit(case, Annotation("", label.name, fragments, attributes), aims)


def _fragments(case: Case, table: Table) -> tuple[Fragment, ...]:
    """The words of an edit: by offsets with their text, or as typed words near by.

    :raises SpanError: they overlap, or offsets and text do not agree.
    :raises RefusedError: the words are not near the case.
    """
    found: list[Fragment] = []
    starts, ends = request.form.getlist("start"), request.form.getlist("end")
    for n, written in enumerate(request.form.getlist("exact")):
        exact = written.replace("\r\n", "\n")
        if not exact.strip():
            continue
        at = [whole(side[n]) if n < len(side) else None for side in (starts, ends)]
        if at[0] is not None and at[1] is not None:
            place = (at[0], at[1])
            if table.text[slice(*place)] == exact:
                found.append(spans.trim(table.text, *place))
                continue
        near = [
            place
            for place in text.occurrences(table.text, exact)
            if place[1] > case.start - _NEAR and place[0] < case.end + _NEAR
        ]
        if not near:
            raise RefusedError(
                "These words do not stand at this place. Copy them from the article, "
                "just as they stand there."
            )
        origin = case.start if at[0] is None else at[0]
        found.append(min(near, key=lambda place: abs(place[0] - origin)))
    if not found:
        raise RefusedError("Type or paste the words that it covers.")
    return spans.fragments_of(sorted(found), len(table.text))


@blueprint.post("/adjudicate/<key>/unanimous")
def accept_unanimous(key: str) -> BaseResponse:
    """Every undecided case in which all say the same, accepted in one step."""
    return _several(key, "unanimous", "accept_unanimous")


@blueprint.post("/adjudicate/<key>/rule")
def apply_rule(key: str) -> BaseResponse:
    """Every undecided case that a rule decides, as a starting point."""
    return _several(key, request.form.get("rule", ""), "apply_rule")


def _several(key: str, rule: str, verb: str) -> BaseResponse:
    many: list[int] = []

    def act(op: sets.Op) -> sets.Done:
        done, count = adjudications.apply_rule(
            db(), key, guard.me().id, op, rule, labels=held.labels(), verb=verb
        )
        many.append(count)
        return done

    def spoken(docket: Docket) -> str:
        n, left = sum(many), len(docket.table.undecided)
        return f"{n} case{'' if n == 1 else 's'} decided. Saved. {left} left."

    about = request.form.get("open", "")
    return _answer(key, act, about=about, told=True, spoken=spoken)


@blueprint.post("/adjudicate/<key>/undo")
def undo(key: str) -> BaseResponse:
    """The last step back; it works after a reload, and as often as there are steps."""
    return _stepped(key, adjudications.undo)


@blueprint.post("/adjudicate/<key>/redo")
def redo(key: str) -> BaseResponse:
    """The step that was undone last, again."""
    return _stepped(key, adjudications.redo)


def _stepped(key: str, step: Callable[..., sets.Done]) -> BaseResponse:
    """The answer to a step back or forth, at the case that it was about."""
    stepped: list[bool] = []

    def act(op: sets.Op) -> sets.Done:
        sure = request.form.get("sure") == "yes"
        made = step(db(), key, guard.me().id, op, labels=held.labels(), sure=sure)
        stepped.append(made.changed)
        return made

    def spoken(docket: Docket) -> str:
        verb = request.path.rpartition("/")[2]
        if not any(stepped):
            return f"There is nothing to {verb}."
        found = _last(docket)
        if len(found) == 1 and found[0] in docket.numbers:
            return _spoken(found[0], docket)
        n, left = len(found), len(docket.table.undecided)
        many = f"{n} case{'' if n == 1 else 's'}"
        return f"{verb.capitalize()}: {many}. Saved. {left} left."

    about = request.form.get("open", "")
    return _answer(key, act, about=about, follow=True, told=True, spoken=spoken)


@blueprint.post("/adjudicate/<key>/names")
def reveal(key: str) -> BaseResponse:
    """The names behind the letters, for this lead; that is recorded."""

    def act(op: sets.Op) -> sets.Done:
        return adjudications.reveal(db(), key, guard.me().id, op, labels=held.labels())

    answer = _answer(key, act, about=request.form.get("open", ""))
    return _reload(key, answer)


@blueprint.post("/adjudicate/<key>/sign-off")
def sign_off(key: str) -> BaseResponse:
    """The article signed off, once every case has a decision."""

    def act(op: sets.Op) -> sets.Done:
        return adjudications.sign_off(
            db(),
            key,
            guard.me().id,
            op,
            labels=held.labels(),
            schema=_schema(),
            check=partial(incomplete, contract=held.contract(), claims=_claims()),
        )

    # To the top, where it is told, and where the next article is.
    return _reload(key, _answer(key, act, about=request.form.get("open", "")), case="")


@blueprint.post("/adjudicate/<key>/reopen")
def reopen(key: str) -> BaseResponse:
    """The article, open for decisions again; gold versions made of it stay."""

    def act(op: sets.Op) -> sets.Done:
        return adjudications.reopen(db(), key, guard.me().id, op, labels=held.labels())

    return _reload(key, _answer(key, act, about=request.form.get("open", "")))


def _reload(key: str, answer: BaseResponse, case: str | None = None) -> BaseResponse:
    """What changes a whole page is loaded anew, with `case` or the one that is open."""
    shown = request.form.get("open") if case is None else case
    if wanted() and answer.status_code == 200:
        return goto(url_for("adjudicate.read", key=key, open=shown or None))
    return answer

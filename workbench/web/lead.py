"""What a lead sees first: what needs a decision, how far the batches are, the log."""

import json
import re
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from itertools import groupby

from flask import (
    Blueprint,
    Response,
    render_template,
    request,
    url_for,
)

from workbench.store import (
    accounts,
    adjudications,
    batches,
    overview,
    questions,
    sets,
    suggestions,
)
from workbench.store.batches import Batch
from workbench.store.overview import Logged, Pace, Wanted
from workbench.suggest import suggesters
from workbench.web import held
from workbench.web.asked import number
from workbench.web.db import db
from workbench.web.fragments import fragment, wanted

blueprint = Blueprint("lead", __name__)

#: A batch that nobody worked on for so long needs a look.
_STILL = timedelta(days=3)
#: An invitation that ends so soon needs a look.
_SOON = timedelta(days=2)
#: Fewer submissions than this in a week foretell nothing.
_ENOUGH = 3
#: How many questions and lost places the dashboard shows one by one.
_FIRST = 5
#: How many events a page of the log has, and the dashboard's excerpt.
_PAGE, _EXCERPT = 100, 8
#: A rule of which less than this share is accepted is named, once this many of its
#: suggestions are decided: of fewer, chance alone may have it so.
_DOUBT, _DECIDED = 0.5, 10
#: What a stretch of work is called after the event in it that says most.
_DID = {
    "submit": "submitted",
    "return": "returned",
    "reopen": "reopened",
    "import": "imported",
}


@dataclass(frozen=True, slots=True)
class Need:
    """Something that waits for a lead: what it is, where, and what to do about it."""

    what: str
    place: str
    go: str
    #: The act beside it, "give", "take" or "close", and the row ids that it is about.
    act: str = ""
    batch: int = 0
    article: int = 0
    person: int = 0


@dataclass(frozen=True, slots=True)
class Going:
    """A batch and how it goes."""

    batch: Batch
    articles: int
    people: int
    slots: int
    taken: int
    submitted: int
    pace: str
    forecast: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """What one person did at one article without doing anything else between."""

    at: str
    person: str
    annotator: str
    kind: str
    article: str
    title: str
    did: str


@blueprint.get("/lead")
def dashboard() -> str | Response:
    """The dashboard; asked again, only what changed since."""
    going = [_going(one) for one in batches.progress(db()) if not one.batch.closed]
    needs = _needs(going)
    lately = _stretches(overview.log(db(), limit=_PAGE))[:_EXCERPT]
    # A name for all that is shown: the same name, the same page.
    told = repr((going, needs, lately))
    seen = sha256(told.encode()).hexdigest()[:16]
    if wanted() and request.args.get("seen") == seen:
        return Response(status=204)
    template = "partials/_board.html" if wanted() else "pages/lead.html"
    page = render_template(template, going=going, needs=needs, lately=lately, seen=seen)
    return fragment(page)


def _stretches(log: list[Logged]) -> list[Stretch]:
    found: list[Stretch] = []
    for _, events in groupby(log, lambda one: (one.person, one.annotator, one.article)):
        one, *before = events
        verbs = {one.verb, *(other.verb for other in before)}
        did = next((_DID[verb] for verb in _DID if verb in verbs), "worked on")
        found.append(
            Stretch(
                one.at,
                one.person,
                one.annotator,
                one.kind,
                one.article,
                one.title,
                did,
            )
        )
    return found


@blueprint.get("/suggestions")
def suggested() -> str:
    """What people made of the suggestions of each rule."""
    labels = [label.name for label in held.labels().primary]
    rules = suggestions.acceptance(db(), labels, suggesters.LEAST["careful"])
    return render_template(
        "pages/suggestions.html", rules=rules, doubt=_DOUBT, enough=_DECIDED
    )


# --- what needs a decision ------------------------------------------------------------


def _needs(going: list[Going]) -> list[Need]:
    return [
        *_questions(),
        *_lost(),
        *_disabled(),
        *_adjudication(),
        *(need for one in going for need in _of_batch(one)),
        *_flagged(going),
        *_doubtful(),
        *_invitations(),
    ]


def _questions() -> Iterator[Need]:
    # Where a lead spoke last, it is the annotator's turn.
    found = [
        one
        for one in questions.threads(db(), open_only=True)
        if one.messages[-1].person == one.person
    ]
    for thread in found[:_FIRST]:
        about = f"“{_short(thread.words or thread.title)}”"
        yield Need(
            f"{thread.person} asks about {about}: {_short(thread.messages[-1].text)}",
            url_for("questions.listing", _anchor=f"thread-{thread.id}"),
            "Answer",
        )
    if len(found) > _FIRST:
        yield Need(
            f"{_count(len(found) - _FIRST, 'more question')} open",
            url_for("questions.listing"),
            "See them all",
        )


def _adjudication() -> Iterator[Need]:
    """What everybody has submitted and nobody has signed off, by batch."""
    contract = held.contract()
    waiting: dict[str, int] = {}
    for one in adjudications.waiting(db(), contract.labels):
        waiting[one.batch or ""] = waiting.get(one.batch or "", 0) + 1
    for name, n in sorted(waiting.items()):
        batch = batches.named(db(), name) if name else None
        yield Need(
            f"{_count(n, 'article')}{f' of {name}' if name else ''} "
            f"wait{'s' if n == 1 else ''} for adjudication.",
            url_for("adjudications.listing", batch=batch.id if batch else None),
            "Decide",
        )


def _lost() -> Iterator[Need]:
    found = batches.lost_work(db())
    for one in found[:_FIRST]:
        yield Need(
            f"{one.person} labelled “{_short(one.title)}” and lost the place"
            + ("." if one.free else "; others have taken it."),
            url_for(
                "batches.read", id=one.batch.id, at=f"{one.article}.{one.person_id}"
            ),
            one.batch.name,
            act="give" if one.free else "",
            article=one.article,
            person=one.person_id,
        )
    if len(found) > _FIRST:
        yield Need(
            f"{_count(len(found) - _FIRST, 'more lost place')} with work on it",
            url_for("batches.lost"),
            "See them all",
        )


def _doubtful() -> Iterator[Need]:
    labels = [label.name for label in held.labels().primary]
    for who, rule, taken, decided in suggestions.doubtful(
        db(), labels, below=_DOUBT, least=_DECIDED
    ):
        yield Need(
            f"Of what the rule {rule or 'without a name'} of {who} suggests, people "
            f"accepted {taken} of {decided}.",
            url_for("lead.suggested"),
            "See the rules",
        )


def _disabled() -> Iterator[Need]:
    for batch, name, person, who, many in batches.held_by_disabled(db()):
        yield Need(
            f"{who} is disabled and has {_count(many, 'article')} in {name}.",
            url_for("batches.read", id=batch, person=person),
            "See",
            act="take",
            batch=batch,
            person=person,
        )


def _of_batch(one: Going) -> Iterator[Need]:
    batch, place = one.batch, url_for("batches.read", id=one.batch.id)
    team = batches.members(db(), batch.id)
    active = sum(1 for m in team if m.part and not m.disabled)
    if one.articles and one.submitted >= one.slots:
        yield Need(
            f"{batch.name} is done: everything is submitted.",
            place,
            "See it",
            act="close",
            batch=batch.id,
        )
        return
    if not one.articles:
        yield Need(
            f"{batch.name} has no articles yet.",
            url_for("batches.more", id=batch.id),
            "Add some",
        )
    if active < batch.overlap:
        yield Need(
            f"{batch.name} has {active} active "
            f"{'person' if active == 1 else 'people'}, and {batch.overlap} are to "
            "label each article.",
            url_for("batches.change", id=batch.id),
            "Add people",
        )
    worked = overview.last_worked(db()).get(batch.id) or batch.made
    if worked < (datetime.now(UTC) - _STILL).isoformat() and one.articles:
        yield Need(
            f"Nobody has worked on {batch.name} since {worked[:10]}.", place, "See it"
        )


def _flagged(going: list[Going]) -> Iterator[Need]:
    names = {one.batch.id: one.batch.name for one in going}
    found = overview.flagged(db())
    for batch, name in names.items():
        here = [one for one in found if one.batch == batch]
        if here:
            yield Need(
                f"{_count(len(here), 'submitted article')} of {name} with unsure marks "
                "or notes",
                url_for("lead.flagged", batch=batch),
                "Read them",
            )


def _invitations() -> Iterator[Need]:
    soon = (datetime.now(UTC) + _SOON).isoformat(timespec="seconds")
    for one in accounts.invitations(db()):
        if one.open and one.expires < soon:
            whom = f" “{_short(one.remark)}”" if one.remark else ""
            yield Need(
                f"The invitation{whom} ends on {one.expires[:10]}, and nobody used it.",
                url_for("team.listing"),
                "See it",
            )


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 90 else f"{line[:89].rstrip()}…"


def _count(n: int, what: str) -> str:
    return f"{n:,} {what}{'' if n == 1 else 's'}"


# --- how the batches go ---------------------------------------------------------------


def _going(one: batches.Progress) -> Going:
    pace = overview.pace(db(), one.batch.id)
    return Going(
        one.batch,
        one.articles,
        one.people,
        one.slots,
        one.taken,
        one.submitted,
        _pace(pace),
        _forecast(pace),
    )


def _pace(pace: Pace) -> str:
    """The median time of the work, in words; never of a person."""
    if pace.seconds_per_100_words is None:
        return ""
    minutes = pace.seconds_per_100_words / 60
    shown = f"{minutes:.1f}" if minutes < 10 else f"{minutes:.0f}"
    return (
        f"median {shown} min per 100 words, over "
        f"{_count(pace.articles_timed, 'submission')}"
    )


def _forecast(pace: Pace) -> str:
    """When the batch may be done, in words."""
    if not pace.slots_left:
        return "all submitted"
    if pace.days_left is None or pace.submitted_last_week < _ENOUGH:
        return "not enough data yet to say how long it takes"
    days = max(1, round(pace.days_left * 5 / 7))
    if days > 40:
        return f"at last week’s pace, about {round(days / 5)} weeks"
    return f"at last week’s pace, about {_count(days, 'working day')}"


# --- what annotators were unsure of ---------------------------------------------------


@blueprint.get("/lead/flagged")
def flagged() -> str:
    """Submitted sets with unsure marks or notes."""
    batch = number("batch")
    found = overview.flagged(db())
    return render_template(
        "pages/flagged.html",
        batch=batches.get(db(), batch) if batch else None,
        found=[one for one in found if batch in (None, one.batch)],
    )


# --- the log --------------------------------------------------------------------------

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def _wanted() -> Wanted:
    day = request.args.get("day", "")
    return Wanted(
        person=request.args.get("person", ""),
        verb=request.args.get("verb", ""),
        article=request.args.get("article", "").strip(),
        batch=number("batch"),
        day=day if _DAY.fullmatch(day) else "",
    )


@blueprint.get("/activity")
def activity() -> str:
    """The event table, filtered, newest first."""
    asked = _wanted()
    found = overview.log(db(), asked, before=number("before") or 2**62, limit=_PAGE + 1)
    given = {name: value for name, value in asdict(asked).items() if value}
    template = "partials/_activity.html" if wanted() else "pages/activity.html"
    return render_template(
        template,
        log=[replace(one, changes=sets.told(one.changes)) for one in found[:_PAGE]],
        more=found[_PAGE - 1].id if len(found) > _PAGE else None,
        later=number("before") is not None,
        asked=asked,
        given=given,
        people=[one.name for one in accounts.accounts(db())],
        verbs=overview.verbs(db()),
        batches=[one.batch for one in batches.progress(db())],
    )


@blueprint.get("/activity.jsonl")
def activity_file() -> Response:
    """The same events, all of them, as JSON lines."""

    def lines(found: Iterator[Logged]) -> Iterator[str]:
        for one in found:
            yield json.dumps(asdict(one), ensure_ascii=False) + "\n"

    answer = Response(
        lines(overview.whole_log(db(), _wanted())), mimetype="application/jsonl"
    )
    answer.headers["Content-Disposition"] = 'attachment; filename="activity.jsonl"'
    return answer

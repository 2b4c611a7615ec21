"""What is said after a change: to a screen reader, and where the screen does not show
it by itself, to everybody."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from flask import request

from workbench import text
from workbench.labels import Label
from workbench.store import sets
from workbench.web import held
from workbench.web.db import db
from workbench.web.sheet import Sheet

#: Of words that are named in a sentence, so many characters.
_NAMED = 40


@dataclass(frozen=True, slots=True)
class Spoken:
    """Words, whether everybody is told, and the offset of what they are about."""

    words: str
    told: bool = False
    place: int | None = None


def spoken(seen: Sheet, sheet: Sheet, done: sets.Done | None, shows: str) -> Spoken:
    """What is said of a write that was `done` between `seen` and `sheet`; `shows` is
    the suggestion that is shown next."""
    what = request.endpoint or ""
    if done and done.changed and what in ("annotate.undo", "annotate.redo"):
        return _step_back(seen, sheet, redo=what == "annotate.redo", shows=shows)
    if what in ("suggested.accept_several", "annotate.label_elsewhere"):
        verb = "accepted" if what == "suggested.accept_several" else "labelled"
        return Spoken(_counted(_changes(seen, sheet), verb), told=True)
    if what == "suggested.overrule":
        return Spoken(_greyed(seen, sheet), told=True)
    if what == "suggested.reject":
        return Spoken("Rejected. Saved." if done and done.changed else "Saved.")
    found = (
        sets.annotation(db(), sheet.head.id, done.annotation)
        if done and done.annotation and sheet.head
        else None
    )
    if found is None:
        return Spoken("Saved.")
    label = held.labels().get(found.label)
    title = label.title if label else found.label
    if what == "annotate.add" and done and not done.changed:
        return Spoken(f"This {title.lower()} is labelled already.", told=True)
    words = text.words(" ".join(sheet.text[s:e] for s, e in found.fragments))
    counted = "1 word" if words == 1 else f"{words} words"
    return Spoken(f"{title}, {counted}. Saved.")


def _changes(seen: Sheet, sheet: Sheet) -> tuple[sets.Change, ...]:
    """What the last event changed since `seen`."""
    found = sets.events(db(), sheet.head.id, seen.rev) if sheet.head else []
    return found[-1].changes if found else ()


def _counted(changes: Iterable[sets.Change], verb: str) -> str:
    """How many of each label are new; what only came along is not counted."""
    new = [c.after for c in changes if c.what == "annotation" and c.before is None]
    told = _how_many(new, held.labels().primary)
    return f"{told} {verb}." if told else f"None was left to be {verb}."


def _how_many(records: Iterable[sets.Json], labels: Iterable[Label]) -> str:
    """How many records there are of each of `labels`: "2 quotes and 1 figure"."""
    made = Counter(record["label"] for record in records)
    return " and ".join(
        f"{made[label.name]:,} {label.title.lower()}{'s' * (made[label.name] != 1)}"
        for label in labels
        if made[label.name]
    )


def _greyed(seen: Sheet, sheet: Sheet) -> str:
    new = sheet.view.total - seen.view.total
    if len(sheet.view.read) < len(seen.view.read):
        return "This is greyed out again: nothing is suggested in it."
    if new <= 0:
        return "This is the article: nothing is suggested in it."
    return (
        f"This is the article: {new} suggestion{'s are' if new > 1 else ' is'} new "
        "in it."
    )


# --- a step back or again -------------------------------------------------------------


def _step_back(seen: Sheet, sheet: Sheet, *, redo: bool, shows: str) -> Spoken:
    changes = _changes(seen, sheet)
    verb = "Done again" if redo else "Undone"
    side = _first(changes)
    fragments = side.get("fragments", [side.get("fragment")]) if side else []
    place = fragments[0][0] if fragments else None
    about = (_again(changes) if shows and not redo else "") or _about(changes)
    return Spoken(
        f"{verb}: {about}. Saved." if about else f"{verb}. Saved.", True, place
    )


def _main(changes: Sequence[sets.Change]) -> sets.Change | None:
    """The annotation that a step was about, rather than what came along with it."""
    return next(iter(_marked(changes)), None)


def _marked(changes: Sequence[sets.Change]) -> list[sets.Change]:
    """The annotations of a step, without the cues and sources that came along."""
    marked = [c for c in changes if c.what == "annotation"]
    primary = {label.name for label in held.labels().primary}
    mine = [c for c in marked if (c.after or c.before)["label"] in primary]
    return mine or marked


def _turned(changes: Sequence[sets.Change]) -> tuple[sets.Change, sets.Json] | None:
    """The first suggestion or region that is on one side of a change alone."""
    for change in changes:
        if change.what in ("rejected", "regions"):
            for one in (*change.after, *change.before):
                if (one in change.before) != (one in change.after):
                    return change, one
    return None


def _first(changes: Sequence[sets.Change]) -> sets.Json:
    """The record that a step was about; None when it was about no words."""
    one = _main(changes)
    if one:
        return one.after or one.before
    turned = _turned(changes)
    return turned[1] if turned else None


def _again(changes: Sequence[sets.Change]) -> str:
    """What is suggested again, now that a step was undone that had accepted it."""
    gone = [c for c in _marked(changes) if c.after is None]
    if not gone:
        return ""
    if len(gone) == 1:
        return f"{_named(gone[0].before)} is suggested again"
    return f"{_how_many((c.before for c in gone), held.labels())} are suggested again"


def _about(changes: Sequence[sets.Change]) -> str:
    """What a step changed, in words: its first annotation, or what else there is."""
    one = _main(changes)
    if one:
        more = len(_marked(changes)) - 1
        rest = f", and {more} more" if more else ""
        return _of_annotation(one) + (
            rest if one.before is None or not one.after else ""
        )
    turned = _turned(changes)
    if turned and turned[0].what == "rejected":
        change, suggestion = turned
        back = "rejected" if suggestion in change.after else "suggested again"
        return f"{_named(suggestion)} is {back}"
    if turned:
        change, stretch = turned
        back = (
            "is the article’s again" if stretch in change.after else "is greyed again"
        )
        return f"a stretch {back}"
    if any(c.what == "relation" for c in changes):
        return "a link"
    return "what there is none of" if any(c.what == "none" for c in changes) else ""


def _of_annotation(change: sets.Change) -> str:
    before, after = change.before, change.after
    if before is None:
        return f"{_named(after)} is there again"
    if after is None:
        return f"{_named(before)} is gone"
    label = held.labels().get(after["label"])
    told = _differing(before, after, label)
    return f"{' and '.join(told) or 'a change'} of {_named(after)}"


def _differing(before: sets.Json, after: sets.Json, label: Label | None) -> list[str]:
    """What two versions of an annotation differ in, as the form calls it."""
    if before["label"] != after["label"]:
        return ["the label"]
    old, new = before.get("attributes", {}), after.get("attributes", {})
    told = [
        a.title.lower()
        for a in (label.attributes if label else ())
        if old.get(a.name) != new.get(a.name)
    ]
    named = (("fragments", "the borders"), ("note", "the note"), ("unsure", "“unsure”"))
    return told + [words for key, words in named if before.get(key) != after.get(key)]


def _named(record: sets.Json) -> str:
    label = held.labels().get(record["label"])
    words = text.named(" … ".join(record["text"]), _NAMED)
    return f"{label.title.lower() if label else record['label']} {words}"

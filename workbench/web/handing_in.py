"""What is looked at before an article is submitted, and while it is being mended."""

from dataclasses import dataclass

from workbench.dataset import AnnotationSet
from workbench.store import sets, suggestions
from workbench.web import guard, held
from workbench.web.checks import Note, named_problems, notes
from workbench.web.db import db
from workbench.web.sheet import Sheet, claim_words, set_id_of


@dataclass(frozen=True, slots=True)
class Check:
    """What has to be mended, and what may be left as it is."""

    problems: list[Note]
    notes: list[Note]

    @property
    def said(self) -> str:
        """The outcome in a sentence."""
        if self.problems:
            return f"{len(self.problems)} to mend before this can be submitted."
        if self.notes:
            return "Nothing is missing. Look at this before you submit."
        return "Nothing is missing."


def check(sheet: Sheet) -> Check:
    """What stands between the person's set and its submission."""
    whole = (
        sets.whole(db(), sheet.head.id, guard.me().name, "human")
        if sheet.head
        else AnnotationSet(guard.me().name)
    )
    return Check(
        named_problems(whole, sheet.text, held.contract(), claim_words()),
        notes(whole, sheet.text, sheet.labels) + _undecided(sheet),
    )


def _undecided(sheet: Sheet) -> list[Note]:
    """That suggestions are still open, which nobody need decide: whoever decided none
    of the article's does without them, and is not asked."""
    left = sheet.view.all_open()
    if not left or not suggestions.decided(db(), set_id_of(sheet)):
        return []
    told = (
        "1 suggestion is not decided"
        if len(left) == 1
        else f"{len(left):,} suggestions are not decided"
    )
    return [Note(None, f"{told}. You may leave it at that.", suggestion=left[0].ref)]

"""What an export of gold is made of, as the store hands it out."""

from collections.abc import Mapping
from dataclasses import dataclass

from workbench.adjudication.splits import Item
from workbench.dataset import ArticleRecord, Record


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a batch's gold; without a batch, of the articles that are in none.

    `articles` counts those in it, `paths` its annotations by how they came about.
    """

    id: int
    batch: int | None
    number: int
    name: str
    guideline: str
    schema: str
    remark: str
    by: str
    made: str
    articles: int
    annotations: int
    rejected: int
    paths: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Material:
    """Versions of gold, and all that has to be known of them.

    `records` are the articles with one gold set each, `labelled` the same ones with
    what their annotators submitted last, both by id. `came` are all articles that were
    in gold until then, in the order in which they came in, with the claims that tie
    them together. `in_play` are the labels of the batch of each version, by its name,
    where there is a batch. Of their articles, `unsigned` are in no gold, `reopened`
    were reopened since, and in `own` the adjudicator had labelled, too. `team` are the
    names of everybody here, and `secret` draws the pseudonyms.
    """

    versions: tuple[Version, ...]
    records: tuple[ArticleRecord, ...]
    labelled: tuple[ArticleRecord, ...]
    came: tuple[Item, ...]
    claims: tuple[Record, ...]
    in_play: Mapping[str, tuple[str, ...]]
    unsigned: tuple[str, ...]
    reopened: tuple[str, ...]
    own: tuple[str, ...]
    team: tuple[str, ...]
    secret: str

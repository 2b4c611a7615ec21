"""Article records and datasets in .jsonl and .json files."""

from collections.abc import Iterator
from pathlib import Path

from workbench.dataset import Problem, Record
from workbench.files.found import Claim, FileProblem, Item, Piece, piece_of, placed
from workbench.files.links import Link, broken, links_of, twice, unknown_claims
from workbench.schema import Contract, UnreadableError, lines_of, parse


def jsonl_items(path: Path, contract: Contract) -> Iterator[Item | int]:
    """What each line of the file holds, and how many bytes of it have been read.

    One line is held at a time.
    """
    links: list[Link] = []
    articles: set[str] = set()
    with path.open("rb") as file:
        # A file splits at line feeds only; U+2028 inside a text is no line's end.
        for number, raw in enumerate(file, 1):
            yield len(raw)
            for item in _line_items(path, number, raw, contract) if raw.strip() else ():
                if isinstance(item, Link):
                    links.append(item)
                else:
                    if isinstance(item, Piece):
                        articles.add(item.id)
                    yield item
    inside = [link for link in links if link.article in articles]
    # Most files have no such links, and are not read again for what they end at.
    if inside:
        wanted = {link.article for link in inside}
        records = _records_of(path, wanted, contract)
        for link, problem in broken(inside, records, contract.labels):
            yield FileProblem(str(path), link.line, problem.path, problem.message)


def _line_items(
    path: Path, number: int, raw: bytes, contract: Contract
) -> Iterator[Item | Link]:
    try:
        # With its line feed, what breaks off would be said to break off on the next.
        record = parse(raw.rstrip(), number)
    except UnreadableError as error:
        yield FileProblem(str(path), error.line, "", str(error))
        return
    problems = contract.article_problems(record)
    for problem in problems:
        yield FileProblem(str(path), number, problem.path, problem.message)
    if not problems:
        yield piece_of(str(path), number, record)
        for i, set_ in enumerate(record["annotation_sets"]):
            yield from links_of(set_, f"annotation_sets/{i}", number)


def _records_of(path: Path, ids: set[str], contract: Contract) -> Iterator[Record]:
    """The good records of these ids in a .jsonl file."""
    with path.open("rb") as file:
        for raw in file:
            try:
                record = parse(raw)
            except UnreadableError:
                continue
            if (
                isinstance(record, dict)
                and record.get("id") in ids
                and not contract.article_problems(record)
            ):
                yield record


def dataset_items(
    path: Path, text: str, record: Record, contract: Contract
) -> Iterator[Item]:
    """The articles and claims of a dataset file, and everything amiss in it."""
    problems = contract.dataset_problems(record)
    claims: list[Record] = [] if problems else record.get("claims", [])
    problems += twice(claims, "claims")
    known = {claim["id"] for claim in claims}
    good: dict[int, Record] = {}
    links: list[Link] = []
    articles = record["articles"] if isinstance(record["articles"], list) else []
    for i, article in enumerate(articles):
        wrong = contract.article_problems(article)
        problems += [
            Problem(f"articles/{i}/{p.path}".rstrip("/"), p.message) for p in wrong
        ]
        if wrong:
            continue
        good[i] = article
        for j, set_ in enumerate(article["annotation_sets"]):
            at = f"articles/{i}/annotation_sets/{j}"
            links += links_of(set_, at, None)
            if known:
                problems += unknown_claims(set_, known, contract.labels, at)
    ids = {article["id"] for article in good.values()}
    inside = [link for link in links if link.article in ids]
    problems += [p for _, p in broken(inside, good.values(), contract.labels)]
    yield from placed(str(path), text, problems)
    lines = lines_of(text, [f"articles/{i}" for i in good])
    for i, article in good.items():
        yield piece_of(str(path), lines[f"articles/{i}"], article)
    yield from _claims(path, text, claims)


def claims_items(
    path: Path, text: str, record: Record, contract: Contract
) -> Iterator[Item]:
    """The canonical claims of a claims.json, or what is amiss in it."""
    problems = contract.dataset_problems(record | {"articles": []})
    if not problems:
        problems += twice(record["claims"], "claims")
    yield from placed(str(path), text, problems)
    if not problems:
        yield from _claims(path, text, record["claims"])


def _claims(path: Path, text: str, claims: list[Record]) -> Iterator[Claim]:
    lines = lines_of(text, [f"claims/{i}" for i in range(len(claims))])
    for i, claim in enumerate(claims):
        yield Claim(str(path), lines[f"claims/{i}"], claim)

"""Exports through the browser: proved first, and only then sent."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO

from flask import Blueprint, abort, render_template, request, send_file
from werkzeug.wrappers import Response

from workbench import files
from workbench.adjudication import Version, splits
from workbench.files import gold as gold_files
from workbench.store import articles, gold, now
from workbench.web import held, proved
from workbench.web.asked import number
from workbench.web.db import db

blueprint = Blueprint("export", __name__)

#: The parts that the page offers; the command takes any names.
PARTS = ("train", "dev", "test")
_LARGEST_SEED = 2**31 - 1


@dataclass(frozen=True, slots=True)
class Asked:
    """The form for gold as it was filled in; text, until it is understood."""

    version: str = ""
    shape: str = "zip"
    people: str = "pseudonyms"
    rejected: bool = False
    licence: str = ""
    seed: str = "0"
    shares: tuple[str, ...] = ("",) * len(PARTS)


@blueprint.get("/export")
def page() -> str:
    """What can be exported, and in which form; `version` is gold to begin with."""
    return _page([], Asked(version=request.args.get("version", "")))


def _page(problems: Sequence[str], asked: Asked) -> str:
    return render_template(
        "pages/export.html",
        problems=problems,
        articles=articles.count(db()),
        versions=gold.every(db()),
        asked=asked,
        parts=PARTS,
    )


@blueprint.get("/export/file")
def file() -> Response | tuple[str, int]:
    """The whole database as one proved file, or the list of what is wrong with it."""
    format = request.args.get("format", "jsonl")
    if format not in proved.TYPES:
        told = f"There is no format {format!r}: choose json or jsonl."
        return _page([told], Asked()), 422
    try:
        return proved.export(format)
    except files.ExportRefused as refused:
        return _page([str(problem) for problem in refused.problems], Asked()), 422


# --- gold -----------------------------------------------------------------------------


@blueprint.get("/export/gold")
def gold_file() -> Response | tuple[str, int]:
    """Gold as a zip with its data card and manifest, or as the one file, or the list of
    what is wrong; the same as `workbench export --gold`."""
    args = request.args
    asked = Asked(
        args.get("version", "").strip(),
        args.get("shape", "zip"),
        args.get("people", "pseudonyms"),
        "rejected" in args,
        args.get("licence", "").strip(),
        args.get("seed", "").strip() or "0",
        tuple(args.get(name, "").strip() for name in PARTS),
    )
    wrong, wanted = _understood(asked)
    if wrong:
        return _page(wrong, asked), 422
    versions = _versions(asked.version)
    if not versions:
        told = "There is no gold yet: sign articles off, and make a version."
        return _page([told], asked), 422
    contract = held.contract()
    day = now()[:10]
    try:
        made, _ = gold_files.gold_files(
            gold.material(db(), versions, contract.labels), wanted, contract, day
        )
    except files.ExportRefused as refused:
        return _page([str(problem) for problem in refused.problems], asked), 422
    if asked.shape == "file":
        return _sent(made["gold.jsonl"], f"gold-{day}.jsonl", proved.TYPES["jsonl"])
    name = f"gold-{day}"
    return _sent(gold_files.zipped(made, name), f"{name}.zip", "application/zip")


def _understood(asked: Asked) -> tuple[list[str], gold_files.Wanted]:
    """What is wrong with what was asked, and what it comes to."""
    wrong = []
    seed = 0
    if asked.seed.isascii() and asked.seed.isdigit() and len(asked.seed) <= 10:
        seed = int(asked.seed)
    else:
        wrong.append(
            f"{asked.seed!r} is no seed: write a whole number from 0 to "
            f"{_LARGEST_SEED:,}."
        )
    parts = None
    if any(asked.shares):
        given = list(zip(PARTS, asked.shares, strict=True))
        try:
            parts = splits.shares(",".join(f"{n}={share or 0}" for n, share in given))
        except splits.SplitError:
            wrong.append(
                "A split needs a whole number for at least one part, and not "
                + ", ".join(f"{share!r} for {name}" for name, share in given if share)
                + ": 80, 10 and 10, say."
            )
    if parts and asked.shape == "file":
        wrong.append("A split has a file for each part: choose the zip.")
    wanted = gold_files.Wanted(
        parts, seed, asked.rejected, asked.people == "names", asked.licence
    )
    return wrong, wanted


def _versions(asked: str) -> list[Version]:
    """The version that is asked for, or the newest of every batch."""
    if not asked:
        return gold.newest(db())
    id = number("version")
    found = None if id is None else gold.get(db(), id)
    return [found or abort(404, f"There is no version {asked!r} of any gold.")]


def _sent(content: bytes, name: str, mimetype: str) -> Response:
    response = send_file(
        BytesIO(content), mimetype=mimetype, as_attachment=True, download_name=name
    )
    # The same address has other gold tomorrow: no browser may keep today's.
    response.headers["Cache-Control"] = "no-store"
    response.headers["X-Content-SHA256"] = hashlib.sha256(content).hexdigest()
    return response

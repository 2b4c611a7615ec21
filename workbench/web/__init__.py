"""The web: one blueprint a concern, put together by `create_app`."""

import os
import secrets
from collections.abc import Mapping
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

from flask import Flask
from jinja2 import StrictUndefined

from workbench import places, schema
from workbench.store import migrations, people
from workbench.store.batches import SUGGESTIONS


class SettingError(ValueError):
    """A setting is none of those there are; the message says which there are."""


def create_app(config: Mapping[str, object] | None = None) -> Flask:
    """The application; its database is brought up to date on the way.

    Settings: DB (path of the database), SCHEMA (path of the schema), SUGGESTIONS (in
    articles of no batch), TRUSTED_HOSTS and whatever Flask knows; from `config`, else
    from WORKBENCH_* in the environment.

    :raises SettingError: SUGGESTIONS is none of those that a batch has.
    :raises StoreError: the database cannot be used.
    :raises SchemaError: the schema cannot be followed.
    """
    app = Flask(
        __name__,
        static_folder=str(places.shipped("static")),
        template_folder=str(places.shipped("templates")),
    )
    app.config.from_mapping(
        DB=str(places.instance() / "workbench.db"),
        SCHEMA=None,
        # How readily suggestions are shown in articles that are in no batch.
        SUGGESTIONS="careful",
        MAX_CONTENT_LENGTH=64_000_000,
        MAX_FORM_MEMORY_SIZE=16_000_000,
        MAX_FORM_PARTS=20_000,
        PERMANENT_SESSION_LIFETIME=timedelta(days=30),
        SESSION_COOKIE_NAME="workbench",
        SESSION_REFRESH_EACH_REQUEST=False,
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        TRUSTED_HOSTS=["localhost", "127.0.0.1"],
    )
    app.config.from_prefixed_env("WORKBENCH")
    app.config.from_mapping(config or {})
    if app.config["SUGGESTIONS"] not in SUGGESTIONS:
        raise SettingError(
            f"WORKBENCH_SUGGESTIONS is {app.config['SUGGESTIONS']!r}: it must be one "
            f"of {', '.join(SUGGESTIONS)}."
        )
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    path = Path(str(app.config["DB"]))
    path.parent.mkdir(parents=True, exist_ok=True)
    if not app.config.get("SECRET_KEY"):
        app.config["SECRET_KEY"] = secret_key(path.parent)
    contract = schema.load(
        Path(str(app.config["SCHEMA"])) if app.config["SCHEMA"] else None
    )
    app.extensions["contract"] = contract
    migrations.migrate(path)

    from workbench.web import (
        adjudicate,
        adjudications,
        against_gold,
        agreement,
        annotate,
        api,
        articles,
        assets,
        batches,
        compare,
        compression,
        errors,
        export,
        fragments,
        guard,
        guide,
        guidelines,
        lead,
        questions,
        queue,
        sign_in,
        suggested,
        team,
    )
    from workbench.web.db import Connections

    app.extensions["connections"] = Connections(path)
    people.lead(app.extensions["connections"].get())
    fragments.init_app(app)
    assets.init_app(app)
    compression.init_app(app)
    guard.init_app(app)
    errors.init_app(app)
    guide.init_app(app)
    for part in (
        sign_in,
        team,
        articles,
        batches,
        annotate,
        suggested,
        compare,
        against_gold,
        agreement,
        adjudications,
        adjudicate,
        export,
        guide,
        guidelines,
        lead,
        questions,
        queue,
        api,
    ):
        app.register_blueprint(part.blueprint)
    return app


def secret_key(folder: Path) -> str:
    """The key that signs sessions, made once and kept beside the database."""
    path = folder / "secret_key"
    if not path.exists():
        # Made under another name: no second process may read a key half written.
        made = folder / f".secret_key-{secrets.token_hex(4)}"
        descriptor = os.open(made, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="ascii") as file:
            file.write(secrets.token_hex(32))
        with suppress(FileExistsError):
            os.link(made, path)
        made.unlink()
    return path.read_text(encoding="ascii").strip()

"""The tables of a team: accounts, batches, assignments, questions, time."""

STATEMENTS = (
    "ALTER TABLE person ADD COLUMN password TEXT CHECK (password <> '')",
    "ALTER TABLE person ADD COLUMN disabled TEXT",
    """
    CREATE TABLE invitation (
        id INTEGER PRIMARY KEY,
        token_sha256 TEXT NOT NULL UNIQUE CHECK (length(token_sha256) = 64),
        role TEXT NOT NULL CHECK (role IN ('annotator', 'lead')),
        remark TEXT NOT NULL DEFAULT '',
        made_by INTEGER NOT NULL REFERENCES person (id),
        made TEXT NOT NULL,
        expires TEXT NOT NULL,
        used TEXT,
        used_by INTEGER REFERENCES person (id),
        revoked TEXT,
        CHECK ((used IS NULL) = (used_by IS NULL)),
        CHECK (used IS NULL OR revoked IS NULL)
    ) STRICT
    """,
    """
    CREATE TABLE sign_in_attempt (
        id INTEGER PRIMARY KEY,
        who TEXT NOT NULL,
        at REAL NOT NULL
    ) STRICT
    """,
    "CREATE INDEX sign_in_attempt_by_who ON sign_in_attempt (who, at)",
    """
    CREATE TABLE token (
        id INTEGER PRIMARY KEY,
        person_id INTEGER NOT NULL REFERENCES person (id),
        name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 80),
        token_sha256 TEXT NOT NULL UNIQUE CHECK (length(token_sha256) = 64),
        scope TEXT NOT NULL CHECK (scope IN ('read', 'write')),
        made TEXT NOT NULL,
        expires TEXT NOT NULL,
        last_used TEXT,
        revoked TEXT
    ) STRICT
    """,
    """
    CREATE TABLE guideline (
        version TEXT PRIMARY KEY CHECK (version <> ''),
        text TEXT NOT NULL CHECK (text <> ''),
        remark TEXT NOT NULL DEFAULT '',
        made_by INTEGER REFERENCES person (id),
        made TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE batch (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL UNIQUE CHECK (length(name) BETWEEN 1 AND 80),
        guideline TEXT NOT NULL CHECK (guideline <> ''),
        overlap INTEGER NOT NULL CHECK (overlap BETWEEN 1 AND 50),
        labels TEXT NOT NULL CHECK (json_type(labels) = 'array'),
        lease_hours INTEGER NOT NULL DEFAULT 48 CHECK (lease_hours >= 1),
        closed TEXT,
        made_by INTEGER NOT NULL REFERENCES person (id),
        made TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE batch_person (
        batch_id INTEGER NOT NULL REFERENCES batch (id),
        person_id INTEGER NOT NULL REFERENCES person (id),
        PRIMARY KEY (batch_id, person_id)
    ) STRICT, WITHOUT ROWID
    """,
    # An article is in one batch at most: its sets belong to that batch's guideline.
    """
    CREATE TABLE batch_article (
        article_id INTEGER PRIMARY KEY REFERENCES article (id),
        batch_id INTEGER NOT NULL REFERENCES batch (id),
        place INTEGER NOT NULL CHECK (place > 0),
        calibration INTEGER NOT NULL CHECK (calibration IN (0, 1)),
        UNIQUE (batch_id, place)
    ) STRICT
    """,
    # A slot: one of the k places of an article; skipped and released ones are free.
    """
    CREATE TABLE assignment (
        id INTEGER PRIMARY KEY,
        article_id INTEGER NOT NULL REFERENCES batch_article (article_id),
        person_id INTEGER NOT NULL REFERENCES person (id),
        state TEXT NOT NULL
            CHECK (state IN ('open', 'returned', 'skipped', 'released')),
        reason TEXT NOT NULL DEFAULT '',
        given_by INTEGER REFERENCES person (id),
        since TEXT NOT NULL,
        lease TEXT,
        UNIQUE (article_id, person_id),
        CHECK (state <> 'skipped' OR reason <> '')
    ) STRICT
    """,
    "CREATE INDEX assignment_by_person ON assignment (person_id, state)",
    *(
        f"""
        CREATE TRIGGER assignment_never_more_than_k_{when.split()[0].lower()}
        BEFORE {when} ON assignment
        WHEN new.state IN ('open', 'returned') AND (
            SELECT count(*)
            FROM assignment
            WHERE article_id = new.article_id
                AND state IN ('open', 'returned')
                AND id IS NOT new.id
        ) >= (
            SELECT CASE WHEN batch_article.calibration
                THEN 1000000 ELSE batch.overlap END
            FROM batch_article JOIN batch ON batch.id = batch_article.batch_id
            WHERE batch_article.article_id = new.article_id
        )
        BEGIN SELECT RAISE(ABORT, 'an article has at most its overlap of people'); END
        """
        for when in ("INSERT", "UPDATE OF state")
    ),
    """
    CREATE TABLE thread (
        id INTEGER PRIMARY KEY,
        set_id INTEGER NOT NULL REFERENCES annotation_set (id),
        annotation_id TEXT,
        resolved TEXT
    ) STRICT
    """,
    "CREATE INDEX thread_by_set ON thread (set_id)",
    """
    CREATE TABLE message (
        id INTEGER PRIMARY KEY,
        thread_id INTEGER NOT NULL REFERENCES thread (id),
        person_id INTEGER NOT NULL REFERENCES person (id),
        at TEXT NOT NULL,
        text TEXT NOT NULL CHECK (text <> ''),
        op TEXT NOT NULL UNIQUE
    ) STRICT
    """,
    """
    CREATE TABLE active_time (
        set_id INTEGER PRIMARY KEY REFERENCES annotation_set (id),
        seconds REAL NOT NULL CHECK (seconds >= 0)
    ) STRICT
    """,
)

"""The tables of adjudication: cases, decisions, and gold versions that never change."""

_IN_GOLD = """
    EXISTS (
        SELECT 1
        FROM annotation_set
        JOIN gold_version ON gold_version.person_id = annotation_set.person_id
        WHERE annotation_set.id = {row}
    )
"""
_FIXED = "BEGIN SELECT RAISE(ABORT, 'a gold version never changes'); END"
_SIGNED_OFF = """
    (SELECT status FROM annotation_set WHERE id = {row}.set_id) = 'adjudicated'
"""

STATEMENTS = (
    """
    ALTER TABLE annotation
    ADD COLUMN origin TEXT CHECK (json_type(origin) = 'object')
    """,
    """
    ALTER TABLE annotation_set
    ADD COLUMN rejected TEXT NOT NULL DEFAULT '[]'
        CHECK (json_type(rejected) = 'array')
    """,
    # The set that the decisions on an article belong to: one an article. Its events are
    # the decisions' history, its status says whether it is signed off.
    """
    CREATE TABLE adjudication (
        set_id INTEGER PRIMARY KEY REFERENCES annotation_set (id),
        article_id INTEGER NOT NULL UNIQUE REFERENCES article (id),
        seed INTEGER NOT NULL,
        revealed TEXT NOT NULL DEFAULT '[]' CHECK (json_type(revealed) = 'array'),
        own TEXT NOT NULL DEFAULT '[]' CHECK (json_type(own) = 'array')
    ) STRICT
    """,
    """
    CREATE TRIGGER adjudication_keeps_its_seed
    BEFORE UPDATE OF set_id, article_id, seed ON adjudication
    BEGIN SELECT RAISE(ABORT, 'an adjudication keeps its seed'); END
    """,
    # The cases as they were at the last write, so that signing off can be held to them.
    """
    CREATE TABLE adjudication_case (
        set_id INTEGER NOT NULL REFERENCES adjudication (set_id),
        key TEXT NOT NULL CHECK (key <> ''),
        PRIMARY KEY (set_id, key)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE decision (
        set_id INTEGER NOT NULL REFERENCES adjudication (set_id),
        key TEXT NOT NULL CHECK (key <> ''),
        record TEXT NOT NULL CHECK (json_type(record) = 'object'),
        PRIMARY KEY (set_id, key),
        CHECK (
            json_extract(record, '$.choice') <> 'reject'
            OR json_extract(record, '$.reason') IS NOT NULL
            OR json_extract(record, '$.rule') IS NOT NULL
        )
    ) STRICT, WITHOUT ROWID
    """,
    *(
        f"""
        CREATE TRIGGER decision_stands_once_signed_off_{when.lower()}
        BEFORE {when} ON decision
        WHEN {_SIGNED_OFF.format(row="old" if when == "DELETE" else "new")}
        BEGIN SELECT RAISE(ABORT, 'a signed-off decision stands'); END
        """
        for when in ("INSERT", "UPDATE", "DELETE")
    ),
    """
    CREATE TRIGGER signed_off_with_every_case_decided
    BEFORE UPDATE OF status ON annotation_set
    WHEN new.status IN ('submitted', 'adjudicated') AND EXISTS (
        SELECT 1
        FROM adjudication_case
        WHERE adjudication_case.set_id = new.id AND NOT EXISTS (
            SELECT 1
            FROM decision
            WHERE decision.set_id = new.id AND decision.key = adjudication_case.key
        )
    )
    BEGIN SELECT RAISE(ABORT, 'every case needs a decision'); END
    """,
    # The sets of a version belong to a person of its own, of the kind gold.
    """
    CREATE TABLE gold_version (
        id INTEGER PRIMARY KEY,
        batch_id INTEGER REFERENCES batch (id),
        number INTEGER NOT NULL CHECK (number > 0),
        person_id INTEGER NOT NULL UNIQUE REFERENCES person (id),
        guideline TEXT NOT NULL,
        schema TEXT NOT NULL,
        remark TEXT NOT NULL,
        made_by INTEGER NOT NULL REFERENCES person (id),
        made TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE UNIQUE INDEX gold_version_by_batch
    ON gold_version (coalesce(batch_id, 0), number)
    """,
    *(
        f"CREATE TRIGGER gold_version_is_kept_{when.lower()} BEFORE {when} "
        f"ON gold_version {_FIXED}"
        for when in ("UPDATE", "DELETE")
    ),
    *(
        f"""
        CREATE TRIGGER {table}_of_gold_stays_{when.lower()} BEFORE {when} ON {table}
        WHEN {_IN_GOLD.format(row=f"{row}.set_id")} {_FIXED}
        """
        for table in ("annotation", "fragment", "relation")
        for when, row in (("INSERT", "new"), ("UPDATE", "old"), ("DELETE", "old"))
    ),
    f"""
    CREATE TRIGGER annotation_set_of_gold_stays BEFORE UPDATE ON annotation_set
    WHEN {_IN_GOLD.format(row="old.id")} {_FIXED}
    """,
    f"""
    CREATE TRIGGER annotation_set_of_gold_is_kept BEFORE DELETE ON annotation_set
    WHEN {_IN_GOLD.format(row="old.id")} {_FIXED}
    """,
    f"""
    CREATE TRIGGER annotation_set_joins_no_gold BEFORE INSERT ON annotation_set
    WHEN EXISTS (SELECT 1 FROM gold_version WHERE person_id = new.person_id)
    {_FIXED}
    """,
)

# The gold versions, by id, that were released to those who labelled the article.
RELEASE = (
    """
    ALTER TABLE adjudication
    ADD COLUMN released TEXT NOT NULL DEFAULT '[]'
        CHECK (json_type(released) = 'array')
    """,
)

# What a version is called, the log of how it was made, and which case a decision is of.
STAYS = (
    f"""
    CREATE TRIGGER gold_version_keeps_its_name
    BEFORE UPDATE OF id, name, kind ON person
    WHEN EXISTS (SELECT 1 FROM gold_version WHERE person_id = old.id)
    {_FIXED}
    """,
    f"""
    CREATE TRIGGER event_joins_no_gold BEFORE INSERT ON event
    WHEN {_IN_GOLD.format(row="new.set_id")} {_FIXED}
    """,
    """
    CREATE TRIGGER decision_stays_with_its_case BEFORE UPDATE OF set_id, key ON decision
    BEGIN SELECT RAISE(ABORT, 'a decision stays with its case'); END
    """,
)

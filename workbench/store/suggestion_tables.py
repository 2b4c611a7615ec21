"""What suggestions need beside the annotation sets that hold them."""

STATEMENTS = (
    # Of a model the stretches that are not the article; of a person, those that are.
    """
    ALTER TABLE annotation_set
    ADD COLUMN regions TEXT NOT NULL DEFAULT '[]'
        CHECK (json_type(regions) = 'array')
    """,
    """
    ALTER TABLE annotation_set
    ADD COLUMN aided INTEGER NOT NULL DEFAULT 0 CHECK (aided IN (0, 1))
    """,
    """
    ALTER TABLE batch
    ADD COLUMN suggestions TEXT NOT NULL DEFAULT 'careful'
        CHECK (suggestions IN ('off', 'careful', 'eager'))
    """,
    # What became of a suggestion is asked for with every label, and must not grow
    # slower with the marks of an article.
    """
    CREATE INDEX annotation_by_suggestion
    ON annotation (set_id, json_extract(origin, '$.sources[0].id'))
    WHERE origin IS NOT NULL
    """,
)

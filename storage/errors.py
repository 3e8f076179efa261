"""What only the storage can find wrong. Each message is one clear sentence."""


class UnsupportedDatabaseError(ValueError):
    """DATABASE_URL names a database that Assay does not keep its facts in."""


class SecondWorkspaceError(ValueError):
    """A second Slack workspace was met: until many are supported, it needs an invitation."""


class UnscopedTableError(TypeError):
    """A query of one organisation named a table that cannot be narrowed to one organisation."""

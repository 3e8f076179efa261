"""What only the storage can find wrong. Each message is one clear sentence."""


class UnsupportedDatabaseError(ValueError):
    """DATABASE_URL names a database that Assay does not keep its facts in."""


class SecondWorkspaceError(ValueError):
    """A second Slack workspace was met without an invitation."""


class NotInvitedError(ValueError):
    """A workspace is to be installed that is new, and no invitation that still holds came with it."""


class TokenKeyError(ValueError):
    """The tokens in the database were encrypted with a key that is not among those given."""


class UnscopedTableError(TypeError):
    """A query of one organisation named a table that cannot be narrowed to one organisation."""

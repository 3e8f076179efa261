"""Ids for everything that is written down."""

from uuid_utils import uuid7


def new_id() -> str:
    """A UUIDv7 as text: unique everywhere, and within one process each sorts after the one made before."""
    return str(uuid7())

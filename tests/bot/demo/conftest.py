from tests.slack import workspace

__all__ = ["workspace"]

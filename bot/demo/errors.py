"""How calls of the Web API fail."""


class ApiError(Exception):
    """A call that Slack answers with `ok: false`, the error's name, and what else it tells."""

    def __init__(self, error: str, **more: object) -> None:
        super().__init__(error)
        self.error = error
        self.more = more


class RateLimitedError(Exception):
    """A call that Slack answers with 429, to be tried again after some seconds."""

    def __init__(self, retry_after: int) -> None:
        super().__init__(f"again after {retry_after} s")
        self.retry_after = retry_after


def invalid_arguments(*messages: str) -> ApiError:
    """The error for arguments that are missing or of a wrong form."""
    return ApiError("invalid_arguments", response_metadata={"messages": [f"[ERROR] {text}" for text in messages]})

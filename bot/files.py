"""Files that people send: fetched from Slack with the bot's token, from Slack alone, and never more than we read."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any, TypeAlias
from urllib.parse import urlsplit

from aiohttp import ClientError, ClientResponse, ClientSession, ClientTimeout
from slack_sdk.errors import SlackClientError
from slack_sdk.web.async_client import AsyncWebClient

from bot import logs
from domain.exports import MOST_BYTES, FileRefusedError

Json: TypeAlias = Mapping[str, Any]
Token: TypeAlias = Callable[[], Awaitable[str]]
"""Looks up the token that holds now."""

SLACKS_HOST = "files.slack.com"
TABLES = frozenset({"csv", "tsv", "text", "xlsx"})
SUFFIXES = (".csv", ".tsv", ".txt", ".xlsx")
_SECONDS = 60.0
_AT_ONCE = 2**16
_OK = 200

log = logs.get()


class Files:
    """Fetches files. `api_url` is where Slack's Web API is: beside Slack's own file host the only one that is asked."""

    def __init__(self, session: ClientSession, api_url: str, token: Token) -> None:
        self._session = session
        self._api = urlsplit(api_url)
        self._token = token

    async def fetch(self, file: Json) -> bytes:
        """The bytes of a file of a message.

        Raises FileRefusedError where it is too large, or Slack does not give it; a sign-in page is no file.
        """
        if int(file.get("size") or 0) > MOST_BYTES:
            raise FileRefusedError("too_large", most=MOST_BYTES // 2**20)
        address = str(file.get("url_private_download") or file.get("url_private") or "")
        if not self._is_slacks(address):
            log.warning("file.elsewhere")
            raise FileRefusedError("not_fetched")
        headers = {"Authorization": f"Bearer {await self._token()}"}
        timeout = ClientTimeout(total=_SECONDS)
        try:
            async with self._session.get(address, headers=headers, timeout=timeout, allow_redirects=False) as answer:
                return await self._content(answer, file)
        except (ClientError, TimeoutError) as error:
            log.warning("file.not_fetched", error=logs.kind_of(error))
            raise FileRefusedError("not_fetched") from error

    async def _content(self, answer: ClientResponse, file: Json) -> bytes:
        signs_in = answer.content_type == "text/html" and file.get("mimetype") != "text/html"
        if answer.status != _OK or signs_in:
            log.warning("file.not_fetched", status=answer.status)
            raise FileRefusedError("not_fetched")
        found = bytearray()
        async for some in answer.content.iter_chunked(_AT_ONCE):
            found += some
            if len(found) > MOST_BYTES:
                raise FileRefusedError("too_large", most=MOST_BYTES // 2**20)
        return bytes(found)

    def _is_slacks(self, address: str) -> bool:
        parts = urlsplit(address)
        ours = (parts.scheme, parts.netloc) == (self._api.scheme, self._api.netloc)
        return ours or (parts.scheme == "https" and parts.netloc == SLACKS_HOST)


async def sent_before(client: AsyncWebClient, file: str, user: str) -> Json:
    """A file that a user sent before, by its id. Raises FileRefusedError where there is none, or it is another's."""
    try:
        found: Json = (await client.files_info(file=file))["file"]
    except (SlackClientError, ClientError, TimeoutError) as error:
        log.warning("file.not_found", error=logs.kind_of(error))
        raise FileRefusedError("not_fetched") from error
    if found.get("user") != user:
        log.warning("file.of_another")
        raise FileRefusedError("not_fetched")
    return found


def is_table(file: Json) -> bool:
    """Whether a file says of itself that it may be an export; a picture beside a question is none."""
    return file.get("filetype") in TABLES or str(file.get("name") or "").lower().endswith(SUFFIXES)

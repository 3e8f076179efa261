"""What people type, and what Slack makes of it."""

import pytest

from bot.demo.config import WorkspaceConfig
from bot.demo.model import User
from bot.demo.typed_text import as_command, as_message
from tests.slack import ADA, BOT, CLEO, PARTNERS

PEOPLE = (*WorkspaceConfig().users, User(id=BOT, name="assay", real_name="Assay", is_bot=True))
CHANNELS = WorkspaceConfig().channels


@pytest.mark.parametrize(
    ("typed", "sent"),
    [
        ("@Assay what?", f"<@{BOT}> what?"),
        ("@assay, @Ada Admin and @ada", f"<@{BOT}>, <@{ADA}> and <@{ADA}>"),
        ("@Adam is nobody", "@Adam is nobody"),
        ("mail ada@northwind.example", "mail <mailto:ada@northwind.example|ada@northwind.example>"),
        ("in #partners", f"in <#{PARTNERS}|partners>"),
        ("1 < 2 & 3 > 2", "1 &lt; 2 &amp; 3 &gt; 2"),
        ("<!channel> <@U0LOCALADA1>", "&lt;!channel&gt; &lt;@U0LOCALADA1&gt;"),
        ("@channel all", "<!channel> all"),
        ("see https://example.org/a?b=1&c=2.", "see <https://example.org/a?b=1&amp;c=2>."),
    ],
)
def test_a_message_is_escaped_and_its_mentions_and_addresses_become_tokens(typed: str, sent: str) -> None:
    assert as_message(typed, PEOPLE, CHANNELS) == sent


def test_a_command_carries_handles_and_leaves_addresses_alone() -> None:
    sent = as_command("grant @Cleo Curie <b> https://example.org", PEOPLE, CHANNELS)
    assert sent == f"grant <@{CLEO}|cleo> &lt;b&gt; https://example.org"

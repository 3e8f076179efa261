from handlers.replies import Reply
from tests.handlers.contoso import ADMIN, labels, plain, unsendable
from tests.handlers.group import CONTOSO, LITWARE, LIZ, Group
from tests.trainings import export, row

FILE = export(
    row(mcpid="1000001", MPNId="11"),
    row(mcpid="1000002", MPNId="21"),
    row(mcpid="1000003", MPNId="21"),
    row(mcpid="1000004", MPNId="99"),
)


async def group() -> Group:
    """Both organisations with their ids at the vendor; the admin of Contoso is one of Litware too."""
    found = Group()
    await found.says(ADMIN, "organisation contoso", "D0ADMIN")
    await found.says(ADMIN, "organisation ids 11", "D0ADMIN")
    await found.says(LIZ, "organisation litware", "D0LIZ")
    await found.says(LIZ, "organisation ids 21", "D0LIZ")
    return found


async def sends(found: Group, user: str, file: bytes = FILE) -> Reply:
    async def fetch() -> bytes:
        return file

    return await found.conversations.receive_file("trainings.csv", fetch, found.caller(user, "D0"))


def profiles(found: Group, organisation: str) -> set[str | None]:
    return {person.profile for person in found.company(organisation).facts.people} - {None}


async def test_rows_go_to_the_organisation_of_their_id_where_the_admin_is_one_of_both() -> None:
    found = await group()

    preview = await sends(found, ADMIN)
    done = await found.presses(ADMIN, preview, "Import 1 row", "D0ADMIN")

    assert "2 rows belong to *Litware* by their id at the vendor and go there." in plain(preview)
    assert "MPNId is 99, which is no id of this organisation." in plain(preview)
    assert profiles(found, CONTOSO) == {"1000001"}
    assert profiles(found, LITWARE) == {"777", "1000002", "1000003"}
    assert plain(done).index("🏢 Litware") < plain(done).index("🏢 Contoso")
    assert labels(done) == ["Withdraw this import", "Withdraw this import"]
    assert not unsendable(preview)
    assert not unsendable(done)


async def test_each_organisations_rows_are_a_batch_of_its_own() -> None:
    found = await group()
    done = await found.presses(ADMIN, await sends(found, ADMIN), "Import 1 row", "D0ADMIN")

    await found.presses(ADMIN, done, "Withdraw this import", "D0ADMIN")

    assert profiles(found, LITWARE) == {"777"}
    assert profiles(found, CONTOSO) == {"1000001"}


async def test_rows_of_an_organisation_whose_admin_they_are_not_are_skipped_and_said() -> None:
    found = await group()

    preview = await sends(found, LIZ)
    await found.presses(LIZ, preview, "Import 2 rows", "D0LIZ")

    assert "MPNId is 11, which is another organisation's. Skipped here: an admin of it can import" in plain(preview)
    assert profiles(found, LITWARE) == {"777", "1000002", "1000003"}
    assert profiles(found, CONTOSO) == set()


async def test_a_file_of_another_organisation_alone_goes_there_too() -> None:
    found = await group()

    preview = await sends(found, ADMIN, export(row(mcpid="1000002", MPNId="21")))
    await found.presses(ADMIN, preview, labels(preview)[0], "D0ADMIN")

    assert profiles(found, LITWARE) == {"777", "1000002"}

"""In which order admins have their turn."""

from dataclasses import replace
from datetime import date

import pytest

from domain.facts import Facts
from domain.notices import Owed
from domain.ports import Away, Company, Member, Organisation
from domain.recipients import NOBODY, recipients
from domain.roles import GivenRole

ADMINS = {user: Member(user, user, "admin") for user in ("U1", "U2", "U3", "U4")}
HERE = Organisation("one", "One", "clouds", "UTC")


def turns(*roles: tuple[str, GivenRole], named: tuple[str, ...] = ()) -> str:
    company = Company(replace(HERE, roles=roles, admins=named), "T1", 1, Facts("developed"), ADMINS)
    return " ".join(admin.user for admin in company.admins)


@pytest.mark.parametrize(
    ("roles", "named", "order"),
    [
        ((), (), "U1 U2 U3 U4"),
        ((), ("U3", "U2"), "U2 U3"),
        ((("U3", "owner"),), (), "U3 U1 U2 U4"),
        ((("U4", "admin"), ("U2", "admin")), (), "U1 U3 U4 U2"),
        ((("U4", "admin"), ("U1", "admin"), ("U2", "owner")), ("U3",), "U2 U3 U4 U1"),
        ((("U2", "manager"), ("U1", "member"), ("U4", "admin")), (), "U3 U4"),
    ],
)
def test_the_owner_is_first_and_the_others_follow_as_they_became_admins(
    roles: tuple[tuple[str, GivenRole], ...], named: tuple[str, ...], order: str
) -> None:
    assert turns(*roles, named=named) == order


@pytest.mark.parametrize("owner", sorted(ADMINS))
def test_whoever_owns_it_is_first(owner: str) -> None:
    assert turns((owner, "owner")).split()[0] == owner


BACK = Owed("returned", "person/emma", 1, "told", {"person": "emma"})
"""That somebody is back who left in a wave, of which admins heard under the wave's name."""


EVERYBODY = tuple(sorted(ADMINS))


@pytest.mark.parametrize(
    ("heard", "told"), [((), EVERYBODY), (("UX",), EVERYBODY), (("U2", "U3"), ("U2", "U3")), (("U3", "UX"), ("U3",))]
)
def test_who_is_back_is_told_to_whoever_heard_of_it_or_else_to_every_admin(
    heard: tuple[str, ...], told: tuple[str, ...]
) -> None:
    everybody = Company(HERE, "T1", 1, Facts("developed"), ADMINS)

    assert recipients(everybody, BACK, date(2018, 1, 15), heard) == told
    assert recipients(replace(everybody, members={}), BACK, date(2018, 1, 15), heard) == (NOBODY,)


@pytest.mark.parametrize(("day", "told"), [(21, ("U2",)), (22, ("U2", "U1")), (23, ("U2", "U1"))])
def test_what_is_mended_is_told_to_who_was_away_when_it_began_once_they_are_back(
    day: int, told: tuple[str, ...]
) -> None:
    absent = replace(ADMINS["U1"], away=Away(date(2018, 1, 22), "U2"))
    company = Company(HERE, "T1", 1, Facts("developed"), {**ADMINS, "U1": absent})
    mended = Owed("mended", "cloud/gold", 1, "closed")

    assert recipients(company, mended, date(2018, 1, day), ("U2",)) == told
    assert recipients(company, mended, date(2018, 1, day), ()) == ()

from dataclasses import replace
from datetime import date
from itertools import count

import pytest

from domain.batches import Counts, WithdrawBatch, withdrawal
from domain.changes import AlreadyOnRecordError, NoSuchFactError, ProfileTakenError, apply
from domain.facts import Achievement, Association, CredentialOverride, Facts, Person
from domain.importing import Plan, plan
from domain.ports import Company, Member, Organisation
from domain.trainings import Export, RowRefused, TrainingRow
from tests.domain.samples import TODAY, person

DAY = date(2017, 11, 20)
ADA_AT = "ada@contoso.example"
ADA = person("ada", "E-1", profile="1001")
CLAIM = Achievement("E-2", DAY, id="claim")


def row(profile: str = "1001", credential: str = "E-2", number: int = 2, **more: object) -> TrainingRow:
    plain = TrainingRow(number, profile, credential, DAY)
    return replace(plain, **more)  # type: ignore[arg-type]  # fields of TrainingRow


def company(*people: Person, members: tuple[Member, ...] = ()) -> Company:
    organisation = Organisation("o1", "Contoso", "clouds", "UTC")
    return Company(organisation, "T1", 1, Facts("developed", people), {member.user: member for member in members})


def planned(where: Company, *rows: TrainingRow, elsewhere: tuple[str, ...] = ()) -> Plan:
    ids = (f"new-{number}" for number in count(1))
    return plan(Export(rows, ()), where, elsewhere, TODAY, lambda: next(ids))


def after(where: Company, found: Plan) -> Company:
    members = {user: replace(where.members[user], person=person) for user, person in found.members.items()}
    facts = apply(where.facts, found.change("b1", "a.csv", "0"))
    return replace(where, facts=facts, members={**where.members, **members})


def waiting(found: Plan) -> list[str]:
    return [each.why for each in found.waiting]


def test_a_row_finds_its_person_by_profile_and_is_confirmed() -> None:
    where = company(ADA)

    found = planned(where, row())

    assert found.counts == Counts(rows=1, new=1)
    assert after(where, found).facts.people[0].achievements[-1] == Achievement("E-2", DAY, None, "new-1", "confirmed")


def test_the_same_file_again_brings_nothing() -> None:
    rows = (row(), row("1002", name="Bob Ross"), row("1003", emails=(ADA_AT,)), row("1003", "E-1", emails=(ADA_AT,)))
    where = company(ADA, members=(Member("UC", "Cy", "member", email=ADA_AT),))

    once = after(where, planned(where, *rows))
    again = planned(once, *rows)

    assert again.is_empty
    assert again.counts == Counts(rows=4, known=4)


def test_a_claim_that_the_export_shows_becomes_confirmed() -> None:
    where = company(replace(ADA, achievements=(CLAIM,)))

    found = planned(where, row())

    assert found.counts == Counts(rows=1, confirmed=1)
    assert after(where, found).facts.people[0].achievements == (replace(CLAIM, state="confirmed"),)


@pytest.mark.parametrize("state", ["claimed", "confirmed", "missing"])
def test_an_expiry_that_only_the_vendor_knows_is_taken_over(state: str) -> None:
    until = date(2019, 11, 20)
    where = company(replace(ADA, achievements=(replace(CLAIM, state=state),)))  # type: ignore[arg-type]  # each state

    found = planned(where, row(expires=until))

    assert found.counts.confirmed == 1
    assert after(where, found).facts.people[0].achievements == (replace(CLAIM, state="confirmed", expires=until),)


def test_an_export_without_expiry_leaves_the_one_that_is_known() -> None:
    known = replace(CLAIM, state="confirmed", expires=date(2019, 11, 20))

    assert planned(company(replace(ADA, achievements=(known,))), row()).counts == Counts(rows=1, known=1)


def test_the_same_exam_on_another_day_is_another_achievement() -> None:
    where = company(replace(ADA, achievements=(CLAIM,)))

    assert planned(where, row(earned=date(2017, 11, 21))).counts == Counts(rows=1, new=1)


def test_a_row_that_stands_there_twice_counts_once_with_its_latest_expiry() -> None:
    where = company(ADA)

    found = planned(where, row(), row(expires=date(2019, 1, 1)), row(expires=date(2018, 12, 1)))

    assert found.counts == Counts(rows=3, new=1, known=2)
    assert found.achievements[0][1].expires == date(2019, 1, 1)


def test_somebody_unknown_is_kept_as_a_person_from_today_with_the_name_of_any_of_their_rows() -> None:
    where = company(ADA)

    found = planned(where, row("1002"), row("1002", "E-1", name="Bob Ross"), row("1003"))
    people = after(where, found).facts.people[1:]

    assert [(p.name, p.profile) for p in people] == [("Bob Ross", "1002"), ("MCPID 1003", "1003")]
    assert [p.associations for p in people] == [(Association(TODAY, id=f"new-{n}"),) for n in (1, 5)]
    assert found.without_account == 2


def test_the_address_of_a_slack_member_says_who_it_is() -> None:
    members = (Member("UA", "Ada", "member", "ada", email="Ada@Contoso.example"), Member("UB", "Bob", "member"))
    where = company(replace(ADA, profile=None), members=members)

    found = planned(where, row("1009", emails=(ADA_AT,)))

    assert found.profiles == (("ada", "1009"),)
    assert after(where, found).facts.people[0].profile == "1009"
    assert (found.people, found.members) == ((), {})


def test_a_slack_member_who_is_not_on_record_comes_on_record_with_their_rows() -> None:
    where = company(members=(Member("UB", "Bob", "member", email=ADA_AT),))

    found = planned(where, row("1009", emails=(ADA_AT,)))

    assert [(p.name, p.profile) for p in found.people] == [("Bob", "1009")]
    assert found.members == {"UB": found.people[0].id}
    assert found.without_account == 0


def test_somebody_who_was_kept_without_an_account_is_found_in_slack_later() -> None:
    where = company(ADA, members=(Member("UA", "Ada", "member", email=ADA_AT),))

    found = planned(where, row(credential="E-1", earned=date(2017, 2, 1), emails=(ADA_AT,)))

    assert found.members == {"UA": "ada"}
    assert not found.is_empty


def test_a_profile_that_somebody_elsewhere_holds_waits() -> None:
    found = planned(company(ADA), row("1002"), row("1003"), elsewhere=("1002",))

    assert found.waiting == (RowRefused(2, "MCPID", "held_elsewhere", "1002"),)
    assert found.counts == Counts(rows=2, new=1, waiting=1)


def test_a_profile_that_a_colleague_claimed_is_not_taken_over() -> None:
    members = (
        Member("UM", "Mallory", "member", "ada", email="mallory@contoso.example"),
        Member("UA", "Ada", "member", email=ADA_AT),
    )

    assert waiting(planned(company(ADA, members=members), row(emails=(ADA_AT,)))) == ["other_holder"]


def test_somebody_with_another_profile_is_not_given_a_second_one() -> None:
    members = (Member("UA", "Ada", "member", "ada", email=ADA_AT),)

    assert waiting(planned(company(ADA, members=members), row("1002", emails=(ADA_AT,)))) == ["other_profile"]


def test_of_two_profiles_with_one_address_in_a_file_the_second_waits() -> None:
    where = company(members=(Member("UA", "Ada", "member", email=ADA_AT),))

    found = planned(where, row("1", emails=(ADA_AT,)), row("2", number=3, emails=(ADA_AT,)))

    assert [p.profile for p in found.people] == ["1"]
    assert found.waiting == (RowRefused(3, "MCPID", "other_profile", "2"),)


def test_an_address_that_nobody_has_is_no_name_to_put_on_record() -> None:
    found = planned(company(), row(profile="", name="", emails=("nobody@x.example",)))

    assert waiting(found) == ["email_unknown"]
    assert (found.proposals, found.is_empty) == ((), True)


def test_addresses_of_several_members_say_nothing() -> None:
    members = (Member("UA", "Ada", "member", email=ADA_AT), Member("UB", "Bob", "member", email="bob@contoso.example"))
    where = company(members=members)

    assert waiting(planned(where, row("1", emails=(ADA_AT, "bob@contoso.example")))) == ["several_members"]


def brought(found: Plan) -> WithdrawBatch:
    earned = [(p.id, a.id or "") for p in found.people for a in p.achievements]
    earned += [(who, a.id or "") for who, a in found.achievements]
    profiles = [*((p.id, p.profile or "") for p in found.people), *found.profiles]
    people = tuple(p.id for p in found.people)
    return WithdrawBatch("b1", people, tuple(earned), tuple(profiles), found.confirmations)


def test_withdrawing_a_batch_leaves_the_facts_as_if_it_had_never_been_read() -> None:
    where = company(replace(ADA, profile=None, achievements=(CLAIM,)), members=(_ada(),))
    found = planned(where, row(emails=(ADA_AT,)), row(credential="E-1", emails=(ADA_AT,)), row("1002"))
    assert found.counts == Counts(rows=3, new=2, confirmed=1)
    then = after(where, found)

    assert apply(then.facts, withdrawal(then.facts, brought(found))) == where.facts


def test_a_person_stays_while_anything_else_rests_on_them() -> None:
    where = company(ADA)
    found = planned(where, row("1002"), row("1003"), row("1004"))
    facts = after(where, found).facts
    linked, lent, _ = (p.id for p in found.people)
    own = Achievement("E-1", DAY, id="own")
    people = tuple(replace(p, achievements=(*p.achievements, own)) if p.id == linked else p for p in facts.people)
    override = CredentialOverride(lent, "E-1", DAY, TODAY, "o1")
    facts = replace(facts, people=people, overrides=(override,))

    left = apply(facts, withdrawal(facts, brought(found))).people

    assert [(p.id, p.achievements, p.profile) for p in left] == [
        ("ada", ADA.achievements, "1001"),
        (linked, (own,), None),
        (lent, (), None),
    ]


def test_what_was_withdrawn_or_changed_since_is_left_alone() -> None:
    where = company(replace(ADA, achievements=(CLAIM,)))
    found = planned(where, row(), row(credential="E-1"))
    facts = after(where, found).facts
    changed = replace(CLAIM, state="missing")
    facts = replace(facts, people=(replace(facts.people[0], achievements=(changed,)),))

    assert withdrawal(facts, brought(found)) == WithdrawBatch("b1")


def test_a_batch_about_nobody_somebody_twice_or_a_colleagues_profile_is_refused() -> None:
    where = company(ADA)
    change = planned(where, row("1002")).change("b1", "a.csv", "0")

    with pytest.raises(NoSuchFactError):
        apply(where.facts, replace(change, achievements=(("nobody", CLAIM),)))
    with pytest.raises(AlreadyOnRecordError):
        apply(where.facts, replace(change, people=(ADA,)))
    with pytest.raises(ProfileTakenError):
        apply(where.facts, replace(change, people=(replace(change.people[0], profile="1001"),)))


def _ada() -> Member:
    return Member("UA", "Ada", "member", "ada", email=ADA_AT)

"""The core beside what else could do its work: assignment solvers, and two general rule engines on one rule."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from random import Random
from typing import Any

import networkx as nx
import numpy as np
import regopy
import zen
from scipy.optimize import linear_sum_assignment

from domain.assignment import assign
from domain.conditions import Status
from domain.dates import trailing_year
from domain.facts import Achievement, Facts, Person
from domain.programme import Programme
from domain.standing import competency_standing
from tests.bench.companies import TODAY
from tests.bench.timing import MILLISECONDS, percentiles, report

PEOPLE, SLOTS, CASES = 200, 6, 100
EXAMS = ("70-532", "70-533", "70-534", "70-535", "70-473", "70-475", "MCSA-LINUX")
AMOUNT = 100_000
REGO = """package assay
import rego.v1
holders contains p.id if { some p in input.people; some c in p.holds; c in input.any_of }
default met := false
met if { count(holders) >= 2; input.amount >= 100000 }
"""
ZEN = "count(people, some(#.holds, # in any_of)) >= 2 and amount >= 100000"


def measure(programme: Programme) -> None:
    """Print the lines of the peers; every peer has to agree with us first."""
    _assignment()
    _rule(programme)


def _assignment() -> None:
    draw = Random(7)
    cases = [[draw.getrandbits(PEOPLE) & draw.getrandbits(PEOPLE) for _ in range(SLOTS)] for _ in range(CASES)]
    tables = [np.array([[mask >> bit & 1 for bit in range(PEOPLE)] for mask in case]) for case in cases]
    graphs = [_graph(case) for case in cases]
    ways: dict[str, Callable[[], object]] = {
        "ours": lambda: [SLOTS - assign(case).count(None) for case in cases],
        "scipy linear_sum_assignment": lambda: [_scipy(table) for table in tables],
        "networkx hopcroft_karp": lambda: [_networkx(graph) for graph in graphs],
    }
    expected = ways["ours"]()
    for name, way in ways.items():
        if way() != expected:
            raise RuntimeError(f"{name} fills other numbers of slots")
        median, _ = percentiles(way, 5)
        report(f"assignment, 200 people, 6 slots: {name}", f"p50 {median / CASES * MILLISECONDS:.1f} µs", "20 µs")


def _scipy(table: Any) -> int:  # noqa: ANN401 - numpy's arrays
    rows, columns = linear_sum_assignment(table, maximize=True)
    return int(table[rows, columns].sum())


def _graph(case: Sequence[int]) -> Any:  # noqa: ANN401 - networkx's graphs
    graph = nx.Graph()
    graph.add_nodes_from(range(SLOTS))
    graph.add_edges_from((s, SLOTS + bit) for s, mask in enumerate(case) for bit in range(PEOPLE) if mask >> bit & 1)
    return graph


def _networkx(graph: Any) -> int:  # noqa: ANN401 - networkx's graphs
    return len(nx.bipartite.hopcroft_karp_matching(graph, top_nodes=range(SLOTS))) // 2


def _rule(programme: Programme) -> None:
    """Cloud Platform Gold without its assessments: two people with one of seven exams, and an amount."""
    facts = _company(programme)
    plain = _plain(facts)
    compiled = zen.compile_expression(ZEN)
    interpreter = regopy.Interpreter()
    interpreter.add_module("assay", REGO)
    ways: dict[str, Callable[[], object]] = {
        "ours, with witness and spares": lambda: _ours(programme, facts),
        "zen-engine, met or not": lambda: bool(compiled.evaluate(plain)),
        "regopy, met or not": lambda: _rego(interpreter, plain),
    }
    for name, way in ways.items():
        if way() is not True:
            raise RuntimeError(f"{name} does not find the rule met")
        median, _ = percentiles(way, 7)
        report(f"one rule, 200 people: {name}", f"p50 {median:.2f} ms", "-")


def _ours(programme: Programme, facts: Facts) -> bool:
    found = competency_standing(programme, facts, TODAY, "cloud-platform")
    return found.levels["gold"].status is Status.MET


def _rego(interpreter: regopy.Interpreter, plain: Mapping[str, object]) -> bool:
    interpreter.set_input(plain)
    return str(interpreter.query("data.assay.met")) == '{"expressions":[true]}'


def _company(programme: Programme) -> Facts:
    draw = Random(3)
    codes = sorted(programme.credentials)
    people = tuple(
        Person(f"p{n}", tuple(Achievement(code, date(2016, 1, 1)) for code in draw.sample(codes, 10)))
        for n in range(PEOPLE)
    )
    months = dict.fromkeys(trailing_year(TODAY), Decimal(AMOUNT))
    return Facts("developed", people, {"azure_customer_consumption": months})


def _plain(facts: Facts) -> dict[str, object]:
    people = [{"id": p.id, "holds": [held.credential for held in p.achievements]} for p in facts.people]
    return {"people": people, "any_of": list(EXAMS), "amount": AMOUNT * 12}

"""The invented ledger: exact sums, valid codes of nowhere, the same every time."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.cn import uscc

from wangge.premises import queries
from wangge.rehearsal import district, enterprises
from wangge.rehearsal.enterprises import Size, apportioned
from wangge.rehearsal.places import Places
from wangge.rehearsal.staff import DEMO


@given(st.integers(0, 100_000), st.lists(st.floats(0.01, 1000), min_size=1, max_size=50))
def test_a_split_sums_exactly(extra: int, weights: list[float]) -> None:
    total = len(weights) + extra
    found = apportioned(total, weights)
    assert sum(found) == total
    assert min(found) >= 1


@pytest.mark.django_db
def test_the_ledger_has_the_figures_of_the_newspaper_and_no_real_firm() -> None:
    district.load(DEMO)
    places = Places()
    ledger = enterprises.drafts(places)
    kinds = Counter(draft.kind for draft in ledger)
    assert (kinds["enterprise"], kinds["construction"]) == (3_373, 74)
    assert sum(draft.staff_total for draft in ledger) == 117_146
    large = [draft for draft in ledger if draft.above_scale]
    assert (len(large), sum(draft.staff_total for draft in large)) == (745, 80_312)
    assert all(uscc.is_valid(draft.credit_code) for draft in ledger)
    assert len({draft.credit_code for draft in ledger}) == len(ledger)
    assert len({draft.name for draft in ledger}) == len(ledger)
    assert all("示例" in draft.name and draft.credit_code[2:8] == "320699" for draft in ledger)
    assert all(re.fullmatch(r"1990000\d{4}", draft.contact_phone) for draft in ledger)
    assert ledger == enterprises.drafts(places)
    assert ledger != enterprises.drafts(places, seed="other")


@pytest.mark.django_db
def test_a_small_ledger_stands_on_the_register_in_fourteen_towns() -> None:
    district.load(DEMO)
    size = Size(enterprises=60, sites=20, staff=1_000, above_scale=5, above_scale_staff=500, site_staff=200)
    ids = enterprises.load(DEMO, size)
    cards = queries.cards(ids)
    assert len(cards) == 80
    assert sum(card.staff_total for card in cards.values()) == 1_000
    assert len({card.town_id for card in cards.values()}) == 14
    assert all(card.grid_id for card in cards.values())
    assert sorted(queries.select()) == sorted(ids)

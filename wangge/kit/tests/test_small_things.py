import pytest
from hypothesis import given
from hypothesis import strategies as st

from wangge.kit import clock, crypto, paging, words
from wangge.kit.errors import BusinessError


@given(st.text(min_size=1))
def test_what_is_sealed_comes_back_and_never_looks_the_same_twice(plain: str) -> None:
    one, two = crypto.seal("phone", plain), crypto.seal("phone", plain)
    assert crypto.unseal("phone", one) == crypto.unseal("phone", two) == plain
    assert one != two
    assert crypto.blind_index("phone", plain) == crypto.blind_index("phone", plain)
    assert crypto.blind_index("phone", plain) != crypto.blind_index("id_no", plain)


def test_masks_keep_only_what_the_law_allows() -> None:
    assert crypto.mask_phone("13812345678") == "138****5678"
    assert crypto.mask_id_no("320612198001011234") == "320612********1234"
    assert crypto.mask_name("周某某") == "周**"


@given(st.lists(st.one_of(st.integers(), st.text()), min_size=1, max_size=4))
def test_a_cursor_comes_back_whole(keys: list[object]) -> None:
    assert paging.decode(paging.encode(*keys), len(keys)) == keys


@pytest.mark.parametrize("cursor", ["", "!!", "bm90IGpzb24", paging.encode(1)])
def test_a_foreign_cursor_is_refused(cursor: str) -> None:
    with pytest.raises(BusinessError) as refusal:
        paging.decode(cursor, 2)
    assert refusal.value.code == "bad_cursor"


def test_bigrams_find_inside_words() -> None:
    assert words.bigrams("二甲镇A3") == ["二甲", "甲镇", "a3"]
    assert words.query("下水道") == "下水 & 水道"
    assert set(words.query("水道").split(" & ")) <= set(words.document("小区下水道堵塞").split())


def test_a_moved_clock_stands_still_and_returns() -> None:
    with clock.moved_to(clock.at(2021, 8, 1, 9)):
        assert clock.today().isoformat() == "2021-08-01"
        assert clock.local().hour == 9
    assert clock.today().year >= 2026

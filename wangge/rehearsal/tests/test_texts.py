"""The invented calls: varied, complete, the same for the same seed, nobody's."""

from __future__ import annotations

import random
import re
from datetime import datetime

import pytest

from wangge.kit.clock import CHINA
from wangge.rehearsal.texts import CallText, Pen, Scene, categories, templates
from wangge.rehearsal.texts.grammar import BadTemplate, expand, parse, slots_of
from wangge.rehearsal.texts.library import EPIDEMIC, phrases

TOWNS = ("金沙街道", "二甲镇", "石港镇", "平潮镇")
CHANNELS = ("phone", "phone", "phone", "web", "wechat", "app", "grid", "province")
EPIDEMIC_TOPICS = {"epidemic_policy": 5, "epidemic_help": 3, "epidemic_complaint": 2}


def write(count: int, topics: dict[str, int], seed: str = "试") -> tuple[Pen, list[CallText]]:
    pen, calls = Pen(seed), []
    for number in range(count):
        rng = random.Random(number)
        at = datetime(2021, 8, 1 + number % 11, rng.randrange(24), tzinfo=CHINA)
        scene = Scene(at, rng.choice(TOWNS), rng.choice(("望潮村", "芦汀村")), rng.choice(CHANNELS))
        calls.append(pen.call(number, scene, topics))
    return pen, calls


def test_a_template_chooses_and_fills_in() -> None:
    text = "[早|晚]上{who}来了{n2-2}次"
    assert {expand(text, random.Random(n), lambda name: f"<{name}>") for n in range(20)} == {
        "早上<who>来了2次",
        "晚上<who>来了2次",
    }


def test_brackets_nest() -> None:
    said = {expand("[甲[一|二]|乙]", random.Random(n), str) for n in range(40)}
    assert said == {"甲一", "甲二", "乙"}


@pytest.mark.parametrize("text", ["[甲|乙", "{who", "甲]乙["])
def test_an_open_bracket_is_refused(text: str) -> None:
    with pytest.raises(BadTemplate):
        parse(text)


def test_there_are_over_sixty_sorts_of_call_and_three_levels_of_categories() -> None:
    found = templates()
    assert len(found) >= 90
    assert len({t.id for t in found}) == len(found)
    assert {t.topic for t in found} == {*EPIDEMIC, ""}
    tree = categories()
    assert len({path.split("->")[0] for path in tree}) == 13
    assert len(tree) == len(set(tree)) >= 150
    assert all(path.count("->") == 2 for path in tree)
    assert {t.category for t in found} <= set(tree)


def test_every_slot_of_every_template_can_be_filled() -> None:
    pen, calls = write(400, {**EPIDEMIC_TOPICS, "": 10})
    for call in calls:
        written = [call.title, call.content, pen.answer(call), pen.reply(call), pen.reply(call, 2)]
        written += [pen.internal(call), pen.return_reason(call, "区水利局"), pen.extension_reason(call, 3)]
        written += [pen.remark(call, opinion) for opinion in phrases()["callback"]]
        for text in written:
            assert text
            assert not re.search(r"[\[\]{}|]", text), text
            assert "，。" not in text
            assert "。。" not in text


def test_no_template_asks_for_an_unknown_slot() -> None:
    known = {"I", "my", "who", "opening", "closing", "town", "village", "estate", "road", "market", "school"}
    known |= {"river", "bld", "addr", "home", "city", "risk", "kin", "why", "age", "wx", "ago", "soon"}
    known |= {"since", "clock", "firm", "staff", "paper", "other", "subject", "x"}
    for template in templates():
        fields = (template.subject, *template.title, *template.says, *template.more, *template.asks)
        for text in (*fields, *template.answers, *template.found):
            assert slots_of(text) <= known, (template.id, text)


def test_seven_thousand_calls_hardly_repeat() -> None:
    _, calls = write(7491, EPIDEMIC_TOPICS)
    assert len({call.content for call in calls}) > 0.99 * 7491
    assert len({(call.title, call.address) for call in calls}) > 0.95 * 7491
    sentences = [len(re.findall(r"[。？！]", call.content)) for call in calls]
    assert min(sentences) >= 1
    assert sum(1 <= n <= 6 for n in sentences) > 0.98 * 7491


def test_the_same_seed_writes_the_same_book_and_another_seed_another() -> None:
    pen, first = write(50, {"": 1})
    again, second = write(50, {"": 1})
    _, other = write(50, {"": 1}, seed="别")
    assert [c.content for c in first] == [c.content for c in second]
    assert [pen.reply(c) for c in first] == [again.reply(c) for c in second]
    assert [c.content for c in first] != [c.content for c in other]


def test_nothing_looks_like_a_real_person() -> None:
    pen, calls = write(1500, {**EPIDEMIC_TOPICS, "": 10})
    for call in calls:
        assert re.fullmatch(r"1990000\d{4}", call.caller_phone)
        assert re.fullmatch(r".(先生|女士)", call.caller_name)
        text = call.title + call.content + pen.reply(call) + pen.internal(call)
        assert not re.search(r"1[3-9]\d{9}", text)
        assert not re.search(r"\d{15}", text)

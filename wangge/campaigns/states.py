"""State tables: a campaign, one unit of its list, one problem found on the way."""

from __future__ import annotations

from wangge.kit.states import Machine, Move, any_of

CAMPAIGN = Machine(
    "campaign",
    "draft",
    (
        Move("start", any_of("draft"), "running"),
        Move("extend", any_of("running")),
        Move("remind", any_of("running", "checking")),
        Move("close", any_of("running"), "checking"),
        Move("reopen", any_of("checking"), "running"),
        Move("sample", any_of("checking")),
        Move("lock", any_of("checking"), "locked"),
        Move("freeze", any_of("locked", "handed")),
        Move("hand", any_of("locked", "handed"), "handed"),
        Move("withdraw", any_of("draft", "running"), "withdrawn"),
    ),
    labels={
        "draft": "草稿",
        "running": "进行中",
        "checking": "核对中",
        "locked": "已锁定",
        "handed": "已报送",
        "withdrawn": "已撤销",
    },
    move_labels={
        "start": "启动",
        "extend": "延长期限",
        "remind": "催报",
        "close": "截止填报",
        "reopen": "重新开放",
        "sample": "抽取复核",
        "lock": "锁定",
        "freeze": "生成快照",
        "hand": "报送",
        "withdraw": "撤销",
    },
    tones={
        "draft": "off",
        "running": "accent",
        "checking": "watch",
        "locked": "good",
        "handed": "good",
        "withdrawn": "off",
    },
)
STARTED = ("running", "checking", "locked", "handed")
ON_PHONES = ("running", "checking")

TARGET = Machine(
    "target",
    "open",
    (
        Move("assign", any_of("open", "done", "recheck")),
        Move("visit", any_of("open")),
        Move("answer", any_of("open"), "done"),
        Move("correct", any_of("done", "recheck", "locked")),
        Move("drop", any_of("open"), "dropped"),
        Move("restore", any_of("dropped"), "open"),
        Move("sample", any_of("done"), "recheck"),
        Move("confirm", any_of("recheck"), "done"),
        Move("release", any_of("recheck"), "done"),
        Move("lock", any_of("done"), "locked"),
        Move("answer_late", any_of("open"), "locked"),
    ),
    labels={"open": "待查", "done": "已查", "recheck": "复核", "locked": "锁定", "dropped": "核减"},
    move_labels={
        "assign": "分派",
        "visit": "走访一次",
        "answer": "填报",
        "correct": "更正",
        "drop": "核减",
        "restore": "恢复",
        "sample": "抽中复核",
        "confirm": "复核完成",
        "release": "撤销复核",
        "lock": "锁定",
        "answer_late": "补报",
    },
    tones={"open": "watch", "done": "accent", "recheck": "watch", "locked": "good", "dropped": "off"},
)
COUNTED = ("open", "done", "recheck", "locked")
COVERED = ("done", "recheck", "locked")

PROBLEM = Machine(
    "problem",
    "found",
    (
        Move("assign", any_of("found"), "assigned"),
        Move("start", any_of("assigned"), "rectifying"),
        Move("rectify", any_of("assigned", "rectifying"), "rechecking"),
        Move("fail", any_of("rechecking"), "rectifying"),
        Move("pass", any_of("rechecking"), "closed"),
        Move("solve", any_of("found"), "closed"),
        Move("dismiss", any_of("found", "assigned"), "dismissed"),
    ),
    labels={
        "found": "发现",
        "assigned": "交办",
        "rectifying": "整改中",
        "rechecking": "复查",
        "closed": "销号",
        "dismissed": "不成立",
    },
    move_labels={
        "assign": "交办",
        "start": "开始整改",
        "rectify": "报整改结果",
        "fail": "复查不通过",
        "pass": "复查通过",
        "solve": "当场解决",
        "dismiss": "认定不成立",
    },
    tones={
        "found": "watch",
        "assigned": "watch",
        "rectifying": "accent",
        "rechecking": "accent",
        "closed": "good",
        "dismissed": "off",
    },
)
OPEN_PROBLEM = ("found", "assigned", "rectifying", "rechecking")

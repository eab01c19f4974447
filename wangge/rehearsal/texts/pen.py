"""The pen: fills templates in. The same seed and number always write the same words."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from wangge.rehearsal.texts import library, world
from wangge.rehearsal.texts.grammar import expand

SELF_WRITTEN = frozenset({"web", "wechat", "weibo", "app", "message"})
FORWARDED = frozenset({"province", "superior", "department"})
MORE_SENTENCES = (0, 0, 0, 1, 1, 1, 1, 2, 2)


@dataclass(frozen=True, slots=True)
class Scene:
    """Where and when a call comes in: ``at`` on a Chinese wall clock, ``channel`` a hotline code."""

    at: datetime
    town: str
    village: str
    channel: str = "phone"


@dataclass(frozen=True, slots=True)
class CallText:
    """One invented call, as the operator would have written it down."""

    number: int
    template: library.Template
    scene: Scene
    kind: str
    urgency: str
    caller_name: str
    caller_phone: str
    caller_type: str
    confidential: bool
    title: str
    content: str
    address: str
    slots: Mapping[str, str] = field(repr=False)


def _weighted(rng: random.Random, shares: Mapping[str, int]) -> str:
    return rng.choices(list(shares), weights=list(shares.values()))[0]


def _tidy(text: str) -> str:
    text = re.sub(r"[，、]([。？！；])", r"\1", text)
    text = re.sub(r"([。？！；，])[。，]+", r"\1", text)
    return text.replace("其的", "其").lstrip("，。；、")


class Slots:
    """The slot values of one call: drawn at first use, then kept."""

    def __init__(self, rng: random.Random, scene: Scene, fixed: Mapping[str, str]) -> None:
        self.rng, self.scene = rng, scene
        self.values: dict[str, str] = {"town": scene.town, "village": scene.village, **fixed}

    def __call__(self, name: str) -> str:
        if name not in self.values:
            self.values[name] = self._draw(name)
        return self.values[name]

    def _draw(self, name: str) -> str:
        rng, at, words = self.rng, self.scene.at, library.phrases()["world"]
        places = world.places_of(self.scene.town)
        if name in places:
            return rng.choice(places[name])
        if name == "bld":
            return f"{rng.randint(1, 32)}幢"
        if name == "home":
            return f"{self('estate')}{self('bld')}"
        if name == "addr":
            in_estate = "estate" in self.values or rng.random() < 0.6
            return self("home") if in_estate else f"{self.scene.village}{rng.randint(1, 18)}组"
        drawn: dict[str, Callable[[], str]] = {
            "city": lambda: rng.choice(words["cities"]),
            "risk": lambda: rng.choice(words["risk_cities"]),
            "kin": lambda: rng.choice(words["kin"]),
            "why": lambda: rng.choice(words["why"]),
            "age": lambda: str(rng.randint(62, 91)),
            "wx": lambda: world.weather(rng, at),
            "ago": lambda: world.ago(rng, at),
            "soon": lambda: world.soon(rng, at),
            "since": lambda: world.since(rng, at),
            "clock": lambda: world.hour(rng),
            "firm": lambda: world.firm(rng),
            "staff": lambda: world.surname(rng) + rng.choice(("工", "同志", "师傅", "队长")),
            "paper": lambda: rng.choice(library.phrases()["unit"]["paper"]),
        }
        return drawn[name]()


class Pen:
    """Writes calls and everything that is written about them later. ``seed`` fixes the whole book."""

    def __init__(self, seed: str = "通州") -> None:
        self.seed = seed
        self.phrases = library.phrases()

    def _rng(self, number: int, what: str) -> random.Random:
        return random.Random(f"{self.seed}/{number}/{what}")

    def call(self, number: int, scene: Scene, topics: Mapping[str, int]) -> CallText:
        """The call with this number. ``topics`` maps a topic code (``""`` ordinary) to its share."""
        rng = self._rng(number, "call")
        pool = library.of_topic(_weighted(rng, topics))
        template = rng.choices(pool, weights=[t.weight for t in pool])[0]
        kind = _weighted(rng, template.kinds)
        who = world.addressed(rng)
        fixed = self._voice(rng, template, scene, kind) | {"who": who}
        slots = Slots(rng, scene, fixed)
        content, title = self._content(rng, template, slots)
        if "estate" not in slots.values and scene.village in content:
            slots.values.setdefault("addr", f"{scene.village}{rng.randint(1, 18)}组")
        return CallText(
            number=number,
            template=template,
            scene=scene,
            kind=kind,
            urgency=_weighted(rng, template.urgency),
            caller_name=who,
            caller_phone=world.phone(rng),
            caller_type=template.caller,
            confidential=rng.random() < template.confidential,
            title=title,
            content=content,
            address=f"{scene.town}{slots('addr')}",
            slots=slots.values,
        )

    def _voice(
        self, rng: random.Random, template: library.Template, scene: Scene, kind: str
    ) -> dict[str, str]:
        """Who speaks: opening, how the caller is called, closing."""
        opens, voice = self.phrases["open"], self.phrases["voice"]
        upset = kind in {"complaint", "help"} and rng.random() < 0.25
        if template.caller == "enterprise" and scene.channel not in SELF_WRITTEN:
            return {"opening": rng.choice(opens["firm"]), "I": "该企业", "my": "该企业", "closing": ""}
        if scene.channel in SELF_WRITTEN:
            opening = rng.choice(opens["self_upset"] if upset else opens["self"])
            speaker = rng.choice(("我", "我", "我", "本人"))
            closing = rng.choice(voice["self"])
            return {"opening": opening, "I": speaker, "my": "我家", "closing": closing}
        if scene.channel in FORWARDED:
            return {"opening": rng.choice(opens["superior"]), "I": "诉求人", "my": "诉求人家", "closing": ""}
        if scene.channel in {"grid", "video"}:
            return {"opening": rng.choice(opens["grid"]), "I": "该居民", "my": "该户", "closing": ""}
        opening = rng.choice(opens["record_inquiry"] if kind == "inquiry" else opens["record"])
        return {"opening": opening, "I": "其", "my": "其家", "closing": rng.choice(voice["record"])}

    def _content(self, rng: random.Random, template: library.Template, slots: Slots) -> tuple[str, str]:
        """Content and title. Where a template has as many titles as accounts, they belong together."""
        extra = rng.sample(template.more, min(rng.choice(MORE_SENTENCES), len(template.more)))
        story = rng.randrange(len(template.says))
        paired = len(template.title) == len(template.says)
        title = template.title[story] if paired else rng.choice(template.title)
        parts = ["{opening}", template.says[story], *extra]
        if not extra or rng.random() < 0.8:
            parts.append(rng.choice(template.asks))
        parts.append("{closing}")
        content = _tidy("".join(expand(part, rng, slots) for part in parts))
        return content, _tidy(expand(title, rng, slots))

    def _write(self, call: CallText, what: str, parts: Sequence[str], **fixed: str) -> str:
        """Fill the parts in with the call's own slots; an official speaks, the caller is 来电人."""
        rng = self._rng(call.number, what)
        speaker = {"I": "您" if what == "answer" else "来电人", "my": "来电人家", **fixed}
        slots = Slots(rng, call.scene, {**call.slots, **speaker})
        slots.values.pop("clock", None)
        return _tidy("".join(expand(part, rng, slots) for part in parts))

    def _one(self, call: CallText, what: str, group: str, name: str, **fixed: str) -> str:
        rng = self._rng(call.number, f"{what}?")
        return self._write(call, what, [rng.choice(self.phrases[group][name])], **fixed)

    def answer(self, call: CallText) -> str:
        """What the operator answers on the phone, at once."""
        rng = self._rng(call.number, "answer?")
        return self._write(call, "answer", [rng.choice(call.template.answers)])

    def reply(self, call: CallText, attempt: int = 1) -> str:
        """The unit's public reply; ``attempt`` 2 is the one after a redo."""
        rng, unit = self._rng(call.number, f"reply{attempt}?"), self.phrases["unit"]
        found = rng.sample(call.template.found, min(attempt, len(call.template.found)))
        parts = [rng.choice(unit["salute"]), rng.choice(unit["about"])]
        parts += [f"{text}。" for text in found] + [rng.choice(unit["thanks"])]
        subject = self._write(call, "subject", [call.template.subject])
        return self._write(call, f"reply{attempt}", parts, I="您", my="您家", subject=subject)

    def internal(self, call: CallText, other: str = "村（社区）") -> str:
        """The unit's internal note: never shown to the caller."""
        return self._one(call, "internal", "unit", "internal", other=other)

    def sign_note(self, call: CallText) -> str:
        """What the unit notes when it signs."""
        return self._one(call, "signed", "unit", "signed")

    def return_reason(self, call: CallText, other: str) -> str:
        """Why the unit wants to give the ticket back; ``other`` is who should have it."""
        return self._one(call, "returned", "unit", "returned", other=other)

    def return_refusal(self, call: CallText) -> str:
        """Why the dispatcher does not take it back."""
        return self._one(call, "return_refused", "unit", "return_refused")

    def extension_reason(self, call: CallText, days: int) -> str:
        """Why the unit needs ``days`` more working days."""
        return self._one(call, "extension", "unit", "extension", x=str(days))

    def extension_refusal(self, call: CallText) -> str:
        """Why there is no extension."""
        return self._one(call, "extension_refused", "unit", "extension_refused")

    def suspension_reason(self, call: CallText) -> str:
        """What the unit waits for."""
        return self._one(call, "suspended", "unit", "suspended")

    def redo_reason(self, call: CallText) -> str:
        """Why the reviewer sends the reply back."""
        return self._one(call, "redo", "unit", "redo_reason")

    def urge_text(self, call: CallText) -> str:
        """A reminder to the unit."""
        return self._one(call, "urge", "unit", "urge")

    def supervision_text(self, call: CallText) -> str:
        """What the supervisor demands."""
        return self._one(call, "supervise", "unit", "supervise")

    def remark(self, call: CallText, opinion: str) -> str:
        """The call-back remark; ``opinion`` is a satisfaction code or ``unreached``."""
        return self._one(call, "callback", "callback", opinion)

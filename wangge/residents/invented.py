"""An invented population: households with plausible ages, common names, numbers that nobody can have.

Deterministic: the same seed gives the same people. Identity numbers start with 320699, a county code that
does not exist, and pass the check of GB 11643; telephone numbers start with 1990. Whoever bears one of
these names in life is not meant.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from wangge.residents import rules

COUNTY = "320699"
SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎"
    "余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文"
    "施季成葛缪仇单瞿保习镇喻支印桑苗凌殷"
)
OLD_GIVEN = {
    "1": "德宝国建明志永玉文兴福根林才生荣华春元忠义祥寿山海龙富贵银金发",
    "2": "秀英桂兰玉珍凤芳美华梅琴香芬云素莲翠菊月娣巧荣惠珠银金宝花",
}
MIDDLE_GIVEN = {
    "1": "建军伟强勇明刚平杰斌波辉涛鹏飞志峰海洋健亮东晓新宏俊卫民",
    "2": "丽敏静霞燕红娟艳玲萍梅芳琳莉英慧云洁蓉晓雪琴健亚春海卫群",
}
YOUNG_GIVEN = {
    "1": "浩宇轩子涵俊博文天佑梓睿泽铭昊晨嘉辰奕航逸皓然一鸣启恒",
    "2": "欣怡梓涵诗雨萱紫琪佳思语妍悦心若曦可馨雅婷芷晴一诺沐瑶",
}
ESTATES = ("幸福佳苑", "金水湾", "锦绣家园", "阳光新村", "绿洲花园", "和平里", "学田苑", "运盐河小区")


@dataclass(frozen=True, slots=True)
class Somebody:
    """One invented person of a household."""

    name: str
    sex: str
    birthday: date
    id_no: str
    phone: str
    relation: str
    residence: str
    presence: str
    no_smartphone: bool
    care: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Home:
    """One invented household: an address inside its village and who lives there."""

    address: str
    people: tuple[Somebody, ...]


class Town:
    """A source of households; ``today`` fixes the ages."""

    def __init__(self, seed: str, today: date) -> None:
        self.rng = random.Random(seed)
        self.today = today
        self.born: dict[date, int] = {}
        self.phones = 0

    def homes(self, people: int) -> Iterator[Home]:
        """Households of one grid until about so many people live there, the last one cut to fit."""
        number = left = 0
        left = people
        while left > 0:
            number += 1
            home = self.home(number)
            yield Home(home.address, home.people[:left])
            left -= len(home.people)

    def home(self, number: int) -> Home:
        """One household: an elder alone, an old couple, a couple with children, or three generations."""
        kind = self.rng.choices(
            ("alone", "old", "couple", "family", "three", "renters"), (9, 13, 18, 34, 18, 8)
        )[0]
        made = getattr(self, f"_{kind}")()
        return Home(self._address(number), tuple(made))

    def _address(self, number: int) -> str:
        if self.rng.random() < 0.45:
            return f"{self.rng.choice(ESTATES)}{1 + number // 24}幢{1 + number % 6}0{1 + number % 4}室"
        return f"{1 + number // 18}组{1 + number % 60}号"

    def _alone(self) -> list[Somebody]:
        return [self._somebody("head", age=self.rng.randint(66, 93), alone=True)]

    def _old(self) -> list[Somebody]:
        age = self.rng.randint(62, 86)
        head = self._somebody("head", age=age, sex="1", couple=True)
        return [head, self._somebody("spouse", age=age - self.rng.randint(0, 5), sex="2", couple=True)]

    def _couple(self) -> list[Somebody]:
        age = self.rng.randint(26, 60)
        return [
            self._somebody("head", age=age, sex="1"),
            self._somebody("spouse", age=max(age - self.rng.randint(-2, 4), 22), sex="2"),
        ]

    def _family(self) -> list[Somebody]:
        couple = self._couple()
        parents = min(rules.age_on(p.birthday, self.today) or 30 for p in couple)
        surname = couple[0].name[0]
        children = self.rng.choices((1, 2), (7, 3))[0]
        oldest = max(parents - 24, 1)
        return couple + [
            self._somebody("child", age=self.rng.randint(0, min(oldest, 30)), surname=surname)
            for _ in range(children)
        ]

    def _three(self) -> list[Somebody]:
        family = self._family()
        age = (rules.age_on(family[0].birthday, self.today) or 35) + self.rng.randint(23, 30)
        surname = family[0].name[0]
        parents = [self._somebody("parent", age=min(age, 95), sex="1", surname=surname)]
        if self.rng.random() < 0.8:
            parents.append(self._somebody("parent", age=min(age - 2, 95), sex="2"))
        return family + parents

    def _renters(self) -> list[Somebody]:
        return [
            self._somebody("head" if n == 0 else "other", age=self.rng.randint(19, 48), renting=True)
            for n in range(self.rng.randint(1, 4))
        ]

    def _somebody(
        self,
        relation: str,
        *,
        age: int,
        sex: str = "",
        surname: str = "",
        alone: bool = False,
        couple: bool = False,
        renting: bool = False,
    ) -> Somebody:
        rng = self.rng
        sex = sex or rng.choice("12")
        birthday = self._day(age)
        elder = age >= 70
        care = [c for c, wanted in (("elder_alone", alone), ("elder_couple", couple and age >= 65)) if wanted]
        for code, chance in (("chronic", 0.18 if elder else 0.01), ("disabled", 0.02), ("hardship", 0.015)):
            if rng.random() < chance:
                care.append(code)
        has_phone = age >= 12 and rng.random() < (0.72 if age >= 75 else 0.96)
        return Somebody(
            name=self._name(surname or self._surname(), sex, age),
            sex=sex,
            birthday=birthday,
            id_no=self._id_no(birthday, sex),
            phone=self._phone() if has_phone else "",
            relation=relation,
            residence="floating" if renting else rng.choices(("registered", "resident"), (9, 1))[0],
            presence=rng.choices(("here", "away"), (9, 1))[0] if 18 < age < 60 else "here",
            no_smartphone=elder and rng.random() < 0.55,
            care=tuple(care),
        )

    def _surname(self) -> str:
        place = int(len(SURNAMES) * self.rng.random() ** 2.2)
        return SURNAMES[place]

    def _name(self, surname: str, sex: str, age: int) -> str:
        given = (OLD_GIVEN if age >= 58 else MIDDLE_GIVEN if age >= 28 else YOUNG_GIVEN)[sex]
        size = 1 if self.rng.random() < 0.16 else 2
        return surname + "".join(self.rng.choice(given) for _ in range(size))

    def _day(self, age: int) -> date:
        latest = date(self.today.year - age, self.today.month, min(self.today.day, 28))
        return latest - timedelta(days=self.rng.randint(0, 364))

    def _id_no(self, birthday: date, sex: str) -> str:
        serial = self.born.get(birthday, 0)
        self.born[birthday] = serial + 1
        # 500 numbers a day and sex; a city of millions spills over to further counties that do not exist.
        county = int(COUNTY) + serial // 500 * 1
        order = serial % 500 * 2 + (1 if sex == "1" else 0)
        first = f"{county:06d}{birthday:%Y%m%d}{order:03d}"
        return first + rules.check_digit(first)

    def _phone(self) -> str:
        self.phones += 1
        return f"1990{self.phones:07d}"

"""Builders: forms, campaigns, answers, inspections, visits, problems through the real services."""

from __future__ import annotations

from datetime import datetime, timedelta
from io import BytesIO
from typing import TYPE_CHECKING, Any

from openpyxl import Workbook

from wangge.campaigns import services
from wangge.campaigns.models import Campaign, Inspection, LiaisonVisit, Problem, Target
from wangge.campaigns.models.inspection import FIVE
from wangge.campaigns.rules import FigureDefinition
from wangge.campaigns.services import CampaignDraft, Filled, Found, InspectionDraft, Item, VisitDraft
from wangge.forms import services as forms
from wangge.kit import clock
from wangge.kit.actor import Actor, system
from wangge.kit.ids import uuid7

if TYPE_CHECKING:
    from wangge.forms.models import FormVersion

TESTER = system("test")
RATE = FigureDefinition("rate", "检测率", "ratio", "tested", "staff_total", "%")
FIGURES = (
    FigureDefinition("staff_total", "员工总数", "sum", "staff_total", unit="人"),
    FigureDefinition("tested", "已检测人数", "sum", "tested", unit="人"),
    RATE,
)
SURVEY = (
    ("整数", "staff_total", "在岗员工总数", "是", ". >= 0", "不能为负数"),
    ("整数", "tested", "已做核酸检测人数", "是", ". >= 0 and . <= ${staff_total}", "不能多于员工总数"),
)


def workbook(
    rows: tuple[tuple[str, ...], ...] = SURVEY, title: str = "核酸检测情况排查", code: str = "survey_t"
) -> bytes:
    """A survey as an office worker writes it."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "题目"
    sheet.append(["题型", "变量名", "题目", "必填", "限制", "限制提示"])
    for row in rows:
        sheet.append(list(row))
    book.create_sheet("选项").append(["选项列表", "编码", "选项", "上级"])
    settings = book.create_sheet("设置")
    settings.append(["表单名称", "表单编号", "版本"])
    settings.append([title, code, "1"])
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def a_form(code: str = "survey_t") -> FormVersion:
    """A published survey with two numbers."""
    made = forms.upload_survey(
        actor=TESTER, content=workbook(code=code), file_name="排查.xlsx", about="enterprise"
    )
    assert made.version is not None, made.problems
    if made.version.status == "draft":
        return forms.publish_version(actor=TESTER, version_id=made.version.pk)
    return made.version


def a_campaign(actor: Actor = TESTER, **more: Any) -> Campaign:
    """A survey in draft, two days long, with an empty list."""
    now = clock.now()
    values: dict[str, Any] = {
        "title": "企业核酸检测大排查",
        "kind": "survey",
        "from_at": now,
        "due_at": now + timedelta(days=2),
        "figures": FIGURES,
    } | more
    if values["kind"] == "survey":
        values.setdefault("form_version_id", a_form().pk)
    else:
        values["figures"] = None
    return services.create_campaign(actor=actor, draft=CampaignDraft(**values))


def a_running_campaign(premises_ids: list[int], actor: Actor = TESTER, **more: Any) -> Campaign:
    """A campaign over these premises, started."""
    row = a_campaign(actor, **more)
    services.add_premises(actor=actor, campaign_id=row.pk, premises_ids=premises_ids)
    return services.start_campaign(actor=actor, campaign_id=row.pk)


def target_of(campaign: Campaign, premises_id: int) -> Target:
    """The unit of a list."""
    return Target.objects.get(campaign_id=campaign.pk, subject_id=premises_id)


def filled(
    target: Target, staff_total: int = 30, tested: int = 2, at: datetime | None = None, **more: Any
) -> Filled:
    """An answer for a unit."""
    answers = {"staff_total": staff_total, "tested": tested}
    return Filled(more.pop("client_id", None) or uuid7(), target.pk, answers, at or clock.now(), **more)


def five(**no: str) -> dict[str, Item]:
    """Five yeses, but what is named: ``five(isolation="no")``."""
    return {code: Item(no.get(code, "yes")) for code in FIVE}


def an_inspection(actor: Actor, premises_id: int, *problems: str, **more: Any) -> Inspection:
    """A routine inspection with problems by their texts."""
    values: dict[str, Any] = {
        "client_id": uuid7(),
        "premises_id": premises_id,
        "kind": "routine",
        "captured_at": clock.now(),
        "five": five(),
        "problems": tuple(Found(text) for text in problems),
    } | more
    return services.record_inspection(actor=actor, draft=InspectionDraft(**values))


def a_problem(actor: Actor, premises_id: int, text: str = "门岗未查健康码") -> Problem:
    """A problem that was just found."""
    row = an_inspection(actor, premises_id, text)
    return Problem.objects.get(inspection_id=row.pk)


def a_visit(actor: Actor, premises_id: int, **more: Any) -> LiaisonVisit:
    """A liaison visit."""
    values: dict[str, Any] = {
        "client_id": uuid7(),
        "premises_id": premises_id,
        "visited_at": clock.now(),
    } | more
    return services.record_visit(actor=actor, draft=VisitDraft(**values))

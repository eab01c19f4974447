"""The survey template an office worker fills in Excel: Chinese headings, drop-downs, an example."""

from __future__ import annotations

import io
from collections.abc import Mapping

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

SURVEY_COLUMNS: dict[str, str] = {
    "题型": "type",
    "变量名": "name",
    "题目": "label",
    "提示": "hint",
    "必填": "required",
    "显示条件": "relevant",
    "限制": "constraint",
    "限制提示": "constraint_message",
    "计算": "calculation",
    "默认值": "default",
    "选项列表": "list_name",
    "选项筛选": "choice_filter",
    "外观": "appearance",
    "登记字段": "register",
    "敏感": "personal",
    "必填提示": "required_message",
    "只读": "read_only",
    "重复次数": "repeat_count",
}
CHOICE_COLUMNS: dict[str, str] = {"选项列表": "list_name", "编码": "name", "选项": "label", "上级": "parent"}
SETTING_COLUMNS: dict[str, str] = {"表单名称": "form_title", "表单编号": "form_id", "版本": "version"}
SHEETS: dict[str, str] = {"题目": "survey", "选项": "choices", "设置": "settings"}
TYPES: dict[str, str] = {
    "文字": "text",
    "整数": "integer",
    "小数": "decimal",
    "日期": "date",
    "时间": "time",
    "日期时间": "datetime",
    "单选": "select_one",
    "多选": "select_multiple",
    "确认": "acknowledge",
    "照片": "image",
    "录音": "audio",
    "位置": "geopoint",
    "签名": "signature",
    "扫码": "barcode",
    "手机号": "phone",
    "身份证号": "id_no",
    "查找企业": "lookup_enterprise",
    "查找人员": "lookup_person",
    "查找家庭": "lookup_household",
    "计算": "calculate",
    "说明": "note",
    "分组开始": "begin group",
    "分组结束": "end group",
    "重复开始": "begin repeat",
    "重复结束": "end repeat",
}
# Types of ours: what pyxform is told instead, and what the definition says.
OURS: dict[str, tuple[str, dict[str, str]]] = {
    "phone": ("text", {"type": "phone", "personal": "phone"}),
    "id_no": ("text", {"type": "id_no", "personal": "id_no"}),
    "lookup_enterprise": ("text", {"type": "lookup", "kind": "enterprise"}),
    "lookup_person": ("text", {"type": "lookup", "kind": "person"}),
    "lookup_household": ("text", {"type": "lookup", "kind": "household"}),
}
# Choice lists that need not be written: filled from the area tree when a survey names them.
AREA_LISTS: dict[str, str] = {"区划镇街": "town", "区划村社区": "village", "区划网格": "grid"}
EXAMPLE: tuple[dict[str, str], ...] = (
    {"题型": "说明", "变量名": "intro", "题目": "2 分钟即可填完,带 * 为必填"},
    {
        "题型": "整数",
        "变量名": "staff_total",
        "题目": "员工总数",
        "提示": "含临时用工",
        "必填": "是",
        "限制": ". >= 0 and . <= 100000",
        "限制提示": "应在 0 到 100000 之间",
    },
    {
        "题型": "整数",
        "变量名": "tested",
        "题目": "其中已检测人数",
        "必填": "是",
        "限制": ". <= ${staff_total}",
        "限制提示": "不能多于员工总数",
    },
    {
        "题型": "计算",
        "变量名": "rate",
        "题目": "检测率(%)",
        "计算": "round(${tested} div ${staff_total} * 100, 2)",
    },
    {"题型": "单选", "变量名": "dorm", "题目": "有无集体宿舍", "必填": "是", "选项列表": "有无"},
    {
        "题型": "整数",
        "变量名": "dorm_people",
        "题目": "宿舍住宿人数",
        "必填": "是",
        "显示条件": "${dorm} = 'yes'",
    },
    {"题型": "照片", "变量名": "notice", "题目": "防疫告知牌照片"},
    {"题型": "签名", "变量名": "signed", "题目": "企业负责人签名", "必填": "是"},
)
HELP: tuple[tuple[str, str], ...] = (
    ("题型", "从下拉列表中选择;“分组开始/结束”“重复开始/结束”成对出现"),
    ("变量名", "字母、汉字、数字、下划线,全表不重复;别的题用 ${变量名} 引用它"),
    ("必填", "是 / 否,也可写条件,例如 ${dorm} = 'yes'"),
    ("显示条件", "满足时才显示,例如 ${dorm} = 'yes' 或 selected(${types}, 'a')"),
    ("限制", "用 . 表示本题答案,例如 . >= 0 and . <= 100;日期可写 . <= today()"),
    ("计算", "例如 round(${a} div ${b} * 100, 2)、sum(${age})、if(${a} > 0, '有', '无')"),
    ("选项列表", "“选项”工作表中的列表名;写 区划镇街、区划村社区、区划网格 时自动带出本区区划"),
    ("选项筛选", "上级 = ${镇的变量名}:先选镇街,再选该镇街的村(社区)"),
    ("登记字段", "库里已有的内容不要再问:选一个登记字段,系统自动带出,只读"),
    ("敏感", "是:加密保存,列表中只显示部分;手机号、身份证号自动按敏感处理"),
    ("重复次数", "写在“重复开始”一行,例如 ${staff_total};不写则由填报人增减"),
    ("外观", "multiline 多行文字;minimal 下拉选择"),
)
GREY = PatternFill("solid", fgColor="E3E7ED")


def _headed(sheet: Worksheet, headings: list[str]) -> None:
    sheet.append(headings)
    for cell in sheet[1]:
        cell.font = Font(bold=True)
        cell.fill = GREY
        cell.alignment = Alignment(vertical="center")
        sheet.column_dimensions[cell.coordinate.rstrip("0123456789")].width = 18
    sheet.freeze_panes = "A2"


def _offer(sheet: Worksheet, heading: str, formula: str, message: str, strict: bool = True) -> None:
    letter = get_column_letter(list(SURVEY_COLUMNS).index(heading) + 1)
    rule = DataValidation(type="list", formula1=formula, allow_blank=True, showErrorMessage=strict)
    rule.error, rule.errorTitle = message, f"{heading}不对"
    sheet.add_data_validation(rule)
    rule.add(f"{letter}2:{letter}1000")


def workbook(registers: Mapping[str, str] | None = None) -> bytes:
    """The XLSX file to download: sheets 题目, 选项, 设置, 填写说明, with drop-downs and a working example.

    ``registers`` are the register fields to offer: key to Chinese name.
    """
    book = Workbook()
    survey = book.active
    assert isinstance(survey, Worksheet)
    survey.title = "题目"
    _headed(survey, list(SURVEY_COLUMNS))
    for row in EXAMPLE:
        survey.append([row.get(heading, "") for heading in SURVEY_COLUMNS])
    choices = book.create_sheet("选项")
    _headed(choices, list(CHOICE_COLUMNS))
    choices.append(["有无", "yes", "有"])
    choices.append(["有无", "no", "无"])
    settings = book.create_sheet("设置")
    _headed(settings, list(SETTING_COLUMNS))
    settings.append(["企业核酸检测情况排查", "survey_example", "1"])
    guide = book.create_sheet("填写说明")
    _guide(guide, registers or {})
    types = len(TYPES) + 1
    _offer(survey, "题型", f"填写说明!$D$2:$D${types}", "请从下拉列表中选择题型")
    _offer(survey, "必填", '"是,否"', "请写是、否或条件", strict=False)
    for heading in ("敏感", "只读"):
        _offer(survey, heading, '"是,否"', "请写是或否")
    _offer(survey, "选项列表", "选项!$A$2:$A$500", "请填“选项”工作表中的列表名", strict=False)
    if registers:
        _offer(survey, "登记字段", f"填写说明!$F$2:$F${len(registers) + 1}", "请从下拉列表中选择")
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _guide(sheet: Worksheet, registers: Mapping[str, str]) -> None:
    _headed(sheet, ["列名", "怎么填", "", "题型", "", "登记字段", "含义"])
    sheet.column_dimensions["B"].width = 70
    sheet.column_dimensions["F"].width = 26
    for number, (name, text) in enumerate(HELP, start=2):
        sheet.cell(number, 1, name)
        sheet.cell(number, 2, text)
    for number, name in enumerate(TYPES, start=2):
        sheet.cell(number, 4, name)
    for number, (key, label) in enumerate(registers.items(), start=2):
        sheet.cell(number, 6, key)
        sheet.cell(number, 7, label)

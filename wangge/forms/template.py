"""The survey template an office worker fills in Excel: Chinese headings, drop-downs, an example."""

from __future__ import annotations

import io

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
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
    "单选": "select_one",
    "多选": "select_multiple",
    "照片": "image",
    "录音": "audio",
    "位置": "geopoint",
    "签名": "signature",
    "扫码": "barcode",
    "计算": "calculate",
    "说明": "note",
    "分组开始": "begin group",
    "分组结束": "end group",
    "重复开始": "begin repeat",
    "重复结束": "end repeat",
}
EXAMPLE = (
    ("说明", "intro", "2 分钟即可填完,带 * 为必填"),
    (
        "整数",
        "staff_total",
        "员工总数",
        "含临时用工",
        "是",
        "",
        ". >= 0 and . <= 100000",
        "应在 0 到 100000 之间",
    ),
    ("整数", "tested", "其中已检测人数", "", "是", "", ". <= ${staff_total}", "不能多于员工总数"),
    ("计算", "rate", "检测率", "", "", "", "", "", "round(${tested} div ${staff_total} * 100, 2)"),
    ("单选", "dorm", "有无集体宿舍", "", "是", "", "", "", "", "", "有无"),
    ("整数", "dorm_people", "宿舍住宿人数", "", "是", "${dorm} = 'yes'"),
    ("照片", "notice", "防疫告知牌照片"),
    ("签名", "signed", "企业负责人签名", "", "是"),
)


def _headed(sheet: Worksheet, headings: dict[str, str]) -> None:
    sheet.append(list(headings))
    for cell in sheet[1]:
        cell.font = Font(bold=True)
        cell.fill = PatternFill("solid", fgColor="E3E7ED")
        cell.alignment = Alignment(vertical="center")
        sheet.column_dimensions[cell.coordinate.rstrip("0123456789")].width = 18
    sheet.freeze_panes = "A2"


def workbook() -> bytes:
    """The XLSX file to download: sheets 题目, 选项, 设置, with drop-downs and a working example."""
    book = Workbook()
    survey = book.active
    assert isinstance(survey, Worksheet)
    survey.title = "题目"
    _headed(survey, SURVEY_COLUMNS)
    for row in EXAMPLE:
        survey.append(list(row))
    kinds = DataValidation(type="list", formula1='"' + ",".join(TYPES) + '"', allow_blank=True)
    kinds.error, kinds.errorTitle = "请从下拉列表中选择题型", "题型不对"
    yes_no = DataValidation(type="list", formula1='"是,否"', allow_blank=True)
    survey.add_data_validation(kinds)
    survey.add_data_validation(yes_no)
    kinds.add("A2:A1000")
    yes_no.add("E2:E1000")
    choices = book.create_sheet("选项")
    _headed(choices, CHOICE_COLUMNS)
    choices.append(["有无", "yes", "有"])
    choices.append(["有无", "no", "无"])
    settings = book.create_sheet("设置")
    _headed(settings, SETTING_COLUMNS)
    settings.append(["企业核酸检测情况排查", "survey_example", "1"])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()

"""What citizens said 回访情况. 未表态 (no opinion) never counts as satisfied (spec §3.6)."""

from __future__ import annotations

from wangge.reports.figures.definition import Figure


def _content(column: str) -> str:
    return f"{column} IN ('satisfied', 'basic') AND NOT excluded"


def _asked(column: str) -> str:
    return f"{column} <> '' AND NOT excluded"


def _opinion(column: str) -> str:
    return f"{column} IN ('satisfied', 'basic', 'dissatisfied') AND NOT excluded"


_OVERALL = "综合口径(未表态计入分母)"
_RATED = "参评口径(未表态不计)"

FIGURES: tuple[Figure, ...] = (
    Figure(
        "callbacks_effective",
        "回访情况",
        "count",
        "有效回访",
        "Effective call-backs",
        "统计期内受理的工单中,回访接通并取得明确评价(满意、基本满意、不满意)的件数。",
        "Tickets of the period whose call-back brought an opinion (satisfied, fairly, dissatisfied).",
        "有效回访",
        "called back with an opinion",
        counted="callback_effective",
    ),
    Figure(
        "callback_rate",
        "回访情况",
        "rate",
        "有效回访率",
        "Effective call-back rate",
        "有效回访件数除以派发工单件数。",
        "Effective call-backs divided by dispatched tickets.",
        "有效回访",
        "called back",
        counted="dispatched AND callback_effective",
        among="dispatched",
        among_label="派发",
        among_label_en="dispatched",
        good_is="high",
    ),
    Figure(
        "satisfaction_overall",
        "回访情况",
        "rate",
        "回访综合满意率",
        "Satisfaction, overall",
        "回访接通的工单中处理结果满意和基本满意的比例;未表态计入分母、不计为满意;"
        "认定为不合理诉求的工单不参与计算,件数单列。",
        "Of tickets whose caller was reached: satisfied or fairly satisfied with the result. No opinion "
        "stays in the denominator and is not satisfied; excluded tickets are left out and listed apart.",
        "满意",
        "satisfied",
        counted=_content("satisfaction"),
        among=_asked("satisfaction"),
        among_label="接通回访",
        among_label_en="callers reached,",
        variant="overall",
        variant_label=_OVERALL,
        variant_label_en="overall: no opinion stays in the denominator",
        good_is="high",
    ),
    Figure(
        "satisfaction_rated",
        "回访情况",
        "rate",
        "回访参评满意率",
        "Satisfaction, of those with an opinion",
        "作出明确评价的工单中处理结果满意和基本满意的比例;未表态不计入分母;不合理诉求不参与计算。",
        "Of tickets whose caller gave an opinion: satisfied or fairly satisfied with the result.",
        "满意",
        "satisfied",
        counted=_content("satisfaction"),
        among=_opinion("satisfaction"),
        among_label="参评",
        among_label_en="with an opinion,",
        variant="rated",
        variant_label=_RATED,
        variant_label_en="of those with an opinion",
        good_is="high",
    ),
    Figure(
        "satisfaction_unit",
        "回访情况",
        "rate",
        "承办单位满意率",
        "Satisfaction with the unit",
        "作出明确评价的工单中对承办单位满意和基本满意的比例;未表态不计入分母。",
        "Of tickets whose caller gave an opinion on the unit: satisfied or fairly satisfied.",
        "满意",
        "satisfied",
        counted=_content("unit_satisfaction"),
        among=_opinion("unit_satisfaction"),
        among_label="参评",
        among_label_en="with an opinion,",
        variant="rated",
        variant_label=_RATED,
        variant_label_en="of those with an opinion",
        good_is="high",
    ),
    Figure(
        "satisfaction_operator",
        "回访情况",
        "rate",
        "话务员满意率",
        "Satisfaction with the operator",
        "作出明确评价的工单中对话务员满意和基本满意的比例;未表态不计入分母。",
        "Of tickets whose caller gave an opinion on the operator: satisfied or fairly satisfied.",
        "满意",
        "satisfied",
        counted=_content("operator_satisfaction"),
        among=_opinion("operator_satisfaction"),
        among_label="参评",
        among_label_en="with an opinion,",
        variant="rated",
        variant_label=_RATED,
        variant_label_en="of those with an opinion",
        good_is="high",
    ),
    Figure(
        "solved_rate",
        "回访情况",
        "rate",
        "实际解决率",
        "Solved rate",
        "回访中对是否解决明确作答的工单里答“已解决”的比例;未表态不计入分母;不合理诉求不参与计算。",
        "Of tickets whose caller said whether it is solved: solved.",
        "解决",
        "solved",
        counted="solved = 'yes' AND NOT excluded",
        among="solved IN ('yes', 'no') AND NOT excluded",
        among_label="明确作答",
        among_label_en="answered,",
        variant="rated",
        variant_label=_RATED,
        variant_label_en="of those with an opinion",
        good_is="high",
    ),
    Figure(
        "excluded",
        "回访情况",
        "count",
        "认定不合理诉求",
        "Excluded",
        "经审定认定为不合理诉求的工单件数:不参与满意率、解决率计算,仍计入受理总量。",
        "Tickets a panel judged unreasonable: left out of satisfaction, never out of the total.",
        "不合理诉求",
        "excluded",
        counted="excluded",
    ),
)

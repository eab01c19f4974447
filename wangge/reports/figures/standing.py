"""What is open at the moment 在办情况: by age, by town, by unit, late now."""

from __future__ import annotations

from wangge.reports.figures.definition import Figure

LATE_NOW = "(replied_at IS NULL AND coalesce(reply_due < %(now)s, false))"
AGE = """CASE
 WHEN received_at > %(now)s - interval '2 hours' THEN '2h'
 WHEN received_at > %(now)s - interval '1 day' THEN '1d'
 WHEN received_at > %(now)s - interval '3 days' THEN '3d'
 WHEN received_at > %(now)s - interval '7 days' THEN '7d'
 ELSE 'older' END"""

STAGE = """CASE
 WHEN status IN ('received', 'needs_detail', 'awaiting_dispatch', 'return_requested') THEN 'dispatch'
 WHEN status = 'awaiting_sign' THEN 'sign'
 WHEN status IN ('in_progress', 'extension_requested', 'suspended') THEN 'work'
 WHEN status = 'awaiting_review' THEN 'review'
 WHEN status = 'awaiting_callback' THEN 'callback'
 ELSE 'close' END"""

FIGURES: tuple[Figure, ...] = (
    Figure(
        "open",
        "在办情况",
        "count",
        "在办工单",
        "Open",
        "此刻尚未结案、归档或作不予受理的工单件数,不限受理日期。",
        "Tickets neither closed, archived nor refused at this moment, whenever taken.",
        "在办",
        "open",
        base="standing",
    ),
    Figure(
        "open_by_age",
        "在办情况",
        "split",
        "在办工单时长分布",
        "Open by age",
        "在办工单按受理至今的自然时间分为 2 小时内、24 小时内、3 日内、7 日内、7 日以上。",
        "Open tickets by calendar time since they were taken.",
        "按时长",
        "by age",
        base="standing",
        split=AGE,
        table="age",
    ),
    Figure(
        "open_by_stage",
        "在办情况",
        "split",
        "在办工单所处环节",
        "Open by stage",
        "在办工单按所处环节分列:待派遣(含待受理、待补充、退单待审)、待签收、办理中(含延期待审、挂起)、"
        "待审核、待回访、待结案(含待督办)。",
        "Open tickets by where they are: with the dispatcher, to be signed, in work, in review, at the "
        "call-back desk, to be closed.",
        "按环节",
        "by stage",
        base="standing",
        split=STAGE,
        table="stage",
    ),
    Figure(
        "open_by_town",
        "在办情况",
        "split",
        "各镇街道在办量",
        "Open by town",
        "在办工单按问题发生地所在镇(街道)分列。",
        "Open tickets by the town where the matter is.",
        "按镇街道",
        "by town",
        base="standing",
        split="coalesce(town_id::text, '')",
        table="town",
    ),
    Figure(
        "open_by_agency",
        "在办情况",
        "split",
        "各单位在办量",
        "Open by unit",
        "在办工单按主办单位分列;尚未派发的列为“指挥中心”。",
        "Open tickets by the lead unit; not yet dispatched ones are with the centre.",
        "按单位",
        "by unit",
        base="standing",
        split="coalesce(lead_agency_id::text, '')",
        table="agency",
    ),
    Figure(
        "late_now",
        "在办情况",
        "count",
        "当前逾期",
        "Late now",
        "在办工单中答复时限已过而尚未答复的件数。",
        "Open tickets not answered although due.",
        "当前逾期",
        "late now",
        base="standing",
        counted=LATE_NOW,
        good_is="low",
    ),
    Figure(
        "late_by_town",
        "在办情况",
        "split",
        "各镇街道当前逾期",
        "Late now by town",
        "当前逾期工单按问题发生地所在镇(街道)分列。",
        "Late open tickets by town.",
        "按镇街道",
        "by town",
        base="standing",
        counted=LATE_NOW,
        split="coalesce(town_id::text, '')",
        table="town",
    ),
    Figure(
        "late_by_agency",
        "在办情况",
        "split",
        "各单位当前逾期",
        "Late now by unit",
        "当前逾期工单按主办单位分列。",
        "Late open tickets by the lead unit.",
        "按单位",
        "by unit",
        base="standing",
        counted=LATE_NOW,
        split="coalesce(lead_agency_id::text, '')",
        table="agency",
    ),
)

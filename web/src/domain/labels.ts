/** Every code the API speaks, in both languages. Unknown codes fall back to the server's own label. */
import { currentLocale } from '@/kit/i18n/locale'

export type Labels = Readonly<Record<string, readonly [zh: string, en: string]>>
export type Tone = 'accent' | 'good' | 'watch' | 'late' | 'off'

export const STATUS: Labels = {
  received: ['待受理', 'Received'],
  needs_detail: ['待补充', 'Needs detail'],
  awaiting_dispatch: ['待派遣', 'Awaiting dispatch'],
  awaiting_sign: ['待签收', 'Awaiting signature'],
  return_requested: ['退单待审', 'Return requested'],
  in_progress: ['办理中', 'In progress'],
  extension_requested: ['延期待审', 'Extension requested'],
  suspended: ['挂起', 'Suspended'],
  awaiting_review: ['待审核', 'Awaiting review'],
  awaiting_callback: ['待回访', 'Awaiting call-back'],
  awaiting_supervision: ['待督办', 'Awaiting supervision'],
  awaiting_close: ['待结案', 'Awaiting closure'],
  closed: ['已结案', 'Closed'],
  archived: ['归档', 'Archived'],
  refused: ['不予受理', 'Refused'],
}

export const STATUS_TONES: Readonly<Record<string, Tone>> = {
  received: 'accent',
  needs_detail: 'watch',
  awaiting_dispatch: 'accent',
  awaiting_sign: 'watch',
  return_requested: 'late',
  in_progress: 'accent',
  extension_requested: 'watch',
  suspended: 'off',
  awaiting_review: 'accent',
  awaiting_callback: 'accent',
  awaiting_supervision: 'late',
  awaiting_close: 'good',
  closed: 'good',
  archived: 'off',
  refused: 'off',
}

export const MOVE: Labels = {
  take_in: ['受理', 'Take in'],
  answer_directly: ['直接答复', 'Answer directly'],
  ask_detail: ['要求补充', 'Ask for detail'],
  give_detail: ['补充完成', 'Detail given'],
  submit_for_dispatch: ['提交派遣', 'Submit for dispatch'],
  dispatch: ['派单', 'Dispatch'],
  sign: ['签收', 'Sign'],
  request_return: ['申请退单', 'Ask to return'],
  approve_return: ['同意退单', 'Approve the return'],
  reject_return: ['驳回退单', 'Reject the return'],
  add_unit: ['加派单位', 'Add a unit'],
  request_extension: ['申请延期', 'Ask for more time'],
  approve_extension: ['同意延期', 'Approve the extension'],
  reject_extension: ['驳回延期', 'Reject the extension'],
  suspend: ['挂起', 'Suspend'],
  resume: ['恢复办理', 'Resume'],
  submit_reply: ['提交答复', 'Submit the reply'],
  pass_review: ['审核通过', 'Pass'],
  pass_without_callback: ['审核通过(免回访)', 'Pass (no call-back)'],
  fail_review: ['审核退回重办', 'Fail, redo'],
  record_callback_content: ['回访登记', 'Record the call-back'],
  record_callback_dissatisfied: ['回访不满意', 'Call-back: dissatisfied'],
  record_callback_unreached: ['回访未接通', 'Call-back: not reached'],
  give_up_callback: ['回访终止', 'Call-back given up'],
  order_redo: ['督办重办', 'Order a redo'],
  close_with_reason: ['说明理由结案', 'Close with a reason'],
  close: ['结案', 'Close'],
  archive: ['归档', 'Archive'],
  refuse: ['不予受理', 'Refuse'],
  supervise: ['督办', 'Supervise'],
  urge: ['催办', 'Urge'],
  follow: ['再次来电并入', 'Further call joined'],
  amend: ['更正工单', 'Amend'],
  request_exclusion: ['申请不合理诉求认定', 'Ask for exclusion'],
  approve_exclusion: ['认定为不合理诉求', 'Exclude'],
  reject_exclusion: ['不予认定', 'Do not exclude'],
  reopen: ['追办', 'Chase'],
}

export const CHANNEL: Labels = {
  phone: ['公众来电', 'Phone call'],
  web: ['网站', 'Website'],
  wechat: ['微信', 'WeChat'],
  weibo: ['微博', 'Weibo'],
  app: ['移动APP', 'Mobile app'],
  province: ['省平台交办', 'Province platform'],
  superior: ['上级交办', 'Superior'],
  department: ['部门转办', 'Department'],
  grid: ['网格上报', 'Grid report'],
  video: ['视频巡查', 'Video patrol'],
  message: ['邮件短信', 'Mail or SMS'],
  visit: ['来访', 'Visit'],
}

export const KIND: Labels = {
  inquiry: ['咨询', 'Inquiry'],
  help: ['求助', 'Help'],
  complaint: ['投诉', 'Complaint'],
  report: ['举报', 'Report'],
  suggestion: ['建议', 'Suggestion'],
  other: ['其他', 'Other'],
}

export const URGENCY: Labels = {
  normal: ['一般', 'Normal'],
  urgent: ['紧急', 'Urgent'],
  critical: ['特急', 'Critical'],
}

export const CALLER_TYPE: Labels = {
  person: ['个人', 'Person'],
  enterprise: ['企业', 'Enterprise'],
  other: ['其他', 'Other'],
}

export const SATISFACTION: Labels = {
  satisfied: ['满意', 'Satisfied'],
  basic: ['基本满意', 'Basically satisfied'],
  dissatisfied: ['不满意', 'Dissatisfied'],
  no_opinion: ['未表态', 'No opinion'],
}

export const SOLVED: Labels = {
  yes: ['已解决', 'Solved'],
  no: ['未解决', 'Not solved'],
  no_opinion: ['未表态', 'No opinion'],
}

export const FIT: Labels = {
  fits: ['契合', 'Fits'],
  does_not_fit: ['不契合', 'Does not fit'],
  no_opinion: ['未表态', 'No opinion'],
}

export const DUTY: Labels = {
  lead: ['主办', 'Lead'],
  co: ['协办', 'Co-handling'],
  transfer: ['转办', 'Transferred'],
}

export const ASSIGNMENT: Labels = {
  awaiting_sign: ['待签收', 'Awaiting signature'],
  in_progress: ['办理中', 'In progress'],
  submitted: ['已提交', 'Submitted'],
  accepted: ['已通过', 'Accepted'],
  returned: ['已退回', 'Returned'],
  cancelled: ['已取消', 'Cancelled'],
}

export const CLOCK: Labels = {
  sign: ['签收时限', 'Signature'],
  return: ['退单时限', 'Return'],
  reply: ['办理时限', 'Reply'],
}

export const CLOCK_STATE: Labels = {
  running: ['计时中', 'Running'],
  paused: ['暂停计时', 'Paused'],
  met: ['按时完成', 'Met'],
  missed: ['已超时', 'Missed'],
  cancelled: ['不再计时', 'Cancelled'],
}

export const REQUEST_KIND: Labels = {
  return: ['退单', 'Return'],
  extension: ['延期', 'Extension'],
  exclusion: ['不合理诉求认定', 'Exclusion'],
}

export const REQUEST_STATE: Labels = {
  pending: ['待审', 'Pending'],
  approved: ['同意', 'Approved'],
  rejected: ['驳回', 'Rejected'],
}

export const RETURN_REASON: Labels = {
  not_our_duty: ['不属于本单位职责', 'Not our duty'],
  wrong_area: ['不属于本辖区', 'Not our area'],
  unclear: ['诉求内容不清', 'Content unclear'],
  duplicate: ['重复工单', 'Duplicate'],
  legal_way: ['已进入法定途径', 'Already in legal procedure'],
  other: ['其他', 'Other'],
}

export const EXTENSION_REASON: Labels = {
  complex: ['情况复杂需多方协调', 'Complex, several parties'],
  expert: ['需检测鉴定或专家论证', 'Needs tests or experts'],
  weather: ['天气等客观条件限制', 'Weather or other conditions'],
  procedure: ['需履行法定程序', 'Legal procedure needed'],
  other: ['其他', 'Other'],
}

export const SUSPEND_REASON: Labels = {
  await_material: ['等待诉求人补充材料', 'Waiting for material of the caller'],
  await_caller: ['诉求人暂时无法配合', 'Caller not available for now'],
}

export const REFUSE_REASON: Labels = {
  litigation: ['诉讼、仲裁、纪检监察、行政复议等程序事项', 'In court, arbitration, inspection or review'],
  petition: ['已进入信访渠道的事项', 'Already with the petition office'],
  secret: ['涉及国家秘密、商业秘密', 'State or commercial secret'],
  privacy: ['涉及个人隐私', 'Privacy of a person'],
  public_order: ['违反社会公序良俗', 'Against public order'],
  emergency: ['应由110、119、120、122受理的紧急事项', 'Emergency for 110, 119, 120 or 122'],
  duplicate: ['重复工单已并入', 'Duplicate, merged'],
  withdrawn: ['诉求人撤回', 'Withdrawn by the caller'],
  invalid: ['无实质内容或骚扰来电', 'No content or nuisance call'],
}

export const EXCLUSION_REASON: Labels = {
  unlawful: ['诉求违反法律法规政策', 'Against law or policy'],
  beyond: ['诉求明显超出现有条件', 'Clearly beyond present means'],
  settled: ['已依法终结仍重复反映', 'Legally settled, raised again'],
  malicious: ['恶意投诉', 'Malicious complaint'],
  other: ['其他', 'Other'],
}

export const CALLBACK_FAILURE: Labels = {
  no_answer: ['无人接听', 'No answer'],
  powered_off: ['关机停机', 'Phone off'],
  wrong_number: ['号码错误', 'Wrong number'],
  refused: ['拒绝回访', 'Declined'],
  language: ['无法沟通', 'Could not communicate'],
}

export const APPLICATION_TYPE: Labels = {
  out_of_area: ['超出行政范围类', 'Out of area'],
  out_of_duty: ['超出职责类', 'Out of duty'],
  policy_limit: ['政策限制类', 'Limited by policy'],
  history: ['历史遗留类', 'Left from the past'],
}

export const ROLE: Labels = {
  commander: ['指挥长', 'Commander'],
  shift_leader: ['值班长', 'Shift leader'],
  dispatcher: ['派单员', 'Dispatcher'],
  operator: ['话务员', 'Operator'],
  reviewer: ['审核员', 'Reviewer'],
  callback: ['回访员', 'Call-back'],
  supervisor: ['督办员', 'Supervisor'],
  unit_handler: ['承办员', 'Unit handler'],
  area_admin: ['镇村管理员', 'Area administrator'],
  grid_worker: ['网格员', 'Grid worker'],
  knowledge_keeper: ['知识库管理员', 'Knowledge keeper'],
  analyst: ['分析员', 'Analyst'],
  health_officer: ['疾控人员', 'Health officer'],
  sampler: ['采样登记员', 'Sampler'],
  liaison: ['企业联络员', 'Enterprise liaison'],
  volunteer: ['志愿者', 'Volunteer'],
  auditor: ['审计员', 'Auditor'],
  wall: ['大屏', 'Wall'],
  sysadmin: ['系统管理员', 'System administrator'],
}

export const MODE: Labels = {
  normal: ['平时', 'Normal'],
  wartime: ['战时', 'Emergency'],
  drill: ['演练', 'DRILL'],
}

/** The word of a code in the language in use. */
export function label(labels: Labels, code: string | null | undefined, fallback = ''): string {
  if (!code) return fallback
  const found = labels[code]
  return found ? found[currentLocale() === 'zh' ? 0 : 1] : fallback || code
}

/** Codes and words for a choice. */
export function choices(labels: Labels): { value: string; label: string }[] {
  return Object.keys(labels).map((value) => ({ value, label: label(labels, value) }))
}

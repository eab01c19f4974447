/** People: codes and their words (GB/T 38962), what a registration of an arrival must say (contracts/vectors/arrival.json). */
export const SEX = { '1': '男', '2': '女', '0': '未知', '9': '未说明' } as const
export const ID_TYPE = {
  id_card: '居民身份证',
  passport: '护照',
  hk_macao_permit: '港澳居民来往内地通行证',
  taiwan_permit: '台湾居民来往大陆通行证',
  residence_permit: '港澳台居民居住证',
  foreigner_permit: '外国人永久居留身份证',
  other: '其他证件',
} as const
export const RELATION = {
  head: '户主',
  spouse: '配偶',
  child: '子女',
  parent: '父母',
  grandchild: '孙子女',
  grandparent: '祖父母',
  sibling: '兄弟姐妹',
  other: '其他',
} as const
export const RESIDENCE = { registered: '户籍人口', resident: '常住人口', floating: '流动人口' } as const
export const PRESENCE = { here: '在家居住', away: '外出', moved_out: '已迁出', deceased: '已故' } as const
export const CONTACT = { phone: '电话', visit: '上门', relative: '亲属', wechat: '微信' } as const
export const PHONE_KIND = { own: '本人', guardian: '监护人', relative: '亲属' } as const
export const CARE = {
  elder_alone: '独居老人',
  elder_couple: '空巢老人',
  disabled: '残疾人',
  hardship: '困难家庭',
  left_child: '留守儿童',
  pregnant: '孕产妇',
  dialysis: '血透患者',
  chronic: '慢性病患者',
  mental: '精神障碍患者',
} as const
export const ARRIVAL = { returnee: '中高风险地区来通返通人员', homecoming: '返乡人员', outsider: '外来人员' } as const
export const TRANSPORT = {
  car: '自驾',
  train: '火车',
  coach: '长途汽车',
  plane: '飞机',
  ship: '轮船',
  lorry: '货车',
  other: '其他',
} as const
export const SYMPTOM = {
  fever: '发热',
  cough: '咳嗽',
  fatigue: '乏力',
  sore_throat: '咽痛',
  smell_loss: '嗅味觉减退',
  diarrhoea: '腹泻',
  breathless: '气促',
} as const
export const DECLARER = {
  self: '本人申报',
  family: '家属代报',
  worker: '网格员排查',
  neighbour: '群众反映',
  checkpoint: '卡口交接',
  hotel: '宾馆上报',
} as const
export const OUTCOME = {
  answered: '已接通',
  relative_answered: '亲属接听',
  unanswered: '无人接听',
  wrong_number: '号码错误',
  refused: '拒绝配合',
  call_later: '稍后再打',
} as const

/** The word of a code, the code itself when it is unknown here. */
export function wordOf(table: Readonly<Record<string, string>>, code: string): string {
  return table[code] ?? code
}

/** A table as choices. */
export function choicesOf(table: Readonly<Record<string, string>>): { value: string; label: string }[] {
  return Object.entries(table).map(([value, label]) => ({ value, label }))
}

/** A telephone number as the server wants it; the reason in Chinese, or ''. */
export function numberFault(text: string): string {
  if (!text.trim()) return ''
  const digits = plainNumber(text)
  if (/[^\d+()\- 转]/.test(text) || digits.length < 3 || digits.length > 15) return '电话号码应为3至15位数字'
  if (digits.startsWith('1') && digits.length > 5 && digits.length !== 11) return `手机号应为11位,现在是${digits.length}位`
  return ''
}

function plainNumber(text: string): string {
  const digits = text.replace(/\D/g, '')
  if (digits.length === 13 && digits.startsWith('86')) return digits.slice(2)
  if (digits.length === 15 && digits.startsWith('0086')) return digits.slice(4)
  return digits
}

/** What is wrong with a name. */
export function nameFault(text: string): string {
  const name = text.trim()
  if (!name) return '请填写姓名'
  return name.length > 40 || /[\d<>{}=@#%*]/.test(name) ? '姓名不能有数字和符号,不超过40字' : ''
}

export interface ArrivalFields {
  kind: string
  from_place: string
  last_left_on: string | null
  arrived_on: string | null
  address: string
  /** How many numbers. */
  phones: number
  no_smartphone: boolean
  temperature: number | null
  symptoms: readonly string[]
  transport: string
  declared_by: string
}

/** What is missing or impossible, by field; `today` is `2021-08-12`. */
export function arrivalFaults(fields: ArrivalFields, today: string): Record<string, string> {
  const faults: Record<string, string> = {}
  if (!(fields.kind in ARRIVAL)) faults.kind = '请选择人员类别'
  if (!(fields.transport in TRANSPORT)) faults.transport = '请选择交通方式'
  if (!(fields.declared_by in DECLARER)) faults.declared_by = '请选择申报人'
  if (!fields.from_place.trim()) faults.from_place = '请填写从哪里来'
  if (!fields.address.trim()) faults.address = '请填写在通住址'
  Object.assign(faults, dateFaults(fields, today))
  if (!fields.phones && !fields.no_smartphone) {
    faults.phone = '请填写联系电话;没有手机的请勾选“无智能手机”并填写亲属电话或上门联系'
  }
  if (fields.temperature !== null && (fields.temperature < 34 || fields.temperature > 43)) {
    faults.temperature = '体温应在34至43度之间'
  }
  if (fields.symptoms.some((one) => !(one in SYMPTOM))) faults.symptoms = '有不认识的症状'
  return faults
}

function dateFaults(fields: ArrivalFields, today: string): Record<string, string> {
  const { arrived_on: arrived, last_left_on: left } = fields
  if (!arrived) return { arrived_on: '请选择抵达日期' }
  if (arrived > today) return { arrived_on: '抵达日期不能晚于今天' }
  if ((Date.parse(today) - Date.parse(arrived)) / 86_400_000 > 60) return { arrived_on: '抵达已超过60天,请核对日期' }
  if (!left) return fields.kind === 'returnee' ? { last_left_on: '请选择离开当地的日期' } : {}
  return left > arrived ? { last_left_on: '离开日期不能晚于抵达日期' } : {}
}

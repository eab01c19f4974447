/** From a ledger's header to a mapping: guesses, never more than the user sees. */
export { csvCells, csvHeaderOf as headerOf } from '@/kit/csv'

export const FIELDS = [
  'external_no', 'content', 'title', 'received_at', 'kind', 'channel', 'category', 'area', 'address', 'caller',
  'caller_no', 'contact_no', 'unit', 'public_reply', 'status', 'closed_at', 'due_at', 'satisfaction', 'confidential',
  'city_no', 'lon', 'lat',
] as const
export type LedgerField = (typeof FIELDS)[number]

const GUESSES: Partial<Record<LedgerField, RegExp>> = {
  external_no: /^(工单|留言|诉求|案件|事项)?(编号|单号)$|^unique key$|^id$/i,
  content: /内容|详情|^descriptor$|描述/i,
  title: /标题|主题|^complaint type$/i,
  received_at: /(受理|登记|来电|留言|创建|接收)时间|^created date$/i,
  kind: /诉求类型|^类型$/,
  channel: /渠道|来源|^open data channel type$/i,
  category: /分类|^category$/i,
  area: /镇|街道|区域|社区|^borough$/i,
  address: /地址|地点|^incident address$/i,
  caller: /姓名|诉求人|留言用户|来电人/,
  caller_no: /来电号码|电话|手机/,
  unit: /承办单位|办理单位|^agency name$/i,
  public_reply: /答复|回复|^resolution description$/i,
  status: /状态|^status$/i,
  closed_at: /(办结|结案)时间|^closed date$/i,
  due_at: /(截止|到期)时间|^due date$/i,
  satisfaction: /满意/,
  lon: /经度|^longitude$/i,
  lat: /纬度|^latitude$/i,
}

/** A column per field where the name is telling; a column is used once. */
export function guessColumns(header: readonly string[]): Record<LedgerField, string> {
  const used = new Set<string>()
  const found = {} as Record<LedgerField, string>
  for (const field of FIELDS) {
    const column = header.find((c) => !used.has(c) && GUESSES[field]?.test(c.trim())) ?? ''
    if (column) used.add(column)
    found[field] = column
  }
  return found
}

/** The mapping as the API wants it; what a saved profile knows beyond plain columns is kept. */
export function mappingOf(
  source: string,
  columns: Readonly<Record<string, string>>,
  base: Readonly<Record<string, unknown>> = {},
): Record<string, unknown> {
  const known = (base.columns ?? {}) as Record<string, unknown>
  const plain = Object.fromEntries(Object.entries(columns).filter(([, column]) => column))
  const rich = Object.fromEntries(
    Object.entries(known).filter(([field, spec]) => typeof spec === 'object' && (!plain[field] || plain[field] === String(spec))),
  )
  return { ...base, source, columns: { ...plain, ...rich } }
}

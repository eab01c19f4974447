import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { ApiError, offlineError } from '@/api/errors'
import { i18n } from '@/kit/i18n'
import AsyncState from './AsyncState.vue'
import MaskedField from './MaskedField.vue'
import TimeLeft from './TimeLeft.vue'

const global = {
  plugins: [i18n],
  stubs: { 'el-button': { template: '<button @click="$emit(\'click\')"><slot /></button>', emits: ['click'] } },
}
const refusal = (status: number) => new ApiError({ status, code: 'x', detail: '系统出错,请稍后重试', data: {} }, 'abc123')

describe('the four faces of a read', () => {
  const face = (props: Record<string, unknown>) =>
    mount(AsyncState, {
      props: { loading: false, error: null, empty: true, ...props } as never,
      slots: { default: '<p>rows</p>' },
      global,
    })

  it('keeps the layout while loading', () => {
    const page = face({ loading: true })
    expect(page.find('[aria-busy=true]').exists()).toBe(true)
    expect(page.text()).not.toContain('rows')
  })

  it('says what will appear when there is nothing', () => {
    expect(face({ emptyTitle: '没有待办工单', emptyHint: '派给本单位的工单会出现在这里' }).text()).toContain('没有待办工单')
  })

  it('says what happened with a code for the help desk and lets one try again', async () => {
    const page = face({ error: refusal(500) })
    expect(page.text()).toContain('系统出错,请稍后重试')
    expect(page.text()).toContain('abc123')
    await page.find('button').trigger('click')
    expect(page.emitted('retry')).toHaveLength(1)
  })

  it('does not offer to try again what is not there', () => {
    const page = face({ error: refusal(404) })
    expect(page.find('button').exists()).toBe(false)
    expect(page.text()).toContain('没有找到')
  })

  it('calls offline a state and keeps what was read', () => {
    const page = face({ error: offlineError(), empty: false })
    expect(page.text()).toContain('网络中断,下面是上次读取的内容')
    expect(page.text()).toContain('rows')
  })
})

describe('a masked field', () => {
  it('shows the mask and asks before it shows more', async () => {
    const field = mount(MaskedField, { props: { masked: '199****0001', canReveal: true }, global })
    expect(field.text()).toContain('199****0001')
    await field.find('button').trigger('click')
    expect(field.emitted('reveal')).toHaveLength(1)
  })

  it('offers nothing to those who may not look', () => {
    expect(mount(MaskedField, { props: { masked: '199****0001' }, global }).find('button').exists()).toBe(false)
  })
})

describe('time left', () => {
  it('is a number and a bar', () => {
    const left = mount(TimeLeft, { props: { dueAt: new Date(Date.now() + 3_600_000).toISOString() }, global })
    expect(left.text()).toMatch(/剩 (59 分|1 小时)/)
    expect(left.find('.bar').exists()).toBe(true)
  })

  it('says by how much it is late', () => {
    const left = mount(TimeLeft, { props: { dueAt: new Date(Date.now() - 7_260_000).toISOString() }, global })
    expect(left.text()).toMatch(/已超时 2 小时/)
    expect(left.classes()).toContain('late')
  })
})

import { describe, expect, it } from 'vitest'
import { hiddenBy, type NoiseMatch, type NoiseRule } from '../../../src/shared/domain/alerts/noise'
import type { NoiseRuleId } from '../../../src/shared/domain/ids'
import { alert, T } from './some-alerts'

const anything: NoiseMatch = { group: null, service: null, title: null, labels: {} }
const rule = (match: Partial<NoiseMatch>, rest: Partial<NoiseRule> = {}): NoiseRule => ({
  ...{ id: 'r' as NoiseRuleId, match: { ...anything, ...match }, reason: 'Known', setBy: 'Dana', setAt: T },
  ...{ until: null, endedAt: null, endedBy: null },
  ...rest,
})
const canary = alert('a', { service: 'Canary', title: 'Canary is red', labels: { env: 'test', zone: 'b' } }).row
const other = alert('b', { service: 'payments-api' }).row

describe('[AG8] noise rules', () => {
  it.each([
    ['service, whatever its spelling', rule({ service: 'canary' }), true],
    ['part of the title', rule({ title: 'IS RED' }), true],
    ['labels, all of them', rule({ labels: { env: 'test', zone: 'a' } }), false],
    ['a label', rule({ labels: { env: 'test' } }), true],
    ['group', rule({ group: 'service:canary' }), true],
    ['another group', rule({ group: 'service:x' }), false],
    ['past its time', rule({ service: 'canary' }, { until: T + 5 }), false],
    ['ended', rule({ service: 'canary' }, { endedAt: T }), false],
  ])('%s', (_, given, hides) => {
    expect(hiddenBy('service:canary', [canary], [given], T + 5)?.id).toBe(hides ? 'r' : undefined)
  })

  it('shows the whole group when one open alert is of another kind', () => {
    expect(hiddenBy('cause:x', [canary, other], [rule({ service: 'canary' })], T)).toBeUndefined()
  })
})

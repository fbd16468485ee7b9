import { describe, expect, it } from 'vitest'
import { compileMatcher, fitsNothingToo, type NoiseMatcher } from '../../../src/shared/domain/alerts/matcher'
import { compileMatch, isActive, type NoiseMatch, type NoiseRule } from '../../../src/shared/domain/alerts/noise'
import type { NoiseRuleId } from '../../../src/shared/domain/ids'
import { alert, T } from './some-alerts'

const anything: NoiseMatch = { group: null, service: null, title: null, labels: {} }
const canary = alert('a', {
  service: 'Canary',
  cause: 'Watchdog',
  title: 'Canary is red',
  labels: { env: 'test', zone: 'b' },
}).row
const hides = (match: Partial<NoiseMatch>) => compileMatch({ ...anything, ...match })(canary, 'service:canary')
const matcher = (label: string, sign: NoiseMatcher['sign'], value: string): NoiseMatcher => ({ label, sign, value })

describe('[AG8] noise rules', () => {
  it.each([
    ['service, whatever its spelling', { service: 'canary' }, true],
    ['part of the title', { title: 'IS RED' }, true],
    ['labels, all of them', { labels: { env: 'test', zone: 'a' } }, false],
    ['a label', { labels: { env: 'test' } }, true],
    ['group', { group: 'service:canary' }, true],
    ['another group', { group: 'service:x' }, false],
  ])('fit by %s', (_, match, fits) => {
    expect(hides(match)).toBe(fits)
  })

  it('are over at their time, or once a person ended them', () => {
    const rule: NoiseRule = {
      ...{ id: 'r' as NoiseRuleId, match: anything, reason: 'Known', setBy: 'Dana', setAt: T },
      ...{ until: T + 5, endedAt: null, endedBy: null },
    }
    expect([isActive(rule, T + 4), isActive(rule, T + 5), isActive({ ...rule, endedAt: T }, T)]).toEqual([
      true,
      false,
      false,
    ])
  })
})

describe('[AG11] conditions on labels', () => {
  it.each([
    ['env="test"', matcher('env', '=', 'test'), true],
    ['env!="test"', matcher('env', '!=', 'test'), false],
    ['a pattern must fit all of it', matcher('env', '=~', 'tes'), false],
    ['env=~"te.*"', matcher('env', '=~', 'te.*'), true],
    ['env!~"te.*|dev"', matcher('env', '!~', 'te.*|dev'), false],
    ['a label that is missing is empty', matcher('region', '=', ''), true],
    ['missing, and not', matcher('region', '!=', 'eu'), true],
    ['the cause by the name that Prometheus has for it', matcher('alertname', '=', 'Watchdog'), true],
    ['the service', matcher('service', '=~', 'Can.+'), true],
    ['the title', matcher('title', '=~', '.*red'), true],
  ])('%s', (_, given, fits) => {
    expect(hides({ matchers: [given] })).toBe(fits)
  })

  it('must all hold', () => {
    expect(hides({ matchers: [matcher('env', '=', 'test'), matcher('zone', '=', 'b')] })).toBe(true)
    expect(hides({ matchers: [matcher('env', '=', 'test'), matcher('zone', '=', 'a')] })).toBe(false)
  })

  it('say what is wrong with a pattern, and hide nothing with it', () => {
    expect(compileMatcher(matcher('env', '=~', '(a'))).toEqual({
      ok: false,
      fault: { code: 'pattern-open-group' },
    })
    expect(hides({ matchers: [matcher('env', '=~', '(a')] })).toBe(false)
  })

  it('know which of them an alert without the label fulfils', () => {
    expect(fitsNothingToo(matcher('env', '=~', '.*'))).toBe(true)
    expect(fitsNothingToo(matcher('env', '!=', 'test'))).toBe(true)
    expect(fitsNothingToo(matcher('env', '=~', '.+'))).toBe(false)
  })
})

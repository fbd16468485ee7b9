import { describe, expect, it } from 'vitest'
import { defaultCadence } from '../../src/shared/domain/cadence'
import { updateSpan } from '../../src/shared/domain/method/method-rules'
import { paceOffer } from '../../src/shared/domain/pace-offer'
import { isRaised, type Severity, severities } from '../../src/shared/domain/severity'
import type { ChosenPace } from '../../src/shared/domain/update-pace'
import type { EventDraft } from '../../src/shared/events/define'
import { eventRegistry } from '../../src/shared/events/registry'
import { MINUTE } from '../../src/shared/lib/time'
import { ada, declared, engineItself, minute, published, recordOf, resolved } from '../support/folded-incident'
import { shippedRules } from '../support/shipped-method'

type Levels = typeof shippedRules.rules.levels

/** As ours, but that a SEV-2 has a slower pace too. */
const levels: Levels = {
  ...shippedRules.rules.levels,
  'SEV-2': { ...shippedRules.rules.levels['SEV-2'], slower: { after: 180, update: 90 } },
}
const adopted = (of: Levels = shippedRules.rules.levels) =>
  eventRegistry['method-adopted'].draft(
    { ...shippedRules, rules: { ...shippedRules.rules, levels: of }, from: null },
    minute(0),
    engineItself,
  )
const chosen = (after: number, pace: ChosenPace, was: ChosenPace | null = null, severity: Severity = 'SEV-1') =>
  eventRegistry['update-pace-chosen'].draft({ pace, severity, usual: 30, slower: 60, was }, minute(after), ada)
const changed = (after: number, from: Severity, to: Severity) =>
  eventRegistry['severity-changed'].draft({ from, to, reason: '' }, minute(after), ada)
const reopened = (after: number) =>
  eventRegistry['status-changed'].draft({ from: 'resolved', to: 'investigating', reason: '' }, minute(after), ada)
const told = [declared(), adopted(), published(5, 'u1')]

const incidentAfter = (drafts: readonly EventDraft[]) => recordOf(drafts).incident
const offerAt = (after: number, ...drafts: readonly EventDraft[]) =>
  paceOffer(incidentAfter([...told, ...drafts]), minute(after))
const everyMinutes = (...drafts: readonly EventDraft[]) => {
  const incident = incidentAfter([...told, ...drafts])
  return (updateSpan(incident, incident.severity, defaultCadence) ?? 0) / MINUTE
}

describe('[UP11] a slower pace of customer updates', () => {
  it.each<readonly [Severity, unknown]>([
    ['SEV-1', { after: 120, update: 60 }],
    ['SEV-2', undefined],
    ['SEV-3', undefined],
    ['SEV-4', undefined],
  ])('of a %s is offered as the method that ships says', (severity, slower) => {
    expect(shippedRules.rules.levels[severity].slower).toEqual(slower)
  })

  it('is offered once it is open for two hours', () => {
    expect(offerAt(119)).toEqual({ state: 'later', at: minute(120), usual: 30, slower: 60 })
    expect(offerAt(120)).toEqual({ state: 'asked', usual: 30, slower: 60 })
  })

  it('[CW8] counts no minutes that a set clock skipped, and nothing sooner for one that was set back', () => {
    const set = (at: number, by: number) =>
      eventRegistry['clock-set'].draft({ by: by * MINUTE }, minute(at), engineItself)
    expect(offerAt(179, set(100, 60))).toMatchObject({ state: 'later', at: minute(180) })
    expect(offerAt(180, set(100, 60))).toMatchObject({ state: 'asked' })
    expect(offerAt(119, set(40, -60))).toMatchObject({ state: 'later', at: minute(120) })
  })

  it('counts anew from a raised severity and from reopening', () => {
    const raised = [declared({ severity: 'SEV-2' }), adopted(), published(5, 'u1'), changed(100, 'SEV-2', 'SEV-1')]
    expect(paceOffer(incidentAfter(raised), minute(219))).toMatchObject({ state: 'later', at: minute(220) })
    expect(offerAt(200, resolved(130), reopened(150))).toMatchObject({ state: 'later', at: minute(270) })
  })

  it.each<readonly [string, readonly EventDraft[], string]>([
    ['customers were told nothing', [declared(), adopted()], 'not-told'],
    ['its severity has no slower pace', [...told, changed(9, 'SEV-1', 'SEV-3')], 'none'],
    ['customers get no updates', [declared({ severity: 'SEV-4' }), adopted(), published(5, 'u1')], 'none'],
    ['it is resolved', [...told, resolved(9)], 'resolved'],
    ['it was declared before there were methods', [declared(), published(5, 'u1')], 'none'],
  ])('is not offered where %s', (_, drafts, state) => {
    expect(paceOffer(incidentAfter(drafts), minute(400)).state).toBe(state)
  })
})

describe('[UP12] the answer', () => {
  it('is offered no more, says who gave it, and can be changed', () => {
    expect(offerAt(130, chosen(121, 'slower'))).toMatchObject({
      ...{ state: 'answered', usual: 30, slower: 60 },
      answer: { pace: 'slower', by: ada, at: minute(121) },
    })
    expect(offerAt(500, chosen(121, 'stays'))).toMatchObject({ state: 'answered', answer: { pace: 'stays' } })
    expect(everyMinutes(chosen(121, 'slower'), chosen(130, 'stays', 'slower'))).toBe(30)
  })

  it('[UP13] makes the span to the next update the longer one, and “stays” leaves it', () => {
    expect([everyMinutes(), everyMinutes(chosen(121, 'slower')), everyMinutes(chosen(121, 'stays'))]).toEqual([
      30, 60, 30,
    ])
  })

  it('ends with a raised severity and with reopening; a lowered one keeps what is slower', () => {
    const slower = chosen(121, 'slower')
    const downUp = [slower, changed(130, 'SEV-1', 'SEV-2'), changed(140, 'SEV-2', 'SEV-1')]
    expect(everyMinutes(...downUp)).toBe(30)
    expect(offerAt(150, ...downUp)).toMatchObject({ state: 'later', at: minute(260) })
    expect(everyMinutes(slower, resolved(130), reopened(140))).toBe(30)
    expect(everyMinutes(slower, changed(130, 'SEV-1', 'SEV-3'))).toBe(120)
  })

  it('of a higher severity lets a slower pace of the lower one be offered', () => {
    const drafts = [declared(), adopted(levels), published(5, 'u1'), chosen(121, 'slower')]
    const lowered = incidentAfter([...drafts, changed(130, 'SEV-1', 'SEV-2')])
    expect(paceOffer(lowered, minute(180))).toEqual({ state: 'asked', usual: 60, slower: 90 })
  })

  it('is void where the severity was raised before it, or somebody answered before', () => {
    const raised = [declared({ severity: 'SEV-2' }), adopted(levels), published(5, 'u1'), changed(9, 'SEV-2', 'SEV-1')]
    const late = recordOf([...raised, chosen(190, 'slower', null, 'SEV-2')])
    expect(late.incident.unfolded).toMatchObject([{ because: { as: 'void', reason: 'severity-raised' } }])
    const twice = recordOf([...told, chosen(121, 'stays'), chosen(122, 'slower')])
    expect(twice.incident.unfolded).toMatchObject([{ because: { as: 'void', reason: 'pace-answered' } }])
    expect(twice.incident.updatePace.answer?.pace).toBe('stays')
  })

  it('[UP14] is a line', () => {
    const { timeline } = recordOf([...told, chosen(121, 'slower'), chosen(130, 'stays', 'slower')])
    expect(timeline.slice(-2).map(({ text }) => text)).toEqual([
      'Customer updates every 60 min instead of every 30 min, from the next one on',
      'Customer updates stay at every 30 min',
    ])
  })
})

describe('[UP13] over random lives of an incident', () => {
  it('customers never hear less often than the slower pace nor more often than usual, and never slower after a raise', () => {
    let seed = 11
    const random = (below: number) => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
      return (seed >> 8) % below
    }
    for (let life = 0; life < 80; life += 1) {
      const drafts: EventDraft[] = [declared(), adopted(levels), published(5, 'u1')]
      for (let at = 10; at < 600; at += 20 + random(60)) {
        const { severity, updatePace } = incidentAfter(drafts)
        const to = severities[random(3)] ?? 'SEV-1'
        const pace = random(2) === 0 ? 'slower' : 'stays'
        const was = random(3) === 0 ? null : (updatePace.answer?.pace ?? null)
        drafts.push(random(2) === 0 ? chosen(at, pace, was, severity) : changed(at, severity, to))
        const after = incidentAfter(drafts)
        const span = (updateSpan(after, after.severity, defaultCadence) ?? 0) / MINUTE
        const usual = levels[after.severity].update ?? 0
        expect([usual, Math.max(usual, 60)], `life ${life}`).toContain(span)
        if (isRaised(severity, after.severity)) expect(span).toBe(usual)
        const offer = paceOffer(after, minute(at))
        if (offer.state === 'asked') expect(offer.slower).toBeGreaterThan(span)
      }
    }
  })
})

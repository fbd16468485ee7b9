import { describe, expect, it } from 'vitest'
import { realTimeClock, systemClock } from '../../../src/main/engine/clock/clock'
import { renderHandoff } from '../../../src/main/engine/documents/handoff'
import { type HandoffId, type IncidentId, newId } from '../../../src/shared/domain/ids'
import { HOUR } from '../../../src/shared/lib/time'
import { contentOf, halfWay } from '../../main/documents/sample'
import { scratchFolder } from '../../support/folders'
import { type RunningEngine, runEngine } from '../../support/running-engine'
import { readOnce, settings, until, vendors } from './read-once'

async function writtenBy(engine: RunningEngine, format: 'markdown' | 'html', incident = newId<IncidentId>()) {
  const handoff = newId<HandoffId>()
  await engine.ask('incident:declare', { incident, title: 'Shop is down', severity: 'SEV-2', impact: '' })
  await engine.ask('handoff:write', { incident, handoff })
  const { text } = await engine.ask('handoff:read', { incident, handoff, format })
  return { text, said: text.replace(/<[^>]*>|[\\*]/g, '').replace(/\s+/g, ' ') }
}

describe.each(['markdown', 'html'] as const)(
  '[HC3] the handoff in %s, written after a restart without a network',
  format => {
    it('has what was last known, each value with its age, and never as of now', async () => {
      const { folder, asked } = await readOnce()
      const later = realTimeClock({ ...systemClock, now: () => Date.now() + 3 * HOUR })
      const engine = runEngine(folder, asked, later)
      await until(engine, 'failed')
      await engine.call('people:on-call', {})
      const { said } = await writtenBy(engine, format)
      for (const name of ['prom, alerts', 'prom, metrics', 'sp, status page'])
        expect(said).toMatch(new RegExp(`${name}(:| )? ?last known, not reached since [^(]*UTC \\(3 h\\): .`))
      expect(said).toMatch(/On-call people:? ?last known, not reached since [^(]*UTC \(3 h\): ./)
      expect(said).toMatch(/Load: 50.%[^(]*\([^)]*UTC, 3 h old\)/)
      expect(said).toMatch(/Down: critical, firing, since [^(]*\([^)]*, 3 h old\)/)
      expect(said).toMatch(/Checkout: major outage \([^)]*, 3 h old\)/)
      expect(said).toMatch(/Mei Tanaka: Shop, level 1 \([^)]*, 3 h old\)/)
      expect(said).toMatch(/Could not be reached then: [^.]*prom, alerts; [^.]*prom, metrics; On-call people\./)
      expect(said).not.toMatch(/: polled \d+ (s|min|h) before/)
    })

    it('says of a clock that was set back that nobody knows how old it is', async () => {
      const { folder, asked } = await readOnce()
      const back = realTimeClock({ ...systemClock, now: () => Date.now() - 5 * HOUR })
      const { said } = await writtenBy(runEngine(folder, asked, back), format)
      expect(said).toMatch(/prom, metrics(:| )? ?last known, time unknown/)
      expect(said).toMatch(/Load: 50.%[^(]*\(time unknown\)/)
    })

    it('says which sources could be read, and how long before', async () => {
      const engine = runEngine(scratchFolder(), settings((await vendors()).origin))
      await until(engine, 'good')
      const { said } = await writtenBy(engine, format)
      expect(said).toMatch(/prom, metrics(:| )? ?polled (?:just|\d+ (?:s|min)) before/)
      expect(said).toMatch(/Load: 50.% \([^)]*UTC, \d+ (s|min) old\)/)
      expect(said).not.toContain('last known')
      expect(said).not.toContain('Could not be reached')
    })

    it('names what was never reached, with why', async () => {
      const gone = await vendors()
      const asked = settings(gone.origin)
      await gone.stop()
      const engine = runEngine(scratchFolder(), asked)
      await until(engine, 'failed')
      const { said } = await writtenBy(engine, format)
      expect(said).toMatch(/prom, metrics(:| )? ?never reached, nothing is known: ./)
      expect(said).not.toContain('Open alerts')
    })

    it('says that no other system is connected', async () => {
      const { said } = await writtenBy(runEngine(scratchFolder(), {}), format)
      expect(said).toContain('No other system is connected.')
    })

    it('reads as it was written, whatever was read since', async () => {
      const { folder, asked } = await readOnce()
      const engine = runEngine(folder, asked)
      const incident = newId<IncidentId>()
      const { text } = await writtenBy(engine, format, incident)
      await engine.stop()
      const vendorsBack = await vendors()
      const again = runEngine(folder, settings(vendorsBack.origin))
      await until(again, 'good')
      await again.ask('log:follow', { incident, after: 0 })
      const handoff = again.pushed('log')?.events.find(event => event.kind === 'handoff-written')
      if (handoff?.kind !== 'handoff-written') throw new Error('No handoff was written')
      const read = await again.ask('handoff:read', { incident, handoff: handoff.body.handoff, format })
      expect(read.text).toBe(text)
    })

    it('of an earlier version, which noted none, stays as it was', () => {
      expect(renderHandoff(contentOf(halfWay, 20), format)).not.toContain('Other systems')
    })
  },
)

import { expect, it } from 'vitest'
import { declaredDependencies } from '../../../src/main/engine/alerts/declared'
import type { Settings } from '../../../src/main/engine/ports'
import { parseCall } from '../../../src/main/engine/sessions/dispatch'
import type { DependsOn } from '../../../src/shared/domain/alerts/dependencies'

function opened(kind: 'real' | 'drill') {
  let kept: Settings = { me: null, connections: [], panels: [], cancelWindow: 0 }
  const followed: DependsOn[] = []
  const settings = {
    read: () => kept,
    write: (change: Partial<Settings>) => {
      kept = { ...kept, ...change }
    },
  }
  const drill = { kind: 'drill', name: 'd', title: 'D', startedAt: 0, speed: 1, briefing: '' } as const
  const world = kind === 'real' ? ({ kind } as const) : drill
  const declared = declaredDependencies(world, settings, { follow: dependsOn => followed.push(dependsOn) })
  return { declared, followed, kept: () => kept.dependsOn }
}

it('[AG14] which service needs which is kept in the settings, and followed at once', () => {
  const { declared, followed, kept } = opened('real')
  expect(declared.read()).toEqual({ ok: true, value: {} })
  expect(declared.declare({ api: ['db'] })).toMatchObject({ ok: true })
  expect(kept()).toEqual({ api: ['db'] })
  expect(followed).toEqual([{ api: ['db'] }])
  expect(declared.read()).toEqual({ ok: true, value: { api: ['db'] } })
})

it('a drill keeps its own, and says the way out', () => {
  const { declared, followed, kept } = opened('drill')
  expect(declared.declare({ api: ['db'] })).toMatchObject({
    ok: false,
    fault: { message: expect.stringContaining('Leave the drill') },
  })
  expect([followed, kept()]).toEqual([[], undefined])
})

it('bad input names its field', () => {
  const parsed = parseCall('alerts:depend', { dependsOn: { api: ['db', ' '] } })
  expect(parsed).toMatchObject({ ok: false, fault: { kind: 'invalid-input', field: 'dependsOn.api.1' } })
})

import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { newId } from '../../../src/shared/domain/ids'
import { commandBench } from '../../support/engine-parts'
import { smallDisk } from '../../support/small-disk'

const disk = smallDisk()
afterAll(() => disk?.remove())

// Needs root: only root may mount a disk that is small enough to be filled. `moved-folder` fills a database instead.
it.skipIf(disk === null)(
  '[DF8] a disk that is really full takes no line, says so, and takes it once there is room',
  () => {
    const folder = join(disk?.folder ?? '', 'data')
    const bench = commandBench(folder)
    bench.run('incident:declare', { title: 'Cards fail', severity: 'SEV-2', impact: '' })
    const lines = () => bench.ledger.record(bench.incident)?.timeline().length
    const before = lines()
    disk?.fill(join(folder, 'filler'))
    const [entry, request] = [newId<never>(), newId<never>()]
    const line = { entry, kind: 'note', text: 'Pool is full. '.repeat(300), occurredAt: null, pinned: false } as const
    const reply = bench.run('timeline:append', line, request)
    expect(reply).toMatchObject({ ok: false, fault: { message: expect.stringMatching(/Free up space/) } })
    expect(reply).toMatchObject({ fault: { kind: expect.stringMatching(/^(not-stored|storage-unknown)$/) } })
    expect(lines()).toBe(before)
    rmSync(join(folder, 'filler'))
    expect(bench.run('timeline:append', line, request)).toMatchObject({ ok: true })
    expect(bench.run('timeline:append', line, request)).toMatchObject({ ok: true })
    expect(lines()).toBe((before ?? 0) + 1)
  },
)

import { execFileSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { newId } from '../../../src/shared/domain/ids'
import { commandBench } from '../../support/engine-parts'

/** A disk of its own of a few megabytes; null where this user may mount none. */
const disk = ((): string | null => {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return null
  const folder = mkdtempSync(join(tmpdir(), 'quarterdeck-small-disk-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=3m', 'tmpfs', folder], { stdio: 'pipe' })
    return folder
  } catch (error) {
    console.info(`No disk to fill here: ${String(error)}`)
    rmSync(folder, { recursive: true })
    return null
  }
})()

afterAll(() => {
  if (disk === null) return
  execFileSync('umount', ['-l', disk])
  rmSync(disk, { recursive: true })
})

/** Writes until nothing more goes in. */
function fill(file: string): void {
  const out = openSync(file, 'w')
  try {
    for (const size of [65_536, 4_096, 1]) {
      try {
        for (;;) if (writeSync(out, Buffer.alloc(size)) < size) break
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
      }
    }
  } finally {
    closeSync(out)
  }
}

// Needs root: only root may mount a disk that is small enough to be filled. `moved-folder` fills a database instead.
it.skipIf(disk === null)(
  '[DF8] a disk that is really full takes no line, says so, and takes it once there is room',
  () => {
    const folder = join(disk ?? '', 'data')
    const bench = commandBench(folder)
    bench.run('incident:declare', { title: 'Cards fail', severity: 'SEV-2', impact: '' })
    const lines = () => bench.ledger.record(bench.incident)?.timeline().length
    const before = lines()
    fill(join(folder, 'filler'))
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

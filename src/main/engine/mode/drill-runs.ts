import { mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod/mini'
import { HOUR, type Millis } from '../../../shared/lib/time'
import { readTextFile } from '../guards/regular-file'

/** One playing of a drill, with a data folder of its own. */
export interface DrillRun {
  readonly folder: string
  /** Wall-clock instant that is 0:00 of the scenario. */
  readonly startedAt: Millis
  readonly speed: number
}

const runFile = 'run.json'
const MOST_BYTES = 10_000
const runField = z.object({ startedAt: z.number(), speed: z.number() })

/** A drill that was left alone this long after its story ended, on its own clock, is over. */
const GRACE: Millis = 2 * HOUR

/**
 * The run to continue with, or a new one. A drill that is still running is found again after a crash or a restart, at
 * the place that its clock has reached; a run at another speed, or one that is over, is left as it is and a new one
 * begins, as it does on a person's request.
 * @param folder holds the runs of one drill
 * @param story how long the scenario is, and where in it a new run opens
 */
export function openDrillRun(
  folder: string,
  story: { readonly length: Millis; readonly opensAt: Millis },
  { speed, anew = false }: { readonly speed: number; readonly anew?: boolean },
  now: Millis,
): DrillRun {
  const newest = runsIn(folder).at(-1)
  const running =
    !anew && newest !== undefined && newest.speed === speed && storyTime(newest, now) < story.length + GRACE
  return running ? newest : beginRun(folder, story.opensAt, speed, now)
}

function storyTime(run: DrillRun, now: Millis): Millis {
  return (now - run.startedAt) * run.speed
}

function runsIn(folder: string): readonly DrillRun[] {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  return readdirSync(folder)
    .sort()
    .flatMap(name => readRun(join(folder, name)) ?? [])
}

function readRun(folder: string): DrillRun | undefined {
  try {
    const read = readTextFile(join(folder, runFile), MOST_BYTES)
    const parsed = runField.safeParse(read.ok ? JSON.parse(read.value) : undefined)
    return parsed.success ? { folder, ...parsed.data } : undefined
  } catch {
    // A run without a readable run.json was cut off while it began; nothing was done in it yet.
    return undefined
  }
}

function beginRun(folder: string, opensAt: Millis, speed: number, now: Millis): DrillRun {
  // Instants are whole milliseconds everywhere, and this one is divided.
  const run = { startedAt: Math.floor(now - opensAt / speed), speed }
  const runFolder = join(folder, new Date(now).toISOString().replace(/[:.]/g, ''))
  mkdirSync(runFolder, { recursive: true, mode: 0o700 })
  const path = join(runFolder, runFile)
  writeFileSync(`${path}.part`, JSON.stringify(run), { flush: true })
  renameSync(`${path}.part`, path)
  return { folder: runFolder, ...run }
}

import { statSync } from 'node:fs'
import { join } from 'node:path'
import type { BackupState, BackupTrouble } from '../../../shared/contract/backups'
import type { RecordProblem } from '../../../shared/contract/record-problems'
import { fail, ok } from '../../../shared/lib/reply'
import { DAY, HOUR, MINUTE } from '../../../shared/lib/time'
import type { Clock, Logger } from '../ports'
import { refused } from '../record/decision'
import type { Handlers } from '../sessions/handlers'
import { reasonOf } from '../storage/fault'
import { DATABASE_FILE } from '../storage/format.mjs'
import { notWritten, type SnapshotFault } from '../storage/snapshot'
import type { Workers } from '../workers/workers'
import { BACKUP_FOLDER, backupsIn, removeUnfinished } from './backup-files'
import { backupJob } from './backup-job'
import type { BackupOrder } from './make-backup'

/** At a start a person may have an outage to read about, and the disk other work. */
const FIRST_LOOK = 2 * MINUTE
const EVERY = DAY
const TRY_AGAIN = HOUR

export interface BackupsOptions {
  /** The data folder. */
  readonly folder: string
  readonly workers: Pick<Workers, 'run'>
  readonly clock: Clock
  readonly logger: Logger
  /** Settles when all that can be wrong with the record is known. */
  readonly checked: Promise<void>
  /** What is wrong with the record. */
  damage(): readonly RecordProblem[]
  isEmpty(): boolean
  /** Of a backup that was to be made before the engine started. */
  readonly trouble: BackupTrouble | null
  /** What `problems` says is something else than before. */
  changed(): void
}

export interface Backups {
  state(): BackupState
  problems(): readonly RecordProblem[]
  /** [BU4] Makes one now, or waits for the one that is being made; the state says what came of it. */
  make(waitedFor?: boolean): Promise<BackupState>
  stop(): void
}

/** [BU4] One backup a day while the engine runs, made in a thread, and one on request. */
export function openBackups(options: BackupsOptions): Backups {
  const { clock, logger } = options
  const folder = join(options.folder, BACKUP_FOLDER)
  let { trouble } = options
  let stopped = false
  let running: Promise<BackupState> | undefined
  tidy(folder, logger)
  let cancel = clock.at(clock.now() + FIRST_LOOK, () => void look())

  async function look(): Promise<void> {
    await options.checked
    const now = clock.now()
    const newest = state().newest?.at
    // One of a day that is still to come was dated by a clock that was wrong.
    const due = newest === undefined || newest > now + EVERY ? now : newest + EVERY
    if (due <= now && !stopped && !options.isEmpty()) await make()
    if (!stopped) cancel = clock.at(Math.max(due, clock.now() + TRY_AGAIN), () => void look())
  }

  function make(waitedFor = false): Promise<BackupState> {
    running ??= makeOne(waitedFor).finally(() => {
      running = undefined
    })
    return running
  }

  async function makeOne(waitedFor: boolean): Promise<BackupState> {
    const kinds = new Set(options.damage().map(({ kind }) => kind))
    // The file there now is not the one that is open here, and every session shows that.
    if (kinds.has('folder-moved')) return state()
    const mark = kinds.has('damaged') || kinds.has('events-missing') ? 'damaged' : ''
    const order: BackupOrder = { database: join(options.folder, DATABASE_FILE), folder, at: clock.now(), mark }
    const reply = await options.workers.run(backupJob, order, { waitedFor })
    if (!reply.ok && reply.fault.code === 'stopped') return state()
    const made = reply.ok ? reply.value : fail<SnapshotFault>({ code: 'not-written', reason: reply.fault.message })
    if (made.ok) logger.info('A backup was made', made.value)
    else logger.error('A backup could not be made', made.fault)
    const before = trouble
    trouble = made.ok ? null : troubleOf(made.fault)
    if (before !== null || trouble !== null) options.changed()
    return state()
  }

  function state(): BackupState {
    try {
      const backups = backupsIn(folder)
      const [first] = backups
      const bytes = first && statSync(join(folder, first.name)).size
      const newest = first === undefined ? null : { name: first.name, at: first.at, bytes: bytes ?? 0 }
      return { folder, newest, count: backups.length, trouble }
    } catch (cause) {
      // A folder that cannot be listed has no backup that anybody could use.
      return { folder, newest: null, count: 0, trouble: { code: 'not-written', reason: reasonOf(cause) } }
    }
  }

  return {
    state,
    problems: () =>
      trouble === null ? [] : [{ kind: 'backup-failed', newestAt: state().newest?.at ?? null, trouble }],
    make,
    stop() {
      stopped = true
      cancel()
    },
  }
}

/** [BU3] What a person can do something about. */
export function troubleOf(fault: SnapshotFault): BackupTrouble {
  if (fault.code === 'no-room') return fault
  if (fault.code === 'there-already') return notWritten({ code: 'backup-there-already' })
  return fault.code === 'not-written' ? fault : { code: 'unreadable', reason: fault.reason }
}

/** [BU1] What a crash left takes room, and harms nothing else. */
function tidy(folder: string, logger: Logger): void {
  try {
    removeUnfinished(folder)
  } catch (cause) {
    logger.warn('A half written backup could not be removed', { folder, cause: String(cause) })
  }
}

const inDrill = refused('drill-backups')

/** @param backups undefined in a drill, whose record is nobody's to keep */
export function backupQueries(backups: Backups | undefined): Handlers<'record:backups'> {
  return { 'record:backups': () => (backups === undefined ? inDrill : ok(backups.state())) }
}

export function backupChanges(backups: Backups | undefined): Handlers<'record:back-up'> {
  return { 'record:back-up': async () => (backups === undefined ? inDrill : ok(await backups.make(true))) }
}

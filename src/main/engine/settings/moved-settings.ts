import { isDeepStrictEqual } from 'node:util'
import type { EngineSettings, EngineSettingsChange } from '../../../shared/contract/engine-settings'
import type { CodedPart, FaultCode, FaultValue } from '../../../shared/contract/fault-codes'
import type { Fault } from '../../../shared/contract/faults'
import type { AudienceMatrix, AudienceRow } from '../../../shared/domain/audience-matrix'
import { type CadenceOverrides, cadenceColumns } from '../../../shared/domain/cadence'
import { severities } from '../../../shared/domain/severity'
import { ok, type Reply } from '../../../shared/lib/reply'
import { SECOND } from '../../../shared/lib/time'
import { conflict } from '../record/decision'

type Part = Omit<EngineSettingsChange, 'was'>
type Plain = Exclude<keyof Part, 'cadence' | 'audiences'>

const names = {
  me: 'setting-me',
  cancelWindow: 'setting-cancel-window',
  approvalFor: 'setting-approval',
  holdingApproval: 'setting-holding-approval',
  mirror: 'setting-mirror',
  repairTime: 'setting-repair-time',
} as const satisfies Record<Plain, FaultCode>

/**
 * [SE8] What of a change someone else set otherwise since it was read, named as it is now; undefined: nothing. What
 * they set to the same is no conflict.
 */
export function movedSetting(change: EngineSettingsChange, now: EngineSettings): Reply<never, Fault> | undefined {
  const { was = {} } = change
  for (const [key, code] of Object.entries(names) as [Plain, FaultCode][]) {
    if (change[key] === undefined || !isMoved(was[key], change[key], now[key])) continue
    return moved({ code }, saidValue(key, now))
  }
  const cells = movedCells(change.cadence ?? {}, was.cadence ?? {}, now)
  return cells.length === 0 ? undefined : moved({ code: 'setting-cadence' }, cells.join(', '))
}

const moved = (setting: CodedPart, now: FaultValue) => conflict('setting-changed-meanwhile', { setting, now })

function isMoved(was: unknown, to: unknown, now: unknown): boolean {
  return was !== undefined && !isDeepStrictEqual(was, now) && !isDeepStrictEqual(to, now)
}

function saidValue(key: Plain, now: EngineSettings): FaultValue {
  const value = now[key]
  if (key === 'cancelWindow') return { code: 'setting-seconds', values: { count: now.cancelWindow / SECOND } }
  if (key === 'holdingApproval') return { code: value === true ? 'setting-needed' : 'setting-free' }
  const said = Array.isArray(value) ? value.join(', ') : String(value ?? '')
  return said === '' ? { code: 'setting-none' } : said
}

/** [SE7] Each value of the cadence is a setting of its own: two people can change two of them. */
function movedCells(to: CadenceOverrides, was: CadenceOverrides, { cadence }: EngineSettings): readonly string[] {
  return cadenceColumns.flatMap(column =>
    severities
      .filter(severity => {
        const [wanted, before] = [to[column]?.[severity], was[column]?.[severity]]
        return wanted !== undefined && isMoved(before, wanted, cadence[column][severity])
      })
      .map(severity => `${severity}: ${cadence[column][severity] ?? '–'}`),
  )
}

/**
 * [SE8] The table with the rows that were changed, on the table as it is now: two people can change two rows. A row that
 * someone else changed or removed meanwhile is a conflict that says how it is now.
 * @param was the table that the change began from; undefined: the caller replaces whatever is there
 * @param isWhole no row of anybody’s is to be left
 */
export function mergedAudiences(
  to: AudienceMatrix,
  was: AudienceMatrix | undefined,
  now: AudienceMatrix,
  isWhole: boolean,
): Reply<AudienceMatrix, Fault> {
  if (was === undefined) return ok(to)
  const rowsOf = [to, was, now].map(({ audiences }) => new Map(audiences.map(row => [row.id, row])))
  const [wanted, before, there] = rowsOf as [Rows, Rows, Rows]
  const changed = [...new Set([...wanted.keys(), ...before.keys(), ...there.keys()])].filter(
    id => isWhole || !isDeepStrictEqual(wanted.get(id), before.get(id)),
  )
  const lost = changed.find(id => {
    const row = there.get(id)
    return !(isDeepStrictEqual(row, before.get(id)) || isDeepStrictEqual(row, wanted.get(id)))
  })
  if (lost !== undefined) {
    const row = there.get(lost)
    const name = (row ?? before.get(lost) ?? wanted.get(lost))?.name ?? lost
    return moved(
      { code: 'setting-audience', values: { name } },
      row === undefined ? { code: 'setting-removed' } : saidRow(row),
    )
  }
  for (const id of changed) {
    const row = wanted.get(id)
    if (row === undefined) there.delete(id)
    else there.set(id, row)
  }
  if (isMoved(was.follow, to.follow, now.follow)) return moved({ code: 'setting-follow' }, now.follow)
  return ok({ follow: to.follow === was.follow ? now.follow : to.follow, audiences: [...there.values()] })
}

type Rows = Map<string, AudienceRow>

/** A row in one line: whatever differs is in it. */
function saidRow({ name, needs, channels, cadence }: AudienceRow): string {
  const paces = severities.flatMap(severity => {
    const pace = cadence?.[severity]
    if (pace === undefined) return []
    return [`${severity} ${typeof pace === 'string' ? pace : `${pace.first}, then ${pace.next}`}`]
  })
  return `“${[name, needs, channels.join(', '), ...paces].filter(part => part !== '').join('; ')}”`
}

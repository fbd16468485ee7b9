import { type AlertChangesSlice, type ListedAlert, packAlerts, ROWS_AT_ONCE } from '../../../shared/contract/alert-list'
import {
  type AlertNames,
  alertNames,
  type FirstAlerts,
  type FirstAlertsQuestion,
  firstAlerts,
} from '../../../shared/contract/alert-questions'
import type { AlertRow } from '../../../shared/contract/alert-rows'
import type { Parsed } from '../../../shared/contract/calls'
import type { LabelledAlerts } from '../../../shared/contract/labelled'
import { newId } from '../../../shared/domain/ids'

import type { AlertIndex } from './index-of-alerts'
import { labelledBy } from './labelled'
import type { Suppressed } from './suppressed'

/** Ids of alerts in the order in which they last changed. */
interface ChangedRows {
  /** Of the newest change. */
  readonly version: number
  note(alert: string): void
  /**
   * The first `limit` alerts that changed after a version, each with its own. Undefined if that version is older than
   * the remembered removals: the caller must start again.
   */
  after(version: number, limit: number): readonly (readonly [alert: string, version: number])[] | undefined
  /**
   * Forgets the oldest of those that are gone, where they are very many.
   * @param alive how many alerts may still be asked for
   */
  forgetGone(alive: number, isOpen: (alert: string) => boolean): void
}

/** How many removed alerts are remembered: more than resolve while a client was away for a moment. */
const MOST_GONE = 20_000

function changedRows(): ChangedRows {
  // A Map iterates in the order in which its keys were set: one that changes again moves to the end.
  const versions = new Map<string, number>()
  let newest = 0
  let forgotten = 0
  return {
    get version() {
      return newest
    },
    note(alert) {
      newest += 1
      versions.delete(alert)
      versions.set(alert, newest)
    },
    after(version, limit) {
      if (version > newest || (version > 0 && version < forgotten)) return undefined
      const changed: (readonly [string, number])[] = []
      for (const entry of versions) {
        if (entry[1] <= version) continue
        if (changed.length === limit) break
        changed.push(entry)
      }
      return changed
    },
    forgetGone(alive, isOpen) {
      if (versions.size <= alive + MOST_GONE) return
      const gone = [...versions].filter(([alert]) => !isOpen(alert))
      for (const [alert, version] of gone.slice(0, Math.max(0, gone.length - MOST_GONE))) {
        versions.delete(alert)
        forgotten = version
      }
    },
  }
}

/** [SA14] The list of all open alerts, sent in slices and then as changes: no storm is sent twice. */
export interface OpenAlertList {
  /** Takes ids of alerts that came, changed, went or are hidden otherwise than before. */
  note(alerts: readonly string[] | ReadonlySet<string>): void
  /** Grows with each alert that is noted. */
  readonly revision: number
  /** [SA16] The first open alerts of an order. */
  first(question: FirstAlertsQuestion): FirstAlerts
  /** [SA17] What open alerts are called by. */
  names(): AlertNames
  changedRows(input: Parsed<'alerts:rows'>): AlertChangesSlice
  /** [AL11] What each word finds by labels, by the numbers of the rows. */
  labelled(words: readonly string[]): readonly LabelledAlerts[]
}

export function openAlertList(
  index: AlertIndex<AlertRow>,
  suppressed: Pick<Suppressed, 'ruleOf'>,
  atOnce = ROWS_AT_ONCE,
): OpenAlertList {
  const epoch = newId<string>()
  const changes = changedRows()
  const numbers = new Map<string, number>()
  let nextNumber = 0
  const openRow = (id: string): ListedAlert | undefined => {
    const alert = index.find(id)
    return alert?.clearedAt === null ? listed(alert.row) : undefined
  }
  function* openRows(): Generator<AlertRow> {
    for (const { row, clearedAt } of index.all()) if (clearedAt === null) yield row
  }
  const listed = (row: AlertRow): ListedAlert => {
    return { ...row, hiddenBy: suppressed.ruleOf(row.id)?.id, number: numbers.get(row.id) }
  }
  return {
    get revision() {
      return changes.version
    },
    first(question) {
      const { rows, total } = firstAlerts(openRows(), question, ({ id }) => suppressed.ruleOf(id) !== undefined)
      return { rows: rows.map(listed), total }
    },
    names: () => alertNames(openRows()),
    note(alerts) {
      for (const id of alerts) {
        changes.note(id)
        if (index.find(id)?.clearedAt !== null) numbers.delete(id)
        else if (!numbers.has(id)) numbers.set(id, nextNumber++)
      }
      changes.forgetGone(index.size, id => index.find(id)?.clearedAt === null)
    },
    labelled(words) {
      const alerts = [...numbers].map(([id, number]) => {
        return { number, labels: index.find(id)?.row.labels, group: index.groupOf(id) }
      })
      return words.map(word => labelledBy(word, alerts))
    },
    changedRows({ epoch: asked, since }) {
      const known = asked === epoch ? changes.after(since, atOnce) : undefined
      const changed = known ?? changes.after(0, atOnce) ?? []
      const rows: ListedAlert[] = []
      const gone: string[] = []
      for (const [id] of changed) {
        const row = openRow(id)
        if (row === undefined) gone.push(id)
        else rows.push(row)
      }
      const upTo = changed.at(-1)?.[1] ?? changes.version
      return { epoch, anew: known === undefined, rows: packAlerts(rows), gone, upTo, more: upTo < changes.version }
    },
  }
}

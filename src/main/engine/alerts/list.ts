import { type AlertChangesPage, type ListedAlert, packAlerts, ROWS_AT_ONCE } from '../../../shared/contract/alert-list'
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
import { changedRows } from './changed-rows'
import type { AlertIndex } from './index-of-alerts'
import { labelledBy } from './labelled'
import type { Suppressed } from './suppressed'

/** [SA14] The list of all open alerts, told page by page and then as what changed: no storm crosses the line twice. */
export interface AlertList {
  /** Takes ids of alerts that came, changed, went or are hidden otherwise than before. */
  note(alerts: readonly string[] | ReadonlySet<string>): void
  /** Grows with each alert that is noted. */
  readonly revision: number
  /** [SA16] The first open alerts of an order. */
  first(question: FirstAlertsQuestion): FirstAlerts
  /** [SA17] What open alerts are called by. */
  names(): AlertNames
  page(input: Parsed<'alerts:rows'>): AlertChangesPage
  /** [AL11] What each word finds by labels, by the numbers of the rows. */
  labelled(words: readonly string[]): readonly LabelledAlerts[]
}

export function openAlertList(
  index: AlertIndex<AlertRow>,
  suppressed: Pick<Suppressed, 'ruleOf'>,
  atOnce = ROWS_AT_ONCE,
): AlertList {
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
    page({ epoch: asked, since }) {
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

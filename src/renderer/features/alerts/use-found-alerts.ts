import { useEffect, useMemo, useRef, useState } from 'react'
import type { ListedAlert } from '../../../shared/contract/alert-list'
import { hasBit, type LabelledAlerts, LONGEST_WORD, MOST_WORDS } from '../../../shared/contract/labelled'
import type { AlertGroup } from '../../../shared/domain/alerts/group'
import { labelsFit } from '../../../shared/domain/alerts/label-word'
import { rowId } from '../../../shared/domain/row-id'
import { useBoard, useCockpit, useRecord } from '../../stores/cockpit'
import { type AlertFilter, alertTest, type FilterSurroundings, filterWords, isNarrower } from './alert-filter'

/** [AL11] Whether a word of the filter is in the labels of an alert, or of one in a group. */
export interface Labelled {
  readonly row: (row: ListedAlert, word: string) => boolean
  readonly group: (group: AlertGroup, word: string) => boolean
}

/** Labels of rows that carry them; all others are read from the engine, again when the filter or the alerts change. */
export function useLabelled(filter: AlertFilter): Labelled {
  const { commands } = useCockpit()
  const alerts = useBoard(board => board.alerts)
  const [labelled, setLabelled] = useState(noneLabelled)
  const asked = JSON.stringify(
    filterWords(filter)
      .filter(word => word.length <= LONGEST_WORD)
      .slice(0, MOST_WORDS),
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: other alerts may have other labels
  useEffect(() => {
    const words: readonly string[] = JSON.parse(asked)
    if (words.length === 0) return
    let here = true
    void commands.ask('alerts', 'alerts:labelled', { words }).then(reply => {
      if (here && reply.ok) setLabelled(labelledBy(reply.value))
    })
    return () => {
      here = false
    }
  }, [commands, asked, alerts])
  return labelled
}

interface LabelAnswer {
  readonly from: number
  readonly bytes: string
  readonly groups: ReadonlySet<string>
}

function labelledBy(answers: readonly LabelledAlerts[]): Labelled {
  // The same object as before where no label matches, so that the rows are not searched again.
  if (answers.every(({ bits, groups }) => /^A*=*$/.test(bits) && groups.length === 0)) return noneLabelled
  return labelledWith(
    new Map(
      answers.map(({ word, from, bits, groups }) => [word, { from, bytes: atob(bits), groups: new Set(groups) }]),
    ),
  )
}

function labelledWith(answers: ReadonlyMap<string, LabelAnswer>): Labelled {
  return {
    row({ number, labels }, word) {
      if (labels !== undefined) return labelsFit(labels, word)
      const answer = answers.get(word)
      return answer !== undefined && number !== undefined && hasBit(answer.bytes, answer.from, number)
    },
    group: ({ id }, word) => answers.get(word)?.groups.has(id) === true,
  }
}

const noneLabelled = labelledWith(new Map())

/** From this many rows on it pays to search only the matches of the previous letter. */
const NARROWED_FROM = 1_000

interface Search {
  readonly rows: readonly ListedAlert[]
  readonly filter: AlertFilter
  readonly around: FilterSurroundings
  readonly found: readonly ListedAlert[]
}

/** [AL7] The rows that match a filter, in their order. */
export function useFoundAlerts(
  rows: readonly ListedAlert[],
  filter: AlertFilter,
  labelled: Labelled,
): readonly ListedAlert[] {
  const around = useSurroundings(labelled)
  const last = useRef<Search | null>(null)
  return useMemo(() => {
    if (filter.terms.length === 0) return rows
    const before = last.current
    const goesOn = before?.rows === rows && before.around === around && isNarrower(before.filter, filter)
    const among = goesOn && rows.length >= NARROWED_FROM ? before.found : rows
    const found = among.filter(alertTest(filter, around))
    last.current = { rows, filter, around, found }
    return found
  }, [rows, filter, around])
}

function useSurroundings(labelled: Labelled): FilterSurroundings {
  const feeds = useBoard(board => board.feeds)
  const pages = useRecord(record => record.incident.pages)
  // Feeds are new objects with each reading; their names hardly ever change.
  const names = JSON.stringify(Object.fromEntries(feeds.map(({ connection, name }) => [connection, name])))
  return useMemo(() => {
    const sources: Readonly<Record<string, string>> = JSON.parse(names)
    const linked = new Set((pages ?? []).map(({ connection, externalId }) => rowId(connection, externalId)))
    return {
      sourceOf: ({ connection }) => sources[connection] ?? connection,
      isLinked: ({ id }) => linked.has(id),
      isLabelled: labelled.row,
    }
  }, [names, pages, labelled])
}

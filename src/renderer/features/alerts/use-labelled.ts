import { useEffect, useState } from 'react'
import type { ListedAlert } from '../../../shared/contract/alert-list'
import { hasBit, type LabelledAlerts, LONGEST_WORD, MOST_WORDS } from '../../../shared/contract/labelled'
import type { AlertGroup } from '../../../shared/domain/alerts/group'
import { labelsFit } from '../../../shared/domain/alerts/label-word'
import { useBoard, useCockpit } from '../../stores/cockpit'
import { type AlertFilter, filterWords } from './alert-filter'

/** [AL11] Whether a word of the filter is found in the labels of an alert, or of one in a group. */
export interface Labelled {
  readonly row: (row: ListedAlert, word: string) => boolean
  readonly group: (group: AlertGroup, word: string) => boolean
}

/** Labels of rows that carry them; all others the engine is asked for, anew when the filter or the alerts change. */
export function useLabelled(filter: AlertFilter): Labelled {
  const { commands } = useCockpit()
  const alerts = useBoard(board => board.alerts)
  const [labelled, setLabelled] = useState(() => labelledBy([]))
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

function labelledBy(answers: readonly LabelledAlerts[]): Labelled {
  const found = new Map(
    answers.map(({ word, from, bits, groups }) => [word, { from, bytes: atob(bits), groups: new Set(groups) }]),
  )
  return {
    row({ number, labels }, word) {
      if (labels !== undefined) return labelsFit(labels, word)
      const answer = found.get(word)
      return answer !== undefined && number !== undefined && hasBit(answer.bytes, answer.from, number)
    },
    group: ({ id }, word) => found.get(word)?.groups.has(id) === true,
  }
}

import { nameKey } from '../../../shared/domain/alerts/facts'
import type { Incident } from '../../../shared/domain/incident'
import type { Method } from '../../../shared/domain/method/method-files'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { factsFor, type Known } from './live-facts'

const text = texts.mitigation

type Menu = Method['mitigation']
export type MenuView = keyof typeof text.views

export interface MenuRow {
  readonly key: string
  /** Id of the measure in the method; undefined: it has none and is known by its text. */
  readonly measure: string | undefined
  readonly text: string
  /** [MM2] What was tried of it: tasks and attempts, the newest last. */
  readonly tried: readonly string[]
  /** [MM1] Why it is recommended, and so listed first; empty for nothing. */
  readonly why: string
}

export interface MenuGroup {
  readonly id: string
  readonly title: string
  readonly why: string
  readonly rows: readonly MenuRow[]
}

/**
 * [MM1] The menu, by speed or by cause. A cause that facts support comes first; in the order by speed, the next measure
 * to try against it comes first in its group. [MM2] Tried measures stay visible.
 */
export function menuGroups(menu: Menu, view: MenuView, words: string, known: Known): readonly MenuGroup[] {
  const causes = menu.causes.map(cause => ({ ...cause, why: reasonFor(cause, known) }))
  const groups = view === 'cause' ? byCause(causes, known.incident) : bySpeed(menu, causes, known.incident)
  return groups
    .map(group => ({ ...group, rows: group.rows.filter(row => hasWords(row.text, words)) }))
    .filter(({ rows }) => rows.length > 0)
}

type Suspected = Menu['causes'][number] & { readonly why: string }

function reasonFor({ facts }: Menu['causes'][number], known: Known): string {
  return factsFor(facts, known).find(({ speaks }) => speaks === 'yes')?.text ?? ''
}

function byCause(causes: readonly Suspected[], incident: Incident): readonly MenuGroup[] {
  return firstWithReason(causes).map(({ id, text: title, why, try: steps }) => ({
    ...{ id, title, why },
    rows: steps.map(step => {
      const measure = step.measure ?? step.id
      return {
        key: `${id} ${measure ?? step.text}`,
        measure,
        text: step.text,
        why: '',
        ...triedOf(incident, step.text, measure),
      }
    }),
  }))
}

function bySpeed({ speeds, measures }: Menu, causes: readonly Suspected[], incident: Incident): readonly MenuGroup[] {
  const next = new Map(
    causes
      .filter(({ why }) => why !== '')
      .map(({ why, try: steps }) => [steps.find(step => isUntried(incident, step))?.measure, why]),
  )
  return speeds.map(({ id, text: title }) => {
    const rows = measures
      .filter(({ speed }) => speed === id)
      .map(one => ({
        ...{ key: one.id, measure: one.id, text: one.text, why: next.get(one.id) ?? '' },
        ...triedOf(incident, one.text, one.id),
      }))
    return { id, title, why: '', rows: firstWithReason(rows) }
  })
}

function isUntried(incident: Incident, { text: said, measure, id }: Menu['causes'][number]['try'][number]): boolean {
  return triedOf(incident, said, measure ?? id).tried.length === 0
}

function firstWithReason<One extends { readonly why: string }>(all: readonly One[]): readonly One[] {
  return all.toSorted((a, b) => Number(b.why !== '') - Number(a.why !== ''))
}

/** By its id; items put on the board in other ways match by the same text only. */
function triedOf({ tasks, attempts }: Incident, said: string, measure: string | undefined) {
  const isThis = (item: { readonly measure?: string | undefined; readonly text: string }) =>
    item.measure === undefined ? nameKey(item.text) === nameKey(said) : item.measure === measure
  const done = [
    ...tasks.filter(isThis).map(({ state, owner, raised }) => ({
      at: raised.at,
      text: owner === null ? text.tasks[state] : t(text.tasksFor[state], { who: owner.name }),
    })),
    ...attempts.filter(isThis).map(({ result, raised }) => ({ at: raised.at, text: text.results[result] })),
  ]
  return { tried: done.toSorted((a, b) => a.at - b.at).map(one => one.text) }
}

function hasWords(said: string, words: string): boolean {
  const known = said.toLowerCase()
  return words
    .toLowerCase()
    .split(/\s+/)
    .every(word => known.includes(word))
}

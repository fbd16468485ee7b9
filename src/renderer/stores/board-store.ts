import { createStore, type StoreApi } from 'zustand/vanilla'
import { noAlerts, type OpenAlerts } from '../../shared/contract/alerts'
import type { Board } from '../../shared/contract/feeds'
import type { IncidentGate } from '../../shared/contract/gate'
import type { PanelReading, PanelTime } from '../../shared/contract/metrics'
import type { FactNow } from '../../shared/domain/method/facts-now'
import type { Channel } from '../../shared/domain/update'
import { keepEqual } from './keep-equal'

/** The data of the feeds, and the channels for updates. */
export interface BoardState extends Board {
  readonly channels: readonly Channel[]
  readonly alerts: OpenAlerts
  readonly facts: readonly FactNow[]
  readonly gates: readonly IncidentGate[]
}

export type BoardStore = StoreApi<BoardState>

export const emptyBoard: BoardState = {
  feeds: [],
  panels: [],
  pages: [],
  deploys: [],
  rules: [],
  annotations: [],
  proposals: [],
  channels: [],
  alerts: noAlerts,
  facts: [],
  gates: [],
}

export function createBoardStore(): BoardStore {
  return createStore(() => emptyBoard)
}

/**
 * A push holds only the panels that were read again; the others keep their readings and their positions. What was read
 * again without news keeps all its objects, as `drawsTheSame` asks.
 */
export function withReadings(known: readonly PanelReading[], read: readonly PanelReading[]): readonly PanelReading[] {
  const anew = new Map(read.map(panel => [panel.id, panel]))
  const kept = known.map(panel => keepEqual(panel, anew.get(panel.id) ?? panel))
  const ids = new Set(known.map(panel => panel.id))
  return [...kept, ...read.filter(panel => !ids.has(panel.id))]
}

/** [MT11] Only the times of panels that were read again without news. */
export function withTimes(known: readonly PanelReading[], times: readonly PanelTime[]): readonly PanelReading[] {
  const byPanel = new Map(times.map(({ id, trueAt }) => [id, trueAt]))
  return known.map(panel => {
    const trueAt = byPanel.get(panel.id)
    return trueAt === undefined ? panel : { ...panel, trueAt }
  })
}

/** True if a panel as read before and as read now differ in nothing but when they were true. */
export function drawsTheSame(one: PanelReading, other: PanelReading): boolean {
  if (one === other) return true
  const names = Object.keys(one) as (keyof PanelReading)[]
  if (names.length !== Object.keys(other).length) return false
  return names.every(name => name === 'trueAt' || (name in other && Object.is(one[name], other[name])))
}

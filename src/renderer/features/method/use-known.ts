import type { Incident } from '../../../shared/domain/incident'
import { useBoard, useNow } from '../../stores/cockpit'
import type { Known } from './live-facts'

/** What is known now; of alerts, those that every session is sent, the most urgent first. */
export function useKnown(incident: Incident): Known {
  const deploys = useBoard(board => board.deploys)
  const alerts = useBoard(board => board.alerts.first)
  const panels = useBoard(board => board.panels)
  return { incident, deploys, alerts, panels, now: useNow() }
}

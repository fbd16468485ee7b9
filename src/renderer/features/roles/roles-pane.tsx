import { texts } from '../../../shared/texts/texts'
import { useNow, useRecord } from '../../stores/cockpit'
import { EmptyState } from '../../ui/empty-state'
import { Pane } from '../../ui/pane'
import { panes } from '../../ui/panes'
import { Crew } from './crew'

export function RolesPane() {
  const incident = useRecord(record => record.incident)
  const now = useNow()
  if (incident !== undefined) return <Crew incident={incident} now={now} />
  return (
    <Pane {...panes.roles}>
      <EmptyState title={texts.roles.none} />
    </Pane>
  )
}

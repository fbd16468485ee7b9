import { useState } from 'react'
import { flushSync } from 'react-dom'
import type { Incident } from '../../../shared/domain/incident'
import { offeredPlaybooks } from '../../../shared/domain/playbook-state'
import { texts } from '../../../shared/texts/texts'
import type { CommandId } from '../../commands/command-list'
import { useCockpit, useOwnFault, useRecord } from '../../stores/cockpit'
import { useRead } from '../../stores/use-read'
import { WhileNoIncident } from '../../stores/while-none'
import { Choice } from '../../ui/choice'
import { Dialog } from '../../ui/dialog'
import { EmptyState } from '../../ui/empty-state'
import { FaultNote } from '../../ui/fault-note'
import type { DialogPart } from '../../ui/on-demand'
import { OfferedPlaybooks } from './offered-playbooks'
import styles from './playbooks.module.css'
import { RunningPlaybook } from './running-playbook'

const text = texts.playbooks

/** [PB1] [PB6] What each role does now and next, beside the panes. */
export function PlaybookDialog({ opened, onClose }: DialogPart) {
  const { focus } = useCockpit()
  const incident = useRecord(record => record.incident)
  const goTo = (place: CommandId) => {
    // This sheet must give the focus back first; else it would take it from the dialog that opens.
    flushSync(onClose)
    focus.request(place)
  }
  return (
    <Dialog opened={opened} onClose={onClose} title={text.title} placement="side" width={560}>
      {incident === undefined ? (
        <WhileNoIncident>{words => <EmptyState {...words} />}</WhileNoIncident>
      ) : (
        <Playbooks key={incident.id} incident={incident} onGo={goTo} />
      )}
    </Dialog>
  )
}

interface PlaybooksProps {
  readonly incident: Incident
  readonly onGo: (place: CommandId) => void
}

/** The one that was begun last is shown first; what can be begun, while none runs or somebody asks for it. */
function Playbooks({ incident, onGo }: PlaybooksProps) {
  const { commands } = useCockpit()
  const fault = useOwnFault('incident')
  const { value, fault: unread, again } = useRead('playbooks:read', {})
  const running = incident.playbooks.filter(({ ended }) => ended === null)
  const [chosen, choose] = useState<string | 'another' | null>(null)
  const run = running.find(({ key }) => key === chosen) ?? running.at(-1)
  const asksAnother = chosen === 'another' || run === undefined
  return (
    <div className={styles.sheet}>
      {running.length > 1 && !asksAnother && (
        <Choice
          flow
          legend={text.running}
          options={running.map(({ key, title }) => ({ value: key, label: title }))}
          value={run?.key ?? null}
          onChange={choose}
        />
      )}
      {asksAnother ? (
        <OfferedPlaybooks
          incident={incident}
          offered={value && offeredPlaybooks(value.playbooks, incident)}
          folder={value?.folder ?? ''}
          problems={value?.problems ?? []}
          onBegun={choose}
          {...(run !== undefined && { onBack: () => choose(null) })}
        />
      ) : (
        <RunningPlaybook key={run.key} run={run} incident={incident} onGo={onGo} onAnother={() => choose('another')} />
      )}
      <FaultNote fault={unread} onAgain={again} />
      <FaultNote fault={fault} onDismiss={() => commands.dismiss('incident')} />
    </div>
  )
}

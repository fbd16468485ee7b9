import type { Incident } from '../../../shared/domain/incident'
import type { PlaybookRun } from '../../../shared/domain/playbook'
import {
  offeredPlaybooks,
  type PhaseState,
  playbookProgress,
  playbookState,
} from '../../../shared/domain/playbook-state'
import type { Millis } from '../../../shared/lib/time'
import { listText, numberText, t, tCount } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { keyOf } from '../../commands/command-list'
import { useNow } from '../../stores/cockpit'
import { useRead } from '../../stores/use-read'
import { Key } from '../../ui/key'
import { Strip } from './strip'

const text = texts.playbookBar

/** [PB5] How far the playbooks are that run, and how much of them is late; before one runs, the one that fits. */
export function PlaybookLine({ incident }: { readonly incident: Incident }) {
  const now = useNow()
  const running = incident.playbooks.filter(({ ended }) => ended === null)
  if (running.length > 0) return running.map(run => <Progress key={run.key} {...{ run, incident, now }} />)
  // Who ended theirs has answered the offer.
  return incident.playbooks.length > 0 || incident.status === 'resolved' ? null : <Offer incident={incident} />
}

interface ProgressProps {
  readonly run: PlaybookRun
  readonly incident: Incident
  readonly now: Millis
}

function Progress({ run, incident, now }: ProgressProps) {
  const states = playbookState(run, incident, now)
  const { settled, all, late } = playbookProgress(states)
  const label = t(text.progress, { title: run.title, settled: numberText(settled), all: numberText(all) })
  return (
    <Strip
      label={late.length === 0 ? label : listText([label, tCount(text.late, late.length)])}
      phase={late.length === 0 ? 'calm' : 'soon'}
      hint={t(text.open, { phase: phaseNow(states) })}
      opens="playbook"
    >
      <Key quiet>{keyOf('playbook')}</Key>
    </Strip>
  )
}

function phaseNow(states: readonly PhaseState[]): string {
  return states.find(({ at }) => at === 'now')?.phase.text ?? ''
}

/** [PB2] */
function Offer({ incident }: { readonly incident: Incident }) {
  const { value } = useRead('playbooks:read', {})
  const [first] = offeredPlaybooks(value?.playbooks ?? [], incident)
  if (first?.reason === undefined) return null
  return (
    <Strip label={t(text.fits, { title: first.playbook.title })} phase="calm" hint={text.offer} opens="playbook">
      <Key quiet>{keyOf('playbook')}</Key>
    </Strip>
  )
}

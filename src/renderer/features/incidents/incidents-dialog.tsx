import type { KeyboardEvent } from 'react'
import type { IncidentSummary } from '../../../shared/contract/incidents'
import { openWorstFirst } from '../../../shared/contract/incidents'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { keyOf } from '../../commands/command-list'
import { useCockpit, useNow, useSelection } from '../../stores/cockpit'
import { toChooseFrom } from '../../stores/selection-store'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { EmptyState } from '../../ui/empty-state'
import { Key } from '../../ui/key'
import type { DialogPart } from '../../ui/on-demand'
import { SeverityBadge } from '../../ui/severity-badge'
import { spanText } from '../../ui/span-text'
import { Trans } from '../../ui/trans'
import styles from './incidents-dialog.module.css'

const text = texts.incidents

/** Every incident of this mode; arrows choose, Enter opens. */
export function IncidentsDialog({ opened, onClose }: DialogPart) {
  const { incidents, open } = useSelection(state => state)
  const { selection, focus } = useCockpit()
  const isAsked = useSelection(state => toChooseFrom(state).length > 0)
  const newest = [...incidents].sort((a, b) => b.declaredAt - a.declaredAt)
  // Open incidents first, the worst on top; resolved ones below, the newest first.
  const ordered = [...openWorstFirst(incidents), ...newest.filter(({ status }) => status === 'resolved')]
  const openFile = () => {
    onClose()
    focus.request('open-file')
  }
  const choose = (incident: IncidentSummary) => {
    selection.setState({ open: incident.id })
    onClose()
  }
  return (
    <Dialog general opened={opened} onClose={onClose} title={isAsked ? text.which : text.title} width={720}>
      {ordered.length === 0 ? (
        <EmptyState title={text.none}>
          <Trans text={text.noneHow} parts={{ key: <Key>{keyOf('declare')}</Key> }} />
        </EmptyState>
      ) : (
        <ul onKeyDown={moveByArrows}>
          {ordered.map((incident, index) => (
            <li key={incident.id}>
              <IncidentRow
                incident={incident}
                current={incident.id === open}
                first={index === 0}
                onChoose={() => choose(incident)}
              />
            </li>
          ))}
        </ul>
      )}
      <p className={styles.door}>
        <Button tone="bare" onClick={openFile}>
          <Trans text={text.openFile} parts={{ key: <Key quiet>{keyOf('open-file')}</Key> }} />
        </Button>
      </p>
    </Dialog>
  )
}

interface RowProps {
  readonly incident: IncidentSummary
  readonly current: boolean
  readonly first: boolean
  readonly onChoose: () => void
}

function IncidentRow({ incident, current, first, onChoose }: RowProps) {
  const now = useNow()
  return (
    <button
      type="button"
      className={styles.row}
      aria-current={current || undefined}
      data-autofocus={first || undefined}
      onClick={onChoose}
      // [DG4] The row under the mouse is the one that Enter opens.
      onPointerMove={event => event.currentTarget.focus()}
    >
      <SeverityBadge severity={incident.severity} />
      <span className={styles.title} dir="auto">
        {incident.title}
      </span>
      <span className={styles.quiet}>{incident.ic?.name ?? text.noCommander}</span>
      <span className={styles.status} data-over={incident.status === 'resolved'}>
        {texts.status.names[incident.status]}
      </span>
      <span className={styles.quiet}>{t(text.age, { span: spanText(now - incident.declaredAt) })}</span>
    </button>
  )
}

function moveByArrows(event: KeyboardEvent<HTMLUListElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (step === undefined) return
  event.preventDefault()
  const rows = [...event.currentTarget.querySelectorAll<Element>('button')]
  const at = document.activeElement === null ? -1 : rows.indexOf(document.activeElement)
  const next = rows[(at + step + rows.length) % rows.length]
  if (next instanceof HTMLElement) next.focus()
}

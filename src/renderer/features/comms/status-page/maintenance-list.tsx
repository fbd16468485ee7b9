import { Checkbox } from '@mantine/core'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { Maintenance, StatusPage } from '../../../../shared/contract/status-pages'
import { newId, type OutboxItemId } from '../../../../shared/domain/ids'
import type { MaintenanceStep } from '../../../../shared/domain/vendor-request'
import { BODY_LIMIT } from '../../../../shared/events/fields'
import { listText, t } from '../../../../shared/texts/t'
import { texts } from '../../../../shared/texts/texts'
import { useOutboxActions } from '../../../stores/use-outbox-actions'
import { useTypedFields } from '../../../stores/use-typed-fields'
import { Button } from '../../../ui/button'
import { focusRowByArrows } from '../../../ui/focus-row-by-arrows'
import { Form } from '../../../ui/form'
import { Key } from '../../../ui/key'
import { RestoredNote } from '../../../ui/restored-note'
import { Tag } from '../../../ui/tag'
import { TextField } from '../../../ui/text-fields'
import { Trans } from '../../../ui/trans'
import { capital, shownMaintenance } from '../public-facts'
import { windowText } from './maintenance-window'
import styles from './status-page.module.css'

const comms = texts.comms

const text = texts.statusPage.maintenance

/** The announced maintenance, each row with its actions: start it early, or end it. */
export function MaintenanceList({ page }: { readonly page: StatusPage }) {
  const maintenances = page.maintenances ?? []
  return (
    <div className={styles.part}>
      <h4>{text.title}</h4>
      {maintenances.length === 0 ? (
        <p className={styles.quiet}>
          <Trans text={text.none} parts={{ key: <Key>m</Key> }} />
        </p>
      ) : (
        <ul className={styles.list} aria-label={text.title} onKeyDown={focusRowByArrows}>
          {maintenances.map(maintenance => (
            <MaintenanceRow key={maintenance.externalId} page={page} maintenance={maintenance} />
          ))}
        </ul>
      )}
    </div>
  )
}

interface RowProps {
  readonly page: StatusPage
  readonly maintenance: Maintenance
}

const moveKeys: Readonly<Record<MaintenanceStep, string>> = { in_progress: 's', completed: 'e' }

/** The next step from each of Statuspage's states; none from a completed one. */
const next: Readonly<Record<string, MaintenanceStep>> = {
  scheduled: 'in_progress',
  in_progress: 'completed',
  verifying: 'completed',
}

function MaintenanceRow({ page, maintenance }: RowProps) {
  const [moving, setMoving] = useState<MaintenanceStep | null>(null)
  const step = next[maintenance.status]
  const press = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return
    if (step === undefined || event.key !== moveKeys[step]) return
    event.preventDefault()
    setMoving(step)
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the row takes keys of its own; its buttons do the same for a pointer
    <li className={styles.maintenance} tabIndex={0} onKeyDown={press}>
      <span className={styles.title}>
        <bdi>{maintenance.name}</bdi>
      </span>
      <Tag tone={maintenance.status === 'scheduled' ? 'plain' : 'warn'}>
        {capital(shownMaintenance(maintenance.status))}
      </Tag>
      <span className={styles.when}>
        {windowText(maintenance)}
        {maintenance.components !== undefined && ` · ${listText(maintenance.components.map(({ name }) => name))}`}
      </span>
      {moving === null && step !== undefined && (
        <span className={styles.moves}>
          <Button onClick={() => setMoving(step)}>
            {text.moves[step]} <Key quiet>{moveKeys[step]}</Key>
          </Button>
        </span>
      )}
      {moving !== null && (
        <div className={styles.move}>
          <MoveForm page={page} maintenance={maintenance} to={moving} onDone={() => setMoving(null)} />
        </div>
      )}
    </li>
  )
}

interface MoveFormProps {
  readonly page: StatusPage
  readonly maintenance: Maintenance
  readonly to: MaintenanceStep
  readonly onDone: () => void
}

/** The public text, in the customers' language, until the writer edits it. */
const customersRead: Readonly<Record<MaintenanceStep, string>> = {
  in_progress: 'The maintenance has begun.',
  completed: 'The maintenance is over.',
}

/**
 * The line that customers read when a maintenance starts or ends, and whether they get mail. Esc goes back to the row.
 */
function MoveForm({ page, maintenance, to, onDone }: MoveFormProps) {
  const { ask } = useOutboxActions('status-page')
  const [act] = useState(() => newId<OutboxItemId>())
  const { values, set, forget, since } = useTypedFields(`maintenance-${to}:${maintenance.externalId}`, {
    body: customersRead[to],
  })
  const { body } = values
  const [notify, setNotify] = useState(true)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.select(), [])
  const leave = () => {
    field.current?.closest<HTMLElement>('li')?.focus()
    onDone()
  }
  const backByEsc = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    leave()
  }
  const send = async () => {
    const { externalId: id, name, components = [] } = maintenance
    const what = { maintenance: { id, name }, components, to, body, notify }
    if (await ask({ kind: 'maintenance-move', connection: page.connection, ...what }, act)) {
      forget()
      leave()
    }
  }
  return (
    <Form onSubmit={send} submit={text.submit[to]} onKeyDown={backByEsc} hint={concerned(maintenance, to)}>
      <RestoredNote since={since} forget={forget} />
      <TextField
        limit={BODY_LIMIT}
        ref={field}
        label={comms.customersRead}
        value={body}
        onChange={event => set({ body: event.currentTarget.value })}
      />
      <Checkbox label={comms.mail} checked={notify} onChange={event => setNotify(event.currentTarget.checked)} />
    </Form>
  )
}

function concerned({ components = [] }: Maintenance, to: MaintenanceStep): string {
  if (components.length === 0) return text.noComponent
  const names = listText(components.map(({ name }) => name))
  return t(text.concerned[to], { names })
}

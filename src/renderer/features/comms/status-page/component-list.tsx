import { type KeyboardEvent, useState } from 'react'
import type { StatusPage, StatusPageComponent } from '../../../../shared/contract/status-pages'
import { newId, type OutboxItemId } from '../../../../shared/domain/ids'
import { type ComponentStatus, componentStatuses } from '../../../../shared/domain/update'
import { t } from '../../../../shared/texts/t'
import { texts } from '../../../../shared/texts/texts'
import { useOutboxItems } from '../../../stores/outbox-items'
import { useOnce } from '../../../stores/use-once'
import { useOutboxActions } from '../../../stores/use-outbox-actions'
import { Button } from '../../../ui/button'
import { focusRowByArrows } from '../../../ui/focus-row-by-arrows'
import { Key } from '../../../ui/key'
import { Tag } from '../../../ui/tag'
import { TransCount } from '../../../ui/trans'
import { componentTone } from '../public-facts'
import { StatusSelect } from '../status-select'
import styles from './status-page.module.css'

const text = texts.statusPage.components

const { components: componentWords } = texts.comms

type Wanted = Readonly<Record<string, ComponentStatus>>

/**
 * Every component with the status that customers see. A digit or the side arrows choose another, Enter sets all
 * changes.
 */
export function ComponentList({ page, first }: { readonly page: StatusPage; readonly first: boolean }) {
  const [wanted, setWanted] = useState<Wanted>({})
  const [act, setAct] = useState(() => newId<OutboxItemId>())
  const once = useOnce()
  const { ask } = useOutboxActions('status-page')
  const changes = page.components.flatMap(({ id, name, status: before }) => {
    const status = wanted[id]
    return status === undefined || status === before ? [] : [{ id, name, status, before }]
  })
  const send = () => {
    if (changes.length === 0) return
    once('set', async () => {
      if (!(await ask({ kind: 'components-set', connection: page.connection, components: changes }, act))) return
      setWanted({})
      setAct(newId<OutboxItemId>())
    })
  }
  if (page.components.length === 0) return null
  return (
    <div className={styles.part}>
      <h4>{text.title}</h4>
      <ul className={styles.list} onKeyDown={focusRowByArrows}>
        {page.components.map((component, at) => (
          <li key={component.id} className={styles.pressed}>
            <ComponentRow
              component={component}
              chosen={wanted[component.id] ?? component.status}
              first={first && at === 0}
              onChoose={status => setWanted({ ...wanted, [component.id]: status })}
              onSend={send}
            />
            {/* For mouse and touch; keyboard focus stays on the row itself. */}
            <StatusSelect
              name={component.name}
              value={wanted[component.id] ?? component.status}
              byPointer
              onChoose={status => setWanted({ ...wanted, [component.id]: status })}
            />
          </li>
        ))}
      </ul>
      <Sending page={page} changed={changes.length} onSend={send} />
    </div>
  )
}

/** [CM5] The next status in the order of Statuspage, and after the last the first. */
export function statusBeside(status: ComponentStatus, by: number): ComponentStatus {
  const count = componentStatuses.length
  return componentStatuses[(componentStatuses.indexOf(status) + by + count) % count] ?? status
}

interface SendingProps {
  readonly page: StatusPage
  readonly changed: number
  readonly onSend: () => void
}

/** What is being sent, or what Enter will do; customers get no mail for it. */
function Sending({ page, changed, onSend }: SendingProps) {
  const waiting = useOutboxItems().some(
    ({ what, standing }) =>
      standing.state === 'waiting' && what.kind === 'components-set' && what.connection === page.connection,
  )
  if (changed === 0)
    return (
      <p className={styles.quiet} role="status">
        {waiting ? text.onItsWay : text.hint}
      </p>
    )
  return (
    <div className={styles.sending}>
      <p className={styles.quiet}>{text.nobodyMailed}</p>
      <Button tone="primary" onClick={onSend}>
        <TransCount forms={text.submit} count={changed} parts={{ key: <Key quiet>↵</Key> }} />
      </Button>
    </div>
  )
}

interface RowProps {
  readonly component: StatusPageComponent
  readonly chosen: ComponentStatus
  readonly first: boolean
  readonly onChoose: (status: ComponentStatus) => void
  readonly onSend: () => void
}

function ComponentRow({ component: { name, status }, chosen, first, onChoose, onSend }: RowProps) {
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const next = chosenByKey(event.key, chosen)
    if (next === undefined && event.key !== 'Enter') return
    event.preventDefault()
    if (next === undefined) onSend()
    else onChoose(next)
  }
  return (
    <button
      type="button"
      className={styles.component}
      data-changed={chosen !== status || undefined}
      data-autofocus={first || undefined}
      onKeyDown={press}
    >
      <span className={styles.label}>{name}</span>{' '}
      <span className={styles.states}>
        {chosen !== status && <span>{t(text.was, { status: componentWords[status] })}</span>}{' '}
        <Tag tone={componentTone[chosen]}>{componentWords[chosen]}</Tag>
      </span>
    </button>
  )
}

function chosenByKey(key: string, chosen: ComponentStatus): ComponentStatus | undefined {
  if (key === 'ArrowRight') return statusBeside(chosen, 1)
  if (key === 'ArrowLeft') return statusBeside(chosen, -1)
  return /^[1-5]$/.test(key) ? componentStatuses[Number(key) - 1] : undefined
}

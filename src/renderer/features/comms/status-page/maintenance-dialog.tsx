import { Checkbox } from '@mantine/core'
import { useContext, useState } from 'react'
import type { StatusPage, StatusPageComponent } from '../../../../shared/contract/status-pages'
import { newId, type OutboxItemId } from '../../../../shared/domain/ids'
import { BODY_LIMIT, TITLE_LIMIT } from '../../../../shared/events/fields'
import { texts } from '../../../../shared/texts/texts'
import { keyOf } from '../../../commands/command-list'
import { useBoard, useCockpit, useFault } from '../../../stores/cockpit'
import { engineNow } from '../../../stores/session-store'
import { useOutboxActions } from '../../../stores/use-outbox-actions'
import { useTypedFields } from '../../../stores/use-typed-fields'
import { Choice } from '../../../ui/choice'
import { Dialog } from '../../../ui/dialog'
import { EmptyState } from '../../../ui/empty-state'
import { FaultNote } from '../../../ui/fault-note'
import { Fieldset } from '../../../ui/fieldset'
import { Form } from '../../../ui/form'
import { Key } from '../../../ui/key'
import { RefusedContext } from '../../../ui/missing'
import type { DialogPart } from '../../../ui/on-demand'
import { RestoredNote } from '../../../ui/restored-note'
import { TextArea, TextField } from '../../../ui/text-fields'
import { Trans } from '../../../ui/trans'
import { likelyWindow, readWindow, windowText } from './maintenance-window'
import styles from './status-page.module.css'

const statusPage = texts.statusPage
const text = statusPage.schedule

/** Announces maintenance on the status page; it starts and ends there by itself. */
export function MaintenanceDialog({ opened, onClose }: DialogPart) {
  const pages = useBoard(board => board.pages)
  return (
    <Dialog opened={opened} onClose={onClose} title={text.title} width={640}>
      {pages.length === 0 ? (
        <EmptyState title={statusPage.notConnected}>
          <Trans text={statusPage.connect} parts={{ key: <Key>{keyOf('connections')}</Key> }} />
        </EmptyState>
      ) : (
        <MaintenanceForm pages={pages} onDone={onClose} />
      )}
    </Dialog>
  )
}

function MaintenanceForm({ pages, onDone }: { readonly pages: readonly StatusPage[]; readonly onDone: () => void }) {
  const { session } = useCockpit()
  const { ask } = useOutboxActions('status-page')
  const fault = useFault('status-page')
  const [act] = useState(() => newId<OutboxItemId>())
  const [feed, setFeed] = useState(pages[0]?.feed ?? '')
  const [likely] = useState(() => likelyWindow(engineNow(session)))
  const { values, set, forget, since } = useTypedFields('maintenance', { title: '', body: '', ...likely })
  const { title, body, ...span } = values
  const [concerned, setConcerned] = useState<readonly string[]>([])
  const [notify, setNotify] = useState(true)
  const [tried, setTried] = useState(false)
  const page = pages.find(one => one.feed === feed) ?? pages[0]
  const read = readWindow(span, engineNow(session))
  const send = async () => {
    setTried(true)
    if (page === undefined || 'problem' in read) return
    const components = page.components.filter(({ id }) => concerned.includes(id)).map(({ id, name }) => ({ id, name }))
    const what = { title, body, from: read.from, until: read.until, components, notify }
    if (await ask({ kind: 'maintenance-schedule', connection: page.connection, ...what }, act)) {
      forget()
      onDone()
    }
  }
  return (
    <Form onSubmit={send} submit={text.submit} hint={text.hint}>
      {pages.length > 1 && (
        <Choice
          legend={text.page}
          value={feed}
          onChange={setFeed}
          options={pages.map(one => ({ value: one.feed, label: one.name }))}
        />
      )}
      <RestoredNote since={since} forget={forget} />
      <TextField
        limit={TITLE_LIMIT}
        data-autofocus
        label={text.name}
        needed={text.noName}
        value={title}
        onChange={event => set({ title: event.currentTarget.value })}
      />
      <Window span={span} read={read} tried={tried} set={set} />
      <TextArea
        limit={BODY_LIMIT}
        label={text.text}
        rows={3}
        needed={text.noText}
        value={body}
        onChange={event => set({ body: event.currentTarget.value })}
      />
      {page !== undefined && <Concerned components={page.components} chosen={concerned} onChoose={setConcerned} />}
      <Checkbox label={text.mail} checked={notify} onChange={event => setNotify(event.currentTarget.checked)} />
      <FaultNote fault={fault} />
    </Form>
  )
}

interface WindowProps {
  readonly span: Span
  readonly read: ReturnType<typeof readWindow>
  /** The user tried to send it with an invalid time. */
  readonly tried: boolean
  readonly set: (change: Partial<Span>) => void
}

type Span = Parameters<typeof readWindow>[0]

/** From when to when. An invalid time is reported once the user tried to send the form, whatever else was missing. */
function Window({ span, read, tried, set }: WindowProps) {
  const refused = useContext(RefusedContext)
  const problemOf = (field: 'from' | 'until') =>
    (tried || refused) && 'problem' in read && read.field === field && read.problem
  return (
    <div className={styles.times}>
      <TextField
        limit={null}
        label={text.from}
        error={problemOf('from')}
        value={span.from}
        onChange={event => set({ from: event.currentTarget.value })}
      />
      <TextField
        limit={null}
        label={text.until}
        error={problemOf('until')}
        value={span.until}
        onChange={event => set({ until: event.currentTarget.value })}
      />
      <p className={styles.read} role="status">
        {'problem' in read ? '' : windowText({ from: read.from, to: read.until })}
      </p>
    </div>
  )
}

interface ConcernedProps {
  readonly components: readonly StatusPageComponent[]
  readonly chosen: readonly string[]
  readonly onChoose: (chosen: readonly string[]) => void
}

/** The components that are under maintenance during that time. */
function Concerned({ components, chosen, onChoose }: ConcernedProps) {
  if (components.length === 0) return null
  return (
    <Fieldset legend={text.components}>
      <div className={styles.boxes}>
        {components.map(({ id, name }) => (
          <Checkbox
            key={id}
            label={name}
            checked={chosen.includes(id)}
            onChange={event =>
              onChoose(event.currentTarget.checked ? [...chosen, id] : chosen.filter(other => other !== id))
            }
          />
        ))}
      </div>
    </Fieldset>
  )
}

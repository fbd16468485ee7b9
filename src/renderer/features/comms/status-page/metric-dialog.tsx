import { useState } from 'react'
import type { PageMetric, StatusPage } from '../../../../shared/contract/status-pages'
import { newId, type OutboxItemId } from '../../../../shared/domain/ids'
import { t } from '../../../../shared/texts/t'
import { texts } from '../../../../shared/texts/texts'
import { keyOf } from '../../../commands/command-list'
import { useBoard, useCockpit, useFault } from '../../../stores/cockpit'
import { engineNow } from '../../../stores/session-store'
import { useOutboxActions } from '../../../stores/use-outbox-actions'
import { useRead } from '../../../stores/use-read'
import { useTypedFields } from '../../../stores/use-typed-fields'
import { Choice } from '../../../ui/choice'
import { Dialog } from '../../../ui/dialog'
import { EmptyState } from '../../../ui/empty-state'
import { FaultNote } from '../../../ui/fault-note'
import { Form } from '../../../ui/form'
import { Key } from '../../../ui/key'
import type { DialogPart } from '../../../ui/on-demand'
import { RestoredNote } from '../../../ui/restored-note'
import textStyles from '../../../ui/text.module.css'
import { TextField } from '../../../ui/text-fields'
import { Trans } from '../../../ui/trans'

const statusPage = texts.statusPage
const text = statusPage.metric

/** [SP27] One point of a figure that the status page shows, as a person knows it while no system reports it. */
export function MetricDialog({ opened, onClose }: DialogPart) {
  const pages = useBoard(board => board.pages)
  return (
    <Dialog opened={opened} onClose={onClose} title={text.title}>
      {pages.length === 0 ? (
        <EmptyState title={statusPage.notConnected}>
          <Trans text={statusPage.connect} parts={{ key: <Key>{keyOf('connections')}</Key> }} />
        </EmptyState>
      ) : (
        <OfPages pages={pages} onDone={onClose} />
      )}
    </Dialog>
  )
}

function OfPages({ pages, onDone }: { readonly pages: readonly StatusPage[]; readonly onDone: () => void }) {
  const [feed, setFeed] = useState(pages[0]?.feed ?? '')
  const page = pages.find(one => one.feed === feed) ?? pages[0]
  return (
    <>
      {pages.length > 1 && (
        <Choice
          legend={text.page}
          value={feed}
          onChange={setFeed}
          options={pages.map(one => ({ value: one.feed, label: one.name }))}
        />
      )}
      {page !== undefined && <OfPage key={page.feed} page={page} onDone={onDone} />}
    </>
  )
}

function OfPage({ page, onDone }: { readonly page: StatusPage; readonly onDone: () => void }) {
  const { value: read, fault, again } = useRead('pages:metrics', { connection: page.connection })
  if (read === undefined)
    return fault === undefined ? (
      <p className={textStyles.quiet}>{texts.ui.reading}</p>
    ) : (
      <FaultNote fault={fault} onAgain={again} />
    )
  if (read.value.length === 0) return <EmptyState title={text.none} />
  return <PointForm page={page} metrics={read.value} onDone={onDone} />
}

interface PointFormProps {
  readonly page: StatusPage
  readonly metrics: readonly PageMetric[]
  readonly onDone: () => void
}

function PointForm({ page, metrics, onDone }: PointFormProps) {
  const { session } = useCockpit()
  const { ask } = useOutboxActions('status-page')
  const fault = useFault('status-page')
  const [act] = useState(() => newId<OutboxItemId>())
  const [chosen, choose] = useState(metrics[0]?.id ?? '')
  const { values, set, forget, since } = useTypedFields(`metric-point:${page.connection}`, { value: '' })
  const metric = metrics.find(({ id }) => id === chosen) ?? metrics[0]
  const value = readNumber(values.value)
  const send = async () => {
    if (metric === undefined || value === undefined) return
    const { id, name } = metric
    const what = { metric: { id, name }, at: engineNow(session), value }
    if (!(await ask({ kind: 'metric-point', connection: page.connection, ...what }, act))) return
    forget()
    onDone()
  }
  return (
    <Form onSubmit={send} submit={text.submit} hint={text.hint}>
      {metrics.length > 1 && (
        <Choice
          legend={text.which}
          value={metric?.id ?? null}
          onChange={choose}
          options={metrics.map(one => ({ value: one.id, label: <bdi>{labelOf(one)}</bdi> }))}
        />
      )}
      <RestoredNote since={since} forget={forget} />
      <TextField
        data-autofocus
        limit={null}
        inputMode="decimal"
        label={metric === undefined || metric.unit === '' ? text.value : t(text.valueIn, { unit: metric.unit })}
        needed={text.noNumber}
        error={values.value.trim() !== '' && value === undefined && text.noNumber}
        value={values.value}
        onChange={event => set({ value: event.currentTarget.value })}
      />
      <FaultNote fault={fault} />
    </Form>
  )
}

function labelOf({ name, unit }: PageMetric): string {
  return unit === '' ? name : t(text.labelled, { name, unit })
}

/** With a point or a comma before its decimals; undefined: it is none. */
export function readNumber(typed: string): number | undefined {
  const text = typed.trim()
  return /^-?\d{1,15}(?:[.,]\d{1,10})?$/.test(text) ? Number(text.replace(',', '.')) : undefined
}

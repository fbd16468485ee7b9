import { type ReactNode, useState } from 'react'
import type { AlertRow } from '../../../../shared/contract/alert-rows'
import { newId, type OutboxItemId } from '../../../../shared/domain/ids'
import type { VendorRequest } from '../../../../shared/domain/vendor-request'
import { useFault } from '../../../stores/cockpit'
import { useOutboxActions } from '../../../stores/use-outbox-actions'
import { FaultNote } from '../../../ui/fault-note'
import { Form } from '../../../ui/form'
import styles from '../alerts-pane.module.css'
import { pageOf } from './actions'

/** What every form on a page's row is given. */
export interface ActionFormProps {
  readonly row: AlertRow
  readonly onDone: () => void
}

export type ActionTarget = NonNullable<ReturnType<typeof pageOf>>

export interface ActionFrameProps extends ActionFormProps {
  /** What is asked for; undefined: something is still missing, and nothing is sent. */
  readonly what: (page: ActionTarget) => VendorRequest | undefined
  readonly submit: string
  readonly hint: string
  readonly children: ReactNode
}

/** The frame of what is asked for on a PagerDuty incident: its title above, what went wrong below, Enter sends. */
export function ActionForm({ row, onDone, what, submit, hint, children }: ActionFrameProps) {
  const { ask } = useOutboxActions('alerts')
  const fault = useFault('alerts')
  // One id for all tries: an Enter after a lost answer asks for nothing twice.
  const [act] = useState(() => newId<OutboxItemId>())
  const send = async () => {
    const page = pageOf(row)
    const asked = page && what(page)
    if (asked !== undefined && (await ask(asked, act))) onDone()
  }
  return (
    <Form onSubmit={send} submit={submit} hint={hint}>
      <p className={styles.taken}>{row.title}</p>
      {children}
      <FaultNote fault={fault} />
    </Form>
  )
}

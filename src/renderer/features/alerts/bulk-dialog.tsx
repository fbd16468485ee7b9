import { useRef, useState } from 'react'
import type { Fault } from '../../../shared/contract/faults'
import type { OutboxItemId } from '../../../shared/domain/ids'
import type { RequestStatus } from '../../../shared/domain/vendor-request'
import { unreachable } from '../../../shared/lib/unreachable'
import { listText, t, tCount } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { useCockpit } from '../../stores/cockpit'
import { logForItem, useOutboxItems } from '../../stores/outbox-items'
import { Dialog } from '../../ui/dialog'
import { faultText, reasonText } from '../../ui/fault-text'
import { Form } from '../../ui/form'
import type { DialogPart } from '../../ui/on-demand'
import { Tag } from '../../ui/tag'
import styles from './alert-dialogs.module.css'
import { type BulkPlan, type BulkStep, leftOutText, servicesText } from './bulk'

const text = texts.alerts.bulk

/** Asks for confirmation before many PagerDuty incidents are acknowledged, then shows the outcome of each. */
export function BulkDialog({ opened, plan, onClose }: DialogPart & { readonly plan: BulkPlan | null }) {
  return (
    <Dialog general opened={opened} onClose={onClose} title={text.title} width={620}>
      {plan !== null && <Bulk plan={plan} onClose={onClose} />}
    </Dialog>
  )
}

/** PagerDuty incidents whose request the engine accepted, and why it refused others. */
type Handed = ReadonlyMap<OutboxItemId, Fault | null>

function Bulk({ plan, onClose }: { readonly plan: BulkPlan; readonly onClose: () => void }) {
  const cockpit = useCockpit()
  const { commands } = cockpit
  const [handed, setHanded] = useState<Handed>(new Map())
  const [begun, setBegun] = useState(false)
  const underWay = useRef(false)
  const { steps } = plan
  const send = async () => {
    if (begun) return onClose()
    if (underWay.current) return
    underWay.current = true
    setBegun(true)
    for (const { act, what } of steps) {
      const reply = await commands.sendTo(logForItem(what, cockpit), 'alerts', 'acts:ask', { act, what })
      setHanded(known => new Map(known).set(act, reply.ok ? null : reply.fault))
    }
  }
  const leftOut = leftOutText(plan)
  return (
    <Form
      onSubmit={() => {
        // Not awaited: Enter closes while the rest goes out.
        void send()
      }}
      submit={begun ? text.close : tCount(text.submit, steps.length)}
      hint={begun ? <Results steps={steps} handed={handed} /> : text.hint}
    >
      <p className={styles.lead}>
        {tCount(text.lead, steps.length, { services: servicesText(steps) })}
        {leftOut !== '' && ` ${t(text.leftOut, { what: leftOut })}`}
      </p>
      <ul
        className={styles.pages}
        aria-label={text.list}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled region must be reachable by keyboard (WCAG 2.1.1)
        tabIndex={0}
        data-autofocus
      >
        {steps.map(step => (
          <li key={step.act} className={styles.page}>
            <span className={styles.stepTitle}>{step.row.title}</span>
            {begun && <Result step={step} fault={handed.get(step.act)} />}
          </li>
        ))}
      </ul>
    </Form>
  )
}

function Result({ step: { act }, fault }: { readonly step: BulkStep; readonly fault: Fault | null | undefined }) {
  const standing = useOutboxItems().find(({ id }) => id === act)?.standing
  if (fault != null) return <Told tone="bad" words={t(text.notAsked, { reason: faultText(fault) })} />
  if (standing === undefined) return <Told tone="plain" words={text.waitsItsTurn} />
  return <Told {...filterWords(standing)} />
}

function Told({ tone, words: said }: { readonly tone: 'good' | 'plain' | 'warn' | 'bad'; readonly words: string }) {
  return (
    <Tag tone={tone} open={tone === 'warn' || tone === 'plain'}>
      {said}
    </Tag>
  )
}

function filterWords(standing: RequestStatus): { readonly tone: 'good' | 'warn' | 'bad'; readonly words: string } {
  const { standings } = text
  switch (standing.state) {
    case 'waiting':
      return { tone: 'warn', words: standings.waiting }
    case 'done':
      return { tone: 'good', words: standings.done }
    case 'superseded':
      return { tone: 'good', words: standings.superseded }
    case 'failed':
      return { tone: 'bad', words: t(standings.failed, { reason: reasonText(standing) }) }
    case 'unknown':
      return { tone: 'bad', words: t(standings.unknown, { reason: reasonText(standing) }) }
    default:
      return unreachable(standing)
  }
}

/** The totals, announced to a screen reader as they change. */
function Results({ steps, handed }: { readonly steps: readonly BulkStep[]; readonly handed: Handed }) {
  const acts = useOutboxItems()
  const ids = new Set(steps.map(({ act }) => act))
  const standings = acts.filter(({ id }) => ids.has(id)).map(({ standing }) => standing.state)
  const count = (...states: readonly RequestStatus['state'][]) =>
    standings.filter(state => states.includes(state)).length
  const refused = [...handed.values()].filter(fault => fault !== null).length
  const [done, bad] = [count('done', 'superseded'), count('failed') + refused]
  const unknown = count('unknown')
  const told = [
    t(text.done, { done, all: steps.length }),
    ...(bad > 0 ? [tCount(text.failed, bad)] : []),
    ...(unknown > 0 ? [tCount(text.unknown, unknown)] : []),
  ]
  return <span role="status">{listText(told)}</span>
}

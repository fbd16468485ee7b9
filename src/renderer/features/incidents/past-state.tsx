import { type ReactNode, useLayoutEffect, useRef, useState } from 'react'
import { endingOf } from '../../../shared/domain/archive/archived-incident'
import type { Incident } from '../../../shared/domain/incident'
import { actorName } from '../../../shared/domain/people'
import { roleSlots } from '../../../shared/domain/responders'
import type { Timeline } from '../../../shared/domain/timeline'
import { listText, t, tCount } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { Button } from '../../ui/button'
import { useClockFace } from '../../ui/clock-face'
import { SeverityBadge } from '../../ui/severity-badge'
import styles from './replay-dialog.module.css'

const text = texts.archive.reader

interface PastStateProps {
  /** As it was known at the moment of the replay. */
  readonly incident: Incident
  /** As it is at the end of its log. */
  readonly last: Incident
}

/** [RY1] What was known of the incident then, and, once it was over, what ended it. */
export function PastState({ incident, last }: PastStateProps) {
  const { severity, status, title, impact, services } = incident
  const isOver = last.status === 'resolved' && incident.status === 'resolved'
  const held = roleSlots(incident).flatMap(slot =>
    slot.held === null ? [] : [`${slot.name}: ${slot.held.responder.name}`],
  )
  const open = incident.hypotheses.filter(({ state }) => state !== 'eliminated')
  const trying = incident.attempts.filter(({ result }) => result === 'pending')
  const tasks = incident.tasks.filter(({ state }) => state === 'open')
  return (
    <section aria-label={text.state}>
      <h3 className={styles.title} dir="auto">
        <SeverityBadge severity={severity} /> {title}
      </h3>
      {isOver && <WhatEnded incident={incident} />}
      <dl className={styles.facts}>
        <Fact name={text.status}>{texts.status.names[status]}</Fact>
        <Fact name={text.commander}>{held.length === 0 ? text.nobody : listText(held)}</Fact>
        <Fact name={text.impact}>{impact === '' ? text.impactUnknown : impact}</Fact>
        {services !== null && services.length > 0 && <Fact name={text.services}>{listText(services)}</Fact>}
        <Fact name={text.suspected}>{textsOf(open)}</Fact>
        <Fact name={text.trying}>{textsOf(trying)}</Fact>
        <Fact name={text.tasks}>{textsOf(tasks)}</Fact>
        <Fact name={text.told}>{lastTold(incident)}</Fact>
      </dl>
    </section>
  )
}

function WhatEnded({ incident }: { readonly incident: Incident }) {
  const { worked, cause, words } = endingOf(incident)
  if (worked === '' && cause === '' && words === '') return <p className={styles.ending}>{text.noEnding}</p>
  return (
    <dl className={styles.facts} aria-label={text.ending}>
      {worked !== '' && <Fact name={text.worked}>{worked}</Fact>}
      {cause !== '' && <Fact name={text.cause}>{cause}</Fact>}
      {words !== '' && <Fact name={text.words}>{words}</Fact>}
    </dl>
  )
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd dir="auto">{children}</dd>
    </>
  )
}

function textsOf(items: readonly { readonly text: string }[]): string {
  return items.length === 0 ? text.none : listText(items.map(item => item.text))
}

/** The text of the update that reached customers last. */
function lastTold({ updates }: Incident): string {
  const told = updates.flatMap(({ content, delivery }) =>
    delivery.state === 'published' ? [{ at: delivery.at, text: content.body }] : [],
  )
  return told.toSorted((a, b) => a.at - b.at).at(-1)?.text ?? text.nothingTold
}

/** Lines that are drawn at once; more are asked for. */
const PIECE = 200

/** The timeline as it was then, its newest lines in sight. */
export function PastLines({ timeline }: { readonly timeline: Timeline }) {
  const clock = useClockFace()
  const [most, setMost] = useState(PIECE)
  const list = useRef<HTMLOListElement>(null)
  const last = timeline.at(-1)?.id
  // biome-ignore lint/correctness/useExhaustiveDependencies: another newest line is what scrolls
  useLayoutEffect(() => {
    list.current?.scrollTo?.({ top: list.current.scrollHeight })
  }, [last])
  const hidden = Math.max(0, timeline.length - most)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the arrow keys need it
    <ol ref={list} className={styles.lines} tabIndex={0} aria-label={text.lines}>
      {hidden > 0 && (
        <li>
          <Button tone="bare" onClick={() => setMost(count => count + 5 * PIECE)}>
            {tCount(text.earlier, hidden)}
          </Button>
        </li>
      )}
      {timeline.slice(hidden).map(({ id, occurredAt, by, text: said, retraction, kind }) => (
        <li key={id} className={styles.line} data-kind={kind} data-retracted={retraction !== null || undefined}>
          <span className={styles.meta}>{t(text.by, { time: clock.full(occurredAt), who: actorName(by) })}</span>
          <span dir="auto">
            {said}
            {retraction !== null && ` (${text.retracted})`}
          </span>
        </li>
      ))}
    </ol>
  )
}

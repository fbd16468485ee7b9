import { useCallback, useEffect, useMemo, useState } from 'react'
import { MOST_COMPARED } from '../../../shared/domain/archive/archive-question'
import { once } from '../../../shared/domain/archive/archived-incident'
import type { SimilarIncident } from '../../../shared/domain/archive/similar'
import type { Incident } from '../../../shared/domain/incident'
import { type Millis, SECOND } from '../../../shared/lib/time'
import { listText, t, tCount } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { keyOf } from '../../commands/command-list'
import { useCockpit } from '../../stores/cockpit'
import { useCommand } from '../../stores/use-command'
import { useRead } from '../../stores/use-read'
import { Button } from '../../ui/button'
import { useClockFace } from '../../ui/clock-face'
import { FaultNote } from '../../ui/fault-note'
import { Key } from '../../ui/key'
import { Trans } from '../../ui/trans'
import styles from './strategy-pane.module.css'

const text = texts.similar

/** A page that has just been opened has lines to show first. */
const AFTER: Millis = 5 * SECOND
/** Until the index has what ended just now. */
const RETRY: Millis = 2 * SECOND

/** [AV7] Past incidents that are like this one, one at a time, in one quiet line; nothing where there is none. */
export function SimilarLine({ incident }: { readonly incident: Incident }) {
  const [isDue, setDue] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setDue(true), AFTER)
    return () => clearTimeout(timer)
  }, [])
  return isDue && incident.status !== 'resolved' ? <AskedSimilar incident={incident} /> : null
}

function AskedSimilar({ incident: { id, title, services, pages } }: { readonly incident: Incident }) {
  const input = useMemo(
    () => ({
      ...{ incident: id, title },
      services: once([...(services ?? []), ...pages.flatMap(({ service }) => service ?? [])]).slice(0, MOST_COMPARED),
      alerts: once(pages.map(page => page.title)).slice(-MOST_COMPARED),
    }),
    [id, title, services, pages],
  )
  const [attempts, setAttempts] = useState(0)
  const { value, latest, fault, again } = useRead('archive:similar', input, attempts)
  const isBehind = value?.reading != null
  // biome-ignore lint/correctness/useExhaustiveDependencies: each incomplete answer triggers one more query
  useEffect(() => {
    if (!isBehind) return
    const timer = setTimeout(() => setAttempts(count => count + 1), RETRY)
    return () => clearTimeout(timer)
  }, [isBehind, value])
  const similar = (value ?? latest)?.similar ?? []
  return (
    <>
      <FaultNote fault={fault} onAgain={again} />
      {similar.length > 0 && <Similar similar={similar} />}
    </>
  )
}

function Similar({ similar }: { readonly similar: readonly SimilarIncident[] }) {
  const { focus } = useCockpit()
  const clock = useClockFace()
  const [at, setAt] = useState(0)
  const one = similar[at % similar.length]
  const past = one?.past.id
  const read = useCallback(() => {
    if (past !== undefined) focus.offer({ command: 'replay', incident: past })
  }, [focus, past])
  useCommand('similar', read)
  if (one === undefined) return null
  const { worked, cause, words } = one.past.ending
  const ended = [worked, cause, words].find(said => said !== '')
  return (
    <aside className={styles.similar} aria-label={text.name}>
      <p className={styles.similarWords} dir="auto">
        <Trans
          text={text.like}
          parts={{ title: <strong>{one.past.title}</strong>, date: clock.date(one.past.began), why: whyOf(one) }}
        />{' '}
        {ended === undefined ? text.noEnding : t(text.ended, { ended })}
      </p>
      <Button tone="bare" onClick={read}>
        <Trans text={text.read} parts={{ key: <Key quiet>{keyOf('similar')}</Key> }} />
      </Button>
      {similar.length > 1 && (
        <Button tone="bare" onClick={() => setAt((at + 1) % similar.length)}>
          {t(text.next, { at: (at % similar.length) + 1, all: similar.length })}
        </Button>
      )}
    </aside>
  )
}

/** `same service checkout, 2 alerts of the same name` */
function whyOf({ services, alerts, words }: SimilarIncident): string {
  const reasons = [
    ...(services.length > 0 ? [tCount(text.services, services.length, { services: listText(services) })] : []),
    ...(alerts.length > 0 ? [tCount(text.alerts, alerts.length)] : []),
    ...(words.length > 0 ? [t(text.words, { words: listText(words) })] : []),
  ]
  return listText(reasons)
}

import { useState } from 'react'
import { openConflicts } from '../../../shared/domain/claims'
import type { Incident } from '../../../shared/domain/incident'
import { actorName } from '../../../shared/domain/people'
import type { Unfolded, VoidReason } from '../../../shared/domain/unfolded'
import { conflictName } from '../../../shared/events/conflict-settled'
import { fromJson, isListOf, isText } from '../../../shared/lib/read-json'
import { listText, t, tCount } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { type GlobalCommandId, keyOf } from '../../commands/command-list'
import { useCockpit, useSession } from '../../stores/cockpit'
import { Button } from '../../ui/button'
import { useClockFace } from '../../ui/clock-face'
import { Key } from '../../ui/key'
import { Trans } from '../../ui/trans'
import styles from './strips.module.css'

const text = texts.conflicts

/** What a merge of several machines' events left for people. */
export function MergeStrips({ incident }: { readonly incident: Incident }) {
  return (
    <>
      <ConflictStrip incident={incident} />
      <VoidStrip incident={incident} />
    </>
  )
}

/** [CF5] What machines set differently, with the key that settles it. */
function ConflictStrip({ incident }: { readonly incident: Incident }) {
  const { focus } = useCockpit()
  const clock = useClockFace()
  const conflicts = openConflicts(incident)
  const [first] = conflicts
  if (first === undefined) return null
  const things = listText(conflicts.map(({ about }) => conflictName(about)))
  const sides = first.sides.map(({ by, at }) => t(text.side, { who: actorName(by), time: clock.short(at) }))
  return (
    <aside className={styles.strip} aria-label={text.name} data-conflicts>
      <p className={styles.words} role="status" dir="auto">
        <strong>{tCount(text.strip, conflicts.length, { things })}</strong>{' '}
        <span className={styles.aside}>{sides.join(' · ')}</span>
      </p>
      <span className={styles.keys}>
        <Button onClick={() => focus.request('conflicts')}>
          <Trans text={text.settle} parts={{ key: <Key quiet>{keyOf('conflicts')}</Key> }} />
        </Button>
      </span>
    </aside>
  )
}

const SEEN_KEY = 'quarterdeck.void-seen'
/** Ids that this browser keeps: more are of incidents long over. */
const MOST_SEEN = 300

/** The command that does such a thing again; a reason that is missing here has none. */
const again: Readonly<Partial<Record<VoidReason, GlobalCommandId>>> = {
  'role-gone': 'assign',
  'holds-the-role': 'assign',
  'transfer-gone': 'transfer',
  'update-gone': 'comms',
  'update-discarded': 'comms',
  'update-published': 'comms',
  'update-on-its-way': 'comms',
  'owner-taken': 'take-over',
  'time-stated': 'began',
  'decision-settled': 'decide',
  'revisit-changed': 'decide',
  'report-changed': 'reports',
  'figure-changed': 'figures',
  'severity-raised': 'severity',
  'pace-answered': 'update-pace',
}

/** [CF6] What the person at this screen did and has no effect. */
function VoidStrip({ incident }: { readonly incident: Incident }) {
  const { focus } = useCockpit()
  const me = useSession(session => session.me?.id)
  const [seen, setSeen] = useState(readSeen)
  const mine = incident.unfolded.filter(one => isBy(one, me) && !seen.has(one.event))
  const because = mine.at(-1)?.because
  if (because?.as !== 'void') return null
  const command = again[because.reason]
  const dismiss = () => setSeen(storeSeen([...seen, ...mine.map(({ event }) => event)]))
  const redo = (id: GlobalCommandId) => {
    dismiss()
    focus.request(id)
  }
  return (
    <aside className={styles.strip} aria-label={text.voidName} data-void>
      <p className={styles.words} role="status">
        <strong>{tCount(text.void, mine.length, { reason: texts.lines.voidReasons[because.reason] })}</strong>
      </p>
      <span className={styles.keys}>
        {command !== undefined && (
          <Button onClick={() => redo(command)}>
            <Trans text={text.again} parts={{ key: <Key quiet>{keyOf(command)}</Key> }} />
          </Button>
        )}
        <Button onClick={dismiss}>{text.seen}</Button>
      </span>
    </aside>
  )
}

function isBy({ by, because }: Unfolded, me: string | undefined): boolean {
  return because.as === 'void' && by.kind === 'person' && by.responder.id === me
}

function readSeen(): ReadonlySet<string> {
  const stored = fromJson(localStorage.getItem(SEEN_KEY) ?? '[]')
  return new Set(isListOf(stored, isText) ? stored : [])
}

function storeSeen(ids: readonly string[]): ReadonlySet<string> {
  try {
    localStorage.setItem(SEEN_KEY, JSON.stringify(ids.slice(-MOST_SEEN)))
  } catch (error) {
    console.warn('What was seen could not be stored', error)
  }
  return new Set(ids)
}

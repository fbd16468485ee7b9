import { useCallback, useEffect, useState } from 'react'
import type { IncidentId } from '../../../shared/domain/ids'
import type { Incident } from '../../../shared/domain/incident'
import { fromJson, isListOf, isText } from '../../../shared/lib/read-json'
import { MINUTE, type Millis } from '../../../shared/lib/time'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { keyOf } from '../../commands/command-list'
import { useNow, useRecord, useSession } from '../../stores/cockpit'
import { storeText } from '../../stores/typed-text'
import { useCommand } from '../../stores/use-command'
import { useMethod } from '../../stores/use-method'
import { Button } from '../../ui/button'
import { Key } from '../../ui/key'
import { Trans } from '../../ui/trans'
import styles from './first-words.module.css'

const text = texts.firstWords

/** After that everyone has joined and spoken. */
const SHOWN_FOR: Millis = 15 * MINUTE

/** [DI3] What to say first, above the panes of the person who declared; the key dismisses it and brings it back. */
export function FirstWords() {
  const incident = useRecord(record => record.incident)
  return incident === undefined ? null : <OfIncident key={incident.id} incident={incident} />
}

function OfIncident({ incident }: { readonly incident: Incident }) {
  const { dismissed, dismiss } = useDismissed(incident.id)
  const [isAsked, setAsked] = useState(false)
  const isShown = useIsDeclarers(incident) && !dismissed ? true : isAsked
  const turn = useCallback(() => {
    if (isShown) dismiss()
    setAsked(!isShown)
  }, [isShown, dismiss])
  useCommand('first-words', turn)
  return isShown ? <Words onDismiss={turn} /> : null
}

function Words({ onDismiss }: { readonly onDismiss: () => void }) {
  const said = useMethod()?.['first-response'].commanderFirst.flatMap(({ id, say }) =>
    say === undefined ? [] : [{ id, say }],
  )
  if (said === undefined || said.length === 0) return null
  return (
    <aside className={styles.strip} aria-label={text.name}>
      <strong className={styles.name} title={text.about}>
        {text.name}
      </strong>
      <ol className={styles.words}>
        {said.map(({ id, say }) => (
          <li key={id} dir="auto">
            {t(text.quoted, { text: say })}
          </li>
        ))}
      </ol>
      <Button tone="bare" tabIndex={-1} onMouseDown={event => event.preventDefault()} onClick={onDismiss}>
        <Trans text={text.dismiss} parts={{ key: <Key quiet>{keyOf('first-words')}</Key> }} />
      </Button>
    </aside>
  )
}

/** Whether this user has just declared it, and no one else has taken command since. */
function useIsDeclarers({ declaredBy, declaredAt, status, roles }: Incident): boolean {
  const me = useSession(session => session.me)
  const now = useNow()
  const isMine = declaredBy.kind === 'person' && me !== null && declaredBy.responder.id === me.id
  const commander = roles.ic?.responder.id
  const isTaken = commander !== undefined && commander !== me?.id
  return isMine && !isTaken && status !== 'resolved' && now - declaredAt < SHOWN_FOR
}

const KEY = 'quarterdeck.first-words'
/** For older incidents it is not needed again. */
const MOST_KEPT = 50

/** Stored in this browser, for each incident. */
function useDismissed(incident: IncidentId) {
  const [dismissed, setDismissed] = useState(() => dismissedOnes().includes(incident))
  useEffect(() => {
    const read = ({ key }: StorageEvent) => {
      if (key === KEY) setDismissed(dismissedOnes().includes(incident))
    }
    window.addEventListener('storage', read)
    return () => window.removeEventListener('storage', read)
  }, [incident])
  const dismiss = useCallback(() => {
    const others = dismissedOnes().filter(one => one !== incident)
    storeText(localStorage, KEY, JSON.stringify([...others, incident].slice(-MOST_KEPT)))
    setDismissed(true)
  }, [incident])
  return { dismissed, dismiss }
}

function dismissedOnes(): readonly string[] {
  const stored = fromJson(localStorage.getItem(KEY) ?? '[]')
  return isListOf(stored, isText) ? stored : []
}

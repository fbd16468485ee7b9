import { useEffect } from 'react'
import { texts } from '../../../shared/texts/texts'
import { useEngineAway, useNow, useSession } from '../../stores/cockpit'
import { RecordStrip } from '../../ui/record-strip'
import { IncidentBoard } from './incident-board'
import { QuietBoard } from './quiet-board'
import { TopStrip } from './top-strip'
import { useRecords, useTurn } from './use-wallboard'
import styles from './wallboard.module.css'

/** The cockpit for a whole room: nothing to press, everything readable from five metres. */
export function Wallboard({ onLeave }: { readonly onLeave: () => void }) {
  useEffect(keepAwake, [])
  useEscape(onLeave)
  const { shown, note } = useTurn()
  const records = useRecords()
  const greeted = useSession(session => session.welcome !== null)
  const live = !useEngineAway() && greeted
  const problems = useSession(session => session.recordProblems)
  const now = useNow()
  const boards = shown.flatMap(({ id }) => records[id] ?? [])
  return (
    <main className={styles.wall} data-live={live} aria-label={texts.wall.name}>
      <TopStrip live={live} note={note} timed={shown.length > 0} now={now} />
      <RecordStrip
        problems={problems}
        shown={null}
        unfolded={boards.flatMap(({ incident }) => incident.unfolded)}
        far
      />
      {boards.map(record => (
        <IncidentBoard key={record.incident.id} record={record} now={now} halved={boards.length > 1} />
      ))}
      {shown.length === 0 && greeted && <QuietBoard live={live} now={now} />}
      {boards.length < shown.length && boards.length === 0 && <h1 className={styles.coming}>{shown[0]?.title}</h1>}
      {!greeted && <h1 className={styles.coming}>{texts.wall.waiting}</h1>}
    </main>
  )
}

function useEscape(leave: () => void): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key === 'Escape') leave()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [leave])
}

/** Keeps the display on while this page is visible; returns its stop. Where it cannot, the console says so once. */
function keepAwake(): () => void {
  let held: WakeLockSentinel | undefined
  let stopped = false
  let said = false
  const say = (reason: string) => {
    if (!said) console.info(`The display may go to sleep: ${reason}`)
    said = true
  }
  const ask = async () => {
    if (document.visibilityState !== 'visible') return
    try {
      held = await navigator.wakeLock.request('screen')
      if (stopped) await held.release()
    } catch (error) {
      say(error instanceof Error ? error.message : String(error))
    }
  }
  // The browser releases it whenever the page is hidden.
  const back = () => void ask()
  if (!('wakeLock' in navigator)) say('this browser cannot keep it on')
  else {
    document.addEventListener('visibilitychange', back)
    back()
  }
  return () => {
    stopped = true
    document.removeEventListener('visibilitychange', back)
    void held?.release()
  }
}

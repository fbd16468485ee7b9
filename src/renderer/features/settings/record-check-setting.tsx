import { useState } from 'react'
import { useStore } from 'zustand'
import type { Fault } from '../../../shared/contract/faults'
import type { RecordCheckResult } from '../../../shared/contract/record-check'
import { numberText, t, tCount } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { useCockpit, useEngineAway } from '../../stores/cockpit'
import { useWaiting } from '../../stores/use-waiting'
import { Button } from '../../ui/button'
import { useClockFace } from '../../ui/clock-face'
import { FaultNote } from '../../ui/fault-note'
import { recordProblemText } from '../../ui/record-problem-text'
import textStyles from '../../ui/text.module.css'
import type { Setting, SettingPart } from './setting'
import styles from './settings.module.css'

const text = texts.backups.check

export const recordCheckSetting: Setting = {
  id: 'record-check',
  place: 'engine',
  name: text.name,
  about: text.about,
  words: text.words,
  wide: true,
  Part: RecordCheckPart,
}

/** More of them would push the settings out of view; the strip names each, and `quarterdeck verify` lists all. */
const MOST = 5

/** [IN11] Progress of the check, the findings of the last one, and a button that starts one. */
function RecordCheckPart({ labelledBy }: SettingPart) {
  const { link, session } = useCockpit()
  const { running, last } = useStore(session, state => state.recordCheck)
  const [fault, setFault] = useState<Fault>()
  const [asking, setAsking] = useState(false)
  const away = useEngineAway()
  const waiting = useWaiting(asking)
  const verify = async () => {
    setAsking(true)
    const reply = await link.call('record:verify', {})
    setAsking(false)
    setFault(reply.ok ? undefined : reply.fault)
  }
  return (
    <div className={styles.parts}>
      <output className={textStyles.soft} dir="auto">
        {running !== null && t(away ? text.wasAt : text.progress, progressOf(running))}
        {running === null && last === null && text.none}
        {running === null && last !== null && <Result result={last} />}
      </output>
      {/* It stays enabled while a check runs: a disabled button would drop the keyboard's focus. */}
      <Button aria-describedby={labelledBy} aria-disabled={running !== null} onClick={() => void verify()}>
        {(running === null && !asking) || away ? text.verify : text.verifying}
      </Button>
      <FaultNote fault={waiting ?? fault} />
    </div>
  )
}

function progressOf({ done, all }: { readonly done: number; readonly all: number }) {
  return { done: numberText(done), all: numberText(all) }
}

function Result({ result }: { readonly result: RecordCheckResult }) {
  const { at, events, unchecked, broken } = result
  const clock = useClockFace()
  const values = { events: numberText(events), time: `${clock.date(at)} ${clock.full(at)}` }
  const whole = broken.length === 0 && unchecked === null
  const more = broken.length - MOST
  return (
    <>
      {t(whole ? text.whole : text.checked, values)}
      {unchecked !== null && (
        <strong> {tCount(text.unchecked, unchecked.count, { reason: text.reasons[unchecked.reason] })}</strong>
      )}
      {broken
        .filter(({ kind }) => kind !== 'not-checked')
        .slice(0, MOST)
        .map(problem => recordProblemText(problem, clock))
        .map(said => (
          <strong key={said}> {said}</strong>
        ))}
      {more > 0 && ` ${tCount(texts.recordProblems.more, more)}`}
    </>
  )
}

import { useState } from 'react'
import { useStore } from 'zustand'
import type { BackupState } from '../../../shared/contract/backups'
import type { Fault } from '../../../shared/contract/faults'
import { numberText, t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { useCockpit, useNow } from '../../stores/cockpit'
import { useRead } from '../../stores/use-read'
import { useWaiting } from '../../stores/use-waiting'
import { backupTroubleText, megabytesText } from '../../ui/backup-trouble-text'
import { Button } from '../../ui/button'
import { FaultNote } from '../../ui/fault-note'
import { spanText } from '../../ui/span-text'
import textStyles from '../../ui/text.module.css'
import type { Setting, SettingPart } from './setting'
import styles from './settings.module.css'

const text = texts.backups

export const backupSetting: Setting = {
  id: 'backups',
  place: 'engine',
  name: text.name,
  about: text.about,
  words: text.words,
  wide: true,
  Part: BackupPart,
}

function BackupPart(part: SettingPart) {
  const { session } = useCockpit()
  const isReal = useStore(session, state => state.world.kind === 'real')
  return isReal ? <RealBackups {...part} /> : <p className={textStyles.soft}>{text.drill}</p>
}

function RealBackups({ labelledBy }: SettingPart) {
  const { link } = useCockpit()
  const { value: read, fault: unread, again } = useRead('record:backups', {})
  const [made, setMade] = useState<BackupState>()
  const [fault, setFault] = useState<Fault>()
  const [making, setMaking] = useState(false)
  const waiting = useWaiting(making)
  const state = made ?? read
  const make = async () => {
    setMaking(true)
    const reply = await link.call('record:back-up', {})
    setMaking(false)
    setFault(reply.ok ? undefined : reply.fault)
    if (reply.ok) setMade(reply.value)
  }
  return (
    <div className={styles.parts}>
      {state !== undefined && <Told state={state} />}
      {state !== undefined && (
        <Button aria-describedby={labelledBy} disabled={making} onClick={() => void make()}>
          {making ? text.making : text.make}
        </Button>
      )}
      {unread === undefined ? <FaultNote fault={waiting ?? fault} /> : <FaultNote fault={unread} onAgain={again} />}
    </div>
  )
}

function Told({ state }: { readonly state: BackupState }) {
  const { folder, newest, count, trouble } = state
  const now = useNow()
  const said =
    newest === null
      ? t(text.none, { folder })
      : t(text.newest, {
          span: spanText(Math.max(0, now - newest.at)),
          size: megabytesText(newest.bytes),
          count: numberText(count),
          folder,
        })
  return (
    <output className={textStyles.soft} dir="auto">
      {said}
      {trouble !== null && <strong> {backupTroubleText(trouble)}</strong>}
    </output>
  )
}

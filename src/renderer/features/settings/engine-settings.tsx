import { type KeyboardEvent, type ReactNode, useState } from 'react'
import { cancelWindows, type EngineSettings, type EngineSettingsChange } from '../../../shared/contract/engine-settings'
import type { Fault } from '../../../shared/contract/faults'
import { repairTimes } from '../../../shared/domain/lint/lint-finding'
import { defaultMirror, type MirrorMode, mirrorModes } from '../../../shared/domain/mirror'
import { severities } from '../../../shared/domain/severity'
import { NAME_LIMIT } from '../../../shared/events/fields'
import type { Reply } from '../../../shared/lib/reply'
import { SECOND } from '../../../shared/lib/time'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { useCockpit, useSession } from '../../stores/cockpit'
import { useReadOfFile } from '../../stores/use-read'
import { useTypedFields } from '../../stores/use-typed-fields'
import { FaultNote } from '../../ui/fault-note'
import { RestoredNote } from '../../ui/restored-note'
import textStyles from '../../ui/text.module.css'
import { TextField } from '../../ui/text-fields'
import { hasTooLong } from '../../ui/too-long'
import { CadenceTable } from './cadence-table'
import { Pick, PickSeveral } from './pick'
import type { Setting, SettingPart } from './setting'
import styles from './settings.module.css'

const text = texts.engine

export const engineSettings: readonly Setting[] = [
  {
    id: 'cancel-window',
    place: 'engine',
    name: text.cancelWindow,
    about: text.cancelWindowAbout,
    words: text.cancelWindowWords,
    Part: CancelWindowPart,
  },
  {
    id: 'cadence',
    place: 'engine',
    name: text.cadence.name,
    about: text.cadence.about,
    words: text.cadence.words,
    wide: true,
    Part: CadencePart,
  },
  {
    id: 'approval',
    place: 'engine',
    name: text.approval.name,
    about: text.approval.about,
    words: text.approval.words,
    Part: ApprovalPart,
  },
  {
    id: 'holding-approval',
    place: 'engine',
    name: text.holding.name,
    about: text.holding.about,
    words: text.holding.words,
    Part: HoldingPart,
  },
  {
    id: 'mirror',
    place: 'engine',
    name: text.mirror.name,
    about: text.mirror.about,
    words: text.mirror.words,
    Part: MirrorPart,
  },
  {
    id: 'repair-time',
    place: 'engine',
    name: text.repairTime.name,
    about: text.repairTime.about,
    words: text.repairTime.words,
    Part: RepairTimePart,
  },
  {
    id: 'default-name',
    place: 'engine',
    name: text.me,
    about: text.meAbout,
    words: text.meWords,
    Part: DefaultNamePart,
  },
]

interface Shared {
  /** Undefined until the engine has answered. */
  readonly settings: EngineSettings | undefined
  /** [SE6] A drill uses the settings of the live engine: nothing can be changed from within it. */
  readonly fixed: boolean
  /** Why nothing can be changed here, or the outcome of the last change. */
  readonly problem: ReactNode
  /** @returns whether the engine has stored it */
  readonly change: (part: EngineSettingsChange) => Promise<boolean>
}

function useEngineSettings(): Shared {
  const { link } = useCockpit()
  const fixed = useSession(({ world }) => world.kind === 'drill')
  const { value: read, fault: unread, again } = useReadOfFile('settings:read', {})
  const [changed, setChanged] = useState<{ readonly since: EngineSettings | undefined; readonly to: EngineSettings }>()
  const [fault, setFault] = useState<Fault>()
  const take = (reply: Reply<EngineSettings, Fault>) => {
    setFault(reply.ok ? undefined : reply.fault)
    if (!reply.ok) return false
    setChanged({ since: read, to: reply.value })
    // An answer that is on its way may be from before the change.
    again()
    return true
  }
  const change = (part: EngineSettingsChange) => link.call('settings:change', part).then(take)
  const told = unread === undefined ? <FaultNote fault={fault} /> : <FaultNote fault={unread} onAgain={again} />
  const problem = fixed ? <p className={textStyles.soft}>{texts.faults['drill-settings']}</p> : told
  // An answer read after a change includes it, and what the method's file says by now.
  return { settings: changed !== undefined && changed.since === read ? changed.to : read, fixed, problem, change }
}

const spans = cancelWindows.map(String)

function CancelWindowPart({ labelledBy }: SettingPart) {
  const { settings, fixed, problem, change } = useEngineSettings()
  const names = Object.fromEntries(
    cancelWindows.map(span => [span, span === 0 ? text.none : t(text.seconds, { count: span / SECOND })]),
  )
  return (
    <div className={styles.parts}>
      <Pick
        labelledBy={labelledBy}
        order={spans}
        options={names}
        value={String(settings?.cancelWindow ?? '')}
        disabled={fixed}
        onChange={chosen => void change({ cancelWindow: Number(chosen) })}
      />
      {problem}
    </div>
  )
}

function MirrorPart({ labelledBy }: SettingPart) {
  const { settings, fixed, problem, change } = useEngineSettings()
  return (
    <div className={styles.parts}>
      <Pick
        labelledBy={labelledBy}
        order={mirrorModes}
        options={texts.room.mirror.modes}
        value={settings?.mirror ?? defaultMirror}
        disabled={fixed}
        onChange={chosen => void change({ mirror: chosen as MirrorMode })}
      />
      {problem}
    </div>
  )
}

/** [AP4] */
function ApprovalPart({ labelledBy }: SettingPart) {
  const { settings, fixed, problem, change } = useEngineSettings()
  return (
    <div className={styles.parts}>
      <PickSeveral
        labelledBy={labelledBy}
        options={severities}
        chosen={settings?.approvalFor ?? []}
        disabled={fixed || settings === undefined}
        onChange={approvalFor => void change({ approvalFor })}
      />
      {problem}
    </div>
  )
}

/** [HP2] */
function HoldingPart({ labelledBy }: SettingPart) {
  const { settings, fixed, problem, change } = useEngineSettings()
  return (
    <div className={styles.parts}>
      <Pick
        labelledBy={labelledBy}
        order={['free', 'needed']}
        options={{ free: text.holding.free, needed: text.holding.needed }}
        value={settings?.holdingApproval === true ? 'needed' : 'free'}
        disabled={fixed}
        onChange={chosen => void change({ holdingApproval: chosen === 'needed' })}
      />
      {problem}
    </div>
  )
}

/** [LN10] */
function RepairTimePart({ labelledBy }: SettingPart) {
  const { settings, fixed, problem, change } = useEngineSettings()
  return (
    <div className={styles.parts}>
      {settings !== undefined && (
        <Pick
          labelledBy={labelledBy}
          order={repairTimes}
          options={text.repairTime.options}
          value={settings.repairTime}
          disabled={fixed}
          onChange={repairTime => void change({ repairTime })}
        />
      )}
      {problem}
    </div>
  )
}

function CadencePart({ labelledBy }: SettingPart) {
  const { settings, fixed, problem, change } = useEngineSettings()
  return (
    <div className={styles.parts}>
      {settings !== undefined && (
        <CadenceTable
          labelledBy={labelledBy}
          cadence={settings.cadence}
          method={settings.methodCadence}
          disabled={fixed}
          onChange={cadence => void change({ cadence })}
        />
      )}
      {problem}
    </div>
  )
}

function DefaultNamePart({ labelledBy }: SettingPart) {
  const { settings, fixed, problem, change } = useEngineSettings()
  return (
    <div className={styles.parts}>
      {settings !== undefined && (
        <DefaultName
          labelledBy={labelledBy}
          saved={settings.me ?? ''}
          disabled={fixed}
          onSave={name => change({ me: name === '' ? null : name })}
        />
      )}
      {problem}
    </div>
  )
}

interface DefaultNameProps extends Pick<SettingPart, 'labelledBy'> {
  readonly saved: string
  readonly disabled: boolean
  /** @returns whether the engine has stored it */
  readonly onSave: (name: string) => Promise<boolean>
}

function DefaultName({ labelledBy, saved, disabled, onSave }: DefaultNameProps) {
  // Typed text is shown instead of the engine's value, which changes on save; an emptied field is stored as a space.
  const { values, set, forget, since } = useTypedFields('default-name', { name: '' }, 'cockpit')
  const name = values.name === '' ? saved : values.name.trimStart()
  const save = async (field: HTMLElement) => {
    if (hasTooLong(field)) return
    if (name.trim() === saved || (await onSave(name.trim()))) forget()
  }
  const press = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key === 'Enter') void save(event.currentTarget)
  }
  return (
    <>
      <RestoredNote since={since} forget={forget} />
      <TextField
        limit={NAME_LIMIT}
        aria-labelledby={labelledBy}
        placeholder={text.meNone}
        disabled={disabled}
        value={name}
        onChange={event => set({ name: event.currentTarget.value || ' ' })}
        onKeyDown={press}
        onBlur={event => void save(event.currentTarget)}
      />
    </>
  )
}

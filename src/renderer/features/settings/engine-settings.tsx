import type { KeyboardEvent } from 'react'
import { cancelWindows, type EngineSettings, type EngineSettingsChange } from '../../../shared/contract/engine-settings'
import { cadenceColumns } from '../../../shared/domain/cadence'
import { repairTimes } from '../../../shared/domain/lint/lint-finding'
import { defaultMirror, type MirrorMode, mirrorModes } from '../../../shared/domain/mirror'
import { severities } from '../../../shared/domain/severity'
import { NAME_LIMIT } from '../../../shared/events/fields'
import { SECOND } from '../../../shared/lib/time'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { type TypedFields, useTypedFields } from '../../stores/use-typed-fields'
import { RestoredNote } from '../../ui/restored-note'
import { TextField } from '../../ui/text-fields'
import { hasTooLong } from '../../ui/too-long'
import { CadenceTable, minutesSpan } from './cadence-table'
import { Pick, PickSeveral } from './pick'
import type { Setting, SettingPart } from './setting'
import styles from './settings.module.css'
import { useEngineSettings } from './use-engine-settings'

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

const spans = cancelWindows.map(String)
const spanName = (span: number) => (span === 0 ? text.none : t(text.seconds, { count: span / SECOND }))

function CancelWindowPart({ labelledBy }: SettingPart) {
  const { settings, fixed, problem, change } = useEngineSettings(now => spanName(now.cancelWindow))
  const names = Object.fromEntries(cancelWindows.map(span => [span, spanName(span)]))
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
  const { settings, fixed, problem, change } = useEngineSettings(now => texts.room.mirror.modes[now.mirror])
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
  const { settings, fixed, problem, change } = useEngineSettings(now => now.approvalFor.join(', '))
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
  const { settings, fixed, problem, change } = useEngineSettings(now =>
    now.holdingApproval ? text.holding.needed : text.holding.free,
  )
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
  const { settings, fixed, problem, change } = useEngineSettings(now => text.repairTime.options[now.repairTime])
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

/** [SE8] Of the values that were chosen, what they are now. */
function saidCadence(now: EngineSettings, { cadence = {} }: EngineSettingsChange): string {
  const cells = cadenceColumns.flatMap(column =>
    severities.flatMap(severity => {
      if (cadence[column]?.[severity] === undefined) return []
      const minutes = now.cadence[column][severity]
      const span = minutes === null ? text.cadence.never : minutesSpan(minutes)
      return [`${severity}, ${text.cadence.columns[column]}: ${span}`]
    }),
  )
  return cells.join('; ')
}

function CadencePart({ labelledBy }: SettingPart) {
  const { settings, fixed, problem, change } = useEngineSettings(saidCadence)
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
  // An emptied field is stored as a space. What the name was is stored with it: someone else may set it before this is sent.
  const form = useTypedFields('default-name', { name: '', was: '' }, 'cockpit')
  const { settings, fixed, problem, change } = useEngineSettings(({ me }) => me ?? '', form.forget)
  return (
    <div className={styles.parts}>
      {settings !== undefined && (
        <DefaultName
          {...{ labelledBy, form }}
          saved={settings.me ?? ''}
          disabled={fixed}
          onSave={(name, was) => change({ me: nameOrNone(name) }, { me: nameOrNone(was) })}
        />
      )}
      {problem}
    </div>
  )
}

const nameOrNone = (name: string) => (name === '' ? null : name)

interface DefaultNameProps extends Pick<SettingPart, 'labelledBy'> {
  readonly form: TypedFields<{ readonly name: string; readonly was: string }>
  readonly saved: string
  readonly disabled: boolean
  /** @returns whether the engine has stored it */
  readonly onSave: (name: string, was: string) => Promise<boolean>
}

function DefaultName({ labelledBy, form, saved, disabled, onSave }: DefaultNameProps) {
  // Typed text is shown instead of the engine's value, which changes on save.
  const { values, set, forget, since } = form
  const name = values.name === '' ? saved : values.name.trimStart()
  const was = values.was === '' ? saved : values.was.trim()
  const save = async (field: HTMLElement) => {
    if (hasTooLong(field)) return
    if ((name.trim() === saved && was === saved) || (await onSave(name.trim(), was))) forget()
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
        onChange={event => set({ name: event.currentTarget.value || ' ', was: values.was || saved || ' ' })}
        onKeyDown={press}
        onBlur={event => void save(event.currentTarget)}
      />
    </>
  )
}

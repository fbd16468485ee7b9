import { useState } from 'react'
import type { Fault } from '../../../shared/contract/faults'
import type { MethodView } from '../../../shared/contract/method'
import type { Incident } from '../../../shared/domain/incident'
import { type ClockChange, clockChanges } from '../../../shared/domain/method/clock-changes'
import type { AdoptedMethod } from '../../../shared/domain/method/method-rules'
import { listText, numberText, t, tCount } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { useCockpit, useNow, useRecord } from '../../stores/cockpit'
import { useReadOfFile } from '../../stores/use-read'
import { useWaiting } from '../../stores/use-waiting'
import { Button } from '../../ui/button'
import { FaultNote } from '../../ui/fault-note'
import { faultText } from '../../ui/fault-text'
import textStyles from '../../ui/text.module.css'
import type { Setting, SettingPart } from './setting'
import styles from './settings.module.css'

const text = texts.method

export const methodSetting: Setting = {
  id: 'method',
  place: 'engine',
  name: text.name,
  about: text.about,
  words: text.words,
  wide: true,
  Part: MethodPart,
}

/** [MD2] Which method is in use, which of its files are the team's own, and what is wrong with them. */
function MethodPart({ labelledBy }: SettingPart) {
  const { value: view, fault, again } = useReadOfFile('method:read', {})
  const incident = useRecord(record => record.incident)
  return (
    <div className={styles.parts}>
      {view !== undefined && <Files view={view} />}
      {view !== undefined && incident !== undefined && (
        <ChangeOver to={view.adoptable} incident={incident} labelledBy={labelledBy} onRefused={again} />
      )}
      {fault !== undefined && <FaultNote fault={fault} onAgain={again} />}
    </div>
  )
}

function Files({ view: { name, version, folder, files, unknownFiles } }: { readonly view: MethodView }) {
  const own = files.filter(({ from }) => from === 'team').map(file => `${file.name}.yaml`)
  return (
    <output className={textStyles.soft} dir="auto">
      {t(text.version, { name, version })}{' '}
      {own.length === 0 ? text.shipped : tCount(text.team, own.length, { files: own.join(', ') })}{' '}
      {t(text.folder, { folder })}
      {files.map(({ name: file, from, problem }) =>
        problem === undefined ? null : (
          <strong key={file}>
            {' '}
            {t(text.problem, { problem: faultText({ kind: 'refused', ...problem }), instead: text.instead[from] })}
          </strong>
        ),
      )}
      {unknownFiles.length > 0 && <strong> {t(text.unknown, { files: unknownFiles.join(', ') })}</strong>}
    </output>
  )
}

interface ChangeOverProps extends Pick<SettingPart, 'labelledBy'> {
  readonly to: AdoptedMethod
  readonly incident: Incident
  /** Another method may be in use by now. */
  readonly onRefused: () => void
}

/** [MA4] Offers the method of new incidents to an open one that uses another. */
export function ChangeOver({ to, incident, labelledBy, onRefused }: ChangeOverProps) {
  const { link } = useCockpit()
  const now = useNow()
  const [fault, setFault] = useState<Fault>()
  const [changing, setChanging] = useState(false)
  const waiting = useWaiting(changing)
  const { id, title, severity, method, status } = incident
  if (status === 'resolved' || method?.version === to.version) return null
  const change = async () => {
    setChanging(true)
    const reply = await link.call('incident:adopt-method', { incident: id, version: to.version })
    setChanging(false)
    setFault(reply.ok ? undefined : reply.fault)
    if (!reply.ok) onRefused()
  }
  const versions = { title, from: method?.version ?? '', to: to.version }
  const changes = clockChanges(incident, to, now).map(changeText)
  return (
    <>
      <p className={textStyles.soft} dir="auto">
        {t(method === null ? text.over.before : text.over.differs, versions)}{' '}
        {changes.length === 0
          ? t(text.over.same, { severity })
          : t(text.over.changes, { severity, changes: listText(changes) })}
      </p>
      <Button aria-describedby={labelledBy} disabled={changing} onClick={() => void change()}>
        {text.over.submit}
      </Button>
      <FaultNote fault={waiting ?? fault} />
    </>
  )
}

function changeText({ figure, from, to }: ClockChange): string {
  const change = t(text.over.figures[figure], { to: minutesText(to) })
  return from === undefined ? change : t(text.over.was, { change, from: minutesText(from) })
}

function minutesText(minutes: number | null): string {
  return minutes === null ? text.over.none : t(text.over.minutes, { count: numberText(minutes) })
}

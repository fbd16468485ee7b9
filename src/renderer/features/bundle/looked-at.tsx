import { type ReactNode, useEffect, useRef } from 'react'
import type { BundleChange, BundleHere, BundleLine, BundleLook, BundleWriter } from '../../../shared/contract/bundles'
import type { FileId } from '../../../shared/domain/ids'
import { isRole } from '../../../shared/domain/people'
import type { Status } from '../../../shared/domain/status'
import { conflictName } from '../../../shared/events/conflict-settled'
import { listText, t, tCount } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { useCockpit, useOwnFault, useSession } from '../../stores/cockpit'
import { Button } from '../../ui/button'
import { useClockFace } from '../../ui/clock-face'
import { FaultNote } from '../../ui/fault-note'
import { Form } from '../../ui/form'
import { SeverityBadge } from '../../ui/severity-badge'
import styles from './bundle.module.css'

const text = texts.bundle.open

interface Props {
  readonly file: FileId
  readonly look: BundleLook
  readonly passphrase: string | undefined
  readonly onClose: () => void
  readonly onOther: () => void
}

/** [BN2] [BN3] What a file holds and what it would change; nothing of it is imported before the person says so. */
export function LookedAt({ file, look, passphrase, onClose, onOther }: Props) {
  const { commands, selection } = useCockpit()
  const fault = useOwnFault('file')
  const isDrill = useSession(session => session.world.kind === 'drill')
  const { here, incident } = look
  const isOtherMode = look.drill !== isDrill
  const isNothingNew = here !== null && here.fresh === 0
  const show = () => {
    selection.setState({ open: incident })
    onClose()
  }
  const goOn = async () => {
    if (isOtherMode) return onClose()
    if (isNothingNew) return show()
    const secret = passphrase === undefined ? {} : { passphrase }
    const reply = await commands.ask('file', 'bundle:take', { file, ...secret, merge: here !== null })
    if (reply.ok) show()
  }
  return (
    <Form
      onSubmit={goOn}
      submit={submitText(here, isOtherMode, isNothingNew)}
      hint={text.reading}
      more={
        <>
          <Button onClick={onOther}>{text.another}</Button>
          {!isOtherMode && <Button onClick={onClose}>{text.readOnly}</Button>}
        </>
      }
      outcome={<FaultNote fault={fault} onDismiss={() => commands.dismiss('file')} />}
    >
      <Head look={look} />
      {isOtherMode && <p className={styles.warn}>{text.otherMode}</p>}
      {here !== null && <Here here={here} />}
      <Warnings look={look} />
      <Writers writers={look.writers} />
      <Lines lines={look.lines} earlier={look.earlierLines} />
    </Form>
  )
}

function submitText(here: BundleHere | null, isOtherMode: boolean, isNothingNew: boolean): string {
  if (isOtherMode) return text.readOnly
  if (here === null) return text.goOn
  if (isNothingNew) return text.showHere
  return here.isOpen ? text.merge : text.mergeClosed
}

function Head({ look }: { readonly look: BundleLook }) {
  const clock = useClockFace()
  const { severity, status, title, drill, commander, declaredAt, lastAt, impact, events } = look
  const when = (at: number) => `${clock.date(at)} ${clock.short(at)}`
  return (
    <div className={styles.part}>
      <p className={styles.head}>
        <SeverityBadge severity={severity} />
        <bdi className={styles.title}>{title}</bdi>
        <span>{texts.status.names[status]}</span>
        {drill && <strong>{text.drill}</strong>}
      </p>
      <p className={styles.quiet}>
        {[
          commander === null ? text.noCommander : t(text.commander, { name: commander }),
          t(text.declared, { time: when(declaredAt) }),
          t(text.newest, { time: when(lastAt) }),
          tCount(text.events, events),
        ].join(' · ')}
      </p>
      {impact !== '' && <p dir="auto">{impact}</p>}
    </div>
  )
}

function Section({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <section className={styles.part} aria-label={name}>
      <p className={styles.name}>{name}</p>
      {children}
    </section>
  )
}

function Here({ here: { fresh, ahead, changes, conflicts } }: { readonly here: BundleHere }) {
  if (fresh === 0) return <p className={styles.warn}>{text.nothingNew}</p>
  return (
    <Section name={changes.length === 0 ? text.isHere : text.wouldChange}>
      <ul className={styles.list}>
        {changes.map(change => (
          <li key={`${change.what}${change.role ?? ''}`} dir="auto">
            {changeText(change)}
          </li>
        ))}
        {changes.length === 0 && <li>{text.changesNothing}</li>}
        <li>{tCount(text.adds, fresh)}</li>
        {ahead > 0 && <li>{tCount(text.ahead, ahead)}</li>}
        {conflicts.length > 0 && <li>{t(text.settles, { things: listText(conflicts.map(conflictName)) })}</li>}
      </ul>
    </Section>
  )
}

function changeText({ what, role, from, to }: BundleChange): string {
  const named = role === undefined || !isRole(role) ? text.what[what] : texts.roles.names[role]
  const said = (value: string) => {
    if (value === '') return text.none
    return what === 'status' ? texts.status.names[value as Status] : value
  }
  return t(text.change, { what: named, from: said(from), to: said(to) })
}

function Warnings({ look: { newer, unparsed, held, unsent } }: { readonly look: BundleLook }) {
  const said = [
    newer > 0 && tCount(text.newer, newer),
    unparsed > 0 && tCount(text.unparsed, unparsed),
    held > 0 && tCount(text.held, held),
    unsent > 0 && tCount(text.unsent, unsent),
  ].filter(one => one !== false)
  return said.map(one => (
    <p key={one} className={styles.warn}>
      {one}
    </p>
  ))
}

function Writers({ writers }: { readonly writers: readonly BundleWriter[] }) {
  const clock = useClockFace()
  return (
    <Section name={text.writers}>
      <ul className={styles.list}>
        {writers.map(writer => (
          <li key={writer.origin}>
            <bdi>{writerText(writer, clock.date)}</bdi>{' '}
            <span className={styles.quiet}>
              {[
                tCount(text.events, writer.events),
                t(text.fingerprint, { origin: grouped(writer.origin) }),
                ...(writer.signed === 'part' ? [text.part] : []),
              ].join(' · ')}
            </span>
          </li>
        ))}
      </ul>
      {writers.some(({ known }) => known !== 'self') && <p className={styles.quiet}>{text.warning}</p>}
    </Section>
  )
}

function writerText({ known, names, signed }: BundleWriter, date: (at: number) => string): string {
  const called = names.length === 0 ? text.nobody : listText(names)
  if (known === 'self') return text.by.self
  if (signed === 'none') return t(text.by.unsigned, { names: called })
  return known === null
    ? t(text.by.fresh, { names: called })
    : t(text.by.known, { names: called, time: date(known.since) })
}

/** As people read a fingerprint to each other. */
function grouped(origin: string): string {
  return origin.replace(/(.{4})(?=.)/g, '$1 ')
}

function Lines({ lines, earlier }: { readonly lines: readonly BundleLine[]; readonly earlier: number }) {
  const clock = useClockFace()
  const list = useRef<HTMLUListElement>(null)
  // It came in place of what had the focus: Enter continues from here, and the arrows scroll.
  useEffect(() => list.current?.focus(), [])
  return (
    <Section name={text.lines}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the arrow keys need it */}
      <ul ref={list} className={styles.lines} tabIndex={0} data-autofocus aria-label={text.lines}>
        {earlier > 0 && <li className={styles.quiet}>{tCount(text.earlier, earlier)}</li>}
        {lines.map(({ id, at, who, text: said }) => (
          <li key={id} dir="auto">
            {t(text.line, { time: clock.short(at), who, text: said })}
          </li>
        ))}
      </ul>
    </Section>
  )
}

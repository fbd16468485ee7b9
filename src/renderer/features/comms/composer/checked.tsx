import { type RefObject, useRef, useState } from 'react'
import type { Input } from '../../../../shared/contract/calls'
import type { CheckedFinding, PublishCheck } from '../../../../shared/contract/comms'
import type { UpdateId } from '../../../../shared/domain/ids'
import type { Incident } from '../../../../shared/domain/incident'
import { type LintLevel, lintLevels } from '../../../../shared/domain/lint/lint-finding'
import { rulesAt } from '../../../../shared/domain/lint/lint-gate'
import { mayHaveReached } from '../../../../shared/domain/update'
import { WAIVER_REASON_LIMIT } from '../../../../shared/events/update-publishing'
import { listText, t } from '../../../../shared/texts/t'
import { texts } from '../../../../shared/texts/texts'
import { useRead } from '../../../stores/use-read'
import { useTypedFields } from '../../../stores/use-typed-fields'
import { Key } from '../../../ui/key'
import { Tag } from '../../../ui/tag'
import textStyles from '../../../ui/text.module.css'
import { TextField } from '../../../ui/text-fields'
import { hasTooLong } from '../../../ui/too-long'
import { Trans } from '../../../ui/trans'
import { approvalStatusOf } from '../approval'
import styles from './composer.module.css'
import type { ComposerState } from './composer-form'
import { findingTone } from './wording'

const text = texts.composer.check

type Answered = NonNullable<Input<'comms:publish'>['consent']>

/** [LN30] What is open in the draft under review, and what its writer answers to it. */
export interface CheckDesk {
  readonly findings: readonly CheckedFinding[]
  /** Something blocks, and there is no reason yet. */
  readonly needsReason: boolean
  /** It was asked about, and the next Enter publishes. */
  readonly asked: boolean
  readonly reason: string
  /** It blocks, and this is why it is to be published anyway; empty: nothing blocks, or there is no reason yet. */
  readonly because: string
  /** [AP10] Rules that block. */
  readonly overrides: readonly string[]
  readonly reasonField: RefObject<HTMLInputElement | null>
  readonly onReason: (reason: string) => void
  /** The answer to go with the publication; null: something is asked for first, and is in view now. */
  readonly answer: () => { readonly consent?: Answered } | null
  /** The engine refused it: what it found is read again. */
  readonly again: () => void
  /** It is published: the reason is in the record. */
  readonly forget: () => void
}

/** The engine's check of what is stored; undefined while it has not answered: a text that was edited since is another text. */
export function useStoredCheck(incident: Incident, update: UpdateId) {
  const draft = incident.updates.find(({ id }) => id === update)
  const stored = draft && approvalStatusOf(draft, incident).hash
  const before = incident.updates.filter(mayHaveReached).length
  const renewal = `${stored} ${incident.status} ${before}`
  const { value, fault, again } = useRead('comms:check', { incident: incident.id, update }, renewal)
  const check = value !== undefined && value.text === stored ? value : undefined
  return { check, stored, fault, again }
}

/** What is open in what is stored, and what its writer answers to it. */
export function usePublishCheck(incident: Incident, { update }: ComposerState): CheckDesk {
  const { check, stored, again } = useStoredCheck(incident, update)
  const findings = check?.findings ?? []
  const reasonField = useRef<HTMLInputElement>(null)
  // Of this very text: a reason for another one is none.
  const { values, set, forget } = useTypedFields(`publish-anyway:${update}:${stored}`, { reason: '' })
  const [typedFor, setTypedFor] = useState<string>()
  // [AP10] What was asked for, or approved, with this text is its reason until another one is typed.
  const known = typedFor === stored ? '' : reasonOf(incident, update)
  const reason = values.reason === '' ? known : values.reason
  const [seen, setSeen] = useState('')
  const blocks = findings.some(({ level }) => level === 'blocks')
  // No reason lets it leave: the engine refuses it, and says what to take out.
  const isStopped = findings.some(({ level }) => level === 'for-good')
  const needsReason = !isStopped && blocks && reason.trim() === ''
  const shown = check === undefined ? '' : keyOf(check)
  const asked = shown !== '' && seen === shown
  const answer = () => {
    // The engine has not answered yet: it refuses what has to be asked about, and the answer is here by then.
    if (check === undefined || findings.length === 0 || isStopped) return {}
    if (needsReason || (reasonField.current !== null && hasTooLong(reasonField.current))) {
      reasonField.current?.focus()
      return null
    }
    // Who wrote a reason has read the list that it stands below.
    if (!blocks && !asked) {
      setSeen(shown)
      return null
    }
    const rules = [...new Set(findings.map(({ rule }) => rule))]
    return { consent: { text: check.text, seen: rules, ...(blocks && { reason: reason.trim() }) } }
  }
  return {
    findings,
    needsReason,
    asked: asked && !blocks,
    reason,
    because: blocks && !isStopped ? reason.trim() : '',
    overrides: rulesAt('blocks', findings),
    reasonField,
    onReason: typed => {
      setTypedFor(stored)
      set({ reason: typed })
    },
    answer,
    again,
    forget,
  }
}

function reasonOf(incident: Incident, update: UpdateId): string {
  const draft = incident.updates.find(({ id }) => id === update)
  const approval = draft && approvalStatusOf(draft, incident).approval
  return approval !== undefined && 'because' in approval ? (approval.because ?? '') : ''
}

/** Which text was asked about, and what: another finding in it is asked about anew. */
function keyOf({ text: hash, findings }: PublishCheck): string {
  return JSON.stringify([hash, findings.map(({ rule }) => rule)])
}

export interface CheckedNoteProps {
  readonly check: CheckDesk
  /** Parts of the message: with several, a finding names those that it is in. */
  readonly channels: number
  readonly onPublish: () => void
}

/** [LN30] All of it in one list; what blocks comes first, with the reason that it takes. */
export function CheckedNote({ check, channels, onPublish }: CheckedNoteProps) {
  const { findings, reason, reasonField, onReason } = check
  const heaviest = heaviestOf(findings)
  if (heaviest === undefined) return null
  return (
    <section className={styles.checked} aria-label={texts.lint.label} data-level={heaviest}>
      <p className={styles.checkedHead}>{text.head[heaviest]}</p>
      <FindingList findings={findings} channels={channels} />
      {heaviest === 'blocks' && (
        <TextField
          ref={reasonField}
          limit={WAIVER_REASON_LIMIT}
          label={<Trans text={text.reason} parts={{ key: <Key quiet>r</Key> }} />}
          description={text.reasonAbout}
          value={reason}
          onChange={event => onReason(event.currentTarget.value)}
          onKeyDown={event => {
            if (event.key !== 'Enter' || event.repeat || event.nativeEvent.isComposing) return
            event.preventDefault()
            onPublish()
          }}
        />
      )}
    </section>
  )
}

export function heaviestOf(findings: readonly CheckedFinding[]): LintLevel | undefined {
  return lintLevels.find(one => findings.some(({ level }) => level === one))
}

/** All of them, what weighs most first. @param channels parts of the message: with several, it says which has what */
export function FindingList({ findings, channels }: Pick<CheckDesk, 'findings'> & { readonly channels: number }) {
  const all = lintLevels.flatMap(one => findings.filter(({ level }) => level === one))
  return (
    <ul>
      {all.map(finding => (
        <li key={`${finding.rule} ${finding.field} ${finding.from} ${finding.channels.join()}`}>
          <Tag tone={findingTone[finding.level]}>{texts.lint.level[finding.level]}</Tag>
          <span dir="auto">
            {t(texts.lint.rule[finding.rule], finding.values)}{' '}
            {channels > 1 && (
              <span className={textStyles.quiet}>{t(text.inChannels, { channels: listText(finding.channels) })}</span>
            )}
          </span>
        </li>
      ))}
    </ul>
  )
}

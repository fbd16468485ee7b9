import { type RefObject, useEffect, useMemo, useState } from 'react'
import type { Input } from '../../../../shared/contract/calls'
import { readersOf } from '../../../../shared/domain/channels/channel-kinds'
import type { Incident } from '../../../../shared/domain/incident'
import type { LintReport } from '../../../../shared/domain/lint/lint'
import { type LintFinding, type LintLevel, lintLevels } from '../../../../shared/domain/lint/lint-finding'
import { mayHaveReached, noChannel } from '../../../../shared/domain/update'
import { BODY_LIMIT, TITLE_LIMIT } from '../../../../shared/events/fields'
import { t, tCount } from '../../../../shared/texts/t'
import { texts } from '../../../../shared/texts/texts'
import { useRead } from '../../../stores/use-read'
import { Button } from '../../../ui/button'
import { faultText } from '../../../ui/fault-text'
import { Tag, type Tone } from '../../../ui/tag'
import textStyles from '../../../ui/text.module.css'
import styles from './composer.module.css'
import type { ComposerState } from './composer-form'

const text = texts.lint

/** Milliseconds without a letter typed after which the text is judged: nobody is corrected in the middle of a word. */
const LINT_AFTER = 400
const MOST_SHOWN = 8

export interface WordingProps {
  readonly incident: Incident
  readonly state: ComposerState
  readonly title: RefObject<HTMLInputElement | null>
  readonly body: RefObject<HTMLTextAreaElement | null>
}

type Asked = Input<'comms:lint'>

/** [LN27] What to change before customers read it, beside the text; a press selects the place. */
export function Wording(props: WordingProps) {
  const asked = useSettled(useAsked(props))
  return asked === null ? null : <Findings {...props} asked={asked} />
}

function Findings({ incident, state, title, body, asked }: WordingProps & { readonly asked: Asked }) {
  // Another status or update of the incident is another report on the same text.
  const last = incident.updates.filter(mayHaveReached).at(-1)?.id
  const { value, latest, fault } = useRead('comms:lint', asked, `${incident.status} ${last}`)
  // A place in a text that was changed since is another place.
  const isOld = value === undefined || asked.title !== state.title || asked.body !== state.body
  const select = ({ field, from, to }: LintFinding) => {
    const input = field === 'title' ? title.current : body.current
    input?.focus()
    input?.setSelectionRange(from, to)
  }
  const findings = (latest?.findings ?? []).toSorted(
    (a, b) => lintLevels.indexOf(a.level) - lintLevels.indexOf(b.level),
  )
  const more = findings.length - MOST_SHOWN
  return (
    <section className={styles.wording} aria-label={text.label}>
      <p className={textStyles.quiet}>
        {fault === undefined
          ? isOld
            ? text.checking
            : summaryOf(value)
          : t(text.unread, { problem: faultText(fault) })}
      </p>
      <ul>
        {findings.slice(0, MOST_SHOWN).map(finding => (
          <li key={`${finding.rule} ${finding.field} ${finding.from}`}>
            <Tag tone={findingTone[finding.level]}>{text.level[finding.level]}</Tag>
            <Button tone="bare" onClick={() => select(finding)} disabled={isOld}>
              {t(text.rule[finding.rule], finding.values)}
            </Button>
          </li>
        ))}
        {more > 0 && <li className={textStyles.quiet}>{tCount(text.more, more)}</li>}
      </ul>
    </section>
  )
}

/** How heavy a finding is. */
export const findingTone: Readonly<Record<LintLevel, Tone>> = { 'for-good': 'bad', blocks: 'warn', asks: 'plain' }

function summaryOf(report: LintReport | undefined): string {
  if (report === undefined) return ''
  if (report.language === 'other') return text.other
  const count = report.findings.length
  const found = [count === 0 ? text.none : tCount(text.found, count)]
  const grade = report.grade === null ? [] : [t(text.grade, { grade: Math.max(1, Math.round(report.grade)) })]
  return [`${text.label}:`, ...found, ...grade].join(' ')
}

/** What is asked of the text as it is now; null: there is none for customers, or it is too long to be sent. */
function useAsked({ incident, state }: WordingProps): Asked | null {
  const { update, title, body, stage, promise, channel, components } = state
  const isWritten = title.trim() !== '' && body.trim() !== '' && readersOf(channel ?? noChannel) === 'customers'
  if (!isWritten || title.length > TITLE_LIMIT || body.length > BODY_LIMIT) return null
  const message = incident.updates.find(known => known.id === update)?.message ?? update
  const where = channel !== null && { channel }
  return { incident: incident.id, message, title, body, stage, ...where, components, nextUpdateAt: promise }
}

/** The question as it was when nothing had been typed for a moment; nothing to ask is known at once. */
function useSettled(asked: Asked | null): Asked | null {
  const now = JSON.stringify(asked)
  const [settled, setSettled] = useState('null')
  useEffect(() => {
    const timer = setTimeout(() => setSettled(now), LINT_AFTER)
    return () => clearTimeout(timer)
  }, [now])
  const isNothing = now === 'null'
  return useMemo(() => (isNothing ? null : JSON.parse(settled)), [isNothing, settled])
}

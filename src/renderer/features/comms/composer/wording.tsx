import { type RefObject, useEffect, useState } from 'react'
import type { Fault } from '../../../../shared/contract/faults'
import type { StatusPage } from '../../../../shared/contract/status-pages'
import { readersOf } from '../../../../shared/domain/channels/channel-kinds'
import type { Incident } from '../../../../shared/domain/incident'
import type { LintReport } from '../../../../shared/domain/lint/lint'
import { type LintFinding, type LintLevel, lintLevels } from '../../../../shared/domain/lint/lint-finding'
import { mayHaveReached, noChannel } from '../../../../shared/domain/update'
import { BODY_LIMIT, TITLE_LIMIT } from '../../../../shared/events/fields'
import { t, tCount } from '../../../../shared/texts/t'
import { texts } from '../../../../shared/texts/texts'
import { useBoard, useCockpit } from '../../../stores/cockpit'
import { Button } from '../../../ui/button'
import { faultText } from '../../../ui/fault-text'
import { Tag, type Tone } from '../../../ui/tag'
import textStyles from '../../../ui/text.module.css'
import { statusPageOf } from '../public-facts'
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

/** [LN27] What to change before customers read it, beside the text; a press selects the place. */
export function Wording({ incident, state, title, body }: WordingProps) {
  const judged = useLint(incident, state)
  if (judged === null) return null
  const { report, fault } = judged
  // A place in a text that was changed since is another place.
  const isOld = judged.title !== state.title || judged.body !== state.body
  const select = ({ field, from, to }: LintFinding) => {
    const input = field === 'title' ? title.current : body.current
    input?.focus()
    input?.setSelectionRange(from, to)
  }
  const findings = (report?.findings ?? []).toSorted(
    (a, b) => lintLevels.indexOf(a.level) - lintLevels.indexOf(b.level),
  )
  const more = findings.length - MOST_SHOWN
  return (
    <section className={styles.wording} aria-label={text.label} data-old={isOld || undefined}>
      <p className={textStyles.quiet}>
        {fault === null ? summaryOf(report) : t(text.unread, { problem: faultText(fault) })}
      </p>
      <ul>
        {findings.slice(0, MOST_SHOWN).map(finding => (
          <li key={`${finding.rule} ${finding.field} ${finding.from}`}>
            <Tag tone={toneOf[finding.level]}>{text.level[finding.level]}</Tag>
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

const toneOf: Readonly<Record<LintLevel, Tone>> = { 'for-good': 'bad', blocks: 'warn', asks: 'plain' }

function summaryOf(report: LintReport | null): string {
  if (report === null) return ''
  if (report.language === 'other') return text.other
  const count = report.findings.length
  const found = [count === 0 ? text.none : tCount(text.found, count)]
  const grade = report.grade === null ? [] : [t(text.grade, { grade: Math.max(1, Math.round(report.grade)) })]
  return [`${text.label}:`, ...found, ...grade].join(' ')
}

interface Judged extends Pick<ComposerState, 'title' | 'body'> {
  readonly report: LintReport | null
  readonly fault: Fault | null
}

/** The engine's report on the text as it was a moment ago; null: there is no text for customers yet. */
function useLint(incident: Incident, state: ComposerState): Judged | null {
  const { link } = useCockpit()
  const [judged, setJudged] = useState<Judged | null>(null)
  const { update, title, body, stage, promise } = state
  const pages = useBoard(board => board.pages)
  const components = JSON.stringify(componentNames(state, pages))
  const isWritten = title.trim() !== '' && body.trim() !== '' && readersOf(state.channel ?? noChannel) === 'customers'
  const isWanted = isWritten && title.length <= TITLE_LIMIT && body.length <= BODY_LIMIT
  const { id, status } = incident
  const before = incident.updates.filter(mayHaveReached).at(-1)?.id
  const message = incident.updates.find(known => known.id === update)?.message ?? update
  // biome-ignore lint/correctness/useExhaustiveDependencies: another status or update is another report of the same text
  useEffect(() => {
    if (!isWanted) return setJudged(null)
    let gone = false
    const asked = {
      incident: id,
      message,
      title,
      body,
      stage,
      components: JSON.parse(components),
      nextUpdateAt: promise,
    }
    const ask = () =>
      void link.call('comms:lint', asked).then(reply => {
        if (gone) return
        setJudged({ title, body, report: reply.ok ? reply.value : null, fault: reply.ok ? null : reply.fault })
      })
    const timer = setTimeout(ask, LINT_AFTER)
    return () => {
      gone = true
      clearTimeout(timer)
    }
  }, [link, isWanted, id, message, title, body, stage, components, promise, status, before])
  return judged
}

/** The chosen components by the names that customers know. */
function componentNames(
  { channel, components }: ComposerState,
  pages: readonly StatusPage[],
): ComposerState['components'] {
  const page = channel === null ? undefined : statusPageOf(channel, pages)
  const nameOf = (id: string) => page?.components.find(component => component.id === id)?.name ?? id
  return Object.fromEntries(Object.entries(components).map(([id, status]) => [nameOf(id), status]))
}

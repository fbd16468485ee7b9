import { useEffect, useState } from 'react'
import type { NoisePreview } from '../../../../shared/contract/alert-list'
import type { Fault } from '../../../../shared/contract/faults'
import type { NoiseMatch } from '../../../../shared/domain/alerts/noise'
import { type NoiseRuleId, newId } from '../../../../shared/domain/ids'
import { LINE_LIMIT } from '../../../../shared/events/fields'
import { numberText, t, tCount } from '../../../../shared/texts/t'
import { texts } from '../../../../shared/texts/texts'
import { useCockpit, useFault, useNow } from '../../../stores/cockpit'
import { useTypedFields } from '../../../stores/use-typed-fields'
import { Choice } from '../../../ui/choice'
import { FaultNote } from '../../../ui/fault-note'
import { Form } from '../../../ui/form'
import { RestoredNote } from '../../../ui/restored-note'
import { TextField } from '../../../ui/text-fields'
import { UrgencyCell } from '../alert-cells'
import styles from '../alert-dialogs.module.css'
import { MatcherFields } from './matcher-fields'
import {
  draftKey,
  matcherFault,
  matchersOf,
  matchOf,
  matchText,
  ruleFaultText,
  type SuppressionDraft,
  type SuppressionSpan,
  spanChoices,
  suppressionSpans,
  withRoom,
} from './suppression-draft'

const text = texts.noise

export interface SuppressionFormProps {
  readonly start: SuppressionDraft
  readonly onDone: () => void
}

/** A suppression rule: what it matches, why and how long; below, what it would suppress, as it is typed. */
export function SuppressionForm({ start, onDone }: SuppressionFormProps) {
  const { commands } = useCockpit()
  const now = useNow()
  const fault = useFault('alerts')
  const { values, set, forget, since } = useTypedFields(`noise:${start.replaces?.id ?? draftKey(start)}`, {
    reason: start.reason,
    matchers: JSON.stringify(start.matchers),
  })
  const draft = { ...start, reason: values.reason, matchers: withRoom(matchersOf(values.matchers, start)) }
  const [span, setSpan] = useState<SuppressionSpan>('hour')
  const [rule] = useState(() => newId<NoiseRuleId>())
  const match = matchOf(draft)
  const preview = useSuppressionPreview(match)
  const { base, reason, replaces } = draft
  const save = async () => {
    if (match === undefined) return
    const length = suppressionSpans[span]
    const until = length === null ? null : now + length
    const old = replaces === undefined ? {} : { replaces: replaces.id }
    if ((await commands.ask('alerts', 'alerts:hide', { rule, match, reason, until, ...old })).ok) {
      forget()
      onDone()
    }
  }
  const baseWords = matchText(base)
  return (
    <Form onSubmit={save} submit={replaces === undefined ? text.submit : text.submitChange} hint={text.hint}>
      <RestoredNote since={since} forget={forget} />
      {baseWords !== '' && <p className={styles.base}>{t(text.fits, { match: baseWords })}</p>}
      <MatcherFields
        matchers={draft.matchers}
        onMatchers={matchers => set({ matchers: JSON.stringify(matchers) })}
        needed={match === undefined ? text.noMatch : undefined}
        fault={matcherFault(preview.fault)}
      />
      <SuppressionPreview {...preview} />
      <TextField
        limit={LINE_LIMIT}
        label={text.reason}
        needed={text.noReason}
        value={reason}
        onChange={event => set({ reason: event.currentTarget.value })}
      />
      <Choice legend={text.span} value={span} onChange={setSpan} columns={3} options={spanChoices} />
      <FaultNote fault={fault} />
    </Form>
  )
}

interface Previewed {
  readonly preview: NoisePreview | undefined
  readonly fault: Fault | undefined
}

const none: Previewed = { preview: undefined, fault: undefined }

/** What a match would suppress now, read again as it changes; a late answer is dropped. */
function useSuppressionPreview(match: NoiseMatch | undefined): Previewed {
  const { link } = useCockpit()
  const [told, setTold] = useState(none)
  const asked = match === undefined ? '' : JSON.stringify(match)
  useEffect(() => {
    if (asked === '') return setTold(none)
    let here = true
    void link.call('alerts:preview', { match: JSON.parse(asked) }).then(reply => {
      if (here)
        setTold(reply.ok ? { preview: reply.value, fault: undefined } : { preview: undefined, fault: reply.fault })
    })
    return () => {
      here = false
    }
  }, [link, asked])
  return told
}

const previewText = texts.noise.preview

/** What a rule would suppress if it were set now: how many, and the most urgent of them. */
function SuppressionPreview({ preview, fault }: Previewed) {
  // Shown at its field instead.
  if (matcherFault(fault) !== undefined) return null
  const said = fault === undefined ? countWords(preview) : ruleFaultText(fault)
  return (
    <div className={styles.preview}>
      <p role="status" className={styles.count} data-none={preview?.alerts === 0 || undefined}>
        {said}
      </p>
      {preview !== undefined && preview.first.length > 0 && (
        <ul aria-label={previewText.first}>
          {preview.first.map(({ id, title, service, urgency }) => (
            <li key={id} className={styles.first}>
              <UrgencyCell urgency={urgency} source={null} />
              <span className={styles.title} title={title}>
                {title}
              </span>
              <span className={styles.service}>{service ?? ''}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function countWords(preview: Previewed['preview']): string {
  if (preview === undefined) return previewText.empty
  const { alerts, open, groups } = preview
  if (alerts === 0) return tCount(previewText.none, open)
  const hidden = { alerts: numberText(alerts), open: numberText(open) }
  return groups === 0 ? tCount(previewText.hides, open, hidden) : tCount(previewText.hidesWhole, groups, hidden)
}

import { useState } from 'react'
import { type NoiseRuleId, newId } from '../../../shared/domain/ids'
import { LINE_LIMIT } from '../../../shared/events/fields'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { useCockpit, useFault, useNow } from '../../stores/cockpit'
import { useTypedFields } from '../../stores/use-typed-fields'
import { Choice } from '../../ui/choice'
import { FaultNote } from '../../ui/fault-note'
import { Form } from '../../ui/form'
import { RestoredNote } from '../../ui/restored-note'
import { TextField } from '../../ui/text-fields'
import { type HideSpan, hideSpans, spanChoices } from './hide-spans'
import { MatcherFields } from './matcher-fields'
import { draftKey, matcherFault, matchersOf, matchOf, type NoiseDraft, withRoom } from './noise-draft'
import styles from './noise-form.module.css'
import { noiseMatchText } from './noise-match-text'
import { NoisePreviewNote } from './noise-preview'
import { useNoisePreview } from './use-noise-preview'

const text = texts.noise

export interface NoiseFormProps {
  readonly start: NoiseDraft
  readonly onDone: () => void
}

/** A noise rule: what it fits, why and how long; what it would hide stands below while it is typed. */
export function NoiseForm({ start, onDone }: NoiseFormProps) {
  const { commands } = useCockpit()
  const now = useNow()
  const fault = useFault('alerts')
  const { values, set, forget, since } = useTypedFields(`noise:${start.replaces?.id ?? draftKey(start)}`, {
    reason: start.reason,
    matchers: JSON.stringify(start.matchers),
  })
  const draft = { ...start, reason: values.reason, matchers: withRoom(matchersOf(values.matchers, start)) }
  const [span, setSpan] = useState<HideSpan>('hour')
  const [rule] = useState(() => newId<NoiseRuleId>())
  const match = matchOf(draft)
  const preview = useNoisePreview(match)
  const { base, reason, replaces } = draft
  const save = async () => {
    if (match === undefined) return
    const length = hideSpans[span]
    const until = length === null ? null : now + length
    const old = replaces === undefined ? {} : { replaces: replaces.id }
    if ((await commands.ask('alerts', 'alerts:hide', { rule, match, reason, until, ...old })).ok) {
      forget()
      onDone()
    }
  }
  const baseWords = noiseMatchText(base)
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
      <NoisePreviewNote {...preview} />
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

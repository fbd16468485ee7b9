import { NativeSelect } from '@mantine/core'
import { useId } from 'react'
import { LABEL_LIMIT, MATCHER_VALUE_LIMIT } from '../../../../shared/contract/noise-input'
import { type MatcherSign, matcherSigns, type NoiseMatcher, ownLabels } from '../../../../shared/domain/alerts/matcher'
import { t } from '../../../../shared/texts/t'
import { texts } from '../../../../shared/texts/texts'
import { useAlertNames } from '../../../stores/use-alert-answer'
import { Fieldset } from '../../../ui/fieldset'
import { TextField } from '../../../ui/text-fields'
import styles from '../alert-dialogs.module.css'
import type { MatcherFault } from './suppression-draft'

export interface MatcherFieldsProps {
  readonly matchers: readonly NoiseMatcher[]
  readonly onMatchers: (matchers: readonly NoiseMatcher[]) => void
  readonly fault: MatcherFault | undefined
  /** The error text if none may be missing; absent: they may all be empty. */
  readonly needed?: string | undefined
}

const text = texts.noise
const signs = matcherSigns.map(value => ({ value, label: text.signs[value] }))

/** Conditions on labels, one a line, all of which must hold; the last line is always empty. */
export function MatcherFields({ matchers, onMatchers, fault, needed }: MatcherFieldsProps) {
  const labels = useKnownLabels()
  const list = useId()
  const change = (at: number, part: Partial<NoiseMatcher>) =>
    onMatchers(matchers.map((matcher, place) => (place === at ? { ...matcher, ...part } : matcher)))
  return (
    <Fieldset className={styles.matchers} legend={text.matchers}>
      <datalist id={list}>
        {labels.map(label => (
          <option key={label} value={label} />
        ))}
      </datalist>
      {matchers.map(({ label, sign, value }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line is identified by its position, not by its text
        <div key={at} className={styles.matcher}>
          <TextField
            limit={LABEL_LIMIT}
            {...(needed !== undefined && at === 0 && { needed })}
            aria-label={t(text.label, { number: at + 1 })}
            placeholder={text.labelHint}
            list={list}
            error={fault?.at === at && fault.part === 'label' ? fault.message : undefined}
            spellCheck={false}
            data-autofocus={(at === 0 && label === '') || undefined}
            value={label}
            onChange={event => change(at, { label: event.currentTarget.value })}
          />
          <NativeSelect
            aria-label={t(text.sign, { number: at + 1 })}
            data={signs}
            value={sign}
            onChange={event => change(at, { sign: signOf(event.currentTarget.value) })}
          />
          <TextField
            limit={MATCHER_VALUE_LIMIT}
            sent={value}
            aria-label={t(text.value, { number: at + 1 })}
            placeholder={sign === '=' || sign === '!=' ? text.valueHint : text.patternHint}
            spellCheck={false}
            data-autofocus={(at === 0 && label !== '') || undefined}
            error={fault?.at === at && fault.part === 'value' ? fault.message : undefined}
            value={value}
            onChange={event => change(at, { value: event.currentTarget.value })}
          />
        </div>
      ))}
    </Fieldset>
  )
}

function signOf(chosen: string): MatcherSign {
  return matcherSigns.find(sign => sign === chosen) ?? '='
}

/** Labels of current alerts, for completion. */
function useKnownLabels(): readonly string[] {
  const { labels } = useAlertNames()
  return [...ownLabels, ...labels.filter(label => !ownLabels.some(own => own === label))]
}

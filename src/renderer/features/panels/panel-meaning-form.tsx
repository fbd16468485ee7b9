import { useState } from 'react'
import { measured } from '../../../shared/contract/figures/units'
import type { PanelReading } from '../../../shared/contract/metrics'
import {
  baselineDays,
  isLowBadFact,
  type PanelFact,
  type PanelMeaning,
  panelFacts,
  USUAL_TIMES,
} from '../../../shared/domain/method/panel-meaning'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { useCockpit } from '../../stores/cockpit'
import { Choice } from '../../ui/choice'
import { Form } from '../../ui/form'
import { TextField } from '../../ui/text-fields'
import styles from './panels.module.css'

const text = texts.panels

interface MeaningFormProps {
  readonly panel: PanelReading
  readonly onClose: () => void
}

/** [GT1] What a pinned panel says of an incident, and what of it is normal. */
export function PanelMeaningForm({ panel, onClose }: MeaningFormProps) {
  const { commands } = useCockpit()
  // What was shown when the form was opened: another window may save meanwhile.
  const [was] = useState(panel.means ?? null)
  const [fact, setFact] = useState<PanelFact | 'none'>(was?.fact ?? 'none')
  const [baseline, setBaseline] = useState<NonNullable<PanelMeaning['baseline']> | 'none'>(was?.baseline ?? 'none')
  const [times, setTimes] = useState(String(was?.times ?? USUAL_TIMES))
  // A ratio is shown in percent everywhere.
  const scale = panel.unit === 'ratio' ? 100 : 1
  const known = was?.limit ?? null
  const [limit, setLimit] = useState(known === null ? '' : String(rounded(known * scale)))
  const [numberOfTimes, bound] = [typedNumber(times), typedNumber(limit)]
  const wrongTimes = baseline !== 'none' && (numberOfTimes === undefined || numberOfTimes < 1 || numberOfTimes > 100)
  const wrongLimit = limit.trim() !== '' && bound === undefined
  const save = async () => {
    if (fact !== 'none' && (wrongTimes || wrongLimit)) return
    const means = fact === 'none' ? null : meaning(fact)
    const reply = await commands.ask('panels', 'dashboards:mean', { panel: panel.id, means, was })
    if (reply.ok) onClose()
  }
  const meaning = (of: PanelFact): PanelMeaning => ({
    fact: of,
    baseline: baseline === 'none' ? null : baseline,
    times: baseline === 'none' ? USUAL_TIMES : (numberOfTimes ?? USUAL_TIMES),
    limit: bound === undefined ? null : rounded(bound / scale),
  })
  const low = fact !== 'none' && isLowBadFact(fact)
  return (
    <Form onSubmit={save} submit={text.saveMeaning}>
      <h3 className={styles.title} dir="auto">
        {t(text.meaningOf, { panel: panel.title })}
      </h3>
      <p className={styles.quiet}>{text.meaningAbout}</p>
      <Choice
        flow
        autoFocus
        legend={text.means}
        value={fact}
        onChange={setFact}
        options={[
          { value: 'none' as const, label: text.meansNothing },
          ...panelFacts.map(one => ({ value: one, label: texts.factNames[one] })),
        ]}
      />
      {fact !== 'none' && (
        <>
          <Choice
            flow
            legend={text.compareWith}
            value={baseline}
            onChange={setBaseline}
            options={[
              { value: 'none' as const, label: text.noDay },
              ...baselineDays.map(day => ({ value: day, label: text.days[day] })),
            ]}
          />
          <div className={styles.variables}>
            {baseline !== 'none' && (
              <TextField
                size="xs"
                limit={10}
                label={low ? text.timesLow : text.times}
                value={times}
                onChange={event => setTimes(event.currentTarget.value)}
                error={wrongTimes ? text.noTimes : undefined}
              />
            )}
            <TextField
              size="xs"
              limit={20}
              label={t(low ? text.limitLow : text.limit, { example: measured(known ?? 1, panel.unit) })}
              placeholder={text.noLimit}
              value={limit}
              onChange={event => setLimit(event.currentTarget.value)}
              error={wrongLimit ? text.noNumber : undefined}
            />
          </div>
        </>
      )}
    </Form>
  )
}

/** Undefined: no number. A comma is what half of Europe types for a point. */
function typedNumber(typed: string): number | undefined {
  const plain = typed.trim().replace(',', '.')
  return /^-?\d+(?:\.\d+)?$/.test(plain) ? Number(plain) : undefined
}

/** Without what a computer leaves over of 0.07 × 100. */
function rounded(value: number): number {
  return Number(value.toPrecision(12))
}

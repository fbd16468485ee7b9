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
import { useTypedFields } from '../../stores/use-typed-fields'
import { Choice } from '../../ui/choice'
import { Form } from '../../ui/form'
import textStyles from '../../ui/text.module.css'
import { TextField } from '../../ui/text-fields'
import styles from './panels.module.css'

const text = texts.panels

interface MeaningFormProps {
  readonly panel: PanelReading
  readonly onClose: () => void
}

type Compared = NonNullable<PanelMeaning['baseline']> | 'none'

/** [GT1] What a pinned panel measures for an incident, and which values are normal. */
export function PanelMeaningForm({ panel, onClose }: MeaningFormProps) {
  const { commands } = useCockpit()
  // What was shown when the form was opened: another window may save in the meantime.
  const [was] = useState(panel.means ?? null)
  const [fact, setFact] = useState<PanelFact | 'none'>(was?.fact ?? 'none')
  const [baseline, setBaseline] = useState<Compared>(was?.baseline ?? 'none')
  const { values, set, forget } = useTypedFields(`meaning:${panel.id}`, startOf(panel, was), 'cockpit')
  const bounds = readBounds(values, baseline)
  const save = async () => {
    if (fact !== 'none' && (bounds.wrongTimes || bounds.wrongLimit)) return
    const means = fact === 'none' ? null : meaningOf(fact, baseline, bounds, panel)
    if (!(await commands.ask('panels', 'dashboards:mean', { panel: panel.id, means, was })).ok) return
    forget()
    onClose()
  }
  return (
    <Form onSubmit={save} submit={text.saveMeaning}>
      <h3 className={styles.title} dir="auto">
        {t(text.meaningOf, { panel: panel.title })}
      </h3>
      <p className={textStyles.quiet}>{text.meaningAbout}</p>
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
          <Bounds {...{ panel, fact, baseline, values, set, bounds }} />
        </>
      )}
    </Form>
  )
}

interface TypedBounds {
  readonly times: string
  readonly limit: string
}

interface BoundsProps {
  readonly panel: PanelReading
  readonly fact: PanelFact
  readonly baseline: Compared
  readonly values: TypedBounds
  readonly set: (change: Partial<TypedBounds>) => void
  readonly bounds: ReadBounds
}

function Bounds({ panel, fact, baseline, values, set, bounds }: BoundsProps) {
  const low = isLowBadFact(fact)
  return (
    <div className={styles.variables}>
      {baseline !== 'none' && (
        <TextField
          size="xs"
          limit={10}
          label={low ? text.timesLow : text.times}
          value={values.times}
          onChange={event => set({ times: event.currentTarget.value })}
          error={bounds.wrongTimes ? text.noTimes : undefined}
        />
      )}
      <TextField
        size="xs"
        limit={20}
        label={t(low ? text.limitLow : text.limit, { example: measured(panel.means?.limit ?? 1, panel.unit) })}
        placeholder={text.noLimit}
        value={values.limit}
        onChange={event => set({ limit: event.currentTarget.value })}
        error={bounds.wrongLimit ? text.noNumber : undefined}
      />
    </div>
  )
}

interface ReadBounds {
  readonly times: number | undefined
  readonly limit: number | undefined
  readonly wrongTimes: boolean
  readonly wrongLimit: boolean
}

function readBounds(values: TypedBounds, baseline: Compared): ReadBounds {
  const [times, limit] = [typedNumber(values.times), typedNumber(values.limit)]
  return {
    ...{ times, limit, wrongLimit: values.limit.trim() !== '' && limit === undefined },
    wrongTimes: baseline !== 'none' && (times === undefined || times < 1 || times > 100),
  }
}

function startOf({ unit }: PanelReading, was: PanelMeaning | null): TypedBounds {
  const limit = was?.limit ?? null
  return { times: String(was?.times ?? USUAL_TIMES), limit: limit === null ? '' : String(rounded(limit * scale(unit))) }
}

function meaningOf(fact: PanelFact, day: Compared, { times, limit }: ReadBounds, { unit }: PanelReading): PanelMeaning {
  return {
    ...{ fact, baseline: day === 'none' ? null : day },
    times: day === 'none' ? USUAL_TIMES : (times ?? USUAL_TIMES),
    limit: limit === undefined ? null : rounded(limit / scale(unit)),
  }
}

/** A ratio is shown in percent everywhere, so it is typed in percent too. */
function scale(unit: PanelReading['unit']): number {
  return unit === 'ratio' ? 100 : 1
}

/** Undefined: not a number. Half of Europe types a comma for the decimal point. */
function typedNumber(typed: string): number | undefined {
  const plain = typed.trim().replace(',', '.')
  return /^-?\d+(?:\.\d+)?$/.test(plain) ? Number(plain) : undefined
}

/** Without the floating-point error of 0.07 × 100. */
function rounded(value: number): number {
  return Number(value.toPrecision(12))
}

import { useEffect, useRef } from 'react'
import type { FilledField } from '../../../../shared/contract/comms'
import type { Incident } from '../../../../shared/domain/incident'
import type { TurningPoint } from '../../../../shared/domain/stated-time'
import { PRODUCT_LIMIT, SYMPTOM_LIMIT } from '../../../../shared/events/update-facts-typed'
import { t } from '../../../../shared/texts/t'
import { texts } from '../../../../shared/texts/texts'
import { useCockpit } from '../../../stores/cockpit'
import { useProposedTimes } from '../../../stores/use-proposals'
import { Button } from '../../../ui/button'
import { useClockFace } from '../../../ui/clock-face'
import { reasonText } from '../../../ui/fault-text'
import { TextField } from '../../../ui/text-fields'
import { timeSourceText } from '../../../ui/time-source-text'
import styles from './editor.module.css'

const text = texts.composer.field

export interface TemplateFieldsProps {
  readonly incident: Incident
  /** What customers may know it as. */
  readonly products: readonly string[]
  readonly fields: readonly FilledField[]
  readonly typed: Readonly<Record<string, string>>
  readonly onType: (name: string, value: string) => void
}

/** The template's fields, each with the place its value came from. The first missing one takes the focus when they come. */
export function TemplateFields({ incident, products, fields, typed, onType }: TemplateFieldsProps) {
  const box = useRef<HTMLDivElement>(null)
  const came = fields.length > 0
  useEffect(() => {
    if (came) box.current?.querySelector<HTMLInputElement>('input[data-error]')?.focus()
  }, [came])
  return (
    <div ref={box} className={styles.fields}>
      {fields.map(({ name, label, from, value, source, missing, code, values }) => (
        <div key={name}>
          <TextField
            limit={from === 'service' ? PRODUCT_LIMIT : SYMPTOM_LIMIT}
            label={label.charAt(0).toUpperCase() + label.slice(1)}
            value={typed[name] ?? value}
            sent={typed[name] ?? value}
            onChange={event => onType(name, event.currentTarget.value)}
            error={missing}
            description={
              <span className={styles.source} data-missing={missing || undefined}>
                {missing
                  ? text.missing
                  : whence(typed[name] !== undefined, reasonText({ code, values, reason: source }))}
              </span>
            }
            classNames={{ root: styles.field ?? '', wrapper: styles.wrapper ?? '' }}
          />
          {from === 'service' && missing && <Products names={products} onTake={product => onType(name, product)} />}
          {isTime(from) && value === '' && <Times of={timeOf[from]} incident={incident} />}
        </div>
      ))}
    </div>
  )
}

const timeOf = { since: 'started', until: 'ended' } as const

function isTime(from: string | undefined): from is keyof typeof timeOf {
  return from !== undefined && Object.hasOwn(timeOf, from)
}

function Products({ names, onTake }: { readonly names: readonly string[]; readonly onTake: (name: string) => void }) {
  return (
    <p className={styles.offers}>
      {names.map(name => (
        <Button key={name} tone="bare" onClick={() => onTake(name)}>
          {name}
        </Button>
      ))}
    </p>
  )
}

/** [BE1] A press confirms the time for the record, and so for this text and all later ones. */
function Times({ of, incident }: { readonly of: TurningPoint; readonly incident: Incident }) {
  const { commands } = useCockpit()
  const clock = useClockFace()
  const proposals = useProposedTimes(of, incident)
  return (
    <p className={styles.offers}>
      {proposals.map(({ at, source }) => (
        <Button
          key={at}
          tone="bare"
          title={timeSourceText({ of, source })}
          onClick={() => void commands.send('comms', 'incident:confirm-time', { of, at, source })}
        >
          {t(text.confirm, { time: clock.short(at) })}
        </Button>
      ))}
    </p>
  )
}

function whence(byHand: boolean, source: string): string {
  if (byHand) return text.typed
  return source === '' ? text.optional : t(text.from, { source })
}

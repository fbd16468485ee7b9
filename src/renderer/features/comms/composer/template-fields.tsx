import { TextInput } from '@mantine/core'
import { useEffect, useRef } from 'react'
import type { FilledField } from '../../../../shared/contract/comms'
import { say } from '../../../../shared/words/say'
import { words } from '../../../../shared/words/words'
import styles from './template-fields.module.css'

const text = words.composer.field

export interface TemplateFieldsProps {
  readonly fields: readonly FilledField[]
  readonly typed: Readonly<Record<string, string>>
  readonly onType: (name: string, value: string) => void
}

/** The template's fields, each with the place its value came from. The first missing one takes the focus when they come. */
export function TemplateFields({ fields, typed, onType }: TemplateFieldsProps) {
  const box = useRef<HTMLDivElement>(null)
  const came = fields.length > 0
  useEffect(() => {
    if (came) box.current?.querySelector<HTMLInputElement>('input[data-error]')?.focus()
  }, [came])
  return (
    <div ref={box} className={styles.fields}>
      {fields.map(({ name, label, value, source, missing }) => (
        <TextInput
          key={name}
          label={label.charAt(0).toUpperCase() + label.slice(1)}
          value={typed[name] ?? value}
          onChange={event => onType(name, event.currentTarget.value)}
          error={missing}
          description={
            <span className={styles.source} data-missing={missing || undefined}>
              {missing ? text.missing : whence(typed[name] !== undefined, source)}
            </span>
          }
          classNames={{ root: styles.field ?? '', wrapper: styles.wrapper ?? '' }}
        />
      ))}
    </div>
  )
}

function whence(byHand: boolean, source: string): string {
  if (byHand) return text.typed
  return source === '' ? text.optional : say(text.from, { source })
}

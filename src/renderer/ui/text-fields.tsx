import { Textarea, TextInput } from '@mantine/core'
import type { ComponentProps } from 'react'
import { tooLong } from './too-long'

interface Limited {
  readonly value: string
  /** The most that what reads the text takes, as its parser says; null: it has no limit of its own. */
  readonly limit: number | null
  /** What is sent of the text, where that is not the text without the spaces around it. */
  readonly sent?: string
}

type Props<Part extends typeof TextInput | typeof Textarea> = Omit<ComponentProps<Part>, 'value' | 'maxLength'> &
  Limited

/** One line of text. Of what is too long nothing is cut: it stays whole, and is said at the field. */
export function TextField({ limit, sent, error, ...rest }: Props<typeof TextInput>) {
  const { says, mark } = tooLong(sent ?? rest.value.trim(), limit)
  return <TextInput {...rest} {...mark} error={says ?? error} />
}

/** Several lines of text, else as `TextField`. */
export function TextArea({ limit, sent, error, ...rest }: Props<typeof Textarea>) {
  const { says, mark } = tooLong(sent ?? rest.value.trim(), limit)
  return <Textarea {...rest} {...mark} error={says ?? error} />
}

import { Textarea, TextInput } from '@mantine/core'
import type { ComponentProps } from 'react'
import { useMissing } from './missing'
import { tooLong } from './too-long'

interface Limited {
  readonly value: string
  /** The most that what reads the text takes, as its parser says; null: it has no limit of its own. */
  readonly limit: number | null
  /** What is sent of the text, where that is not the text without the spaces around it. */
  readonly sent?: string
  /** What is said where it is empty and its form was to be sent; absent: it may be empty. */
  readonly needed?: string
}

type Props<Part extends typeof TextInput | typeof Textarea> = Omit<ComponentProps<Part>, 'value' | 'maxLength'> &
  Limited

/** One line of text. Of what is too long nothing is cut: it stays whole, and is said at the field. */
export function TextField({ limit, sent, needed, error, ...rest }: Props<typeof TextInput>) {
  const { says, mark } = useFlaw(rest.value, limit, sent, needed)
  return <TextInput {...rest} {...mark} error={says ?? error} />
}

/** Several lines of text, else as `TextField`. */
export function TextArea({ limit, sent, needed, error, ...rest }: Props<typeof Textarea>) {
  const { says, mark } = useFlaw(rest.value, limit, sent, needed)
  return <Textarea {...rest} {...mark} error={says ?? error} />
}

/** Why the form around it is not sent because of this text. */
function useFlaw(value: string, limit: number | null, sent = value.trim(), needed?: string) {
  const long = tooLong(sent, limit)
  const missing = useMissing(sent.trim(), needed)
  return { says: long.says ?? missing.says, mark: { ...long.mark, ...missing.mark } }
}

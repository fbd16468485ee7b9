import { Textarea, TextInput } from '@mantine/core'
import type { ComponentProps } from 'react'
import { useMissing } from './missing'
import { tooLong } from './too-long'

interface Limited {
  readonly value: string
  /** The limit of the parser that reads the text; null: it has none of its own. */
  readonly limit: number | null
  /** The text that is sent, if that is not the trimmed text. */
  readonly sent?: string
  /** The error text if it is empty when its form is submitted; absent: it may be empty. */
  readonly needed?: string
}

type Props<Part extends typeof TextInput | typeof Textarea> = Omit<ComponentProps<Part>, 'value' | 'maxLength'> &
  Limited

/** One line of text. Text that is too long is not cut: it stays whole, and the field shows an error. */
export function TextField({ limit, sent, needed, error, ...rest }: Props<typeof TextInput>) {
  const { says, mark } = useFlaw(rest.value, limit, sent, needed)
  return <TextInput {...rest} {...mark} error={says ?? error} />
}

/** Several lines of text, otherwise like `TextField`. */
export function TextArea({ limit, sent, needed, error, ...rest }: Props<typeof Textarea>) {
  const { says, mark } = useFlaw(rest.value, limit, sent, needed)
  return <Textarea {...rest} {...mark} error={says ?? error} />
}

/** Why the surrounding form is not sent because of this text. */
function useFlaw(value: string, limit: number | null, sent = value.trim(), needed?: string) {
  const long = tooLong(sent, limit)
  const missing = useMissing(sent.trim(), needed)
  return { says: long.says ?? missing.says, mark: { ...long.mark, ...missing.mark } }
}

import { MultiSelect, Select, TextInput } from '@mantine/core'
import { ALL_VALUES, type VariableChoice } from '../../../shared/contract/dashboards'

interface VariableFieldProps {
  readonly variable: VariableChoice
  readonly onChoose: (values: readonly string[]) => void
}

/** One of a dashboard's variables. */
export function VariableField({ variable, onChoose }: VariableFieldProps) {
  const { label, problem, chosen, kind, multi } = variable
  const common = { label, error: problem === '' ? undefined : problem, size: 'xs' }
  const data = variable.options.map(({ text, value }) => ({ label: text, value }))
  if (kind === 'text')
    return (
      <TextInput {...common} defaultValue={chosen[0] ?? ''} onBlur={event => onChoose([event.currentTarget.value])} />
    )
  if (!multi)
    return (
      <Select
        {...common}
        searchable
        allowDeselect={false}
        data={data}
        value={chosen[0] ?? null}
        onChange={value => onChoose(value === null ? [] : [value])}
      />
    )
  return (
    <MultiSelect
      {...common}
      searchable
      data={data}
      value={[...chosen]}
      onChange={values => onChoose(withoutAll(values))}
    />
  )
}

/** Whoever picks one of them means no longer all, and whoever picks all means nothing else. */
function withoutAll(values: readonly string[]): readonly string[] {
  if (values.at(-1) === ALL_VALUES) return [ALL_VALUES]
  return values.filter(value => value !== ALL_VALUES)
}

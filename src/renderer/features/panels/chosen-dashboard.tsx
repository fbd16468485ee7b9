import { MultiSelect, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Pinned } from '../../../shared/contract/dashboards'
import { ALL_VALUES, type VariableChoice } from '../../../shared/contract/dashboards'
import { numberText, t, tCount } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { useCockpit } from '../../stores/cockpit'
import { FaultNote } from '../../ui/fault-note'
import { problemText, reasonText } from '../../ui/fault-text'
import { Form } from '../../ui/form'
import { type DashboardSource, mutable, useDashboard } from './opened-dashboard'
import { PanelRow } from './panel-row'
import styles from './panels.module.css'

const text = texts.panels

/** A dashboard's variables, its rows of panels, and the button that pins the ticked ones. */
export function ChosenDashboard({ source }: { readonly source: DashboardSource }) {
  const { commands } = useCockpit()
  const { view, chosen, choose, fault, again } = useDashboard(source)
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const [pinned, setPinned] = useState<Pinned | null>(null)
  if (view === undefined && fault === undefined) return <p role="status">{text.reading}</p>
  if (view === undefined) return <FaultNote fault={fault} onAgain={again} />
  const tick = (keys: readonly string[], on: boolean) => {
    setPinned(null)
    setTicked(before => new Set(on ? [...before, ...keys] : [...before].filter(key => !keys.includes(key))))
  }
  const pin = async () => {
    if (ticked.size === 0) return
    const input = { from: source.from, chosen: mutable(chosen), panels: [...ticked] }
    const reply = await commands.ask('panels', 'dashboards:pin', input)
    if (!reply.ok) return
    setPinned(reply.value)
    setTicked(new Set())
  }
  return (
    <Form onSubmit={pin} submit={tCount(text.pin, ticked.size)} hint={<PinnedNote pinned={pinned} />}>
      <h3 className={styles.title}>{view.title}</h3>
      <div className={styles.variables}>
        {view.variables.map(variable => (
          <VariableField key={variable.name} variable={variable} onChoose={values => choose(variable.name, values)} />
        ))}
      </div>
      <FaultNote fault={fault} onAgain={again} />
      <div className={styles.rows}>
        {view.rows.map((row, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other name, and never change places
          <PanelRow key={at} row={row} ticked={ticked} onTick={tick} />
        ))}
      </div>
    </Form>
  )
}

function PinnedNote({ pinned }: { readonly pinned: Pinned | null }) {
  if (pinned === null) return null
  const { left } = pinned
  const reasons = left.map(one => t(text.leftOut, { panel: one.title, reason: reasonText(one) }))
  const [first] = left
  return (
    <span role="status" title={reasons.join('\n')}>
      {first === undefined
        ? tCount(text.pinned, pinned.pinned)
        : tCount(text.pinnedButNot, pinned.pinned, { left: numberText(left.length), reason: reasonText(first) })}
    </span>
  )
}

interface VariableFieldProps {
  readonly variable: VariableChoice
  readonly onChoose: (values: readonly string[]) => void
}

/** One of a dashboard's variables. */
function VariableField({ variable, onChoose }: VariableFieldProps) {
  const { label, chosen, kind, multi } = variable
  const problem = problemText(variable)
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

/** Choosing one value deselects "all", and choosing "all" deselects every other value. */
function withoutAll(values: readonly string[]): readonly string[] {
  if (values.at(-1) === ALL_VALUES) return [ALL_VALUES]
  return values.filter(value => value !== ALL_VALUES)
}

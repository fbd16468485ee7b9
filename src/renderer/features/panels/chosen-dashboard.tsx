import { useState } from 'react'
import type { Pinned } from '../../../shared/contract/dashboards'
import { useCockpit } from '../../stores/cockpit'
import { Form } from '../../ui/form'
import { type DashboardSource, mutable, useDashboard } from './opened-dashboard'
import { PanelRow } from './panel-row'
import styles from './panels.module.css'
import { VariableField } from './variable-field'

/** Its variables, its rows of panels, and the button that pins what is ticked. */
export function ChosenDashboard({ source }: { readonly source: DashboardSource }) {
  const { commands } = useCockpit()
  const { view, chosen, choose } = useDashboard(source)
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const [pinned, setPinned] = useState<Pinned | null>(null)
  if (view === null) return <p role="status">Reading the dashboard…</p>
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
    <Form
      onSubmit={pin}
      submit={`Pin ${ticked.size === 1 ? '1 panel' : `${ticked.size} panels`}`}
      hint={<PinnedNote pinned={pinned} />}
    >
      <h3 className={styles.title}>{view.title}</h3>
      <div className={styles.variables}>
        {view.variables.map(variable => (
          <VariableField key={variable.name} variable={variable} onChoose={values => choose(variable.name, values)} />
        ))}
      </div>
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
  return (
    <span role="status" title={pinned.left.map(({ title, reason }) => `${title}: ${reason}`).join('\n')}>
      {pinned.pinned} pinned{pinned.left.length > 0 && `, ${pinned.left.length} not: ${pinned.left[0]?.reason}`}
    </span>
  )
}

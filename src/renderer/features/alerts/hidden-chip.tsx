import { useState } from 'react'
import type { HidingRule } from '../../../shared/contract/alerts'
import { utcClock } from '../../../shared/lib/time'
import { useBoard, useCockpit, useFault } from '../../stores/cockpit'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { FaultNote } from '../../ui/fault-note'
import styles from './group-cells.module.css'

/** What rules keep off the screen is counted here, with who set each of them, and can be brought back. */
export function HiddenChip() {
  const hiding = useBoard(board => board.alertGroups.hiding)
  const fault = useFault('alerts')
  const [opened, setOpened] = useState(false)
  if (hiding.length === 0) return null
  const alerts = hiding.reduce((sum, rule) => sum + rule.alerts, 0)
  return (
    <>
      <button type="button" className={styles.chip} onClick={() => setOpened(true)}>
        {alerts} hidden by {hiding.length === 1 ? '1 rule' : `${hiding.length} rules`}
      </button>
      <Dialog opened={opened} onClose={() => setOpened(false)} title="Hidden as noise">
        <ul className={styles.rules}>
          {hiding.map(each => (
            <RuleLine key={each.rule.id} hiding={each} />
          ))}
        </ul>
        <FaultNote fault={fault} />
      </Dialog>
    </>
  )
}

function RuleLine({ hiding: { rule, groups, alerts } }: { readonly hiding: HidingRule }) {
  const { commands } = useCockpit()
  const { match, reason, setBy, setAt, until } = rule
  const what = match.group ?? match.service ?? match.title ?? Object.values(match.labels).join(', ')
  const end = until === null ? 'until somebody ends it' : `until ${utcClock(until)} UTC`
  return (
    <li className={styles.rule}>
      <span>
        {what}: {reason}
        <span className={styles.by}>
          {setBy}, {utcClock(setAt)} UTC, {end}; hides {alerts} alerts in {groups} groups
        </span>
      </span>
      <Button onClick={() => void commands.ask('alerts', 'alerts:unhide', { rule: rule.id })}>Show again</Button>
    </li>
  )
}

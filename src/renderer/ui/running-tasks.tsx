import { runningTasks, type Strategy, type StrategyTask } from '../../shared/domain/strategy'
import { listText, t, tCount } from '../../shared/texts/t'
import { texts } from '../../shared/texts/texts'
import notes from './notes.module.css'

const text = texts.gate
/** More would push the fields of the form out of view. */
const MOST_NAMED = 3

/** [GT14] In a form that resolves the incident: tasks that are still running. Nothing where there is none. */
export function RunningTasks(strategy: Pick<Strategy, 'tasks'>) {
  const running = runningTasks(strategy)
  const more = running.length - MOST_NAMED
  const named = [...running.slice(0, MOST_NAMED).map(taskText), ...(more > 0 ? [tCount(text.more, more)] : [])]
  if (running.length === 0) return null
  return (
    <p className={notes.changed} role="note" dir="auto">
      {tCount(text.running, running.length, { tasks: listText(named) })}
    </p>
  )
}

function taskText({ text: what, owner }: StrategyTask): string {
  return owner === null ? what : t(text.taskOf, { text: what, who: owner.name })
}

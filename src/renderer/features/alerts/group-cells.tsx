import type { AlertGroup } from '../../../shared/domain/alerts/group'
import { utcClock } from '../../../shared/lib/time'
import { Since, State, Title, Urgency } from './alert-cells'
import styles from './group-cells.module.css'
import type { GroupLine } from './group-lines'

/** What a line is about; an opened group says below its title why its alerts stand together. */
export function What({ line }: { readonly line: GroupLine }) {
  if (line.kind === 'rest') return <span className={styles.rest}>{line.count} more: Enter reads on</span>
  if (line.kind === 'member') {
    const { row, clearedAt } = line.member
    return (
      <span className={styles.member}>
        <Title row={row} gone={clearedAt !== null} />
      </span>
    )
  }
  const { group, opened } = line
  return (
    <span className={styles.group}>
      <span className={styles.mark} aria-hidden="true" data-opened={opened || undefined}>
        ▸
      </span>
      <span className={styles.words}>
        <span className={styles.title} title={group.title}>
          {group.title}
        </span>
        {opened &&
          group.why.map(reason => (
            <span key={reason} className={styles.why}>
              {reason}
            </span>
          ))}
      </span>
    </span>
  )
}

export function Loud({ line }: { readonly line: GroupLine }) {
  if (line.kind === 'rest') return null
  return <Urgency urgency={line.kind === 'group' ? line.group.urgency : line.member.row.urgency} />
}

/** How many things a group is, and how they stand. */
export function Count({ line }: { readonly line: GroupLine }) {
  if (line.kind === 'group') return <span className={styles.count}>{countWords(line.group)}</span>
  if (line.kind === 'member' && line.member.clearedAt === null) return <State state={line.member.row.state} />
  return null
}

function countWords({ things, states }: AlertGroup): string {
  const told = (['acknowledged', 'pending', 'suppressed', 'cleared'] as const)
    .filter(state => states[state] > 0)
    .map(state => `${states[state]} ${state}`)
  return [String(things), ...told].join(' · ')
}

/** When a group began, and when something last happened in it. */
export function Seen({ line }: { readonly line: GroupLine }) {
  if (line.kind === 'rest') return null
  if (line.kind === 'member') return <Since at={line.member.row.startedAt} />
  const { firstSeen, lastSeen } = line.group
  const clocks = `First ${utcClock(firstSeen)}, last ${utcClock(lastSeen)} UTC`
  return (
    <span className={styles.seen} title={clocks}>
      <Since at={firstSeen} /> – <Since at={lastSeen} />
    </span>
  )
}

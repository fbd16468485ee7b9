import type { Team } from '../../../shared/domain/crew'
import { seenTeam } from '../../../shared/domain/crew-seen'
import { listText } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { moveByArrows } from './arrows'
import styles from './crew.module.css'
import { teamLine } from './crew-line'

export interface TeamListProps {
  readonly teams: readonly Team[]
  readonly onOpen: (team: Team, text: string) => void
}

/** Sub-teams: who leads, and whom. */
export function TeamList({ teams, onOpen }: TeamListProps) {
  if (teams.length === 0) return null
  return (
    <ul className={styles.teams} onKeyDown={moveByArrows} aria-label={texts.roles.teams}>
      {teams.map(team => (
        <li key={team.id}>
          <button type="button" className={styles.team} onClick={() => onOpen(team, teamLine(seenTeam(team)))}>
            <span className={styles.teamName} dir="auto">
              {team.name}
            </span>
            <span className={styles.lead} dir="auto">
              {team.lead.name}
            </span>
            <span className={styles.members} dir="auto">
              {listText(team.members.map(({ name }) => name))}
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
}

import type { TeamId } from '../../../shared/domain/ids'

/** A sub-team that a line can name. */
export interface NamedTeam {
  readonly id: TeamId
  readonly name: string
}

/** What follows `!lead`, parsed; without a team it names none that exists. */
export interface ReadLead {
  readonly team: NamedTeam | null
  /** Empty: nothing new. */
  readonly text: string
}

/**
 * [RC7] Parses what follows `!lead`: `payments-team: replicas restored`. The longest matching name counts, with spaces
 * or hyphens between its words. If there is only one team, its name may be left out.
 */
export function readLead(typed: string, teams: readonly NamedTeam[]): ReadLead {
  const named = teams
    .flatMap(team => {
      const rest = afterName(typed, team.name)
      return rest === undefined ? [] : [{ team, rest }]
    })
    .sort((a, b) => a.rest.length - b.rest.length)
  const [first] = named
  if (first !== undefined) return { team: first.team, text: first.rest }
  const [only, other] = teams
  return { team: other === undefined ? (only ?? null) : null, text: typed }
}

/** The text after a name and its colon; undefined: it does not begin with the name. */
function afterName(typed: string, name: string): string | undefined {
  const words = name
    .normalize('NFC')
    .trim()
    .split(/[\s-]+/u)
    .map(escaped)
  const pattern = new RegExp(`^${words.join('[\\s-]+')}(?:\\s*[:\uff1a]|(?=\\s|$))\\s*`, 'iu')
  const text = typed.normalize('NFC')
  const [found] = pattern.exec(text) ?? []
  return found === undefined ? undefined : text.slice(found.length).trim()
}

function escaped(word: string): string {
  return word.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&')
}

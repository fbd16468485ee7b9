import type { SeenRole, SeenTeam } from '../../../shared/domain/seen-roles'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'

/** What a typed line adds: a sub-team, or a role of this incident only; `unread` says what is missing. */
export type AddLine =
  | { readonly kind: 'team'; readonly name: string; readonly lead: string; readonly members: readonly string[] }
  | {
      readonly kind: 'role'
      readonly letters: string
      readonly name: string
      readonly duties: readonly string[]
      readonly operates: boolean
    }
  | { readonly kind: 'unread'; readonly missing: string }

/**
 * [RO13] `Database: Jonas, Mei` is a sub-team that Jonas leads; `DB Database specialist: find the slow query; kill it
 * +fixes` is a role with two duties whose holder works on the system. Capitals and a space in front make it a role.
 */
export function readAddLine(text: string): AddLine {
  const role = /^\s*([\p{Lu}\d]{2,3})\s+(\S.*)$/su.exec(text)
  return role === null ? readTeam(text) : readRole(role[1] ?? '', role[2] ?? '')
}

function readTeam(text: string): AddLine {
  const [name, rest] = halves(text)
  const [lead, ...members] = listed(rest, ',')
  if (name === '') return { kind: 'unread', missing: texts.crewAdding.noName }
  if (lead === undefined) return { kind: 'unread', missing: t(texts.crewAdding.noLead, { team: name }) }
  return { kind: 'team', name, lead, members }
}

function readRole(letters: string, text: string): AddLine {
  const operates = /(^|\s)\+fixes\s*$/.test(text)
  const [name, rest] = halves(text.replace(/(^|\s)\+fixes\s*$/, ''))
  if (name === '') return { kind: 'unread', missing: t(texts.crewAdding.noRoleName, { letters }) }
  return { kind: 'role', letters, name, duties: listed(rest, ';'), operates }
}

/** The text before and after the first colon. */
function halves(text: string): readonly [string, string] {
  const at = text.indexOf(':')
  return at < 0 ? [text.trim(), ''] : [text.slice(0, at).trim(), text.slice(at + 1)]
}

function listed(text: string, between: string): readonly string[] {
  return text
    .split(between)
    .map(part => part.trim())
    .filter(part => part !== '')
}

/** A sub-team as one would type it: where editing starts. */
export function teamLine({ name, lead, members }: SeenTeam): string {
  return `${name}: ${[lead, ...members].join(', ')}`
}

/** A role as one would type it: where editing starts. */
export function roleLine({ letters, name, duties, operates }: SeenRole): string {
  const said = duties.length === 0 ? `${letters} ${name}` : `${letters} ${name}: ${duties.join('; ')}`
  return operates ? `${said} +fixes` : said
}

import { type CrewWarning, MOST_REPORTS } from '../../../shared/domain/crew-warnings'
import { say, sayAll, sayCount } from '../../../shared/words/say'
import { words } from '../../../shared/words/words'
import { sayPostWithin } from '../../ui/say-post'

const text = words.crewWarnings
const most = MOST_REPORTS

/** A warning as a sentence, and what its way out is called. A gap has none: it stands on its card. */
export function sayWarning(warning: Exclude<CrewWarning, { kind: 'unfilled' }>): readonly [string, string] {
  const { changeTeam, giveAway, putUnderLead, nameDeputy } = text.waysOut
  switch (warning.kind) {
    case 'ic-operates': {
      const { name, posts, wayOut } = warning
      const said = say(text.icOperates, { name, posts: sayAll(posts.map(sayPostWithin)) })
      return [said, wayOut === 'add' ? changeTeam : giveAway]
    }
    case 'ic-span': {
      const { name, reports } = warning
      const forms = name === null ? text.icSpanUnfilled : text.icSpan
      return [sayCount(forms, reports, { most, ...(name !== null && { name }) }), putUnderLead]
    }
    case 'team-span': {
      const { team, lead, members } = warning
      return [sayCount(text.teamSpan, members, { team, lead, most }), putUnderLead]
    }
    case 'no-deputy':
      return [sayCount(text.noDeputy, warning.hours), nameDeputy]
  }
}

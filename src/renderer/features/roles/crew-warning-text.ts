import { type CrewWarning, MOST_REPORTS } from '../../../shared/domain/crew-warnings'
import { andListText, t, tCount } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { assignmentTextWithin } from '../../ui/assignment-text'

const text = texts.crewWarnings
const most = MOST_REPORTS

/** A warning as a sentence, and what its way out is called. A gap has none: it stands on its card. */
export function crewWarningText(warning: Exclude<CrewWarning, { kind: 'unfilled' }>): readonly [string, string] {
  const { changeTeam, giveAway, putUnderLead, nameDeputy } = text.waysOut
  switch (warning.kind) {
    case 'ic-operates': {
      const { name, posts, wayOut } = warning
      const said = t(text.icOperates, { name, posts: andListText(posts.map(assignmentTextWithin)) })
      return [said, wayOut === 'add' ? changeTeam : giveAway]
    }
    case 'ic-span': {
      const { name, reports } = warning
      const forms = name === null ? text.icSpanUnfilled : text.icSpan
      return [tCount(forms, reports, { most, ...(name !== null && { name }) }), putUnderLead]
    }
    case 'team-span': {
      const { team, lead, members } = warning
      return [tCount(text.teamSpan, members, { team, lead, most }), putUnderLead]
    }
    case 'no-deputy':
      return [tCount(text.noDeputy, warning.hours), nameDeputy]
  }
}

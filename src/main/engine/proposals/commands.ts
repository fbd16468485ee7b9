import { entryOfProposal } from '../../../shared/domain/proposal'
import { entryAdded } from '../../../shared/events/entry-added'
import { proposalDismissed } from '../../../shared/events/proposal-dismissed'
import { type CommandDecisions, decided, onIncident, refused } from '../record/decision'

export const proposalCommands: CommandDecisions<'proposals:accept' | 'proposals:dismiss'> = {
  'proposals:accept': onIncident<'proposals:accept'>(({ proposal: id, kind }, { record, now, by, proposal }) => {
    const entry = entryOfProposal({ id })
    // Two scribes hit the key at once, or one of them twice: the line is there, so there is nothing to write.
    if (record.line(entry) !== undefined) return decided()
    const found = proposal(id)
    if (found === undefined) return refused('message-gone')
    const { author, text, pinned, at } = found
    // A vendor's clock may be ahead of ours, and a line of the future would stay on top.
    return decided(entryAdded.draft({ entry, kind, text: `${author}: ${text}`, pinned }, Math.min(at, now), by))
  }),

  'proposals:dismiss': onIncident<'proposals:dismiss'>(({ proposal }, { record, now, by }) => {
    if (record.line(entryOfProposal({ id: proposal })) !== undefined) return refused('message-written')
    if (record.incident.dismissedProposals.includes(proposal)) return decided()
    return decided(proposalDismissed.draft({ proposal }, now, by))
  }),
}

import { otherFolderAnswered } from '../../../shared/events/other-folder-answered'
import { type CommandDecisions, changedSince, decided, noSuchIncident, refused } from '../record/decision'

/** What is written into the folder's own stream. */
export const workspaceCommands: CommandDecisions<'folder:answer'> = {
  'folder:answer': ({ origin, other, was }, { inWorkspace, copied, now, by }) => {
    if (!inWorkspace) return noSuchIncident
    // A client that asks about an earlier copy does not know of this one.
    if (copied?.origin !== origin) return refused('no-such-copy')
    const stale = changedSince(was, copied.answer?.other ?? null)
    if (stale !== undefined) return stale
    return decided(otherFolderAnswered.draft({ origin, other }, now, by))
  },
}

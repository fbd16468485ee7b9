import type { IncidentHead } from '../../domain/incident'
import { newWorkspace, type WorkspaceState } from '../../domain/workspace'
import { definePart } from './define-part'
import { withCarried, withEnded, withSet } from './suppression'

type Part = IncidentHead['workspace']

const changed = ({ workspace }: Part, change: Partial<WorkspaceState>): Part => ({
  workspace: { ...(workspace ?? newWorkspace), ...change },
})

/** [WS1] Of the folder's own stream; an incident has none of it. */
export const workspacePart = definePart('workspace', {
  initial: () => ({ workspace: null }),
  on: {
    'workspace-begun': (before, { body: { origin } }) => changed(before, { origin }),
    'suppression-rules-carried': (before, event) => changed(before, withCarried(before.workspace ?? undefined, event)),
    'suppression-rule-set': (before, event) => changed(before, withSet(before.workspace ?? undefined, event)),
    'suppression-rule-ended': (before, event) => changed(before, withEnded(before.workspace ?? undefined, event)),
    'origin-changed': (before, { body: { origin, from }, at }) =>
      changed(before, {
        ...{ origin, copied: { origin, from, noticedAt: at, answer: null } },
        before: [...(before.workspace?.before ?? []), ...(from === null ? [] : [{ origin: from, other: null }])],
      }),
    'other-folder-answered': (before, { body: { origin, other }, at, by }) => {
      const copied = before.workspace?.copied
      // An answer about an earlier copy says nothing of this one.
      if (copied?.origin !== origin) return before
      const past = (before.workspace?.before ?? []).map(one => (one.origin === copied.from ? { ...one, other } : one))
      return changed(before, { copied: { ...copied, answer: { other, by, at } }, before: past })
    },
  },
})

import { useState } from 'react'
import type { Incident } from '../../../../shared/domain/incident'
import type { UpdateContent } from '../../../../shared/domain/update'
import { updateContentField } from '../../../../shared/events/fields'
import type { ComposerState } from './composer-form'

export interface SharedDraft {
  /** What an edit is said to begin from: what the draft said when this writer began or last kept it; null: there was none. */
  readonly base: UpdateContent | null
  /** What somebody else made of it since; undefined: nobody did. */
  readonly theirs: UpdateContent | undefined
  /** The writer keeps this, or goes on from it. */
  readonly goOnFrom: (content: UpdateContent) => void
}

/** [ED2] A draft that others may open too: the second of two who keep it is shown the first's words. */
export function useSharedDraft(incident: Incident, { update }: Pick<ComposerState, 'update'>): SharedDraft {
  const now = incident.updates.find(({ id }) => id === update)?.content ?? null
  // One's own words are known before the engine has answered: it may have them although its answer was lost.
  const [known, setKnown] = useState<readonly (UpdateContent | null)[]>([now])
  const own = known.find(content => JSON.stringify(content) === JSON.stringify(now))
  return {
    base: own === undefined ? (known.at(-1) ?? null) : own,
    theirs: now !== null && own === undefined ? now : undefined,
    // As the record will have it.
    goOnFrom: content => setKnown(before => [...before, updateContentField.parse(content)]),
  }
}

import { promptEvidence } from '../../../shared/contract/figures/prompt-evidence'
import { type IncidentId, newId, type RequestId } from '../../../shared/domain/ids'
import type { Incident } from '../../../shared/domain/incident'
import type { FactNow } from '../../../shared/domain/method/facts-now'
import type { Method } from '../../../shared/domain/method/method-files'
import {
  type HeldTriggers,
  heldNow,
  isStanding,
  promptNow,
  triggersNow,
} from '../../../shared/domain/method/prompt-rules'
import { openPrompt } from '../../../shared/domain/severity-prompts'
import { severityPromptDeclined } from '../../../shared/events/severity-prompt-declined'
import { severityPromptWithdrawn } from '../../../shared/events/severity-prompt-withdrawn'
import { severityPrompted } from '../../../shared/events/severity-prompted'
import { MINUTE, type Millis, SECOND } from '../../../shared/lib/time'
import type { Clock } from '../ports'
import { type CommandDecisions, decided, onIncident, refused } from '../record/decision'
import type { Ledger } from '../record/ledger'

/** [RS7] */
export const promptCommands: CommandDecisions<'incident:decline-prompt'> = {
  'incident:decline-prompt': onIncident<'incident:decline-prompt'>(({ prompt }, { record, now, by }) => {
    const open = openPrompt(record.incident)
    if (open === undefined || open.key !== prompt) return refused('prompt-gone')
    const { from, severity } = open
    return decided(severityPromptDeclined.draft({ prompt, from, severity }, now, by))
  }),
}

interface Watched {
  readonly held: HeldTriggers
  /** Since when what the open offer rests on does not speak for it; undefined: it does, or there is none. */
  readonly goneSince: Millis | undefined
}

interface WatchOptions {
  readonly clock: Clock
  readonly ledger: Pick<Ledger, 'record' | 'sends' | 'commit'>
  readonly facts: () => readonly FactNow[]
  /** As the files are now. */
  readonly method: () => Method['severity']
}

export interface SeverityWatch {
  /** Whether it is watched follows from its state. */
  watch(incident: Pick<Incident, 'id' | 'status' | 'method'>): void
  stop(): void
}

/** [RS9] Of the incident's clock: one value beside the rule, or one that could not be read, takes nothing back. */
const GONE_FOR = MINUTE
/** Real time: panels are polled less often than that. */
const LOOK_EVERY = SECOND
/** Real time: a computer that slept saw nothing of what was between. */
const LONGEST_GAP = MINUTE

/** [RS5] On the machine that sends for the incident, so that two offer nothing twice. */
export function watchSeverities({ clock, ledger, facts, method }: WatchOptions): SeverityWatch {
  const watched = new Map<IncidentId, Watched | undefined>()
  let timer: ReturnType<typeof setInterval> | undefined

  function look(): void {
    const [known, severity] = [facts(), method()]
    for (const [id, held] of watched) {
      const incident = ledger.sends(id) ? ledger.record(id)?.incident : undefined
      watched.set(id, incident && lookAt(incident, held, { facts: known, method: severity }))
    }
  }

  function lookAt(
    incident: Incident,
    before: Watched | undefined,
    by: { readonly facts: readonly FactNow[]; readonly method: Method['severity'] },
  ): Watched {
    const now = clock.now()
    const { id, severity: from, severitySince, figuresStated: stated } = incident
    const triggers = triggersNow({ ...by, incident, now })
    const held = heldNow(before?.held, triggers, { now, severitySince, longestGap: LONGEST_GAP * clock.rate })
    const open = openPrompt(incident)
    const isGone = open !== undefined && !isStanding(open, triggers, by.method)
    const goneSince = isGone ? (before?.goneSince ?? now) : undefined
    if (open !== undefined && goneSince !== undefined && now - goneSince >= GONE_FOR) {
      const { key, direction, severity } = open
      const taken = severityPromptWithdrawn.draft({ prompt: key, direction, from, severity }, now, { kind: 'engine' })
      ledger.commit(id, newId<RequestId>(), { events: [taken] }, now)
      return { held, goneSince: undefined }
    }
    const prompt = promptNow(triggers, held, incident, now)
    if (prompt === undefined) return { held, goneSince }
    const { trigger, text, direction, severity } = prompt.trigger
    const evidence = promptEvidence(prompt.trigger, { facts: by.facts, stated, since: prompt.since, now })
    const event = severityPrompted.draft({ trigger, text, direction, from, severity, evidence }, now, {
      kind: 'engine',
    })
    ledger.commit(id, newId<RequestId>(), { events: [event] }, now)
    return { held, goneSince: undefined }
  }

  const rest = () => {
    clearInterval(timer)
    timer = undefined
  }

  return {
    watch({ id, status, method: adopted }) {
      if (status === 'resolved' || adopted === null) watched.delete(id)
      else if (!watched.has(id)) watched.set(id, undefined)
      if (watched.size === 0) rest()
      else timer ??= setInterval(look, LOOK_EVERY).unref()
    },
    stop: rest,
  }
}

import type { Fault } from '../../../shared/contract/faults'
import type { PlaybookRun } from '../../../shared/domain/playbook'
import { playbookEnded } from '../../../shared/events/playbook-ended'
import { playbookMarked } from '../../../shared/events/playbook-marked'
import { playbookMoved } from '../../../shared/events/playbook-moved'
import { playbookStarted } from '../../../shared/events/playbook-started'
import type { Reply } from '../../../shared/lib/reply'
import {
  type CommandDecisions,
  changedSince,
  conflict,
  type Decision,
  decided,
  type IncidentSituation,
  onIncident,
  refused,
} from '../record/decision'

type Names = 'playbook:start' | 'playbook:mark' | 'playbook:move' | 'playbook:end'

/** An incident has at most so many playbooks, those that ended included. */
const MOST_PLAYBOOKS = 20

/** What people do with playbooks. */
export const playbookCommands: CommandDecisions<Names> = {
  // [PB1]
  'playbook:start': onIncident<'playbook:start'>(({ playbook, version }, { record, now, by, playbooks }) => {
    const { playbooks: runs } = record.incident
    if (runs.some(({ key, ended }) => key === playbook && ended === null)) return conflict('playbook-runs')
    if (runs.length >= MOST_PLAYBOOKS) return refused('playbooks-full', { most: MOST_PLAYBOOKS })
    const known = playbooks().find(({ key }) => key === playbook)
    if (known === undefined) return refused('playbook-gone', { playbook })
    if (known.version !== version) return conflict('playbook-changed')
    const { title, phases } = known
    return decided(playbookStarted.draft({ playbook, version, title, phases }, now, by))
  }),

  // [PB3]
  'playbook:mark': onIncident<'playbook:mark'>(({ playbook, item: id, mark, was }, situation) =>
    inRun(playbook, situation, run => {
      const item = run.phases.flatMap(({ items }) => items).find(one => one.id === id)
      if (item === undefined) return refused('playbook-item-unknown')
      const before = run.marks[id]?.mark ?? 'open'
      const changed = changedSince(was, before)
      if (changed !== undefined) return changed
      if (before === mark) return refused('gate-same')
      const { title } = run
      return decided(
        playbookMarked.draft({ playbook, item: id, title, text: item.text, mark }, situation.now, situation.by),
      )
    }),
  ),

  // [PB4]
  'playbook:move': onIncident<'playbook:move'>(({ playbook, phase: id }, situation) =>
    inRun(playbook, situation, run => {
      const phase = run.phases.find(one => one.id === id)
      if (phase === undefined) return refused('playbook-item-unknown')
      const { title } = run
      return decided(playbookMoved.draft({ playbook, phase: id, title, text: phase.text }, situation.now, situation.by))
    }),
  ),

  // [PB7]
  'playbook:end': onIncident<'playbook:end'>(({ playbook, reason }, situation) =>
    inRun(playbook, situation, ({ title }) =>
      decided(playbookEnded.draft({ playbook, title, reason }, situation.now, situation.by)),
    ),
  ),
}

function inRun(
  playbook: string,
  { record }: IncidentSituation,
  decide: (run: PlaybookRun) => Reply<Decision, Fault>,
): Reply<Decision, Fault> {
  const run = record.incident.playbooks.find(({ key, ended }) => key === playbook && ended === null)
  return run === undefined ? refused('playbook-not-running') : decide(run)
}

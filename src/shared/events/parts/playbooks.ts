import type { PlaybookRun, Playbooks } from '../../domain/playbook'
import { definePart } from './define-part'

const none: Playbooks = { playbooks: [] }

export const playbooksPart = definePart('playbooks', {
  initial: () => none,
  on: {
    'playbook-started': ({ playbooks }, { body: { playbook: key, version, title, phases }, by, at }) => {
      const run: PlaybookRun = { key, version, title, phases, started: { by, at }, marks: {}, moved: null, ended: null }
      const running = playbooks.findIndex(one => one.key === key && one.ended === null)
      // Begun on two machines that did not know of each other: one run, with what the first has.
      return { playbooks: running === -1 ? [...playbooks, run] : playbooks }
    },
    'playbook-marked': (before, { body: { playbook, item, mark }, by, at }) =>
      withRun(before, playbook, run => {
        const { [item]: _earlier, ...others } = run.marks
        return { ...run, marks: mark === 'open' ? others : { ...others, [item]: { mark, by, at } } }
      }),
    'playbook-moved': (before, { body: { playbook, phase }, by, at }) =>
      withRun(before, playbook, run => ({ ...run, moved: { phase, by, at } })),
    'playbook-ended': (before, { body: { playbook, reason }, by, at }) =>
      withRun(before, playbook, run => ({ ...run, ended: { reason, by, at } })),
  },
})

/** The one that runs; where none does, nothing changes. */
function withRun(before: Playbooks, key: string, change: (run: PlaybookRun) => PlaybookRun): Playbooks {
  if (!before.playbooks.some(run => run.key === key && run.ended === null)) return before
  return { playbooks: before.playbooks.map(run => (run.key === key && run.ended === null ? change(run) : run)) }
}

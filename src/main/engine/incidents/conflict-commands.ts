import { openConflicts } from '../../../shared/domain/claims'
import { conflictSettled } from '../../../shared/events/conflict-settled'
import { type CommandDecisions, conflict, decided, onIncident } from '../record/decision'

export const conflictCommands: CommandDecisions<'conflict:settle'> = {
  /** [CF3] Nobody settles what somebody else has settled meanwhile, or a side that is not one. */
  'conflict:settle': onIncident<'conflict:settle'>(({ about, chosen, reason }, { record, now, by }) => {
    const open = openConflicts(record.incident).find(one => one.about === about)
    const side = open?.sides.find(({ event }) => event === chosen)
    if (side === undefined) return conflict('conflict-settled-already')
    return decided(conflictSettled.draft({ about, chosen, text: side.value, reason }, now, by))
  }),
}

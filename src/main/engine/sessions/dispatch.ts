import type { CallName, CommandName, Receipt } from '../../../shared/contract/calls'
import { codedPart } from '../../../shared/contract/coded-text'
import type { Fault } from '../../../shared/contract/faults'
import { flawOf } from '../../../shared/contract/input-flaw'
import { isCallName } from '../../../shared/contract/names'
import { callInputs } from '../../../shared/contract/parsers'
import { HOUSE_LOG } from '../../../shared/domain/house-log'
import type { IncidentId, RequestId } from '../../../shared/domain/ids'
import type { Actor } from '../../../shared/domain/people'
import { fail, ok, type Reply } from '../../../shared/lib/reply'
import { checkpointCommands } from '../checkpoints/commands'
import { approvalCommands } from '../comms/approval'
import { audienceCommands } from '../comms/audiences'
import { commsCommands } from '../comms/commands'
import { editCommands, withEditsChecked } from '../comms/edit-published'
import { paceCommands } from '../comms/pace'
import { gateCommands } from '../gate/commands'
import { handoffCommands } from '../handoff/commands'
import { transferCommands } from '../handoff/transfer-commands'
import { incidentCommands } from '../incidents/commands'
import { conflictCommands } from '../incidents/conflict-commands'
import { factCommands } from '../incidents/fact-commands'
import { figureCommands } from '../incidents/figure-commands'
import { milestoneCommands } from '../incidents/milestone-commands'
import { promptCommands } from '../incidents/severity-watch'
import { playbookCommands } from '../playbooks/commands'
import { proposalCommands } from '../proposals/commands'
import { type CommandDecisions, type Decide, noSuchIncident, notFound, type Surroundings } from '../record/decision'
import type { Ledger } from '../record/ledger'
import { requestCommands } from '../requests/commands'
import { withReactions } from '../requests/reactions'
import { roomCommands } from '../requests/room-commands'
import { roleCommands } from '../roles/commands'
import { rollCallCommand } from '../roles/roll-call-command'
import { teamCommands } from '../roles/team-commands'
import { strategyCommands, withStrategy } from '../strategy/commands'
import { decisionCommands } from '../strategy/decision-commands'
import { reportCommands } from '../strategy/report-commands'
import { timelineCommands } from '../timeline/commands'
import { eraseCommands } from '../timeline/erase-commands'
import { workspaceCommands } from '../workspace/commands'
import { ownerCommands } from '../workspace/take-over'

const commands: CommandDecisions<CommandName> = {
  ...incidentCommands,
  ...factCommands,
  ...conflictCommands,
  ...milestoneCommands,
  ...figureCommands,
  ...promptCommands,
  ...timelineCommands,
  ...strategyCommands,
  ...decisionCommands,
  ...reportCommands,
  'timeline:append': withStrategy(timelineCommands['timeline:append']),
  ...gateCommands,
  ...playbookCommands,
  ...eraseCommands,
  ...proposalCommands,
  ...roleCommands,
  ...teamCommands,
  ...rollCallCommand,
  ...checkpointCommands,
  ...commsCommands,
  ...approvalCommands,
  ...editCommands,
  ...paceCommands,
  ...audienceCommands,
  ...handoffCommands,
  ...transferCommands,
  ...requestCommands,
  'acts:ask': withEditsChecked(requestCommands['acts:ask']),
  ...roomCommands,
  ...workspaceCommands,
  ...ownerCommands,
}

export function isCommand(name: CallName): name is CommandName {
  return Object.hasOwn(commands, name)
}

/** Parses a call of a client. Faults: `not-found` for an unknown name, `invalid-input` naming the first field. */
export function parseCall(name: string, input: unknown): Reply<{ name: CallName; input: unknown }, Fault> {
  if (!isCallName(name)) return notFound('unknown-call')
  const parsed = callInputs[name].safeParse(input)
  if (parsed.success) return ok({ name, input: parsed.data })
  const issue = parsed.error.issues[0]
  const field = issue?.path.join('.') ?? ''
  const flaw = codedPart(flawOf(issue, input))
  const message = field === '' ? flaw.message : `${field}: ${flaw.message}`
  return fail({ kind: 'invalid-input', field, ...flaw, message })
}

/**
 * Runs a command: decides from the log, then writes all of it or nothing. A request that was done before returns its
 * first receipt and writes nothing.
 */
export function runCommand(
  ledger: Pick<Ledger, 'record' | 'readOnly' | 'workspace' | 'origin' | 'sends' | 'commit'>,
  surroundings: Surroundings,
  command: { readonly name: CommandName; readonly input: unknown; readonly request: RequestId; readonly by: Actor },
): Reply<Receipt, Fault> {
  const { incident } = command.input as { readonly incident: IncidentId }
  const record = ledger.record(incident)
  const done = record?.seqOfRequest(command.request)
  if (done !== undefined) return ok({ seq: done })
  const readOnly = ledger.readOnly(incident)
  if (readOnly !== undefined) return fail(readOnly)
  // [WS1] It is no incident: nothing is written to it but what needs none.
  const inWorkspace = incident === ledger.workspace || incident === HOUSE_LOG
  if (inWorkspace && !Object.hasOwn(requestCommands, command.name) && !Object.hasOwn(workspaceCommands, command.name))
    return noSuchIncident
  // The parser of this very name made the input, which the compiler cannot follow through the map.
  const decide = commands[command.name] as Decide<never>
  const decision = decide(command.input as never, {
    ...{ ...surroundings, record, by: command.by, inWorkspace, origin: ledger.origin, sends: ledger.sends(incident) },
    copied: ledger.record(ledger.workspace)?.incident.workspace?.copied ?? null,
  })
  if (!decision.ok) return decision
  const { events, newItems = [], changedItems = [] } = decision.value
  if (record !== null && events.length + newItems.length + changedItems.length === 0) return ok({ seq: record.seq })
  const { now, annotators, openItems } = surroundings
  const ground = { incident, before: record?.incident, now, annotators: annotators(), openItems }
  // [OW1] A rule asks for something only where it is sent.
  const whole = ledger.sends(incident) ? withReactions(decision.value, ground) : decision.value
  return ledger.commit(incident, command.request, whole, now)
}

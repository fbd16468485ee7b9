import { mayCall } from '../../../shared/contract/access'
import type { CallName, ChangeName, QueryName } from '../../../shared/contract/calls'
import { coded } from '../../../shared/contract/coded-text'
import type { Fault } from '../../../shared/contract/faults'
import { isCallName } from '../../../shared/contract/names'
import { isRequestId, type RequestId } from '../../../shared/domain/ids'
import { fail, type Reply } from '../../../shared/lib/reply'
import type { Logger } from '../ports'
import type { Surroundings } from '../record/decision'
import type { Ledger } from '../record/ledger'
import { isCommand, parseCall, runCommand } from './dispatch'
import type { Changes, Queries } from './handlers'
import { actorOf, type Screen } from './sessions'

export interface AnswersOptions {
  readonly ledger: Ledger
  readonly logger: Logger
  readonly queries: Queries
  readonly changes: Changes
  /** [DF13] Why a call is refused where the record is only read; absent: it is written to. */
  readonly refusal?: ((name: CallName) => Fault | undefined) | undefined
  /** What a command may know besides its input, as it is now. */
  surroundings(): Surroundings
}

/** [AX1] Says whom to ask. */
const notAllowed: Fault = { kind: 'not-allowed', ...coded('watch-only') }

/** Answers one call of a client; never rejects. Name and input are unparsed, as the client sent them. */
export type AnswerCall = (
  screen: Screen,
  request: RequestId,
  name: string,
  raw: unknown,
) => Promise<Reply<unknown, Fault>>

export function openAnswers({ ledger, logger, queries, changes, refusal, surroundings }: AnswersOptions): AnswerCall {
  const handlers = { ...queries, ...changes }
  const answer: AnswerCall = async (screen, request, name, raw) => {
    // Ids of events derive from it, so a client may not choose its form.
    if (!isRequestId(request)) return fail({ kind: 'invalid-input', field: 'request', ...coded('request-without-id') })
    if (isCallName(name) && !mayCall(screen.principal, name)) return fail(notAllowed)
    const call = parseCall(name, raw)
    if (!call.ok) return call
    const { name: known, input } = call.value
    const refused = refusal?.(known)
    if (refused !== undefined) return fail(refused)
    if (!isCommand(known)) {
      // The parser of this very name made the input, which the compiler cannot follow through the map.
      const handle = handlers[known as QueryName | ChangeName] as (
        input: unknown,
        screen: Screen,
      ) => Promise<Reply<unknown, Fault>>
      return handle(input, screen)
    }
    return runCommand(ledger, surroundings(), { name: known, input, request, by: actorOf(screen) })
  }

  return async (screen, request, name, raw) => {
    try {
      return await answer(screen, request, name, raw)
    } catch (cause) {
      logger.error('A call failed', { name, cause: String(cause) })
      return fail<Fault>({ kind: 'internal', ...coded('engine-failed') })
    }
  }
}

import type { Answer, ChangeName, Parsed, QueryName } from '../../../shared/contract/calls'
import type { Fault } from '../../../shared/contract/faults'
import type { Reply } from '../../../shared/lib/reply'
import type { Screen } from './sessions'

type AnsweredName = QueryName | ChangeName
type Answered<Name extends AnsweredName> = Reply<Answer<Name>, Fault>

/** What answers some of the calls that write to no incident's log. Each feature exports its own. */
export type Handlers<Name extends AnsweredName> = {
  readonly [N in Name]: (input: Parsed<N>, screen: Screen) => Answered<N> | Promise<Answered<N>>
}

/** [QY1] They only read. */
export type Queries = Handlers<QueryName>

export type Changes = Handlers<ChangeName>

/** What the calls about drills do; they concern the owner of the engine, not the engine. */
export type ModeCalls = Handlers<'world:enter-drill' | 'world:leave-drill'>

import { type Scene, storyTime } from '../scene'
import type { StandInAnswer } from './server'
import { type MessageFact, postedMessages, type SlackFact } from './slack-facts'

export function said(facts: object): StandInAnswer {
  return { status: 200, body: { ok: true, ...facts } }
}

/** Slack's errors come with status 200. */
export function refusalAnswer(error: string): StandInAnswer {
  return { status: 200, body: { ok: false, error } }
}

/** One line of a channel, of any author. */
export interface StandInMessage {
  readonly ts: string
  readonly channel: string
  readonly thread: string | null
  readonly json: (withMetadata: boolean) => object
}

/** Messages of the scenario up to now, and those that were posted; newest first. */
export function messagesIn(scene: Scene, facts: readonly SlackFact[], channel: string): readonly StandInMessage[] {
  const told = scene.scenario.slack.messages
    .map((message, index) => ({ ...message, ts: tsAt((scene.startedAt + message.at) * 1_000 + index) }))
    .filter(message => message.at <= storyTime(scene))
    .map(({ ts, channel: where, from, text }): StandInMessage => {
      const json = { type: 'message', subtype: 'bot_message', username: from, bot_id: 'B0STORY001', text, ts }
      return { ts, channel: where, thread: null, json: () => json }
    })
  const posted = postedMessages(facts).map((fact): StandInMessage => ({ ...fact, json: all => messageJson(fact, all) }))
  return [...told, ...posted].filter(message => message.channel === channel).sort((a, b) => (a.ts < b.ts ? 1 : -1))
}

/** Slack leaves `metadata` out of its answers unless it is asked for. */
export function messageJson(fact: MessageFact, withMetadata: boolean): object {
  return {
    ...{ type: 'message', user: 'U0DRILL001', bot_id: 'B0DRILL001', app_id: 'A0DRILL001', team: 'T0DRILL001' },
    text: fact.text,
    ts: fact.ts,
    ...(fact.thread !== null && { thread_ts: fact.thread }),
    ...(fact.blocks !== null && { blocks: fact.blocks }),
    ...(withMetadata && fact.metadata !== null && { metadata: fact.metadata }),
  }
}

/** Later than every message that was posted before: a `ts` is an id too. */
export function nextTs(scene: Scene, facts: readonly SlackFact[]): string {
  // The story's own messages use the first few microseconds of theirs.
  const now = scene.clock.now() * 1_000 + 500
  return tsAt(Math.max(now, ...postedMessages(facts).map(fact => microseconds(fact.ts) + 1)))
}

function microseconds(ts: string): number {
  return Math.round(Number(ts) * 1_000_000)
}

function tsAt(micro: number): string {
  return `${Math.floor(micro / 1_000_000)}.${String(micro % 1_000_000).padStart(6, '0')}`
}

import { mkdirSync } from 'node:fs'
import type { Connection, PanelSpec } from '../../../shared/contract/connections'
import type { Secrets } from '../ports'
import { drillConnections, drillPanels, newTokens, secretsInMemory } from './connections'
import type { Scene } from './scene'
import { startGrafana } from './standins/grafana'
import { startMail } from './standins/mail'
import { startPagerDuty } from './standins/pagerduty'
import { startTeams, startWebhook } from './standins/posts'
import { startSlack } from './standins/slack'
import { startStatuspage } from './standins/statuspage'

/** A drill that is being played: what the engine needs to read from it and to write to it. */
export interface RunningDrill {
  /** Their ids are the same in every drill; their addresses are new with every start. */
  readonly connections: readonly Connection[]
  readonly panels: readonly PanelSpec[]
  /** Tokens of this start only, in memory. */
  readonly secrets: Secrets
  /** Every address that a drill may reach. */
  readonly origins: ReadonlySet<string>
  stop(): Promise<void>
}

/**
 * Starts the stand-ins on free ports of 127.0.0.1 and creates `folder` if it is missing. Started again with the same
 * `startedAt` and `folder`, the drill continues where it must be, with all that it received. Rejects when a port or the
 * folder cannot be had, or when a stand-in's file is damaged; nothing runs then.
 */
export async function startDrill(options: Scene): Promise<RunningDrill> {
  // A drill that opens in the midst of its story may have begun between two milliseconds; vendors' instants are whole.
  const scene = { ...options, startedAt: Math.floor(options.startedAt) }
  mkdirSync(scene.folder, { recursive: true, mode: 0o700 })
  const tokens = newTokens()
  const started = await Promise.allSettled([
    startPagerDuty(scene, tokens.pagerduty),
    startGrafana(scene, tokens),
    startStatuspage(scene, tokens.statuspage),
    startSlack(scene, tokens.slack),
    startTeams(scene, tokens.teams),
    startMail(scene, tokens.email),
    startWebhook(scene, { token: tokens.webhook, key: tokens.webhookKey }),
  ])
  const standIns = started.flatMap(result => (result.status === 'fulfilled' ? [result.value] : []))
  const stop = once(() => Promise.all(standIns.map(standIn => standIn.stop())))
  const [pagerduty, grafana, statuspage, slack, teams, email, webhook] = standIns.map(({ origin }) => origin)
  if (!pagerduty || !grafana || !statuspage || !slack || !teams || !email || !webhook) {
    await stop()
    const reasons = started.flatMap(result => (result.status === 'rejected' ? [String(result.reason)] : []))
    throw new Error(`The drill cannot start: ${reasons.join('; ')}`)
  }
  const origins = { pagerduty, grafana, statuspage, slack, teams, email, webhook }
  scene.logger.info(`Drill "${scene.scenario.name}" is being played`, origins)
  return {
    connections: drillConnections(scene.scenario, origins),
    panels: drillPanels(scene.scenario),
    secrets: secretsInMemory(tokens, origins),
    origins: new Set(Object.values(origins)),
    stop,
  }
}

/** Later calls share the first one's end: a file that is closed twice might be another's by then. */
function once(run: () => Promise<unknown>): () => Promise<void> {
  let running: Promise<void> | undefined
  return () => {
    running ??= run().then(() => undefined)
    return running
  }
}

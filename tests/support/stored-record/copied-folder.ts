import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openNoiseRules } from '../../../src/main/engine/alerts/rules'
import { openStore, type Store } from '../../../src/main/engine/storage/store'
import { type NoiseRuleId, newId } from '../../../src/shared/domain/ids'
import type { Reply } from '../../../src/shared/lib/reply'
import { HOUR, MINUTE, type Millis } from '../../../src/shared/lib/time'
import type { Desk } from './desk'

/** Makes a folder as a person copies one: of another that is closed, and that nobody uses any more. */
export function copyOfFolder<T>(folder: string, before: (store: Store) => T): T {
  const original = mkdtempSync(join(tmpdir(), 'quarterdeck-original-'))
  try {
    const said = inFolder(original, before)
    cpSync(original, folder, { recursive: true, preserveTimestamps: true })
    return said
  } finally {
    rmSync(original, { recursive: true })
  }
}

function inFolder<T>(folder: string, work: (store: Store) => T): T {
  const opened = openStore(folder)
  if (!opened.ok) throw new Error(opened.fault.message)
  try {
    return work(opened.value)
  } finally {
    opened.value.close()
  }
}

/** A rule as versions wrote it for which a change of one was no event. */
export function oldNoiseRule({ db }: Store, setAt: Millis): void {
  const ended = { until: null, endedAt: null, endedBy: null }
  const rule = { id: newId<string>(), match: hides('search'), reason: 'known', setBy: 'Dana Scully', setAt, ...ended }
  db.prepare('INSERT INTO noiseRule (id, rule) VALUES (?, ?)').run(rule.id, JSON.stringify(rule))
}

/** What a person says in the folder's own stream: that the other folder is gone, and which alerts are hidden. */
export function ownStreamStory({ origin }: Store, { ledger, clock, by, run }: Desk): void {
  run('folder:answer', { incident: ledger.workspace, origin: origin.id, other: 'gone', was: null })
  const rules = openNoiseRules(ledger)
  const [canary, wider, night] = [newId<NoiseRuleId>(), newId<NoiseRuleId>(), newId<NoiseRuleId>()]
  const set = { match: hides('canary'), reason: 'Canary of the old cluster', until: null }
  const done = (reply: Reply<unknown, { readonly message: string }>) => {
    if (!reply.ok) throw new Error(reply.fault.message)
    clock.advance(MINUTE)
  }
  done(rules.hide({ ...set, rule: canary }, by, clock.now()))
  done(rules.hide({ ...set, rule: wider, reason: 'All of the old cluster', replaces: canary }, by, clock.now()))
  const tonight = { match: hides('reports'), reason: 'Slow at night', until: clock.now() + 8 * HOUR }
  done(rules.hide({ ...tonight, rule: night }, by, clock.now()))
  done(rules.unhide({ rule: wider }, by, clock.now()))
}

function hides(service: string) {
  return { group: null, service, title: null, labels: {} }
}

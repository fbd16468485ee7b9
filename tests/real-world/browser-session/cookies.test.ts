import { chmodSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type BrowserSessions, openBrowserSessions } from '../../../src/main/hosts/web/browser-sessions'
import { SESSIONS_FILE } from '../../../src/main/hosts/web/entrance.mjs'
import { DAY, HOUR, MINUTE, SECOND } from '../../../src/shared/lib/time'
import { scratchFolder } from '../../support/folders'

/** A data folder, its sessions, and the clock in the test's hand. */
function room() {
  const folder = scratchFolder()
  let at = Date.UTC(2026, 0, 1)
  const start = () => openBrowserSessions(folder, () => at)
  const pass = (span: number) => {
    at += span
  }
  return { folder, start, pass }
}

function renewed(sessions: BrowserSessions, value: string): string {
  const checked = sessions.check(value, true)
  if (!checked.ok || checked.renewed === null) throw new Error('The cookie was not renewed')
  return checked.renewed
}

describe('a browser’s cookie', () => {
  it('is replaced by the first answer of an engine that started later, and after an hour', () => {
    const { start, pass } = room()
    const value = start().open('host')
    pass(MINUTE)
    const second = renewed(start(), value)
    expect(second).not.toBe(value)
    pass(HOUR)
    expect(renewed(start(), second)).not.toBe(second)
  })

  it('stays while an answer could not carry another', () => {
    const { start, pass } = room()
    const value = start().open('host')
    pass(2 * HOUR)
    expect(start().check(value, false)).toMatchObject({ ok: true, renewed: null })
  })

  it('outlives its replacement by a minute, for what was under way, and no longer', () => {
    const { start, pass } = room()
    const old = start().open('host')
    pass(MINUTE)
    const sessions = start()
    const next = renewed(sessions, old)
    expect(sessions.check(next, false).ok).toBe(true)
    pass(59 * SECOND)
    expect(sessions.check(old, false).ok).toBe(true)
    pass(2 * SECOND)
    expect(sessions.check(next, false).ok).toBe(true)
    expect(sessions.check(old, false).ok).toBe(false)
  })

  it('that was replaced and comes back ends the session: one of the two who have it stole it', () => {
    const { start, pass } = room()
    const old = start().open('host')
    pass(MINUTE)
    const sessions = start()
    const next = renewed(sessions, old)
    sessions.check(next, false)
    pass(2 * MINUTE)
    expect(sessions.check(old, true).ok).toBe(false)
    expect(sessions.check(next, true).ok).toBe(false)
  })

  it('goes on when its replacement was lost on the way, however often', () => {
    const { start, pass } = room()
    const value = start().open('host')
    pass(MINUTE)
    for (let lost = 0; lost < 30; lost += 1) {
      expect(start().check(value, true).ok).toBe(true)
      pass(2 * HOUR)
    }
  })

  it('of one browser says nothing of another’s', () => {
    const { start, pass } = room()
    const sessions = start()
    const [one, other] = [sessions.open('host'), sessions.open('host')]
    pass(MINUTE)
    const later = start()
    later.check(renewed(later, one), false)
    pass(2 * MINUTE)
    later.check(one, false)
    expect(later.check(one, false).ok).toBe(false)
    expect(later.check(other, false).ok).toBe(true)
  })

  it('ends after a month in which its browser was not seen', () => {
    const { start, pass } = room()
    const value = start().open('host')
    pass(29 * DAY)
    const next = renewed(start(), value)
    start().check(next, false)
    pass(31 * DAY)
    expect(start().check(next, true).ok).toBe(false)
  })

  it('of the fifty browsers seen last is good', () => {
    const { start, pass } = room()
    const sessions = start()
    const values = Array.from({ length: 60 }, () => {
      pass(SECOND)
      return sessions.open('host')
    })
    expect(values.map(value => sessions.check(value, false).ok)).toEqual(values.map((_, index) => index >= 10))
  })
})

describe('the file of the sessions', () => {
  it.each([
    ['no JSON', '{'],
    ['another version', '{"version":2,"sessions":[]}'],
    ['sessions that are none', '{"version":1,"sessions":[{"id":7}]}'],
    ['nothing', ''],
    ['a hash of nothing', '{"version":1,"sessions":[{"id":"x","values":[],"replaced":[]}]}'],
  ])('lets nobody in when it holds %s, and is written anew', (_what, text) => {
    const { folder, start } = room()
    const value = start().open('host')
    writeFileSync(join(folder, SESSIONS_FILE), text, { mode: 0o600 })
    const sessions = start()
    expect(sessions.check(value, true).ok).toBe(false)
    expect(sessions.check(sessions.open('host'), true).ok).toBe(true)
  })

  it.skipIf(process.platform === 'win32')('lets nobody in once others could write to it', () => {
    const { folder, start } = room()
    const value = start().open('host')
    chmodSync(join(folder, SESSIONS_FILE), 0o666)
    expect(start().check(value, true).ok).toBe(false)
    start().open('host')
    expect(readFileSync(join(folder, SESSIONS_FILE), 'utf8')).not.toContain(value)
  })
})

describe('[DF10] a data folder that is not in place', () => {
  it('signs no browser out: whoever was let in still is, and a removed file of sessions still does', () => {
    const { folder, start } = room()
    const sessions = start()
    const value = sessions.open('host')
    const checked = sessions.check(value, false)
    const session = checked.ok ? checked.session : ''
    expect(sessions.isOpen(session)).toBe(true)
    const away = `${folder}-away`
    renameSync(folder, away)
    expect(sessions.isOpen(session)).toBe(true)
    expect(sessions.check(value, false)).toMatchObject({ ok: true, session })
    mkdirSync(folder)
    expect(sessions.check(value, false)).toMatchObject({ ok: true, session })
    expect(sessions.open('host')).not.toBe('')
    rmSync(folder, { recursive: true })
    renameSync(away, folder)
    expect(sessions.isOpen(session)).toBe(true)
    rmSync(join(folder, SESSIONS_FILE))
    expect(sessions.isOpen(session)).toBe(false)
    expect(sessions.check(value, false)).toEqual({ ok: false })
  })
})

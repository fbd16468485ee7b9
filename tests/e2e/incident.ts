import { expect, type Page } from '@playwright/test'
import type { Input } from '../../src/shared/contract/calls'
import { type EntryId, newId } from '../../src/shared/domain/ids'
import { whenOpen } from '../support/followed-log'
import type { RunningCockpit } from '../support/running-cockpit'
import { press, typeInto } from './keyboard'

/** Declares a SEV-2 with `n`, and waits until the screen shows it. */
export async function declare(page: Page, title: string): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: 'No incident open' })).toBeVisible()
  await press(page, 'n')
  await typeInto(page.getByRole('textbox', { name: 'Title' }), title)
  await press(page, 'Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
  await expect(page.getByRole('dialog')).toBeHidden()
}

/** Somebody at another screen, of whom only the acts are seen. */
export interface Colleague {
  /** Kept on disk when it settles. */
  write(text: string): Promise<void>
  stateImpact(impact: string): Promise<void>
  assign(role: Input<'roles:assign'>['role'], name: string): Promise<void>
  leave(): void
}

/** Joins the newest incident of a running cockpit. */
export async function joinAs(cockpit: RunningCockpit, name: string): Promise<Colleague> {
  const link = await cockpit.link()
  await whenOpen(link)
  const hello = await link.call('session:hello', { name, screen: 'test' })
  const incident = hello.ok ? hello.value.incidents[0]?.id : undefined
  if (incident === undefined) throw new Error('There is no incident to join')
  const must = async (reply: Promise<{ readonly ok: boolean }>) => expect(await reply).toMatchObject({ ok: true })
  return {
    write: text => {
      const entry = { entry: newId<EntryId>(), kind: 'note', text, occurredAt: null, pinned: false } as const
      return must(link.call('timeline:append', { incident, ...entry }))
    },
    stateImpact: impact => must(link.call('incident:state-impact', { incident, impact })),
    assign: (role, who) => must(link.call('roles:assign', { incident, role, name: who })),
    leave: () => link.close(),
  }
}

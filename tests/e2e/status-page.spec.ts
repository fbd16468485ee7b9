import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { test } from './fixtures'
import { declare, resolveEarly } from './incident'
import { expectFocusAlive, press, reach, submit, typeInto, withoutPointer } from './keyboard'

test.use({ args: ['--drill', 'payments-outage', '--speed', '10'] })

/** What Statuspage's stand-in was asked to do, in order. */
function doneThere(folder: string): readonly { readonly kind: string; readonly change?: object }[] {
  const [file] = globSync('drills/**/statuspage.jsonl', { cwd: folder })
  if (file === undefined) return []
  const lines = readFileSync(join(folder, file), 'utf8').split('\n')
  return lines.filter(line => line !== '').map(line => JSON.parse(line))
}

test('components are set from the keyboard, and set back with one key once it is resolved', async ({
  cockpit,
  house,
}) => {
  const page = await withoutPointer(cockpit)
  const timeline = page.getByRole('region', { name: 'Timeline', exact: true })
  const comms = page.getByRole('region', { name: 'Comms' })
  await declare(page, 'Card payments fail')

  await press(page, 'f')
  const sheet = page.getByRole('dialog', { name: 'Status page' })
  await expect(sheet.getByRole('button', { name: /^Checkout/ })).toBeFocused()
  await press(page, '5', 'ArrowDown', 'ArrowDown', '4', 'Enter')
  await expect(timeline).toContainText(
    'Done: set on the status page: Checkout to major outage, Card payments to partial outage',
  )
  await press(page, 'Escape')
  await expect(comms).toContainText('Checkout: major outage')

  await resolveEarly(page)
  const offer = comms.getByRole('region', { name: 'Restore components' })
  await expect(offer).toContainText('Checkout major outage → operational')
  // [SB4] The drill's outage goes on: their alerts are still open.
  await expect(offer).toContainText(/still open: /)
  await press(page, '5')
  for (const name of [/^Checkout/, /^Card payments/]) {
    const box = offer.getByRole('checkbox', { name })
    await expect(box).not.toBeChecked()
    await reach(box)
    await press(page, 'Space')
    await expect(box).toBeChecked()
  }
  await press(page, 'b')
  await expect(offer).toBeHidden()
  await expect(timeline).toContainText(
    'Done: set on the status page: Checkout to operational, Card payments to operational',
  )
  await expect(comms).toContainText('all 6 components operational')
  const set = doneThere(house.folder).map(({ kind, change }) => `${kind} ${JSON.stringify(change)}`)
  expect(set).toEqual(
    ['major_outage', 'partial_outage', 'operational', 'operational'].map(
      status => `component ${JSON.stringify({ status })}`,
    ),
  )
})

test('maintenance is announced, begun and ended from the keyboard', async ({ cockpit, house }) => {
  const page = await withoutPointer(cockpit)
  const timeline = page.getByRole('region', { name: 'Timeline', exact: true })
  await declare(page, 'Card payments fail')
  await press(page, 'f')
  await expect(page.getByRole('dialog', { name: 'Status page' })).toBeVisible()
  await press(page, 'm')
  await typeInto(page.getByRole('textbox', { name: 'Title' }), 'New database pool')
  await reach(page.getByRole('textbox', { name: 'What customers will notice' }))
  await page.keyboard.type('Payments may take some seconds longer.')
  await reach(page.getByRole('checkbox', { name: 'Payments API' }))
  await press(page, 'Space', 'Control+Enter')
  await expect(timeline).toContainText('Done: schedule maintenance: New database pool')
  await expectFocusAlive(page)

  await press(page, 'f')
  const row = page
    .getByRole('dialog', { name: 'Status page' })
    .getByRole('listitem')
    .filter({ hasText: 'New database' })
  await expect(row).toContainText('Scheduled')
  await reach(row)
  await press(page, 's')
  await typeInto(page.getByRole('textbox', { name: 'What customers read' }), 'We have begun early.')
  await press(page, 'Enter')
  await expect(timeline).toContainText('Done: start the maintenance “New database pool”')
  await expect(row).toContainText('In progress')
  await expect(row).toBeFocused()
  await press(page, 'e', 'Enter')
  await expect(timeline).toContainText('Done: complete the maintenance “New database pool”')

  const told = doneThere(house.folder).map(({ change }) => change)
  expect(told).toMatchObject([
    { status: 'scheduled', component_ids: ['cmppayapi001'], deliver_notifications: true },
    { status: 'in_progress', body: 'We have begun early.', components: { cmppayapi001: 'under_maintenance' } },
    { status: 'completed', body: 'The maintenance is over.', components: { cmppayapi001: 'operational' } },
  ])
})

test('a postmortem is written and published once the incident is resolved', async ({ cockpit, house }) => {
  const page = await withoutPointer(cockpit)
  await declare(page, 'Card payments fail')
  const colleague = await house.join('Grace')
  await colleague.stateImpact('One in four payments fails')
  // An impact that comes once the composer is open is said before publishing.
  await expect(page.getByText('One in four payments fails').first()).toBeVisible()
  await press(page, 'u')
  const composer = page.getByRole('dialog', { name: 'Update for customers' })
  await typeInto(composer.getByRole('textbox', { name: 'Product or service' }), 'Card payments')
  await expect(composer.getByRole('textbox', { name: 'What customers read' })).toHaveValue(/Card payments/)
  await press(page, 'Control+Enter')
  await expect(composer.getByRole('region', { name: 'Publish this?' })).toBeVisible()
  await submit(page)
  await expect(page.getByRole('list', { name: 'Updates' })).toContainText('published')
  await resolveEarly(page)
  await press(page, 'f')
  await expect(page.getByRole('dialog', { name: 'Status page' })).toBeVisible()
  await press(page, 'p')
  const text = page.getByRole('textbox', { name: 'What customers read' })
  await expect(text).toHaveValue(/One in four payments fails/)
  await expect(text).toBeFocused()
  await press(page, 'Control+A')
  await page.keyboard.type('A release leaked connections.')
  await press(page, 'Control+Enter')
  await expect(page.getByRole('region', { name: 'Timeline', exact: true })).toContainText(
    'Done: publish the postmortem of',
  )
  expect(doneThere(house.folder).filter(({ kind }) => kind === 'postmortem')).toMatchObject([
    { draft: 'A release leaked connections.' },
    { draft: null, notified: false },
  ])
})

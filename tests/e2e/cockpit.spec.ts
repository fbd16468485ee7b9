import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { test } from './fixtures'
import { expectFocusAlive, press, reach, submit, typeInto, withoutPointer } from './keyboard'

test.use({ args: ['--drill', 'payments-outage', '--speed', '15'] })

const title = 'payments-api: error rate above 5 %'
const team = {
  'Incident commander': 'Ada Byron',
  'Tech lead': 'Jonas Lindqvist',
  'Comms lead': 'Rafael Duarte',
  Scribe: 'Mei Tanaka',
}
const impact = 'One in four card payments in the EU fails'

test('an incident is commanded from its first page to its handoff with the keyboard alone, and stands after a crash', async ({
  cockpit,
  house,
}) => {
  const page = await withoutPointer(cockpit)
  await test.step('takes it from a page', () => take(page))
  await test.step('assigns the four roles', () => assign(page))
  await test.step('writes lines and corrects one', () => write(page))
  await test.step('states the impact, changes severity and status', () => state(page))
  await test.step('holds a checkpoint', () => holdCheckpoint(page))
  await test.step('drafts an update and calls it back', () => draftAndCancel(page))
  await test.step('publishes it', () => publish(page))
  await test.step('writes the handoff', () => handOff(page, house.folder))
  const before = await shown(page)
  await house.kill()
  await expect(page.getByRole('alert').filter({ hasText: 'The engine cannot be reached' })).toBeVisible()
  await house.start()
  await expect(page.getByText('The engine cannot be reached')).toBeHidden()
  await test.step('shows the same in the page that waited', () =>
    expect.poll(() => shown(page), { timeout: 60_000 }).toEqual(before))
  const fresh = await house.open()
  await expect(fresh.getByRole('heading', { level: 1 })).toHaveText(title)
  await test.step('shows the same in a new page', () =>
    expect.poll(() => shown(fresh), { timeout: 60_000 }).toEqual(before))
})

async function take(page: Page): Promise<void> {
  const row = page.getByRole('table', { name: 'Alerts' }).getByRole('row', { name: title })
  await expect(row).toBeVisible()
  await press(page, '2')
  await reach(row, 'ArrowDown')
  await press(page, 'Enter')
  await expect(page.getByRole('dialog', { name: 'Declare incident from alert' })).toContainText(title)
  await expect(page.getByRole('radio', { name: /SEV-2/ })).toBeFocused()
  await press(page, '2', 'Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
  // The incident is pushed before the dialog has its answer; until then the dialog holds the keyboard.
  await expect(page.getByRole('dialog')).toBeHidden()
  await expectFocusAlive(page)
}

async function assign(page: Page): Promise<void> {
  const roles = page.getByRole('region', { name: 'Roles' })
  await press(page, 'a')
  const desk = page.getByRole('dialog', { name: 'Assign roles' })
  for (const [role, name] of Object.entries(team)) {
    await expect(desk.getByRole('heading', { level: 3, name: role })).toBeVisible()
    await typeInto(desk.getByRole('combobox', { name: 'Name' }), name)
    await press(page, 'Enter')
    await expect(roles).toContainText(name)
  }
  await expect(desk).toBeHidden()
  await expect(page.getByRole('region', { name: 'Incident' })).toContainText('Ada Byron')
}

async function write(page: Page): Promise<void> {
  const line = page.getByRole('textbox', { name: 'Timeline line' })
  const log = page.getByRole('log', { name: 'Timeline lines' })
  await press(page, '/')
  await typeInto(line, 'Looking at the deploy of 2.41.0')
  await press(page, 'Enter')
  await expect(line).toHaveValue('')
  await typeInto(line, '!finding -2m The pool of payments-db is full')
  await expect(page.getByText(/writes finding at \d\d:\d\d:\d\d UTC, 2 min ago/)).toBeVisible()
  await press(page, 'Enter')
  await typeInto(line, '!decision Roll back to 2.40.2 +pin')
  await press(page, 'Enter')
  await expect(log.getByRole('article')).toContainText([/finding.*payments-db/, /2\.41\.0/, /decision.*2\.40\.2/])
  await press(page, 'ArrowUp')
  const corrected = page.getByRole('textbox', { name: 'Corrected line' })
  await expect(corrected).toHaveValue('Roll back to 2.40.2')
  await press(page, 'Control+a')
  await typeInto(corrected, 'Roll back to 2.40.3')
  await press(page, 'Enter')
  const decision = log.getByRole('article').filter({ hasText: '2.40.3' })
  await expect(decision).toContainText('corrected, was: Roll back to 2.40.2')
  await expect(decision.getByLabel('pinned')).toBeVisible()
  await expect(line).toBeFocused()
  await press(page, 'Escape')
  await expect(page.getByRole('region', { name: 'Timeline' })).toBeFocused()
}

async function state(page: Page): Promise<void> {
  const bar = page.getByRole('region', { name: 'Incident' })
  await press(page, 'i')
  await typeInto(page.getByRole('textbox', { name: 'Impact' }), impact)
  await submit(page)
  await expect(bar).toContainText(impact)
  await press(page, 's')
  await expect(page.getByRole('radio', { name: /SEV-2/ })).toBeFocused()
  await press(page, '1')
  await submit(page)
  await expect(bar).toContainText('SEV-1')
  await press(page, 't')
  await expect(page.getByRole('radio', { name: /Investigating/ })).toBeFocused()
  await press(page, 'ArrowDown')
  await reach(page.getByRole('textbox', { name: 'Why (optional)' }))
  await page.keyboard.type('The pool fills since the deploy')
  await submit(page)
  await expect(bar).toContainText('identified')
}

async function holdCheckpoint(page: Page): Promise<void> {
  const pane = page.getByRole('region', { name: 'Checkpoint', exact: true })
  await press(page, 'c')
  const dialog = page.getByRole('dialog', { name: 'Checkpoint 1' })
  const answers = ['Nothing yet', 'Rolling back', 'Pods on 2.40.3 in 2 min', 'No', 'Yes']
  for (const [index, answer] of answers.entries()) {
    await typeInto(dialog.getByRole('textbox').nth(index), answer)
    await press(page, 'Enter')
  }
  await expect(dialog.getByRole('radio', { name: /Continue/ })).toBeFocused()
  await press(page, '2')
  await submit(page)
  await expect(pane).toContainText('1 held')
  await expect(pane).toContainText('Last: pivot')
}

async function draftAndCancel(page: Page): Promise<void> {
  const updates = page.getByRole('list', { name: 'Updates' })
  await press(page, 'u')
  const dialog = page.getByRole('dialog', { name: 'Update for customers' })
  const text = dialog.getByRole('textbox', { name: 'What customers read' })
  await expect(text).toHaveValue(new RegExp(`problems with Card payments. ${impact}`))
  await expect(dialog.getByRole('textbox', { name: 'Title' })).toHaveValue('Problems with Card payments')
  await reach(dialog.getByRole('textbox', { name: 'Product or service' }), 'Shift+Tab')
  await press(page, 'Control+a')
  await page.keyboard.type('card payments')
  await expect(text).toHaveValue(/problems with card payments/)
  await press(page, 'Control+Enter')
  const last = dialog.getByRole('region', { name: 'Publish this?' })
  await expect(last).toContainText('Drill shop status (public status page)')
  await expect(last).toContainText('Every subscriber of Drill shop status')
  await submit(page)
  await expect(updates).toContainText(/Sending in \d s/)
  await press(page, 'Escape')
  await expect(updates).toContainText('draft')
  await expect(updates).not.toContainText('Sending in')
  await expectFocusAlive(page)
}

async function publish(page: Page): Promise<void> {
  const comms = page.getByRole('region', { name: 'Comms', exact: true })
  await press(page, 'u')
  const dialog = page.getByRole('dialog', { name: 'Update for customers' })
  await expect(dialog.getByRole('textbox', { name: 'What customers read' })).toHaveValue(/card payments/)
  await press(page, 'Control+Enter')
  await expect(dialog.getByRole('button', { name: /Publish to/ })).toBeFocused()
  await submit(page)
  await expect(comms.getByRole('list', { name: 'Updates' })).toContainText('published')
  const seen = comms.getByRole('region', { name: 'What customers see' })
  await expect(seen).toContainText('Problems with card payments')
  await expect(seen).toContainText('Identified')
  await expect(comms.getByRole('list', { name: 'Updates' }).getByRole('listitem')).toHaveCount(1)
}

async function handOff(page: Page, folder: string): Promise<void> {
  await press(page, 'h')
  const written = page.getByRole('list', { name: 'Written documents' })
  await expect(written.getByRole('listitem')).toHaveCount(1)
  await expect(written).toContainText('.html')
  const files = globSync(join(folder, 'drills/payments-outage/*/**/handoff-*')).sort()
  expect(files.map(file => file.split('.').at(-1))).toEqual(['html', 'md'])
  for (const file of files) {
    const document = readFileSync(file, 'utf8')
    for (const fact of [title, 'Ada Byron', 'Roll back to 2.40.3', impact]) expect(document).toContain(fact)
  }
  await expectSelfContained(page, files[0] ?? '')
}

/** The document as the next commander opens it: from a disk, perhaps without a network. */
async function expectSelfContained(page: Page, file: string): Promise<void> {
  const reader = await page.context().newPage()
  const asked: string[] = []
  reader.on('request', request => asked.push(request.url()))
  await reader.goto(`file://${file}`)
  await expect(reader.getByRole('heading', { level: 1 })).toBeVisible()
  expect(asked).toEqual([`file://${file}`])
  expect(await reader.locator('script, link, img, iframe').count()).toBe(0)
  await reader.close()
}

/** All that the record holds, as the screen shows it; ages and running clocks left out. */
async function shown(page: Page) {
  const bar = page.getByRole('region', { name: 'Incident' })
  await expect(page.getByRole('log').getByRole('article').last()).toBeVisible()
  return {
    title: await page.getByRole('heading', { level: 1 }).innerText(),
    lines: await page.getByRole('log').getByRole('article').allInnerTexts(),
    due: await bar.locator('time').evaluateAll(times => times.map(time => time.getAttribute('datetime'))),
    said: (await bar.innerText()).match(/SEV-\d|identified|One in four.*fails|Ada Byron/g),
    roles: (await page.getByRole('region', { name: 'Roles' }).innerText()).match(
      new RegExp(Object.values(team).join('|'), 'g'),
    ),
    updates: await page.getByRole('list', { name: 'Updates' }).getByRole('listitem').allInnerTexts(),
    checkpoint: (await page.getByRole('region', { name: 'Checkpoint', exact: true }).innerText()).match(
      /1 held|pivot|Rolling back/g,
    ),
  }
}

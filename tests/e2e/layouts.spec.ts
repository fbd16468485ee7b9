import { readFile } from 'node:fs/promises'
import { expect, type Page } from '@playwright/test'
import { expectAccessible } from './accessible'
import { test } from './fixtures'
import { declare } from './incident'
import { press, reach, submit, typeInto, withoutPointer } from './keyboard'
import { boxOf, resize } from './screen'

const line = (page: Page) => page.getByRole('textbox', { name: 'Timeline line' })
const pane = (page: Page, name: string) => page.getByRole('region', { name, exact: true })
const dialog = (page: Page) => page.getByRole('dialog', { name: 'Layouts' })

async function openLayouts(page: Page): Promise<void> {
  await press(page, 'L')
  await expect(dialog(page).getByRole('button', { name: /^Incident commander/ })).toBeFocused()
}

test.describe('by keyboard alone', () => {
  test.beforeEach(async ({ cockpit }) => {
    await withoutPointer(cockpit)
  })

  test('a half-typed line and its place outlive each move, and a reload restores the layout', async ({
    cockpit: page,
  }) => {
    await declare(page, 'Payments fail')
    await press(page, '/')
    await typeInto(line(page), 'half a li')
    const field = await line(page).elementHandle()
    await press(page, 'Escape', 'd')
    await expect(page.getByRole('dialog', { name: 'Arrange Timeline' })).toBeVisible()
    await expectAccessible(page, 'arranging')
    for (const key of ['ArrowLeft', 'Shift+ArrowRight', 'ArrowUp', 't', 'ArrowDown', 'ArrowRight', 'Shift+ArrowLeft']) {
      await press(page, key)
      await expect(line(page), key).toHaveValue('half a li')
    }
    await press(page, 'Escape')
    await expect(pane(page, 'Timeline')).toBeFocused()
    expect(await line(page).evaluate((now, before) => now === before, field), 'the very same field').toBe(true)
    const places = async () => await page.locator('[data-pane][data-shown="true"]').evaluateAll(placesOf)
    const before = await places()
    await page.reload()
    await expect(line(page)).toHaveValue('half a li')
    await expect.poll(places).toEqual(before)
  })

  test('z gives a pane the whole desk, a digit another, and Esc the desk back', async ({ cockpit: page }) => {
    await declare(page, 'Payments fail')
    const small = await boxOf(pane(page, 'Comms'))
    await press(page, '5', 'z')
    await expect(pane(page, 'Alerts')).toBeHidden()
    expect((await boxOf(pane(page, 'Comms'))).width).toBeGreaterThan(1_800)
    await press(page, '2')
    await expect(pane(page, 'Comms')).toBeHidden()
    expect((await boxOf(pane(page, 'Alerts'))).width).toBeGreaterThan(1_800)
    await press(page, '/')
    await expect(line(page)).toBeFocused()
    await press(page, 'Escape', 'Escape')
    await expect(pane(page, 'Comms')).toBeVisible()
    expect(await boxOf(pane(page, 'Comms'))).toEqual(small)
  })

  test('tabs: one place, one header; brackets, arrows and digits bring each to the front', async ({
    cockpit: page,
  }) => {
    await declare(page, 'Payments fail')
    await press(page, '5', 'd', 't', 'Escape')
    const tabs = page.getByRole('tablist').filter({ visible: true })
    await expect(tabs.getByRole('tab')).toHaveText(['Handoff', 'Comms'])
    await expect(pane(page, 'Comms')).toBeFocused()
    await expect(pane(page, 'Handoff')).toBeHidden()
    await press(page, ']')
    await expect(pane(page, 'Handoff')).toBeFocused()
    await press(page, '5')
    await expect(pane(page, 'Comms')).toBeFocused()
    await reach(tabs.getByRole('tab', { name: 'Comms' }))
    await press(page, 'ArrowLeft')
    await expect(tabs.getByRole('tab', { name: 'Handoff' })).toBeFocused()
    await expect(pane(page, 'Comms')).toBeHidden()
    await expectAccessible(page, 'tabs')
  })

  test('a closed pane leaves no gap, keeps its dialogs, and its digit brings it back', async ({ cockpit: page }) => {
    await declare(page, 'Payments fail')
    await press(page, '4', 'd', 'Backspace')
    await expect(pane(page, 'Checkpoint')).toBeHidden()
    await press(page, 'c')
    await expect(page.getByRole('dialog', { name: 'Checkpoint 1' })).toBeVisible()
    await press(page, 'Escape')
    await expect(page.getByRole('dialog')).toBeHidden()
    await press(page, '4')
    await expect(pane(page, 'Checkpoint')).toBeFocused()
  })

  test('layouts of each role; one of our own is saved, renamed, deleted and put back', async ({ cockpit: page }) => {
    await declare(page, 'Payments fail')
    await openLayouts(page)
    await expectAccessible(page, 'layouts')
    await press(page, '3')
    await expect(dialog(page)).toBeHidden()
    await expect(page.getByRole('tab', { name: 'Alerts', exact: true }).filter({ visible: true })).toBeVisible()
    expect((await boxOf(pane(page, 'Timeline'))).x).toBeLessThan(20)

    await openLayouts(page)
    await reach(page.getByRole('textbox', { name: /Save the current layout/ }))
    await page.keyboard.type('Night shift')
    await press(page, 'Enter')
    await expect(dialog(page).getByRole('status')).toHaveText('Saved as “Night shift”.')
    await reach(page.getByRole('button', { name: 'Rename Night shift' }), 'Shift+Tab')
    await press(page, 'Enter')
    const name = page.getByRole('textbox', { name: 'New name for Night shift' })
    await expect(name).toBeFocused()
    await press(page, 'ControlOrMeta+a')
    await page.keyboard.type('scribe')
    await press(page, 'Enter')
    await expect(dialog(page).getByRole('status')).toContainText('ready-made')
    await press(page, 'ControlOrMeta+a')
    await page.keyboard.type('Late shift')
    await press(page, 'Enter')
    const own = dialog(page).getByRole('button', { name: 'Late shift', exact: true })
    await expect(own).toBeVisible()
    await expectAccessible(page, 'a saved layout')
    await reach(page.getByRole('button', { name: 'Delete Late shift' }))
    await press(page, 'Enter')
    await expect(own).toBeHidden()
    await expect(page.getByRole('button', { name: 'Undo' })).toBeFocused()
    await press(page, 'Enter')
    await expect(own).toBeVisible()
    await press(page, 'Escape')
    await expect(dialog(page)).toBeHidden()
    await openLayouts(page)
    await press(page, '1')
    await expect(page.getByRole('tab').filter({ visible: true })).toHaveCount(0)
    await press(page, 'Control+k')
    await page.keyboard.type('Layout: Late')
    await submit(page)
    await expect(page.getByRole('tab', { name: 'Alerts', exact: true }).filter({ visible: true })).toBeVisible()
    const download = page.waitForEvent('download')
    await press(page, 'Control+k')
    await page.keyboard.type('export the current')
    await submit(page)
    const file = await download
    expect(file.suggestedFilename()).toBe('late-shift.quarterdeck-layout.json')
    await press(page, 'Control+k')
    await page.keyboard.type('layout reset to')
    await expect(page.getByRole('option', { name: /reset to “Scribe”/ })).toBeVisible()
    await press(page, 'Escape')
    await openLayouts(page)
    await press(page, '1')
    await expect(page.getByRole('tab').filter({ visible: true })).toHaveCount(0)
    const chooser = page.waitForEvent('filechooser')
    await press(page, 'Control+k')
    await page.keyboard.type('layout import')
    await submit(page)
    await (await chooser).setFiles(await file.path())
    await expect(page.getByRole('tab', { name: 'Alerts', exact: true }).filter({ visible: true })).toBeVisible()
  })

  test('the palette moves the pane that has the focus', async ({ cockpit: page }) => {
    await declare(page, 'Payments fail')
    await press(page, '6', 'Control+k')
    await page.keyboard.type('Move the pane to the left')
    await submit(page)
    expect((await boxOf(pane(page, 'Timeline'))).x).toBeLessThan(20)
  })
})

test('a layout goes out as a file and comes back on another screen; a broken file is refused in plain words', async ({
  cockpit: page,
  house,
}) => {
  await declare(page, 'Payments fail')
  await openLayouts(page)
  await press(page, '2')
  await expect(dialog(page)).toBeHidden()
  await openLayouts(page)
  const download = page.waitForEvent('download')
  await dialog(page).getByRole('button', { name: 'Export the current layout' }).click()
  expect((await download).suggestedFilename()).toBe('comms-lead.quarterdeck-layout.json')
  const text = await readFile(await (await download).path(), 'utf8')

  const other = await house.open()
  await other.evaluate(() => {
    sessionStorage.clear()
    localStorage.clear()
  })
  await other.reload()
  await expect(other.getByRole('heading', { level: 1 })).toHaveText('Payments fail')
  await openLayouts(other)
  const load = async (name: string, content: string) => {
    const chooser = other.waitForEvent('filechooser')
    await dialog(other).getByRole('button', { name: 'Import a file…' }).click()
    await (await chooser).setFiles({ name, mimeType: 'application/json', buffer: Buffer.from(content) })
  }
  const told = dialog(other).getByRole('status')
  await load('notes.txt', 'not JSON')
  await expect(told).toContainText('notes.txt: This file is not JSON')
  await load('twice.json', text.replaceAll('"roles"', '"comms"'))
  await expect(told).toContainText('“Comms” is in it twice')
  await load('night.json', text.replace('"Comms lead"', '"Night"'))
  await expect(told).toHaveText('Switched to “Night” and saved it in this browser.')
  await press(other, 'Escape')
  expect((await boxOf(pane(other, 'Comms'))).x).toBeLessThan(20)
  await expect(other.getByRole('tab', { name: 'Alerts', exact: true }).filter({ visible: true })).toBeVisible()
})

test('a kept layout that is broken is said and replaced, never a blank screen', async ({ cockpit: page }) => {
  await declare(page, 'Payments fail')
  for (const broken of ['{"tree":', '7', '{"tree":{"kind":"stack","panes":[],"front":"roles"}}']) {
    await page.evaluate(text => {
      sessionStorage.setItem('quarterdeck.layout', text)
      localStorage.setItem('quarterdeck.layouts', text)
    }, broken)
    await page.reload()
    await expect(page.getByRole('alert')).toContainText('The saved layout could not be used')
    await expect(pane(page, 'Live metrics')).toBeVisible()
    await expect(pane(page, 'Handoff')).toBeVisible()
  }
})

test('a hand on the mouse drags a pane by its header, a gap, and maximises with a double click', async ({
  cockpit: page,
}) => {
  await declare(page, 'Payments fail')
  const before = await boxOf(pane(page, 'Comms'))
  const timeline = await boxOf(pane(page, 'Timeline'))
  await drag(page, [before.x + 30, before.y + 15], [timeline.x + 40, timeline.y + timeline.height / 2])
  const moved = await boxOf(pane(page, 'Timeline'))
  expect((await boxOf(pane(page, 'Comms'))).x).toBeLessThan(moved.x)
  expect((await boxOf(pane(page, 'Comms'))).height).toBeCloseTo(moved.height, 0)
  const comms = await boxOf(pane(page, 'Comms'))
  await drag(page, [comms.x + comms.width + 4, comms.y + 300], [comms.x + comms.width + 104, comms.y + 300])
  expect((await boxOf(pane(page, 'Comms'))).width).toBeGreaterThan(comms.width)
  await pane(page, 'Alerts').getByRole('heading').dblclick()
  await expect(pane(page, 'Comms')).toBeHidden()
  await pane(page, 'Alerts').getByRole('heading').dblclick()
  await expect(pane(page, 'Comms')).toBeVisible()
})

test('a sheet at the side cuts through no pane, leaves the bar, and shows how to end it', async ({ cockpit: page }) => {
  await declare(page, 'Payments fail')
  for (const [width, height] of [
    [1280, 800],
    [1920, 1080],
  ] as const) {
    await resize(page, { width, height })
    const before = await boxOf(pane(page, 'Timeline'))
    await press(page, 'c')
    const sheet = page.getByRole('dialog', { name: /Checkpoint/ })
    await expect(sheet.getByRole('textbox').first()).toBeFocused()
    const { x, y } = await boxOf(sheet)
    const bar = await boxOf(pane(page, 'Incident'))
    expect(y).toBeGreaterThanOrEqual(bar.y + bar.height - 1)
    const cut = () =>
      page
        .locator('[data-pane][data-shown="true"]')
        .evaluateAll(
          (all, edge) =>
            all.map(one => one.getBoundingClientRect()).filter(({ left, right }) => left < edge - 1 && right > edge + 1)
              .length,
          x,
        )
    await expect.poll(cut).toBe(0)
    await expect(pane(page, 'Live metrics')).toBeInViewport({ ratio: 1 })
    await expect(pane(page, 'Timeline')).toBeInViewport({ ratio: 1 })
    await expect(sheet.getByRole('button', { name: /Decide/ })).toBeInViewport({ ratio: 1 })
    await press(page, 'Escape')
    await expect(sheet).toBeHidden()
    await expect.poll(() => boxOf(pane(page, 'Timeline'))).toEqual(before)
  }
})

async function drag(page: Page, [x, y]: readonly [number, number], [toX, toY]: readonly [number, number]) {
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move((x + toX) / 2, (y + toY) / 2)
  await page.mouse.move(toX, toY)
  await page.mouse.up()
}

function placesOf(hosts: readonly Element[]): unknown {
  return hosts.map(host => {
    const { left, top, width, height } = host.getBoundingClientRect()
    return [host.getAttribute('data-pane'), left, top, width, height]
  })
}

import { expect, type Page } from '@playwright/test'
import { test } from '../../e2e/fixtures'
import { expectFocusAlive, press } from '../../e2e/keyboard'
import { smallTargets } from '../pointer/targets'
import { allDialogs, beforeIncident, type Opener } from './all-dialogs'

test.use({ args: ['--drill', 'payments-outage', '--speed', '5'], viewport: { width: 1280, height: 800 } })

const row = (page: Page) =>
  page.getByRole('table', { name: 'Alerts' }).getByRole('row', { name: 'payments-api: error rate above 5 %' })

/** By its name: which group stands first changes while the drill goes on, and not each has a page. */
const group = (page: Page) =>
  page.getByRole('table', { name: 'Alerts' }).getByRole('row', { name: /payments-api: PaymentsErrorRateHigh/ })

async function open(page: Page, opener: Opener): Promise<void> {
  if ('keys' in opener) return await press(page, ...opener.keys)
  if ('name' in opener) {
    await press(page, 'Control+K')
    await expect(page.getByRole('combobox', { name: 'Command' })).toBeFocused()
    await page.keyboard.type(opener.name)
    return await press(page, 'Enter')
  }
  if ('onRow' in opener) {
    await row(page).focus()
    return await press(page, opener.onRow)
  }
  if ('onGroup' in opener) {
    await page.getByRole('button', { name: 'Group' }).click()
    await group(page).focus()
    return await press(page, opener.onGroup)
  }
  await openPicture(page)
}

async function openPicture(page: Page): Promise<void> {
  const line = page.getByRole('textbox', { name: 'Timeline line' })
  await line.evaluate(async field => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 40, height: 30 })
    canvas.getContext('2d')?.fillRect(0, 0, 20, 20)
    const blob = await new Promise<Blob | null>(done => canvas.toBlob(done, 'image/png'))
    const clipboardData = new DataTransfer()
    clipboardData.items.add(new File(blob === null ? [] : [blob], 'picture.png', { type: 'image/png' }))
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  })
  // A line does not leave before its picture is on disk.
  await expect(page.getByAltText('Picture 1 of this line')).toBeVisible()
  await press(page, '/')
  await page.keyboard.type('As the page looked')
  await press(page, 'Enter')
  await page
    .getByRole('log')
    .getByRole('article')
    .getByRole('button', { name: /picture/i })
    .first()
    .click()
}

/** What a person can see of the rule at once: where the focus is, and how many options look chosen. */
const stateOf = (page: Page) =>
  page.getByRole('dialog').evaluate(dialog => {
    const held = document.activeElement
    const chosen = [...dialog.querySelectorAll('[data-choice]')].map(
      choice => choice.querySelectorAll('[data-chosen="true"]').length,
    )
    const pointed = [...dialog.querySelectorAll('[role="listbox"]')].map(
      list => list.querySelectorAll('[aria-selected="true"]').length,
    )
    const radio = held instanceof HTMLInputElement && held.type === 'radio' ? held : null
    const group = radio === null ? [] : dialog.querySelectorAll(`input[name="${CSS.escape(radio.name)}"]:checked`)
    return {
      inside: dialog.contains(held),
      mostLit: Math.max(0, ...chosen, ...pointed),
      focusIsLit: radio === null || radio.checked || group.length === 0,
    }
  })

const asItShould = { inside: true, focusIsLit: true }

async function expectRule(page: Page, what: string): Promise<void> {
  const dialog = page.getByRole('dialog')
  await expect(dialog, what).toHaveCount(1)
  await expect(dialog, what).not.toHaveAttribute('aria-busy', 'true')
  const holds = async (when: string) => {
    const state = await stateOf(page)
    expect.soft(state, `${what}: ${when}`).toMatchObject(asItShould)
    expect.soft(state.mostLit, `${what}: ${when}, one option is lit`).toBeLessThanOrEqual(1)
  }
  await holds('as it opens')
  for (const [end, key] of [
    ['last', 'Tab'],
    ['first', 'Shift+Tab'],
  ] as const) {
    await dialog.evaluate((place, which) => {
      const all = [...place.querySelectorAll<HTMLElement>('a[href], button, input, textarea, [tabindex="0"]')].filter(
        one => one.tabIndex >= 0 && !one.matches(':disabled') && one.checkVisibility({ visibilityProperty: true }),
      )
      const at = which === 'last' ? all.at(-1) : all[0]
      at?.focus()
    }, end)
    await press(page, key)
    await holds(`${key} from its ${end} place`)
  }
  await chooseByDigit(page, what)
  expect.soft(await smallTargets(page), `${what}: large enough for a finger`).toEqual([])
  // What had the focus goes, as a form does that was saved.
  await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur())
  await press(page, 'Tab')
  await holds('Tab after the focus was lost')
  await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur())
  await press(page, 'Escape')
  await expect(dialog, `${what}: Esc closes it`).toBeHidden({ timeout: 3_000 })
  await expectFocusAlive(page)
}

/** A digit on a button of a form with one choice: it chooses, moves the focus along, and sends nothing. */
async function chooseByDigit(page: Page, what: string): Promise<void> {
  const dialog = page.getByRole('dialog')
  const isForm = await dialog.evaluate(place => {
    const submit = place.querySelector<HTMLElement>('form button[type="submit"]')
    const isOne = place.querySelectorAll('form [data-choice]').length === 1
    if (isOne) submit?.focus()
    return isOne
  })
  if (!isForm) return
  await press(page, '2')
  const second = dialog.locator('[data-choice] input[type="radio"]').nth(1)
  await expect.soft(second, `${what}: a digit chooses`).toBeChecked()
  await expect.soft(second, `${what}: the focus goes along`).toBeFocused()
  expect.soft((await stateOf(page)).mostLit, `${what}: one option is lit`).toBe(1)
}

test('every dialog keeps the keyboard, is left with Esc, chooses by digits and is sent by Enter alone', async ({
  cockpit: page,
}) => {
  await expect(row(page)).toBeVisible()
  await row(page).focus()
  await press(page, 'Enter')
  await expectRule(page, beforeIncident)
  await row(page).focus()
  await press(page, 'Enter')
  await expect(page.getByRole('radio', { name: /SEV-2/ })).toBeFocused()
  await press(page, '1', 'Enter')
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(page.getByText(/^Slack · /).first()).toBeVisible()
  const openers = Object.entries(allDialogs).flatMap(([file, all]) => [all].flat().map(one => [file, one] as const))
  for (const [file, opener] of openers) {
    await test.step(`${file} by ${JSON.stringify(opener)}`, async () => {
      await open(page, opener)
      await expectRule(page, file)
      if ('onGroup' in opener) await page.getByRole('button', { name: 'Ungroup' }).first().click()
      else await press(page, 'Escape', 'Escape')
    })
  }
})

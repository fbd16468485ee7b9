import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, type Page } from '@playwright/test'
import type { AxeResults, RunOptions } from 'axe-core'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core'), 'utf8')

/** Few of axe's rules depend on the size: the laptop's screen in every run, the wall's in the soak. */
export const axeScreens = [
  { name: '1280×800', viewport: { width: 1280, height: 800 }, tag: [] },
  { name: '1920×1080', viewport: { width: 1920, height: 1080 }, tag: '@soak' },
]

/** What is asked of axe: of rules that hold only that they do, and no second reading of the style sheets. */
const asked: RunOptions = { resultTypes: ['violations'], preload: false }

/**
 * Nothing that axe knows of may be wrong, whatever its weight.
 * @param enhanced contrast has to be that of AAA
 */
export async function expectAccessible(page: Page, what: string, enhanced = false): Promise<void> {
  // Brought once for each load of the page: half a megabyte for every question would take longer than the answer.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(source)
  const options = { ...asked, rules: { 'color-contrast-enhanced': { enabled: enhanced } } }
  // A dialog hides the rest, which was looked at before. There are no frames.
  const { violations, passes } = await page.evaluate(async options => {
    const { axe } = window as unknown as { axe: { run(where: unknown, options: unknown): Promise<AxeResults> } }
    return axe.run(document.querySelector('[role="dialog"]') === null ? document : '[role="dialog"]', options)
  }, options)
  const told = violations.map(({ id, impact, nodes }) => {
    const places = nodes.slice(0, 3).map(node => `${node.target.join(' ')}: ${node.failureSummary ?? ''}`)
    return `${id} (${impact}, ${nodes.length}×)\n${places.join('\n')}`
  })
  expect(passes.length, `rules that applied to: ${what}`).toBeGreaterThan(5)
  expect.soft(told, what).toEqual([])
}

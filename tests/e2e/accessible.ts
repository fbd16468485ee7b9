import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/**
 * Nothing that axe knows of may be wrong, whatever its weight.
 * @param enhanced contrast has to be that of AAA
 */
export async function expectAccessible(page: Page, what: string, enhanced = false): Promise<void> {
  // A dialog hides the rest, which was looked at before. There are no frames, so no page of its own is needed to join.
  const axe = new AxeBuilder({ page })
    .setLegacyMode(true)
    .options({ rules: { 'color-contrast-enhanced': { enabled: enhanced } } })
  const dialog = await page.getByRole('dialog').count()
  const { violations, passes } = await (dialog > 0 ? axe.include('[role="dialog"]') : axe).analyze()
  const told = violations.map(({ id, impact, nodes }) => {
    const places = nodes.slice(0, 3).map(node => `${node.target.join(' ')}: ${node.failureSummary ?? ''}`)
    return `${id} (${impact}, ${nodes.length}×)\n${places.join('\n')}`
  })
  expect(passes.length, `rules that applied to: ${what}`).toBeGreaterThan(5)
  expect.soft(told, what).toEqual([])
}

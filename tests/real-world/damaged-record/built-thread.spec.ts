import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { test } from '../../e2e/fixtures'
import { declare } from '../../e2e/incident'
import { withoutPointer } from '../../e2e/keyboard'

interface HeadsFile {
  readonly origins?: Record<
    string,
    { readonly heads: Record<string, [counter: number, hash: string, signature: string]> }
  >
}

test('[RK13] a signature that does not hold is found by the built thread, and said on the screen', async ({
  cockpit,
  house,
}) => {
  const page = await withoutPointer(cockpit)
  await declare(page, 'Payments fail')
  const path = join(house.folder, 'heads.json')
  const read = (): HeadsFile => JSON.parse(readFileSync(path, 'utf8'))
  const signed = () => Object.values(read().origins ?? {}).flatMap(({ heads }) => Object.values(heads))
  // The incident, and what belongs to none.
  await expect.poll(() => signed().length, { timeout: 20_000 }).toBe(2)
  await house.kill()
  const file = read()
  for (const { heads } of Object.values(file.origins ?? {}))
    for (const head of Object.values(heads)) head[2] = Buffer.alloc(64, 7).toString('base64')
  writeFileSync(path, JSON.stringify(file))
  await house.start()
  // What the loop reads of it fits its chain: only the thread looks at signatures.
  const strip = page.getByRole('complementary', { name: 'The record' })
  await expect(strip).toContainText(/Payments fail: the signature at event \d+ of its record is invalid/, {
    timeout: 20_000,
  })
  await expect(strip).toContainText('Events outside incidents: the signature')
  await expect(strip).toContainText('None of it is verified; it is read-only from now on.')
})

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { expectAccessible } from './accessible'
import { test } from './fixtures'
import { declare } from './incident'
import { press, reach, submit, withoutPointer } from './keyboard'

test.use({ viewport: { width: 1280, height: 800 } })

const file = `services:
  - id: payments-api
    name: Card payments
    owner: Team Payments
    aliases: [Payments]
    ladder: on-call, then Ada Park
    dependsOn: [payments-db]
    objective: { availability: 99.9, latency: 500 }
    runbooks: [{ name: Roll back, url: https://wiki.example.com/roll-back }]
  - id: payments-db
`

test('[SY4] the catalogue by keyboard alone: the services of the incident first, from a file that is written meanwhile', async ({
  cockpit: page,
  house,
}) => {
  const dialog = page.getByRole('dialog')
  await withoutPointer(page)
  await declare(page, 'Payments fail')
  await press(page, 'D', 'v')
  await expect(dialog).toContainText('Describe them in')
  await press(page, 'Escape')
  writeFileSync(join(house.folder, 'services.yaml'), file)
  await press(page, 'K')
  await reach(dialog.getByRole('textbox', { name: /services/i }))
  await page.keyboard.type('payments, ghost')
  await submit(page)
  await press(page, 'D', 'v')
  const own = dialog.getByRole('region', { name: 'Of this incident' })
  await expect(own).toContainText('Owner: Team Payments')
  await expect(own).toContainText('not in the catalogue')
  await expectAccessible(page, 'service catalogue')
  await page.keyboard.type('db')
  await expect(dialog.getByRole('article')).toHaveCount(1)
  await expect(dialog.getByRole('article')).toContainText('no owner')
})

import { expect } from '@playwright/test'
import { test } from './fixtures'
import { declare } from './incident'
import { press } from './keyboard'

test.use({ timezoneId: 'Europe/Berlin', viewport: { width: 1280, height: 800 } })

test('look', async ({ cockpit: page, house }) => {
  test.setTimeout(120_000)
  await declare(page, 'Card payments fail at checkout')
  const grace = await house.join('Grace Hopper')
  const say = async (text: string) => {
    await press(page, '/')
    await page.keyboard.type(text)
    await press(page, 'Enter')
  }
  await say('-26h Deploy of payments-api 2.41.0 to canary @Grace.Hopper')
  await say('-25h !finding p99 of payments-api rose by 8 % on the canary #payments')
  for (const [role, name] of [
    ['ic', 'Ada Park'],
    ['tech', 'Grace Hopper'],
    ['comms', 'Mei Tanaka'],
    ['scribe', 'Ada Park'],
  ] as const)
    await grace.assign(role, name)
  await grace.assign('comms', 'Lin Chu')
  await grace.stateImpact('One in four card payments fails')
  await grace.write(
    'Support sees 140 tickets since 14:05, all with "card declined". The queue of the call centre is at nine minutes, and the three biggest shops have called their account manager already.',
  )
  await say('!finding The pool of payments-db is full: 400 of 400 connections +pin')
  await grace.write('I have the rollback ready, waiting for a word')
  await say('!decision Roll back payments-api to 2.40.3 @Grace.Hopper #rollback')
  await say('!action Rollback began')
  await say('!todo Tell legal about the duplicate charges @Mei.Tanaka')
  await say('Rolback at 40 %')
  await press(page, 'ArrowUp')
  await page.keyboard.press('Control+A')
  await page.keyboard.type('Rollback at 40 %, errors fall')
  await press(page, 'Enter')
  await say('Wrong line')
  await press(page, 'Escape', 'Z')
  await expect(page.getByText('retracted by')).toBeVisible()
  await grace.write('Errors at 2 % and falling #payments')
  await expect(page.getByText('Errors at 2 %')).toBeVisible()
  await page.screenshot({ path: '/tmp/tl-1.png' })
  await press(page, '/')
  await page.keyboard.type('-5m !decision Hold the deploys @gr')
  await page.screenshot({ path: '/tmp/tl-2.png' })
  await page.keyboard.press('Control+A')
  await page.keyboard.press('Delete')
  await press(page, 'Escape', 'q')
  await page.keyboard.type('roll')
  await expect(page.getByRole('status').filter({ hasText: ' of ' })).toBeVisible()
  await page.screenshot({ path: '/tmp/tl-3.png' })
  await page.setViewportSize({ width: 1920, height: 1080 })
  await page.screenshot({ path: '/tmp/tl-4.png' })
  await press(page, 'Escape', 'ArrowDown', 'ArrowDown', 'v')
  await page.screenshot({ path: '/tmp/tl-5.png' })
  await press(page, 'g')
  await page.keyboard.type('-30m')
  await page.screenshot({ path: '/tmp/tl-6.png' })
})

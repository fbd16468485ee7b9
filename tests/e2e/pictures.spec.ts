import { expect, type Page } from '@playwright/test'
import { test } from './fixtures'
import { declare } from './incident'
import { press } from './keyboard'

const line = (page: Page) => page.getByRole('textbox', { name: 'Timeline line' })
const lines = (page: Page) => page.getByRole('log').getByRole('article')

test.use({ permissions: ['clipboard-read', 'clipboard-write'] })

/** Puts a picture of so many pixels on the clipboard; noise does not get smaller as PNG. */
async function copyPicture(page: Page, width: number, height: number): Promise<void> {
  await page.evaluate(
    async ([wide, high]) => {
      const canvas = Object.assign(document.createElement('canvas'), { width: wide, height: high })
      const drawing = canvas.getContext('2d')
      if (drawing === null) throw new Error('No canvas')
      const pixels = drawing.createImageData(wide, high)
      for (let at = 0; at < pixels.data.length; at += 1) pixels.data[at] = at % 4 === 3 ? 255 : (at * 7919 * at) % 251
      drawing.putImageData(pixels, 0, 0)
      const blob = await new Promise<Blob | null>(done => canvas.toBlob(done, 'image/png'))
      if (blob === null) throw new Error('No picture')
      await navigator.clipboard.write([new ClipboardItem({ 'image/png': blob })])
    },
    [width, height] as const,
  )
}

/** A paste as the browser makes it of a file that was copied. */
async function pasteFile(page: Page, type: string, content: string): Promise<void> {
  await line(page).evaluate(
    (field, [kind, text]) => {
      const clipboardData = new DataTransfer()
      clipboardData.items.add(new File([text], 'file', { type: kind }))
      field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    },
    [type, content] as const,
  )
}

test('[TL5] a pasted picture is seen before Enter, stands in the row on every screen, and opens large', async ({
  cockpit: page,
  house,
}) => {
  await declare(page, 'Payments fail')
  await press(page, '/')
  await expect(line(page)).toBeFocused()
  // Larger than one frame of the line: it goes in pieces.
  await copyPicture(page, 900, 700)
  await page.keyboard.press('Control+V')
  await expect(page.getByRole('img', { name: 'Picture 1 of this line' })).toBeVisible()
  await page.keyboard.type('!finding The pool is full')
  await page.reload()
  await expect(page.getByRole('img', { name: 'Picture 1 of this line' })).toBeVisible()
  await press(page, '/')
  await expect(line(page)).toHaveValue('!finding The pool is full')
  await press(page, 'Enter')
  const row = lines(page).filter({ hasText: 'The pool is full' })
  await expect(row.getByRole('button', { name: 'Open picture 1 of 1' })).toBeVisible()
  await expect(page.getByRole('img', { name: 'Picture 1 of this line' })).toBeHidden()

  const other = await house.open()
  const thumbnail = lines(other).getByRole('button', { name: 'Open picture 1 of 1' })
  await expect(thumbnail.locator('img')).toBeVisible()
  await press(other, '6', 'ArrowUp')
  await expect(lines(other).filter({ hasText: 'The pool is full' })).toBeFocused()
  await press(other, 'Enter')
  const large = other.getByRole('dialog').getByRole('img', { name: 'Picture: The pool is full' })
  await expect(large).toBeVisible()
  expect(await large.evaluate(image => (image as HTMLImageElement).naturalWidth)).toBe(900)
  await press(other, 'Escape')
  await expect(other.getByRole('dialog')).toBeHidden()
  await expect(lines(other).filter({ hasText: 'The pool is full' })).toBeFocused()
})

test('[TL5] Esc takes a picture away and leaves the text; what is no picture is refused in words', async ({
  cockpit: page,
}) => {
  await declare(page, 'Payments fail')
  await press(page, '/')
  await expect(line(page)).toBeFocused()
  await copyPicture(page, 40, 30)
  await page.keyboard.press('Control+V')
  await expect(page.getByRole('img', { name: 'Picture 1 of this line' })).toBeVisible()
  await page.keyboard.type('Pool')
  await press(page, 'Escape')
  await expect(page.getByRole('img', { name: 'Picture 1 of this line' })).toBeHidden()
  await expect(line(page)).toBeFocused()
  await expect(line(page)).toHaveValue('Pool')
  await pasteFile(page, 'image/png', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')
  await expect(page.getByText('Only PNG, JPEG and WebP pictures are accepted.')).toBeVisible()
  await expect(page.locator('svg[onload]')).toHaveCount(0)
  await press(page, 'Enter')
  await expect(lines(page).filter({ hasText: 'Pool' })).toHaveCount(1)
})

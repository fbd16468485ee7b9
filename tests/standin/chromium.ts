import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium } from '@playwright/test'
import { chromiumFile, chromiumWords } from '../support/chromium.ts'

const args = [...chromiumWords, '--remote-debugging-port=0', '--window-size=1600,960']

const profile = mkdtempSync(join(tmpdir(), 'quarterdeck-standin-'))
let opening: Promise<BrowserContext> | null = null

/** The one Chromium of this process; a window is a page of it. */
export function openChromium(): Promise<BrowserContext> {
  opening ??= chromium.launchPersistentContext(profile, {
    executablePath: chromiumFile,
    headless: true,
    viewport: null,
    args,
    // The application's own quit decides, not Playwright.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  })
  return opening
}

/** Chromium chose the port itself, so that two runs never race for one. */
export function debuggingPort(): number {
  return Number(readFileSync(join(profile, 'DevToolsActivePort'), 'utf8').split('\n')[0])
}

export async function closeChromium(): Promise<void> {
  const context = await opening
  await context?.close()
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
}

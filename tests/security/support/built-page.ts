import { readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import type { Page } from '@playwright/test'

/** Puts markup into the page and resolves with the directive that stopped it. */
export async function violationOf(page: Page, html: string): Promise<string> {
  return await page.evaluate(markup => {
    const stopped = Promise.withResolvers<string>()
    const hear = (event: SecurityPolicyViolationEvent) => stopped.resolve(event.effectiveDirective)
    document.addEventListener('securitypolicyviolation', hear, { once: true })
    // A fragment of a range runs its scripts, as `innerHTML` would not.
    document.body.append(document.createRange().createContextualFragment(markup))
    return stopped.promise
  }, html)
}

/** Addresses of the web that a built page or style sheet would load. */
export function remoteReferences(folder: string): readonly string[] {
  const loads = /(?:\b(?:src|href|action)\s*=\s*["']?|url\(\s*["']?|@import\s*["'])((?:https?:|wss?:)?\/\/[^"')\s>]+)/gi
  return sources(folder, ['.html', '.css']).flatMap(text => [...text.matchAll(loads)].map(([, url]) => url ?? ''))
}

/** The texts of every file of these kinds under `folder`. */
export function sources(folder: string, kinds: readonly string[] = ['.ts', '.tsx', '.html']): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && kinds.includes(extname(entry.name)))
    .map(entry => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
}

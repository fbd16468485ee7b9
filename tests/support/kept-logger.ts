import type { Logger } from '../../src/main/engine/ports'

/** A logger whose lines a test can look at. */
export function keptLogger(): Logger & { readonly lines: readonly string[] } {
  const lines: string[] = []
  const keep = (level: string) => (message: string, facts?: object) =>
    void lines.push(`${level}: ${message} ${JSON.stringify(facts ?? {})}`)
  return { lines, info: keep('info'), warn: keep('warn'), error: keep('error') }
}

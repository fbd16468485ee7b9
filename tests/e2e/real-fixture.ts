import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'

/** What the suites on real Prometheus and Alertmanager share. */

const STEP = 15
const HOUR = 3_600
/** For so long the values stand still, so that the cockpit and the test read the same whoever asks first. */
const FLAT = 900

/** Values that two services come to after a bad hour. */
export const errorsNow = { 'payments-api': 12.5, checkout: 7.25 } as const

/** The last hour of error percentages, in OpenMetrics: rising, then flat at `errorsNow`. */
export function errorMetrics(nowMs = Date.now()): string {
  const now = Math.floor(nowMs / 1_000)
  const lines = Object.entries(errorsNow).flatMap(([service, end]) =>
    Array.from({ length: HOUR / STEP + 1 }, (_, at) => {
      const second = at * STEP
      const value = end * Math.min(1, second / (HOUR - FLAT))
      return `shop_error_percent{service="${service}"} ${value.toFixed(4)} ${now - HOUR + second}`
    }),
  )
  return ['# TYPE shop_error_percent gauge', ...lines, '# EOF', ''].join('\n')
}

/** Fires once for each service of `errorMetrics`. */
export const errorRules = `
groups:
  - name: shop
    rules:
      - alert: ShopErrorsHigh
        expr: shop_error_percent > 5
        labels: { severity: critical }
        annotations: { summary: 'More than 5 % of {{ $labels.service }} fails' }
`

export interface Scratch {
  readonly folder: string
  /** An empty folder in it. */
  sub(name: string): string
  /** A data folder with these settings. */
  dataFolder(settings: object): string
  remove(): void
}

export function scratch(): Scratch {
  const folder = mkdtempSync(join(tmpdir(), 'quarterdeck-real-'))
  const sub = (name: string) => {
    const path = join(folder, name)
    mkdirSync(path)
    return path
  }
  return {
    folder,
    sub,
    dataFolder(settings) {
      const path = sub('cockpit')
      writeFileSync(join(path, 'config.json'), JSON.stringify(settings))
      return path
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

export function tile(page: Page, title: string): Locator {
  return page.getByRole('region', { name: 'Live metrics' }).getByRole('article', { name: title })
}

/** Share of the drawing's columns in which some pixel has a colour, as only lines have: axes and letters are grey. */
export function drawnShare(chart: Locator): Promise<number> {
  return chart
    .locator('canvas')
    .first()
    .evaluate(element => {
      const source = element as HTMLCanvasElement
      const copy = new OffscreenCanvas(source.width, source.height)
      const pen = copy.getContext('2d')
      if (pen === null || source.width === 0) return 0
      pen.drawImage(source, 0, 0)
      const { data, width } = pen.getImageData(0, 0, source.width, source.height)
      const columns = new Set<number>()
      for (let at = 0; at < data.length; at += 4) {
        const [red = 0, green = 0, blue = 0, alpha = 0] = data.subarray(at, at + 4)
        if (alpha > 100 && Math.max(red, green, blue) - Math.min(red, green, blue) > 50) columns.add((at / 4) % width)
      }
      return columns.size / width
    })
}

import type { PanelReading } from '../../../shared/contract/metrics'
import { utcFace } from '../../../shared/lib/clock-face'
import { type Millis, utcClock } from '../../../shared/lib/time'
import { listText, t, tCount } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { freshnessText } from '../../ui/freshness-badge'
import type { TileSource } from './panel-source'
import { readTile } from './tile-reading'

const text = texts.snapshot

/** A tile as it is shown now, with the charts' own canvas. */
export interface FrozenTile {
  readonly panel: PanelReading
  readonly source: TileSource
  readonly chart: HTMLCanvasElement | null
}

/** [MT5] The values of all panels in one line; an outdated one says how old it is. */
export function snapshotText(tiles: readonly Omit<FrozenTile, 'chart'>[], now: Millis): string {
  const panels = tiles.map(({ panel, source }) => `${panel.title} ${readingWords(panel, source)}`)
  return t(text.line, { time: utcClock(now), panels: panels.join('; ') })
}

/** `4.2% (api), above 2 %, worse [late · 3 min old]`. */
function readingWords(panel: PanelReading, { freshness }: TileSource): string {
  const said = figureWords(panel)
  return freshness.state === 'fresh' ? said : `${said} [${freshnessText(freshness)}]`
}

function figureWords(panel: PanelReading): string {
  const reading = readTile(panel)
  if (reading === undefined)
    return panel.table === undefined ? text.noValue : tCount(text.rows, panel.table.rows.length)
  const { figure, line, level, trend, endedAt } = reading
  const judged = level.level === 'none' || level.level === 'ok' ? [] : [level.words]
  const changed = trend === undefined ? [] : [texts.charts.trends[trend.word]]
  const value = `${figure.number}${figure.unit}${panel.series.length > 1 ? ` (${line.name})` : ''}`
  const ended = endedAt === null ? [] : [t(text.ended, { time: utcFace.short(endedAt) })]
  return listText([value, ...judged, ...changed, ...ended])
}

const [WIDTH, HEIGHT, GAP, HEAD] = [420, 190, 12, 52]
const COLUMNS = 3

/** All panels on one picture, as they were drawn. @throws if the browser cannot make a picture */
export async function snapshotPicture(tiles: readonly FrozenTile[], root: Element): Promise<Blob> {
  const columns = Math.min(COLUMNS, tiles.length)
  const rows = Math.ceil(tiles.length / columns)
  const sheet = new OffscreenCanvas(columns * (WIDTH + GAP) + GAP, rows * (HEIGHT + GAP) + GAP)
  const pen = sheet.getContext('2d')
  if (pen === null) throw new Error('This browser cannot draw a picture')
  const inks = readInks(root)
  pen.fillStyle = inks.ground
  pen.fillRect(0, 0, sheet.width, sheet.height)
  for (const [at, tile] of tiles.entries()) {
    const [column, row] = [at % columns, Math.floor(at / columns)]
    pen.save()
    pen.translate(GAP + column * (WIDTH + GAP), GAP + row * (HEIGHT + GAP))
    drawTile(pen, tile, inks)
    pen.restore()
  }
  return sheet.convertToBlob({ type: 'image/png' })
}

type Pen = OffscreenCanvasRenderingContext2D
type Inks = ReturnType<typeof readInks>

function drawTile(pen: Pen, { panel, source, chart }: FrozenTile, inks: Inks): void {
  pen.beginPath()
  pen.rect(0, 0, WIDTH, HEIGHT)
  pen.clip()
  pen.fillStyle = inks.tile
  pen.fillRect(0, 0, WIDTH, HEIGHT)
  pen.fillStyle = inks.ink
  pen.font = `600 13px ${inks.font}`
  pen.fillText(panel.title, 10, 20)
  pen.fillStyle = inks.quiet
  pen.font = `12px ${inks.font}`
  pen.fillText(readingWords(panel, source), 10, 40)
  if (chart !== null && chart.width > 0) pen.drawImage(chart, 0, HEAD, WIDTH, HEIGHT - HEAD)
}

function readInks(root: Element) {
  const style = getComputedStyle(root)
  const read = (name: string) => style.getPropertyValue(name).trim()
  return {
    ground: read('--qd-desk'),
    tile: read('--qd-pane'),
    ink: read('--qd-ink'),
    quiet: read('--qd-ink-2'),
    font: style.fontFamily,
  }
}

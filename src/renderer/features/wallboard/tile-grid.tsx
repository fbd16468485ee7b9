import type { Millis } from '../../../shared/lib/time'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { useBoard, useJudge } from '../../stores/cockpit'
import { shortFreshnessText } from '../../ui/freshness-badge'
import { spanText } from '../../ui/span-text'
import { type WallboardTile, wallboardTiles } from './tiles'
import styles from './wallboard.module.css'

/** Up to six figures, each with its level and its change since the last checkpoint. */
export function TileGrid({ since, now }: { readonly since: Millis; readonly now: Millis }) {
  const panels = useBoard(board => board.panels)
  const feeds = useBoard(board => board.feeds)
  const tiles = wallboardTiles(panels, feeds, since, useJudge())
  if (tiles.length === 0) return <p className={styles.none}>{texts.wall.noMetrics}</p>
  return (
    <ul className={styles.tiles} aria-label={texts.wall.metrics}>
      {tiles.map(tile => (
        <Tile key={tile.id} tile={tile} now={now} />
      ))}
    </ul>
  )
}

type Said = Exclude<WallboardTile['level'], 'none'>

const shapes: Readonly<Record<Said, string>> = {
  ok: 'M3 8.5l3.2 3.2L13 4.8l-1.4-1.5-5.4 5.5L4.4 7z',
  warning: 'M8 1.5l7 13H1z',
  critical: 'M5 1h6l4 4v6l-4 4H5l-4-4V5z',
}
const arrows = { up: '↑', level: '→', down: '↓' } as const

interface TileProps {
  readonly tile: WallboardTile
  readonly now: Millis
}

function Tile({ tile: { title, figure, level, trend, endedAt, freshness }, now }: TileProps) {
  const late = freshness.state === 'fresh' ? '' : shortFreshnessText(freshness)
  // [MT7] An ended series is not current, though its feed is.
  const old = late || (endedAt === null ? '' : t(texts.wall.ended, { span: spanText(now - endedAt) }))
  const stale = old !== ''
  return (
    <li className={styles.tile} data-level={stale ? 'stale' : level}>
      <p className={styles.tileLine}>
        <span className={styles.title}>{title}</span>
        {!stale && level !== 'none' && <LevelShape level={level} />}
      </p>
      <p className={styles.tileLine}>
        <span className={styles.value}>
          {figure.number} {figure.unit}
        </span>
        {stale || trend === undefined ? (
          <span className={styles.level}>{stale ? old : level === 'none' ? '' : texts.charts.levels[level]}</span>
        ) : (
          <span className={styles.trend} data-word={trend.word}>
            {arrows[trend.way]} {texts.charts.trends[trend.word]}
          </span>
        )}
      </p>
    </li>
  )
}

/** Beside the name, so that the name has the width that a word would take. */
function LevelShape({ level }: { readonly level: Said }) {
  return (
    <svg className={styles.shape} viewBox="0 0 16 16" role="img" aria-label={texts.charts.levels[level]}>
      <path d={shapes[level]} />
    </svg>
  )
}

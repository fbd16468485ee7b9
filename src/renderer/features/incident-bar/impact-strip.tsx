import type { ReactNode } from 'react'
import { liveFigureText, lostText } from '../../../shared/contract/figures/impact-text'
import { reportsNow } from '../../../shared/domain/customer-reports'
import type { FigureName, FigureStatement } from '../../../shared/domain/impact-figures'
import { type FigureNow, figuresNow, impactEnd, impactTime, lostSoFar } from '../../../shared/domain/impact-now'
import type { Incident } from '../../../shared/domain/incident'
import type { FactNow } from '../../../shared/domain/method/facts-now'
import { actorName } from '../../../shared/domain/people'
import { figureText } from '../../../shared/events/figure-stated'
import { t, tCount } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { type CommandId, keyOf } from '../../commands/command-list'
import { useBoard, useCockpit, useNow } from '../../stores/cockpit'
import { useClockFace } from '../../ui/clock-face'
import { Key } from '../../ui/key'
import type { DialogPart } from '../../ui/on-demand'
import { clockText, spanText } from '../../ui/span-text'
import styles from './impact-strip.module.css'

const text = texts.impactFigures
/** What was lost so far stands beside the rate that it is counted from. */
const afterLoss: ReadonlySet<FigureName> = new Set(['sla', 'tickets'])

/** [IM8] The known impact, each figure with its age; takes no room while nothing is known. */
export function ImpactStrip({ incident }: DialogPart & { readonly incident: Incident }) {
  const now = useNow()
  const facts = useBoard(board => board.facts)
  const { focus } = useCockpit()
  const known = figuresNow(incident.figuresStated, facts)
  const { count, lastAt } = reportsNow(incident.reports)
  if (known.length === 0 && lastAt === null) return null
  const lost = lostSoFar(incident.figuresStated, impactEnd(incident) ?? now)
  const time = impactTime(incident, now)
  return (
    <section className={styles.strip} aria-label={text.strip}>
      {known.map(one => !afterLoss.has(one.figure) && <Figure key={one.figure} known={one} />)}
      {lost !== undefined && <Item said={t(text.short.soFar, { amounts: lostText(lost) })} opens="figures" />}
      {known.map(one => afterLoss.has(one.figure) && <Figure key={one.figure} known={one} />)}
      {lastAt !== null && (
        <Item said={tCount(text.short.reports, count)} opens="reports">
          <span className={styles.note}>{t(text.ago, { span: spanText(Math.max(0, now - lastAt)) })}</span>
        </Item>
      )}
      {time !== null && <Item said={t(text.short.time, { span: clockText(time) })} opens="times-kept" />}
      <button
        type="button"
        className={styles.way}
        title={texts.keymap.asks.figures}
        onClick={() => focus.request('figures')}
      >
        {text.state} <Key quiet>{keyOf('figures')}</Key>
      </button>
    </section>
  )
}

/** [IM6] The current value first; what a person stated comes after it, or alone. */
function Figure({ known: { figure, live, stated } }: { readonly known: FigureNow }) {
  const first = live === undefined ? (stated === undefined ? '' : figureText(stated)) : liveFigureText(figure, live)
  return (
    <Item said={t(text.short[figure], { value: first })} opens="figures" source={live?.title ?? stated?.source ?? ''}>
      {live !== undefined && <LiveNote live={live} />}
      {stated !== undefined && <StatedNote stated={stated} isSecond={live !== undefined} />}
    </Item>
  )
}

function LiveNote({ live }: { readonly live: FactNow }) {
  const span = spanText(Math.max(0, useNow() - (live.at ?? 0)))
  return (
    <span className={styles.note} data-stale={!live.current}>
      {t(live.current ? text.ago : text.old, { span })}
    </span>
  )
}

function StatedNote({ stated, isSecond }: { readonly stated: FigureStatement; readonly isSecond: boolean }) {
  const clock = useClockFace()
  const by = t(text.by, { by: actorName(stated.stated.by), time: clock.short(stated.stated.at) })
  return (
    <span className={styles.note} dir="auto">
      {isSecond ? `${figureText(stated)} ${by}` : by}
    </span>
  )
}

interface ItemProps {
  readonly said: string
  readonly opens: CommandId
  readonly source?: string
  readonly children?: ReactNode
}

function Item({ said, opens, source = '', children }: ItemProps) {
  const { focus } = useCockpit()
  return (
    <button
      type="button"
      className={styles.item}
      title={source === '' ? said : t(text.from, { said, source })}
      onClick={() => focus.request(opens)}
    >
      <strong className={styles.said}>{said}</strong>
      {children}
    </button>
  )
}

import type { Annotation, Deploy } from '../../../shared/contract/metrics'
import type { Timeline } from '../../../shared/domain/timeline'
import type { ClockFace } from '../../../shared/lib/clock-face'
import { MINUTE } from '../../../shared/lib/time'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import type { Mark } from '../../charts/chart-data'

/** What is marked, before it has a name. */
type Happened = Omit<Mark, 'label'>

export interface MarkSources {
  readonly timeline: Timeline
  readonly deploys: readonly Deploy[]
  readonly annotations: readonly Annotation[]
}

/** More would hide the charts behind their marks: a person who looks for a cause reads the last ones. */
const MOST = 6

/** The marks of every chart in order of time: all decisions in force, the newest deploys and annotations. */
export function chartMarks({ timeline, deploys, annotations }: MarkSources, clock: ClockFace): readonly Mark[] {
  const told = [...decisionMarks(timeline), ...deployMarks(deploys)]
  const marks = named([...told, ...annotationMarks(annotations, told)], clock)
  const tooOld = new Set([
    ...marks.filter(({ kind }) => kind === 'deploy').slice(0, -MOST),
    ...marks.filter(({ kind }) => kind === 'note').slice(0, -MOST),
  ])
  return marks.filter(mark => !tooOld.has(mark))
}

/**
 * [MT12] A mark is called by its clock time, which never changes: a number counted from the oldest that is shown would be
 * another mark's five minutes later, while people on the call still speak of it. All that is known is named, also what is
 * too old to be shown, so that a mark keeps its letter when its neighbour goes.
 */
function named(marks: readonly Happened[], clock: ClockFace): readonly Mark[] {
  const ordered = marks.toSorted((a, b) => a.at - b.at)
  return ordered.map(mark => {
    const sameMinute = ordered.filter(other => minuteOf(other) === minuteOf(mark))
    const time = clock.bare(mark.at)
    if (sameMinute.length === 1) return { ...mark, label: time }
    const place = sameMinute.indexOf(mark)
    return { ...mark, label: t(texts.charts.oneOfMinute, { time, letter: LETTERS[place] ?? String(place + 1) }) }
  })
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const minuteOf = ({ at }: Happened) => Math.floor(at / MINUTE)

/** [MT2] The decisions in force. */
function decisionMarks(timeline: Timeline): readonly Happened[] {
  return timeline
    .filter(line => line.kind === 'decision' && line.retraction === null)
    .map(line => ({ at: line.occurredAt, text: line.text }))
}

/** [MT3] */
function deployMarks(deploys: readonly Deploy[]): readonly Happened[] {
  return deploys.map(({ at, title, services }) => {
    const where = services.length === 0 ? '' : ` (${services.join(', ')})`
    return { at, text: `${title}${where}`, kind: 'deploy' }
  })
}

/**
 * [MT6] Annotations on the vendor's charts. One that repeats a mark (a deploy that the pipeline sent to both systems)
 * adds no second mark; annotations that Quarterdeck wrote are never read.
 */
function annotationMarks(annotations: readonly Annotation[], told: readonly Happened[]): readonly Happened[] {
  return annotations
    .filter(one => !told.some(mark => isSame(one, mark)))
    .map(({ at, text, tags }) => {
      const about = tags.length === 0 ? '' : ` (${tags.slice(0, 4).join(', ')})`
      return { at, text: `${text}${about}`, kind: 'note' }
    })
}

/** Two systems that record the same event rarely agree on the second. */
const SAME_MOMENT = MINUTE

function isSame({ at, text }: Annotation, mark: Happened): boolean {
  if (Math.abs(mark.at - at) > SAME_MOMENT) return false
  const [one, other] = [plain(text), plain(mark.text)]
  return one !== '' && other !== '' && (one.includes(other) || other.includes(one))
}

/** Ignores case, spaces and punctuation. */
function plain(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
}

import type { CodedPart } from '../../../shared/contract/fault-codes'
import type { Runbook, RunbookHead } from '../../../shared/domain/runbook'
import { fail, ok, type Reply } from '../../../shared/lib/reply'
import { TimeOver, withinTime } from '../guards/within-time'
import type { FileFlaw } from '../guards/yaml-text'
import { readHead } from './runbook-head'
import { readRunbookSteps, type StepsRead } from './runbook-steps'

/** The longest of ours is a thirtieth of it. */
export const MOST_RUNBOOK_BYTES = 200_000
const MOST_LINES = 5_000
/** A runbook of 200 lines takes 3 ms; a text that was made to be slow takes seconds. */
const MOST_TIME = 1_000
/** Characters of a front matter: a hundred inputs. YAML of any length takes seconds. */
const MOST_FRONT = 20_000
/** Past these the file is no runbook, and a list of flaws is of no use. */
const MOST_FLAWS = 100

export interface RunbookRead {
  readonly runbook: Runbook
  /** [RN2] What is wrong, or not understood, in the order of the lines; the rest can be used. */
  readonly flaws: readonly FileFlaw[]
}

/**
 * [RN1] Reads a runbook: CommonMark with a front matter of YAML. What is not understood is named and costs nothing but
 * itself. Fault: nothing of the file can be used.
 * @param name what it is called where neither front matter nor heading say
 */
export function readRunbook(text: string, name: string): Reply<RunbookRead, FileFlaw> {
  const lines = text.replace(/^\ufeff/, '').split(/\r\n|\n|\r/)
  if (text.trim() === '') return refused(1, { code: 'runbook-empty' })
  if (text.includes('\0')) return refused(1, { code: 'runbook-no-text' })
  if (lines.length > MOST_LINES) return refused(MOST_LINES + 1, { code: 'runbook-long', values: { most: MOST_LINES } })
  const { front, before, flaws } = frontMatter(lines)
  const read = stepsWithin(lines, before)
  if (!read.ok) return refused(1, read.fault)
  const head = readHead(front, read.value.title || name)
  const all = [...flaws, ...head.flaws, ...read.value.flaws].toSorted((a, b) => a.line - b.line || a.column - b.column)
  return ok({ runbook: { head: head.head, steps: read.value.steps }, flaws: all.slice(0, MOST_FLAWS) })
}

/** What finds a runbook, without reading all of it: thousands are ready in a second. */
export function readCard(text: string, name: string): RunbookHead {
  const lines = text
    .slice(0, MOST_RUNBOOK_BYTES)
    .replace(/^\ufeff/, '')
    .split(/\r\n|\n|\r/)
  const { front, before } = frontMatter(lines)
  const first = lines.slice(before).find(line => line.trim() !== '')
  return readHead(front, /^ {0,3}#\s+([^\n]{1,200}?)[\s#]*$/.exec(first ?? '')?.[1] ?? name).head
}

function stepsWithin(lines: readonly string[], before: number): Reply<StepsRead, CodedPart> {
  try {
    return ok(withinTime(MOST_TIME, () => readRunbookSteps(lines, before)))
  } catch (error) {
    if (error instanceof TimeOver) return fail({ code: 'runbook-slow', values: { most: error.most } })
    const said = error instanceof Error ? error.message : String(error)
    return fail({ code: 'library-says', values: { said } })
  }
}

/** The front matter behind as many empty lines as come before it, so that its places are those of the file. */
function frontMatter(lines: readonly string[]): {
  readonly front: string
  readonly before: number
  readonly flaws: readonly FileFlaw[]
} {
  const opening = lines[0]?.trimEnd()
  if (opening === '+++') {
    const end = lines.findIndex((line, at) => at > 0 && line.trimEnd() === '+++')
    return { front: '', before: end + 1, flaws: [flawAt(1, { code: 'runbook-toml' })] }
  }
  if (opening !== '---') return { front: '', before: 0, flaws: [] }
  const end = lines.findIndex((line, at) => at > 0 && /^(---|\.\.\.)\s*$/.test(line))
  if (end < 0) return { front: '', before: 0, flaws: [flawAt(1, { code: 'runbook-open-front' })] }
  const front = `\n${lines.slice(1, end).join('\n')}\n`
  if (front.length <= MOST_FRONT) return { front, before: end + 1, flaws: [] }
  return {
    front: '',
    before: end + 1,
    flaws: [flawAt(1, { code: 'runbook-long-front', values: { most: MOST_FRONT } })],
  }
}

function flawAt(line: number, flaw: CodedPart): FileFlaw {
  return { line, column: 1, flaw }
}

function refused(line: number, flaw: CodedPart) {
  return fail(flawAt(line, flaw))
}

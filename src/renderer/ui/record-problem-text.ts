import type { DamagedPart, RecordProblem } from '../../shared/contract/record-problems'
import type { HeldCount } from '../../shared/domain/held'
import type { ClockFace } from '../../shared/lib/clock-face'
import { unreachable } from '../../shared/lib/unreachable'
import { listText, t, tCount } from '../../shared/texts/t'
import { texts } from '../../shared/texts/texts'
import { backupTroubleText } from './backup-trouble-text'

const text = texts.recordProblems

/** Whose events are held: two machines of one person count as two. */
export function heldFromText({ who, machine }: Pick<HeldCount, 'who' | 'machine'>): string {
  const { from, machine: alone } = text.held
  return who.length === 0 ? t(alone, { machine }) : t(from, { names: listText(who), machine })
}

/** One or two sentences: what is wrong, where, and what it means for the people who work with it. */
export function recordProblemText(problem: RecordProblem, clock: ClockFace): string {
  switch (problem.kind) {
    case 'damaged': {
      const { place, what, missing, provenUntil } = problem.damage
      const title = problem.title ?? (problem.ofFolder ? text.ofFolder : text.unnamed)
      return [
        t(text.damage[what], { title, place }),
        ...(missing > 0 ? [tCount(text.missing, missing)] : []),
        provenUntil === null
          ? text.notProven
          : t(text.proven, { time: `${clock.date(provenUntil)} ${clock.full(provenUntil)}` }),
      ].join(' ')
    }
    case 'list-mended':
      return t(text.listMended, problem)
    case 'heads-lost':
      return t(text.headsLost, problem)
    case 'events-missing':
      return tCount(text.eventsMissing, problem.count)
    case 'not-checked':
      return tCount(text.notChecked, problem.count)
    case 'held':
      return tCount(text.held[problem.reason], problem.count, { who: heldFromText(problem) })
    case 'file-damaged':
      return brokenPartsText(problem.parts)
    case 'folder-unwritable': {
      const { folder } = problem
      const why = t(text.folderUnwritable.why[problem.why], { folder })
      return `${why} ${problem.again ? text.folderUnwritable.again : text.folderUnwritable.wayOut}`
    }
    case 'folder-moved':
      return t(text.folderMoved, problem)
    case 'backup-failed': {
      const { newestAt, trouble } = problem
      const said = backupTroubleText(trouble)
      if (newestAt === null) return t(texts.backups.problemNever, { trouble: said })
      return t(texts.backups.problem, { time: `${clock.date(newestAt)} ${clock.full(newestAt)}`, trouble: said })
    }
    default:
      return unreachable(problem)
  }
}

/** An index can be rebuilt from its table, in a copy too; a table only comes back from a backup. */
function brokenPartsText(parts: readonly DamagedPart[]): string {
  const { broken, table, index, copy, restore } = text.fileDamaged
  const named = parts.map(part => t(part.index ? index : table, { table: part.table }))
  return `${t(broken, { parts: listText(named) })} ${parts.every(part => part.index) ? copy : restore}`
}

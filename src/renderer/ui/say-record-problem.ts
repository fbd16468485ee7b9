import type { DamagedPart, RecordProblem } from '../../shared/contract/record-problems'
import type { HeldCount } from '../../shared/domain/held'
import type { ClockFace } from '../../shared/lib/clock-face'
import { unreachable } from '../../shared/lib/unreachable'
import { say, sayCount, sayList } from '../../shared/words/say'
import { words } from '../../shared/words/words'
import { sayBackupTrouble } from './say-backup-trouble'

const text = words.recordProblems

/** Whose events are held: two machines of one person are two. */
export function sayHeldFrom({ who, machine }: Pick<HeldCount, 'who' | 'machine'>): string {
  const { from, machine: alone } = text.held
  return who.length === 0 ? say(alone, { machine }) : say(from, { names: sayList(who), machine })
}

/** One sentence or two: what is wrong, where, and what it means for whoever works with it. */
export function sayRecordProblem(problem: RecordProblem, clock: ClockFace): string {
  switch (problem.kind) {
    case 'damaged': {
      const { place, what, missing, provenUntil } = problem.damage
      const title = problem.title ?? (problem.ofFolder ? text.ofFolder : text.unnamed)
      return [
        say(text.damage[what], { title, place }),
        ...(missing > 0 ? [sayCount(text.missing, missing)] : []),
        provenUntil === null
          ? text.notProven
          : say(text.proven, { time: `${clock.date(provenUntil)} ${clock.full(provenUntil)}` }),
      ].join(' ')
    }
    case 'list-mended':
      return say(text.listMended, problem)
    case 'heads-lost':
      return say(text.headsLost, problem)
    case 'events-missing':
      return sayCount(text.eventsMissing, problem.count)
    case 'not-checked':
      return sayCount(text.notChecked, problem.count)
    case 'held':
      return sayCount(text.held[problem.reason], problem.count, { who: sayHeldFrom(problem) })
    case 'file-damaged':
      return sayBroken(problem.parts)
    case 'folder-moved':
      return say(text.folderMoved, problem)
    case 'backup-failed': {
      const { newestAt, trouble } = problem
      const said = sayBackupTrouble(trouble)
      if (newestAt === null) return say(words.backups.problemNever, { trouble: said })
      return say(words.backups.problem, { time: `${clock.date(newestAt)} ${clock.full(newestAt)}`, trouble: said })
    }
    default:
      return unreachable(problem)
  }
}

/** An index is told anew by its table, and a copy may do that; a table is told by nothing but a backup. */
function sayBroken(parts: readonly DamagedPart[]): string {
  const { broken, table, index, copy, restore } = text.fileDamaged
  const named = parts.map(part => say(part.index ? index : table, { table: part.table }))
  return `${say(broken, { parts: sayList(named) })} ${parts.every(part => part.index) ? copy : restore}`
}

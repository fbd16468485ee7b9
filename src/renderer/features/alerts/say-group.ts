import type { GroupReason, GroupTitle } from '../../../shared/domain/alerts/about'
import { utcClock } from '../../../shared/lib/time'
import { unreachable } from '../../../shared/lib/unreachable'
import { say, sayCount } from '../../../shared/words/say'
import { words } from '../../../shared/words/words'

const { titles, reasons } = words.groups

/** [AG7] What a group is about. */
export function sayGroupTitle(title: GroupTitle): string {
  switch (title.about) {
    case 'alert':
      return title.title
    case 'cause':
      return title.services > 1 ? say(titles.inServices, { ...title }) : title.cause
    case 'subject':
      return title.causes.length === 0
        ? title.subject
        : say(titles.subject, { subject: title.subject, causes: named(title.causes, title.more) })
    case 'minute':
      return title.began === null ? titles.noBegin : say(titles.began, { time: utcClock(title.began).slice(0, 5) })
    default:
      return unreachable(title)
  }
}

/** [AG7] Why its alerts stand together. */
export function sayGroupReason(why: GroupReason): string {
  switch (why.reason) {
    case 'alone':
      return reasons.alone
    case 'twice':
      return sayCount(reasons.twice, why.open, { things: why.things })
    case 'dependency':
      return sayCount(reasons.dependency, why.count, { service: why.service, users: named(why.users, why.more) })
    case 'service':
      return sayCount(reasons.service, why.count, { service: why.service })
    case 'burst':
    case 'cause':
      return sayCount(reasons[why.reason], why.count, { cause: why.cause })
    case 'minute':
    case 'source':
      return sayCount(reasons[why.reason], why.count)
    default:
      return unreachable(why)
  }
}

/** `a, b and 3 more`. */
function named(names: readonly string[], more: number): string {
  const list = names.join(', ')
  return more > 0 ? sayCount(titles.more, more, { names: list }) : list
}

import type { GroupReason, GroupTitle } from '../../../shared/domain/alerts/about'
import { utcClock } from '../../../shared/lib/time'
import { unreachable } from '../../../shared/lib/unreachable'
import { t, tCount } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'

const { titles, reasons } = texts.groups

/** [AG7] What a group is about. */
export function groupTitleText(title: GroupTitle): string {
  switch (title.about) {
    case 'alert':
      return title.title
    case 'cause':
      return title.services > 1 ? t(titles.inServices, { ...title }) : title.cause
    case 'subject':
      return title.causes.length === 0
        ? title.subject
        : t(titles.subject, { subject: title.subject, causes: named(title.causes, title.more) })
    case 'minute':
      return title.began === null ? titles.noBegin : t(titles.began, { time: utcClock(title.began).slice(0, 5) })
    default:
      return unreachable(title)
  }
}

/** [AG7] Why its alerts are grouped. */
export function groupReasonText(why: GroupReason): string {
  switch (why.reason) {
    case 'alone':
      return reasons.alone
    case 'twice':
      return tCount(reasons.twice, why.open, { things: why.things })
    case 'dependency':
      return tCount(reasons.dependency, why.count, { service: why.service, users: named(why.users, why.more) })
    case 'service':
      return tCount(reasons.service, why.count, { service: why.service })
    case 'burst':
    case 'cause':
      return tCount(reasons[why.reason], why.count, { cause: why.cause })
    case 'minute':
    case 'source':
      return tCount(reasons[why.reason], why.count)
    default:
      return unreachable(why)
  }
}

/** `a, b and 3 more`. */
function named(names: readonly string[], more: number): string {
  const list = names.join(', ')
  return more > 0 ? tCount(titles.more, more, { names: list }) : list
}

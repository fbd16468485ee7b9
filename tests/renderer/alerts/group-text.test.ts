import { describe, expect, it } from 'vitest'
import { groupReasonText, groupTitleText } from '../../../src/renderer/features/alerts/group-text'
import type { GroupReason, GroupTitle } from '../../../src/shared/domain/alerts/about'

const titles: readonly (readonly [GroupTitle, string])[] = [
  [{ about: 'alert', title: 'Disk full' }, 'Disk full'],
  [{ about: 'subject', subject: 'db', causes: [], more: 0 }, 'db'],
  [{ about: 'subject', subject: 'db', causes: ['Full', 'Down'], more: 0 }, 'db: Full, Down'],
  [{ about: 'subject', subject: 'db', causes: ['Full', 'Down'], more: 1 }, 'db: Full, Down and 1 more'],
  [{ about: 'cause', cause: 'NodeDown', services: 4 }, 'NodeDown in 4 services'],
  [{ about: 'cause', cause: 'NodeDown', services: 1 }, 'NodeDown'],
  [{ about: 'minute', began: Date.UTC(2026, 10, 20, 12, 5) }, 'Alerts that started at 12:05 UTC'],
  [{ about: 'minute', began: null }, 'Alerts without a start time'],
]

const reasons: readonly (readonly [GroupReason, string])[] = [
  [{ reason: 'alone' }, 'Single alert: no other alert is related.'],
  [{ reason: 'service', count: 3, service: 'db' }, 'Same service: 3 alerts of db.'],
  [
    { reason: 'dependency', count: 1, service: 'db', users: ['a', 'b', 'c'], more: 2 },
    'Downstream: 1 alert of a, b, c and 2 more, which depend on db; it is alerting too.',
  ],
  [
    { reason: 'burst', count: 1_200, cause: 'NodeDown' },
    'Same cause, same minute: 1,200 alerts of NodeDown, which started in several services at once.',
  ],
  [{ reason: 'cause', count: 2, cause: 'NodeDown' }, 'Same cause: 2 alerts of NodeDown without a service.'],
  [{ reason: 'minute', count: 2 }, 'Same minute: 2 alerts of one source without service or cause.'],
  [{ reason: 'source', count: 2 }, 'Same source: 2 alerts without service, cause or start time.'],
  [{ reason: 'twice', open: 5, things: 3 }, '5 open alerts report 3 problems: duplicates count once.'],
]

describe('[AG7] a group on the screen', () => {
  it.each(titles)('is about %j', (title, said) => {
    expect(groupTitleText(title)).toBe(said)
  })
  it.each(reasons)('stands together because of %j', (why, said) => {
    expect(groupReasonText(why)).toBe(said)
  })
})

import type { HandoffContent } from '../../../shared/domain/handoff-content'
import { actorName } from '../../../shared/domain/people'
import { utcClock } from '../../../shared/lib/time'
import { type Cell, type DocumentTree, type Fact, moment, section, typed } from './blocks'
import { wholeTimeline } from './handoff-record'
import * as texts from './handoff-texts'
import { documentOf } from './handoff-tree'

/**
 * [OD3] The activity log in the shape of FEMA's form ICS 214, with the numbers of its boxes: agencies that work by the
 * Incident Command System file it. What an incident of ours does not know (the home agency) stays to be written by hand.
 */
export function activityLog(content: HandoffContent): DocumentTree {
  const { title, declaredAt, declaredBy, writtenAt, roles } = content
  const commander = texts.commander(roles)
  const fact = (name: string, value: Fact['value']): Fact => ({ name, value })
  const blank = '________________'
  const notable = content.timeline.filter(({ automatic, kind, retraction }) => {
    const isTold = !automatic || kind === 'status' || kind === 'decision' || kind === 'action' || kind === 'comms'
    return isTold && retraction === null
  })
  return documentOf(content, {
    kind: 'Activity log (ICS 214)',
    name: 'Activity log',
    strip: [
      fact('1. Incident name', [typed(title)]),
      fact('2. Operational period from', [dated(declaredAt)]),
      fact('2. Operational period to', [dated(content.resolvedAt ?? writtenAt)]),
      fact('3. Name', [typed(commander)]),
      fact('4. ICS position', ['Incident commander']),
      fact('5. Home agency and unit', [blank]),
    ],
    blocks: [
      section('6. Resources assigned', [
        {
          block: 'table',
          columns: ['Name', 'ICS position', '', 'Home agency and unit'],
          rows: [...holders(content)],
        },
      ]),
      section('7. Activity log', [wholeTimeline({ ...content, timeline: notable })]),
      section('8. Prepared by', [
        {
          block: 'facts',
          look: 'answers',
          facts: [
            fact('Name', [typed(commander === texts.nobody ? actorName(declaredBy) : commander)]),
            fact('Position', ['Incident commander']),
            fact('Signature', [blank]),
            fact('Date and time', [dated(writtenAt)]),
          ],
        },
      ]),
    ],
  })
}

function dated(at: number) {
  return moment(at, `${texts.isoDay(at)} ${utcClock(at).slice(0, 5)} UTC`)
}

/** Who holds a role, then who works in the sub-teams. */
function holders({ roles, teams, writtenAt }: HandoffContent): readonly (readonly Cell[])[] {
  const row = (name: string, position: string, since: string): readonly Cell[] => [
    { line: [typed(name)] },
    { line: [typed(position)] },
    { line: [since] },
    { line: [''] },
  ]
  return [
    ...roles.flatMap(({ name, held }) =>
      held === null ? [] : [row(held.responder.name, name, texts.holderText(held, writtenAt))],
    ),
    ...teams.flatMap(({ name, lead, members }) => [
      row(lead.name, `${name}, leader`, ''),
      ...members.map(member => row(member.name, name, '')),
    ]),
  ]
}

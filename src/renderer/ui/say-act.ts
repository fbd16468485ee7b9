import type { OutwardAct } from '../../shared/domain/act'
import { utcClock } from '../../shared/lib/time'
import { unreachable } from '../../shared/lib/unreachable'
import { say, sayList } from '../../shared/words/say'
import { words } from '../../shared/words/words'

const text = words.acts

type PageAct = Extract<OutwardAct, { readonly page: unknown }>
type OtherAct = Exclude<OutwardAct, PageAct>

/** An act as this screen says it, without its outcome. The record has words of its own (`actWords`). */
export function sayAct(act: OutwardAct): string {
  return 'page' in act ? sayPageAct(act) : sayOtherAct(act)
}

function sayPageAct(act: PageAct): string {
  const page = act.page.name
  switch (act.kind) {
    case 'page-acknowledge':
      return say(text.acknowledge, { page })
    case 'page-resolve':
      return say(text.resolve, { page })
    case 'page-snooze':
      return say(text.snooze, { page, time: utcClock(act.until).slice(0, 5) })
    case 'page-reassign':
      return say(text.reassign, { page, to: act.to.name })
    case 'page-escalate':
      return say(text.escalate, { page, level: act.level })
    case 'page-add-responders':
      return say(text.call, { page, people: sayList(act.users.map(({ name }) => name)) })
    case 'page-note':
      return say(text.note, { page, text: act.text })
    case 'page-status-update':
      return say(text.pageUpdate, { page, text: act.message })
    default:
      return unreachable(act)
  }
}

function sayOtherAct(act: OtherAct): string {
  switch (act.kind) {
    case 'page-create':
      return say(text.page, { service: act.service.name, title: act.title })
    case 'annotation':
      return say(text.mark, { text: act.text })
    case 'chat-open':
      return say(text.openChannel, { channel: act.name })
    case 'chat-topic':
      return say(text.topic, { channel: act.channel.name, text: act.topic })
    case 'chat-post':
      return say(text.post, { channel: act.channel.name, text: act.text })
    case 'chat-pin':
      return say(text.pin, { channel: act.channel.name })
    case 'components-set':
      return say(text.components, { components: sayList(act.components.map(sayComponent)) })
    case 'maintenance-schedule':
      return say(text.schedule, { title: act.title })
    case 'maintenance-move':
      return say(text.maintenance[act.to], { maintenance: act.maintenance.name })
    case 'postmortem-publish':
      return say(text.postmortem, { incident: act.publicIncident.name })
    default:
      return unreachable(act)
  }
}

type Component = Extract<OutwardAct, { readonly kind: 'components-set' }>['components'][number]

function sayComponent({ name, status }: Component): string {
  return say(text.component, { component: name, status: text.componentStatuses[status] })
}

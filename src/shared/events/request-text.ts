import type { VendorRequest } from '../domain/vendor-request'
import { utcClock } from '../lib/time'
import { unreachable } from '../lib/unreachable'
import { shortened } from '../lib/whole-characters'
import { listText, t, tCount } from '../texts/t'
import { texts } from '../texts/texts'

const text = texts.acts

type PageAct = Extract<VendorRequest, { readonly page: unknown }>
type OtherAct = Exclude<VendorRequest, PageAct>

/** A request to a vendor as every view and document names it, without its outcome. */
export function requestText(act: VendorRequest): string {
  return 'page' in act ? pageActText(act) : otherActText(act)
}

function pageActText(act: PageAct): string {
  const page = act.page.name
  switch (act.kind) {
    case 'page-acknowledge':
      return t(text.acknowledge, { page })
    case 'page-resolve':
      return t(text.resolve, { page })
    case 'page-snooze':
      return t(text.snooze, { page, time: utcClock(act.until).slice(0, 5) })
    case 'page-reassign':
      return t(text.reassign, { page, to: act.to.name })
    case 'page-escalate':
      return t(text.escalate, { page, level: act.level })
    case 'page-add-responders':
      return t(text.call, { page, people: listText(act.users.map(({ name }) => name)) })
    case 'page-note':
      return t(text.note, { page, text: act.text })
    case 'page-status-update':
      return t(text.pageUpdate, { page, text: act.message })
    default:
      return unreachable(act)
  }
}

function otherActText(act: OtherAct): string {
  switch (act.kind) {
    case 'page-create':
      return t(text.page, { service: act.service.name, title: act.title })
    case 'annotation':
      return t(text.mark, { text: act.text })
    case 'chat-open':
      return t(text.openChannel, { channel: act.name })
    case 'chat-topic':
      return t(text.topic, { channel: act.channel.name, text: act.topic })
    case 'chat-post':
      return t(text.post, { channel: act.channel.name, text: act.text })
    case 'chat-pin':
      return t(text.pin, { channel: act.channel.name })
    case 'chat-invite':
      return t(text.invite, { person: act.person.name || act.person.id, channel: act.channel.name })
    case 'chat-lines':
      return tCount(text.lines, act.lines.length, { channel: act.channel.name })
    case 'chat-archive':
      return t(text.archive, { channel: act.channel.name })
    case 'components-set':
      return t(text.components, { components: listText(act.components.map(componentText)) })
    case 'maintenance-schedule':
      return t(text.schedule, { title: act.title })
    case 'maintenance-move':
      return t(text.maintenance[act.to], { maintenance: act.maintenance.name })
    case 'postmortem-publish':
      return t(text.postmortem, { incident: act.publicIncident.name })
    case 'metric-point':
      return t(text.metricPoint, { metric: act.metric.name, value: act.value, time: utcClock(act.at).slice(0, 5) })
    case 'update-edit':
      return editText(act)
    default:
      return unreachable(act)
  }
}

/** Enough to know it again: both wordings are whole in the record. */
const LONGEST_WORDING = 140

/** [PE2] Both wordings, the time if that was set too, and why. */
function editText({ publicIncident, before, body, displayedAt, why }: Extract<OtherAct, { kind: 'update-edit' }>) {
  return t(text.edit, {
    ...{ incident: publicIncident.name, why },
    ...{ before: shortened(before, LONGEST_WORDING), body: shortened(body, LONGEST_WORDING) },
    shown: displayedAt === undefined ? '' : t(text.shownAt, { time: utcClock(displayedAt).slice(0, 5) }),
  })
}

type Component = Extract<VendorRequest, { readonly kind: 'components-set' }>['components'][number]

function componentText({ name, status }: Component): string {
  return t(text.component, { component: name, status: text.componentStatuses[status] })
}

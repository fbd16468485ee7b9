import { roleName } from '../../../shared/domain/people'
import type { ItemState, PlaybookNow } from '../../../shared/domain/playbook-state'
import type { Millis } from '../../../shared/lib/time'
import { type Block, type Inline, type InlineText, moment, section, typed } from './blocks'
import * as texts from './handoff-texts'

/** [PB7] Each playbook that runs: its phase, and what is open in what was begun of it. */
export function playbookSections(playbooks: readonly PlaybookNow[], writtenAt: Millis): readonly Block[] {
  return playbooks.map(({ title, phase, settled, all, open }) =>
    section(`Playbook: ${title}, ${settled} of ${all} settled, now: ${phase}`, [
      {
        block: 'list',
        look: 'lines',
        items: open.map(one => openLine(one, writtenAt)),
        none: 'Nothing is open in it.',
      },
    ]),
  )
}

function openLine({ item, lateSince }: ItemState, writtenAt: Millis): InlineText {
  const role: readonly Inline[] = item.role === undefined ? [] : [` (${roleName[item.role]})`]
  const late: readonly Inline[] =
    lateSince === null
      ? []
      : [', ', { strong: ['late'] }, ', wanted by ', moment(lateSince, texts.momentText(lateSince, writtenAt))]
  return [typed(item.text), ...role, ...late]
}

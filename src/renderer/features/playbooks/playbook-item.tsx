import type { KeyboardEvent } from 'react'
import type { PlaybookOpens } from '../../../shared/domain/method/playbook-file'
import { actorName, roleLetters, roleName } from '../../../shared/domain/people'
import type { PlaybookItem, PlaybookMark } from '../../../shared/domain/playbook'
import type { ItemProof, ItemState } from '../../../shared/domain/playbook-state'
import type { Millis } from '../../../shared/lib/time'
import { beginningOf } from '../../../shared/lib/whole-characters'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import type { CommandId } from '../../commands/command-list'
import { useCockpit, useNow } from '../../stores/cockpit'
import { Button } from '../../ui/button'
import { useClockFace } from '../../ui/clock-face'
import { Key } from '../../ui/key'
import { spanText } from '../../ui/span-text'
import styles from './playbooks.module.css'
import { itemKeys } from './rows'

const text = texts.playbooks

/** Where an item is done. */
const places: Readonly<Record<PlaybookOpens, CommandId>> = {
  roles: 'assign',
  severity: 'severity',
  impact: 'impact',
  facts: 'facts',
  'customer-update': 'comms',
  audiences: 'audiences',
  room: 'chat-open',
  checkpoint: 'checkpoint',
  decision: 'decide',
  mitigation: 'mitigation',
  trees: 'trees',
  gate: 'gate',
  closing: 'closing',
  handoff: 'handoff',
  figures: 'figures',
}

interface ItemProps {
  readonly state: ItemState
  readonly playbook: string
  /** It has the keyboard when the sheet opens. */
  readonly isFirst: boolean
  readonly onGo: (place: CommandId) => void
}

/** [PB3] One item: ticked by the record, which says by what, or by a person. */
export function PlaybookItemRow({ state, playbook, isFirst, onGo }: ItemProps) {
  const { commands } = useCockpit()
  const now = useNow()
  const clock = useClockFace()
  const { item, settled, lateSince } = state
  const marked = settled?.from === 'person' ? settled.mark.mark : 'open'
  const isShown = settled?.from === 'record'
  const put = (mark: PlaybookMark) =>
    void commands.send('incident', 'playbook:mark', { playbook, item: item.id, mark, was: marked })
  const toggle = () => {
    if (!isShown) put(marked === 'open' ? 'done' : 'open')
  }
  const open = () => item.opens !== undefined && onGo(places[item.opens])
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === itemKeys.unneeded && settled === null) put('unneeded')
    else if (event.key === itemKeys.open) open()
    else return
    event.preventDefault()
  }
  return (
    <li className={styles.item} onKeyDown={press}>
      {/* biome-ignore lint/a11y/useSemanticElements: the whole line is the box, with what settled it */}
      <button
        type="button"
        role="checkbox"
        className={styles.box}
        aria-checked={settled !== null}
        aria-disabled={isShown || undefined}
        data-playbook-item
        data-autofocus={isFirst || undefined}
        onClick={toggle}
      >
        <span className={styles.tick} aria-hidden="true">
          {settled === null ? '' : marked === 'unneeded' ? '–' : '✓'}
        </span>
        <span className={styles.words}>
          <span dir="auto">{item.text}</span>
          {settled !== null && (
            <span className={styles.proof} dir="auto">
              {proofText(settled, clock.short)}
            </span>
          )}
          {lateSince !== null && (
            <span className={styles.late}>{t(text.lateFor, { span: spanText(now - lateSince) })}</span>
          )}
        </span>
        {item.role !== undefined && (
          <span className={styles.role} title={roleName[item.role]}>
            {roleLetters[item.role]}
          </span>
        )}
      </button>
      <Acts item={item} isOpen={settled === null} onUnneeded={() => put('unneeded')} onOpen={open} />
    </li>
  )
}

interface ActsProps {
  readonly item: PlaybookItem
  readonly isOpen: boolean
  readonly onUnneeded: () => void
  readonly onOpen: () => void
}

/** For mouse and touch, with their keys. */
function Acts({ item, isOpen, onUnneeded, onOpen }: ActsProps) {
  return (
    <span className={styles.acts}>
      {isOpen && (
        <Button tone="bare" tabIndex={-1} onClick={onUnneeded}>
          {text.unneeded} <Key quiet>{itemKeys.unneeded}</Key>
        </Button>
      )}
      {item.opens !== undefined && (
        <Button tone="bare" tabIndex={-1} onClick={onOpen}>
          {text.opens[item.opens]} <Key quiet>{itemKeys.open}</Key>
        </Button>
      )}
    </span>
  )
}

/** Of a text in the record so many characters: enough to know it by. */
const SHORT = 60

function proofText(settled: ItemProof, timeOf: (at: Millis) => string): string {
  if (settled.from === 'person') {
    const { mark, by, at } = settled.mark
    return t(text.marks[mark], { who: actorName(by), time: timeOf(at) })
  }
  const { at, what } = settled.proof
  const said = { what: beginningOf(what, SHORT), time: at === null ? '' : timeOf(at) }
  if (what === '') return at === null ? text.shown : t(text.shownAt, said)
  return t(at === null ? text.shownBy : text.shownByAt, said)
}

import { useEffect, useLayoutEffect, useRef } from 'react'
import { flushSync } from 'react-dom'
import { texts } from '../../../shared/texts/texts'
import type { CommandId } from '../../commands/command-list'
import { useCockpit, useFault } from '../../stores/cockpit'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { EmptyState } from '../../ui/empty-state'
import { FaultNote } from '../../ui/fault-note'
import { focusRowByArrows } from '../../ui/focus-row-by-arrows'
import { Key } from '../../ui/key'
import type { DialogPart } from '../../ui/on-demand'
import styles from './outbox-list.module.css'
import { OutboxRow } from './outbox-row'
import { openOutboxTexts } from './outward'
import { useOutwardActs, useOutwardList } from './use-outward'

/** The outbox beside the panes: items that need a decision first, then those done. */
export function OutboxDialog({ opened, onClose }: DialogPart) {
  const { focus } = useCockpit()
  const goTo = (place: CommandId) => {
    // This dialog must restore the focus first; else it would take it from the next dialog.
    flushSync(onClose)
    focus.request(place)
  }
  return (
    <Dialog opened={opened} onClose={onClose} title={text.title} placement="side" width={520}>
      <OutboxList onAsk={goTo} />
    </Dialog>
  )
}

const text = texts.outbox
const byHand = [
  { key: 'o', place: 'chat-open', label: text.channel.way },
  { key: 'p', place: 'chat-post', label: text.post.title },
] as const

function OutboxList({ onAsk }: { readonly onAsk: (place: CommandId) => void }) {
  const all = useOutwardList()
  const acts = useOutwardActs()
  const fault = useFault('outbox')
  const { commands } = useCockpit()
  const list = useKeptFocus()
  useAskKeys(onAsk)
  const open = openOutboxTexts(all)
  return (
    <>
      <div className={styles.bar}>
        <span className={styles.counts}>{open.length === 0 ? text.nothingOpen : open.join(' · ')}</span>
        {byHand.map(({ key, place, label }, index) => (
          <Button
            key={key}
            data-autofocus={(all.length === 0 && index === 0) || undefined}
            onClick={() => onAsk(place)}
          >
            {label} <Key quiet>{key}</Key>
          </Button>
        ))}
      </div>
      <FaultNote fault={fault} onDismiss={() => commands.dismiss('outbox')} />
      {all.length === 0 ? (
        <EmptyState title={text.none} />
      ) : (
        <ul ref={list} aria-label={text.title} onKeyDown={focusRowByArrows}>
          {all.map((one, index) => (
            <OutboxRow key={one.id} outward={one} first={index === 0} acts={acts} />
          ))}
        </ul>
      )}
    </>
  )
}

/** Keys of the forms, wherever in the dialog the focus is. */
function useAskKeys(onAsk: (place: CommandId) => void): void {
  useEffect(() => {
    const press = (event: globalThis.KeyboardEvent) => {
      const ask = byHand.find(({ key }) => key === event.key)
      if (ask === undefined || event.ctrlKey || event.metaKey || event.altKey) return
      event.preventDefault()
      onAsk(ask.place)
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  })
}

/** A settled row moves down and loses the focus: focus the first row then. */
function useKeptFocus() {
  const list = useRef<HTMLUListElement>(null)
  useLayoutEffect(() => {
    const first = list.current?.firstElementChild
    if (document.activeElement === document.body && first instanceof HTMLElement) first.focus()
  })
  return list
}

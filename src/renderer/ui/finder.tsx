import { type KeyboardEvent, useId, useState } from 'react'
import styles from './option-list.module.css'
import { PointedOption } from './pointed-option'
import { PointingField } from './pointing-field'

export interface FinderItem {
  readonly key: string
  readonly name: string
  /** What two items of one name differ by. */
  readonly note: string
}

export interface FinderGroup<Item extends FinderItem> {
  readonly group: string
  readonly items: readonly Item[]
}

export interface FinderProps<Item extends FinderItem> {
  readonly label: string
  readonly placeholder: string
  readonly groups: readonly FinderGroup<Item>[]
  readonly words: string
  readonly onWords: (words: string) => void
  readonly onPick: (item: Item) => void
  /** Backspace in the empty field. */
  readonly onBack?: () => void
  /** Why the list is empty, or what to type. */
  readonly empty: string
  /** False: Enter submits the form while nothing is typed. */
  readonly picksUntyped?: boolean
}

/** Finds by letters: the list is visible, the arrows move in it, Enter picks. The focus never leaves the field. */
export function Finder<Item extends FinderItem>(props: FinderProps<Item>) {
  const { label, placeholder, groups, words, onWords, onPick, onBack, empty, picksUntyped = true } = props
  const id = useId()
  const [pointed, setPointed] = useState<string | null>(null)
  const items = groups.flatMap(group => group.items)
  // Later items are added below: they must not move what the user is about to pick.
  const at = Math.max(
    0,
    items.findIndex(({ key }) => key === pointed),
  )
  const pick = (item: Item) => {
    setPointed(null)
    onPick(item)
  }
  const press = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const item = items[at]
    if (step !== undefined && items.length > 0)
      setPointed(items[(at + step + items.length) % items.length]?.key ?? null)
    else if (event.key === 'Backspace' && words === '' && onBack !== undefined) onBack()
    else if (
      event.key === 'Enter' &&
      !event.ctrlKey &&
      !event.metaKey &&
      (picksUntyped || words !== '' || pointed !== null)
    ) {
      if (item !== undefined) pick(item)
    } else return
    event.preventDefault()
  }
  return (
    <div className={styles.finder}>
      <label className={styles.label} htmlFor={`${id}-field`}>
        {label}
      </label>
      <PointingField
        id={`${id}-field`}
        small
        asks
        list={id}
        at={items[at] === undefined ? null : at}
        aria-expanded={items.length > 0}
        placeholder={placeholder}
        value={words}
        onText={text => {
          onWords(text)
          setPointed(null)
        }}
        onKeyDown={press}
      />
      <div className={styles.list}>
        {items.length === 0 ? (
          <p className={styles.empty} role="status">
            {empty}
          </p>
        ) : null}
        <div id={id} role="listbox" aria-label={label} hidden={items.length === 0}>
          {groups.map(({ group, items: some }) => (
            // biome-ignore lint/a11y/useSemanticElements: a listbox must not contain a fieldset
            <div key={group} role="group" aria-label={group}>
              <p className={styles.group} aria-hidden="true">
                {group}
              </p>
              {some.map(item => (
                <PointedOption
                  key={item.key}
                  id={`${id}-${items.indexOf(item)}`}
                  className={styles.option}
                  pointed={items[at] === item}
                  onPick={() => pick(item)}
                  onPoint={() => setPointed(item.key)}
                >
                  <bdi className={styles.name}>{item.name}</bdi> <bdi className={styles.note}>{item.note}</bdi>
                </PointedOption>
              ))}
            </div>
          ))}
        </div>
      </div>
    </div>
  )
}

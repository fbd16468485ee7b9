import { Menu } from '@mantine/core'
import { MenuIcon, Search } from 'lucide-react'
import { useState } from 'react'
import { words } from '../../../shared/words/words'
import { useCockpit } from '../../stores/cockpit'
import type { Place } from '../../stores/focus-store'
import { Key } from '../../ui/key'
import styles from './command-cell.module.css'

const text = words.bar
const { asks } = words.keymap

const PALETTE_KEY = 'Ctrl K'

type Offered = Extract<Place, keyof typeof asks>

const items: readonly (readonly [Offered, string])[] = [
  ['declare', 'n'],
  ['incidents', 'o'],
  ['title', 'I'],
  ['outbox', 'x'],
  ['connections', ','],
  ['panels', 'p'],
  ['layouts', 'L'],
  ['wall', 'w'],
  ['me', 'm'],
  ['settings', 'Ctrl ,'],
  ['keys', '?'],
]

/** Everything by mouse and touch: the palette, and a menu of what belongs to no pane. Always at the end of the bar. */
export function CommandCell() {
  const { focus } = useCockpit()
  return (
    <div className={styles.cell}>
      <button
        type="button"
        className={styles.button}
        title={text.commandsHint}
        onClick={() => focus.request('palette')}
      >
        <Search size={16} aria-hidden="true" />
        <span className={styles.word}>{text.commands}</span>
        <Key quiet>{PALETTE_KEY}</Key>
      </button>
      <MoreMenu />
    </div>
  )
}

function MoreMenu() {
  const { focus } = useCockpit()
  const [opened, setOpened] = useState(false)
  return (
    <Menu
      opened={opened}
      onChange={setOpened}
      position="bottom-end"
      offset={2}
      width={340}
      transitionProps={{ duration: 0 }}
      withinPortal
      classNames={{ dropdown: styles.menu ?? '', item: styles.item ?? '', itemLabel: styles.label ?? '' }}
    >
      <Menu.Target>
        <button type="button" className={styles.button} title={text.menuName}>
          <MenuIcon size={16} aria-hidden="true" />
          <span className={styles.word}>{text.menu}</span>
        </button>
      </Menu.Target>
      <Menu.Dropdown onKeyDown={event => event.key.length === 1 && setOpened(false)}>
        {items.map(([place, key]) => (
          <Menu.Item key={place} rightSection={<Key quiet>{key}</Key>} onClick={() => focus.request(place)}>
            {asks[place]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

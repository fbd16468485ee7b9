import { Menu } from '@mantine/core'
import { MenuIcon, Search } from 'lucide-react'
import { useState } from 'react'
import { texts } from '../../../shared/texts/texts'
import { askCommands, keyOf } from '../../commands/asked'
import { useCockpit } from '../../stores/cockpit'
import { Key } from '../../ui/key'
import styles from './command-cell.module.css'

const text = texts.bar

const items = askCommands.filter(({ inMenu }) => inMenu)

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
        <Key quiet>{keyOf('palette')}</Key>
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
        {items.map(({ id, does }) => (
          <Menu.Item key={id} rightSection={<Key quiet>{keyOf(id)}</Key>} onClick={() => focus.request(id)}>
            {does}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

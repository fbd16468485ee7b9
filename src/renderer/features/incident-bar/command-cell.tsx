import { MenuIcon, Search } from 'lucide-react'
import { texts } from '../../../shared/texts/texts'
import { commandRows, keyOf } from '../../commands/command-list'
import { useCockpit } from '../../stores/cockpit'
import { DropMenu } from '../../ui/drop-menu'
import { Key } from '../../ui/key'
import styles from './command-cell.module.css'

const text = texts.bar

const items = commandRows.filter(({ inMenu }) => inMenu)

/** Everything for mouse and touch: the palette, and a menu of what belongs to no pane. Always at the end of the bar. */
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
  const entries = items.map(({ id, does }) => ({
    id,
    label: does,
    aside: <Key quiet>{keyOf(id)}</Key>,
    onChoose: () => focus.request(id),
  }))
  return (
    <DropMenu items={entries} className={styles.button} title={text.menuName}>
      <MenuIcon size={16} aria-hidden="true" />
      <span className={styles.word}>{text.menu}</span>
    </DropMenu>
  )
}

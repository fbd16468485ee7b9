import { type KeyboardEvent, useState } from 'react'
import { severities } from '../../../shared/domain/severity'
import { texts } from '../../../shared/texts/texts'
import { useCockpit } from '../../stores/cockpit'
import { isField } from '../../ui/is-field'
import { LayoutFiles } from './layout-files'
import styles from './layouts-page.module.css'
import { type ReadyMade, readyMade, roles } from './ready-made'
import { RoleCard } from './role-card'
import { SaveLayout } from './save-layout'
import { SavedLayouts } from './saved-layouts'
import { Thumbnail } from './thumbnail'
import type { Told } from './told'
import { useKeptFocus } from './use-kept-focus'
import { useLayouts, useLayoutsState } from './use-layouts'

export function LayoutsPage({ onDone }: { readonly onDone: () => void }) {
  const layouts = useLayouts()
  const { focus } = useCockpit()
  const standing = useLayoutsState(state => state.name)
  const [told, tell] = useState<Told | null>(null)
  const page = useKeptFocus<HTMLDivElement>()
  const take = (role: ReadyMade) => {
    layouts.take(readyMade[role])
    onDone()
  }
  const wall = () => {
    onDone()
    focus.request('wall')
  }
  const byDigit = (event: KeyboardEvent) => {
    const role = roles[Number(event.key) - 1]
    if (isField(event.target) || event.ctrlKey || event.metaKey || event.altKey) return
    if (role === undefined && event.key !== String(roles.length + 1)) return
    event.preventDefault()
    if (role === undefined) wall()
    else take(role)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: digits are a second way to the buttons in it
    <div ref={page} tabIndex={-1} className={styles.page} onKeyDown={byDigit}>
      <section aria-label={texts.layouts.readyMade}>
        <ul className={styles.roles}>
          {roles.map((role, at) => (
            <RoleCard
              key={role}
              name={readyMade[role].name}
              what={readyMade[role].what}
              digit={at + 1}
              current={readyMade[role].name === standing}
              first={at === 0}
              onTake={() => take(role)}
            >
              <Thumbnail tree={readyMade[role].tree} />
            </RoleCard>
          ))}
          <RoleCard
            name={texts.layouts.ready.wall.name}
            what={texts.layouts.ready.wall.what}
            digit={roles.length + 1}
            onTake={wall}
          >
            <span className={styles.wall}>{severities[0]}</span>
          </RoleCard>
        </ul>
      </section>
      <SavedLayouts onDone={onDone} tell={tell} />
      <SaveLayout tell={tell} />
      <LayoutFiles onDone={onDone} tell={tell} />
      <p className={styles.told} role="status" data-bad={told?.bad === true}>
        {told?.text}
        {told?.undo !== undefined && (
          <button type="button" ref={undo => undo?.focus()} className={styles.undo} onClick={told.undo}>
            {texts.layouts.undo}
          </button>
        )}
      </p>
    </div>
  )
}

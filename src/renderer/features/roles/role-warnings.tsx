import { type KeyboardEvent, useState } from 'react'
import type { ResponderWarning } from '../../../shared/domain/responder-warnings'
import { MOST_REPORTS } from '../../../shared/domain/responder-warnings'
import { andListText, t, tCount } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { keyOf } from '../../commands/command-list'
import { useCockpit } from '../../stores/cockpit'
import { assignmentTextWithin } from '../../ui/assignment-text'
import { Key } from '../../ui/key'
import styles from './roles-pane.module.css'

const text = texts.crewWarnings
const most = MOST_REPORTS

/** A warning as a sentence, and the label of its fix. Gaps have none: their card shows them. */
export function roleWarningText(warning: Exclude<ResponderWarning, { kind: 'unfilled' }>): readonly [string, string] {
  const { changeTeam, giveAway, putUnderLead, nameDeputy } = text.waysOut
  switch (warning.kind) {
    case 'ic-operates': {
      const { name, posts, wayOut } = warning
      const said = t(text.icOperates, { name, posts: andListText(posts.map(assignmentTextWithin)) })
      return [said, wayOut === 'add' ? changeTeam : giveAway]
    }
    case 'ic-span': {
      const { name, reports } = warning
      const forms = name === null ? text.icSpanUnfilled : text.icSpan
      return [tCount(forms, reports, { most, ...(name !== null && { name }) }), putUnderLead]
    }
    case 'team-span': {
      const { team, lead, members } = warning
      return [tCount(text.teamSpan, members, { team, lead, most }), putUnderLead]
    }
    case 'no-deputy':
      return [tCount(text.noDeputy, warning.hours), nameDeputy]
  }
}

/**
 * Warnings other than gaps, each with the key of its fix. Only the gravest until expanded, so that the cards stay in
 * view.
 */
export function RoleWarnings({ warnings }: { readonly warnings: readonly ResponderWarning[] }) {
  const { focus } = useCockpit()
  const [opened, setOpened] = useState(false)
  const others = warnings.filter(warning => warning.kind !== 'unfilled')
  if (others.length === 0) return null
  const close = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !opened) return
    event.preventDefault()
    setOpened(false)
  }
  return (
    <ul className={styles.warnings} aria-label={texts.roles.warnings} onKeyDown={close}>
      {(opened ? others : others.slice(0, 1)).map((warning, index) => {
        const [text, wayOut] = roleWarningText(warning)
        const assigns = warning.wayOut === 'assign'
        return (
          <li key={text} className={styles.warning} data-opened={opened || undefined}>
            {index === 0 ? (
              <button type="button" className={styles.opens} aria-expanded={opened} onClick={() => setOpened(!opened)}>
                <span className={styles.warningText} dir="auto">
                  {text}
                </span>
                {!opened && others.length > 1 && (
                  <span className={styles.more}>{tCount(texts.roles.moreWarnings, others.length - 1)}</span>
                )}
              </button>
            ) : (
              <span className={styles.warningText} dir="auto">
                {text}
              </span>
            )}
            <button
              type="button"
              className={styles.wayOut}
              onClick={() => void focus.request(assigns ? 'assign' : 'crew-add')}
            >
              {wayOut} <Key quiet>{keyOf(assigns ? 'assign' : 'crew-add')}</Key>
            </button>
          </li>
        )
      })}
    </ul>
  )
}

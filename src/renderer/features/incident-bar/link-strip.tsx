import { texts } from '../../../shared/texts/texts'
import { useEngineQuiet, useSession } from '../../stores/cockpit'
import { faultText } from '../../ui/fault-text'
import styles from './link-strip.module.css'

/** Says that the engine is out of reach; everything on the screen is then as old as the moment it was lost. */
export function LinkStrip() {
  const link = useSession(session => session.link)
  const fault = useSession(session => session.fault)
  const quiet = useEngineQuiet()
  const state = quiet ? 'quiet' : link
  if (state !== 'open' && state !== 'connecting') {
    const { is, means } = texts.bar.line[state]
    return (
      <div className={styles.strip} role="alert">
        <strong>{is}</strong> {means}
      </div>
    )
  }
  if (fault === null) return null
  return (
    <div className={styles.strip} role="alert">
      <strong>{texts.bar.noGreeting}</strong> {faultText(fault)}
    </div>
  )
}

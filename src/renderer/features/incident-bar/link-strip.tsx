import { useSession } from '../../stores/cockpit'
import styles from './link-strip.module.css'

/** Says that the engine is out of reach; everything on the screen is then as old as the moment it was lost. */
export function LinkStrip() {
  const link = useSession(session => session.link)
  const fault = useSession(session => session.fault)
  if (link === 'lost') {
    return (
      <div className={styles.strip} role="alert">
        <strong>The engine cannot be reached.</strong> What you see is from before; what you write waits and is sent
        when it is back.
      </div>
    )
  }
  if (fault === null) return null
  return (
    <div className={styles.strip} role="alert">
      <strong>The engine did not greet this screen.</strong> {fault.message}
    </div>
  )
}

import { BellRing, type LucideIcon, Plug, Siren } from 'lucide-react'
import { useCockpit, useSession } from '../../stores/cockpit'
import type { Place } from '../../stores/focus-store'
import { Key } from '../../ui/key'
import styles from './open-space.module.css'

/** What to do first, while there is no incident. */
export function OpenSpace() {
  const world = useSession(session => session.world)
  return (
    <div className={styles.space}>
      <h3 className={styles.title}>{world.kind === 'drill' ? 'The drill is running' : 'All quiet'}</h3>
      <p className={styles.lead}>
        {world.kind === 'drill' && world.briefing !== ''
          ? world.briefing
          : 'Declare early. It costs nothing, tells nobody outside, and starts the record.'}
      </p>
      <ul className={styles.ways}>
        <Way icon={Siren} place="declare" keyName="n" title="Declare an incident">
          A title and a severity are enough.
        </Way>
        <Way icon={BellRing} place="alerts" keyName="2" title="Take a page">
          In Alerts, choose a page; its title comes along.
        </Way>
        <Way icon={Plug} place="connections" keyName="," title="Connect a vendor">
          PagerDuty, Grafana, Prometheus, Alertmanager, Statuspage, Slack.
        </Way>
      </ul>
      <p className={styles.foot}>
        <Key>?</Key> lists every key
      </p>
    </div>
  )
}

interface WayProps {
  readonly icon: LucideIcon
  readonly place: Place
  readonly keyName: string
  readonly title: string
  readonly children: string
}

function Way({ icon: Icon, place, keyName, title, children }: WayProps) {
  const { focus } = useCockpit()
  return (
    <li>
      <button type="button" className={styles.way} onClick={() => focus.request(place)}>
        <Icon size={20} strokeWidth={1.75} aria-hidden="true" className={styles.icon} />
        <span className={styles.words}>
          <span className={styles.name}>{title}</span>
          <span className={styles.how}>{children}</span>
        </span>
        <Key quiet>{keyName}</Key>
      </button>
    </li>
  )
}

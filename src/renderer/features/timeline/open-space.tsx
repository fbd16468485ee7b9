import { BellRing, GraduationCap, type LucideIcon, Plug, Siren } from 'lucide-react'
import { useCockpit, useSession } from '../../stores/cockpit'
import { Key } from '../../ui/key'
import styles from './open-space.module.css'

/** What to do first, while there is no incident. Who has nothing yet is shown the doors in. */
export function OpenSpace() {
  const world = useSession(session => session.world)
  const firstRun = useSession(session => session.welcome?.firstRun === true)
  return (
    <div className={styles.space}>
      {world.kind === 'drill' ? (
        <>
          <h3 className={styles.title}>The drill is running</h3>
          <p className={styles.lead}>{world.briefing === '' ? EARLY : world.briefing}</p>
          <IncidentWays />
        </>
      ) : firstRun ? (
        <>
          <h3 className={styles.title}>Welcome aboard</h3>
          <p className={styles.lead}>See an incident from the inside first, or begin with your own systems.</p>
          <FirstWays />
        </>
      ) : (
        <>
          <h3 className={styles.title}>All quiet</h3>
          <p className={styles.lead}>{EARLY}</p>
          <IncidentWays />
        </>
      )}
      <p className={styles.foot}>
        <Key>?</Key> lists every key
      </p>
    </div>
  )
}

const EARLY = 'Declare early. It costs nothing, tells nobody outside, and starts the record.'
const DRILL = 'payments-outage'

function FirstWays() {
  const { commands, focus } = useCockpit()
  const runDrill = () => void commands.ask('timeline', 'world:enter-drill', { drill: DRILL, speed: 1 })
  return (
    <ul className={styles.ways}>
      <Way icon={GraduationCap} onPress={runDrill} title="Run a drill">
        An outage of a shop, played on this machine. Nothing real is touched.
      </Way>
      <Way icon={Plug} onPress={() => focus.request('connections')} keyName="," title="Connect a vendor">
        PagerDuty, Grafana, Prometheus, Alertmanager, Statuspage, Slack.
      </Way>
      <Way icon={Siren} onPress={() => focus.request('declare')} keyName="n" title="Declare an incident">
        A title and a severity are enough, also with nothing connected.
      </Way>
    </ul>
  )
}

function IncidentWays() {
  const { focus } = useCockpit()
  return (
    <ul className={styles.ways}>
      <Way icon={Siren} onPress={() => focus.request('declare')} keyName="n" title="Declare an incident">
        A title and a severity are enough.
      </Way>
      <Way icon={BellRing} onPress={() => focus.request('alerts')} keyName="2" title="Take a page">
        In Alerts, choose a page; its title comes along.
      </Way>
      <Way icon={Plug} onPress={() => focus.request('connections')} keyName="," title="Connect a vendor">
        PagerDuty, Grafana, Prometheus, Alertmanager, Statuspage, Slack.
      </Way>
    </ul>
  )
}

interface WayProps {
  readonly icon: LucideIcon
  readonly onPress: () => void
  readonly keyName?: string
  readonly title: string
  readonly children: string
}

function Way({ icon: Icon, onPress, keyName, title, children }: WayProps) {
  return (
    <li>
      <button type="button" className={styles.way} onClick={onPress}>
        <Icon size={20} strokeWidth={1.75} aria-hidden="true" className={styles.icon} />
        <span className={styles.words}>
          <span className={styles.name}>{title}</span>
          <span className={styles.how}>{children}</span>
        </span>
        {keyName !== undefined && <Key quiet>{keyName}</Key>}
      </button>
    </li>
  )
}

import { BellRing, GraduationCap, type LucideIcon, Plug, Siren } from 'lucide-react'
import { words } from '../../../shared/words/words'
import { useCockpit, useSession } from '../../stores/cockpit'
import { Key } from '../../ui/key'
import { Said } from '../../ui/said'
import styles from './open-space.module.css'

const text = words.openSpace

/** What to do first, while there is no incident. Who has nothing yet is shown the doors in. */
export function OpenSpace() {
  const world = useSession(session => session.world)
  const firstRun = useSession(session => session.welcome?.firstRun === true)
  return (
    <div className={styles.space}>
      {world.kind === 'drill' ? (
        <>
          <h3 className={styles.title}>{text.drill}</h3>
          <p className={styles.lead}>{world.briefing === '' ? text.early : world.briefing}</p>
          <IncidentWays />
        </>
      ) : firstRun ? (
        <>
          <h3 className={styles.title}>{text.welcome}</h3>
          <p className={styles.lead}>{text.welcomeAbout}</p>
          <FirstWays />
        </>
      ) : (
        <>
          <h3 className={styles.title}>{text.quiet}</h3>
          <p className={styles.lead}>{text.early}</p>
          <IncidentWays />
        </>
      )}
      <p className={styles.foot}>
        <Said text={text.keys} parts={{ key: <Key>?</Key> }} />
      </p>
    </div>
  )
}

const DRILL = 'payments-outage'

function FirstWays() {
  const { commands, focus } = useCockpit()
  const runDrill = () => void commands.ask('timeline', 'world:enter-drill', { drill: DRILL, speed: 1 })
  return (
    <ul className={styles.ways}>
      <Way icon={GraduationCap} onPress={runDrill} title={text.runDrill}>
        {text.runDrillAbout}
      </Way>
      <Way icon={Plug} onPress={() => focus.request('connections')} keyName="," title={text.connect}>
        {text.connectAbout}
      </Way>
      <Way icon={Siren} onPress={() => focus.request('declare')} keyName="n" title={text.declare}>
        {text.declareAlone}
      </Way>
    </ul>
  )
}

function IncidentWays() {
  const { focus } = useCockpit()
  return (
    <ul className={styles.ways}>
      <Way icon={Siren} onPress={() => focus.request('declare')} keyName="n" title={text.declare}>
        {text.declareAbout}
      </Way>
      <Way icon={BellRing} onPress={() => focus.request('alerts')} keyName="2" title={text.takePage}>
        {text.takePageAbout}
      </Way>
      <Way icon={Plug} onPress={() => focus.request('connections')} keyName="," title={text.connect}>
        {text.connectAbout}
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

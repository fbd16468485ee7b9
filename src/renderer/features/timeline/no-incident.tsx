import { BellRing, ExternalLink, GraduationCap, type LucideIcon, Plug, Siren } from 'lucide-react'
import { useShallow } from 'zustand/react/shallow'
import type { IncidentSummary } from '../../../shared/contract/incidents'
import { isPlayedOut, type Mode } from '../../../shared/contract/mode'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { keyOf } from '../../commands/command-list'
import { useCockpit, useNow, useSelection, useSession } from '../../stores/cockpit'
import { toChooseFrom } from '../../stores/selection-store'
import { Key } from '../../ui/key'
import { panes } from '../../ui/panes'
import { spanText } from '../../ui/span-text'
import { Trans } from '../../ui/trans'
import styles from './no-incident.module.css'

const text = texts.openSpace

/** What to do first while there is no incident. A user without any data yet is shown how to begin. */
export function NoIncident() {
  const world = useSession(session => session.world)
  const firstRun = useSession(session => session.welcome?.firstRun === true)
  const choices = useSelection(useShallow(toChooseFrom))
  const now = useNow()
  return (
    <div className={styles.space}>
      {choices.length > 0 ? (
        <>
          <h3 className={styles.title}>{text.which}</h3>
          <p className={styles.lead}>{text.whichAbout}</p>
          <IncidentChoices choices={choices} />
        </>
      ) : world.kind === 'drill' && isPlayedOut(world, now) ? (
        <>
          <h3 className={styles.title}>{text.drillOver}</h3>
          <p className={styles.lead}>{text.drillOverAbout}</p>
          <DrillAgain drill={world} />
        </>
      ) : world.kind === 'drill' ? (
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
        <Trans text={text.keys} parts={{ key: <Key>{keyOf('keys')}</Key> }} />
      </p>
    </div>
  )
}

function IncidentChoices({ choices }: { readonly choices: readonly IncidentSummary[] }) {
  const { selection } = useCockpit()
  const now = useNow()
  return (
    <ul className={styles.ways}>
      {choices.map(({ id, severity, title, ic, declaredAt }) => (
        <Way
          key={id}
          icon={Siren}
          onPress={() => selection.setState({ open: id })}
          title={t(text.choice, { severity, title })}
        >
          {t(text.choiceAbout, {
            commander: ic?.name ?? texts.incidents.noCommander,
            span: spanText(now - declaredAt),
          })}
        </Way>
      ))}
    </ul>
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
      <Way icon={Plug} onPress={() => focus.request('connections')} keyName={keyOf('connections')} title={text.connect}>
        {text.connectAbout}
      </Way>
      <Way icon={Siren} onPress={() => focus.request('declare')} keyName={keyOf('declare')} title={text.declare}>
        {text.declareAlone}
      </Way>
      {/* [BN2] An incident may come from another machine, as a file. */}
      <Way
        icon={ExternalLink}
        onPress={() => focus.request('open-file')}
        keyName={keyOf('open-file')}
        title={texts.keymap.asks['open-file']}
      >
        {text.openFileAbout}
      </Way>
    </ul>
  )
}

function DrillAgain({ drill: { name, speed } }: { readonly drill: Extract<Mode, { readonly kind: 'drill' }> }) {
  const { commands, focus } = useCockpit()
  const again = () => void commands.ask('timeline', 'world:enter-drill', { drill: name, speed, anew: true })
  return (
    <ul className={styles.ways}>
      <Way icon={GraduationCap} onPress={again} title={text.drillAgain}>
        {text.drillAgainAbout}
      </Way>
      <Way
        icon={Plug}
        onPress={() => focus.request('connections')}
        keyName={keyOf('connections')}
        title={text.leaveDrill}
      >
        {text.leaveDrillAbout}
      </Way>
    </ul>
  )
}

function IncidentWays() {
  const { focus } = useCockpit()
  return (
    <ul className={styles.ways}>
      <Way icon={Siren} onPress={() => focus.request('declare')} keyName={keyOf('declare')} title={text.declare}>
        {text.declareAbout}
      </Way>
      <Way
        icon={BellRing}
        onPress={() => focus.request('alerts')}
        keyName={String(panes.alerts.digit)}
        title={text.takePage}
      >
        {text.takePageAbout}
      </Way>
      <Way icon={Plug} onPress={() => focus.request('connections')} keyName={keyOf('connections')} title={text.connect}>
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

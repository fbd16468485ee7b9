import type { IncidentLink, LinkKind } from '../../../shared/domain/incident-facts'
import { numberText, t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { keyOf } from '../../commands/asked'
import { useCockpit } from '../../stores/cockpit'
import { Key } from '../../ui/key'
import { OutsideLink } from '../../ui/outside-link'
import { Trans } from '../../ui/trans'
import styles from './bar-links.module.css'

const text = texts.facts

/** Where people are heard comes first, and as much as has room in the line. */
const order: readonly LinkKind[] = ['bridge', 'war-room', 'ticket', 'runbook', 'dashboard', 'other']
const SHOWN = 3

/** One press to the bridge, the war room or the ticket; the rest behind the button, which adds one too. */
export function BarLinks({ links }: { readonly links: readonly IncidentLink[] }) {
  const { focus } = useCockpit()
  const first = links.toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind)).slice(0, SHOWN)
  const count = numberText(links.length)
  const parts = { key: <Key quiet>{keyOf('facts')}</Key>, count: numberText(links.length - SHOWN) }
  return (
    <nav className={styles.links} aria-label={text.links}>
      {first.map(({ id, kind, label, url }) => (
        <OutsideLink key={id} className={styles.link} url={url} title={url}>
          <span className={styles.kind}>{text.linkKinds[kind]}</span> <bdi>{label}</bdi>
        </OutsideLink>
      ))}
      <button
        type="button"
        className={styles.all}
        onClick={() => focus.request('facts')}
        title={t(text.open, { count })}
      >
        <Trans text={links.length > SHOWN ? text.addMore : text.add} parts={parts} />
      </button>
    </nav>
  )
}

import type { Responder } from '../../../shared/domain/people'
import type { Transfers } from '../../../shared/domain/transfer'
import { clockFace, isZone } from '../../../shared/lib/clock-face'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { useNow } from '../../stores/cockpit'
import styles from './transfer.module.css'

const text = texts.transfer

interface Props extends Pick<Transfers, 'timeZones'> {
  readonly person: Responder
}

/** [TC8] A person with the time at their place, where it is known; the hint says how. */
export function PersonThere({ person: { id, name }, timeZones }: Props) {
  const now = useNow()
  const zone = timeZones[id]
  return (
    <>
      <bdi>{name}</bdi>
      {zone !== undefined && isZone(zone) && (
        <span className={styles.there} title={t(text.localTimeAbout, { zone })}>
          {t(text.localTime, { time: clockFace({ hours: '24', zone }).short(now) })}
        </span>
      )}
    </>
  )
}

/** [TC8] The name of this browser's own zone. */
export function ownZone(): { readonly zone?: string } {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
  return /^[A-Za-z][\w+/-]{0,63}$/.test(timeZone) ? { zone: timeZone } : {}
}

import type { CodedText } from '../../../shared/contract/coded-text'
import type { Incident } from '../../../shared/domain/incident'
import type { OfferedPlaybook, OfferReason } from '../../../shared/domain/playbook-state'
import { t, tCount } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { useCockpit } from '../../stores/cockpit'
import { Button } from '../../ui/button'
import { EmptyState } from '../../ui/empty-state'
import { faultText } from '../../ui/fault-text'
import { focusRowByArrows } from '../../ui/focus-row-by-arrows'
import { Tag } from '../../ui/tag'
import textStyles from '../../ui/text.module.css'
import styles from './playbooks.module.css'

const text = texts.playbooks

interface OfferedProps {
  readonly incident: Incident
  /** Undefined: the files are being read. */
  readonly offered: readonly OfferedPlaybook[] | undefined
  readonly folder: string
  readonly problems: readonly CodedText[]
  readonly onBegun: (key: string) => void
  /** Absent: no other runs. */
  readonly onBack?: () => void
}

/** [PB2] What can be begun, with what speaks for it. */
export function OfferedPlaybooks({ incident, offered, folder, problems, onBegun, onBack }: OfferedProps) {
  const { commands } = useCockpit()
  const start = async ({ key, version }: OfferedPlaybook['playbook']) => {
    const reply = await commands.send('incident', 'playbook:start', { playbook: key, version })
    if (reply?.ok) onBegun(key)
  }
  if (offered === undefined) return <p className={textStyles.quiet}>{texts.ui.reading}</p>
  return (
    <>
      {offered.length === 0 ? (
        <EmptyState title={text.noFiles}>{t(text.noFilesAbout, { folder })}</EmptyState>
      ) : (
        <>
          <p className={textStyles.quiet}>{text.noneAbout}</p>
          <ul className={styles.offers} aria-label={text.list} onKeyDown={focusRowByArrows}>
            {offered.map(({ playbook, reason }, at) => (
              <li key={playbook.key}>
                <button
                  type="button"
                  className={styles.offer}
                  data-autofocus={at === 0 || undefined}
                  onClick={() => void start(playbook)}
                >
                  <span className={styles.offerTitle}>
                    <strong dir="auto">{playbook.title}</strong>
                    {reason !== undefined && <Tag tone="good">{reasonText(reason)}</Tag>}
                    {playbook.from === 'team' && <Tag tone="plain">{text.fromTeam}</Tag>}
                    <span className={textStyles.quiet}>
                      {tCount(
                        text.size,
                        playbook.phases.reduce((sum, { items }) => sum + items.length, 0),
                      )}
                    </span>
                  </span>
                  <span className={textStyles.soft} dir="auto">
                    {playbook.about}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      {problems.length > 0 && (
        <div role="note" className={styles.problems}>
          <p>{text.problems}</p>
          {problems.map(problem => (
            <p key={problem.message} dir="auto">
              {faultText({ kind: 'refused', ...problem })}
            </p>
          ))}
        </div>
      )}
      {onBack !== undefined && (
        <Button tone="bare" onClick={onBack}>
          {text.back}
        </Button>
      )}
      {incident.playbooks.some(({ ended }) => ended !== null) && (
        <p className={textStyles.quiet}>
          {tCount(text.ended, incident.playbooks.filter(({ ended }) => ended !== null).length)}
        </p>
      )}
    </>
  )
}

function reasonText(reason: OfferReason): string {
  return reason.by === 'word'
    ? t(text.fitsWord, { word: reason.word })
    : t(text.fitsSeverity, { severity: reason.severity })
}

import { useRef, useState } from 'react'
import { hasAlert, type IncidentSummary } from '../../shared/contract/incidents'
import type { IncidentId } from '../../shared/domain/ids'
import { t } from '../../shared/texts/t'
import { texts } from '../../shared/texts/texts'
import { useCockpit, useNow, useSelection, useSession } from '../stores/cockpit'
import { Button } from '../ui/button'
import { ButtonRow } from '../ui/button-row'
import { Key } from '../ui/key'
import notes from '../ui/notes.module.css'
import { spanText } from '../ui/span-text'
import { Trans } from '../ui/trans'
import { undecidedMark, useDecision } from '../ui/undecided'

const text = texts.declaring.other

const [OPEN_KEY, ANOTHER_KEY] = ['o', 'a'] as const

/** Incidents that others declared of the same, as far as the person has not answered for them. */
interface OthersDeclared {
  readonly unanswered: readonly IncidentSummary[]
  /** Those that another is declared besides. */
  readonly besides: readonly IncidentId[]
  readonly declareAnother: () => void
}

/** [DI7] Of one of these alerts; with none, whatever was declared since the form was opened. */
export function useOthersDeclared(mine: IncidentId, alerts: readonly string[]): OthersDeclared {
  const incidents = useSelection(({ incidents }) => incidents)
  const isGreeted = useSession(({ welcome }) => welcome !== null)
  const [besides, setBesides] = useState<readonly IncidentId[]>([])
  const before = useRef<ReadonlySet<IncidentId>>(undefined)
  if (isGreeted) before.current ??= new Set(incidents.map(({ id }) => id))
  const unanswered = incidents.filter(one => {
    if (one.id === mine || besides.includes(one.id) || one.status === 'resolved') return false
    return alerts.length > 0 ? hasAlert(one, alerts) : before.current?.has(one.id) === false
  })
  const declareAnother = () => setBesides([...besides, ...unanswered.map(({ id }) => id)])
  return { unanswered, besides, declareAnother }
}

/** [DI7] Says who was quicker; until the person answers, the form declares nothing. */
export function OtherDeclared({
  others: { unanswered, declareAnother },
  onOpened,
}: {
  readonly others: OthersDeclared
  readonly onOpened: () => void
}) {
  const newest = unanswered.toSorted((a, b) => b.declaredAt - a.declaredAt)[0]
  return newest && <Asked newest={newest} onOpened={onOpened} onAnother={declareAnother} />
}

interface AskedProps {
  readonly newest: IncidentSummary
  readonly onOpened: () => void
  readonly onAnother: () => void
}

function Asked({ newest: { id, by, severity, title, declaredAt }, onOpened, onAnother }: AskedProps) {
  const { selection } = useCockpit()
  const now = useNow()
  const open = () => {
    selection.setState({ open: id })
    onOpened()
  }
  const part = useDecision({ [OPEN_KEY]: open, [ANOTHER_KEY]: onAnother })
  const which = { severity, title, span: spanText(Math.max(0, now - declaredAt)) }
  return (
    <div ref={part} className={notes.changed} role="alert" {...undecidedMark}>
      <p className={notes.what} dir="auto">
        {by === undefined ? t(text.alone, which) : t(text.by, { ...which, who: by })}
      </p>
      <ButtonRow>
        <Button onClick={open}>
          <Trans text={text.open} parts={{ key: <Key quiet>{OPEN_KEY}</Key> }} />
        </Button>
        <Button onClick={onAnother}>
          <Trans text={text.declare} parts={{ key: <Key quiet>{ANOTHER_KEY}</Key> }} />
        </Button>
      </ButtonRow>
    </div>
  )
}

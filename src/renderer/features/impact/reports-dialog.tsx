import { useState } from 'react'
import type { Fault } from '../../../shared/contract/faults'
import {
  type CustomerReport,
  LONGEST_SOURCE,
  MOST_CUSTOMERS,
  type ReportWords,
  reportsNow,
} from '../../../shared/domain/customer-reports'
import { type EventId, newId, type StrategyId } from '../../../shared/domain/ids'
import type { Incident } from '../../../shared/domain/incident'
import { actorName } from '../../../shared/domain/people'
import { LONGEST_ITEM } from '../../../shared/domain/strategy'
import { reportText } from '../../../shared/events/customers-reported'
import type { Millis } from '../../../shared/lib/time'
import { numberText, t, tCount } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { useCockpit, useNow, useOwnFault, useRecord } from '../../stores/cockpit'
import { useTypedFields } from '../../stores/use-typed-fields'
import { WhileNoIncident } from '../../stores/while-none'
import { Button } from '../../ui/button'
import { ButtonRow } from '../../ui/button-row'
import { useClockFace } from '../../ui/clock-face'
import { ChangedMeanwhile } from '../../ui/colleagues'
import { Dialog } from '../../ui/dialog'
import { EmptyState } from '../../ui/empty-state'
import { FaultNote } from '../../ui/fault-note'
import { Form } from '../../ui/form'
import { Key } from '../../ui/key'
import type { DialogPart } from '../../ui/on-demand'
import { RestoredNote } from '../../ui/restored-note'
import { spanText } from '../../ui/span-text'
import { TextField } from '../../ui/text-fields'
import { Trans } from '../../ui/trans'
import { lastShown } from '../../ui/typed-clock'
import { useBase } from '../../ui/use-base'
import styles from './reports.module.css'

const text = texts.reports

/** [CR7] Adds customer reports, and corrects or retracts them. */
export function ReportsDialog({ opened, onClose }: DialogPart) {
  const incident = useRecord(record => record.incident)
  return (
    <Dialog opened={opened} onClose={onClose} title={text.title} width={640}>
      {incident === undefined ? (
        <WhileNoIncident>{words => <EmptyState {...words} />}</WhileNoIncident>
      ) : (
        <Reports incident={incident} onDone={onClose} />
      )}
    </Dialog>
  )
}

interface ReportsProps {
  readonly incident: Incident
  readonly onDone: () => void
}

function Reports({ incident: { reports }, onDone }: ReportsProps) {
  const [chosen, setChosen] = useState<CustomerReport | null>(null)
  const edited = reports.find(({ id }) => id === chosen?.id) ?? null
  return (
    <>
      <Sum reports={reports} />
      {chosen === null ? (
        <AddForm reports={reports} onDone={onDone} />
      ) : (
        <CorrectForm
          key={chosen.id}
          report={edited ?? chosen}
          isGone={edited === null}
          onDone={() => setChosen(null)}
        />
      )}
      {reports.length > 0 && (
        <ul className={styles.list} aria-label={text.list}>
          {newestFirst(reports).map(report => (
            <Row key={report.id} report={report} onEdit={() => setChosen(report)} />
          ))}
        </ul>
      )}
    </>
  )
}

/** By when they came in, which is not always the order in which they were recorded. */
function newestFirst(reports: Incident['reports']): Incident['reports'] {
  return reports.toReversed().sort((a, b) => b.raised.at - a.raised.at)
}

function Sum({ reports }: Pick<Incident, 'reports'>) {
  const now = useNow()
  const { count, lastAt } = reportsNow(reports)
  if (lastAt === null)
    return (
      <EmptyState title={text.none}>
        <Trans text={text.how} parts={{ line: <Key>{text.line}</Key> }} />
      </EmptyState>
    )
  const span = spanText(Math.max(0, now - lastAt))
  return <p className={styles.sum}>{tCount(text.sum, count, { span })}</p>
}

type Values = { readonly [Name in 'source' | 'count' | 'text' | 'time']: string }
const blank: Values = { source: '', count: '1', text: '', time: '' }

function AddForm({ reports, onDone }: Pick<Incident, 'reports'> & { readonly onDone: () => void }) {
  const { commands } = useCockpit()
  const fault = useOwnFault('strategy')
  const now = useNow()
  const clock = useClockFace()
  const [id, setId] = useState(() => newId<StrategyId>())
  const [tried, setTried] = useState(false)
  const form = useTypedFields('customer-report', blank)
  const at = form.values.time.trim() === '' ? null : lastShown(form.values.time, now, clock)
  const said = wordsOf(form.values)
  const save = async () => {
    setTried(true)
    if (said === undefined || at === undefined || saysNothing(said)) return
    const item = { kind: 'report', ...said, at } as const
    if (!(await commands.send('strategy', 'strategy:put', { id, item })).ok) return
    setId(newId())
    if (form.hasGone(form.values)) onDone()
  }
  return (
    <Form onSubmit={save} submit={text.submit}>
      <RestoredNote since={form.since} forget={form.forget} />
      <Words values={form.values} set={form.set} reports={reports} tried={tried} />
      <TextField
        limit={null}
        label={text.time}
        placeholder={text.timeNow}
        error={at === undefined && text.timeUnreadable}
        value={form.values.time}
        onChange={event => form.set({ time: event.currentTarget.value })}
      />
      <FaultNote fault={fault} />
    </Form>
  )
}

interface CorrectFormProps {
  readonly report: CustomerReport
  /** [CR5] Its line was retracted in the meantime. */
  readonly isGone: boolean
  readonly onDone: () => void
}

/** [CR4] Its base is what this page showed: a colleague’s correction in the meantime is shown, not overwritten. */
function CorrectForm({ report, isGone, onDone }: CorrectFormProps) {
  const { commands } = useCockpit()
  const refused = useOwnFault('strategy')
  const fault = isGone ? gone : refused
  const [tried, setTried] = useState(false)
  const { form, base, set } = useCorrection(report)
  const said = wordsOf(form.values)
  const leave = () => {
    commands.dismiss('strategy')
    form.forget()
    onDone()
  }
  const save = async () => {
    setTried(true)
    if (said === undefined || saysNothing(said)) return
    const isSame = said.source === report.source && said.text === report.text && said.count === report.count
    const sent = { report: report.id, ...said, retracted: report.retracted !== null, was: base.value }
    if (isGone || (!isSame && !(await commands.send('strategy', 'reports:correct', sent)).ok)) return
    leave()
  }
  const keepMine = () => {
    commands.dismiss('strategy')
    base.rebase()
    form.set({ was: report.key })
  }
  const theirs = reportText(report)
  return (
    <Form onSubmit={save} submit={text.save} more={<Button onClick={leave}>{text.stop}</Button>}>
      <RestoredNote since={form.since} forget={form.forget} />
      <Words values={form.values} set={set} reports={noReports} tried={tried} />
      {base.isStale && !isGone ? (
        <ChangedMeanwhile
          theirs={report.retracted === null ? theirs : t(text.theirsRetracted, { said: theirs })}
          onTakeTheirs={leave}
          onKeepMine={keepMine}
        />
      ) : (
        <FaultNote fault={fault} />
      )}
    </Form>
  )
}

/**
 * The text of a correction is stored with the report that it was typed against, and is offered again for that one
 * alone.
 */
function useCorrection(report: CustomerReport) {
  const [start] = useState(() => ({ source: report.source, count: String(report.count), text: report.text }))
  const form = useTypedFields(`customer-report:${report.id}`, { ...start, time: '', was: '' })
  const base = useBase(report.key, form.values.was === '' ? report.key : (form.values.was as EventId))
  const set = (change: Partial<Values>) => {
    const { source, count, text: said } = { ...form.values, ...change }
    const isTyped = source !== start.source || count !== start.count || said !== start.text
    form.set({ ...change, was: isTyped ? base.value : '' })
  }
  return { form, base, set }
}

const noReports: Incident['reports'] = []
const gone: Fault = { kind: 'refused', message: text.gone }

/** The report to send; undefined while the count is invalid. */
function wordsOf({ source, count, text: said }: Values): ReportWords | undefined {
  const typed = count.normalize('NFKC').replace(/[\s,.’']/gu, '')
  const number = /^[x×]?\d{1,7}$/i.test(typed) ? Number(typed.replace(/^[x×]/i, '')) : 0
  if (number < 1 || number > MOST_CUSTOMERS) return undefined
  return { source: source.trim(), text: said.trim(), count: number }
}

function saysNothing({ source, text: said, count }: ReportWords): boolean {
  return source === '' && said === '' && count === 1
}

interface WordsProps extends Pick<Incident, 'reports'> {
  readonly values: Values
  readonly set: (change: Partial<Values>) => void
  readonly tried: boolean
}

const OFFERED = 6

function Words({ values, set, reports, tried }: WordsProps) {
  const before = reports.flatMap(({ source, retracted }) => (retracted === null ? [source] : [])).toReversed()
  const offered = [...new Set([...before, ...texts.scribe.strategy.sources])].filter(source => source !== '')
  const said = wordsOf(values)
  return (
    <>
      <TextField
        data-autofocus
        limit={LONGEST_SOURCE}
        label={text.source}
        placeholder={text.sourceExample}
        dir="auto"
        value={values.source}
        onChange={event => set({ source: event.currentTarget.value })}
      />
      {values.source === '' && (
        <ButtonRow gap="close">
          {offered.slice(0, OFFERED).map(source => (
            <Button key={source} onClick={() => set({ source })}>
              <bdi>{source}</bdi>
            </Button>
          ))}
        </ButtonRow>
      )}
      <TextField
        limit={null}
        label={text.count}
        inputMode="numeric"
        error={said === undefined && t(text.countUnreadable, { most: numberText(MOST_CUSTOMERS) })}
        value={values.count}
        onChange={event => set({ count: event.currentTarget.value })}
      />
      <TextField
        limit={LONGEST_ITEM}
        label={text.text}
        placeholder={text.textExample}
        dir="auto"
        error={tried && said !== undefined && saysNothing(said) && text.needsOne}
        value={values.text}
        onChange={event => set({ text: event.currentTarget.value })}
      />
    </>
  )
}

function Row({ report, onEdit }: { readonly report: CustomerReport; readonly onEdit: () => void }) {
  const { commands } = useCockpit()
  const clock = useClockFace()
  const { id, source, text: said, count, raised, retracted, key } = report
  const isRetracted = retracted !== null
  const time = (at: Millis) => `${clock.date(at)} ${clock.short(at)}`
  const turn = () => {
    const sent = { report: id, source, text: said, count, retracted: !isRetracted, was: key }
    void commands.send('strategy', 'reports:correct', sent)
  }
  const name = (act: string) => t(text.one, { act, report: reportText(report) })
  const act = isRetracted ? text.restore : text.retract
  const added = t(text.added, { time: time(raised.at), by: actorName(raised.by) })
  return (
    <li className={styles.row} data-retracted={isRetracted}>
      <span className={styles.count}>{t(text.counted, { count: numberText(count) })}</span>
      <span className={styles.what}>
        <strong>
          <bdi>{source === '' ? text.noSource : source}</bdi>
        </strong>{' '}
        <bdi>{said === '' ? text.noText : said}</bdi>
      </span>
      <span className={styles.note} dir="auto">
        {retracted === null ? added : `${added} · ${t(text.retracted, { by: actorName(retracted.by) })}`}
      </span>
      <ButtonRow gap="close" className={styles.acts}>
        <Button aria-label={name(text.edit)} onClick={onEdit}>
          {text.edit}
        </Button>
        <Button aria-label={name(act)} onClick={turn}>
          {act}
        </Button>
      </ButtonRow>
    </li>
  )
}

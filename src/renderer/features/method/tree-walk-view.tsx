import type { Incident } from '../../../shared/domain/incident'
import {
  type DecisionTree,
  readSteps,
  type TakenStep,
  type TreePlace,
  type TreeResult,
  type TreeStep,
  treeAnswers,
  walkTree,
  writtenSteps,
} from '../../../shared/domain/method/tree-walk'
import { type TreeWalk, walkText } from '../../../shared/events/tree-walked'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { useCockpit, useOwnFault } from '../../stores/cockpit'
import { useOnce } from '../../stores/use-once'
import { Button } from '../../ui/button'
import { ButtonRow } from '../../ui/button-row'
import { FaultNote } from '../../ui/fault-note'
import { Key } from '../../ui/key'
import { Trans } from '../../ui/trans'
import { factsFor, type Known, type LiveFact } from './live-facts'
import styles from './method.module.css'
import { useHeldKeys } from './use-held-keys'
import { useKnown } from './use-known'

const text = texts.trees

export interface TreeWalkViewProps {
  readonly incident: Incident
  readonly tree: DecisionTree
  readonly trees: readonly DecisionTree[]
  /** Version of the method as it was read. */
  readonly version: string
  /** As `writtenSteps` writes them. */
  readonly steps: string
  readonly onSteps: (steps: string) => void
  /** Back to the list of trees. */
  readonly onLeave: () => void
  readonly onChoose: (tree: string) => void
  readonly onDone: () => void
}

/** [TR4] One question at a time, with the facts about it; a letter answers, Backspace undoes the last answer. */
export function TreeWalkView(props: TreeWalkViewProps) {
  const { tree, incident, steps: written, onSteps, onLeave } = props
  const known = useKnown(incident)
  const place = walkTree(tree, readSteps(written))
  const { taken, question, result } = place
  const steps = taken.map(({ step }) => step)
  const step = (one: TreeStep) => onSteps(writtenSteps([...steps, one]))
  const backTo = (at: number) => (at < 0 ? onLeave() : onSteps(writtenSteps(steps.slice(0, at))))
  const recording = useRecording(props, place, known)
  const act = (key: string): boolean => {
    if (key === 'Backspace') backTo(steps.length - 1)
    else if (result !== undefined && key === 'Enter') recording.record(true)
    else if (result !== undefined && key === keys.only) recording.record(false)
    else if (question !== undefined) {
      const answer = treeAnswers.find(one => answerKeys[one] === key && question[one] !== undefined)
      const shortcut = /^[1-9]$/.test(key) ? tree.shortcuts[Number(key) - 1] : undefined
      if (answer !== undefined) step({ question: question.id, answer })
      else if (shortcut !== undefined) step({ shortcut: shortcut.id })
      else return false
    } else return false
    return true
  }
  const { here, press } = useHeldKeys(written, act)
  return (
    <section ref={here} tabIndex={-1} aria-label={tree.title} className={styles.tool} onKeyDown={press} data-autofocus>
      <h3 className={styles.heading} dir="auto">
        {tree.title}
      </h3>
      <Path taken={taken} onBackTo={backTo} />
      {question !== undefined && <Question {...{ tree, question, known }} onStep={step} />}
      {result !== undefined && <Result {...{ result, trees: props.trees }} onRecord={recording.record} />}
      <FaultNote fault={recording.fault} />
      <ButtonRow>
        <Button tone="bare" onClick={() => backTo(steps.length - 1)}>
          <Trans text={text.back} parts={{ key: <Key quiet>{keys.back}</Key> }} />
        </Button>
      </ButtonRow>
    </section>
  )
}

const answerKeys = { yes: 'y', no: 'n', unknown: 'u' } as const
const keys = { back: '⌫', only: 'r' } as const

function Path({ taken, onBackTo }: { readonly taken: readonly TakenStep[]; readonly onBackTo: (at: number) => void }) {
  if (taken.length === 0) return null
  return (
    <ol className={styles.path} aria-label={text.path}>
      {taken.map(({ asked, step, shortcut }, at) => (
        <li key={asked.id}>
          <button type="button" className={styles.taken} onClick={() => onBackTo(at)}>
            <span dir="auto">{shortcut ?? asked.asks}</span>
            {'answer' in step && <strong>{text.said[step.answer]}</strong>}
          </button>
        </li>
      ))}
    </ol>
  )
}

interface QuestionProps {
  readonly tree: DecisionTree
  readonly question: NonNullable<TreePlace['question']>
  readonly known: Known
  readonly onStep: (step: TreeStep) => void
}

function Question({ tree, question, known, onStep }: QuestionProps) {
  const facts = factsFor(question.facts, known)
  return (
    <>
      <p className={styles.question} dir="auto" role="status">
        {question.asks}
      </p>
      {question.facts.length > 0 && facts.length === 0 && <p className={styles.aside}>{text.noFacts}</p>}
      <Facts label={text.facts} facts={facts.filter(({ speaks }) => speaks === null)} />
      <ul className={styles.answers}>
        {treeAnswers.map(
          answer =>
            question[answer] !== undefined && (
              <li key={answer} className={styles.answer}>
                <Button onClick={() => onStep({ question: question.id, answer })}>
                  <Trans text={text.answers[answer]} parts={{ key: <Key quiet>{answerKeys[answer]}</Key> }} />
                </Button>
                <Facts label={text.speakFor[answer]} facts={facts.filter(({ speaks }) => speaks === answer)} />
              </li>
            ),
        )}
      </ul>
      {tree.shortcuts.length > 0 && (
        <>
          <p className={styles.aside}>{text.shortcuts}</p>
          <ul className={styles.plain}>
            {tree.shortcuts.map(({ id, text: says }, at) => (
              <li key={id}>
                <button type="button" className={styles.row} onClick={() => onStep({ shortcut: id })}>
                  <span dir="auto">{says}</span>
                  {at < 9 && <Key quiet>{String(at + 1)}</Key>}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

/** [TR3] Current facts: beside the answer that they support, or above all answers. They never choose. */
function Facts({ label, facts }: { readonly label: string; readonly facts: readonly LiveFact[] }) {
  if (facts.length === 0) return null
  return (
    <ul className={styles.facts} aria-label={label}>
      {facts.map(fact => (
        <li key={fact.text} className={styles.fact} data-speaks={fact.speaks ?? undefined} dir="auto">
          {fact.text}
        </li>
      ))}
    </ul>
  )
}

interface ResultProps {
  readonly result: TreeResult
  readonly trees: readonly DecisionTree[]
  readonly onRecord: (goOn: boolean) => void
}

function Result({ result, trees, onRecord }: ResultProps) {
  const { next } = result
  return (
    <>
      <p className={styles.result} dir="auto" role="status">
        {result.text}
      </p>
      <p className={styles.aside} dir="auto">
        {nextText(result, trees)}
      </p>
      <ButtonRow>
        <Button tone="primary" onClick={() => onRecord(true)}>
          <Trans text={text.record[next.kind]} parts={{ key: <Key quiet>↵</Key> }} />
        </Button>
        {next.kind !== 'none' && (
          <Button onClick={() => onRecord(false)}>
            <Trans text={text.only} parts={{ key: <Key quiet>{keys.only}</Key> }} />
          </Button>
        )}
      </ButtonRow>
    </>
  )
}

function nextText({ next }: TreeResult, trees: readonly DecisionTree[]): string {
  if (next.kind === 'none') return text.next.none
  if (next.kind === 'tree')
    return t(text.next.tree, { text: trees.find(({ id }) => id === next.tree)?.title ?? next.tree })
  const says = t(text.next[next.kind], { text: next.text })
  return next.after === undefined ? says : `${says}, ${t(text.after, { count: next.after })}`
}

/** [TR2] Records the walk; if the user continues, the next step opens, filled in as far as it is known. */
function useRecording(props: TreeWalkViewProps, { taken, result }: TreePlace, known: Known) {
  const { tree, version, onLeave, onChoose, onDone } = props
  const { commands, focus } = useCockpit()
  const fault = useOwnFault('strategy')
  const goOn = ({ next }: TreeResult, walk: TreeWalk) => {
    if (next.kind === 'tree') return onChoose(next.tree)
    onLeave()
    onDone()
    if (next.kind === 'task') focus.offer({ command: 'board-add', text: next.text })
    else if (next.kind === 'page') focus.offer({ command: 'page-create', who: next.text, why: walkText(walk) })
    else if (next.kind === 'update') focus.offer({ command: 'comms', asks: next.text })
  }
  const once = useOnce()
  const record = (follows: boolean) =>
    once('record', async () => {
      if (result === undefined) return
      const walk = walkOf(tree, version, taken, result, known)
      if (!(await commands.send('strategy', 'trees:record', { walk })).ok) return
      if (follows) return goOn(result, walk)
      onLeave()
      onDone()
    })
  return { fault, record }
}

function walkOf(
  { id, title }: DecisionTree,
  method: string,
  taken: readonly TakenStep[],
  result: TreeResult,
  known: Known,
): TreeWalk {
  const path = taken.map(({ asked, step, shortcut }) => ({
    ...{ question: asked.id, asks: asked.asks },
    answer: 'answer' in step ? step.answer : { shortcut: step.shortcut, text: shortcut ?? step.shortcut },
    facts: factsFor(asked.facts, known).map(fact => fact.text),
  }))
  return { tree: id, title, method, path, result: { id: result.id, text: result.text } }
}

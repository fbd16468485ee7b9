import { compileTemplate } from '../../src/main/engine/comms/templates-sandbox'
import { lintUpdate } from '../../src/shared/domain/lint/lint'
import type { LintedUpdate } from '../../src/shared/domain/lint/lint-finding'
import { asLinted, countLint, type LintSetPart, labelledPart, lintSetParts } from '../support/lint-set'
import { shippedLintWords } from '../support/shipped-lint'
import { median } from './median'
import { against, atLeast, atMost, type BenchResult } from './result'

const [WORDS, RUNS] = [2_000, 60]

/** What a long update costs to be filled in and checked, and what the check finds in the labelled set. */
export async function run(): Promise<readonly BenchResult[]> {
  return [rendered(), checked(), ...lintSetParts.flatMap(found)]
}

/** Beside replacing the same values by plain text. */
function rendered(): BenchResult {
  const values = { service: 'Card payments', impact: 'One in four fails' }
  const words = longUpdate().body.split(/(?<=\s)/)
  const text = words.map((word, at) => (at % 20 === 0 ? '{{ service }}: {{ impact | sentence }} ' : word)).join('')
  const compiled = compileTemplate(text)
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.fault))
  const spans = { render: [] as number[], plain: [] as number[] }
  for (let turn = 0; turn < RUNS; turn += 1) {
    spans.render.push(timed(() => compiled.value(values)))
    spans.plain.push(
      timed(() =>
        text.replaceAll('{{ service }}', values.service).replaceAll('{{ impact | sentence }}', values.impact),
      ),
    )
  }
  const once = compiled.value(values)
  if (!once.ok || !once.value.includes('One in four fails')) throw new Error('The long template was not filled in')
  return within(`Template of ${WORDS} words filled in`, median(spans.render), median(spans.plain))
}

/** Beside reading the words of the same text once. */
function checked(): BenchResult {
  const words = shippedLintWords()
  const update = longUpdate()
  const spans = { lint: [] as number[], plain: [] as number[] }
  let findings = 0
  for (let turn = 0; turn < RUNS; turn += 1) {
    spans.lint.push(
      timed(() => {
        findings += lintUpdate(update, words).findings.length
      }),
    )
    spans.plain.push(timed(() => update.body.toLowerCase().match(/[\p{L}\p{N}'’-]+/gu)))
  }
  if (findings === 0) throw new Error('The long update has no findings: it measures nothing')
  return within(`Update of ${WORDS} words checked`, median(spans.lint), median(spans.plain))
}

/** The bound is one of time; the ratio to the baseline is shown beside it. */
function within(name: string, value: number, baseline: number): BenchResult {
  return { ...against({ name, value, unit: 'ms' }, baseline), target: 5, ok: value < 5 }
}

/** Part D is what the rules are measured on, the others are what they were written on. */
function found(part: LintSetPart): readonly BenchResult[] {
  const { faults, found: hits, good, blocked } = countLint(labelledPart(part), shippedLintWords())
  const name = `Labelled set, part ${part.toUpperCase()}${part === 'd' ? ', never seen' : ''}`
  const share = (count: number, of: number) => Math.round((count / of) * 1_000) / 10
  return [
    atLeast({ name: `${name}: faults found (${hits} of ${faults})`, value: share(hits, faults), unit: '%' }, 95),
    atMost({ name: `${name}: good ones stopped (${blocked} of ${good})`, value: share(blocked, good), unit: '%' }, 5),
  ]
}

/** Good and faulty updates of the set, one after the other, until there are enough words. */
function longUpdate(): LintedUpdate {
  const entries = [...labelledPart('a'), ...labelledPart('b')]
  const [first] = entries
  if (first === undefined) throw new Error('The labelled set is empty')
  const words = entries.flatMap(({ body }) => body.split(/(?<=\s)/)).slice(0, WORDS)
  return { ...asLinted(first), body: words.join('') }
}

function timed(work: () => unknown): number {
  const begun = performance.now()
  work()
  return performance.now() - begun
}

import { distinctReasons } from '../../../shared/contract/coded-reason'
import type { FaultValue } from '../../../shared/contract/fault-codes'
import type { NameMatch, PanelStep } from '../../../shared/contract/panel-steps'
import { patternOf } from './name-pattern'
import { asJsonObject, type RawOverride, type RawPanel, textsIn } from './schema'
import { panelUnit } from './units'

export interface Steps {
  readonly steps: readonly PanelStep[]
  readonly notes: readonly FaultValue[]
}

const nothing: Steps = { steps: [], notes: [] }

/** Overrides that rename, hide or set a unit. Colours, widths and the like change nothing that a reader could mistake. */
export function overrideSteps(panel: RawPanel): Steps {
  const found = (panel.fieldConfig?.overrides ?? []).map(stepsOfOverride)
  // Names first count for the matchers of all overrides, so nothing is renamed before the last of them has matched.
  const steps = found.flatMap(one => one.steps)
  const renames = steps.filter(step => step.do === 'rename')
  return {
    steps: [...steps.filter(step => step.do !== 'rename'), ...renames],
    notes: distinctReasons(found.flatMap(one => one.notes)),
  }
}

function stepsOfOverride({ matcher, properties }: RawOverride): Steps {
  const what = matchOf(matcher)
  const found = properties.map(property => stepOfProperty(property, what, matcher.id))
  return { steps: found.flatMap(one => one.steps), notes: found.flatMap(one => one.notes) }
}

function stepOfProperty(
  { id, value }: { readonly id: string; readonly value?: unknown },
  what: NameMatch | null,
  matcher: string,
): Steps {
  switch (id) {
    case 'displayName':
    case 'unit':
      break
    case 'custom.hideFrom':
      if (asJsonObject(value)?.viz !== true) return nothing
      return what === null ? unmatched(matcher, 'note-rule-hides') : { steps: [{ do: 'drop', what }], notes: [] }
    case 'custom.hidden':
      if (value !== true) return nothing
      return what === null ? unmatched(matcher, 'note-rule-hides') : { steps: [{ do: 'drop', what }], notes: [] }
    case 'custom.transform':
      return { steps: [], notes: [{ code: 'note-mirrored' }] }
    case 'mappings':
      return { steps: [], notes: [{ code: 'note-mappings' }] }
    default:
      return nothing
  }
  if (typeof value !== 'string') return nothing
  if (what === null) return unmatched(matcher, id === 'unit' ? 'note-rule-sets-unit' : 'note-rule-renames')
  if (id === 'displayName') return renaming(what, value)
  const unit = panelUnit(value)
  return unit === undefined
    ? { steps: [], notes: [{ code: 'note-rule-unit', values: { unit: value } }] }
    : { steps: [{ do: 'unit', what, unit }], notes: [] }
}

function renaming(what: NameMatch, to: string): Steps {
  if (/\$\{?__/.test(to)) return { steps: [], notes: [{ code: 'note-rule-name', values: { name: to } }] }
  return { steps: [{ do: 'rename', what, to, whole: true }], notes: [] }
}

function unmatched(matcher: string, code: 'note-rule-hides' | 'note-rule-sets-unit' | 'note-rule-renames'): Steps {
  return { steps: [], notes: [{ code, values: { matcher } }] }
}

function matchOf({ id, options }: RawOverride['matcher']): NameMatch | null {
  if (id === 'byName' && typeof options === 'string') return { by: 'names', names: [options] }
  if (id === 'byRegexp' && typeof options === 'string') return patternOf(options)
  if (id !== 'byNames') return null
  const given = asJsonObject(options)
  const names = textsIn(given?.names)
  return given?.mode === 'exclude' ? { by: 'names', names, except: true } : { by: 'names', names }
}

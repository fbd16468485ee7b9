import { cruise, type ICruiseResult } from 'dependency-cruiser'
import config, { rows } from '../../.dependency-cruiser.mjs'

/**
 * Walks the imports of `src` below a folder with the project's own rules. Each violation reads `rule: from → to`.
 * @throws when it saw no module: a walk that sees nothing finds nothing, and would pass for ever.
 */
export async function cruiseTree(
  folder: string,
): Promise<{ modules: readonly string[]; violations: readonly string[] }> {
  const { enhancedResolveOptions, ...options } = config.options
  const { output } = await cruise(
    ['src'],
    { ...options, baseDir: folder, validate: true, ruleSet: { forbidden: config.forbidden } },
    enhancedResolveOptions,
  )
  if (typeof output === 'string') throw new Error('The walk gave text and not a result.')
  return report(output)
}

/** Files of `src` that stand in no row of the table. */
export function strangers(modules: readonly string[]): readonly string[] {
  const known = rows.map(([, row]) => new RegExp(`^src/${row}`))
  return modules.filter(module => !known.some(row => row.test(module)))
}

function report({ modules, summary }: ICruiseResult) {
  const sources = modules.map(module => module.source).filter(source => source.startsWith('src/'))
  if (sources.length === 0) throw new Error('The walk saw no module.')
  return { modules: sources, violations: summary.violations.map(one => `${one.rule.name}: ${one.from} → ${one.to}`) }
}

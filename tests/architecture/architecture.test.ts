import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import config from '../../.dependency-cruiser.mjs'
import { cruiseTree, strangers } from './cruise-tree'
import { plants } from './plants'

const project = resolve(import.meta.dirname, '../..')

describe('the real tree', () => {
  it('keeps the import table', async () => {
    const { modules, violations } = await cruiseTree(project)
    expect(violations).toEqual([])
    expect(modules.length).toBeGreaterThan(50)
    expect(strangers(modules)).toEqual([])
  })
})

describe('a planted tree', () => {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'quarterdeck-plant-'))
    symlinkSync(join(project, 'package.json'), join(folder, 'package.json'))
    symlinkSync(join(project, 'tsconfig.json'), join(folder, 'tsconfig.json'))
    symlinkSync(join(project, 'node_modules'), join(folder, 'node_modules'))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  function write(file: string, text: string): void {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), text)
  }

  it('has a plant for every rule', () => {
    expect(Object.keys(plants).sort()).toEqual(config.forbidden.map(rule => rule.name).sort())
  })

  it.each(Object.entries(plants))('%s catches its plant', async (rule, [file, specifier]) => {
    const target = join(dirname(file), specifier)
    if (specifier.startsWith('.') && rule !== 'no-unresolved') {
      const back =
        rule === 'no-cycle' ? "import type { planted } from './time'\nexport type Back = typeof planted\n" : ''
      write(`${target}.ts`, `${back}export const value = 1\n`)
    }
    write(file, `import type * as other from '${specifier}'\nexport const planted: typeof other | null = null\n`)
    const { violations } = await cruiseTree(folder)
    // A cycle is told from one of its ends, whichever was seen first.
    const told = rule === 'no-cycle' ? `${rule}: ` : `${rule}: ${file} → `
    expect(violations.filter(one => one.startsWith(told))).toHaveLength(1)
  })

  it('passes where nothing is wrong', async () => {
    write('src/shared/lib/time.ts', 'export type Millis = number\n')
    write('src/shared/domain/ids.ts', "import type { Millis } from '../lib/time'\nexport type At = Millis\n")
    expect(await cruiseTree(folder)).toEqual({
      modules: ['src/shared/domain/ids.ts', 'src/shared/lib/time.ts'],
      violations: [],
    })
  })

  it('fails where it sees no module', async () => {
    mkdirSync(join(folder, 'src'))
    await expect(cruiseTree(folder)).rejects.toThrow('no module')
  })

  it('knows a file that stands in no row', () => {
    expect(strangers(['src/main/utils/misc.ts', 'src/shared/lib/time.ts'])).toEqual(['src/main/utils/misc.ts'])
  })
})

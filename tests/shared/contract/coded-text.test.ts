import { readFileSync } from 'node:fs'
import { glob } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { refused } from '../../../src/main/engine/record/decision'
import { coded, codeText, faultTextIn } from '../../../src/shared/contract/coded-text'
import type { Fault } from '../../../src/shared/contract/faults'
import { newId, type UpdateId } from '../../../src/shared/domain/ids'
import * as english from '../../../src/shared/texts/english'
import type { Texts } from '../../../src/shared/texts/texts'
import { commandBench } from '../../support/engine-parts'
import { updateContent } from '../../support/folded-incident'
import { scratchFolder } from '../../support/folders'

const project = join(import.meta.dirname, '../../..')
const codes = Object.keys(english.faults)

async function sources(folder: string): Promise<readonly (readonly [string, string])[]> {
  const found: [string, string][] = []
  for await (const file of glob('**/*.{ts,tsx}', { cwd: join(project, folder) }))
    found.push([file, readFileSync(join(project, folder, file), 'utf8')])
  return found
}

/** A catalogue in which each text of a fault bears a mark. */
const marked = {
  ...english,
  faults: Object.fromEntries(
    codes.map(code => [code, `» ${code} {slot}{channel}{count}`]),
  ) as unknown as Texts['faults'],
}

function refusal(code: string, values?: Readonly<Record<string, string | number>>): Fault {
  return { kind: 'refused', code, values, message: 'As the engine says it.' } as unknown as Fault
}

describe('[FA1] a fault is worded where it is shown', () => {
  it('has words for each code that the engine gives, and no words for a code that it never gives', async () => {
    const givers = [
      'src/main',
      'src/preload',
      'src/renderer/link',
      'src/shared/contract',
      'src/shared/domain',
      'src/shared/events',
    ]
    const texts = (await Promise.all(givers.map(sources))).flat().map(([, text]) => text)
    const said = texts.join('\n')
    const given = codes.filter(code => said.includes(`'${code}'`))
    expect(given).toEqual(codes)
    const asked = [...said.matchAll(/\b(?:refused|notFound|conflict|coded)\(\s*'([a-z-]+)'[,)]/g)].map(
      ([, code]) => code,
    )
    expect(asked.length).toBeGreaterThan(30)
    // A schema names its flaw by its code alone, which no compiler looks at.
    const schemas = (await Promise.all(['src/shared', 'src/main/engine'].map(sources)))
      .flat()
      .map(([, text]) => text)
      .join('\n')
    const flaws = [...schemas.matchAll(/'(input-[a-z0-9-]+)'/g)].map(([, code]) => code)
    expect(flaws.filter(code => !codes.includes(String(code)))).toEqual([])
    // What the stand-ins of vendors refuse is in the vendors' own codes, which have a `_` or stand alone there.
    const own = (await sources('src/main/engine')).filter(([file]) => !file.startsWith('drill'))
    const ours = own.flatMap(([, text]) =>
      [...text.matchAll(/\b(?:refused|notFound|conflict|coded)\(\s*'([a-z-]+)'[,)]/g)].map(([, code]) => code),
    )
    expect(ours.filter(code => !codes.includes(String(code)))).toEqual([])
  })

  it('says the code in the language of the screen, with its values', () => {
    expect(faultTextIn(refusal('open-slot', { slot: '⟦x⟧' }), marked)).toBe('» open-slot ⟦x⟧{channel}{count}')
    expect(faultTextIn(refusal('open-slot', { slot: '⟦x⟧' }), english)).toBe('Fill ⟦x⟧ before publishing.')
  })

  it('counts as the language counts', () => {
    const cut = (count: number) => faultTextIn(refusal('too-long-for-channel', { channel: '#ops', count }), english)
    expect(cut(1)).toBe('Too long for #ops by 1 character.')
    expect(cut(1_200)).toBe('Too long for #ops by 1,200 characters.')
  })

  it('says the message of a fault without a code, of an unknown code, and of one that every object has', () => {
    for (const code of [undefined, 'a-code-of-a-newer-engine', 'toString', '__proto__', ''])
      expect(faultTextIn(refusal(code as string), marked)).toBe('As the engine says it.')
    const vendor: Fault = { kind: 'vendor-error', status: 422, message: 'no such component' }
    expect(faultTextIn(vendor, marked)).toBe('no such component')
  })

  it('says a value that is a code of its own in the same language, and numbers as it writes them', () => {
    const what = { code: 'stored-picture' } as const
    const lost: Fault = { kind: 'storage-unknown', ...coded('disk-failed', { what, reason: 'EIO {what}' }) }
    expect(faultTextIn(lost, english)).toBe(
      'It may have been saved: The disk failed while saving the picture (EIO {what}). Free up space or check the disk, then try again: nothing is saved twice.',
    )
    expect(faultTextIn(lost, marked)).toContain('» disk-failed')
    const whole = { ...english, faults: { ...english.faults, 'stored-picture': 'das Bild' } } as unknown as Texts
    expect(faultTextIn(lost, whole)).toContain('while saving das Bild')
    const full: Fault = { kind: 'refused', ...coded('panels-full', { most: 1_000, given: 1_001 }) }
    expect(faultTextIn(full, english)).toContain('holds 1,000 panels; these would make 1,001')
  })

  it('says a wrong field by its code, under the name that people know it by', () => {
    const flaw = coded('input-too-long', { most: 255, given: 300 })
    const wrong: Fault = {
      kind: 'invalid-input',
      field: 'connection.baseUrl',
      ...flaw,
      message: 'connection.baseUrl: x',
    }
    expect(faultTextIn(wrong, english)).toBe('Address: is too long: 300 of 255 characters')
    expect(faultTextIn(wrong, marked)).toContain('» input-too-long')
  })

  it('leaves what is missing to be seen, and puts in what looks like a hole as it is', () => {
    expect(codeText({ code: 'role-held', message: '' }, english.faults)).toBe('{name} already has that role.')
    const name = 'Ada {letters} $& Lovelace'
    expect(codeText({ code: 'role-held', values: { name }, message: '' }, english.faults)).toBe(
      `${name} already has that role.`,
    )
  })

  it('comes from a command with its values and with a message for logs', () => {
    const bench = commandBench(scratchFolder())
    bench.run('incident:declare', { title: 'Payments fail', severity: 'SEV-1', impact: '' })
    const update = newId<UpdateId>()
    expect(bench.run('comms:publish', { update })).toMatchObject({ fault: { kind: 'refused', code: 'no-such-draft' } })
    const content = updateContent({ channel: { ...updateContent().channel, connection: 'gone' as never } })
    bench.run('comms:draft', { update, content })
    expect(bench.run('comms:publish', { update })).toMatchObject({
      fault: {
        ...{ kind: 'refused', code: 'channel-gone', values: { channel: 'Public status page' } },
        message: 'Public status page is no longer connected. Choose another channel.',
      },
    })
    expect(bench.run('comms:draft', { update, content, was: { ...content, title: 'Other' } })).toMatchObject({
      fault: { kind: 'conflict', code: 'changed-meanwhile' },
    })
    expect(refused('links-full', { most: 30 })).toMatchObject({ fault: { values: { most: 30 } } })
  })

  it('is worded in one place of the screen', async () => {
    const around = (await sources('src/renderer')).filter(([, text]) => /\breply\.fault\.message\b/.test(text))
    // What a chart could not be frozen for is the chart's own message.
    expect(around.map(([file]) => file)).toEqual(['features/metrics/use-freeze.ts'])
  })
})

import { expect, it } from 'vitest'
import { bundleRefusal } from '../../../src/main/engine/bundles/bundle-faults'
import { bundleFaultCodes } from '../../../src/main/engine/record/bundle/format'
import { importRefusals } from '../../../src/main/engine/record/import'

it('[BN4] words each refusal with what is wrong, and leaves no hole in it', () => {
  for (const code of [...bundleFaultCodes, ...importRefusals]) {
    const { fault } = bundleRefusal({ code, where: 'events/1' } as never) as { readonly fault: { message: string } }
    expect(fault.message).toMatch(/^[A-Z].*\.$/)
    expect(fault.message).not.toMatch(/[{}]|undefined/)
  }
})

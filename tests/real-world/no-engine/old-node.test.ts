import { describe, expect, it } from 'vitest'
import { oldNodeMessage } from '../../../src/main/old-node'

describe('[DF5] a Node that lacks what the engine needs', () => {
  it.each(['20.20.2', '22.12.0', '9.0.0', '23.11.1'])('%s is told in one line, with the way out', version => {
    const said = oldNodeMessage(version) ?? ''
    expect(said).toContain(`this is Node ${version}`)
    expect(said).toContain('npm start')
    expect(said).not.toContain('\n')
  })
  it.each(['24.0.0', '24.21.0', '30.1.0', '100.0.0'])('%s is new enough', version => {
    expect(oldNodeMessage(version)).toBeNull()
  })
})

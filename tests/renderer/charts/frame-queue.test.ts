import { beforeEach, describe, expect, it } from 'vitest'
import { createFrameQueue } from '../../../src/renderer/charts/frame-queue'

let pending: (() => void) | undefined
let keyWaits = false
const drawn: string[] = []

const frames = {
  next: (run: () => void) => {
    pending = run
    return () => {
      pending = undefined
    }
  },
  keyWaits: () => keyWaits,
}

function frame(): void {
  const run = pending
  pending = undefined
  run?.()
}

beforeEach(() => {
  pending = undefined
  keyWaits = false
  drawn.length = 0
})

describe('[CH3] drawing', () => {
  const owners = [{}, {}, {}] as const

  it('draws one owner a frame, in the order in which they asked', () => {
    const queue = createFrameQueue(frames)
    for (const [at, owner] of owners.entries()) queue.put(owner, () => drawn.push(`panel ${at}`))
    frame()
    expect(drawn).toEqual(['panel 0'])
    frame()
    frame()
    expect(drawn).toEqual(['panel 0', 'panel 1', 'panel 2'])
    expect(pending).toBeUndefined()
  })
  it('draws only the newest of one owner', () => {
    const queue = createFrameQueue(frames)
    queue.put(owners[0], () => drawn.push('old'))
    queue.put(owners[0], () => drawn.push('new'))
    frame()
    frame()
    expect(drawn).toEqual(['new'])
  })
  it('lets a waiting key go first', () => {
    const queue = createFrameQueue(frames)
    queue.put(owners[0], () => drawn.push('panel'))
    keyWaits = true
    frame()
    expect(drawn).toEqual([])
    keyWaits = false
    frame()
    expect(drawn).toEqual(['panel'])
  })
  it('draws nothing for an owner that left', () => {
    const queue = createFrameQueue(frames)
    queue.put(owners[0], () => drawn.push('gone'))
    queue.drop(owners[0])
    expect(pending).toBeUndefined()
  })
  it('goes on after a drawing that threw', () => {
    const queue = createFrameQueue(frames)
    queue.put(owners[0], () => {
      throw new Error('broken')
    })
    queue.put(owners[1], () => drawn.push('next'))
    expect(frame).toThrow('broken')
    frame()
    expect(drawn).toEqual(['next'])
  })
})

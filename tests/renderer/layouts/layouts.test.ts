import { describe, expect, it } from 'vitest'
import { cameFrom, createLayouts, isAway } from '../../../src/renderer/app/layouts/layouts'
import { bringIntoSight, tearOff } from '../../../src/renderer/app/layouts/pane-commands'
import { readyMade } from '../../../src/renderer/app/layouts/ready-made'
import { nothingStored, storedLayouts } from '../../../src/renderer/app/layouts/stored-layouts'
import { panesOf, stack, stackWith } from '../../../src/renderer/app/layouts/tree'

function stage(kept = nothingStored, opens = true, tree = readyMade.ic.tree as Parameters<typeof panesOf>[0]) {
  const done: string[] = []
  const windows = {
    open: (pane: string) => {
      done.push(`open ${pane}`)
      return opens
    },
    isOwn: () => false,
    ask: (pane: string, request: string) => void done.push(`ask ${pane} for ${request}`),
  }
  const layouts = createLayouts({
    stored: kept,
    windows,
    notify: texts => void done.push(texts),
    first: { name: null, tree },
  })
  return { layouts, done, tree: () => layouts.getState().tree }
}

/** The browser's own storage, without a browser. */
function storage(): Storage {
  const kept = new Map<string, string>()
  return {
    ...{ length: 0, key: () => null, clear: () => kept.clear(), removeItem: key => void kept.delete(key) },
    ...{ getItem: key => kept.get(key) ?? null, setItem: (key, text) => void kept.set(key, text) },
  } as Storage
}

describe('a pane in a window of its own', () => {
  it('[LO10] is left out without a gap, and comes back to the very place', () => {
    const { layouts, tree } = stage()
    layouts.left('timeline')
    expect(panesOf(tree())).not.toContain('timeline')
    expect(isAway(layouts.getState(), 'timeline')).toBe(true)
    layouts.returned('timeline')
    expect(tree()).toEqual(readyMade.ic.tree)
  })

  it('[LO10] comes back near its place where the layout was changed meanwhile, and goes out of a new one too', () => {
    const { layouts, tree } = stage()
    layouts.left('comms')
    layouts.close('alerts')
    layouts.returned('comms')
    expect(stackWith(tree(), 'comms')?.panes).toEqual(['handoff', 'comms'])
    layouts.left('comms')
    layouts.take({ name: 'Scribe', tree: readyMade.scribe.tree })
    expect(panesOf(tree())).not.toContain('comms')
    layouts.returned('comms')
    expect(tree()).toEqual(readyMade.scribe.tree)
  })

  it('[LO11] is in what is kept: after a start without that window it is back', () => {
    const [own, all] = [storage(), storage()]
    const { layouts } = stage(storedLayouts(own, all))
    layouts.left('roles')
    layouts.left('timeline')
    const next = stage(storedLayouts(storage(), all))
    expect(next.tree()).toEqual(readyMade.ic.tree)
  })

  it('[LO12] comes to the front when a key asks for it, and is asked for what is inside', () => {
    const { layouts, done } = stage()
    layouts.left('timeline')
    expect(bringIntoSight('line', layouts)).toBe(false)
    expect(done).toEqual(['open timeline', 'ask timeline for line'])
    expect(bringIntoSight('severity', layouts)).toBe(true)
  })

  it('[LO12] stays where it is when it is the last, or when the window is not let open', () => {
    const last = stage(nothingStored, true, stack('comms'))
    tearOff(last.layouts, 'comms')
    expect(last.done).toEqual(['The last pane of a window cannot be moved.'])
    const blocked = stage(nothingStored, false)
    tearOff(blocked.layouts, 'comms')
    expect(blocked.done[1]).toContain('Allow pop-ups')
    expect(panesOf(blocked.tree())).toContain('comms')
  })
})

describe('what a key asks for', () => {
  it('is brought into sight; what would decide waits for a second press', () => {
    const { layouts, tree } = stage(nothingStored, true, readyMade.scribe.tree)
    layouts.close('timeline')
    expect(bringIntoSight('proposal-accept', layouts)).toBe(false)
    expect(panesOf(tree())).toContain('timeline')
    expect(bringIntoSight('proposal-accept', layouts)).toBe(true)
  })
})

describe('what a reset takes', () => {
  it('is the ready-made layout that the one on the screen came from, after a start too', () => {
    const all = storage()
    const { layouts } = stage(storedLayouts(storage(), all))
    expect(cameFrom(layouts.getState())).toBe(readyMade.ic)
    layouts.take(readyMade.scribe)
    layouts.close('alerts')
    layouts.take({ name: 'Night', tree: stack('comms') })
    expect(cameFrom(layouts.getState())).toBe(readyMade.scribe)
    const { layouts: next } = stage(storedLayouts(storage(), all))
    expect(cameFrom(next.getState())).toBe(readyMade.scribe)
    next.take({ name: 'Morning', tree: stack('roles'), from: 'comms' })
    expect(cameFrom(next.getState())).toBe(readyMade.comms)
  })
})

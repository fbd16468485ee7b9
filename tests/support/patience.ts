import { cleanup, configure } from '@testing-library/react'
import { afterAll, afterEach, vi } from 'vitest'

// A busy machine must not fail what only takes long; a test that passes is not slower for it.
configure({ asyncUtilTimeout: 30_000 })

// The files of a worker share one page and their modules, so that each leaves behind what it found.
afterEach(cleanup)

afterAll(async () => {
  // Code that is loaded on demand may come after the last test, when the page that asked for it is gone.
  await vi.dynamicImportSettled()
  vi.useRealTimers()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
  if (typeof document === 'undefined') return
  localStorage.clear()
  sessionStorage.clear()
  document.body.replaceChildren()
})

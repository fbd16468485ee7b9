import { configure } from '@testing-library/react'
import { afterAll, vi } from 'vitest'

// A busy machine must not fail what only takes long; a test that passes is not slower for it.
configure({ asyncUtilTimeout: 30_000 })

// Code that is loaded on demand may come after the last test, when the page that asked for it is gone.
afterAll(() => vi.dynamicImportSettled())

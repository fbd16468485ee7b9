import { configure } from '@testing-library/react'

// A busy machine must not fail what only takes long; a test that passes is not slower for it.
configure({ asyncUtilTimeout: 30_000 })

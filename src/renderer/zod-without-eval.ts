import * as z from 'zod/mini'

// Zod probes `new Function` on its first parser, which the page's policy forbids and reports. Imported before all else.
z.config({ jitless: true })

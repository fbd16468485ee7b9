import { serveJobs } from './engine/workers/serve-jobs'

/** The entry of the engine's threads: each job of the engine with what it does, loaded when it is asked for first. */
serveJobs([])

import { onTestFinished } from 'vitest'
import { type Loopback, openLoopback } from '../../support/open-loopback'

/** A real HTTP server on a free port of 127.0.0.1, which ends with the test that started it. */
export async function startLoopback(answer: Parameters<typeof openLoopback>[0]): Promise<Loopback> {
  const server = await openLoopback(answer)
  onTestFinished(server.stop)
  return server
}

/** An address at which nothing listens. */
export async function deadOrigin(): Promise<string> {
  const server = await startLoopback((_, response) => response.end())
  await server.stop()
  return server.origin
}

export const never = new AbortController().signal

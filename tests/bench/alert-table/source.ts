import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** An Alertmanager that has these alerts and nothing else. */
export async function serveAlerts(told: string): Promise<{ readonly origin: string; stop(): void }> {
  const server = createServer((request, response) => response.end(request.url?.endsWith('/alerts') ? told : '[]'))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${port}`,
    stop() {
      server.closeAllConnections()
      server.close()
    },
  }
}

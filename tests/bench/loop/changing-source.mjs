import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'

// Serves the files it is given in turns, as the answer to "which alerts are there?", in a process of its own.
const bodies = process.argv.slice(2).map(file => readFileSync(file))
let asked = 0
const server = createServer((request, response) => {
  if (request.url?.endsWith('/alerts') !== true) return void response.end('[]')
  response.end(bodies[asked % bodies.length])
  asked += 1
  process.send?.(asked)
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  if (typeof address === 'object') process.send?.({ port: address?.port })
})
process.on('disconnect', () => process.exit())

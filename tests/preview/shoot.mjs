// Takes pictures of the built preview: `node tests/preview/shoot.mjs [scene…]`, into screenshots/.
import { mkdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { extname, join, normalize } from 'node:path'
import { chromium } from '@playwright/test'

const files = join(import.meta.dirname, '../../out/preview')
const pictures = join(import.meta.dirname, '../../screenshots')
/** @type {Record<string, string>} */
const types = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' }
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; worker-src 'self'"
const sizes = [
  { width: 1920, height: 1080 },
  { width: 1280, height: 800 },
]

const server = createServer(async (request, response) => {
  const path = normalize(new URL(request.url ?? '/', 'http://x').pathname)
  const file = path === '/' ? '/index.html' : path
  const body = await readFile(join(files, file)).catch(() => null)
  const headers = { 'content-type': types[extname(file)] ?? 'text/plain', 'content-security-policy': policy }
  response.writeHead(body === null ? 404 : 200, headers).end(body ?? '')
})
const port = await new Promise(done => {
  server.listen(0, '127.0.0.1', () => done(/** @type {import('node:net').AddressInfo} */ (server.address()).port))
})

mkdirSync(pictures, { recursive: true })
const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
})
const asked = process.argv.slice(2)
// A scene may end in `@keys`: they are pressed before the picture, such as `outage@c` or `outage@/ =Some_words Enter`.
for (const scene of asked.length > 0 ? asked : ['outage', 'empty', 'drill', 'late']) {
  const [name, keys = ''] = scene.split('@')
  for (const viewport of sizes) {
    const page = await browser.newPage({ viewport })
    page.on('console', message => void (message.type() === 'error' && console.log(scene, message.text())))
    page.on('pageerror', error => console.log(scene, error.message))
    await page.goto(`http://127.0.0.1:${port}/?scene=${name}`)
    await page.waitForSelector('main')
    await page.waitForTimeout(300)
    for (const key of keys.split(' ').filter(Boolean)) {
      if (key.startsWith('=')) await page.keyboard.type(key.slice(1).replaceAll('_', ' '))
      else await page.keyboard.press(key)
    }
    await page.waitForTimeout(700)
    await page.screenshot({ path: join(pictures, `${scene.replaceAll(/\W+/g, '-')}-${viewport.width}.png`) })
    await page.close()
  }
}
await browser.close()
server.close()

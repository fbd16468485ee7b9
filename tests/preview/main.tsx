import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from '../../src/renderer/app/app'
import { playScene } from './scene'

const scene = new URLSearchParams(location.search).get('scene') ?? 'outage'
const root = document.getElementById('root')
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <App link={await playScene(scene)} />
    </StrictMode>,
  )
}

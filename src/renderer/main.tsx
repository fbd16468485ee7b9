import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/app'
import { takeCarriedStorage } from './carried-storage'
import { openLink } from './link/open-link'
import { joinPastedLines } from './ui/one-line-paste'

takeCarriedStorage(window)
joinPastedLines(document)
const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no element with the id "root"')
createRoot(root).render(
  <StrictMode>
    <App link={openLink()} />
  </StrictMode>,
)

import { beforeEach, describe, expect, it } from 'vitest'
import { keepPopupPlace, popupFeatures } from '../../../src/renderer/app/layouts/popup-place'

const USUAL = 'popup,width=960,height=760'

/** A window as the browser would show it there. */
function standsAt(left: number, top: number, width: number, height: number): Window {
  return Object.assign(window, { screenX: left, screenY: top, innerWidth: width, innerHeight: height })
}

describe('where the window of a pane opens', () => {
  beforeEach(() => localStorage.clear())

  it('is of the usual size at first, and where it stood last from then on, each pane for itself', () => {
    expect(popupFeatures(localStorage, 'timeline')).toBe(USUAL)
    const stop = keepPopupPlace(standsAt(-1_200, 40, 700, 900), localStorage, 'timeline')
    window.dispatchEvent(new Event('pagehide'))
    stop()
    expect(popupFeatures(localStorage, 'timeline')).toBe('popup,left=-1200,top=40,width=700,height=900')
    expect(popupFeatures(localStorage, 'roles')).toBe(USUAL)
  })

  it('follows its size, and nothing after its stop', () => {
    const stop = keepPopupPlace(standsAt(0, 0, 640, 480), localStorage, 'roles')
    window.dispatchEvent(new Event('resize'))
    stop()
    standsAt(5, 5, 999, 999)
    window.dispatchEvent(new Event('resize'))
    window.dispatchEvent(new Event('pagehide'))
    expect(popupFeatures(localStorage, 'roles')).toBe('popup,left=0,top=0,width=640,height=480')
  })

  it.each([
    'no JSON',
    '{}',
    '{"left":0,"top":0,"width":1,"height":1}',
    '{"left":0,"top":0,"width":640,"height":"480,noopener"}',
  ])('is the usual one where %s was kept', text => {
    localStorage.setItem('quarterdeck.window.roles', text)
    expect(popupFeatures(localStorage, 'roles')).toBe(USUAL)
  })
})

/**
 * Reloads the page if the engine responds. A browser remembers that a part of a page could not be loaded, and does not
 * try again; typed text is stored and comes back. While the engine does not respond the page stays: it shows more than
 * the browser's own error would.
 */
export async function reloadPage(): Promise<void> {
  const responds = await fetch(window.location.href).then(
    ({ ok }) => ok,
    () => false,
  )
  if (responds) window.location.reload()
}

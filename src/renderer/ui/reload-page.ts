/**
 * Loads the page again, if the engine responds. A browser remembers that a part of a page could not be fetched, and does
 * not ask for it again; what was typed is stored and comes back. While nobody responds the page stays: it shows more than the
 * browser's own error would.
 */
export async function reloadPage(): Promise<void> {
  const responds = await fetch(window.location.href).then(
    ({ ok }) => ok,
    () => false,
  )
  if (responds) window.location.reload()
}

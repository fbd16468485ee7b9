/** The peer: every row a table row of the page, as one writes it without a thought; a filter hides those that do not fit. */

/** A page with an empty box and a field. */
export const plainPage = `<!doctype html><meta charset="utf-8"><style>
body{margin:0;font:13px sans-serif}#box{height:360px;overflow:auto}table{width:100%;border-collapse:collapse;table-layout:fixed}
td{height:29px;padding:0 8px;border-bottom:1px solid #ccc;overflow:hidden;white-space:nowrap;text-overflow:ellipsis}
</style><input aria-label="Filter alerts"><div id="box"><table><tbody></tbody></table></div>`

/** Puts so many rows into it. Runs in the page; answers the milliseconds until they are painted. */
export function fillPlainTable(count: number): Promise<number> {
  const causes = ['HighErrorRate', 'HighLatency', 'PodCrashLooping', 'QueueGrowing', 'DiskAlmostFull', 'ReplicaLag']
  const rows = Array.from({ length: count }, (_, at) => {
    const title = `${causes[(at * 7) % causes.length]} on service-${at % 200}, instance 10.${at % 7}.3.${at % 256}:${9_000 + at}`
    const cells = ['critical', title, `service-${at % 200}`, 'Alertmanager', 'firing', '2 min']
    return `<tr data-index="${at}">${cells.map(cell => `<td>${cell}</td>`).join('')}</tr>`
  })
  const began = performance.now()
  const body = document.querySelector('tbody') as HTMLElement
  body.innerHTML = rows.join('')
  const all = [...body.querySelectorAll('tr')].map(row => ({ row, text: (row.textContent ?? '').toLowerCase() }))
  const field = document.querySelector('input') as HTMLInputElement
  field.addEventListener('input', () => {
    const words = field.value.toLowerCase().split(' ')
    for (const { row, text } of all) row.hidden = !words.every(word => text.includes(word))
  })
  return new Promise(done => requestAnimationFrame(() => setTimeout(() => done(performance.now() - began))))
}

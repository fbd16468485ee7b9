// Loaded ahead of the browser host. A starter that is killed outright cannot pass anything on; the closed channel shows
// it, so that no orphan holds the port and the record.
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'))

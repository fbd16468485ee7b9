// Loaded ahead of the browser host. When the starter is killed outright it cannot pass anything on; the closed channel
// tells, so that no orphan keeps the port and the record.
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'))

// Loaded into the processes that `npm start` starts: they end in order when it is gone, however it went.
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))

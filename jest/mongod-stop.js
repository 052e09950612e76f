/** Ends what mongod.js started. */
module.exports = () => globalThis.testMongod?.stop()

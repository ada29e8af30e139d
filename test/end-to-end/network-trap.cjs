/** Loaded before a program: notes in the file $NETWORK_TRAP each time that it reaches for the network, and stops it. */
const {appendFileSync} = require('node:fs');
const dgram = require('node:dgram');
const dns = require('node:dns');
const net = require('node:net');

/**
 * @param {string} what
 * @returns {() => never}
 */
function trap(what) {
	return () => {
		appendFileSync(process.env.NETWORK_TRAP ?? '', `${what}\n`);
		throw new Error(`${what} is not to be called`);
	};
}

net.Socket.prototype.connect = trap('connect');
net.Server.prototype.listen = trap('listen');
dgram.createSocket = trap('createSocket');
dns.lookup = /** @type {typeof dns.lookup} */ (/** @type {unknown} */ (trap('lookup')));
dns.promises.lookup = trap('lookup');
globalThis.fetch = trap('fetch');

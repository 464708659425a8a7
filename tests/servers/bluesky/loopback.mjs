// Keeps every server of this process on 127.0.0.1; the services would otherwise listen on all interfaces.
import dns from 'node:dns'
import net from 'node:net'

const HOST = '127.0.0.1'

// "localhost" must mean the address that we listen on, even where ::1 comes first.
dns.setDefaultResultOrder('ipv4first')

const isPort = (value) => typeof value === 'number' || (typeof value === 'string' && /^\d+$/.test(value))

const original = net.Server.prototype.listen
net.Server.prototype.listen = function listenOnLoopback(first, ...rest) {
  if (first && typeof first === 'object' && 'port' in first) {
    return original.call(this, { ...first, host: HOST }, ...rest)
  }
  if (first === undefined || typeof first === 'function') {
    return original.call(this, 0, HOST, ...(first ? [first] : []), ...rest)
  }
  if (isPort(first)) {
    const others = typeof rest[0] === 'string' || rest[0] === undefined ? rest.slice(1) : rest
    return original.call(this, Number(first), HOST, ...others)
  }
  return original.call(this, first, ...rest) // a pipe or a handle: not a network address
}

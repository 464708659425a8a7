// Starts a real Bluesky network in this process: node net.mjs full|pds STATE_DIR
//   full = PLC directory, PDS, AppView, Ozone;  pds = PLC directory and PDS alone (the outage case).
// When it stands, STATE_DIR/ready.json holds its addresses. A small control server answers:
//   GET  /mod-token?lxm=NSID   an Authorization header value that Ozone accepts for that method
//   POST /settle               returns once everything written so far is indexed
// It ends on SIGTERM, or when its standard input closes, that is, when whoever started it is gone; in that
// second case it also ends the processes of COMPANION_PIDS and removes STATE_DIR, which nobody else would.
import './loopback.mjs'
import fs from 'node:fs'
import http from 'node:http'
import net from 'node:net'
import path from 'node:path'
import { TestNetwork, TestNetworkNoAppView } from '@atproto/dev-env'

const [mode, stateDir] = process.argv.slice(2)
const started = Date.now()

const freePort = () =>
  new Promise((resolve, reject) => {
    const probe = net.createServer()
    probe.once('error', reject)
    probe.listen(0, () => {
      const { port } = probe.address()
      probe.close(() => resolve(port))
    })
  })

const pds = {
  port: await freePort(),
  hostname: 'localhost',
  enableDidDocWithSession: true,
  rateLimitsEnabled: process.env.RATE_LIMITS === '1' ? true : undefined,
}

let network
if (mode === 'full') {
  const appviewPort = await freePort()
  network = await TestNetwork.create({
    dbPostgresSchema: 'vigie',
    pds,
    bsky: { port: appviewPort, publicUrl: `http://localhost:${appviewPort}` },
    ozone: { dbMaterializedViewRefreshIntervalMs: 2000 }, // so that a report shows soon
  })
} else if (mode === 'pds') {
  network = await TestNetworkNoAppView.create({ pds })
} else {
  throw new Error(`unknown mode: ${mode}`)
}

const answer = (response, status, body) => {
  response.writeHead(status, { 'content-type': 'application/json' })
  response.end(JSON.stringify(body))
}

const control = http.createServer(async (request, response) => {
  try {
    const url = new URL(request.url, 'http://127.0.0.1')
    if (request.method === 'GET' && url.pathname === '/mod-token' && network.ozone) {
      const headers = await network.ozone.modHeaders(url.searchParams.get('lxm'))
      answer(response, 200, headers)
    } else if (request.method === 'POST' && url.pathname === '/settle') {
      await network.processAll(Number(url.searchParams.get('timeout_ms') ?? 10000))
      answer(response, 200, {})
    } else {
      answer(response, 404, { error: 'NotFound' })
    }
  } catch (error) {
    answer(response, 500, { error: String(error?.stack ?? error) })
  }
})
await new Promise((resolve) => control.listen(0, resolve))

const loopback = (url) => url?.replace('//localhost:', '//127.0.0.1:') ?? null
const facts = {
  mode,
  start_ms: Date.now() - started,
  rss_mb: Math.round(process.memoryUsage().rss / 1e6),
  control: `http://127.0.0.1:${control.address().port}`,
  plc: loopback(network.plc.url),
  pds: loopback(network.pds.url),
  appview: loopback(network.bsky?.url),
  appview_did: network.bsky?.serverDid ?? null,
  ozone: loopback(network.ozone?.url),
  ozone_did: network.ozone?.ctx.cfg.service.did ?? null,
}
const ready = path.join(stateDir, 'ready.json')
fs.writeFileSync(`${ready}.part`, JSON.stringify(facts))
fs.renameSync(`${ready}.part`, ready)

let stopping = false
const stop = async (orphaned) => {
  if (stopping) return
  stopping = true
  // close() first waits for the network to settle; a stuck service must not keep us alive.
  setTimeout(() => process.exit(1), 10000).unref()
  control.close()
  try {
    await network.close()
  } finally {
    if (orphaned) {
      for (const pid of (process.env.COMPANION_PIDS ?? '').split(',').filter(Boolean)) {
        try {
          process.kill(Number(pid), 'SIGINT')
        } catch {
          // already gone
        }
      }
      fs.rmSync(stateDir, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
    }
    process.exit(0)
  }
}
process.on('SIGTERM', () => stop(false))
process.on('SIGINT', () => {}) // Ctrl-C reaches the whole group; whoever started us sends SIGTERM
process.stdin.on('end', () => stop(true))
process.stdin.resume()

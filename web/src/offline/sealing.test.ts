// @vitest-environment node
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { base64url, fromBase64url, sha256, utf8 } from './bytes'
import { statements } from './keys'
import { seal, sealKey } from './sealing'

const ECDH = { name: 'ECDH', namedCurve: 'P-256' } as const

function read<T>(name: string): T {
  return JSON.parse(readFileSync(fileURLToPath(new URL(`../../../contracts/vectors/${name}.json`, import.meta.url)), 'utf8')) as T
}

/** Opens as the server does. */
async function unseal(sealed: string, key: CryptoKey): Promise<string> {
  const whole = fromBase64url(sealed)
  const point = await crypto.subtle.importKey('raw', whole.slice(1, 66), { name: 'ECDH', namedCurve: 'P-256' }, false, [])
  const secret = await crypto.subtle.deriveBits({ name: 'ECDH', public: point }, key, 256)
  const material = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey'])
  const info = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: utf8('wangge.seal.v1') }
  const aes = await crypto.subtle.deriveKey(info, material, { name: 'AES-GCM', length: 256 }, false, ['decrypt'])
  return new TextDecoder().decode(await crypto.subtle.decrypt({ name: 'AES-GCM', iv: whole.slice(66, 78) }, aes, whole.slice(78)))
}

describe('sealing', () => {
  it('can be opened by the server’s key alone, and looks different every time', async () => {
    const server = await crypto.subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, false, ['deriveBits'])
    const other = await crypto.subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, false, ['deriveBits'])
    const text = '{"name":"张三","phone":"13800000000"}'
    for (const format of ['spki', 'raw'] as const) {
      const to = await sealKey(base64url(await crypto.subtle.exportKey(format, server.publicKey)))
      const sealed = [await seal(text, to), await seal(text, to)]
      expect(new Set(sealed).size).toBe(2)
      expect(await unseal(sealed[0]!, server.privateKey)).toBe(text)
      await expect(unseal(sealed[0]!, other.privateKey)).rejects.toThrow()
    }
  })

  interface Vector {
    plain: string
    reader_spki: string
    ephemeral_jwk: JsonWebKey
    nonce: string
    sealed: string
  }
  const { cases } = read<{ cases: Vector[] }>('sealing')

  it.each(cases.map((c) => [c.plain.slice(0, 30), c] as const))('is byte for byte what the server’s vectors say: %s', async (_, vector) => {
    const privateKey = await crypto.subtle.importKey('jwk', vector.ephemeral_jwk, ECDH, true, ['deriveBits'])
    const { kty, crv, x, y } = vector.ephemeral_jwk
    const publicKey = await crypto.subtle.importKey('jwk', { kty, crv, x, y }, ECDH, true, [])
    const fixed = { pair: { privateKey, publicKey }, nonce: fromBase64url(vector.nonce) }
    expect(await seal(vector.plain, await sealKey(vector.reader_spki), fixed)).toBe(vector.sealed)
  })
})

describe('what is signed', () => {
  interface Signed {
    what: string
    text: string
    signature: string
    method?: string
    target?: string
    at?: number | string
    body?: string
    payload?: string
    device_id?: number
    id?: string
    seq?: number
    name?: string
    code?: string
  }
  const vectors = read<{ public_key: string; cases: Signed[] }>('signatures')

  it('is the text of the server’s vectors, whose signatures hold here', async () => {
    const key = await crypto.subtle.importKey('spki', fromBase64url(vectors.public_key), { name: 'ECDSA', namedCurve: 'P-256' }, false, ['verify'])
    for (const c of vectors.cases) {
      const hash = await sha256(c.body ?? c.payload ?? '')
      const own = {
        request: () => statements.request(c.method!, c.target!, Number(c.at), hash),
        command: () => statements.command(c.device_id!, { id: c.id!, seq: c.seq!, name: c.name!, at: String(c.at) }, hash),
        enrolment: () => statements.enrol(c.code!, vectors.public_key),
      }[c.what]
      expect(own?.()).toBe(c.text)
      expect(await crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, key, fromBase64url(c.signature), utf8(c.text))).toBe(true)
    }
    expect(vectors.cases.length).toBeGreaterThan(2)
  })
})

// @vitest-environment node
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { base64url, fromBase64url, utf8 } from './bytes'
import { seal, sealKey } from './sealing'

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

  const file = fileURLToPath(new URL('../../../contracts/vectors/sealing.json', import.meta.url))
  it.skipIf(!existsSync(file))('is the same as in the shared vectors', async () => {
    const vectors = JSON.parse(readFileSync(file, 'utf8')) as unknown
    expect(vectors).toBeTruthy()
  })
})

/** Sealing to the server's key (`wangge.seal.v1`): what was captured cannot be read again on this phone. */
import { base64url, fromBase64url, utf8 } from './bytes'

const CURVE = { name: 'ECDH', namedCurve: 'P-256' } as const
const INFO = 'wangge.seal.v1'

/** The server's public key: a raw point (65 bytes) or SPKI, base64url. */
export async function sealKey(text: string): Promise<CryptoKey> {
  const bytes = fromBase64url(text)
  return await crypto.subtle.importKey(bytes.length === 65 ? 'raw' : 'spki', bytes, CURVE, false, [])
}

/** `0x01 | ephemeral point (65) | nonce (12) | AES-256-GCM ciphertext and tag`, base64url. */
export async function seal(text: string, to: CryptoKey, fixed?: { pair: CryptoKeyPair; nonce: Uint8Array<ArrayBuffer> }): Promise<string> {
  const pair = fixed?.pair ?? (await crypto.subtle.generateKey(CURVE, true, ['deriveBits']))
  const nonce = fixed?.nonce ?? crypto.getRandomValues(new Uint8Array(12))
  const point = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey))
  const secret = await crypto.subtle.deriveBits({ name: 'ECDH', public: to }, pair.privateKey, 256)
  const material = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey'])
  const key = await crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: utf8(INFO) },
    material,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt'],
  )
  const closed = new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce }, key, utf8(text)))
  const whole = new Uint8Array(1 + point.length + nonce.length + closed.length)
  whole[0] = 1
  whole.set(point, 1)
  whole.set(nonce, 1 + point.length)
  whole.set(closed, 1 + point.length + nonce.length)
  return base64url(whole)
}

/** The device's key: made here, never leaves, cannot be exported. */
import { base64url, utf8 } from './bytes'
import type { FieldDb } from './db'

const CURVE = { name: 'ECDSA', namedCurve: 'P-256' } as const
const SIGN = { name: 'ECDSA', hash: 'SHA-256' } as const

/** A new pair; only the public half can be read. */
export async function makeKeys(): Promise<CryptoKeyPair> {
  return await crypto.subtle.generateKey(CURVE, false, ['sign', 'verify'])
}

/** The public half as the server wants it: SPKI, base64url. */
export async function publicText(pair: CryptoKeyPair): Promise<string> {
  return base64url(await crypto.subtle.exportKey('spki', pair.publicKey))
}

/** ECDSA-SHA-256 over the text, 64 bytes (IEEE P1363), base64url. */
export async function sign(key: CryptoKey, text: string): Promise<string> {
  return base64url(await crypto.subtle.sign(SIGN, key, utf8(text)))
}

export async function keptKeys(db: FieldDb): Promise<CryptoKeyPair | null> {
  return await db.value<CryptoKeyPair | null>('keys', null)
}

export const statements = {
  enrol: (code: string, publicKey: string) => `wangge.enrol.v1\n${code}\n${publicKey}`,
  request: (method: string, path: string, at: number, bodyHash: string) =>
    `wangge.request.v1\n${method}\n${path}\n${at}\n${bodyHash}`,
  command: (device: number, c: { id: string; seq: number; name: string; at: string }, bodyHash: string) =>
    `wangge.command.v1\n${device}\n${c.id}\n${c.seq}\n${c.name}\n${c.at}\n${bodyHash}`,
}

/** Photos, voices and signatures: kept here until the server has their bytes, and as long after as there is room. */
import type { FieldDb } from './db'
import { uuid7 } from './ids'
import type { FileKind, PhotoRow } from './types'

/** The longest edge of a photo that leaves the phone. */
export const LONGEST = 1600
const QUALITY = 0.8
/** Room that must stay free for commands and records. */
const RESERVE = 12 * 1024 * 1024

/** The phone is full; what was typed is not lost, the file was not kept. */
export class RoomShort extends Error {
  constructor(readonly free: number) {
    super('room_short')
    this.name = 'RoomShort'
  }
}

export interface Room {
  used: number
  quota: number
  /** The browser promised not to throw the data away by itself. */
  lasting: boolean
}

/** What the browser grants; zeros where it does not tell. */
export async function room(): Promise<Room> {
  const storage = globalThis.navigator?.storage
  if (!storage?.estimate) return { used: 0, quota: 0, lasting: false }
  const [estimate, lasting] = await Promise.all([storage.estimate(), storage.persisted?.() ?? false])
  return { used: estimate.usage ?? 0, quota: estimate.quota ?? 0, lasting }
}

/** Asks the browser once to keep the data for good. */
export async function askToLast(): Promise<boolean> {
  try {
    return (await globalThis.navigator?.storage?.persist?.()) ?? false
  } catch {
    return false
  }
}

/** At most `LONGEST` pixels on the long edge, never enlarged. */
export function fitted(width: number, height: number, longest: number = LONGEST): { width: number; height: number } {
  const scale = Math.min(1, longest / Math.max(width, height, 1))
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}

/** The photo as JPEG of bounded size, without the camera's own notes (place, device); as it is where it cannot be drawn. */
export async function shrink(photo: Blob): Promise<Blob> {
  if (typeof createImageBitmap !== 'function') return photo
  const image = await createImageBitmap(photo, { imageOrientation: 'from-image' }).catch(() => null)
  if (!image) return photo
  const size = fitted(image.width, image.height)
  const canvas = document.createElement('canvas')
  canvas.width = size.width
  canvas.height = size.height
  canvas.getContext('2d')?.drawImage(image, 0, 0, size.width, size.height)
  image.close()
  return await new Promise((done) => canvas.toBlob((made) => done(made ?? photo), 'image/jpeg', QUALITY))
}

/** Drops the oldest files that the server has, until `need` bytes were freed. */
export async function freeRoom(db: FieldDb, need: number): Promise<number> {
  let freed = 0
  const sent = await db.photos.where('sentAt').above(0).sortBy('sentAt')
  for (const file of sent) {
    if (freed >= need) break
    if (file.state !== 'sent' || file.size === 0) continue
    freed += file.size
    await db.photos.update(file.id, { bytes: new ArrayBuffer(0), size: 0 })
  }
  return freed
}

/** Keeps a file before anything else happens; its client id is what commands name. */
export async function takeFile(db: FieldDb, kind: FileKind, blob: Blob, now: number): Promise<string> {
  const file = kind === 'photo' ? await shrink(blob) : blob
  const { used, quota } = await room()
  const short = quota ? file.size + RESERVE - (quota - used) : 0
  if (short > 0 && (await freeRoom(db, short)) < short) throw new RoomShort(Math.max(0, quota - used))
  const row: PhotoRow = {
    id: uuid7(Math.round(now)),
    kind,
    type: file.type || 'application/octet-stream',
    bytes: await file.arrayBuffer(),
    size: file.size,
    at: now,
    state: 'waiting',
    tries: 0,
  }
  try {
    await db.photos.add(row)
  } catch (error) {
    if (!isQuota(error)) throw error
    await freeRoom(db, row.size * 2)
    await db.photos.add(row).catch((again: unknown) => {
      throw isQuota(again) ? new RoomShort(0) : again
    })
  }
  return row.id
}

/** Whether the browser had no room left. */
export function isQuota(error: unknown): boolean {
  const name = (error as { name?: string; inner?: { name?: string } } | null)?.name
  return name === 'QuotaExceededError' || (error as { inner?: { name?: string } } | null)?.inner?.name === 'QuotaExceededError'
}

/** The kept bytes; `null` when they are no longer here. */
export async function fileBlob(db: FieldDb, id: string): Promise<Blob | null> {
  const row = await db.photos.get(id)
  return row && row.size ? new Blob([row.bytes], { type: row.type }) : null
}

/** A file nobody sent with a command: taken back by the person who took it. */
export async function dropFile(db: FieldDb, id: string): Promise<void> {
  await db.photos.delete(id)
}

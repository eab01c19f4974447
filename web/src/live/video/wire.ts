/** The frames of the video gateway: handle u16, flag u8, version u8, time u32, length u32, then the bytes. */
export const VERSION = 1
export const INIT = 1
export const KEY = 2
export const GAP = 4
export const STILL = 8
const HEAD = 12

export interface Frame {
  handle: number
  flag: number
  /** The gateway's wall clock in ms modulo 2³² when the picture came in. */
  time: number
  data: Uint8Array<ArrayBuffer>
}

/** The frames of one message; throws on a broken one. */
export function unpack(message: ArrayBuffer): Frame[] {
  const view = new DataView(message)
  const found: Frame[] = []
  let at = 0
  while (at < message.byteLength) {
    if (at + HEAD > message.byteLength) throw new RangeError('a frame without its head')
    const size = view.getUint32(at + 8)
    if (view.getUint8(at + 3) !== VERSION || at + HEAD + size > message.byteLength) throw new RangeError('a broken frame')
    found.push({
      handle: view.getUint16(at),
      flag: view.getUint8(at + 2),
      time: view.getUint32(at + 4),
      data: new Uint8Array(message, at + HEAD, size),
    })
    at += HEAD + size
  }
  return found
}

/** Milliseconds from one reading of the 32-bit clock to another, the shorter way round. */
export function since(earlier: number, later: number): number {
  const step = (later - earlier) >>> 0
  return step < 2 ** 31 ? step : step - 2 ** 32
}

/** The decode time (1/90000 s) that the gateway wrote into a fragment: the place is always the same. */
export function decodeTime(fragment: Uint8Array): number {
  const view = new DataView(fragment.buffer, fragment.byteOffset, fragment.byteLength)
  return Number(view.getBigUint64(60))
}

/** For tests: a frame as the gateway packs it (wangge/cameras/gateway/wire.py). */
export function pack(handle: number, flag: number, time: number, data: number[]): number[] {
  const head = new DataView(new ArrayBuffer(12))
  head.setUint16(0, handle)
  head.setUint8(2, flag)
  head.setUint8(3, 1)
  head.setUint32(4, time)
  head.setUint32(8, data.length)
  return [...new Uint8Array(head.buffer), ...data]
}

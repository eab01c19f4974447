/** UUID version 7: time first, so that ids sort as they were made. */
let last = 0
let count = 0

export function uuid7(now: number = Date.now(), random: Uint8Array = crypto.getRandomValues(new Uint8Array(10))): string {
  if (now > last) {
    last = now
    count = 0
  } else {
    count += 1
    // Twelve bits of counter within one millisecond; beyond that, borrow the next one.
    if (count > 0xfff) {
      last += 1
      count = 0
    }
  }
  const bytes = new Uint8Array(16)
  let ms = last
  for (let i = 5; i >= 0; i -= 1) {
    bytes[i] = ms % 256
    ms = Math.floor(ms / 256)
  }
  bytes.set(random.subarray(0, 10), 6)
  bytes[6] = 0x70 | (count >> 8)
  bytes[7] = count & 0xff
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f)
  const hex = [...bytes].map((b) => b.toString(16).padStart(2, '0')).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

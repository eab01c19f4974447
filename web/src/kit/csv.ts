/** The head of a CSV file, read here so that its columns can be mapped before anything is sent. */

/** Splits one CSV line; quotes may hold commas. */
export function csvCells(line: string): string[] {
  const cells: string[] = []
  let cell = ''
  let quoted = false
  for (let i = 0; i < line.length; i += 1) {
    const c = line[i]
    if (quoted) {
      if (c === '"' && line[i + 1] === '"') {
        cell += '"'
        i += 1
      } else if (c === '"') quoted = false
      else cell += c
    } else if (c === '"') quoted = true
    else if (c === ',') {
      cells.push(cell.trim())
      cell = ''
    } else cell += c
  }
  return [...cells, cell.trim()]
}

/** The header of a CSV (UTF-8, else GB 18030); an Excel file is read by the server only: empty. */
export async function csvHeaderOf(file: File): Promise<string[]> {
  if (!/\.(csv|txt)$/i.test(file.name)) return []
  const bytes = await file.slice(0, 65_536).arrayBuffer()
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes.slice(0, lastWhole(bytes)))
  } catch {
    text = new TextDecoder('gb18030').decode(bytes)
  }
  const first = text.replace(/^\uFEFF/, '').split(/\r?\n/, 1)[0] ?? ''
  return csvCells(first).filter(Boolean)
}

/** Where the last whole line ends, so that a cut character does not look like another encoding. */
function lastWhole(buffer: ArrayBuffer): number {
  const bytes = new Uint8Array(buffer)
  const place = bytes.lastIndexOf(10)
  return place > 0 ? place : bytes.length
}

/** `regex()`: the whole text must match, read as Python reads the pattern with its ASCII flag. */
const LONGEST = 1000
const SPACE = ' \\t\\n\\r\\f\\v'
const read = new Map<string, RegExp | null>()

/** `\s` and `.` mean in Python's ASCII mode other characters than in JavaScript: spelt out. */
export function spelt(pattern: string): string {
  let found = ''
  let inside = false
  for (let at = 0; at < pattern.length; at += 1) {
    const letter = pattern[at] ?? ''
    if (letter === '\\') {
      const next = pattern[at + 1] ?? ''
      at += 1
      if (next === 's') found += inside ? SPACE : `[${SPACE}]`
      else if (next === 'S' && !inside) found += `[^${SPACE}]`
      else found += letter + next
    } else if (letter === '.' && !inside) found += '[^\\n]'
    else {
      if (letter === '[' && !inside) inside = true
      else if (letter === ']' && inside) inside = false
      found += letter
    }
  }
  return found
}

function compiled(pattern: string): RegExp | null {
  const source = `^(?:${spelt(pattern)})$`
  for (const flags of ['u', '']) {
    try {
      return new RegExp(source, flags)
    } catch {
      // unneeded escapes are errors with the u flag only
    }
  }
  return null
}

/** Whether the whole text matches; a long text and a broken pattern never do. */
export function matches(text: string, pattern: string): boolean {
  if ([...text].length > LONGEST) return false
  if (!read.has(pattern)) read.set(pattern, compiled(pattern))
  return read.get(pattern)?.test(text) ?? false
}

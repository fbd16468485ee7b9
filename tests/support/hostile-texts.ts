/** Texts that run, reach out, turn around or burst in a careless screen. Each run would set `window.ran`. */
export const hostileTexts = {
  image: '<img src=x onerror="window.ran=1">',
  script: '</title></style><script>window.ran=1</script>',
  vector: '<svg/onload=window.ran=1><iframe srcdoc="<script>parent.ran=1</script>">',
  quote: `"><details open ontoggle='window.ran=1'>`,
  address: 'javascript:window.ran=1//https://example.com',
  template: [
    '{{constructor.constructor("window.ran=1")()}} $',
    '{window.ran=1} {% assign ran = 1 %} <%= 7*7 %> {{ 7 | times: 7 }}',
  ].join(''),
  override: 'invoice\u202Egpj.exe \u202Dleft \u2067right',
  embedding: '\u202B\u202A\u2066\u2068 never closed',
  ansi: '\u001B[31mred\u001B[0m \u001B]8;;https://example.com\u0007link\u001B]8;;\u0007 \u001B[2J',
  control: 'zero\u0000one\u0007bell\u0008back\u009Bcsi\u2028line\u2029paragraph\uFEFFbom',
  zalgo: [...'burning'].map(letter => letter + '\u0300\u0316\u0353\u036F\u0489'.repeat(12)).join(''),
  rightToLeft: 'תשלומים נכשלים באירופה ‎50%‎ المدفوعات تفشل',
  emoji: '👩‍👩‍👧‍👦🏴󠁧󠁢󠁥󠁮󠁧󠁿👍🏿'.repeat(12),
  lone: 'half \uD83D of a pair \uDC00',
  lines: 'one\r\ntwo\n\n\nthree\tfour',
  prototype: '__proto__',
} as const satisfies Readonly<Record<string, string>>

/** One word without a place to break it. */
export const endless = 'x'.repeat(1_000_000)
/** As long, with places to break. */
export const wordy = 'wide open '.repeat(100_000)

/**
 * Letters by the sounds that readers of each script would write for them in Latin ones. Sources: ICAO Doc 9303
 * (Cyrillic), ISO 843 type 2 (Greek), Hepburn (kana), Revised Romanization (Hangul).
 */
const pairs = `
а a б b в v г g д d е e ё e ж zh з z и i й i к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts ч ch ш sh щ shch
ъ _ ы y ь _ э e ю iu я ia і i ї i є ie ґ g ў u ђ dj ј j љ lj њ nj ћ c џ dz
α a β v γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x ο o π p ρ r σ s ς s τ t υ y φ f χ ch ψ ps ω o
ß ss æ ae œ oe ø o đ d ð d þ th ł l ı i ŋ n ħ h
あ a い i う u え e お o か ka き ki く ku け ke こ ko さ sa し shi す su せ se そ so た ta ち chi つ tsu て te と to
な na に ni ぬ nu ね ne の no は ha ひ hi ふ fu へ he ほ ho ま ma み mi む mu め me も mo や ya ゆ yu よ yo
ら ra り ri る ru れ re ろ ro わ wa を o ん n が ga ぎ gi ぐ gu げ ge ご go ざ za じ ji ず zu ぜ ze ぞ zo
だ da ぢ ji づ zu で de ど do ば ba び bi ぶ bu べ be ぼ bo ぱ pa ぴ pi ぷ pu ぺ pe ぽ po ゔ vu
ぁ a ぃ i ぅ u ぇ e ぉ o っ _ ゃ ya ゅ yu ょ yo ー _
`
const sounds = new Map(
  [...pairs.matchAll(/(\S) (\S+)/gu)].map(([, letter = '', sound = '']) => [letter, sound.replace('_', '')] as const),
)

const initials = 'g kk n d tt r m b pp s ss _ j jj ch k t p h'.split(' ')
const vowels = 'a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i'.split(' ')
const finals = '_ k k k n n n t l k m l l l p l m p p t t ng t t k t p t'.split(' ')
const FIRST_SYLLABLE = 0xac_00
const LAST_SYLLABLE = 0xd7_a3

/**
 * The text in small Latin letters as far as its script has sounds of its own; accents are dropped. What has none, such
 * as Chinese, emoji and the scripts that leave vowels out, stays as it is.
 */
export function inLatinLetters(text: string): string {
  // Kana are looked up before they are taken apart: their marks make other sounds.
  const whole = [...text.normalize('NFKC').toLowerCase()].map(
    one => syllable(one) ?? sounds.get(asHiragana(one)) ?? one,
  )
  const bare = whole.join('').normalize('NFKD').replace(/\p{M}/gu, '')
  return [...bare].map(one => sounds.get(one) ?? one).join('')
}

function asHiragana(one: string): string {
  return /[ァ-ヴ]/.test(one) ? String.fromCharCode(one.charCodeAt(0) - 0x60) : one
}

function syllable(one: string): string | undefined {
  const code = one.codePointAt(0) ?? 0
  if (code < FIRST_SYLLABLE || code > LAST_SYLLABLE) return undefined
  const at = code - FIRST_SYLLABLE
  const perInitial = vowels.length * finals.length
  const parts = [
    initials[Math.floor(at / perInitial)],
    vowels[Math.floor((at % perInitial) / finals.length)],
    finals[at % finals.length],
  ]
  return parts.join('').replaceAll('_', '')
}

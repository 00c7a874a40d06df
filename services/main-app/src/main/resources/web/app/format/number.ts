/** Pure functions from exact decimal text to what people read. Amounts are text and stay text: nothing here adds or rounds money by floating point. */

/** Splits the whole part into groups of three. */
function grouped(whole: string): string {
  return whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
}

/** Rounds decimal text half away from zero, digit by digit. */
export function rounded(text: string, places: number): string {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text);
  if (!match) {
    return text;
  }
  const sign = match[1] ?? '';
  const whole = match[2] ?? '0';
  const fraction = (match[3] ?? '').padEnd(places + 1, '0');
  const scaled = BigInt(whole + fraction.slice(0, places)) + (fraction.charAt(places) >= '5' ? 1n : 0n);
  const digits = scaled.toString().padStart(places + 1, '0');
  const value = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
  return (scaled === 0n ? '' : sign) + value;
}

/** $1,234.50, −$0.07; with a plus sign where a change is meant. */
export function dollars(text: string | undefined, places = 2, signed = false): string {
  if (text === undefined) {
    return '–';
  }
  const value = rounded(text, places);
  const negative = value.startsWith('-');
  const [whole = '0', fraction] = value.replace('-', '').split('.');
  const sign = negative ? '−' : signed && !/^[0.]*$/.test(value) ? '+' : '';
  return `${sign}$${grouped(whole)}${fraction === undefined ? '' : `.${fraction}`}`;
}

/** A price of one contract in cents: 97¢, 97.5¢. */
export function cents(priceDollars: string | undefined): string {
  if (priceDollars === undefined) {
    return '–';
  }
  const [whole = '0', fraction = ''] = priceDollars.split('.');
  const units = BigInt(whole + fraction.padEnd(4, '0').slice(0, 4));
  const rest = (units % 100n).toString().padStart(2, '0').replace(/0+$/, '');
  return `${units / 100n}${rest ? `.${rest}` : ''}¢`;
}

/** Contracts without needless decimals: 10, 2.5. */
export function contracts(text: string | undefined): string {
  if (text === undefined) {
    return '–';
  }
  const [whole = '0', fraction = ''] = text.split('.');
  const rest = fraction.replace(/0+$/, '');
  return `${whole.startsWith('-') ? '−' : ''}${grouped(whole.replace('-', ''))}${rest ? `.${rest}` : ''}`;
}

export function percent(value: number | undefined, places = 2, signed = false): string {
  if (value === undefined) {
    return '–';
  }
  return `${withSign(value, places, signed)}%`;
}

/** A model's number, never money. */
export function withSign(value: number, places: number, signed = true): string {
  const text = Math.abs(value).toFixed(places);
  const zero = Number(text) === 0;
  return `${zero ? '' : value < 0 ? '−' : signed ? '+' : ''}${text}`;
}

/** Filled up from the left with spaces as wide as a digit: a number at the right of its place begins where the last one began. */
export function steady(text: string, letters: number): string {
  return text.padStart(letters, '\u2007');
}

export function isNegative(text: string | undefined): boolean {
  return text !== undefined && text.startsWith('-') && !/^-[0.]*$/.test(text);
}

export function isPositive(text: string | undefined): boolean {
  return text !== undefined && !text.startsWith('-') && !/^[0.]*$/.test(text);
}

/** The class that colours an amount by its sign. */
export function signClass(text: string | undefined): string {
  return isNegative(text) ? 'bad' : isPositive(text) ? 'good' : '';
}

export function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1_048_576)} MB`;
}

export function gigabytes(bytes: number): string {
  return `${Math.round(bytes / 1_073_741_824)} GB`;
}

/** The colours of tokens.css as a canvas needs them: read anew whenever the theme changes. */
export interface Palette {
  ink: string;
  soft: string;
  faint: string;
  line: string;
  strong: string;
  panel: string;
  raised: string;
  accent: string;
  good: string;
  bad: string;
  warn: string;
  yes: string;
  no: string;
  font: string;
}

export function palette(): Palette {
  const style = getComputedStyle(document.documentElement);
  const read = (name: string): string => style.getPropertyValue(name).trim();
  return {
    ink: read('--ink'),
    soft: read('--ink-soft'),
    faint: read('--ink-faint'),
    line: read('--line'),
    strong: read('--line-strong'),
    panel: read('--panel'),
    raised: read('--raised'),
    accent: read('--accent'),
    good: read('--good'),
    bad: read('--bad'),
    warn: read('--warn'),
    yes: read('--yes'),
    no: read('--no'),
    font: read('--font'),
  };
}

/** A #rrggbb colour made translucent, 0 to 1. */
export function veil(colour: string, opacity: number): string {
  const level = Math.round(opacity * 255).toString(16).padStart(2, '0');
  return /^#[0-9a-f]{6}$/i.test(colour) ? `${colour}${level}` : colour;
}

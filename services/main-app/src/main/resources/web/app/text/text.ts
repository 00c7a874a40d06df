import { en, type Catalogue } from './en';

const CATALOGUES: Record<string, Catalogue> = { en };

/** The texts in the browser's language, English where there is none; chosen once, when the page starts. */
export const text: Catalogue = CATALOGUES[navigator.language.slice(0, 2)] ?? en;

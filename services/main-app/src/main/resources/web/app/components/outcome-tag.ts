import { html, type TemplateResult } from 'lit';
import type { Trade } from '../api/types';
import { sentence } from '../format/words';

/** W, L or D of a closed trade; otherwise where it stands. */
export function outcomeTag(trade: Trade): TemplateResult {
  switch (trade.outcome) {
    case 'W':
      return html`<span class="tag good">W</span>`;
    case 'L':
      return html`<span class="tag bad">L</span>`;
    default:
      return html`<span class="tag">${trade.outcome ?? sentence(trade.status)}</span>`;
  }
}

import { LitElement, css, html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Trade } from '../api/types';
import { tradeStrike } from '../format/market';
import { cents, contracts, dollars, signClass } from '../format/number';
import { clock } from '../format/time';
import { sentence } from '../format/words';
import { Watch } from '../stores/store';
import { endedTrades, trades } from '../stores/topics';
import { shared } from '../styles/shared';
import { outcomeTag } from './outcome-tag';
import { text } from '../text/text';

/** As many as fit without a search; the rest is history. */
const SHOWN = 8;

/** Trades that are over, the newest first. */
@customElement('recent-trades')
export class RecentTrades extends LitElement {
  static override styles = [
    shared,
    css`
      @media (max-width: 560px) {
        .wide {
          display: none;
        }
      }
    `,
  ];

  constructor() {
    super();
    new Watch(this, trades);
  }

  protected override render(): TemplateResult {
    const ended = endedTrades().slice(0, SHOWN);
    return html`<section class="panel" aria-label=${text.recent.title}>
      <h2>${text.recent.title}</h2>
      ${ended.length === 0 ? html`<p class="empty">${text.recent.none}</p>` : this.table(ended)}
    </section>`;
  }

  private table(ended: Trade[]): TemplateResult {
    return html`<div class="scroll">
      <table>
        <thead>
          <tr>
            <th>${text.recent.when}</th>
            <th>${text.recent.trade}</th>
            <th class="number wide">${text.recent.size}</th>
            <th class="number wide">${text.recent.paid}</th>
            <th></th>
            <th class="number">${text.recent.pnl}</th>
          </tr>
        </thead>
        <tbody>
          ${repeat(
            ended,
            (trade) => trade.tradeId,
            (trade) => html`<tr>
              <td class="soft">${clock(trade.endedAt ?? trade.createdAt)}</td>
              <td>${trade.symbol} <span class=${trade.side.toLowerCase()}>${trade.side}</span> $${tradeStrike(trade.strikeDollars, trade.strikeType)}</td>
              <td class="number wide">${contracts(trade.filled)}</td>
              <td class="number wide">${cents(trade.averagePriceDollars)}</td>
              <td title=${trade.denialCode === undefined ? '' : sentence(trade.denialCode)}>${outcomeTag(trade)}</td>
              <td class="number ${signClass(trade.pnlDollars)}">${dollars(trade.pnlDollars, 2, true)}</td>
            </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }
}

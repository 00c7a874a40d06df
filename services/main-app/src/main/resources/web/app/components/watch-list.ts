import { LitElement, css, html, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { StrikeRow } from '../api/types';
import { shownStrike } from '../format/market';
import { cents, contracts, percent, steady, withSign } from '../format/number';
import { reasonsOf } from '../format/reasons';
import { Watch } from '../stores/store';
import { decisions, watchlists } from '../stores/topics';
import { folding, shared } from '../styles/shared';
import { text } from '../text/text';

/** The strikes worth a look and, beside each, why auto entry leaves it. */
@customElement('watch-list')
export class WatchList extends LitElement {
  static override styles = [
    shared,
    folding,
    css`
      :host {
        --folds: minmax(0, 2fr) repeat(3, minmax(0, 1fr));
      }
      .why {
        white-space: normal;
        font-size: var(--text-xs);
        min-width: 120px;
      }
    `,
  ];

  @property() symbol = 'BTC';

  constructor() {
    super();
    new Watch(this, watchlists, decisions);
  }

  protected override render(): TemplateResult {
    const rows = watchlists.get(this.symbol)?.watchlist.rows ?? [];
    return html`<section class="panel" aria-label=${text.watchlist.title}>
      <div class="panel-head"><h2>${text.watchlist.title}</h2><span class="faint">${rows.length > 0 ? rows.length : ''}</span></div>
      ${rows.length === 0 ? html`<p class="empty">${text.watchlist.empty}</p>` : this.table(rows)}
    </section>`;
  }

  private table(rows: StrikeRow[]): TemplateResult {
    return html`<div class="scroll">
      <table class="folds">
        <thead>
          <tr>
            <th>${text.watchlist.strike}</th>
            <th class="number">${text.watchlist.win}</th>
            <th class="number">${text.watchlist.ask}</th>
            <th class="number">${text.watchlist.net}</th>
            <th class="number phone-less">${text.watchlist.volume}</th>
            <th class="below">${text.watchlist.why}</th>
          </tr>
        </thead>
        <tbody>
          ${repeat(
            rows,
            (row) => row.ticker,
            (row) => this.row(row),
          )}
        </tbody>
      </table>
    </div>`;
  }

  private row(row: StrikeRow): TemplateResult {
    const yes = row.activeSide === 'YES';
    const net = (yes ? row.yesNetDiff : row.noNetDiff)?.cents;
    const why = reasonsOf(decisions.get(this.symbol), row.ticker);
    return html`<tr>
      <td>$${shownStrike(row.strike)} <span class=${yes ? 'yes' : 'no'}>${row.activeSide}</span></td>
      <td class="number">${steady(row.probability === undefined ? '–' : percent(row.probability * 100, 1), 6)}</td>
      <td class="number">${steady(cents(yes ? row.yesAsk : row.noAsk), 3)}</td>
      <td class="number ${net === undefined ? '' : net >= 0 ? 'good' : 'bad'}">${steady(net === undefined ? '–' : withSign(net, 1), 5)}</td>
      <td class="number phone-less">${steady(contracts(row.volume), 7)}</td>
      <td class="why soft below ${why === undefined ? 'none' : ''}">${why === undefined ? '–' : why.length === 0 ? html`<span class="good">${text.watchlist.enters}</span>` : why.join('; ')}</td>
    </tr>`;
  }
}

import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { get, reasonOf } from '../api/client';
import type { Trade, TradePage } from '../api/types';
import { outcomeTag } from '../components/outcome-tag';
import '../components/page-turner';
import { tradeStrike } from '../format/market';
import { cents, contracts, dollars, percent, signClass } from '../format/number';
import { easternMidnight, moment } from '../format/time';
import { sentence } from '../format/words';
import { connection } from '../stores/connection';
import { Watch } from '../stores/store';
import { trades } from '../stores/topics';
import { shared } from '../styles/shared';

const FILTERS = ['state', 'symbol', 'side', 'outcome'] as const;
type Filter = (typeof FILTERS)[number];

const CHOICES: Record<Filter, [string, string][]> = {
  state: [['', 'All states'], ['active', 'Active'], ['closed', 'Closed'], ['refused', 'Refused']],
  symbol: [['', 'All symbols'], ['BTC', 'BTC'], ['ETH', 'ETH']],
  side: [['', 'Both sides'], ['YES', 'Yes'], ['NO', 'No']],
  outcome: [['', 'Any result'], ['W', 'Wins'], ['L', 'Losses'], ['D', 'Draws']],
};

/** Every trade there was: filtered, paged and added up by the server; the same filter as CSV. */
@customElement('history-page')
export class HistoryPage extends LitElement {
  static override styles = [
    shared,
    css`
      .filters {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(128px, 1fr));
        gap: var(--gap-2);
        margin-bottom: var(--gap-3);
        align-items: end;
      }
      .totals {
        display: flex;
        flex-wrap: wrap;
        gap: var(--gap-2) var(--gap-5);
        margin-bottom: var(--gap-3);
      }
      .totals span {
        display: block;
        font-size: var(--text-xs);
        color: var(--ink-faint);
      }
      .totals b {
        font-size: var(--text-l);
      }
      th button {
        min-height: 0;
        padding: 0;
        border: 0;
        background: transparent;
        color: inherit;
        font-weight: 500;
      }
    `,
  ];

  @state() private filter: Partial<Record<Filter | 'from' | 'to', string>> = {};
  @state() private sort = '-created';
  @state() private page = 0;
  @state() private found: TradePage | undefined;
  @state() private failure = '';
  private asked = 0;
  private stop: () => void = () => undefined;

  constructor() {
    super();
    new Watch(this, connection);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    connection.follow(['controls', 'trades']);
    this.stop = trades.subscribe(() => void this.load());
    void this.load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stop();
  }

  protected override render(): TemplateResult {
    return html`<section class="panel" aria-label="History">
      <div class="panel-head">
        <h2>Trade history</h2>
        <a class="button" href="/api/v1/trades/export?${this.query()}" download="trades.csv">CSV</a>
      </div>
      <div class="filters">
        ${FILTERS.map((name) => this.select(name))}
        ${(['from', 'to'] as const).map(
          (name) => html`<div>
            <label for=${name}>${name === 'from' ? 'From' : 'To'} (ET)</label>
            <input id=${name} type="date" @change=${(event: Event): void => this.choose(name, event)} />
          </div>`,
        )}
      </div>
      ${this.failure ? html`<p class="notice bad" role="alert">${this.failure}</p>` : nothing}
      ${this.found === undefined ? nothing : this.result(this.found)}
    </section>`;
  }

  private select(name: Filter): TemplateResult {
    return html`<div>
      <label for=${name}>${sentence(name)}</label>
      <select id=${name} @change=${(event: Event): void => this.choose(name, event)}>
        ${CHOICES[name].map(([value, text]) => html`<option value=${value} ?selected=${value === (this.filter[name] ?? '')}>${text}</option>`)}
      </select>
    </div>`;
  }

  private result(found: TradePage): TemplateResult {
    const decided = found.totals.wins + found.totals.losses + found.totals.draws;
    return html`
      <div class="totals">
        <div><span>Trades</span><b>${found.total}</b></div>
        <div><span>Won</span><b>${decided === 0 ? '–' : percent((found.totals.wins / decided) * 100, 1)}</b></div>
        <div><span>W / L / D</span><b>${found.totals.wins} / ${found.totals.losses} / ${found.totals.draws}</b></div>
        <div><span>PnL</span><b class=${signClass(found.totals.pnlDollars)}>${dollars(found.totals.pnlDollars, 2, true)}</b></div>
        <div><span>Fees</span><b>${dollars(found.totals.feesDollars)}</b></div>
      </div>
      ${found.items.length === 0
        ? html`<p class="empty">No trade fits this filter</p>`
        : html`<div class="scroll">
            <table>
              <thead>
                <tr>
                  <th>Trade</th>
                  <th>Result</th>
                  ${this.sortable('pnl', 'PnL', 'number')}
                  <th class="number">Fees</th>
                  <th class="number">Size</th>
                  <th class="number">Paid</th>
                  <th class="number">Seen</th>
                  <th>Why it ended</th>
                  <th>Strategy</th>
                  ${this.sortable('created', 'Created (ET)')}
                  ${this.sortable('ended', 'Ended (ET)')}
                </tr>
              </thead>
              <tbody>
                ${found.items.map((trade) => this.row(trade))}
              </tbody>
            </table>
          </div>`}
      <page-turner
        .page=${found.page}
        .size=${found.size}
        .total=${found.total}
        @turn=${(event: CustomEvent<number>): void => this.turn(event.detail)}
      ></page-turner>
    `;
  }

  private sortable(name: string, text: string, kind = ''): TemplateResult {
    const direction = this.sort === name ? 'ascending' : this.sort === `-${name}` ? 'descending' : 'none';
    const arrow = { ascending: ' ↑', descending: ' ↓', none: '' }[direction];
    return html`<th class=${kind} aria-sort=${direction}>
      <button @click=${(): void => this.order(direction === 'descending' ? name : `-${name}`)}>${text}${arrow}</button>
    </th>`;
  }

  private row(trade: Trade): TemplateResult {
    const why = trade.denialCode ?? trade.closeReason;
    return html`<tr>
      <td>${trade.symbol} <span class=${trade.side.toLowerCase()}>${trade.side}</span> $${tradeStrike(trade.strikeDollars, trade.strikeType)}</td>
      <td>${outcomeTag(trade)}</td>
      <td class="number ${signClass(trade.pnlDollars)}">${dollars(trade.pnlDollars, 2, true)}</td>
      <td class="number">${dollars(trade.feesDollars)}</td>
      <td class="number">${contracts(trade.filled)} / ${contracts(trade.requested)}</td>
      <td class="number">${cents(trade.averagePriceDollars)}</td>
      <td class="number">${trade.probabilitySeen === undefined ? '–' : percent(trade.probabilitySeen * 100, 1)}</td>
      <td class="soft">${why === undefined ? '–' : sentence(why)}</td>
      <td>${trade.strategy}</td>
      <td class="soft">${moment(trade.createdAt)}</td>
      <td class="soft">${moment(trade.endedAt)}</td>
    </tr>`;
  }

  private query(): string {
    const { from, to, ...choices } = this.filter;
    const query = new URLSearchParams({ sort: this.sort });
    Object.entries(choices).forEach(([name, value]) => value && query.set(name, value));
    if (from) {
      query.set('from', easternMidnight(from));
    }
    if (to) {
      query.set('to', easternMidnight(to, 1));
    }
    return query.toString();
  }

  private choose(name: Filter | 'from' | 'to', event: Event): void {
    this.filter = { ...this.filter, [name]: (event.target as HTMLInputElement | HTMLSelectElement).value };
    this.turn(0);
  }

  private order(sort: string): void {
    this.sort = sort;
    this.turn(0);
  }

  private turn(page: number): void {
    this.page = page;
    void this.load();
  }

  /** Only the newest question's answer counts. */
  private async load(): Promise<void> {
    const asked = ++this.asked;
    try {
      const found = await get<TradePage>(`trades?${this.query()}&page=${this.page}`);
      if (asked === this.asked) {
        this.found = found;
        this.failure = '';
      }
    } catch (error) {
      if (asked === this.asked) {
        this.failure = reasonOf(error);
      }
    }
  }
}

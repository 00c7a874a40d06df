import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { get, reasonOf } from '../api/client';
import type { Trade, TradePage, TradeStatistics } from '../api/types';
import { outcomeTag } from '../components/outcome-tag';
import '../components/page-turner';
import '../components/trade-statistics';
import '../components/trade-story';
import type { TradeStory } from '../components/trade-story';
import { tradeStrike } from '../format/market';
import { cents, contracts, dollars, percent, signClass } from '../format/number';
import { easternMidnight, moment } from '../format/time';
import { sentence } from '../format/words';
import { connection } from '../stores/connection';
import { Watch } from '../stores/store';
import { trades } from '../stores/topics';
import { folding, shared } from '../styles/shared';
import { text } from '../text/text';

const FILTERS = ['state', 'symbol', 'side', 'outcome', 'hour'] as const;
type Filter = (typeof FILTERS)[number];

function choices(words: Record<string, string>): [string, string][] {
  return Object.entries(words);
}

const CHOICES: Record<Filter, [string, string][]> = {
  state: choices(text.history.states),
  symbol: [['', text.decisions.allSymbols], ['BTC', 'BTC'], ['ETH', 'ETH']],
  side: choices({ '': text.history.bothSides, ...text.sides }),
  outcome: choices(text.history.outcomes),
  hour: [['', text.history.anyHour], ...Array.from({ length: 24 }, (_, hour): [string, string] => [String(hour), `${String(hour).padStart(2, '0')}:00`])],
};

/** Every trade there was: filtered, paged and added up by the server; the same filter as CSV. */
@customElement('history-page')
export class HistoryPage extends LitElement {
  static override styles = [
    shared,
    folding,
    css`
      .filters {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(128px, 1fr));
        gap: var(--gap-2);
        margin-bottom: var(--gap-3);
        align-items: end;
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
  @query('trade-story') private readonly story!: TradeStory;
  @state() private found: TradePage | undefined;
  @state() private statistics: TradeStatistics | undefined;
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
    return html`<section class="panel" aria-label=${text.history.title}>
      <div class="panel-head">
        <h2>${text.history.title}</h2>
        <a class="button" href="/api/v1/trades/export?${this.query()}" download="trades.csv">CSV</a>
      </div>
      <div class="filters">
        ${FILTERS.map((name) => this.select(name))}
        ${(['from', 'to'] as const).map(
          (name) => html`<div>
            <label for=${name}>${text.decisions[name]}</label>
            <input id=${name} type="date" @change=${(event: Event): void => this.choose(name, event)} />
          </div>`,
        )}
      </div>
      ${this.failure ? html`<p class="notice bad" role="alert">${this.failure}</p>` : nothing}
      ${this.found === undefined ? nothing : this.result(this.found)}
      <trade-story></trade-story>
    </section>`;
  }

  private select(name: Filter): TemplateResult {
    return html`<div>
      <label for=${name}>${text.history.filters[name]}</label>
      <select id=${name} @change=${(event: Event): void => this.choose(name, event)}>
        ${CHOICES[name].map(([value, shown]) => html`<option value=${value} ?selected=${value === (this.filter[name] ?? '')}>${shown}</option>`)}
      </select>
    </div>`;
  }

  private result(found: TradePage): TemplateResult {
    return html`
      <trade-statistics .found=${this.statistics}></trade-statistics>
      ${found.items.length === 0
        ? html`<p class="empty">${text.history.empty}</p>`
        : html`<div class="scroll">
            <table class="folds fine">
              <thead>
                <tr>
                  <th class="first of12">${text.recent.trade}</th>
                  <th class="first of6">${text.history.result}</th>
                  ${this.sortable('pnl', text.recent.pnl, 'number first of6 end')}
                  ${this.sortable('fees', text.history.fees, 'number of5')}
                  ${this.sortable('size', text.recent.size, 'number of5')}
                  ${this.sortable('paid', text.recent.paid, 'number of4')}
                  ${this.sortable('seen', text.history.seen, 'number of4')}
                  ${this.sortable('strategy', text.history.strategy, 'of6 end')}
                  <th class="of7">${text.history.why}</th>
                  ${this.sortable('created', text.account.created, 'of9')}
                  ${this.sortable('ended', text.history.ended, 'of8 end')}
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

  private sortable(name: string, title: string, kind = ''): TemplateResult {
    const direction = this.sort === name ? 'ascending' : this.sort === `-${name}` ? 'descending' : 'none';
    const arrow = { ascending: ' ↑', descending: ' ↓', none: '' }[direction];
    return html`<th class=${kind} aria-sort=${direction}>
      <button @click=${(): void => this.order(direction === 'descending' ? name : `-${name}`)}>${title}${arrow}</button>
    </th>`;
  }

  private row(trade: Trade): TemplateResult {
    const why = trade.denialCode ?? trade.closeReason;
    return html`<tr>
      <td class="first of12"><button class="link" title=${text.story.open} @click=${(): void => void this.story.open(trade)}>${trade.symbol} <span class=${trade.side.toLowerCase()}>${trade.side}</span> $${tradeStrike(trade.strikeDollars, trade.strikeType)}</button></td>
      <td class="first of6">${outcomeTag(trade)}</td>
      <td class="number first of6 end ${signClass(trade.pnlDollars)}">${dollars(trade.pnlDollars, 2, true)}</td>
      <td class="number of5">${dollars(trade.feesDollars)}</td>
      <td class="number of5">${contracts(trade.filled)} / ${contracts(trade.requested)}</td>
      <td class="number of4">${cents(trade.averagePriceDollars)}</td>
      <td class="number of4">${trade.probabilitySeen === undefined ? '–' : percent(trade.probabilitySeen * 100, 1)}</td>
      <td class="of6 end">${trade.strategy}</td>
      <td class="soft of7">${why === undefined ? '–' : sentence(why)}</td>
      <td class="soft of9">${moment(trade.createdAt)}</td>
      <td class="soft of8 end">${moment(trade.endedAt)}</td>
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
      const [found, statistics] = await Promise.all([
        get<TradePage>(`trades?${this.query()}&page=${this.page}`),
        get<TradeStatistics>(`trades/statistics?${this.query()}`),
      ]);
      if (asked === this.asked) {
        this.found = found;
        this.statistics = statistics;
        this.failure = '';
      }
    } catch (error) {
      if (asked === this.asked) {
        this.failure = reasonOf(error);
      }
    }
  }
}

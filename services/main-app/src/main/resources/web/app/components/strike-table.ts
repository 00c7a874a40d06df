import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Side, StrikeRow, StrikeTable, Trade } from '../api/types';
import { chanceClass, shownStrike } from '../format/market';
import { cents, contracts, dollars, percent, steady, withSign } from '../format/number';
import { clock } from '../format/time';
import { reasonsOf } from '../format/reasons';
import { sentence } from '../format/words';
import { connection } from '../stores/connection';
import { preferences } from '../stores/preferences';
import { quick } from '../stores/quick';
import { session } from '../stores/session';
import { Watch } from '../stores/store';
import { decisions, isLive, liveTrades, prices, sources, strikeTables, trades } from '../stores/topics';
import { glide } from '../styles/glide';
import { shared } from '../styles/shared';
import { text } from '../text/text';

/** Strikes shown on either side of the price. */
const SIDE_ROWS = 7;

export interface StrikeChoice {
  row: StrikeRow;
  side: Side;
  table: StrikeTable;
}

/** Seven strikes below the price, the price, seven above; each side's ask is a button that starts a trade. */
@customElement('strike-table')
export class StrikeTableView extends LitElement {
  static override styles = [
    shared,
    css`
      table {
        font-size: var(--text-m);
        table-layout: fixed;
      }
      th {
        padding: 4px 6px;
      }
      td {
        padding: 2px 6px;
        height: 36px;
      }
      th:nth-child(1) {
        width: 25%;
      }
      th:nth-child(2),
      th:nth-child(4) {
        width: 14%;
      }
      th:nth-child(3) {
        width: 15%;
      }
      th:nth-child(5),
      th:nth-child(6) {
        width: 16%;
        text-align: center;
      }
      td.strike {
        font-weight: 650;
      }
      .number {
        text-align: right;
      }
      tr.p98 td {
        background: var(--p98);
      }
      tr.p95 td {
        background: var(--p95);
      }
      tr.p80 td {
        background: var(--p80);
      }
      .win {
        font-weight: 650;
      }
      tr.p98 .win {
        color: var(--p98-ink);
      }
      tr.p95 .win {
        color: var(--p95-ink);
      }
      tr.p80 .win {
        color: var(--p80-ink);
      }
      tr.mine td:first-child {
        padding-left: 9px;
        box-shadow: inset 4px 0 0 var(--mine);
      }
      .held {
        display: block;
        font-size: var(--text-xs);
        font-weight: 600;
        color: var(--mine);
        line-height: 1.1;
      }
      .buy {
        width: 100%;
        min-height: 32px;
        padding: 2px 4px;
        background: var(--panel);
        flex-direction: column;
        gap: 1px;
        line-height: 1.1;
      }
      .buy.in {
        border-color: var(--yes);
      }
      .buy.in.NO {
        border-color: var(--no);
      }
      tr.now td {
        background: var(--raised);
        border-block: 1px solid var(--line-strong);
        text-align: center;
        font-weight: 700;
        font-size: var(--text-l);
      }
      .buy small {
        display: block;
        font-size: 0.6875rem;
        font-weight: 500;
        line-height: 1;
        color: var(--ink-faint);
      }
      .foot {
        display: flex;
        justify-content: space-between;
        flex-wrap: wrap;
        gap: var(--gap-2);
        margin-top: var(--gap-2);
        font-size: var(--text-xs);
      }
      .why {
        margin-bottom: var(--gap-2);
      }
      .stale td {
        opacity: 0.72;
      }
      @media (max-width: 560px) {
        .wide {
          display: none;
        }
        th:nth-child(1) {
          width: 27%;
        }
        th:nth-child(3) {
          width: 19%;
        }
        th:nth-child(5),
        th:nth-child(6) {
          width: 20%;
        }
        td {
          padding-inline: 4px;
        }
      }
    `,
  ];

  @property() symbol = 'BTC';
  private order = '';
  private glided: (() => void) | undefined;

  constructor() {
    super();
    new Watch(this, strikeTables, trades, prices, sources, decisions, preferences, connection, session, quick);
  }

  protected override willUpdate(): void {
    const table = strikeTables.get(this.symbol)?.table;
    const order = table === undefined ? '' : table.rows.map((row) => row.ticker + row.activeSide).join();
    const moves = order !== this.order && this.order !== '';
    this.order = order;
    this.glided = moves ? glide(this.renderRoot.querySelectorAll<HTMLElement>('tbody tr')) : undefined;
  }

  protected override updated(): void {
    this.glided?.();
  }

  protected override render(): TemplateResult {
    const table = strikeTables.get(this.symbol)?.table;
    return html`<section class="panel" aria-label=${text.strikes.table}>
      <div class="panel-head">
        <h2>${text.strikes.title}</h2>
        <div class="choice" role="group" aria-label=${text.strikes.faceLabel}>
          ${(['ask', 'diff', 'net'] as const).map(
            (face) => html`<button
              aria-pressed=${preferences.face === face ? 'true' : 'false'}
              @click=${(): void => preferences.setFace(face)}
            >
              ${text.strikes.faces[face]}
            </button>`,
          )}
        </div>
      </div>
      ${table === undefined ? html`<p class="empty">${text.strikes.none(this.symbol)}</p>` : this.table(table)}
    </section>`;
  }

  private table(table: StrikeTable): TemplateResult {
    const held = new Map<string, Trade[]>();
    liveTrades().forEach((trade) => held.set(trade.ticker, [...(held.get(trade.ticker) ?? []), trade]));
    const above = table.rows.findIndex((row) => row.activeSide === 'NO');
    const split = above === -1 ? table.rows.length : above;
    const below = table.rows.slice(Math.max(0, split - SIDE_ROWS), split);
    const over = table.rows.slice(split, split + SIDE_ROWS);
    const live = isLive(this.symbol);
    const reason = table.noProbability[0];
    return html`
      ${reason === undefined ? nothing : html`<p class="notice warn why">${text.strikes.noChances(sentence(reason))}</p>`}
      ${live ? nothing : html`<p class="notice warn why">${text.strikes.stale}</p>`}
      <table class=${live ? '' : 'stale'}>
        <thead>
          <tr>
            <th>${text.watchlist.strike}</th>
            <th class="number">${text.active.buffer}</th>
            <th class="number">${text.watchlist.win}</th>
            <th class="number wide">${text.watchlist.volume}</th>
            <th>${text.sides.YES}</th>
            <th>${text.sides.NO}</th>
          </tr>
        </thead>
        <tbody>
          ${this.rows(table, below, held)}
          <tr class="now">
            <td colspan="6"><span class="faint" aria-hidden="true">▲ </span>${dollars(table.currentPrice)}<span class="faint" aria-hidden="true"> ▼</span></td>
          </tr>
          ${this.rows(table, over, held)}
        </tbody>
      </table>
      <div class="foot faint">
        <span>${text.strikes.basis[table.basis]}${table.model === undefined ? '' : ` · ${text.strikes.model(sentence(table.model))}`}</span>
        <span>${clock(table.lastUpdated)} ET</span>
      </div>
    `;
  }

  private rows(table: StrikeTable, rows: StrikeRow[], held: Map<string, Trade[]>): unknown {
    return repeat(
      rows,
      (row) => row.ticker,
      (row) => this.row(table, row, held.get(row.ticker) ?? []),
    );
  }

  private row(table: StrikeTable, row: StrikeRow, mine: Trade[]): TemplateResult {
    return html`<tr class="${chanceClass(row.probability)} ${mine.length > 0 ? 'mine' : ''}" data-ticker=${row.ticker}>
      <td class="strike">
        $${shownStrike(row.strike)}
        ${mine.map((trade) => html`<span class="held">${contracts(trade.filled)} ${trade.side}</span>`)}
      </td>
      <td class="number">${steady(row.buffer.toFixed(0), 5)}</td>
      <td class="number win" title=${this.why(row)}>
        ${steady(row.probability === undefined ? '–' : percent(row.probability * 100, 1), 6)}
      </td>
      <td class="number wide">${steady(contracts(row.volume), 7)}</td>
      <td>${this.button(table, row, 'YES')}</td>
      <td>${this.button(table, row, 'NO')}</td>
    </tr>`;
  }

  private button(table: StrikeTable, row: StrikeRow, side: Side): TemplateResult {
    const ask = side === 'YES' ? row.yesAsk : row.noAsk;
    const yes = side === 'YES';
    const diff = preferences.face === 'net' ? (yes ? row.yesNetDiff : row.noNetDiff) : yes ? row.yesDiff : row.noDiff;
    const size = yes ? row.yesAskSize : row.noAskSize;
    const pending = quick.isPending(row.ticker, side);
    const face = preferences.face === 'ask' ? cents(ask) : diff === undefined ? '–' : withSign(diff.cents, 1);
    const sign = preferences.face !== 'ask' && diff !== undefined ? (diff.cents >= 0 ? 'good' : 'bad') : '';
    return html`<button
      class="buy ${row.activeSide === side ? 'in' : ''} ${side} ${sign}"
      aria-label=${text.strikes.buy(side, shownStrike(row.strike), cents(ask))}
      ?disabled=${ask === undefined || pending || !connection.usable || !session.mayTrade || !isLive(this.symbol)}
      @click=${(): void => this.choose({ row, side, table })}
    >
      ${pending ? '…' : steady(face, preferences.face === 'ask' ? 3 : 5)}${size === undefined ? nothing : html`<small>${steady(contracts(size), 4)}</small>`}
    </button>`;
  }

  /** Why there is no probability, or why auto entry leaves this strike; for whoever hovers over it. */
  private why(row: StrikeRow): string {
    if (row.noProbability.length > 0) {
      return text.strikes.whyNot(row.noProbability.map(sentence).join('; '));
    }
    const reasons = reasonsOf(decisions.get(this.symbol), row.ticker);
    return reasons === undefined ? text.strikes.notLooked : reasons.length === 0 ? text.strikes.enters : text.strikes.whyNot(reasons.join('; '));
  }

  private choose(choice: StrikeChoice): void {
    this.dispatchEvent(new CustomEvent<StrikeChoice>('choose', { detail: choice }));
  }
}

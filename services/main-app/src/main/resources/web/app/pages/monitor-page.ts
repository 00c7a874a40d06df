import { LitElement, css, html, type TemplateResult } from 'lit';
import { customElement, query } from 'lit/decorators.js';
import { get } from '../api/client';
import '../components/active-trades';
import '../components/automation-panel';
import '../components/live-chart';
import '../components/momentum-chart';
import '../components/price-panel';
import '../components/recent-trades';
import '../components/service-strip';
import '../components/strike-table';
import type { StrikeChoice } from '../components/strike-table';
import '../components/trade-dialog';
import '../components/trade-ticket';
import '../components/watch-list';
import type { TradeDialog } from '../components/trade-dialog';
import '../components/ttc-clock';
import { connection } from '../stores/connection';
import { FirstLook } from '../stores/first-look';
import { preferences } from '../stores/preferences';
import { quick } from '../stores/quick';
import { session } from '../stores/session';
import { Watch } from '../stores/store';
import { activeTrades, autoEntry, controls, decisions, prices, services, sources, strikeTables, trades, watchlists } from '../stores/topics';
import { shared } from '../styles/shared';
import { text } from '../text/text';

/** The trade monitor: everything of one symbol's hour at a glance, trades of all symbols beside it. */
@customElement('monitor-page')
export class MonitorPage extends LitElement {
  static override styles = [
    shared,
    css`
      .symbols {
        display: flex;
        gap: var(--gap-1);
        margin-bottom: var(--gap-3);
      }
      .symbols button {
        min-width: 72px;
      }
      .symbols button[aria-pressed='true'] {
        border-color: var(--accent);
        color: var(--accent);
      }
      .grid {
        display: grid;
        grid-template-columns: minmax(250px, 300px) minmax(400px, 1fr) minmax(380px, 560px);
        gap: var(--gap-3);
        align-items: start;
      }
      .grid.waiting {
        visibility: hidden;
      }
      .column {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--gap-3);
        min-width: 0;
      }
      .grid > *,
      .column > * {
        min-width: 0;
      }
      .wide {
        grid-column: 1 / -1;
      }
      @media (max-width: 1180px) {
        .grid {
          grid-template-columns: minmax(0, 1fr) minmax(0, 1.3fr);
        }
        .trades {
          grid-column: 1 / -1;
        }
      }
      @media (max-width: 760px) {
        .grid {
          grid-template-columns: minmax(0, 1fr);
          gap: var(--gap-2);
        }
        .column {
          gap: var(--gap-2);
        }
        .side,
        .trades {
          display: contents;
        }
        live-chart {
          order: 3;
        }
        .side ttc-clock {
          order: 1;
        }
        .side price-panel {
          order: 2;
        }
        .side momentum-chart {
          order: 5;
        }
        .middle {
          order: 4;
        }
        active-trades,
        recent-trades {
          order: 4;
        }
        .side automation-panel {
          order: 5;
        }
        .wide {
          order: 6;
        }
      }
    `,
  ];

  @query('trade-dialog') private readonly dialog!: TradeDialog;
  private readonly firstLook = new FirstLook(this, activeTrades, autoEntry, controls, decisions, prices, services, sources, strikeTables, trades, watchlists);

  constructor() {
    super();
    new Watch(this, preferences);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.loadSymbols();
  }

  protected override willUpdate(): void {
    connection.follow([
      'controls',
      'services',
      `prices:${preferences.symbol}`,
      `strike-table:${preferences.symbol}`,
      `auto-entry:${preferences.symbol}`,
      `watchlist:${preferences.symbol}`,
      `decisions:${preferences.symbol}`,
      'active-trades',
    ]);
  }

  protected override render(): TemplateResult {
    const symbol = preferences.symbol;
    return html`
      <div class="symbols" role="group" aria-label=${text.decisions.symbol}>
        ${preferences.symbols.map(
          (name) => html`<button aria-pressed=${name === symbol ? 'true' : 'false'} @click=${(): void => preferences.setSymbol(name)}>
            ${name}
          </button>`,
        )}
      </div>
      <div class="grid ${this.firstLook.ready ? '' : 'waiting'}">
        <div class="column side">
          <ttc-clock .symbol=${symbol}></ttc-clock>
          <price-panel .symbol=${symbol}></price-panel>
          <momentum-chart .symbol=${symbol}></momentum-chart>
          <automation-panel .symbol=${symbol}></automation-panel>
        </div>
        <div class="column middle">
          <trade-ticket></trade-ticket>
          <strike-table
            .symbol=${symbol}
            @choose=${(event: CustomEvent<StrikeChoice>): void => this.choose(event.detail)}
          ></strike-table>
          <watch-list .symbol=${symbol}></watch-list>
        </div>
        <div class="column trades">
          <live-chart .symbol=${symbol}></live-chart>
          <active-trades></active-trades>
          <recent-trades></recent-trades>
        </div>
        <service-strip class="wide"></service-strip>
      </div>
      <trade-dialog></trade-dialog>
    `;
  }

  /** One click trades at once when this login says so; otherwise the trade is looked at first. */
  private choose(choice: StrikeChoice): void {
    if (session.current?.oneClick) {
      void quick.buy(choice.row, choice.side);
    } else {
      this.dialog.open(choice);
    }
  }

  /** The list is a setting; until it is known the two of the product are offered. */
  private async loadSymbols(): Promise<void> {
    try {
      const known = await get<{ symbol: string }[]>('symbols');
      preferences.setSymbols(known.map((entry) => entry.symbol));
    } catch {
      // The notices say that the database or the line is away.
    }
  }
}

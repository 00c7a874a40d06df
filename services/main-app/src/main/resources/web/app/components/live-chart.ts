import { LitElement, css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../charts/chart-box';
import { palette } from '../charts/palette';
import { priceOption } from '../charts/price-option';
import { dollars } from '../format/number';
import { connection } from '../stores/connection';
import { preferences } from '../stores/preferences';
import { PriceSeries } from '../stores/series';
import { Ticking, Watch } from '../stores/store';
import { prices, strikeTables, trades } from '../stores/topics';
import { shared } from '../styles/shared';
import { text } from '../text/text';

const SPANS = [15, 60, 180] as const;

/** Redrawn so often; the feed is faster than an eye. */
const REDRAW_MS = 500;

/** The price of the hour with everything that matters about it drawn in. */
@customElement('live-chart')
export class LiveChart extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        --chart-height: 270px;
      }
      .choices {
        display: flex;
        flex-wrap: wrap;
        justify-content: flex-end;
        gap: var(--gap-2);
      }
      h2 {
        white-space: nowrap;
      }
      .legend {
        display: flex;
        flex-wrap: wrap;
        gap: 2px var(--gap-3);
        font-size: var(--text-xs);
      }
      @media (max-width: 560px) {
        :host {
          --chart-height: 220px;
        }
      }
    `,
  ];

  @property() symbol = 'BTC';
  @state() private minutes: number = 60;
  private series: PriceSeries | undefined;

  constructor() {
    super();
    new Watch(this, preferences);
    new Ticking(this, REDRAW_MS);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.series?.end();
    this.series = undefined;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (this.series === undefined || changed.has('symbol') || changed.has('minutes')) {
      this.series?.end();
      this.series = PriceSeries.begin(this.symbol, this.minutes, () => this.requestUpdate());
    }
  }

  protected override render(): TemplateResult {
    return html`<section class="panel" aria-label=${text.chart.title}>
      <div class="panel-head">
        <h2>${text.price.title(this.symbol)}</h2>
        <div class="choices">
          <div class="choice" role="group" aria-label=${text.chart.span}>
            ${SPANS.map(
              (minutes) => html`<button aria-pressed=${this.minutes === minutes ? 'true' : 'false'} @click=${(): void => void (this.minutes = minutes)}>
                ${minutes < 60 ? `${minutes}m` : `${minutes / 60}h`}
              </button>`,
            )}
          </div>
          <div class="choice" role="group" aria-label=${text.chart.title}>
            ${([false, true] as const).map(
              (candles) => html`<button aria-pressed=${preferences.candles === candles ? 'true' : 'false'} @click=${(): void => preferences.setCandles(candles)}>
                ${candles ? text.chart.candles : text.chart.line}
              </button>`,
            )}
          </div>
        </div>
      </div>
      ${this.chart()}
      <div class="legend faint" aria-hidden="true">${text.chart.legend.map((entry) => html`<span>${entry}</span>`)}</div>
    </section>`;
  }

  private chart(): TemplateResult | typeof nothing {
    const price = prices.get(this.symbol);
    const option =
      this.series === undefined || this.series.steps.length === 0
        ? undefined
        : priceOption(
            {
              steps: this.series.steps,
              candles: preferences.candles,
              now: connection.now() ?? Date.parse(price?.at ?? '') ?? Date.now(),
              minutes: this.minutes,
              table: strikeTables.get(this.symbol)?.table,
              trades: trades.all().filter((trade) => trade.symbol === this.symbol),
            },
            palette(),
          );
    return html`<chart-box .option=${option} label=${text.chart.describe(this.symbol, dollars(price?.priceDollars), this.minutes)}></chart-box>`;
  }
}

import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { TradeStatistics } from '../api/types';
import '../charts/chart-box';
import type { ChartOption } from '../charts/engine';
import { calibrationOption, equityOption, sliceOption } from '../charts/history-options';
import { palette } from '../charts/palette';
import { dollars, percent, signClass, withSign } from '../format/number';
import { preferences } from '../stores/preferences';
import { Watch } from '../stores/store';
import { shared } from '../styles/shared';
import { text } from '../text/text';

/** What the filtered trades came to: figures first, then the curves. */
@customElement('trade-statistics')
export class TradeStatisticsView extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        --chart-height: 190px;
      }
      .totals {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(98px, 1fr));
        gap: var(--gap-3) var(--gap-2);
        margin: 0 0 var(--gap-3);
      }
      .totals div {
        display: flex;
        flex-direction: column-reverse;
        justify-content: flex-end;
      }
      dt {
        font-size: var(--text-xs);
        color: var(--ink-faint);
      }
      dd {
        margin: 0;
        font-size: var(--text-l);
        font-weight: 650;
        white-space: nowrap;
      }
      .charts {
        display: grid;
        grid-template-columns: 2fr 1fr 1fr 1fr;
        gap: var(--gap-3);
        margin-bottom: var(--gap-3);
      }
      figure {
        margin: 0;
        min-width: 0;
      }
      figcaption {
        font-size: var(--text-xs);
        color: var(--ink-soft);
        font-weight: 600;
      }
      .none {
        height: var(--chart-height);
        display: grid;
        place-items: center;
      }
      @media (max-width: 1180px) {
        .charts {
          grid-template-columns: 1fr 1fr;
        }
      }
      @media (max-width: 720px) {
        .charts {
          grid-template-columns: minmax(0, 1fr);
        }
        .totals {
          grid-template-columns: repeat(3, minmax(0, 1fr));
        }
      }
    `,
  ];

  @property({ attribute: false }) found: TradeStatistics | undefined;

  constructor() {
    super();
    new Watch(this, preferences);
  }

  protected override render(): TemplateResult | typeof nothing {
    const found = this.found;
    if (found === undefined) {
      return nothing;
    }
    const words = text.history;
    const colours = palette();
    return html`<dl class="totals">
        ${this.total(words.closed, String(found.trades))}
        ${this.total(words.won, found.trades === 0 ? '–' : percent((found.wins / found.trades) * 100, 1))}
        ${this.total(words.record, `${found.wins} / ${found.losses} / ${found.draws}`)}
        ${this.total(words.pnl, dollars(found.pnlDollars, 2, true), signClass(found.pnlDollars))}
        ${this.total(words.fees, dollars(found.feesDollars))}
        ${this.total(words.returned, percent(found.returnPercent, 2, true))}
        ${this.total(words.expectancy, dollars(found.expectancyDollars, 2, true), signClass(found.expectancyDollars))}
        ${this.total(words.averageWin, dollars(found.averageWinDollars, 2, true))}
        ${this.total(words.averageLoss, dollars(found.averageLossDollars, 2, true))}
        ${this.total(words.drawdown, dollars(found.maxDrawdownDollars))}
        ${this.total(words.edge, found.averageEdgeCents === undefined ? '–' : `${withSign(found.averageEdgeCents, 2)}¢`)}
        ${this.total(words.brier, found.brierScore === undefined ? '–' : found.brierScore.toFixed(4), '', words.judged(found.judged))}
      </dl>
      <div class="charts">
        ${this.chart(words.equity, found.equity.length === 0 ? undefined : equityOption(found, colours))}
        ${this.chart(words.byHour, found.byHour.length === 0 ? undefined : sliceOption(found.byHour, (hour) => `${hour}:00`, colours))}
        ${this.chart(words.byDay, found.byDay.length === 0 ? undefined : sliceOption(found.byDay, (day) => day.slice(5), colours))}
        ${this.chart(words.calibration, found.calibration.length === 0 ? undefined : calibrationOption(found.calibration, colours))}
      </div>`;
  }

  private total(name: string, value: string, kind = '', title = ''): TemplateResult {
    return html`<div title=${title || nothing}><dd class=${kind}>${value}</dd><dt>${name}</dt></div>`;
  }

  private chart(name: string, option: ChartOption | undefined): TemplateResult {
    return html`<figure>
      <figcaption>${name}</figcaption>
      ${option === undefined ? html`<p class="none faint">${text.history.nothing}</p>` : html`<chart-box .option=${option} label=${name}></chart-box>`}
    </figure>`;
  }
}

import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { dollars, percent, steady, withSign } from '../format/number';
import { feedWord } from '../format/words';
import { Watch } from '../stores/store';
import { isLive, prices, sources } from '../stores/topics';
import { shared } from '../styles/shared';
import { text } from '../text/text';

const DELTAS = [
  ['1m', 'delta1m'],
  ['2m', 'delta2m'],
  ['3m', 'delta3m'],
  ['4m', 'delta4m'],
  ['15m', 'delta15m'],
  ['30m', 'delta30m'],
] as const;

/** A delta of this many percent fills its bar. */
const FULL_BAR = 0.5;

/** Price, its changes and the state of its feed; momentum and its deltas as bars around zero. */
@customElement('price-panel')
export class PricePanel extends LitElement {
  static override styles = [
    shared,
    css`
      .row {
        display: flex;
        align-items: baseline;
        flex-wrap: wrap;
        gap: var(--gap-1) var(--gap-3);
      }
      .price {
        font-size: var(--text-xxl);
        font-weight: 700;
        letter-spacing: -0.01em;
        line-height: 1.15;
      }
      .stale {
        color: var(--ink-faint);
      }
      .changes {
        display: flex;
        gap: var(--gap-4);
        margin: var(--gap-1) 0 var(--gap-3);
        font-size: var(--text-s);
      }
      .changes span span {
        color: var(--ink-faint);
        margin-right: var(--gap-1);
      }
      .momentum {
        display: flex;
        align-items: baseline;
        justify-content: space-between;
        border-top: 1px solid var(--line);
        padding-top: var(--gap-2);
        margin-bottom: var(--gap-2);
      }
      .momentum h2 {
        font-size: var(--text-s);
        font-weight: 600;
      }
      .momentum strong {
        font-size: var(--text-l);
      }
      .bars {
        display: grid;
        gap: 5px;
      }
      .bar {
        display: grid;
        grid-template-columns: 34px 1fr 64px;
        gap: var(--gap-2);
        align-items: center;
        font-size: var(--text-xs);
      }
      @media (max-width: 560px) {
        .bars {
          grid-template-columns: 1fr 1fr;
          gap: 5px var(--gap-4);
        }
        .bar {
          grid-template-columns: 26px 1fr 54px;
          gap: var(--gap-1);
        }
      }
      svg {
        display: block;
        width: 100%;
        height: 8px;
        background: var(--raised);
        border-radius: 4px;
      }
      .up {
        fill: var(--good);
      }
      .down {
        fill: var(--bad);
      }
      .zero {
        stroke: var(--line-strong);
      }
    `,
  ];

  @property() symbol = 'BTC';

  constructor() {
    super();
    new Watch(this, prices, sources);
  }

  protected override render(): TemplateResult {
    const price = prices.get(this.symbol);
    if (price === undefined) {
      return html`<section class="panel"><h2>${text.price.title(this.symbol)}</h2><p class="empty">${text.price.none}</p></section>`;
    }
    const live = isLive(this.symbol);
    const momentum = price.momentum === undefined ? undefined : price.momentum * 100;
    return html`<section class="panel">
      <div class="panel-head">
        <h2>${text.price.title(this.symbol)}</h2>
        <span class="tag ${live ? 'good' : 'bad'}">${live || price.feedState !== 'live' ? feedWord(price.feedState) : text.sources.stale}</span>
      </div>
      <div class="row"><span class="price ${live ? '' : 'stale'}" id="price">${dollars(price.priceDollars)}</span></div>
      ${price.indexDollars === undefined ? nothing : html`<p class="faint index">${text.chart.index} ${dollars(price.indexDollars)}</p>`}
      <div class="changes">
        ${this.change('1h', price.change1h)}${this.change('3h', price.change3h)}${this.change('1d', price.change1d)}
      </div>
      <div class="momentum">
        <h2 class="soft">${text.chart.momentum}</h2>
        <strong class=${momentum === undefined ? 'faint' : momentum < 0 ? 'bad' : 'good'}
          >${momentum === undefined ? text.price.unknown : steady(withSign(momentum, 0), 4)}</strong
        >
      </div>
      <div class="bars">${DELTAS.map(([name, field]) => this.bar(name, price[field]))}</div>
    </section>`;
  }

  private change(name: string, value: number | undefined): TemplateResult {
    const sign = value === undefined ? '' : value < 0 ? 'bad' : 'good';
    return html`<span><span>${name}</span><b class=${sign}>${steady(percent(value, 2, true), 6)}</b></span>`;
  }

  private bar(name: string, value: number | undefined): TemplateResult {
    const length = value === undefined ? 0 : Math.min(50, (Math.abs(value) / FULL_BAR) * 50);
    const down = value !== undefined && value < 0;
    return html`<div class="bar">
      <span class="faint">${name}</span>
      <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
        <rect class=${down ? 'down' : 'up'} x=${down ? 50 - length : 50} y="0" width=${length} height="8"></rect>
        <line class="zero" x1="50" y1="0" x2="50" y2="8" vector-effect="non-scaling-stroke"></line>
      </svg>
      <span class="number ${value === undefined ? 'faint' : down ? 'bad' : 'good'}">${steady(percent(value, 3, true), 7)}</span>
    </div>`;
  }
}

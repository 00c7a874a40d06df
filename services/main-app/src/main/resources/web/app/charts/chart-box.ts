import { LitElement, css, html, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { createChart, type Chart, type ChartOption } from './engine';

/** One chart: draws the option it is given, follows its element's size, and leaves nothing behind. */
@customElement('chart-box')
export class ChartBox extends LitElement {
  static override styles = css`
    :host {
      display: block;
      height: var(--chart-height, 280px);
    }
    div {
      width: 100%;
      height: 100%;
    }
  `;

  @property({ attribute: false }) option: ChartOption | undefined;
  @property() label = '';
  @query('div') private readonly box!: HTMLDivElement;
  private chart: Chart | undefined;
  private readonly sizes = new ResizeObserver(() => this.chart?.resize());

  override connectedCallback(): void {
    super.connectedCallback();
    this.sizes.observe(this);
    this.requestUpdate('option');
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.sizes.disconnect();
    this.chart?.dispose();
    this.chart = undefined;
  }

  protected override render(): TemplateResult {
    return html`<div role="img" aria-label=${this.label}></div>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('option') || this.option === undefined || !this.isConnected) {
      return;
    }
    this.chart ??= createChart(this.box);
    this.chart.setOption(this.option, { replaceMerge: ['series', 'xAxis', 'yAxis'], lazyUpdate: true });
  }
}

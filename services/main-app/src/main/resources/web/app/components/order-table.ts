import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { get, reasonOf } from '../api/client';
import type { AccountOrder, OrderStep, Page } from '../api/types';
import { factLine } from '../format/facts';
import { cents, contracts } from '../format/number';
import { moment } from '../format/time';
import { sentence } from '../format/words';
import { account } from '../stores/topics';
import { folding, shared } from '../styles/shared';
import { text } from '../text/text';
import './page-turner';

/** The account's orders; each opens to the list of its events. */
@customElement('order-table')
export class OrderTable extends LitElement {
  static override styles = [
    shared,
    folding,
    css`
      tr.open td {
        border-bottom: 0;
      }
      td.inside {
        white-space: normal;
        padding: 0 0 var(--gap-3);
      }
      ol {
        margin: 0;
        padding: var(--gap-3) var(--gap-3) var(--gap-3) 34px;
        background: var(--raised);
        border-radius: var(--radius-s);
        font-size: var(--text-xs);
        overflow-wrap: anywhere;
      }
    `,
  ];

  @state() private found: Page<AccountOrder> | undefined;
  @state() private opened: string | undefined;
  @state() private steps: OrderStep[] = [];
  @state() private failure = '';
  private page = 0;
  private stop: () => void = () => undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.stop = account.subscribe(() => void this.load());
    void this.load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stop();
  }

  protected override render(): TemplateResult {
    const words = text.account;
    const found = this.found;
    return html`<section class="panel" aria-label=${words.orders}>
      <div class="panel-head"><h2>${words.orders}</h2><a class="button" href="/api/v1/account/orders/export" download="orders.csv">CSV</a></div>
      ${this.failure ? html`<p class="notice bad" role="alert">${this.failure}</p>` : nothing}
      ${found === undefined || found.total === 0
        ? html`<p class="empty">${text.none}</p>`
        : html`<div class="scroll">
              <table class="folds fine">
                <thead>
                  <tr>
                    <th class="first of15">${words.market}</th><th class="first of4">${words.bought}</th><th class="of4">${words.purpose}</th>
                    <th class="of5">${words.status}</th><th class="number of4">${words.filled}</th><th class="number of3">${words.yesPrice}</th>
                    <th class="of8 end">${words.created}</th><th class="first of5"></th>
                  </tr>
                </thead>
                <tbody>
                  ${found.items.map((order) => this.row(order))}
                </tbody>
              </table>
            </div>
            <page-turner
              .page=${found.page}
              .size=${found.size}
              .total=${found.total}
              @turn=${(event: CustomEvent<number>): void => {
                this.page = event.detail;
                void this.load();
              }}
            ></page-turner>`}
    </section>`;
  }

  private row(order: AccountOrder): TemplateResult {
    const open = this.opened === order.orderId;
    return html`<tr class=${open ? 'open' : ''}>
        <td class="mono first of15">${order.ticker}</td>
        <td class="first of4 ${order.boughtSide.toLowerCase()}">${order.boughtSide}</td>
        <td class="soft of4">${order.purpose === undefined ? text.account.notOurs : sentence(order.purpose)}</td>
        <td class="of5" title=${order.lastReason ?? ''}>${sentence(order.status)}</td>
        <td class="number of4">${contracts(order.filled)} / ${contracts(order.initial)}</td>
        <td class="number of3">${cents(order.yesPriceDollars)}</td>
        <td class="soft of8 end">${moment(order.createdAt)}</td>
        <td class="number first of5 end">
          <button class="quiet" aria-expanded=${open ? 'true' : 'false'} @click=${(): void => void this.toggle(order.orderId)}>${text.account.events}</button>
        </td>
      </tr>
      ${open
        ? html`<tr>
            <td class="inside" colspan="8">
              ${this.steps.length === 0
                ? html`<p class="empty">${text.account.noEvents}</p>`
                : html`<ol>
                    ${this.steps.map((step) => html`<li><b>${sentence(step.type.replace(/([a-z])([A-Z])/g, '$1_$2'))}</b> <span class="faint">${moment(step.at)}</span> ${factLine(step.document)}</li>`)}
                  </ol>`}
            </td>
          </tr>`
        : nothing}`;
  }

  private async toggle(orderId: string): Promise<void> {
    this.steps = [];
    this.opened = this.opened === orderId ? undefined : orderId;
    if (this.opened !== undefined) {
      try {
        this.steps = await get<OrderStep[]>(`account/orders/${encodeURIComponent(orderId)}/events`);
      } catch (error) {
        this.failure = reasonOf(error);
      }
    }
  }

  private async load(): Promise<void> {
    try {
      this.found = await get<Page<AccountOrder>>(`account/orders?page=${this.page}&size=20`);
      this.failure = '';
    } catch (error) {
      this.failure = reasonOf(error);
    }
  }
}

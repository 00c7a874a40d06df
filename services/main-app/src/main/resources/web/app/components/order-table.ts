import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { get, reasonOf } from '../api/client';
import type { AccountOrder, OrderStep, Page } from '../api/types';
import { factLine } from '../format/facts';
import { cents, contracts } from '../format/number';
import { moment } from '../format/time';
import { sentence } from '../format/words';
import { account } from '../stores/topics';
import { shared } from '../styles/shared';
import { text } from '../text/text';
import './page-turner';

/** The account's orders; each opens to the list of its events. */
@customElement('order-table')
export class OrderTable extends LitElement {
  static override styles = [
    shared,
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
              <table>
                <thead>
                  <tr>
                    <th>${words.market}</th><th>${words.bought}</th><th>${words.purpose}</th><th>${words.status}</th>
                    <th class="number">${words.filled}</th><th class="number">${words.yesPrice}</th><th>${words.created}</th><th></th>
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
        <td class="mono">${order.ticker}</td>
        <td class=${order.boughtSide.toLowerCase()}>${order.boughtSide}</td>
        <td class="soft">${order.purpose === undefined ? text.account.notOurs : sentence(order.purpose)}</td>
        <td title=${order.lastReason ?? ''}>${sentence(order.status)}</td>
        <td class="number">${contracts(order.filled)} / ${contracts(order.initial)}</td>
        <td class="number">${cents(order.yesPriceDollars)}</td>
        <td class="soft">${moment(order.createdAt)}</td>
        <td class="number">
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

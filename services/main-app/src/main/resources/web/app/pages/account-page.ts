import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { get, reasonOf } from '../api/client';
import type { AccountState, Fill, Page, Settlement } from '../api/types';
import '../components/balance-chart';
import '../components/order-table';
import '../components/page-turner';
import { cents, contracts, dollars, signClass } from '../format/number';
import { moment } from '../format/time';
import { sentence } from '../format/words';
import { connection } from '../stores/connection';
import { Watch } from '../stores/store';
import { account } from '../stores/topics';
import { folding, shared } from '../styles/shared';
import { text } from '../text/text';

/** What the exchange says of our money. */
@customElement('account-page')
export class AccountPage extends LitElement {
  static override styles = [
    shared,
    folding,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--gap-3);
      }
      .balances {
        max-width: 520px;
      }
      .balances :is(th, td):first-child {
        padding-left: 0;
      }
      .balances :is(th, td):last-child {
        padding-right: 0;
      }
      .balances td {
        font-size: var(--text-l);
      }
      .balances .all td {
        font-weight: 650;
        border-top: 1px solid var(--line-strong);
      }
    `,
  ];

  @state() private fills: Page<Fill> | undefined;
  @state() private settlements: Page<Settlement> | undefined;
  @state() private failure = '';
  private fillPage = 0;
  private settlementPage = 0;
  private stop: () => void = () => undefined;

  constructor() {
    super();
    new Watch(this, account, connection);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    connection.follow(['controls', 'account']);
    this.stop = account.subscribe(() => void this.load());
    void this.load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stop();
  }

  protected override render(): TemplateResult {
    const now = account.get('account');
    return html`
      ${this.failure ? html`<p class="notice bad" role="alert">${this.failure}</p>` : nothing}
      ${now?.sync?.stale ? html`<p class="notice warn">${text.account.late(now.sync.reason ?? text.account.noReason)}</p>` : nothing}
      ${this.balances(now)}<balance-chart></balance-chart>${this.positions(now)}<order-table></order-table>${this.fillTable()}${this.settlementTable()}
    `;
  }

  private balances(now: AccountState | undefined): TemplateResult {
    return html`<section class="panel">
      <div class="panel-head">
        <h2>${text.account.balance}</h2>
        ${now?.sync === undefined ? nothing : html`<span class="faint">${text.account.reconciled(moment(now.sync.reconciledAt))}</span>`}
      </div>
      ${now === undefined || now.balances.length === 0
        ? html`<p class="empty">${text.automation.unknown}</p>`
        : html`<table class="balances" aria-label=${text.account.onShards}>
            <thead>
              <tr>
                <th></th>
                <th class="number">${text.account.balance}</th>
                <th class="number">${text.account.atCost}</th>
              </tr>
            </thead>
            <tbody>
              ${now.balances.map((balance) => this.money('', text.account.shard(balance.exchangeIndex), balance))} ${this.money('all', text.account.total, now.total)}
            </tbody>
          </table>`}
    </section>`;
  }

  private money(kind: string, name: string, held: AccountState['total']): TemplateResult {
    return html`<tr class=${kind}>
      <td class="soft">${name}</td>
      <td class="number">${dollars(held.balanceDollars)}</td>
      <td class="number">${dollars(held.exposureDollars)}</td>
    </tr>`;
  }

  private positions(now: AccountState | undefined): TemplateResult {
    const held = now?.positions ?? [];
    return html`<section class="panel">
      <h2>${text.account.positions}</h2>
      ${held.length === 0
        ? html`<p class="empty">${text.none}</p>`
        : html`<div class="scroll">
            <table class="folds fine">
              <thead>
                <tr>
                  <th class="first of18">${text.account.market}</th>
                  <th class="number first of6 end">${text.account.position}</th>
                  <th class="number of8">${text.account.exposure}</th>
                  <th class="number of8">${text.account.realised}</th>
                  <th class="number of8 end">${text.history.fees}</th>
                </tr>
              </thead>
              <tbody>
                ${held.map(
                  (position) => html`<tr>
                    <td class="mono first of18">${position.ticker}</td>
                    <td class="number first of6 end">${contracts(position.position)}</td>
                    <td class="number of8">${dollars(position.exposureDollars)}</td>
                    <td class="number of8 ${signClass(position.realizedPnlDollars)}">${dollars(position.realizedPnlDollars, 2, true)}</td>
                    <td class="number of8 end">${dollars(position.feesPaidDollars)}</td>
                  </tr>`,
                )}
              </tbody>
            </table>
          </div>`}
    </section>`;
  }

  private fillTable(): TemplateResult {
    const page = this.fills;
    return html`<section class="panel">
      <div class="panel-head"><h2>${text.account.fills}</h2><a class="button" href="/api/v1/account/fills/export" download="fills.csv">CSV</a></div>
      ${page === undefined || page.total === 0
        ? html`<p class="empty">${text.none}</p>`
        : html`<div class="scroll">
              <table class="folds fine">
                <thead>
                  <tr>
                    <th class="first of18">${text.account.market}</th>
                    <th class="first of6 end">${text.account.bought}</th>
                    <th class="number of3">${text.recent.size}</th>
                    <th class="number of4">${text.account.yesPrice}</th>
                    <th class="number of5">${text.account.fee}</th>
                    <th class="of4">${text.account.as}</th>
                    <th class="of8 end">${text.account.filledAt}</th>
                  </tr>
                </thead>
                <tbody>
                  ${page.items.map(
                    (fill) => html`<tr>
                      <td class="mono first of18">${fill.ticker}</td>
                      <td class="first of6 end ${fill.boughtSide.toLowerCase()}">${fill.boughtSide}</td>
                      <td class="number of3">${contracts(fill.quantity)}</td>
                      <td class="number of4">${cents(fill.yesPriceDollars)}</td>
                      <td class="number of5">${dollars(fill.feeDollars, 4)}</td>
                      <td class="faint of4">${fill.taker ? text.account.taker : text.account.maker}</td>
                      <td class="soft of8 end">${moment(fill.filledAt)}</td>
                    </tr>`,
                  )}
                </tbody>
              </table>
            </div>
            <page-turner
              .page=${page.page}
              .size=${page.size}
              .total=${page.total}
              @turn=${(event: CustomEvent<number>): void => {
                this.fillPage = event.detail;
                void this.load();
              }}
            ></page-turner>`}
    </section>`;
  }

  private settlementTable(): TemplateResult {
    const page = this.settlements;
    return html`<section class="panel">
      <div class="panel-head"><h2>${text.account.settlements}</h2><a class="button" href="/api/v1/account/settlements/export" download="settlements.csv">CSV</a></div>
      ${page === undefined || page.total === 0
        ? html`<p class="empty">${text.none}</p>`
        : html`<div class="scroll">
              <table class="folds fine">
                <thead>
                  <tr>
                    <th class="first of15">${text.account.market}</th>
                    <th class="first of4">${text.history.result}</th>
                    <th class="number of6">${text.account.revenue}</th>
                    <th class="number of5">${text.account.fee}</th>
                    <th class="number of5">${text.account.held}</th>
                    <th class="first of5 end">${text.services.state}</th>
                    <th class="of8 end">${text.account.settledAt}</th>
                  </tr>
                </thead>
                <tbody>
                  ${page.items.map(
                    (row) => html`<tr>
                      <td class="mono first of15">${row.ticker}</td>
                      <td class="first of4">${sentence(row.result)}</td>
                      <td class="number of6">${dollars(row.revenueDollars)}</td>
                      <td class="number of5">${dollars(row.feeDollars, 4)}</td>
                      <td class="number of5">${contracts(row.yesCount)} / ${contracts(row.noCount)}</td>
                      <td class="soft first of5 end">${sentence(row.state)}</td>
                      <td class="soft of8 end">${moment(row.settledAt)}</td>
                    </tr>`,
                  )}
                </tbody>
              </table>
            </div>
            <page-turner
              .page=${page.page}
              .size=${page.size}
              .total=${page.total}
              @turn=${(event: CustomEvent<number>): void => {
                this.settlementPage = event.detail;
                void this.load();
              }}
            ></page-turner>`}
    </section>`;
  }

  private async load(): Promise<void> {
    try {
      [this.fills, this.settlements] = await Promise.all([
        get<Page<Fill>>(`account/fills?page=${this.fillPage}`),
        get<Page<Settlement>>(`account/settlements?page=${this.settlementPage}`),
      ]);
      this.failure = '';
    } catch (error) {
      this.failure = reasonOf(error);
    }
  }
}

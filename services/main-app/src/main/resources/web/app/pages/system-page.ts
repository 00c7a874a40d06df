import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { change, get, reasonOf } from '../api/client';
import type { Alert, Health, Incident, Page, Remedy, Restart } from '../api/types';
import '../components/dependency-picture';
import '../components/health-panel';
import '../components/instance-table';
import '../components/node-table';
import '../components/restart-dialog';
import type { RestartDialog } from '../components/restart-dialog';
import '../components/service-table';
import { moment } from '../format/time';
import { sentence, serviceWord } from '../format/words';
import { connection } from '../stores/connection';
import { session } from '../stores/session';
import { Watch } from '../stores/store';
import { toasts } from '../stores/toasts';
import { alerts } from '../stores/topics';
import { folding, shared } from '../styles/shared';
import { text } from '../text/text';

/** Incidents and remedies announce nothing of their own. */
const RELOAD_MS = 5_000;

/** How the house is doing and what was done about it. */
@customElement('system-page')
export class SystemPage extends LitElement {
  static override styles = [
    shared,
    folding,
    css`
      :host {
        --folds: 112px minmax(0, 1fr) minmax(0, 1fr);
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--gap-3);
      }
      .alert {
        display: grid;
        grid-template-columns: 74px 1fr auto;
        gap: var(--gap-3);
        align-items: center;
        padding: var(--gap-2) 0;
        border-top: 1px solid var(--line);
      }
      .alert p {
        overflow-wrap: anywhere;
      }
      .alert > .tag {
        justify-self: start;
      }
      .two {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(420px, 100%), 1fr));
        gap: var(--gap-3);
        align-items: start;
      }
      .stack {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--gap-3);
      }
      .two > * {
        min-width: 0;
      }
      .reason {
        white-space: normal;
        min-width: 180px;
      }
    `,
  ];

  @state() private incidents: Incident[] = [];
  @state() private remedies: Remedy[] = [];
  @state() private restarts: Restart[] = [];
  @state() private health: Health | undefined;
  @state() private failure = '';
  @query('restart-dialog') private readonly dialog!: RestartDialog;
  private stop: () => void = () => undefined;

  constructor() {
    super();
    new Watch(this, alerts, connection, session);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    connection.follow(['controls', 'services', 'alerts']);
    const stopAlerts = alerts.subscribe(() => void this.load());
    const timer = window.setInterval(() => void this.load(), RELOAD_MS);
    this.stop = (): void => {
      stopAlerts();
      window.clearInterval(timer);
    };
    void this.load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stop();
  }

  protected override render(): TemplateResult {
    return html`
      ${this.failure ? html`<p class="notice bad" role="alert">${this.failure}</p>` : nothing}
      <service-table .remedies=${this.remedies} @restart=${(event: CustomEvent<string>): void => this.dialog.open(event.detail || undefined)}></service-table>
      <dependency-picture .causes=${this.causes()}></dependency-picture>
      <instance-table .health=${this.health}></instance-table>
      <div class="two">
        <div class="stack">
          <health-panel @look=${(event: CustomEvent<Health | null>): void => void (this.health = event.detail ?? undefined)}></health-panel>
          <node-table .health=${this.health}></node-table>
        </div>
        ${this.alertList()}
      </div>
      <div class="two">
        <div class="stack">${this.incidentTable()}${this.restartTable()}</div>
        ${this.remedyTable()}
      </div>
      <restart-dialog @asked=${(): void => void this.load()}></restart-dialog>
    `;
  }

  private causes(): string[] {
    return this.incidents.filter((incident) => incident.closedAt === undefined).map((incident) => incident.rootCause);
  }

  private restartTable(): TemplateResult {
    return html`<section class="panel">
      <h2>${text.system.restarts}</h2>
      ${this.restarts.length === 0
        ? html`<p class="empty">${text.none}</p>`
        : html`<div class="scroll">
            <table class="folds">
              <tbody>
                ${this.restarts.map(
                  (wish) => html`<tr>
                    <td class="soft">${moment(wish.requestedAt)}</td>
                    <td>${wish.service === undefined ? text.system.everything : serviceWord(wish.service)}</td>
                    <td><span class="tag ${{ new: 'warn', done: 'good', refused: 'bad' }[wish.state]}">${sentence(wish.state)}</span></td>
                    <td class="reason soft below">${wish.requestedBy}: ${wish.reason}${wish.answer === undefined ? nothing : html`<br />${wish.answer}`}</td>
                  </tr>`,
                )}
              </tbody>
            </table>
          </div>`}
    </section>`;
  }

  private alertList(): TemplateResult {
    const all = alerts.all().sort((a, b) => b.raisedAt.localeCompare(a.raisedAt));
    return html`<section class="panel">
      <div class="panel-head">
        <h2>${text.system.alerts}</h2>
        <button id="test-alerts" ?disabled=${!connection.usable || !session.mayTrade} @click=${(): void => void this.testAlerts()}>
          ${text.system.testAlerts}
        </button>
      </div>
      ${all.length === 0 ? html`<p class="empty">${text.none}</p>` : all.map((alert) => this.alert(alert))}
    </section>`;
  }

  private alert(alert: Alert): TemplateResult {
    const colour = { info: '', warning: 'warn', critical: 'bad' }[alert.severity];
    return html`<div class="alert">
      <span class="tag ${alert.acknowledgedAt === undefined && alert.resolvedAt === undefined ? colour : ''}">${sentence(alert.severity)}</span>
      <div>
        <p>${alert.message}</p>
        <p class="faint">${moment(alert.raisedAt)} ET · ${alert.code}${alert.resolvedAt === undefined ? nothing : html` · <span class="good">${text.system.resolved(moment(alert.resolvedAt))}</span>`}</p>
      </div>
      ${alert.acknowledgedAt === undefined
        ? html`<button
            ?disabled=${!connection.usable || !session.mayTrade}
            @click=${(): void => void this.acknowledge(alert)}
          >
            ${text.system.seen}
          </button>`
        : html`<span class="faint">${alert.acknowledgedBy}</span>`}
    </div>`;
  }

  private remedyTable(): TemplateResult {
    return html`<section class="panel">
      <h2>${text.system.remedies}</h2>
      ${this.remedies.length === 0
        ? html`<p class="empty">${text.none}</p>`
        : html`<div class="scroll">
            <table class="folds">
              <tbody>
                ${this.remedies.slice(0, 20).map(
                  (remedy) => html`<tr>
                    <td class="soft">${moment(remedy.decidedAt)}</td>
                    <td>${serviceWord(remedy.service)}</td>
                    <td><span class="tag ${remedy.withheld ? 'warn' : 'good'}">${remedy.withheld ? text.system.withheld : sentence(remedy.action)}</span></td>
                    <td class="reason soft below">${remedy.reason}</td>
                  </tr>`,
                )}
              </tbody>
            </table>
          </div>`}
    </section>`;
  }

  private incidentTable(): TemplateResult {
    return html`<section class="panel">
      <h2>${text.system.incidents}</h2>
      ${this.incidents.length === 0
        ? html`<p class="empty">${text.none}</p>`
        : html`<div class="scroll">
            <table class="folds">
              <tbody>
                ${this.incidents.map(
                  (incident) => html`<tr>
                    <td class="soft">${moment(incident.openedAt)}</td>
                    <td>${serviceWord(incident.rootCause)}</td>
                    <td>${sentence(incident.level)}</td>
                    <td class="soft below">${incident.closedAt === undefined ? text.system.openIncident : text.system.closedIncident(moment(incident.closedAt))}</td>
                  </tr>`,
                )}
              </tbody>
            </table>
          </div>`}
    </section>`;
  }

  private async acknowledge(alert: Alert): Promise<void> {
    try {
      await change('POST', `system/alerts/${alert.alertId}/acknowledgement`);
    } catch (error) {
      toasts.say('bad', text.system.notSeen(reasonOf(error)));
    }
  }

  private async testAlerts(): Promise<void> {
    try {
      await change('POST', 'system/alert-tests');
      toasts.say('good', text.system.alertsTested);
    } catch (error) {
      toasts.say('bad', text.system.alertsNotTested(reasonOf(error)));
    }
  }

  private async load(): Promise<void> {
    try {
      const [incidents, remedies, restarts] = await Promise.all([
        get<Page<Incident>>('system/incidents?size=20'),
        get<Page<Remedy>>('system/remedies?size=100'),
        get<Restart[]>('system/restarts'),
      ]);
      this.incidents = incidents.items;
      this.remedies = remedies.items;
      this.restarts = restarts;
      this.failure = '';
    } catch (error) {
      this.failure = reasonOf(error);
    }

  }
}

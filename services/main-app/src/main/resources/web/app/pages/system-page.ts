import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { change, get, reasonOf } from '../api/client';
import type { Alert, Incident, Page, Remedy, ServiceInstance } from '../api/types';
import { megabytes } from '../format/number';
import { age, moment } from '../format/time';
import { sentence, serviceWord } from '../format/words';
import { connection } from '../stores/connection';
import { serviceState } from '../stores/house';
import { session } from '../stores/session';
import { Watch } from '../stores/store';
import { toasts } from '../stores/toasts';
import { alerts, services } from '../stores/topics';
import { shared } from '../styles/shared';

/** How the house is doing and what was done about it. */
@customElement('system-page')
export class SystemPage extends LitElement {
  static override styles = [
    shared,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: var(--gap-3);
      }
      .figures {
        display: flex;
        gap: 4px;
      }
      .alert {
        display: grid;
        grid-template-columns: auto 1fr auto;
        gap: var(--gap-3);
        align-items: center;
        padding: var(--gap-2) 0;
        border-top: 1px solid var(--line);
      }
      .alert p {
        overflow-wrap: anywhere;
      }
      .two {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(420px, 100%), 1fr));
        gap: var(--gap-3);
        align-items: start;
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
  @state() private failure = '';
  private stop: () => void = () => undefined;

  constructor() {
    super();
    new Watch(this, services, alerts, connection, session);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    connection.follow(['controls', 'services', 'alerts']);
    this.stop = alerts.subscribe(() => void this.load());
    void this.load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stop();
  }

  protected override render(): TemplateResult {
    return html`
      ${this.failure ? html`<p class="notice bad" role="alert">${this.failure}</p>` : nothing}
      ${this.serviceTable()}
      <div class="two">${this.alertList()}${this.remedyTable()}</div>
      ${this.incidentTable()}
    `;
  }

  private serviceTable(): TemplateResult {
    const all = services.all();
    return html`<section class="panel">
      <h2>Services</h2>
      ${all.length === 0
        ? html`<p class="empty">No heartbeat yet</p>`
        : html`<div class="scroll">
            <table>
              <thead>
                <tr>
                  <th>Service</th>
                  <th>State</th>
                  <th>Role</th>
                  <th>Freshness</th>
                  <th class="number">Heartbeat</th>
                  <th class="number">Up</th>
                  <th class="number">Memory</th>
                  <th>Version</th>
                </tr>
              </thead>
              <tbody>
                ${all.map((instance) => this.service(instance))}
              </tbody>
            </table>
          </div>`}
    </section>`;
  }

  private service(instance: ServiceInstance): TemplateResult {
    const state = serviceState(instance);
    return html`<tr>
      <td title=${instance.instance}>${serviceWord(instance.service)}</td>
      <td><span class="tag ${state.colour}">${state.text}</span></td>
      <td class="soft">${sentence(instance.role)}${instance.role === 'active' ? ` · ${instance.epoch}` : ''}</td>
      <td>
        <div class="figures">
          ${Object.entries(instance.freshness).map(
            ([name, figure]) => html`<span class="tag ${figure.ok ? '' : 'bad'}" title="limit ${age(figure.limitMs)}"
              >${name} ${age(figure.ageMs)}</span
            >`,
          )}
        </div>
      </td>
      <td class="number ${state.colour === 'bad' ? 'bad' : ''}">${age(instance.beatAgeMs)}</td>
      <td class="number">${age(Date.parse(instance.beatAt) - Date.parse(instance.startedAt))}</td>
      <td class="number">${megabytes(instance.memoryBytes)}</td>
      <td class="soft">${instance.version}</td>
    </tr>`;
  }

  private alertList(): TemplateResult {
    const all = alerts.all().sort((a, b) => b.raisedAt.localeCompare(a.raisedAt));
    return html`<section class="panel">
      <h2>Alerts</h2>
      ${all.length === 0 ? html`<p class="empty">None</p>` : all.map((alert) => this.alert(alert))}
    </section>`;
  }

  private alert(alert: Alert): TemplateResult {
    const colour = { info: '', warning: 'warn', critical: 'bad' }[alert.severity];
    return html`<div class="alert">
      <span class="tag ${alert.acknowledgedAt === undefined ? colour : ''}">${sentence(alert.severity)}</span>
      <div>
        <p>${alert.message}</p>
        <p class="faint">${moment(alert.raisedAt)} ET · ${alert.code}</p>
      </div>
      ${alert.acknowledgedAt === undefined
        ? html`<button
            ?disabled=${!connection.usable || !session.mayTrade}
            @click=${(): void => void this.acknowledge(alert)}
          >
            Seen
          </button>`
        : html`<span class="faint">${alert.acknowledgedBy}</span>`}
    </div>`;
  }

  private remedyTable(): TemplateResult {
    return html`<section class="panel">
      <h2>Remedies taken and withheld</h2>
      ${this.remedies.length === 0
        ? html`<p class="empty">None</p>`
        : html`<div class="scroll">
            <table>
              <tbody>
                ${this.remedies.map(
                  (remedy) => html`<tr>
                    <td class="soft">${moment(remedy.decidedAt)}</td>
                    <td>${serviceWord(remedy.service)}</td>
                    <td><span class="tag ${remedy.withheld ? 'warn' : 'good'}">${remedy.withheld ? 'Withheld' : sentence(remedy.action)}</span></td>
                    <td class="reason soft">${remedy.reason}</td>
                  </tr>`,
                )}
              </tbody>
            </table>
          </div>`}
    </section>`;
  }

  private incidentTable(): TemplateResult {
    return html`<section class="panel">
      <h2>Incidents</h2>
      ${this.incidents.length === 0
        ? html`<p class="empty">None</p>`
        : html`<div class="scroll">
            <table>
              <tbody>
                ${this.incidents.map(
                  (incident) => html`<tr>
                    <td class="soft">${moment(incident.openedAt)}</td>
                    <td>${serviceWord(incident.rootCause)}</td>
                    <td>${sentence(incident.level)}</td>
                    <td class="soft">${incident.closedAt === undefined ? 'open' : `closed ${moment(incident.closedAt)}`}</td>
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
      toasts.say('bad', `Not acknowledged: ${reasonOf(error)}`);
    }
  }

  private async load(): Promise<void> {
    try {
      const [incidents, remedies] = await Promise.all([
        get<Page<Incident>>('system/incidents?size=20'),
        get<Page<Remedy>>('system/remedies?size=20'),
      ]);
      this.incidents = incidents.items;
      this.remedies = remedies.items;
      this.failure = '';
    } catch (error) {
      this.failure = reasonOf(error);
    }
  }
}

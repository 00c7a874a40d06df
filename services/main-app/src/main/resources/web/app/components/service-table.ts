import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import type { Remedy, ServiceInstance } from '../api/types';
import { megabytes } from '../format/number';
import { age } from '../format/time';
import { sentence, serviceWord } from '../format/words';
import { connection } from '../stores/connection';
import { serviceState } from '../stores/house';
import { session } from '../stores/session';
import { Watch } from '../stores/store';
import { services } from '../stores/topics';
import { folding, shared } from '../styles/shared';
import { text } from '../text/text';
import './log-dialog';
import type { LogDialog } from './log-dialog';

/** Each instance of each service: does it give correct results, how fresh, who holds the lease; restarts for admins. */
@customElement('service-table')
export class ServiceTable extends LitElement {
  static override styles = [
    shared,
    folding,
    css`
      :host {
        --folds: minmax(0, 1fr) auto;
      }
      .figures {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(176px, 1fr));
        gap: 2px 10px;
        min-width: 180px;
      }
      .figure {
        display: grid;
        grid-template-columns: minmax(0, 1fr) 48px 46px;
        gap: 6px;
        align-items: center;
        font-size: var(--text-xs);
        color: var(--ink-soft);
      }
      meter {
        width: 48px;
        height: 8px;
      }
      .figure.late {
        color: var(--bad);
      }
      @media (max-width: 560px) {
        .folds .below {
          grid-column: 1;
        }
        .folds td:last-child {
          order: 1;
        }
        .figures {
          min-width: 0;
        }
      }
    `,
  ];

  /** Lately, to count restarts by. */
  @property({ attribute: false }) remedies: Remedy[] = [];
  @query('log-dialog') private readonly log!: LogDialog;

  constructor() {
    super();
    new Watch(this, services, connection, session);
  }

  protected override render(): TemplateResult {
    const all = services.all();
    return html`<section class="panel">
      <div class="panel-head">
        <h2>${text.services.title}</h2>
        ${session.isAdmin
          ? html`<button class="danger" id="restart-all" ?disabled=${!connection.usable} @click=${(): void => this.ask()}>
              ${text.system.restartAllButton}
            </button>`
          : nothing}
      </div>
      ${all.length === 0
        ? html`<p class="empty">${text.services.none}</p>`
        : html`<div class="scroll">
            <table class="folds">
              <thead>
                <tr>
                  <th>${text.services.service}</th>
                  <th>${text.services.state}</th>
                  <th class="phone-less">${text.services.role}</th>
                  <th class="below">${text.services.freshness}</th>
                  <th class="number phone-less">${text.services.heartbeat}</th>
                  <th class="number phone-less">${text.services.up}</th>
                  <th class="number phone-less">${text.services.memory}</th>
                  <th class="number phone-less">${text.services.restarts}</th>
                  <th class="phone-less">${text.services.version}</th>
                  <th></th>
                </tr>
              </thead>
              <tbody>
                ${all.map((instance) => this.service(instance))}
              </tbody>
            </table>
          </div>`}
      <log-dialog></log-dialog>
    </section>`;
  }

  private service(instance: ServiceInstance): TemplateResult {
    const state = serviceState(instance);
    return html`<tr>
      <td title=${instance.instance}>${serviceWord(instance.service)}</td>
      <td><span class="tag ${state.colour}">${state.text}</span></td>
      <td class="soft phone-less">${sentence(instance.role)}${instance.role === 'active' ? ` · ${instance.epoch}` : ''}</td>
      <td class="below">
        <div class="figures">
          ${Object.entries(instance.freshness).map(
            ([name, figure]) => html`<span class="figure ${figure.ok ? '' : 'late'}" title=${text.services.limit(age(figure.limitMs))}>
              ${serviceWord(name.replace(/_/g, '-'))}<meter min="0" max=${figure.limitMs} high=${figure.limitMs * 0.7} optimum="0" value=${Math.min(figure.ageMs, figure.limitMs)}></meter
              >${age(figure.ageMs)}</span
            >`,
          )}
        </div>
      </td>
      <td class="number phone-less ${state.colour === 'bad' ? 'bad' : ''}">${age(instance.beatAgeMs)}</td>
      <td class="number phone-less">${age(Date.parse(instance.beatAt) - Date.parse(instance.startedAt))}</td>
      <td class="number phone-less">${megabytes(instance.memoryBytes)}</td>
      <td class="number phone-less">${this.restartsOf(instance.service)}</td>
      <td class="soft phone-less">${instance.version}</td>
      <td class="number">
        ${session.mayTrade
          ? html`<button
              class="quiet"
              aria-label="${text.logs.open} ${serviceWord(instance.service)}"
              @click=${(): void => this.log.open(instance.service)}
            >
              ${text.logs.open}
            </button>`
          : nothing}
        ${session.isAdmin && instance.role === 'active'
          ? html`<button
              class="quiet"
              aria-label="${text.system.restart} ${serviceWord(instance.service)}"
              ?disabled=${!connection.usable}
              @click=${(): void => this.ask(instance.service)}
            >
              ${text.system.restart}
            </button>`
          : nothing}
      </td>
    </tr>`;
  }

  /** Restarts carried out lately, by the detector on its own or because somebody asked. */
  private restartsOf(service: string): number {
    return this.remedies.filter((remedy) => remedy.service === service && remedy.action.startsWith('restart') && !remedy.withheld).length;
  }

  /** @param service none: everything */
  private ask(service?: string): void {
    this.dispatchEvent(new CustomEvent<string>('restart', { detail: service ?? '' }));
  }
}

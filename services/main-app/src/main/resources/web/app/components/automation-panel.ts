import { LitElement, css, html, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { reasonOf } from '../api/client';
import { countdown } from '../format/time';
import { sentence } from '../format/words';
import { connection } from '../stores/connection';
import { session } from '../stores/session';
import { setEnabled } from '../stores/settings';
import { Ticking, Watch } from '../stores/store';
import { toasts } from '../stores/toasts';
import { autoEntry, controls, switches } from '../stores/topics';
import { shared } from '../styles/shared';
import './settings-sheet';
import type { SettingsSheet } from './settings-sheet';
import { text } from '../text/text';

/** The two switches of the machine, where auto entry stands, and the way to its settings. */
@customElement('automation-panel')
export class AutomationPanel extends LitElement {
  static override styles = [
    shared,
    css`
      .line {
        display: grid;
        grid-template-columns: 1fr auto auto;
        align-items: center;
        gap: var(--gap-2);
        padding: var(--gap-2) 0;
      }
      .line + .line {
        border-top: 1px solid var(--line);
      }
      .line.more {
        grid-template-columns: 1fr 1fr;
        padding-bottom: 0;
      }
      .name {
        font-weight: 600;
      }
      .name small {
        display: block;
        font-weight: 400;
        font-size: var(--text-xs);
        color: var(--ink-faint);
      }
      .switch {
        width: 52px;
        min-height: 30px;
        padding: 3px;
        border-radius: 99px;
        justify-content: flex-start;
        background: var(--ground);
      }
      .switch::before {
        content: '';
        width: 22px;
        height: 22px;
        border-radius: 50%;
        background: var(--ink-faint);
      }
      .switch[aria-checked='true'] {
        justify-content: flex-end;
        background: var(--good-soft);
        border-color: var(--good);
      }
      .switch[aria-checked='true']::before {
        background: var(--good);
      }
    `,
  ];

  @property() symbol = 'BTC';
  @query('settings-sheet') private readonly sheet!: SettingsSheet;
  @state() private busy = false;

  constructor() {
    super();
    new Watch(this, autoEntry, controls, connection, session);
    new Ticking(this);
  }

  protected override render(): TemplateResult {
    const now = switches();
    return html`<section class="panel">
      <div class="panel-head"><h2>${text.automation.title}</h2>${this.stateTag()}</div>
      ${this.line('auto-entry', text.automation.entry, this.entryHint(), now?.autoEntry)}
      ${this.line('auto-stop', text.automation.stop, text.automation.stopHint, now?.autoStop)}
      <div class="line more">
        <button @click=${(): void => void this.sheet.open('risk-limits')}>${text.automation.limits}</button>
        <button @click=${(): void => void this.sheet.open('orders')}>${text.automation.orders}</button>
      </div>
      <settings-sheet></settings-sheet>
    </section>`;
  }

  private line(group: 'auto-entry' | 'auto-stop', name: string, hint: string, on: boolean | undefined): TemplateResult {
    return html`<div class="line">
      <span class="name"><span id="${group}-name">${name}</span><small id="${group}-hint">${hint}</small></span>
      <button class="quiet" aria-label=${text.automation.settingsOf(name)} @click=${(): void => void this.sheet.open(group)}>${text.automation.settings}</button>
      <button
        class="switch"
        id=${group}
        role="switch"
        aria-checked=${on ? 'true' : 'false'}
        aria-labelledby="${group}-name"
        aria-describedby="${group}-hint"
        ?disabled=${on === undefined || this.busy || !connection.usable || !session.mayTrade}
        @click=${(): void => void this.flip(group, name, !on)}
      ></button>
    </div>`;
  }

  private entryHint(): string {
    const size = switches();
    return size === undefined ? text.automation.unknown : text.automation.entryHint(size.positionSize, size.multiplier);
  }

  private stateTag(): TemplateResult {
    const standing = autoEntry.get(this.symbol);
    const now = connection.now();
    if (standing === undefined) {
      return html`<span class="tag">${switches()?.autoEntry ? text.automation.notEvaluated : text.automation.disabled}</span>`;
    }
    const left =
      standing.state === 'PAUSED' && standing.resumesAt !== undefined && now !== undefined
        ? ` ${countdown((Date.parse(standing.resumesAt) - now) / 1000)}`
        : '';
    const colour = { DISABLED: '', PAUSED: 'warn', ACTIVE: 'good', INACTIVE: '', SUSPENDED: 'bad' }[standing.state];
    return html`<span class="tag ${colour}" id="auto-entry-state" title=${standing.reason === undefined ? '' : sentence(standing.reason)}
      >${standing.state}${left}</span
    >`;
  }

  private async flip(group: 'auto-entry' | 'auto-stop', name: string, on: boolean): Promise<void> {
    this.busy = true;
    try {
      await setEnabled(group, on);
      toasts.say('good', text.automation.switched(name, on));
    } catch (error) {
      toasts.say('bad', text.automation.unchanged(name, reasonOf(error)));
    } finally {
      this.busy = false;
    }
  }
}

import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { get, reasonOf } from '../api/client';
import type { LogLine, Page } from '../api/types';
import { moment } from '../format/time';
import { sentence, serviceWord } from '../format/words';
import { shared, sheet } from '../styles/shared';
import { text } from '../text/text';
import './page-turner';

const SIZE = 50;
const RELOAD_MS = 5_000;

/** What a service lately warned of, the newest first, for as long as it is open. */
@customElement('log-dialog')
export class LogDialog extends LitElement {
  static override styles = [
    shared,
    sheet,
    css`
      dialog {
        width: min(860px, calc(100vw - 24px));
      }
      ol {
        list-style: none;
        margin: 0;
        padding: 0;
        min-height: 120px;
      }
      li {
        display: grid;
        grid-template-columns: 74px minmax(0, 1fr);
        gap: var(--gap-1) var(--gap-3);
        align-items: start;
        padding: var(--gap-2) 0;
        border-top: 1px solid var(--line);
      }
      li p {
        overflow-wrap: anywhere;
      }
      .tag {
        justify-self: start;
      }
      @media (max-width: 560px) {
        dialog {
          width: 100vw;
        }
      }
    `,
  ];

  @query('dialog') private readonly dialog!: HTMLDialogElement;
  @state() private service = '';
  @state() private found: Page<LogLine> | undefined;
  @state() private failure = '';
  private page = 0;
  private timer = 0;

  open(service: string): void {
    this.service = service;
    this.found = undefined;
    this.page = 0;
    this.dialog.showModal();
    this.timer = window.setInterval(() => void this.load(), RELOAD_MS);
    void this.load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.clearInterval(this.timer);
  }

  protected override render(): TemplateResult {
    return html`<dialog aria-labelledby="title" @close=${(): void => window.clearInterval(this.timer)}>
      <div class="sheet-body">
        <div>
          <h2 id="title">${text.logs.title(serviceWord(this.service))}</h2>
          <p class="hint">${text.logs.explained}</p>
        </div>
        ${this.failure ? html`<p class="notice bad" role="alert">${this.failure}</p>` : nothing}
        ${this.found === undefined ? nothing : this.lines(this.found)}
        <div class="actions"><button @click=${(): void => this.dialog.close()}>${text.close}</button></div>
      </div>
    </dialog>`;
  }

  private lines(found: Page<LogLine>): TemplateResult {
    return html`<ol>
        ${found.items.length === 0 ? html`<p class="empty">${text.logs.empty}</p>` : found.items.map((line) => this.line(line))}
      </ol>
      <page-turner .page=${found.page} .size=${found.size} .total=${found.total} @turn=${(event: CustomEvent<number>): void => this.turn(event.detail)}></page-turner>`;
  }

  private line(line: LogLine): TemplateResult {
    return html`<li>
      <span class="tag ${line.level === 'error' ? 'bad' : 'warn'}">${sentence(line.level)}</span>
      <div>
        <p>${line.message}</p>
        <p class="faint">${moment(line.at)} ET · ${line.logger} · <span class="mono">${line.instance}</span></p>
      </div>
    </li>`;
  }

  private turn(page: number): void {
    this.page = page;
    void this.load();
  }

  private async load(): Promise<void> {
    const service = this.service;
    try {
      const found = await get<Page<LogLine>>(`system/services/${encodeURIComponent(service)}/log-lines?page=${this.page}&size=${SIZE}`);
      if (service === this.service) {
        this.found = found;
        this.failure = '';
      }
    } catch (error) {
      this.failure = reasonOf(error);
    }
  }
}

import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { DiskFigures, GroupFigures, Health, InstanceHealth, ServiceHealth } from '../api/types';
import { gigabytes, megabytes, percent } from '../format/number';
import { clock } from '../format/time';
import { sentence, serviceWord } from '../format/words';
import { folding, shared } from '../styles/shared';
import { text } from '../text/text';

/** By service: who acts, who stands by, and what each uses of what it may. What nobody measures is said to be unknown. */
@customElement('instance-table')
export class InstanceTable extends LitElement {
  static override styles = [
    shared,
    folding,
    css`
      td .mono {
        margin-left: var(--gap-2);
        overflow-wrap: anywhere;
      }
      .panel > p.faint {
        margin-top: var(--gap-2);
        font-size: var(--text-xs);
      }
      @media (max-width: 560px) {
        td .mono {
          display: block;
          margin-left: 0;
        }
      }
    `,
  ];

  /** The newest look of the system monitor. */
  @property({ attribute: false }) health: Health | undefined;

  protected override render(): TemplateResult {
    return html`<section class="panel" aria-label=${text.instances.title}>
      <div class="panel-head">
        <h2>${text.instances.title}</h2>
        ${this.health === undefined ? nothing : html`<span class="faint">${text.instances.looked(clock(this.health.checkedAt))}</span>`}
      </div>
      ${this.health === undefined
        ? html`<p class="empty">${text.system.noHealth}</p>`
        : this.health.services.length === 0
          ? html`<p class="empty">${text.instances.none}</p>`
          : this.table(this.health)}
    </section>`;
  }

  private table(health: Health): TemplateResult {
    const { groups = [], disks = [] } = health.resources;
    const limited = groups.some((group) => group.cpuPercent !== undefined || group.memoryPercent !== undefined);
    return html`<div class="scroll">
        <table class="folds fine">
          <thead>
            <tr>
              <th class="first of17">${text.instances.instance}</th>
              <th class="first of7 end">${text.services.role}</th>
              <th class="of8">${text.system.cpu}</th>
              <th class="of8">${text.system.memory}</th>
              <th class="of8 end">${text.system.disk}</th>
            </tr>
          </thead>
          <tbody>
            ${health.services.map((service) =>
              service.instances.length === 0
                ? this.missing(service)
                : service.instances.map((instance) => this.instance(service, instance, sharedBy(groups, instance), sharedBy(disks, instance))),
            )}
          </tbody>
        </table>
      </div>
      ${limited ? nothing : html`<p class="faint">${text.instances.noLimits}</p>`}
      ${disks.length > 0 ? nothing : html`<p class="faint">${text.instances.noDisks}</p>`}`;
  }

  private missing(service: ServiceHealth): TemplateResult {
    return html`<tr>
      <td class="first of17">${serviceWord(service.service)}</td>
      <td class="first of7 end"><span class="tag bad">${sentence(service.state)}</span></td>
      <td class="soft of24" colspan="3">${service.reason}</td>
    </tr>`;
  }

  private instance(service: ServiceHealth, instance: InstanceHealth, group?: GroupFigures, disk?: DiskFigures): TemplateResult {
    return html`<tr>
      <td class="first of17">${serviceWord(service.service)} <span class="mono faint">${instance.instance}</span></td>
      <td class="first of7 end"><span class="tag ${instance.role === 'active' ? 'good' : ''}">${sentence(instance.role)}</span></td>
      <td class="of8">${processor(instance, group)}</td>
      <td class="of8">${memory(instance, group)}</td>
      <td class="of8 end">${disk === undefined ? text.unknown : text.instances.of(percent(disk.percent, 0), gigabytes(disk.totalBytes))}</td>
    </tr>`;
  }
}

function sharedBy<T extends { instances: string[] }>(all: T[], instance: InstanceHealth): T | undefined {
  return all.find((one) => one.instances.includes(instance.instance));
}

/** Of its limit where there is one, else of a core. */
function processor(instance: InstanceHealth, group: GroupFigures | undefined): string {
  if (group?.cpuPercent !== undefined) {
    return text.instances.of(percent(group.cpuPercent, 0), limit(group, text.instances.limit));
  }
  return instance.cpuPercent === undefined ? text.unknown : text.instances.of(percent(instance.cpuPercent, 0), text.instances.core);
}

function memory(instance: InstanceHealth, group: GroupFigures | undefined): string {
  const own = megabytes(instance.memoryBytes);
  return group?.memoryPercent === undefined || group.memoryLimitBytes === undefined
    ? own
    : `${own} · ${text.instances.of(percent(group.memoryPercent, 0), limit(group, megabytes(group.memoryLimitBytes)))}`;
}

/** Who shares a limit with others must not be taken for the one who uses it up. */
function limit(group: GroupFigures, name: string): string {
  return group.instances.length > 1 ? text.instances.shared(name, group.instances.length) : name;
}

import { LitElement, css, html, svg, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { get } from '../api/client';
import type { Dependency } from '../api/types';
import { serviceWord } from '../format/words';
import { serviceState } from '../stores/house';
import { Watch } from '../stores/store';
import { services } from '../stores/topics';
import { shared } from '../styles/shared';
import { text } from '../text/text';

interface Sizes {
  width: number;
  height: number;
  gapX: number;
  gapY: number;
  perRow: number;
  /** A name that is longer takes another line. */
  letters: number;
}

const WIDE: Sizes = { width: 204, height: 34, gapX: 14, gapY: 40, perRow: 5, letters: 32 };
const NARROW: Sizes = { width: 116, height: 46, gapX: 6, gapY: 30, perRow: 3, letters: 18 };
const LINE_HEIGHT = 14;

interface Node {
  name: string;
  x: number;
  y: number;
}

/** Who rests on whom, from the foundations up; the root cause of an open incident is ringed. */
@customElement('dependency-picture')
export class DependencyPicture extends LitElement {
  static override styles = [
    shared,
    css`
      svg {
        display: block;
        width: 100%;
        max-width: 1120px;
        margin: 0 auto;
        height: auto;
        font: inherit;
        font-size: 12px;
      }
      svg.narrow {
        max-width: 520px;
        font-size: 11px;
      }
      rect {
        fill: var(--raised);
        stroke: var(--line-strong);
      }
      .good rect {
        stroke: var(--good);
      }
      .warn rect {
        stroke: var(--warn);
        fill: var(--warn-soft);
      }
      .bad rect {
        stroke: var(--bad);
        fill: var(--bad-soft);
      }
      .cause rect {
        stroke: var(--bad);
        stroke-width: 3;
        fill: var(--bad-soft);
      }
      .ground rect {
        stroke-dasharray: 4 3;
        fill: var(--ground);
      }
      text {
        fill: var(--ink);
        text-anchor: middle;
        dominant-baseline: central;
      }
      path {
        fill: none;
        stroke: var(--line-strong);
      }
      path.hurt {
        stroke: var(--bad);
        stroke-width: 2;
      }
    `,
  ];

  /** Root causes of open incidents. */
  @property({ attribute: false }) causes: string[] = [];
  @state() private known: Dependency[] = [];
  private readonly room = matchMedia('(max-width: 800px)');
  private readonly resized = (): void => this.requestUpdate();

  constructor() {
    super();
    new Watch(this, services);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.room.addEventListener('change', this.resized);
    void this.load();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.room.removeEventListener('change', this.resized);
  }

  protected override render(): TemplateResult {
    return html`<section class="panel" aria-label=${text.system.dependencies}>
      <h2>${text.system.dependencies}</h2>
      ${this.known.length === 0 ? html`<p class="empty">${text.none}</p>` : this.picture(this.room.matches ? NARROW : WIDE)}
    </section>`;
  }

  private picture(sizes: Sizes): TemplateResult {
    const nodes = this.nodes(sizes);
    const at = new Map(nodes.map((node) => [node.name, node]));
    const edges = this.known.flatMap((one) => [...one.dependsOn, ...one.foundations.filter((name) => name !== 'database')].map((below) => ({ from: one.service, to: below })));
    const height = Math.max(...nodes.map((node) => node.y)) + sizes.height + 4;
    const width = sizes.perRow * (sizes.width + sizes.gapX) - sizes.gapX;
    return html`<svg class=${sizes === NARROW ? 'narrow' : ''} viewBox="0 0 ${width} ${height}" role="img" aria-label=${text.system.dependenciesLabel}>
      ${edges.map(({ from, to }) => this.edge(sizes, at.get(from), at.get(to), this.causes.includes(to)))} ${nodes.map((node) => this.node(sizes, node))}
    </svg>`;
  }

  private edge(sizes: Sizes, from: Node | undefined, to: Node | undefined, hurt: boolean): TemplateResult {
    if (from === undefined || to === undefined) {
      return svg``;
    }
    const [x1, y1, x2, y2] = [from.x + sizes.width / 2, from.y + sizes.height, to.x + sizes.width / 2, to.y];
    const middle = (y1 + y2) / 2;
    return svg`<path class=${hurt ? 'hurt' : ''} d="M${x1} ${y1} C${x1} ${middle} ${x2} ${middle} ${x2} ${y2}"></path>`;
  }

  private node(sizes: Sizes, node: Node): TemplateResult {
    const instance = services.all().find((one) => one.service === node.name && one.role === 'active');
    const ground = !this.known.some((one) => one.service === node.name);
    const colour = ground ? 'ground' : instance === undefined ? 'bad' : serviceState(instance).colour;
    const cause = this.causes.some((name) => name.toLowerCase() === node.name);
    const lines = inLines(serviceWord(node.name), sizes.letters);
    const first = node.y + sizes.height / 2 - ((lines.length - 1) * LINE_HEIGHT) / 2;
    return svg`<g class=${cause ? 'cause' : colour}>
      <rect x=${node.x + 2} y=${node.y + 2} width=${sizes.width - 4} height=${sizes.height - 4} rx="6"></rect>
      <text>${lines.map((line, i) => svg`<tspan x=${node.x + sizes.width / 2} y=${first + i * LINE_HEIGHT}>${line}</tspan>`)}</text>
    </g>`;
  }

  /** Each service one row above what it depends on, the foundations at the bottom. */
  private nodes(sizes: Sizes): Node[] {
    const depths = new Map<string, number>();
    const depth = (name: string): number => {
      const known = depths.get(name);
      if (known !== undefined) {
        return known;
      }
      const below = this.known.find((one) => one.service === name)?.dependsOn ?? [];
      const own = below.length === 0 ? 0 : 1 + Math.max(...below.map(depth));
      depths.set(name, own);
      return own;
    };
    this.known.forEach((one) => depth(one.service));
    const rows: string[][] = [];
    const deepest = Math.max(...depths.values());
    for (let level = deepest; level >= 0; level--) {
      const names = this.known.map((one) => one.service).filter((name) => depths.get(name) === level);
      for (let i = 0; i < names.length; i += sizes.perRow) {
        rows.push(names.slice(i, i + sizes.perRow));
      }
    }
    rows.push(['database', 'coinbase', 'kalshi']);
    return rows.flatMap((names, row) => {
      const left = ((sizes.perRow - names.length) * (sizes.width + sizes.gapX)) / 2;
      return names.map((name, i) => ({ name, x: left + i * (sizes.width + sizes.gapX), y: row * (sizes.height + sizes.gapY) }));
    });
  }

  private async load(): Promise<void> {
    try {
      this.known = await get<Dependency[]>('system/dependencies');
    } catch {
      // The page says what is wrong.
    }
  }
}

/** Whole words, as many to a line as have room. */
function inLines(name: string, letters: number): string[] {
  return name.split(' ').reduce<string[]>((lines, word) => {
    const line = lines.at(-1);
    return line !== undefined && line.length + 1 + word.length <= letters ? [...lines.slice(0, -1), `${line} ${word}`] : [...lines, word];
  }, []);
}

import { CandlestickChart, BarChart, LineChart, ScatterChart } from 'echarts/charts';
import { GridComponent, MarkAreaComponent, MarkLineComponent, TooltipComponent } from 'echarts/components';
import { init, use, type ECharts } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';

/** The parts of ECharts that our charts are made of; nothing else is bundled. */
use([LineChart, CandlestickChart, BarChart, ScatterChart, GridComponent, TooltipComponent, MarkLineComponent, MarkAreaComponent, CanvasRenderer]);

interface TrustedTypes {
  createPolicy(name: string, rules: { createHTML: (text: string) => string }): unknown;
}

/**
 * ECharts empties its element by assigning an empty text as HTML. The page's policy forbids assigning texts as HTML; this
 * exception lets the empty one through and nothing else.
 */
function allowEmptying(): void {
  const types = (window as unknown as { trustedTypes?: TrustedTypes }).trustedTypes;
  types?.createPolicy('default', {
    createHTML(text: string): string {
      if (text !== '') {
        throw new TypeError('expected no HTML from text');
      }
      return text;
    },
  });
}

allowEmptying();

export type Chart = ECharts;
export type ChartOption = Record<string, unknown>;

export function createChart(element: HTMLElement): Chart {
  return init(element, undefined, { renderer: 'canvas', useDirtyRect: false });
}

/**
 * The styles of the panels whose scripts come after the page (see `panels.ts`): the page names them, so that what the
 * server draws looks as it should with JavaScript off, and does not jump when the scripts arrive.
 */
import '@/components/charts/activity.module.css';
import '@/components/charts/activity-controls.module.css';
import '@/components/charts/activity-legend.module.css';
import '@/components/charts/activity-plot.module.css';
import '@/components/charts/activity-table.module.css';
import '@/components/compare/compare.module.css';
import '@/components/compare/compare-link.module.css';
import '@/components/ui/actor-dot.module.css';
import '@/components/incident/casualty-table.module.css';
import '@/components/table/cells/cells.module.css';
import '@/components/incident/incident-detail.module.css';
import '@/components/incident/incident-facts.module.css';
import '@/components/incident/panel/incident-panel.module.css';
import '@/components/map/map.module.css';
import '@/components/table/incident-table.module.css';
import '@/components/table/menus/incident-toolbar.module.css';
import '@/components/incident/link-list.module.css';
import '@/components/table/incidents-csv.module.css';
import '@/components/incident/source-list.module.css';
import '@/components/timeline/overview/overview.module.css';
import '@/components/timeline/timeline.module.css';

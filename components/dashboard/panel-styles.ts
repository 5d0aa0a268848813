/**
 * The styles of the panels whose scripts come after the page (see `panels.ts`): the page names them, so that what the
 * server draws looks as it should with JavaScript off, and does not jump when the scripts arrive.
 */
import '@/components/charts/activity.module.css';
import '@/components/charts/activity-controls.module.css';
import '@/components/charts/activity-legend.module.css';
import '@/components/charts/activity-plot.module.css';
import '@/components/charts/activity-table.module.css';
import '@/components/incidents/actor-dot.module.css';
import '@/components/incidents/casualty-table.module.css';
import '@/components/incidents/cells.module.css';
import '@/components/incidents/incident-detail.module.css';
import '@/components/incidents/incident-facts.module.css';
import '@/components/incidents/incident-panel.module.css';
import '@/components/incidents/incident-table.module.css';
import '@/components/incidents/incident-toolbar.module.css';
import '@/components/incidents/link-list.module.css';
import '@/components/incidents/menu.module.css';
import '@/components/incidents/source-list.module.css';
import '@/components/timeline/overview.module.css';
import '@/components/timeline/timeline.module.css';

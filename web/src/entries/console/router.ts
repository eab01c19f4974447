/** The console's addresses. Pages load when they are opened. */
import { createRouter, createWebHistory, type RouteRecordRaw } from 'vue-router'
import { useSession } from '@/ui/console/state/session'
import { mayOpen, railOf } from './rail'

const routes: RouteRecordRaw[] = [
  { path: '/', name: 'home', component: () => import('./NoRail.vue') },
  { path: '/desk', name: 'desk', component: () => import('@/features/hotline/console/desk/DeskPage.vue') },
  { path: '/dispatch', name: 'dispatch', component: () => import('@/features/hotline/console/board/BoardPage.vue') },
  { path: '/inbox', name: 'inbox', component: () => import('@/features/hotline/console/inbox/InboxPage.vue') },
  {
    path: '/review',
    name: 'review',
    component: () => import('@/features/hotline/console/lists/QueuePage.vue'),
    props: { desk: 'review' },
  },
  { path: '/callbacks', name: 'callbacks', component: () => import('@/features/hotline/console/callback/CallbackPage.vue') },
  {
    path: '/supervision',
    name: 'supervision',
    component: () => import('@/features/hotline/console/lists/QueuePage.vue'),
    props: { desk: 'supervision' },
  },
  { path: '/tickets', name: 'tickets', component: () => import('@/features/hotline/console/lists/TicketsPage.vue') },
  { path: '/tickets/:id(\\d+)', name: 'ticket', component: () => import('@/features/hotline/console/ticket/TicketPage.vue') },
  { path: '/premises', name: 'premises', component: () => import('@/features/premises/console/PremisesPage.vue') },
  { path: '/premises/:id(\\d+)', name: 'premises-one', component: () => import('@/features/premises/console/PremisesOnePage.vue') },
  { path: '/premises/waiting', name: 'premises-waiting', component: () => import('@/features/premises/console/WaitingPage.vue') },
  { path: '/premises/pairs', name: 'premises-pairs', component: () => import('@/features/premises/console/PairsPage.vue') },
  { path: '/premises/import', name: 'premises-import', component: () => import('@/features/premises/console/LoadPage.vue') },
  { path: '/patrol', redirect: '/patrol/events' },
  { path: '/patrol/events', name: 'patrol', component: () => import('@/features/patrol/console/BoardPage.vue') },
  { path: '/patrol/events/:id(\\d+)', name: 'patrol-event', component: () => import('@/features/patrol/console/EventRoute.vue') },
  { path: '/patrol/coverage', name: 'patrol-coverage', component: () => import('@/features/patrol/console/CoveragePage.vue') },
  { path: '/patrol/rounds', name: 'patrol-rounds', component: () => import('@/features/patrol/console/RoundsPage.vue') },
  { path: '/patrol/points', name: 'patrol-points', component: () => import('@/features/patrol/console/PointsPage.vue') },
  { path: '/patrol/notices', name: 'patrol-notices', component: () => import('@/features/patrol/console/NoticesPage.vue') },
  { path: '/imports', name: 'imports', component: () => import('@/features/hotline/console/ledger/ImportPage.vue') },
  { path: '/figures', name: 'figures', component: () => import('@/features/reports/console/FiguresPage.vue') },
  { path: '/figures/:code', name: 'figure', component: () => import('@/features/reports/console/FigureRowsPage.vue') },
  { path: '/brief/:day?', name: 'brief', component: () => import('@/features/reports/console/BriefPage.vue') },
  { path: '/people', name: 'people', component: () => import('@/features/residents/console/PeoplePage.vue') },
  { path: '/people/:id(\\d+)', name: 'person', component: () => import('@/features/residents/console/person/PersonPage.vue') },
  { path: '/people-imports', name: 'peopleImports', component: () => import('@/features/residents/console/ledger/PeopleImportPage.vue') },
  { path: '/registrations', name: 'registrations', component: () => import('@/features/residents/console/ArrivalsPage.vue') },
  { path: '/campaigns', name: 'campaigns', component: () => import('@/features/campaigns/console/CampaignsPage.vue') },
  { path: '/campaigns/new', name: 'campaign-new', component: () => import('@/features/campaigns/console/NewCampaignPage.vue') },
  { path: '/campaigns/:id(\\d+)', name: 'campaign', component: () => import('@/features/campaigns/console/CampaignPage.vue') },
  {
    path: '/campaigns/:id(\\d+)/snapshots/:number(\\d+)',
    name: 'campaign-snapshot',
    component: () => import('@/features/campaigns/console/SnapshotPage.vue'),
  },
  { path: '/inspections', name: 'inspections', component: () => import('@/features/campaigns/console/InspectionsPage.vue') },
  { path: '/inspections/:id(\\d+)', name: 'inspection', component: () => import('@/features/campaigns/console/InspectionPage.vue') },
  { path: '/problems/:id(\\d+)?', name: 'problems', component: () => import('@/features/campaigns/console/ProblemsPage.vue') },
  { path: '/liaison', name: 'liaison', component: () => import('@/features/campaigns/console/LiaisonPage.vue') },
  { path: '/cameras', name: 'cameras', component: () => import('@/features/cameras/console/WallPage.vue') },
  { path: '/cameras/points', name: 'camera-points', component: () => import('@/features/cameras/console/PointsPage.vue') },
  { path: '/cameras/screenings/:id(\\d+)?', name: 'camera-screenings', component: () => import('@/features/cameras/console/ScreeningPage.vue') },
  { path: '/cameras/:id(\\d+)', name: 'camera-point', component: () => import('@/features/cameras/console/PointPage.vue') },
  { path: '/account', name: 'account', component: () => import('@/features/org/console/AccountPage.vue') },
  { path: '/accounts', name: 'accounts', component: () => import('@/features/org/console/AccountsPage.vue') },
  { path: '/devices', name: 'devices', component: () => import('@/features/org/console/DevicesPage.vue') },
  { path: '/calendar', name: 'calendar', component: () => import('@/features/policy/console/CalendarPage.vue') },
  { path: '/forms', name: 'forms', component: () => import('@/features/forms/console/FormsPage.vue') },
  { path: '/forms/:id(\\d+)', name: 'form', component: () => import('@/features/forms/console/FormPage.vue') },
  { path: '/forms/versions/:id(\\d+)/fill', name: 'form-fill', component: () => import('@/features/forms/console/FillPage.vue') },
  { path: '/forms/versions/:id(\\d+)/sheets', name: 'form-sheets', component: () => import('@/features/forms/console/SheetsPage.vue') },
  { path: '/sheets/:id(\\d+)', name: 'sheet', component: () => import('@/features/forms/console/SheetPage.vue') },
  { path: '/:rest(.*)*', name: 'nowhere', component: () => import('./NoPage.vue') },
]

export const router = createRouter({ history: createWebHistory('/'), routes })

// Where an address leads depends on what the post may do, so the session comes first.
router.beforeEach(async (to) => {
  const session = useSession()
  await session.ready()
  if (to.name === 'home') {
    const first = railOf(session.me?.post.role ?? '', session.permissions)[0]
    if (first) return { path: first.to, replace: true }
  }
  if (!mayOpen(String(to.name ?? ''), session.permissions)) return { name: 'nowhere', params: { rest: to.path.slice(1).split('/') } }
  return true
})

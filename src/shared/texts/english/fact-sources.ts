/** Where the value of a template's field comes from, after "from". */
export const factSourceTexts = {
  'fact-title': 'title of the incident',
  'fact-impact': 'impact of the incident',
  'fact-status': 'status of the incident',
  'fact-times': 'the confirmed times',
  'fact-last-update': 'the last update',
  'fact-services-file': 'public name in services.yaml',
  'fact-status-page': 'component of the status page',
  'fact-chosen-time': 'chosen time',
  'fact-cadence': '{span} from now, as for {severity}',
  'fact-confirmed': 'confirmed by {name}',
  'fact-confirmed-source': '{source}, confirmed by {name}',
} as const

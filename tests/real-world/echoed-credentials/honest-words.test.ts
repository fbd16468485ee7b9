import { describe, expect, it } from 'vitest'
import { openSecretTraces } from '../../../src/main/engine/http/secret-traces'

const tokens = [
  'glsa_9fK2/vQx+7Lm=Pz0.RtY_4wB',
  'xoxb-6381904725-2749018365-AbCdEfGhIjKlMnOp',
  'u+Zk4nVyJd7sPq2WmXe9',
  '0123456789abcdef0123',
]

/** As vendors say and send it: numbers in a row, times, ids and escapes that are no token. */
const honest: Readonly<Record<string, string>> = {
  'Grafana, refusing':
    '{"message":"Invalid API key","messageId":"api-key.invalid","statusCode":401,"traceID":"4bf92f3577b34da6a3ce929d0e0e4736"}',
  'Grafana, a panel':
    '{"dashboard":{"uid":"000000012","title":"p99 \\u003e 300 ms","gridPos":{"h":9,"w":12,"x":0,"y":0},"thresholds":[50,80,95,99,100,120,200]}}',
  'Prometheus, a wrong query':
    '{"status":"error","errorType":"bad_data","error":"invalid parameter \\"query\\": 1:12: parse error: unexpected \\"}\\" in label matching"}',
  'Prometheus, a matrix':
    '{"status":"success","data":{"resultType":"matrix","result":[{"metric":{"le":"0.25"},"values":[[1785542400,"117"],[1785542415,"43"],[1785542430,"90"],[1785542445,"107"],[1785542460,"52"]]}]}}',
  'PagerDuty, refusing':
    '{"error":{"message":"Invalid Input Provided","code":2001,"errors":["Offset must be less than 10000.","Since is 2026-11-29T00:28:53Z"]}}',
  'PagerDuty, an incident':
    '{"id":"PT4KHLK","html_url":"https://acme.pagerduty.com/incidents/PT4KHLK?utm=3D2&l=ab%20cd","incident_key":"baf7cf21b1da41b4b0221008339ff357","created_at":"2026-11-29T00:28:53Z"}',
  'Statuspage, refusing': '{"error":"Could not authenticate"}',
  'Statuspage, a component':
    '{"id":"b13yz5g2cw10","page_id":"y2j98763l56x","position":1,"created_at":"2026-11-29T00:28:53.123Z"}',
  'Slack, refusing':
    '{"ok":false,"error":"missing_scope","needed":"channels:history","provided":"chat:write,users:read"}',
  'Slack, a message':
    '{"ts":"1785542400.000200","text":"ｐ９９ is up ① → ② &lt;https://ci.example/b/4471?c=7f&amp;d=2f|build&gt;"}',
  'a change': 'Merge 3d49ea4977a202ed03911cb77644137969dd925e into a242ce0, 12 files, 117 lines, 43 removed',
  'an address of a machine':
    'eth0 00:1b:44:11:3a:b7 at 10.43.117.90, fe80::21b:44ff:fe11:3ab7, 6f1c9c1e-7b0e-4d0c-9d5e-2f3a4b5c6d7e',
  'a dump': '00000000: 4854 5450 2f31 2e31 2034 3031 0d0a  HTTP/1.1 401..',
  'a mail': 'Content-Type: text/plain; charset=3Dutf-8=\r\nPayments are slow=2E It is 100 %=20\r\n',
}

describe('honest words of vendors', () => {
  it.each(Object.entries(honest))('[HR1] stay whole: %s', (_, text) => {
    for (const kind of ['words', 'data'] as const) {
      for (const token of tokens) {
        expect(openSecretTraces([{ text: token, open: 0 }], kind).hide(text)).toBe(text)
      }
    }
  })
})

/** MapLibre without any outside host: own worker, own shapes, no tiles, no glyph server. */
import { GeoJSONSource, Map as MapLibreMap, Marker, setWorkerUrl } from 'maplibre-gl'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url'

setWorkerUrl(workerUrl)

export { GeoJSONSource, MapLibreMap, Marker }

import type { Shape } from '../shape'
import type zh from '../zh/video'

const video: Shape<typeof zh> = {
  video: {
    delay: '{ms} ms behind',
    hevc: 'This is HEVC (H.265), which this browser cannot play; use the H.264 sub-stream',
    unplayable: 'This browser cannot play the codec',
    state: {
      connecting: 'Connecting to the video gateway',
      opening: 'Opening the camera',
      playing: 'Playing',
      still: 'Still',
      offline: 'Offline, trying again',
      refused: 'Not to be viewed',
      unplayable: 'Cannot be played',
      away: 'Not playing',
    },
    reason: {
      line: 'The line to the gateway broke, reconnecting',
      unreachable: 'The camera cannot be reached',
      silent: 'The picture stopped',
      'hung-up': 'The camera hung up',
      password: "The camera's user name or password is wrong",
      refused: 'The camera refuses',
      'no-stream': 'The camera has no such stream',
      'no-video': 'There is no usable video track',
      'no-channel': 'There is no such channel',
      'not-allowed': 'You may not view this; the attempt is on record',
      expired: 'The permit to view has ended',
      'device-offline': 'The device is not registered or offline',
      busy: 'The device is busy',
      removed: 'The channel was removed from the register',
      ended: 'The recording is over',
      'no-platform': 'The gateway runs without the GB/T 28181 platform',
      'too-many': 'Too many streams are open at once',
    },
  },
}
export default video

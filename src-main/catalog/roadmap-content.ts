import { type RoadmapContent, roadmapContent } from '../contract/roadmap.ts'
import { readJson } from './read.ts'

let loaded: RoadmapContent | undefined

/** The phases of the roadmap with their tasks, read and checked once. */
export function loadRoadmapContent(): RoadmapContent {
  loaded ??= roadmapContent.parse(readJson('roadmap', 'phases.json'))
  return loaded
}

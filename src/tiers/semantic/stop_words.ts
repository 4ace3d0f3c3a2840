/** English function words and contractions as words.ts makes them: they say nothing about what is looked for. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  `a about above after again all also am an and any are arent as at be because been before being below between both but by
   can cannot cant could couldnt did didnt do does doesnt doing dont down during each few for from further had hadnt has
   hasnt have havent having he her here hers herself him himself his how i if im in into is isnt it its itself ive just let
   lets me more most my myself no nor not of off on once only or other our ours ourselves out over own please same she
   should shouldnt so some such tell than that thats the their theirs them themselves then there these they this those
   through to too under until up us very was wasnt we were werent what whats when where which while who whom whose why will
   with wont would wouldnt you your yours yourself yourselves`.split(/\s+/),
);

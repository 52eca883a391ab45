package detect

import (
	"fmt"
	"math"
)

// WordBuckets is the number of buckets that features fall into.
const WordBuckets = wordBuckets

// WordTable writes a table of weights, the last row being every mail's, in the
// form of words.bin. The error says that its size is wrong.
func WordTable(weights [][wordKinds]float64) ([]byte, error) {
	if len(weights) != wordBuckets+1 {
		return nil, fmt.Errorf("%d rows of weights, want %d", len(weights), wordBuckets+1)
	}
	out := make([]byte, 0, len(weights)*wordKinds)
	for _, row := range weights {
		for _, w := range row {
			out = append(out, byte(int8(max(-127, min(127, math.Round(w/wordUnit))))))
		}
	}
	return out, nil
}

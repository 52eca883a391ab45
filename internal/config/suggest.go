package config

import (
	"fmt"
	"strings"
)

// didYouMean gives ` (did you mean "x"?)` where one of the words is near.
func didYouMean(s string, words []string) string {
	if w := nearest(s, words); w != "" {
		return fmt.Sprintf(" (did you mean %q?)", w)
	}
	return ""
}

// nearest gives the word with the fewest edits, "" where none is near enough
// to be meant.
func nearest(s string, words []string) string {
	best, bestAt := "", 1+max(1, min(3, len(s)/3))
	s = strings.ToLower(strings.ReplaceAll(s, "-", "_"))
	for _, w := range words {
		if d := distance(s, strings.ReplaceAll(w, "-", "_")); d < bestAt {
			best, bestAt = w, d
		}
	}
	return best
}

// distance counts the bytes to insert, delete, replace or swap with their
// neighbour (optimal string alignment).
func distance(a, b string) int {
	before, row := make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		next := make([]int, len(b)+1)
		next[0] = i + 1
		for j := range len(b) {
			cost := 1
			if a[i] == b[j] {
				cost = 0
			}
			next[j+1] = min(row[j+1]+1, next[j]+1, row[j]+cost)
			if i > 0 && j > 0 && a[i] == b[j-1] && a[i-1] == b[j] {
				next[j+1] = min(next[j+1], before[j-1]+1)
			}
		}
		before, row = row, next
	}
	return row[len(b)]
}

func quotedList(words []string) string {
	quoted := make([]string, len(words))
	for i, w := range words {
		quoted[i] = quote(w)
	}
	return strings.Join(quoted, ", ")
}

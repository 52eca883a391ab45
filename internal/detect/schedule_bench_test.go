package detect

import "testing"

// BenchmarkSchedule reads the time out of every mail of the corpus.
func BenchmarkSchedule(b *testing.B) {
	const dir = "testdata/corpus/en"
	var ins []ScheduleInput
	for _, l := range readTimeLabels(b, dir) {
		ins = append(ins, l.input(b, dir))
	}
	for _, in := range ins {
		Schedule(in)
	}
	b.ReportAllocs()
	i := 0
	for b.Loop() {
		Schedule(ins[i%len(ins)])
		i++
	}
}

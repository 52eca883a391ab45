package journal

import (
	"errors"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"
)

// TestEveryDamage spoils each byte of the file's header in turn, the header as
// a whole, and bytes and pages elsewhere. The state is then read as it was, or
// set aside and begun anew; only a file whose mark says that it is another
// program's is refused. Nothing of it is lost: what is set aside is the file.
func TestEveryDamage(t *testing.T) {
	whole := filepath.Join(t.TempDir(), "state.db")
	j := open(t, whole, Write)
	for i := range 200 {
		must(t, j.Append(seen(i+1)))
	}
	must(t, j.Close())
	sound, err := os.ReadFile(whole)
	must(t, err)
	type damage struct{ from, n int }
	var damages []damage
	for at := range 100 {
		damages = append(damages, damage{at, 1})
	}
	damages = append(damages, damage{0, 100}, damage{0, 4096}, damage{30, 30}, damage{100, 2000}, damage{0, len(sound)}, damage{4096, len(sound) - 4096})
	for range 100 {
		n := 1 + rand.IntN(5000)
		damages = append(damages, damage{100 + rand.IntN(len(sound)-100-n), n})
	}
	kept, aside, refused := 0, 0, 0
	for _, d := range damages {
		path := filepath.Join(t.TempDir(), "state.db")
		raw := append([]byte{}, sound...)
		for i := range d.n {
			raw[d.from+i] ^= byte(1 + rand.IntN(255))
		}
		must(t, os.WriteFile(path, raw, 0o600))
		j, err := Open(path, Write)
		if err != nil {
			const mark, end = 68, 72 // the application id, see applicationID
			var e *StateError
			if d.from < end && d.from+d.n > mark && errors.As(err, &e) {
				refused++
				continue
			}
			t.Errorf("%d bytes spoilt at %d: %v", d.n, d.from, err)
			continue
		}
		switch {
		case j.Damaged() == "":
			kept++
		default:
			aside++
			if again, err := os.ReadFile(j.Damaged()); err != nil || len(again) != len(raw) {
				t.Errorf("%d bytes spoilt at %d: what was set aside has %d bytes, %v", d.n, d.from, len(again), err)
			}
			if n := count(t, j); n != 0 {
				t.Errorf("%d bytes spoilt at %d: the new state has %d events", d.n, d.from, n)
			}
		}
		if err := j.Append(seen(1000)); err != nil {
			t.Errorf("%d bytes spoilt at %d: %v", d.n, d.from, err)
		}
		must(t, j.Close())
	}
	t.Logf("%d kinds of damage: %d states were read all the same, %d set aside, %d refused as another program's", len(damages), kept, aside, refused)
}

package imapwatch

import "time"

// moment is a reading of both clocks. The wall clock tells the time of day and
// runs on, or leaps, while the machine sleeps; the monotonic clock stands
// still meanwhile on most systems, and nobody sets it.
type moment struct {
	wall time.Time     // without a monotonic reading
	mono time.Duration // since the program's start
}

var programStart = time.Now()

func readClocks() moment {
	now := time.Now()
	return moment{now.Round(0), now.Sub(programStart)}
}

// since gives how much time passed by each clock.
func (m moment) since(was moment) (wall, mono time.Duration) {
	return m.wall.Sub(was.wall), m.mono - was.mono
}

// sleepJump is how far the clocks may drift apart before the machine is taken
// to have slept, or its clock to have been set.
const sleepJump = 30 * time.Second

// slept tells that the clocks drifted apart since the connection was made.
func (c *Client) slept() bool {
	wall, mono := c.clocks().since(c.l.since)
	return (wall - mono).Abs() > sleepJump
}

// Old tells that the connection is gone, or has lived its time, or that the
// machine slept since it was made: Close, Dial, go on.
func (c *Client) Old() bool {
	if c.l == nil || c.slept() {
		return true
	}
	_, mono := c.clocks().since(c.l.since)
	return mono >= c.acc.Lifetime
}

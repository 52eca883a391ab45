package imapwatch

import (
	"fmt"
	"time"
)

// begin opens a command's account: at most limit bytes may be answered.
func (l *link) begin(limit int64) {
	l.mu.Lock()
	defer l.mu.Unlock()
	now := time.Now()
	l.busy, l.budget, l.started, l.moved, l.unpaid = true, limit, now, now, 0
	if l.dog == nil {
		l.dog = time.AfterFunc(l.timeout, l.watch)
	} else {
		l.dog.Reset(l.timeout)
	}
}

func (l *link) end() {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.busy, l.budget = false, idleBudget
	if l.dog != nil {
		l.dog.Stop()
	}
}

// watch runs when the watchdog's time is up.
func (l *link) watch() {
	l.mu.Lock()
	if !l.busy {
		l.mu.Unlock()
		return
	}
	silent := time.Since(l.moved)
	switch {
	case silent >= l.timeout:
		l.mu.Unlock()
		l.cut(fmt.Errorf("%w for %s", errSilence, l.timeout))
		return
	case time.Since(l.started) >= maxCommand:
		l.mu.Unlock()
		l.cut(errEndless)
		return
	}
	l.dog.Reset(l.timeout - silent)
	l.mu.Unlock()
}

// spend takes n received bytes off the budget. Progress is a whole line or
// enough of a literal: a byte now and then is not.
func (l *link) spend(n int, line bool) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.budget -= int64(n)
	if l.unpaid += n; line || l.unpaid >= fullPiece {
		l.unpaid, l.moved = 0, time.Now()
	}
	if l.budget < 0 {
		return errTooMuch
	}
	return nil
}

// touch counts as progress: our own side was busy, not the server silent.
func (l *link) touch() {
	l.mu.Lock()
	l.moved = time.Now()
	l.mu.Unlock()
}

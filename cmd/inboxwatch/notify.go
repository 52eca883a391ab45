package main

import (
	"net"
	"os"
)

// notifier tells systemd how the service is (sd_notify(3)); nothing where
// systemd does not ask.
type notifier struct{ addr string }

func newNotifier() notifier { return notifier{os.Getenv("NOTIFY_SOCKET")} }

func (n notifier) send(state string) {
	if n.addr == "" {
		return
	}
	c, err := net.Dial("unixgram", n.addr)
	if err != nil {
		return // systemd will see by its watchdog
	}
	defer c.Close()
	c.Write([]byte(state))
}

//go:build !unix

package main

import "os"

// reloadSignals: there is none here; the service is restarted instead.
var reloadSignals = []os.Signal{}

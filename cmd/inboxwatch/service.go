package main

import (
	"bytes"
	"context"
	"encoding/xml"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"time"

	"github.com/adrg/xdg"
	"github.com/urfave/cli/v2"
)

// serviceKind is how one system keeps a user's program running: a file in a
// known place and a few commands of the system's own.
type serviceKind struct {
	name      string
	path      func() string
	text      func(exe string, args []string) string
	install   [][]string
	uninstall [][]string
	status    []string
	logs      string
}

// serviceKinds has a row per operating system (GOOS).
var serviceKinds = map[string]serviceKind{
	"linux": {
		name: "systemd user unit",
		path: func() string { return filepath.Join(xdg.ConfigHome, "systemd", "user", "inboxwatch.service") },
		text: systemdUnit,
		install: [][]string{{"systemctl", "--user", "daemon-reload"},
			{"systemctl", "--user", "enable", "--now", "inboxwatch.service"}},
		uninstall: [][]string{{"systemctl", "--user", "disable", "--now", "inboxwatch.service"}},
		status:    []string{"systemctl", "--user", "status", "--no-pager", "inboxwatch.service"},
		logs:      "journalctl --user -u inboxwatch",
	},
	"darwin": {
		name: "launchd agent",
		path: func() string { return filepath.Join(xdg.Home, "Library", "LaunchAgents", "inboxwatch.plist") },
		text: launchdAgent,
		install: [][]string{{"launchctl", "load", "-w",
			filepath.Join(xdg.Home, "Library", "LaunchAgents", "inboxwatch.plist")}},
		uninstall: [][]string{{"launchctl", "unload", "-w",
			filepath.Join(xdg.Home, "Library", "LaunchAgents", "inboxwatch.plist")}},
		status: []string{"launchctl", "list", "inboxwatch"},
		logs:   "~/Library/Logs/inboxwatch.log",
	},
	"windows": {
		name:      "scheduled task",
		path:      func() string { return filepath.Join(xdg.ConfigHome, "inboxwatch", "inboxwatch-task.xml") },
		text:      windowsTask,
		install:   [][]string{{"schtasks", "/Create", "/F", "/TN", "inboxwatch", "/XML", filepath.Join(xdg.ConfigHome, "inboxwatch", "inboxwatch-task.xml")}, {"schtasks", "/Run", "/TN", "inboxwatch"}},
		uninstall: [][]string{{"schtasks", "/Delete", "/F", "/TN", "inboxwatch"}},
		status:    []string{"schtasks", "/Query", "/TN", "inboxwatch"},
		logs:      "the task's history in Task Scheduler",
	},
}

func serviceCommand(std stdio) *cli.Command {
	sub := func(name, usage string, do func(*cli.Context, serviceKind) error, flags ...cli.Flag) *cli.Command {
		return &cli.Command{Name: name, Usage: usage, Description: "Example:\n  inboxwatch service " + name + exitHelp, Flags: flags, Action: func(c *cli.Context) error {
			if err := noOperands(c, "service "+name); err != nil {
				return err
			}
			system := runtime.GOOS
			if s := c.String("system"); s != "" {
				if !c.Bool("print") {
					return fail(exitUsage, "--system prints another system's file: add --print")
				}
				if _, known := serviceKinds[s]; !known {
					return fail(exitUsage, "--system is %q: it takes linux, darwin or windows", clean(s))
				}
				system = s
			}
			k, ok := serviceKinds[system]
			if !ok {
				return fail(exitMissing, "no way is known to run a service on %s; start `inboxwatch watch` when you log in", system)
			}
			return do(c, k)
		}}
	}
	show := &cli.BoolFlag{Name: "print", Usage: "print the file instead of installing it"}
	system := &cli.StringFlag{Name: "system", Usage: "with --print: for `linux|darwin|windows`"}
	return &cli.Command{
		Name:        "service",
		Usage:       "install as a user service, so that it watches whenever you are logged in",
		Description: "Examples:\n  inboxwatch service install\n  inboxwatch service install --print\n  inboxwatch service status" + exitHelp,
		Subcommands: []*cli.Command{
			sub("install", "write the service's file and start it", func(c *cli.Context, k serviceKind) error { return serviceInstall(c, std, k) }, show, system),
			sub("uninstall", "stop it and remove its file", func(c *cli.Context, k serviceKind) error { return serviceUninstall(c, std, k) }),
			sub("status", "is it running?", func(c *cli.Context, k serviceKind) error {
				out, err := exec.CommandContext(c.Context, k.status[0], k.status[1:]...).CombinedOutput()
				std.out.Write(out)
				if err != nil {
					return fail(exitTry, "the %s is not running (%v); `inboxwatch service install` starts it", k.name, err)
				}
				return nil
			}),
		},
		Action: func(c *cli.Context) error {
			if c.Args().Present() {
				return fail(exitUsage, "service takes install, uninstall or status, not %q;%s `inboxwatch service --help` says more", clean(c.Args().First()),
					didYouMean(c.Args().First(), []string{"install", "uninstall", "status"}))
			}
			return cli.ShowSubcommandHelp(c)
		},
	}
}

// serviceArgs are the arguments of the watching program: the files that this
// call was given stay the same.
func serviceArgs(c *cli.Context) []string {
	var args []string
	for _, name := range []string{"config", "state"} {
		if v := c.String(name); v != "" {
			if abs, err := filepath.Abs(v); err == nil {
				v = abs
			}
			args = append(args, "--"+name, v)
		}
	}
	return append(args, "watch")
}

func serviceInstall(c *cli.Context, std stdio, k serviceKind) error {
	exe, err := os.Executable()
	if err != nil {
		return err
	}
	text := k.text(exe, serviceArgs(c))
	if c.Bool("print") {
		_, err := fmt.Fprint(std.out, text)
		return err
	}
	if _, err := loadConfig(c); err != nil {
		return err // a service that cannot start helps nobody
	}
	path := k.path()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return fail(exitState, "cannot write the %s: %v", k.name, err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		return fail(exitState, "cannot write the %s: %v", k.name, err)
	}
	fmt.Fprintf(std.out, "Written: %s\n", path)
	if err := runAll(c.Context, k.install); err != nil {
		return fail(exitTry, "the file is in place, but starting it failed: %v; `inboxwatch watch` in a terminal does the same", err)
	}
	fmt.Fprintf(std.out, "It watches now, and whenever you log in. Its log: %s\n", k.logs)
	return nil
}

func serviceUninstall(c *cli.Context, std stdio, k serviceKind) error {
	path := k.path()
	if _, err := os.Stat(path); err != nil {
		return fail(exitState, "there is no %s at %s: nothing to remove", k.name, path)
	}
	stopped := runAll(c.Context, k.uninstall)
	if err := os.Remove(path); err != nil {
		return fail(exitState, "cannot remove %s: %v", path, err)
	}
	fmt.Fprintf(std.out, "Removed: %s\n", path)
	if stopped != nil {
		return fail(exitTry, "the file is gone, but stopping the service failed: %v", stopped)
	}
	return nil
}

func runAll(ctx context.Context, cmds [][]string) error {
	ctx, cancel := context.WithTimeout(ctx, 30*time.Second)
	defer cancel()
	for _, args := range cmds {
		if out, err := exec.CommandContext(ctx, args[0], args[1:]...).CombinedOutput(); err != nil {
			return fmt.Errorf("%s: %v %s", strings.Join(args, " "), err, oneLine(string(out)))
		}
	}
	return nil
}

// systemdUnit quotes as systemd.service(5) asks: % is doubled, arguments stand
// in double quotes.
func systemdUnit(exe string, args []string) string {
	q := func(s string) string {
		s = strings.NewReplacer(`\`, `\\`, `"`, `\"`, "%", "%%", "$", "$$").Replace(s)
		return `"` + s + `"`
	}
	line := q(exe)
	for _, a := range args {
		line += " " + q(a)
	}
	return `[Unit]
Description=inboxwatch: the right follow-up to a job interview, as a draft
Documentation=man:inboxwatch(1)

[Service]
Type=notify
ExecStart=` + line + `
ExecReload=/bin/kill -HUP $MAINPID
Restart=on-failure
RestartSec=60
# A refused login or a broken configuration is not mended by trying again.
RestartPreventExitStatus=64 69 77 78
WatchdogSec=15min
NoNewPrivileges=true
UMask=0077

[Install]
WantedBy=default.target
`
}

func launchdAgent(exe string, args []string) string {
	var b strings.Builder
	for _, a := range append([]string{exe}, args...) {
		b.WriteString("    <string>" + escapeXML(a) + "</string>\n")
	}
	return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
<dict>
  <key>Label</key><string>inboxwatch</string>
  <key>ProgramArguments</key>
  <array>
` + b.String() + `  </array>
  <key>RunAtLoad</key><true/>
  <key>KeepAlive</key><dict><key>SuccessfulExit</key><false/></dict>
  <key>ThrottleInterval</key><integer>60</integer>
  <key>StandardErrorPath</key><string>` + escapeXML(filepath.Join(xdg.Home, "Library", "Logs", "inboxwatch.log")) + `</string>
</dict>
</plist>
`
}

func windowsTask(exe string, args []string) string {
	quoted := make([]string, len(args))
	for i, a := range args {
		quoted[i] = `"` + a + `"`
	}
	return `<?xml version="1.0" encoding="UTF-8"?>
<Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">
  <RegistrationInfo><Description>inboxwatch: the right follow-up to a job interview, as a draft</Description></RegistrationInfo>
  <Triggers><LogonTrigger><Enabled>true</Enabled></LogonTrigger></Triggers>
  <Principals><Principal id="me"><LogonType>InteractiveToken</LogonType><RunLevel>LeastPrivilege</RunLevel></Principal></Principals>
  <Settings>
    <MultipleInstancesPolicy>IgnoreNew</MultipleInstancesPolicy>
    <DisallowStartIfOnBatteries>false</DisallowStartIfOnBatteries>
    <StopIfGoingOnBatteries>false</StopIfGoingOnBatteries>
    <ExecutionTimeLimit>PT0S</ExecutionTimeLimit>
    <RestartOnFailure><Interval>PT1M</Interval><Count>999</Count></RestartOnFailure>
  </Settings>
  <Actions Context="me"><Exec><Command>` + escapeXML(exe) + `</Command><Arguments>` + escapeXML(strings.Join(quoted, " ")) + `</Arguments></Exec></Actions>
</Task>
`
}

func escapeXML(s string) string {
	var b bytes.Buffer
	xml.EscapeText(&b, []byte(s))
	return b.String()
}

// openInBrowser opens a file with the system's own opener.
func openInBrowser(target string) error {
	cmds := map[string][]string{"linux": {"xdg-open"}, "darwin": {"open"}, "windows": {"rundll32", "url.dll,FileProtocolHandler"}}
	cmd, ok := cmds[runtime.GOOS]
	if !ok {
		return fail(exitMissing, "no browser is known on %s: open %s yourself", runtime.GOOS, target)
	}
	if err := exec.Command(cmd[0], append(cmd[1:], target)...).Start(); err != nil {
		return fail(exitMissing, "cannot start a browser (%v): open %s yourself", err, target)
	}
	return nil
}

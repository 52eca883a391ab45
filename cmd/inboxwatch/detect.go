package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"time"

	"github.com/urfave/cli/v2"

	"inboxwatch/internal/detect"
	"inboxwatch/internal/rules"
)

// mailLimit bounds what is read of one file, in bytes; reading needs no more
// than the beginning of a mail.
const mailLimit = 32 << 20

func detectCommand(std stdio) *cli.Command {
	return &cli.Command{
		Name:      "detect",
		Usage:     "offline: what it makes of raw mails",
		ArgsUsage: "FILE|DIR|-...",
		Description: "Examples:\n" +
			"  inboxwatch detect interview.eml\n" +
			"  inboxwatch detect --owner 'Sam Okafor <sam@okafor.example>' --timezone Europe/London --json mails/\n" +
			"Without --owner and --timezone the configuration's are used, where there is one." + exitHelp,
		Flags: []cli.Flag{
			&cli.StringSliceFlag{Name: "owner", Usage: "whose mailbox: `\"Name <addr>\"` (repeat for more addresses)"},
			&cli.StringFlag{Name: "timezone", Usage: "the owner's time zone, as `IANA` name"},
			&cli.BoolFlag{Name: "json", Usage: "one JSON object a line"},
		},
		Action: func(c *cli.Context) error {
			if !c.Args().Present() {
				return fail(exitUsage, "detect: which mail? Give files, folders or - for standard input")
			}
			owner, err := detectOwner(c)
			if err != nil {
				return err
			}
			return detectAll(c.Args().Slice(), owner, c.Bool("json"), std)
		},
	}
}

// detectOwner takes the owner from the flags, else from the configuration,
// else knows only the system's zone.
func detectOwner(c *cli.Context) (detect.Owner, error) {
	o := detect.Owner{Zone: time.Local}
	if cfg, err := loadConfig(c); err == nil {
		s := cfg.Settings()
		o = detect.Owner{Name: s.Name, Addresses: s.Addresses, Zone: s.Location}
	} else if c.IsSet("config") {
		return o, err
	}
	if names := c.StringSlice("owner"); len(names) > 0 {
		o.Name, o.Addresses = "", nil
		for _, s := range names {
			who, err := parseContact(s)
			if err != nil {
				return o, fail(exitUsage, "--owner is %q: it takes an address or \"Name <address>\"", clean(s))
			}
			if o.Name == "" {
				o.Name = who.Name
			}
			o.Addresses = append(o.Addresses, who.Address)
		}
	}
	if z := c.String("timezone"); z != "" {
		loc, err := time.LoadLocation(z)
		if err != nil || z == "Local" {
			return o, fail(exitUsage, "--timezone is %q: it takes an IANA name such as Europe/London", clean(z))
		}
		o.Zone = loc
	}
	return o, nil
}

// finding is one mail's result.
type finding struct {
	file  string
	mail  rules.Mail
	facts rules.Facts
	err   error
}

// detectAll reads the mails on all cores and prints them in order.
func detectAll(operands []string, owner detect.Owner, asJSON bool, std stdio) error {
	files, bad := mailFiles(operands)
	results := make([]chan finding, len(files))
	for i := range results {
		results[i] = make(chan finding, 1)
	}
	next := make(chan int, len(files))
	for i := range files {
		next <- i
	}
	close(next)
	var wg sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(files)) {
		wg.Go(func() {
			for i := range next {
				results[i] <- detectFile(files[i], owner, std.in)
			}
		})
	}
	out := bufio.NewWriter(std.out)
	failed := 0
	for _, b := range bad {
		failed++
		writeFinding(out, b, asJSON)
	}
	for i := range files {
		f := <-results[i]
		if f.err != nil {
			failed++
		}
		writeFinding(out, f, asJSON)
		if i < len(files)-1 && !asJSON {
			fmt.Fprintln(out)
		}
	}
	wg.Wait()
	if err := out.Flush(); err != nil {
		return fail(exitInternal, "cannot write the result: %v", err)
	}
	if failed > 0 {
		return fail(exitData, "%d of %d could not be read as mail; the lines above name them", failed, len(files)+len(bad))
	}
	return nil
}

// mailFiles lists the files behind the operands: of a folder its .eml files,
// or all its files where it has none (a Maildir).
func mailFiles(operands []string) (files []string, bad []finding) {
	for _, op := range operands {
		if op == "-" {
			files = append(files, op)
			continue
		}
		info, err := os.Stat(op)
		if err != nil {
			var path *fs.PathError
			if errors.As(err, &path) {
				err = path.Err // the line names the file already
			}
			bad = append(bad, finding{file: op, err: err})
			continue
		}
		if !info.IsDir() {
			files = append(files, op)
			continue
		}
		var eml, all []string
		err = filepath.WalkDir(op, func(path string, d fs.DirEntry, err error) error {
			if err != nil || !d.Type().IsRegular() || strings.HasPrefix(d.Name(), ".") {
				return err
			}
			if strings.EqualFold(filepath.Ext(path), ".eml") {
				eml = append(eml, path)
			}
			all = append(all, path)
			return nil
		})
		if err != nil {
			bad = append(bad, finding{file: op, err: err})
		}
		if len(eml) == 0 {
			eml = all
		}
		files = append(files, eml...)
	}
	return files, bad
}

func detectFile(file string, owner detect.Owner, stdin io.Reader) finding {
	var raw []byte
	var err error
	if file == "-" {
		raw, err = io.ReadAll(io.LimitReader(stdin, mailLimit))
	} else {
		var f *os.File
		if f, err = os.Open(file); err == nil {
			raw, err = io.ReadAll(io.LimitReader(f, mailLimit))
			f.Close()
		}
	}
	if err != nil {
		return finding{file: file, err: err}
	}
	mail, facts, err := detect.ReadRaw(raw, owner)
	return finding{file, mail, facts, err}
}

// detectJSON is a line of detect --json, as the contract's section 5 has it.
type detectJSON struct {
	File       string           `json:"file"`
	Kind       rules.Kind       `json:"kind"`
	Company    *string          `json:"company"`
	Role       *string          `json:"role"`
	Start      *string          `json:"start"`
	End        *string          `json:"end"`
	Contact    *rules.Contact   `json:"contact"`
	PromisedBy *rules.Day       `json:"promised_by"`
	Lang       *string          `json:"lang"`
	Confidence float64          `json:"confidence"`
	Warnings   []string         `json:"warnings,omitempty"`
	Doubts     []rules.Doubt    `json:"doubts,omitempty"`
	Evidence   []rules.Evidence `json:"evidence"`
}

func writeFinding(w io.Writer, f finding, asJSON bool) {
	if !asJSON {
		writeFindingText(w, f)
		return
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	if f.err != nil {
		enc.Encode(struct {
			File  string `json:"file"`
			Error string `json:"error"`
		}{f.file, oneLine(f.err.Error())})
		return
	}
	x := f.facts
	j := detectJSON{File: f.file, Kind: x.Kind, Company: orNull(x.Company), Role: orNull(x.Role),
		Start: orNull(x.Start.String()), End: orNull(x.End.String()), Contact: orNull(x.Contact),
		PromisedBy: orNull(x.PromisedBy), Lang: orNull(x.Lang), Confidence: math.Round(x.Confidence*100) / 100,
		Warnings: x.Warnings, Doubts: x.Doubts, Evidence: x.Evidence}
	if j.Evidence == nil {
		j.Evidence = []rules.Evidence{}
	}
	enc.Encode(j)
}

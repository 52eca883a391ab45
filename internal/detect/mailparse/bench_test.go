package mailparse

import (
	"os"
	"strings"
	"testing"
)

func BenchmarkParse(b *testing.B) {
	small := textMail("Content-Type: text/plain; charset=utf-8", strings.Repeat("Your interview is on Thursday at 14:00 in room four. ", 12)+"\n\nKind regards\nJane Doe")
	row := "<tr><td style=\"padding:0 0 8px;font-family:Arial,sans-serif;color:#333333\"><b>Date</b></td><td><p style=\"margin:0\">Thursday, 12 November</p></td></tr>"
	newsletter := htmlMail("<html><body><div style=\"display:none\">Preheader</div><table>" + strings.Repeat(row, 260) + "</table></body></html>")
	attachment := multi("--B\nContent-Type: text/plain\n\n" + words + "\n--B\nContent-Type: application/pdf\nContent-Disposition: attachment; filename=x.pdf\nContent-Transfer-Encoding: base64\n\n" + strings.Repeat(strings.Repeat("QUJD", 19)+"\n", 325_000) + "--B--\n")
	for _, d := range []struct{ name, raw string }{{"1kB", small}, {"38kB-html", newsletter}, {"25MB-attachment", attachment}} {
		raw := []byte(d.raw)
		b.Run(d.name, func(b *testing.B) {
			b.ReportAllocs()
			b.SetBytes(int64(len(raw)))
			for b.Loop() {
				Parse(raw)
			}
		})
	}
	b.Run("corpus", func(b *testing.B) {
		var mails [][]byte
		size := 0
		for _, f := range corpusFiles(b) {
			raw, err := os.ReadFile(f)
			if err != nil {
				b.Fatal(err)
			}
			mails = append(mails, raw)
			size += len(raw)
		}
		b.ReportAllocs()
		b.SetBytes(int64(size / len(mails)))
		i := 0
		for b.Loop() {
			Parse(mails[i%len(mails)])
			i++
		}
	})
}

func BenchmarkParseHeader(b *testing.B) {
	raw := []byte(head + "List-Unsubscribe: <mailto:x@y.example>\nPrecedence: bulk\n\n")
	b.ReportAllocs()
	for b.Loop() {
		ParseHeader(raw)
	}
}

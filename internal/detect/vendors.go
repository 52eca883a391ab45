package detect

// VendorRow is one hiring system: whose mail it sends, and where the
// employer's name stands in it.
type VendorRow struct {
	Name    string
	Domains []string
}

// Vendor gives the hiring system that owns the domain (or a parent of it).
func Vendor(domain string) (VendorRow, bool) { return VendorRow{}, false }
